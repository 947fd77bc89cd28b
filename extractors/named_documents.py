"""Documents cited by name: Điều lệ Đảng, Hiến pháp, laws, schemes and programmes in full."""

import re
from collections.abc import Iterator

from extractors.issuers import issuer_at, issuer_before
from extractors.named_rules import named_rules
from extractors.numbered import Mention
from pipeline.model import Document, Span
from pipeline.records import CitationKind
from pipeline.reference import Reference, word_start

# Words that begin another clause behind a law's name.
_STOPS = (
    r"(?:được|đã|là|của|và|trong|nhằm|để|với|gắn|góp|theo|tại|có|cho|đến|từ|vào|này|trên|do|như"
    r"|quy định|còn|chưa|bảo đảm|đạt|trở|khi|thì|về|các)"
)


def named(document: Document, reference: Reference) -> Iterator[Mention]:
    """The mentions of documents by name alone; of those that begin at one place the longest."""
    longest: dict[int, Mention] = {}
    for mention in (
        *_known(document, reference),
        *_laws(document),
        *_titled(document, reference),
        *_by_issuer(document, reference),
        *_reports(document, reference),
    ):
        other = longest.setdefault(mention.span.start, mention)
        if len(mention.span) > len(other.span):
            longest[mention.span.start] = mention
    yield from longest.values()
    yield from (m for m in named_rules(document, reference) if m.span.start not in longest)


def _known(document: Document, reference: Reference) -> Iterator[Mention]:
    """Charters, the constitution and the few rules that everybody calls by name."""
    refused = reference.lexicon("citations.not_named")
    for hit in reference.lexicon("citations.named").find(document.key):
        code: CitationKind = hit.code.split("_")[0]  # type: ignore[assignment]
        if refused.at(document.key, hit.span.start):
            continue
        before = document.key[max(0, hit.span.start - 12) : hit.span.start]
        if hit.code.endswith("_proper") and not document.text[hit.span.start].isupper():
            continue
        if re.search(r"(?:các|những|tiểu ban|pháp)\s+$", before):
            continue
        yield Mention(code, None, hit.span, "named_document")


_LAW = re.compile(rf"(?P<word>{word_start('bộ luật|luật|pháp lệnh')})\s")
_LAW_NAME = re.compile(
    rf"(?:\s*,\s*(?!luật|bộ|nghị|quy|thông|quyết|pháp))?\s+(?!{_STOPS}(?!\w))[^\s,;:.()\"\n\d]+"
)
_LAW_YEAR = re.compile(
    r"\s*(?:\(sửa đổi[^)]{0,40}\)|,?\s*năm\s+(?:19|20)\d\d(?!\d)|(?:19|20)\d\d(?!\d))"
)
_NO_LAW = re.compile(
    r"(?:kỷ|kỉ|pháp|quy|dự án|ngành|trường|khoa|nhà|đại học|cử nhân|thạc sĩ|tiến sĩ|hội|đoàn"
    r"|viện)\s+$"
)


def _laws(document: Document) -> Iterator[Mention]:
    """Laws by name: the word in a capital (not kỷ luật, Đại học Luật) and what follows it."""
    key, text = document.key, document.text
    for m in _LAW.finditer(key):
        capital = text[m.start()].isupper() and not text[m.start() + 1].isupper()
        if not capital or _NO_LAW.search(key, max(0, m.start() - 10), m.start()):
            continue
        first = _LAW_NAME.match(key, m.end("word"))
        if first and "," not in first[0] and not _not_a_law(key, m.end("word")):
            yield Mention(
                "law", None, Span(m.start(), _law_end(document, m.end("word"))), "named_law"
            )


def _not_a_law(key: str, at: int) -> bool:
    return bool(
        re.match(
            r"\s+(?:sư|pháp|số|này|gia|tục|đã|khoa|thương mại quốc tế)(?!\w)", key[at : at + 30]
        )
    )


def _law_end(document: Document, at: int) -> int:
    for _ in range(9):
        m = _LAW_NAME.match(document.key, at)
        if not m or ("," in m[0] and not _joined_name(document, m)):
            break
        at = m.end()
    year = _LAW_YEAR.match(document.key, at)
    return year.end() if year else at


def _joined_name(document: Document, m: re.Match[str]) -> bool:
    """Whether a comma stands inside a law's name: "Phòng, chống", "Cán bộ, công chức"."""
    key = document.key[m.start() : m.end() + 20]
    return bool(
        re.match(r"\s*,\s+(?:chống|công chức|chữa bệnh|sử dụng|tố cáo|bồi thường)(?!\w)", key)
    )


