"""Words of a damaged text layer -> the edits that make them readable."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline import text as unicode_text
from pipeline.decoding import Part, Stretch, decode
from pipeline.model import Span
from pipeline.offsets import Edit
from pipeline.spelling import counted, is_abbreviation, is_syllable, syllables
from pipeline.vocabulary import NUMBER, Vocabulary

_MARGIN = 2.0
"""How much better than the next a reading must be."""
_TRIES, _HOPE = 100, 0.4
"""After so many odd words a smaller share mended means that the text is no damaged Vietnamese."""
_REACH = 60
"""Letters that are read together at most."""
_CONTEXT = re.compile(r"[^\W\d_]+|\d[\d.,/]*")
_BEFORE = re.compile(r"(?<![^\W_])([^\W\d_]+|\d[\d.,/]*) $")
_BESIDE = 30
"""Letters beside a word in which its neighbour is sought."""
_GLUE = "/\\@_-&.'’0123456789"


def odd_words(text: str) -> Counter[str]:
    """The words that are no Vietnamese syllables and no abbreviations, and how often each stands.

    >>> odd_words("Đảngbộ xã, HĐND và UBND xã")
    Counter({'Đảngbộ': 1})
    """
    found, allowed = counted(text), syllables()
    odd = (w for w in found if w not in allowed and unicode_text.lower(w) not in allowed)
    return Counter({w: found[w] for w in odd if not is_abbreviation(w)})


def _by_first_letter(words: Collection[str]) -> str:
    """A pattern of words that no letter precedes; it begins with letters, so a search leaps."""
    forms = (rf"{re.escape(w[0])}(?<![^\W\d_].){re.escape(w[1:])}" for w in sorted(words))
    return f"(?:{'|'.join(forms)})"


def odd_edits(text: str, odd: frozenset[str], vocabulary: Vocabulary) -> list[Edit]:
    """The repairs of odd words that have one clear best reading.

    None where hardly any has: a text in another language or beyond repair.
    """
    found = re.compile(_by_first_letter(odd) + r"(?![^\W\d_])")
    done = tried = mended = 0
    out: list[Edit] = []
    for m in found.finditer(text) if odd else ():
        if m.start() >= done and not _glued(text, m.start(), m.end()):
            row = _row(text, Span(*m.span()), odd, done)
            done = row.words[-1].end
            edits = list(_decoded(text, row, vocabulary))
            out += edits
            tried += len(row.words)
            mended += sum(any(w.start <= e.start <= w.end for e in edits) for w in row.words)
            if tried >= _TRIES and mended < _HOPE * tried:
                return []
    return out


def valid_edits(text: str, vocabulary: Vocabulary) -> Iterator[Edit]:
    """The repairs of syllables that are strangers to both neighbours, where one like it is not."""
    words = [Span(*m.span()) for m in _CONTEXT.finditer(text)]
    keys = [_key(text, w) for w in words]
    beside = [b.start == a.end + 1 and text[a.end] == " " for a, b in pairwise(words)]
    for i, word in enumerate(words):
        own, before = keys[i], keys[i - 1] if i and beside[i - 1] else None
        after = keys[i + 1] if i + 1 < len(words) and beside[i] else None
        if own is None or vocabulary.paired(before, own, after) or not is_syllable(own):
            continue
        near = {unicode_text.key(w) for w in vocabulary.neighbours(own)}
        if any(vocabulary.paired(before, w, after) for w in near):
            row = _Row((word,), before, after, valid=True)
            for edit in _decoded(text, row, vocabulary):
                at = edit.start - word.start
                keys[i] = own[:at] + edit.new.lower() + own[at + 1 :]
                yield edit


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
    around = _beside(text, words[0], back=True), _beside(text, words[-1])
    return _Row(tuple(words), _key(text, around[0]), _key(text, around[1]))


def _key(text: str, word: Span | None) -> str | None:
    """The key of a word, a number's stand-in for a number."""
    if word is None:
        return None
    return NUMBER if text[word.start].isdigit() else unicode_text.key(text[word.start : word.end])


def _neighbour(text: str, word: Span, done: int, back: bool = False) -> Span | None:
    """The word beside another that may be read with it: not a number, not read before."""
    found = _beside(text, word, back)
    if found is None or found.start < done or text[found.start].isdigit():
        return None
    symbol = len(found) <= 2 and text[found.end : found.end + 1].isdigit()  # O5, TW4
    return None if symbol or _glued(text, found.start, found.end) else found


