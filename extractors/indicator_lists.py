"""Indicators in lists: an announcement gives the status, the items the names."""

import re
from collections.abc import Iterator

from extractors import indicator_names as names
from extractors.indicator_aims import aim
from extractors.numbers import decimal
from extractors.quantities import NUMBER, Quantity, quantities
from extractors.sentences import sentences
from pipeline.model import Block, BlockKind, Document, Span
from pipeline.records import Indicator, Status
from pipeline.reference import Reference

_MISSED = (
    r"(?:chưa|không)\s+(?:đạt|hoàn thành|đảm bảo|bảo đảm)|đạt\s+(?:rất\s+|còn\s+)?thấp"
    r"|đạt kết quả thấp|còn thấp"
)
# "một số chỉ tiêu … chưa đạt", up to the colon, the footnote's mark or the items.
_ANNOUNCED = re.compile(
    rf"(?:chỉ tiêu|tiêu chí)(?!\w)[^.:;]{{0,110}}?(?<!\w)(?:(?P<missed>{_MISSED})"
    r"|(?P<exceeded>vượt(?! khó))|(?P<met>đạt(?! được các))|(?P<hard>khó khăn))(?!\w)"
)
_AIMED = re.compile(
    r"(?:phấn đấu[^.:]{0,60}(?:các )?chỉ tiêu|chỉ tiêu (?:cụ thể|chủ yếu|phấn đấu|cơ bản)"
    r"|các chỉ tiêu (?:sau|chủ yếu|cụ thể|chính|phấn đấu))[^.:]{0,80}"
    r"(?:(?<!\w)sau(?: đây)?\s*[.:]?|:)$"
)
# An item that sets a result beside its target is a result, told by `indicator_prose`.
_MEASURED = re.compile(r"(?<!\w)(?:kế hoạch|dự toán|chỉ tiêu|vượt|mục tiêu đề ra)(?!\w)")
_RESULTS = re.compile(r"kết quả|thực hiện được|đã thực hiện|đánh giá|đạt và vượt")
_LIST = re.compile(
    r"(?:[^.;:]{0,80}?:|[^.;:,]{0,80}?\s+(?:như|gồm|là|gồm có)\s*:?"
    r"|[^.;:,]{0,80},?\s+đó là\s*:?)\s+"
)
_FIGURE = re.compile(
    r"[\s,:(]+(?:(?:chỉ |mới |ước )?(?:đạt(?: được)?|vượt|hụt)|là|:|chiếm|\()\s*"
    rf"(?:khoảng |trên |gần )?(?={NUMBER})"
)
_BESIDE = re.compile(
    rf"(?:[\s,:]+(?:(?:chỉ |mới |ước )?đạt(?: được)? |còn |là |giảm còn )?(?:khoảng )?)"
    rf"(?P<value>{NUMBER})[^\d()]{{0,24}}(?:\(|so với |/)\s*(?:so với )?"
    r"(?:chỉ tiêu|kế hoạch|kh|ct|nghị quyết|nq|mục tiêu)[^\d()]{0,20}"
    rf"(?P<target>{NUMBER})"
    r"|[\s(]+(?:đạt )?(?P<v>\d+(?:,\d+)?)(?:\s?%)?/(?P<t>\d+(?:,\d+)?)(?![\d/])"
)
_RESTART = re.compile(
    r"(?:(?:các |\d{1,2} )?chỉ tiêu )?(?:(?P<missed>(?:chưa|không) (?:đạt|hoàn thành))"
    r"|(?P<exceeded>vượt)|(?P<met>đạt))[^:;]{0,20}:\s*"
)
_LAST_VERDICT = re.compile(
    r"\s+(?:(?P<missed>(?:không|chưa) (?:đạt|hoàn thành)|đạt thấp)|vượt)(?: chỉ tiêu)?(?=$|[;,.])"
)
# "[1]: Không đạt: A; B": a note or line that opens with the verdict.
_NOTE = re.compile(r"(?:\[\^?\d{1,3}\]:?|\(\d{1,3}\))?\s*(?=(?:chưa|không) đạt\s*:)")
_HARD = re.compile(r"(?P<verdict>(?:còn |rất )?(?:đạt thấp|thấp|cao|chưa đạt|không đạt))\s*$")
_BULLET = re.compile(r"[-+•*–]\s*|\(?\d{1,2}[.)]\s*|[a-zđ][.)]\s+")


_LISTS = re.compile("tiêu|đạt|hoàn thành|đảm bảo|bảo đảm|còn thấp")
"""A word of every sentence that lists targets, quick to look for."""