_TITLED = re.compile(
    "(?P<word>"
    + word_start(
        "đề án|quy định|chương trình|chiến lược|văn kiện|quy chế|quy hoạch tổng thể",
        r"dự thảo\s+(?:các\s+)?văn kiện",
    )
    + r")(?P<quote>\s+(?:về\s+)?\")?"
)


def _titled(document: Document, reference: Reference) -> Iterator[Mention]:
    """Schemes, programmes, strategies and congress documents named in full."""
    for m in _TITLED.finditer(document.key):
        mention = _title(document, reference, m)
        if mention:
            yield mention


_TITLE_KINDS: dict[str, CitationKind] = {
    "đề án": "scheme", "chương trình": "program", "chiến lược": "other", "quy chế": "regulation",
    "quy định": "regulation", "quy hoạch tổng thể": "other",
}  # fmt: skip
_APPROVED = re.compile(r"(?:(?:việc\s+)?(?:ban hành|phê duyệt)\s+|về\s+)\"?(?:ban hành\s+)?$")
_ISSUES = re.compile(r"(?:ban hành|phê duyệt|về)\s+\"?$")
_CONGRESS_OF_PARTY = re.compile(
    r"\s+(?:của\s+)?đại hội\s+(?:đại biểu\s+)?(?:đảng\s+)?(?:toàn quốc\s+)?(?:lần\s+thứ\s+)?"
    r"[ivx]+(?!\w)(?:\s+của\s+đảng(?!\s+bộ))?"
)
_NATIONAL = re.compile(
    r"\s+(?:(?:hành động\s+)?(?:mục tiêu\s+)?(?:y tế\s+)?quốc gia\s+(?:về\s+)?[^\W\d_]+\s"
    r"|(?!mục tiêu)(?:[^\W\d_]+\s+){2,7}quốc gia(?!\w)"
    r"|xây dựng nông thôn mới|tổng thể\s|phát triển kinh tế)"
)


def _title(document: Document, reference: Reference, m: re.Match[str]) -> Mention | None:
    key, word = document.key, " ".join(m["word"].split())
    if "văn kiện" in word:
        party = _CONGRESS_OF_PARTY.match(key, m.end("word"))
        before = key[max(0, m.start() - 14) : m.start()]
        if not party or before.rstrip().endswith(("phụ lục", "phụ lục:")):
            return None
        return Mention("other", None, Span(m.start(), party.end()), "congress_documents")
    capital = document.text[m.start()].isupper() and not document.text[m.start() + 1].isupper()
    before = key[max(0, m.start() - 40) : m.start()]
    inside = _inside_title(key, m.start())
    if reference.lexicon("citations.not_titles").at(key, m.start()):
        return None
    if (
        word == "chương trình"
        and not (inside and capital)
        and not (
            _NATIONAL.match(key, m.end("word"))
            and (capital or "quốc gia" in key[m.end() : m.end() + 25])
        )
    ):
        return None
    if word in {"quy chế", "quy định"} and not (inside and _ISSUES.search(before)):
        return None
    if word in {"đề án", "chiến lược", "quy hoạch tổng thể"} and not capital:
        return None
    if re.search(r"(?:viện|vụ|cục|tạp chí|trung tâm|ban|học viện)\s+$", before):
        return None
    if re.search(r"(?:xây dựng|soạn thảo|lập|hoàn thiện)\s+$", before) and word != "chương trình":
        return None
    end = _title_end(document, m.end("word") if not m["quote"] else m.end())
    if m["quote"]:
        close = key.find('"', m.end())
        end = close + 1 if 0 < close - m.end() < 250 else end
    if len(key[m.end("word") : end].split()) < 3:
        return None
    issuer = _issuer_after(document, reference, end)
    return Mention(
        _TITLE_KINDS[word],
        None,
        Span(m.start(), issuer[1] if issuer else end),
        "named_title",
        issuer[0] if issuer else None,
    )


def _inside_title(key: str, at: int) -> bool:
    """Whether a numbered decision stands before, whose title this is: "… ban hành Quy chế …"."""
    before = key[max(0, at - 160) : at]
    return bool(_APPROVED.search(before)) and bool(
        re.search(r"\d\s?[-/]\s?[a-zđ0-9]+[^;\n]*$", before)
    )


