"""Names of persons in a text, and the text with them masked, for what leaves the archive.

Told by the words before them ("đồng chí", "ông"), by surname and middle name, and by standing
alone on a line, as under a signature. Places, schools and movements that bear a person's name, and
posts, are left. The mask is as long as the name, so that places in the text stay what they are.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.model import Span
from pipeline.reference import Reference
from pipeline.text import LOWER, UPPER, key

MASK = "•"

_SYLLABLE = rf"[{UPPER}](?:[{LOWER}]{{1,6}}|[{UPPER}]{{1,6}})?"
_RUN = re.compile(rf"(?<![\w/]){_SYLLABLE}(?:[ \u00a0]{_SYLLABLE})*(?![\w/])")
_WORD = re.compile(r"\w+")
_LONGEST = 5
"""Syllables of a name at most."""

_CLAUSE = 60
"""Characters before a name in which a title still speaks of it."""


@dataclass(frozen=True)
class Names:
    """What names are told by; the patterns stand on matching keys."""

    surnames: frozenset[str]
    weak: frozenset[str]
    middle: frozenset[str]
    honorific: re.Pattern[str]
    titled: re.Pattern[str]
    post: re.Pattern[str]
    place: re.Pattern[str]
    exempt: re.Pattern[str]

    @classmethod
    def of(cls, reference: Reference) -> "Names":
        """As data/reference/names.yaml says."""
        told = {name: key(str(words)) for name, words in reference.data["names"].items()}
        titles, posts = _any(told["honorifics"]), _any(told["posts"])
        return cls(
            surnames=frozenset(told["surnames"].split()),
            weak=frozenset(told["weak_surnames"].split()),
            middle=frozenset(told["middle"].split()),
            honorific=re.compile(rf"(?<!\w)(?:{titles}|(?:{_any(told['degrees'])})\.?) *:? *$"),
            titled=re.compile(rf"(?<!\w)(?:{titles}|bí thư|chủ tịch|giám đốc)(?!\w)[^,;.:\n]*$"),
            post=re.compile(rf"(?:{posts})(?!\w)"),
            place=re.compile(rf"(?<!\w)(?:{_any(told['places'])})[\s\"']*$"),
            exempt=re.compile(rf"(?:{_any(told['exempt'])})(?!\w)"),
        )

    def found(self, text: str) -> Iterator[Span]:
        """Where names of persons stand, in order."""
        low = key(text)
        last: Span | None = None
        for run in _RUN.finditer(text):
            words = [Span(*m.span()) for m in _WORD.finditer(text, *run.span())]
            name = self._name(text, low, words, last)
            if name is not None:
                last = name
                yield name

    def masked(self, text: str) -> str:
        """The text with the letters of every name masked."""
        out, at = [], 0
        for name in self.found(text):
            out += [text[at : name.start], re.sub(r"\w", MASK, text[name.start : name.end])]
            at = name.end
        return "".join(out) + text[at:]

    def _name(self, text: str, low: str, words: Sequence[Span], last: Span | None) -> Span | None:
        """The name in a run of capitalised words, or None."""
        for i, word in enumerate(words):
            rest = self._until_post(low, words[i:])
            if not rest or self.exempt.match(low, word.start):
                return None
            if self._is_name(text, low, rest, last):
                return Span(word.start, rest[min(len(rest), _LONGEST) - 1].end)
        return None

    def _until_post(self, low: str, words: Sequence[Span]) -> Sequence[Span]:
        """The words before a post or an organisation."""
        for i, word in enumerate(words):
            if self.post.match(low, word.start):
                return words[:i] if i else ()
        return words

    def _is_name(self, text: str, low: str, words: Sequence[Span], last: Span | None) -> bool:
        before = low[max(0, words[0].start - _CLAUSE) : words[0].start]
        spelled = [low[w.start : w.end] for w in words]
        if self.place.search(before) and not self.titled.search(before):
            return False
        if self.honorific.search(before) or _listed(low, last, words[0]):
            return not text[words[0].start : words[0].end].isupper() or spelled[0] in self.surnames
        if spelled[0] not in self.surnames | self.weak or len(spelled) < 2:
            return False
        if _alone(text, words):
            return len(spelled) > 2 or spelled[0] in self.surnames
        strong = spelled[0] in self.surnames and not text[words[0].start : words[0].end].isupper()
        return len(spelled) > 2 and (strong or spelled[1] in self.middle)


def _listed(low: str, last: Span | None, word: Span) -> bool:
    """Whether the word goes on a list of names."""
    return last is not None and low[last.end : word.start] in (", ", " và ", "; ", " - ")


def _alone(text: str, words: Sequence[Span]) -> bool:
    """Whether the words are a line of their own."""
    start, end = words[0].start, words[-1].end
    before, after = text[:start].rpartition("\n"), text[end:].partition("\n")
    return not before[2].strip() and not after[0].strip()


def _any(words: str) -> str:
    forms = sorted((" ".join(w.split()) for w in words.split("|")), key=lambda f: (-len(f), f))
    return "|".join(re.escape(f).replace(r"\ ", r"\s+") for f in forms if f)
