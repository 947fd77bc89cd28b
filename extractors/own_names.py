"""What a document calls itself and what it brings into force: mentions of those cite nothing."""

import re
from dataclasses import dataclass

from extractors import titles
from pipeline.model import Document, Span
from pipeline.reference import Reference

_BRINGS = re.compile(
    r"(?:ban hành|phê duyệt|thông qua)\s+(?P<name>(?:quy định|quy chế|đề án|hướng dẫn|chương trình"
    r"|kế hoạch|bộ tiêu chí)\s[^\n;.]*)"
)
_WORDS = 6
"""Words that tell the rule of a decision's title where the text names it again."""


@dataclass(frozen=True, slots=True)
class OwnNames:
    """The title's own words, and how the rule that it brings into force is called."""

    key: str
    title: Span | None
    rule: str | None

    def hold(self, mention: Span) -> bool:
        """Whether a mention without a number is of the document itself, or of its own rule."""
        if self.title is not None and self.title.start <= mention.start < self.title.end:
            return True
        return self.rule is not None and self.key.startswith(self.rule, mention.start)


def own_names(document: Document, reference: Reference) -> OwnNames:
    """What the title of the document says that it is, and of a decision what it issues."""
    head = titles.title(document, reference)
    if head is None:
        return OwnNames(document.key, None, None)
    capitals = document.quote(head.type_words).split()[0].isupper()
    under = re.compile(r"[\s*#]*").match(document.key, head.type_words.end)
    end = under.end() + 1 if under and under.end() <= head.span.end else head.type_words.end
    title = Span(head.type_words.start, end) if capitals else None
    m = None
    if head.doc_type in ("regulation", "resolution"):
        m = _BRINGS.search(document.key, head.type_words.end, head.span.end)
    rule = " ".join(m["name"].split(" ")[:_WORDS]) if m else None
    return OwnNames(document.key, title, rule)