def _beside(text: str, word: Span, back: bool = False) -> Span | None:
    """The word or number behind one space (or before one), or None."""
    if back:
        begin = max(0, word.start - _BESIDE)
        m = _BEFORE.search(text[begin : word.start])
        return Span(begin + m.start(1), begin + m.end(1)) if m else None
    m = _CONTEXT.match(text, word.end + 1) if text[word.end : word.end + 1] == " " else None
    return Span(*m.span()) if m else None


def _glued(text: str, start: int, end: int) -> bool:
    """Whether a word is part of an address, a file name, a symbol or an abbreviation (`đ/c`)."""
    before, after = text[start - 1 : start], text[end : end + 2]
    if before and before in _GLUE and (before != "." or text[start - 2 : start - 1].isalnum()):
        return before != "-" or text[start - 2 : start - 1].isalnum()
    return after[:1] in tuple("/\\@_&'’") or (after[:1] in (".", "-") and after[1:].isalpha())


def _fragment(text: str, word: Span) -> bool:
    """Whether a word is a piece of a syllable: a consonant or two, a single letter."""
    own = text[word.start : word.end].lower()
    return len(own) == 1 or (len(own) <= 3 and not is_syllable(own))


def _decoded(text: str, row: _Row, vocabulary: Vocabulary) -> Iterator[Edit]:
    """The edits of a row of words; none where no reading is clearly the best."""
    own = [unicode_text.lower(text[w.start : w.end]) for w in row.words]
    letters = "".join(own)
    ends = [sum(map(len, own[: i + 1])) for i in range(len(own))]
    starts = [0, *ends[:-1]]
    open_ = {s for s, w in zip(starts, own, strict=True) if row.valid or not is_syllable(w)}
    cuts = tuple(ends[:-1])
    stretch = Stretch(letters, cuts, frozenset(open_), row.before, row.after, row.valid)
    # A word without any mark may be a foreign one: `top`, `camera`.
    plain = len(own) == 1 and letters.isascii() and not row.valid
    parts = decode(stretch, vocabulary, _MARGIN)
    if parts is None:
        return
    read = [unicode_text.key(p.word) for p in parts if p.word != " "]
    named = any(_capitalised(text, w) for w in row.words)
    changed = "".join(p.word for p in parts) != letters
    if (plain or (named and changed)) and not _attested(row, read, vocabulary):
        return
    if named and row.before is not None and (plain or not _same_initials(text, row, parts)):
        return  # a name inside a sentence: `Irắc`, `Mini`
    yield from _edits(text, row.words, letters, [p.word for p in parts])


def _capitalised(text: str, word: Span) -> bool:
    own = text[word.start : word.end]
    return own[:1].isupper() and not own.isupper()


def _same_initials(text: str, row: _Row, parts: Sequence[Part]) -> bool:
    """Whether the capitals that begin words stay."""
    read = "".join(p.word for p in parts)
    at = 0
    for word in row.words:
        if text[word.start].isupper() and text[word.start].lower() != read[at]:
            return False
        at += len(word)
    return True


def _attested(row: _Row, words: list[str], vocabulary: Vocabulary) -> bool:
    """Whether a reading of what may be a foreign word or name stands in known pairs."""
    around = [row.before, *words, row.after]
    triples = zip(around, words, around[2:], strict=False)
    return all(vocabulary.paired(a, w, b) for a, w, b in triples)


def _edits(text: str, words: Sequence[Span], letters: str, read: list[str]) -> Iterator[Edit]:
    """What must change in the text so that its letters read as these words."""
    places = [i for w in words for i in range(w.start, w.end)]
    begins = {sum(map(len, read[:i])) for i in range(1, len(read))}
    new = "".join(read)
    for i, (place, letter) in enumerate(zip(places, new, strict=True)):
        spaced = i > 0 and place > places[i - 1] + 1
        if i in begins and not spaced and " " not in new[i - 1 : i + 1]:
            yield Edit(place, place, " ")
        if i and i not in begins and spaced:
            yield Edit(place - 1, place, "")
        if letter != letters[i]:
            yield Edit(place, place + 1, letter.upper() if text[place].isupper() else letter)
