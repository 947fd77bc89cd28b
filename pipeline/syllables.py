"""Text -> the tokens of a spaCy `Doc`: syllables, numbers, signs; joined again they are the text.

spaCy's own Vietnamese wants pyvi, which loads pickles; syllables need no model and keep offsets.
"""

import re
from collections.abc import Iterable
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d]+|[^\w\s]|\s")


def tokens(text: str, cuts: Iterable[int] = ()) -> tuple[list[str], list[bool]]:
    """The tokens, and of each whether a space follows it; none reaches over one of the `cuts`.

    >>> tokens("đạt 98,5%.")
    (['đạt', '98,5', '%', '.'], [True, False, False, False])
    >>> tokens("Chỉ thị05", cuts=[8])[0], tokens("Chỉ thị05", cuts=[5])[0]
    (['Chỉ', 'thị', '0', '5'], ['Chỉ', 't', 'hị', '05'])
    """
    words: list[str] = []
    spaces: list[bool] = []
    for start, end in pairwise(sorted({0, len(text), *cuts})):
        for m in _TOKEN.finditer(text, start, end):
            if m[0] == " " and words and not spaces[-1]:
                spaces[-1] = True
            else:
                words.append(m[0])
                spaces.append(False)
    return words, spaces


def doc(vocab: "Vocab", text: str, cuts: Iterable[int] = ()) -> "Doc":
    """The text as a spaCy `Doc` of syllables."""
    from spacy.tokens import Doc

    words, spaces = tokens(text, cuts)
    return Doc(vocab, words=words, spaces=spaces)
