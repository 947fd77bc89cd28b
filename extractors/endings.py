"""The last paragraph of a document, in which an article takes its leave."""

import re

from extractors.zones import HeadWords
from pipeline.model import BlockKind, Document, Span

_PARAGRAPH = 45
"""Characters of a paragraph; who wrote an article is shorter."""
_SETS = re.compile(
    r"(?<!\w)(?:cần|phải|nên|yêu cầu|đề nghị|giao|phấn đấu|sắp tới|trước mắt|"
    r"(?:ủy|bộ|huyện|tỉnh|xã|phường|đơn vị|trường|viện) sẽ (?!góp)\S+|"
    r"(?:thời gian|giai đoạn|năm|nhiệm kỳ|quý|tháng) tới)(?!\w)"
)


def final_paragraph(document: Document) -> Span | None:
    """The last paragraph that is long enough to be one."""
    prose = [b.span for b in document.flow() if b.kind is BlockKind.PARAGRAPH]
    return next((span for span in reversed(prose) if len(span) >= _PARAGRAPH), None)


def sets(key: str, words: HeadWords) -> bool:
    """Whether a sentence sets something to be done."""
    return bool(_SETS.search(key)) or any(map(words.action.match, key.split(", ")))