_TITLE_END = re.compile(
    r"[,;:.()\"\n]|\s(?:được|đã|là|theo|góp phần|nhằm|chưa|còn|bảo đảm|tại|trình|do|gắn với|để|sẽ"
    r"|đạt hiệu)(?!\w)"
)
# A comma inside a title: "cán bộ, công chức", "xã, phường, thị trấn", "đến năm 2025, định hướng".
_GOES_ON = re.compile(
    r"\s+(?:công chức|viên chức|quản lý|phường|thị trấn|lãng phí|tiêu cực|giám sát|chống|định hướng"
    r"|tầm nhìn|hiện đại hóa|đảng viên|bồi dưỡng|nông dân|nông thôn|xếp loại)(?!\w)"
)
_AFTER = re.compile(r"\"?\s*(?:do|(?:đã\s+)?được)\s+")
_AFTER_VERB = re.compile(r"\s+(?:trình|ban hành|phê duyệt|thông qua|ký)")


def _title_end(document: Document, at: int) -> int:
    last = min(len(document.key), at + 200)
    for m in _TITLE_END.finditer(document.key, at, last):
        if m[0] != "," or not _GOES_ON.match(document.key, m.end()):
            return m.start()
    return last


def _issuer_after(document: Document, reference: Reference, at: int) -> tuple[str, int] | None:
    m = _AFTER.match(document.key, at)
    body = issuer_at(document, reference, m.end()) if m else None
    if body and _AFTER_VERB.match(document.key, body.end):
        return document.quote(body), body.end
    return None


_ISSUED = re.compile(
    rf"(?P<word>{word_start('quy định|chỉ thị|nghị quyết|kết luận|hướng dẫn')})\s+"
    r"(?P<of>của\s+)?(?=[btcđhuq])"
)
_OWN_BODIES = {
    "đảng ủy", "đảng bộ", "chi bộ", "chi ủy", "ban chấp hành", "bch", "ban thường vụ", "btv", "sở",
    "trường", "tỉnh", "thành phố", "bộ", "bệnh viện", "trung tâm", "công đoàn", "thường trực",
}  # fmt: skip
"""Bodies named without their unit: the reporting unit's own."""
_ABOUT = re.compile(r"\s+về\s+")
_VAGUE = re.compile(r"\s+về\s+(?:vấn đề|việc|nội dung)\s+(?:này|trên)")
_ONE_BODY = ("Bộ Chính trị", "Ban Bí thư")
"""Bodies whose one conclusion is meant even where its subject is only pointed at."""
_PLURAL = re.compile(r"(?:các|những|nhiều|một số|số|theo đúng|,|và|\d)\s+$")
_BY_ISSUER: dict[str, CitationKind] = {
    "quy định": "regulation", "chỉ thị": "directive", "nghị quyết": "resolution",
    "kết luận": "conclusion", "hướng dẫn": "guideline",
}  # fmt: skip


def _by_issuer(document: Document, reference: Reference) -> Iterator[Mention]:
    """One document by its issuer and subject: "quy định của Ban Thường vụ Tỉnh ủy về …"."""
    for m in _ISSUED.finditer(document.key):
        if _PLURAL.search(document.key[max(0, m.start() - 10) : m.start()]):
            continue
        body = issuer_at(document, reference, m.end())
        if not body or not _ABOUT.match(document.key, body.end):
            continue
        issuer = document.quote(body)
        vague = _VAGUE.match(document.key, body.end)
        if vague and not issuer.startswith(_ONE_BODY):
            continue
        if issuer.lower() in _OWN_BODIES:
            continue
        capital = document.text[m.start()].isupper()
        if (not capital or not m["of"]) and len(issuer) < len("Bộ Chính"):
            continue
        if not m["of"] and not document.text[body.start].isupper():
            continue
        end = vague.end() if vague else _title_end(document, body.end)
        yield Mention(
            _BY_ISSUER[m["word"]], None, Span(m.start(), end), "issuer_and_subject", issuer
        )


_REPORT = re.compile(
    r"(?:vừa|mới)\s+(?:ban hành|công bố|có)\s+"
    r"(?P<word>báo cáo)\s+(?=tổng kết|sơ kết|kết quả|gửi|về|số)"
)


def _reports(document: Document, reference: Reference) -> Iterator[Mention]:
    """The report that a news item tells of: "Tỉnh ủy vừa ban hành báo cáo …"."""
    for m in _REPORT.finditer(document.key):
        before = _THIS_BODY.search(document.key, max(0, m.start() - 20), m.start())
        at = before.start() if before else m.start()
        body = issuer_before(document, reference, at, within=80, loose=bool(before))
        if body:
            span = Span(m.start("word"), _title_end(document, m.end()))
            yield Mention("report", None, span, "report_in_news", document.quote(body))


_THIS_BODY = re.compile(r",\s*(?:đơn vị|cơ quan) này\s*$")
