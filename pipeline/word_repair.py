"""Words of a damaged text layer -> the edits that make them readable."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline import text as unicode_text
from pipeline.decoding import Stretch, decode
from pipeline.model import Span
from pipeline.offsets import Edit
from pipeline.spelling import LETTERS, is_abbreviation, is_syllable, syllables
from pipeline.vocabulary import Vocabulary

_MARGIN = 2.0
_MARGIN_OF_VALID = 4.0
"""How much better than the next a reading must be: of a word that is none, of a valid one."""
_REACH = 60
"""Letters that are read together at most."""
_BESIDE = 30
"""Letters beside a word in which its neighbour is sought."""
_GLUE = "/\\@_-&.0123456789"


def odd_words(text: str) -> Counter[str]:
    """The words that are no Vietnamese syllables and no abbreviations, and how often each stands.

    >>> odd_words("Đảngbộ xã, HĐND và UBND xã")
    Counter({'Đảngbộ': 1})
    """
    found, allowed = Counter(LETTERS.findall(text)), syllables()
    odd = (w for w in found if w not in allowed and unicode_text.lower(w) not in allowed)
    return Counter({w: found[w] for w in odd if not is_abbreviation(w)})


def odd_edits(text: str, odd: frozenset[str], vocabulary: Vocabulary) -> Iterator[Edit]:
    """The repairs of odd words that have one clear best reading."""
    found = re.compile(r"(?<![^\W\d_])(?:" + "|".join(map(re.escape, odd)) + r")(?![^\W\d_])")
    done = 0
    for m in found.finditer(text) if odd else ():
        if m.start() >= done and not _glued(text, m.start(), m.end()):
            row = _row(text, Span(*m.span()), odd, done)
            done = row.words[-1].end
            yield from _decoded(text, row, vocabulary)


def valid_edits(text: str, vocabulary: Vocabulary) -> Iterator[Edit]:
    """The repairs of syllables that are strangers to both neighbours, where one like it is not."""
    words = [Span(*m.span()) for m in LETTERS.finditer(text)]
    keys = [unicode_text.key(text[w.start : w.end]) for w in words]
    for i, word in enumerate(words):
        before = keys[i - 1] if i and _beside(text, words[i - 1], word) else None
        last = i + 1 == len(words)
        after = None if last or not _beside(text, word, words[i + 1]) else keys[i + 1]
        if vocabulary.paired(before, keys[i], after) or not is_syllable(keys[i]):
            continue
        near = (unicode_text.key(w) for w in vocabulary.neighbours(keys[i]))
        if any(vocabulary.paired(before, w, after) for w in near):
            found = list(_decoded(text, _Row((word,), before, after, True), vocabulary))
            yield from found
            for edit in found:
                at = edit.start - word.start
                keys[i] = keys[i][:at] + edit.new.lower() + keys[i][at + 1 :]


@dataclass(frozen=True, slots=True)
class _Row:
    """Neighbouring words to read anew, and the words around them, None where there is none."""

    words: tuple[Span, ...]
    before: str | None
    after: str | None
    valid: bool = False


def _row(text: str, word: Span, odd: frozenset[str], done: int) -> _Row:
    """An odd word with what must be read with it: other odd words, the fragments around it."""
    words = [word]
    broken = _fragment(text, word)
    before = _neighbour(text, word, done, back=True)
    while broken and before and (before.end - before.start <= 2 or len(words) == 1):
        words.insert(0, before)
        if len(before) > 2:
            break
        before = _neighbour(text, before, done, back=True)
    after = _neighbour(text, words[-1], done)
    while after and after.end - words[0].start <= _REACH:
        own = text[after.start : after.end]
        torn = _fragment(text, words[-1]) or (broken and len(after) <= 2)
        if own not in odd and not torn:
            break
        words.append(after)
        after = _neighbour(text, after, done)
    before = _neighbour(text, words[0], 0, back=True)
    return _Row(tuple(words), _key(text, before), _key(text, after))


def _key(text: str, word: Span | None) -> str | None:
    return unicode_text.key(text[word.start : word.end]) if word else None


def _neighbour(text: str, word: Span, done: int, back: bool = False) -> Span | None:
    """The word beside another, behind one space; none that was read already or is glued."""
    if back:
        begin = max(done, word.start - _BESIDE)
        m = re.search(r"(?<![^\W\d_])([^\W\d_]+) $", text[begin : word.start])
        found = Span(begin + m.start(1), begin + m.end(1)) if m else None
    else:
        m = re.match(r" ([^\W\d_]+)", text[word.end : word.end + _BESIDE])
        found = Span(word.end + 1, word.end + m.end(1)) if m else None
    return found if found and not _glued(text, found.start, found.end) else None


def _glued(text: str, start: int, end: int) -> bool:
    """Whether a word is part of an address, a file name, a symbol or an abbreviation (`đ/c`)."""
    before, after = text[start - 1 : start], text[end : end + 2]
    if before and before in _GLUE and (before != "." or text[start - 2 : start - 1].isalnum()):
        return before != "-" or text[start - 2 : start - 1].isalnum()
    return after[:1] in tuple("/\\@_&") or (after[:1] in (".", "-") and after[1:].isalpha())


def _fragment(text: str, word: Span) -> bool:
    """Whether a word is a piece of a syllable: a consonant or two, a single letter."""
    own = text[word.start : word.end].lower()
    return len(own) == 1 or (len(own) <= 3 and not is_syllable(own))


def _beside(text: str, a: Span, b: Span) -> bool:
    return b.start == a.end + 1 and text[a.end] == " "


def _decoded(text: str, row: _Row, vocabulary: Vocabulary) -> Iterator[Edit]:
    """The edits of a row of words; none where no reading is clearly the best."""
    own = [unicode_text.lower(text[w.start : w.end]) for w in row.words]
    letters = "".join(own)
    ends = [sum(map(len, own[: i + 1])) for i in range(len(own))]
    starts = [0, *ends[:-1]]
    open_ = {s for s, w in zip(starts, own, strict=True) if row.valid or not is_syllable(w)}
    stretch = Stretch(letters, tuple(ends[:-1]), frozenset(open_), row.before, row.after)
    # A word without any mark may be a foreign one: `top`, `camera`.
    plain = len(own) == 1 and letters.isascii() and not row.valid
    margin = _MARGIN_OF_VALID if row.valid else _MARGIN
    parts = decode(stretch, vocabulary, margin)
    if parts is None:
        return
    first = text[row.words[0].start : row.words[0].end]
    named = first[:1].isupper() and not first.isupper()
    if (plain or named) and not _attested(
        row, [unicode_text.key(p.word) for p in parts], vocabulary
    ):
        return
    if named and row.before is not None and (plain or parts[0].word[:1] != letters[:1]):
        return  # a name inside a sentence: `Irắc`, `Mini`
    yield from _edits(text, row.words, letters, [p.word for p in parts])


def _attested(row: _Row, words: list[str], vocabulary: Vocabulary) -> bool:
    """Whether a reading of what may be a foreign word or name stands in known pairs."""
    around = [row.before, *words, row.after]
    triples = zip(around, words, around[2:], strict=False)
    return all(vocabulary.paired(a, w, b) for a, w, b in triples)


def _edits(text: str, words: Sequence[Span], letters: str, read: list[str]) -> Iterator[Edit]:
    """What must change in the text so that its letters read as these words."""
    places = [i for w in words for i in range(w.start, w.end)]
    begins = {sum(map(len, read[:i])) for i in range(len(read))}
    for i, (place, letter) in enumerate(zip(places, "".join(read), strict=True)):
        spaced = i > 0 and place > places[i - 1] + 1
        if i and i in begins and not spaced:
            yield Edit(place, place, " ")
        if i not in begins and spaced:
            yield Edit(place - 1, place, "")
        if letter != letters[i]:
            yield Edit(place, place + 1, letter.upper() if text[place].isupper() else letter)