def listed(document: Document, reference: Reference) -> Iterator[Indicator]:
    """The items of lists of targets: in the sentence, in the blocks below, in a footnote."""
    for i, block in enumerate(document.blocks):
        if block.kind in (BlockKind.TABLE, BlockKind.FURNITURE):
            continue
        told = sentences(document, block)
        for sentence in told:
            if _LISTS.search(document.key, sentence.start, sentence.end):
                yield from _inline(document, reference, sentence)
                yield from _bracketed(document, reference, sentence)
        if told:
            yield from _below(document, reference, i, told[-1])
        if block.kind is BlockKind.FOOTNOTE and block.anchor is not None:
            yield from _footnote(document, reference, block)


def _inline(document: Document, reference: Reference, sentence: Span) -> Iterator[Indicator]:
    """ "một số chỉ tiêu chưa đạt so với yêu cầu: A, B, C", "3 chỉ tiêu không đạt là A và B"."""
    if note := _NOTE.match(document.key, sentence.start, sentence.end):
        own, fresh = _restarted(document, Span(note.end(), sentence.end), "unknown")
        for item in _items(document, own):
            yield from _item(document, reference, item, fresh, "listed_in_sentence")
        return
    told = sentence.start
    for m in _announcements(document, sentence):
        opened = _LIST.match(document.key, m.end(), sentence.end)
        status = _status(m)
        if m.start() < told:
            continue
        if opened is None or status is None:
            yield from _jointly(document, reference, sentence, m)
            continue
        following = _FOLLOWING.search(document.key, opened.end(), sentence.end)
        told = following.start() if following else sentence.end
        for item in _items(document, Span(opened.end(), told)):
            own, status = _restarted(document, item, status)
            yield from _item(document, reference, own, status, "listed_in_sentence")


# "8 chỉ tiêu vượt gồm A, B; 1 chỉ tiêu không đạt là C": where the next count begins.
_FOLLOWING = re.compile(r"[;,]\s*(?:còn\s+|và\s+)?\d{1,3}\s+chỉ tiêu(?!\w)")


# "Nhiều chỉ tiêu đạt và vượt: A đạt 120%; B đạt 100%": the shares tell which.
_REACHED = re.compile(rf"[\s,(]+(?:ước |đã )?(?:đạt|bằng|được)\s+(?P<share>{NUMBER})\s?%")
_JOINTLY = re.compile(r"[^.:;\d]{0,60}(?:và|,|/)\s*(?:hoàn thành\s+)?vượt[^.:;\d]{0,60}:\s*")


def _jointly(
    document: Document, reference: Reference, sentence: Span, m: re.Match[str]
) -> Iterator[Indicator]:
    opened = _JOINTLY.match(document.key, m.start(), sentence.end)
    for item in _items(document, Span(opened.end(), sentence.end)) if opened else ():
        told = _REACHED.search(document.key, item.start, item.end)
        name = names.trimmed(document, Span(item.start, told.start())) if told else None
        share = decimal(told["share"]) if told else None
        if told and name and share is not None:
            yield Indicator(
                span=item, rule="listed_in_sentence", name=document.quote(name),
                status=names.by_share(share), value=share, unit="%",
            )  # fmt: skip


# "Chưa đạt là A (81/90%) và B": after a sentence that spoke of targets.
_BARE = re.compile(
    r"(?:(?:còn|riêng|trong đó|nhưng|song|những|các|hai|ba|bốn|\d{1,2})\s+)*(?:chỉ tiêu\s+)?"
    rf"(?P<missed>{_MISSED})(?P<exceeded>$x)?(?P<met>$x)?(?P<hard>$x)?(?=\s+(?:là|gồm|có)\s|\s*:)"
)
# "đạt 8 chỉ tiêu, không đạt 2, đó là A và B".
_COUNTED = re.compile(
    r"(?P<missed>(?:chưa|không) (?:đạt|hoàn thành))(?P<exceeded>$x)?(?P<met>$x)?(?P<hard>$x)?"
    r"\s*:?\s*\d{1,2}(?:\s*chỉ tiêu)?(?=,?\s+(?:đó là|gồm|là)\s)"
)
_MISSES = re.compile("đạt|hoàn thành")
"""A word of every count of targets that were missed, quick to look for."""
_SPOKEN = re.compile(r"chỉ tiêu|mục tiêu")
_SPOKEN_BEFORE = 300


def _announcements(document: Document, sentence: Span) -> Iterator[re.Match[str]]:
    where = (document.key, sentence.start, sentence.end)
    if document.key.find("tiêu", sentence.start, sentence.end) >= 0:
        yield from _ANNOUNCED.finditer(*where)
    if _MISSES.search(*where):
        yield from _COUNTED.finditer(*where)
    m = _BARE.match(document.key, sentence.start, sentence.end)
    since = max(0, sentence.start - _SPOKEN_BEFORE)
    if m is not None and _SPOKEN.search(document.key, since, m.end()):
        yield m


def _restarted(document: Document, item: Span, status: Status) -> tuple[Span, Status]:
    """The item behind "chưa đạt:" within a list, with the status that it starts."""
    m = _RESTART.match(document.key, item.start, item.end)
    if m is None:
        return item, status
    fresh: Status = "missed" if m["missed"] else "exceeded" if m["exceeded"] else "met"
    return Span(m.end(), item.end), fresh


_BRACKETS = re.compile(r"\(([^()]{20,400})\)")


def _bracketed(document: Document, reference: Reference, sentence: Span) -> Iterator[Indicator]:
    """ "tiêu chí … còn khó khăn (tỷ lệ A cao; tỷ lệ B đạt thấp)": each names its own fault."""
    for m in _BRACKETS.finditer(document.key, sentence.start, sentence.end):
        before = document.key[max(sentence.start, m.start() - 200) : m.start()]
        items = list(_items(document, Span(m.start(1), m.end(1)), only=";"))
        found = [_HARD.search(document.key[i.start : i.end]) for i in items]
        if not re.search(r"chỉ tiêu|tiêu chí", before) or not any(
            f and "đạt" in f[0] for f in found
        ):
            continue
        for item, fault in zip(items, found, strict=True):
            name = (
                names.trimmed(document, Span(item.start, item.start + fault.start()))
                if fault
                else None
            )
            if name and names.SUBJECT.match(document.key, name.start):
                yield Indicator(
                    span=item, rule="listed_in_brackets", name=document.quote(name), status="missed"
                )


def _below(document: Document, reference: Reference, index: int, last: Span) -> Iterator[Indicator]:
    """The bulleted blocks below "các chỉ tiêu chưa đạt:" or "phấn đấu đạt các chỉ tiêu sau"."""
    words = document.key[last.start : last.end]
    if "chỉ tiêu" not in words:
        return
    aimed = _AIMED.search(words) and not _RESULTS.search(words)
    m = _ANNOUNCED.search(document.key, last.start, last.end)
    told = m is not None and words.endswith(":") and m[0].startswith("chỉ tiêu")
    announced = _status(m) if told else None
    if not aimed and announced is None:
        return
    for block in document.blocks[index + 1 : index + 25]:
        bullet = _BULLET.match(document.text, block.span.start)
        if block.kind in (BlockKind.FOOTNOTE, BlockKind.FURNITURE):
            continue
        heading = document.blocks[index]
        same = (
            block.label is not None
            and block.label[:1] not in "-+•*"
            and block.level == heading.level
        )
        if bullet is None or block.kind is BlockKind.TABLE or same:
            return
        if _ANNOUNCED.search(document.key, block.span.start, block.span.end) and (
            ":" in document.text[block.span.start : block.span.end]
        ):
            return
        first = next(iter(sentences(document, block)), block.span)
        for item in _items(document, Span(bullet.end(), max(first.end, bullet.end())), only=";"):
            if aimed and not _MEASURED.search(document.key, item.start, item.end):
                yield from _aim(document, reference, item)
            elif announced is not None:
                yield from _item(document, reference, item, announced, "listed_below")


def _footnote(document: Document, reference: Reference, note: Block) -> Iterator[Indicator]:
    """The items of a footnote take the status of the sentence that bears its mark."""
    anchor = note.anchor
    home = document.block_at(anchor.start) if anchor else None
    if anchor is None or home is None:
        return
    before = document.key[max(home.span.start, anchor.start - 160) : anchor.start]
    found = list(_ANNOUNCED.finditer(before.rsplit(". ", 1)[-1]))
    status = _status(found[-1] if found else None)
    opened = re.compile(r"\(?\d{1,3}[).]?\s*").match(document.text, note.span.start, note.span.end)
    start = opened.end() if opened else note.span.start
    first, own = _restarted(document, Span(start, note.span.end), status or "unknown")
    if status is None and own == "unknown":
        return
    for item in _items(document, first):
        yield from _item(document, reference, item, own, "listed_in_footnote")


def _status(m: re.Match[str] | None) -> Status | None:
    """The one status that an announcement gives; None for "đạt và vượt" and for none."""
    if m is None or re.search(
        r"đạt\s*(?:và|hoặc|,|/|-)\s*(?:chỉ tiêu\s+)?vượt|chưa đạt và|vượt và đạt",
        m.string[m.start() : m.end() + 12],
    ):
        return None
    if m["missed"] or m["hard"]:
        return "missed" if m["missed"] else None
    return "exceeded" if m["exceeded"] else "met"


_AND = (
    r"[,;]\s+(?:và\s+)?|\s+và\s+(?=tỷ lệ|tỉ lệ|số|thu |kết nạp|giảm |xây dựng|phát triển|độ che"
    r"|diện tích"
    r"|sản lượng|giá trị|tuyển|trường|công tác|tiêm|hộ |chỉ tiêu|mục tiêu)"
)


def _items(document: Document, where: Span, only: str | None = None) -> Iterator[Span]:
    """The items of a list: cut at `;`, else at commas; trailing marks left off."""
    words = document.key[where.start : where.end]
    mark = r";\s*" if only or ";" in words else _AND
    if not only and ";" in words:
        mark = r";\s*|,\s+(?=[^,;]{5,90}?\sđạt\s+\d)"
    at = where.start
    cuts = [
        (m.start(), m.end())
        for m in re.compile(mark).finditer(document.key, where.start, where.end)
    ]
    for start, end in [*cuts, (where.end, where.end)]:
        opened = document.key.count("(", at, start) > document.key.count(")", at, start)
        if opened and start < where.end:
            continue
        stop = start
        while stop > at and document.text[stop - 1] in " .,;…/":
            stop -= 1
        if stop - at > 3:
            yield Span(at, stop)
        at = end


def _item(
    document: Document, reference: Reference, item: Span, status: Status, rule: str
) -> Iterator[Indicator]:
    """One item: its name, and the result behind it where one is given."""
    item, status = _ended(document, item, status)
    if told := _beside(document, reference, item, status, rule):
        yield told
        return
    figure = _FIGURE.search(document.key, item.start, item.end)
    name = names.trimmed(document, Span(item.start, figure.start() if figure else item.end))
    if name is None or not re.search(r"[^\W\d_]+ [^\W\d_]+", document.key[name.start : name.end]):
        return
    value: Quantity | None = None
    if figure and not re.search("vượt|hụt", figure[0]):  # these tell by how much
        value = next(iter(quantities(document, reference, Span(figure.end(), item.end))), None)
    yield Indicator(
        span=item, rule=rule, name=document.quote(name), status=status,
        value=value.value if value else None, unit=value.unit if value else None,
    )  # fmt: skip


def _ended(document: Document, item: Span, status: Status) -> tuple[Span, Status]:
    """The item without a verdict of its own at its end ("X không đạt"), which then counts."""
    m = _LAST_VERDICT.search(document.key, item.start, item.end)
    if m is None or m.start() - item.start < 6 or m.end() != item.end:
        return item, status
    return Span(item.start, m.start()), "missed" if m["missed"] else "exceeded"


def _beside(
    document: Document, reference: Reference, item: Span, status: Status, rule: str
) -> Indicator | None:
    """ "X 82,1% (chỉ tiêu 84%)", "X (386/550)": the result beside its target."""
    m = _BESIDE.search(document.key, item.start, item.end)
    name = names.trimmed(document, Span(item.start, m.start())) if m else None
    if m is None or name is None:
        return None
    groups = ("value", "target") if m["value"] else ("v", "t")
    ratio = decimal(m[groups[0]]), decimal(m[groups[1]])
    value, target = (
        quantities(document, reference, Span(m.start(g), min(m.end(g) + 16, item.end)))
        for g in groups
    )
    unit = next((q.unit for q in (*value[:1], *target[:1]) if q.unit), None)
    return Indicator(
        span=item, rule=rule, name=document.quote(name), status=status,
        value=ratio[0], target=ratio[1], unit=unit,
    )  # fmt: skip


def _aim(document: Document, reference: Reference, item: Span) -> Iterator[Indicator]:
    """One target of a list of targets set, which may be set without a number."""
    found = list(aim(document, reference, item))
    yield from found
    name = names.trimmed(document, item)
    if not found and name is not None and names.names_something(document, name, reference):
        yield Indicator(
            span=item, rule="target_set_in_list", name=document.quote(name), status="unknown"
        )
