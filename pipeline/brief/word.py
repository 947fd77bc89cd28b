"""The brief as a Word file, with footnotes of Word's own; and through it as PDF."""

import shutil
import zipfile
from collections.abc import Callable, Iterator, Sequence
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape

from pipeline.brief.facts import Brief, Row, Section, Source
from pipeline.errors import UsageError
from pipeline.limits import DEFAULT
from pipeline.parse import programs

Written = Callable[[Brief], bytes]

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_FIRST_NOTE = 2
"""Numbers 0 and 1 are the lines that part the notes from the text."""

_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PARTS = {"document": "main", "styles": "", "footnotes": "", "footer": ""}
_RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def docx(brief: Brief) -> bytes:
    """The brief as a Word file; the same brief gives the same bytes."""
    notes: list[Source] = []
    body = "".join(_body(brief, notes))
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations({"officeDocument": "word/document.xml"}),
        "word/document.xml": f"<w:document {_W} {_R}><w:body>{body}{_PAGE}</w:body></w:document>",
        "word/_rels/document.xml.rels": _relations(
            {"styles": "styles.xml", "footnotes": "footnotes.xml", "footer": "footer.xml"}
        ),
        "word/styles.xml": _STYLES,
        "word/footnotes.xml": _footnotes(notes),
        "word/footer.xml": _FOOTER,
    }
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as book:
        for name, xml in parts.items():
            entry = zipfile.ZipInfo(name, (2000, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            book.writestr(entry, f'<?xml version="1.0" encoding="UTF-8"?>{xml}')
    return file.getvalue()


def can_make_pdf() -> bool:
    """Whether the program that makes PDF is there."""
    return shutil.which(programs.SOFFICE.name) is not None


def pdf(brief: Brief) -> bytes:
    """The brief as PDF, made of the Word file by LibreOffice; UsageError where that is missing."""
    office = shutil.which(programs.SOFFICE.name)
    if office is None:
        raise UsageError(
            "PDF is made by LibreOffice, and it is not installed; write a .docx, or install it: "
            f"{programs.SOFFICE.mend}"
        )
    with programs.scratch() as folder:
        (folder / "brief.docx").write_bytes(docx(brief))
        profile = f"-env:UserInstallation=file://{folder}/profile"
        call = [office, profile, "--headless", "--convert-to", "pdf", "brief.docx"]
        programs.run("brief.docx", call, folder, DEFAULT)
        return (folder / "brief.pdf").read_bytes()


def write(brief: Brief, file: Path) -> None:
    """The brief as the kind of file that its name says: .docx or .pdf."""
    made = {".docx": docx, ".pdf": pdf}.get(file.suffix.lower())
    if made is None:
        raise UsageError(f"{file}: the brief is a .docx or a .pdf file; name one of them.")
    file.write_bytes(made(brief))


def _body(brief: Brief, notes: list[Source]) -> Iterator[str]:
    yield _paragraph("Báo cáo tóm tắt phục vụ đại hội", "Name")
    yield _paragraph(f"{brief.unit}, nhiệm kỳ {brief.term}", "Of")
    yield _paragraph(f"{brief.made_from} Mỗi số liệu có chú thích dẫn nguyên văn.", "Remark")
    for i, section in enumerate(brief.sections, 1):
        yield _paragraph(f"{i}. {section.title}", "Heading1")
        if section.remark:
            yield _paragraph(section.remark, "Remark")
        if section.rows:
            yield _table(section, notes)


def _table(section: Section, notes: list[Source]) -> str:
    widths = _widths(section)
    grid = "".join(f'<w:gridCol w:w="{w}"/>' for w in widths)
    head = "".join(
        _cell(_paragraph(words, "Head"), w) for words, w in zip(section.head, widths, strict=True)
    )
    rows = f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{head}</w:tr>"
    rows += "".join(_row(row, widths, notes) for row in section.rows)
    return f"<w:tbl>{_TABLE}<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>{_paragraph('', 'Gap')}"


def _row(row: Row, widths: Sequence[int], notes: list[Source]) -> str:
    """The cells; the notes hang on the last one that says something."""
    said = [i for i, words in enumerate(row.cells) if words and words != "–"]
    cells = ""
    for i, (words, width) in enumerate(zip(row.cells, widths, strict=True)):
        marks = "".join(_mark(s, notes) for s in row.sources) if said and i == said[-1] else ""
        cells += _cell(_paragraph(words, "Cell", marks), width)
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>"


def _mark(source: Source, notes: list[Source]) -> str:
    notes.append(source)
    number = len(notes) - 1 + _FIRST_NOTE
    return (
        f'<w:r><w:rPr><w:rStyle w:val="Mark"/></w:rPr><w:footnoteReference w:id="{number}"/>'
        '</w:r><w:r><w:rPr><w:rStyle w:val="Mark"/></w:rPr><w:t xml:space="preserve"> </w:t></w:r>'
    )


def _footnotes(notes: Sequence[Source]) -> str:
    lines = (
        '<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
        '<w:footnote w:type="continuationSeparator" w:id="1"><w:p><w:r>'
        "<w:continuationSeparator/></w:r></w:p></w:footnote>"
    )
    number = '<w:r><w:rPr><w:rStyle w:val="Mark"/></w:rPr><w:footnoteRef/></w:r>'
    for i, source in enumerate(notes, _FIRST_NOTE):
        lines += (
            f'<w:footnote w:id="{i}"><w:p><w:pPr><w:pStyle w:val="Note"/></w:pPr>{number}'
            f"{_run(f' {source}')}</w:p></w:footnote>"
        )
    return f"<w:footnotes {_W}>{lines}</w:footnotes>"


def _paragraph(words: str, style: str, marks: str = "") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{_run(words)}{marks}</w:p>'


def _run(words: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{escape(_printable(words))}</w:t></w:r>'


def _printable(words: str) -> str:
    """The words without the control characters that no XML may hold."""
    return "".join(c if c >= " " or c in "\t\n" else " " for c in words)


def _cell(paragraph: str, width: int) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{paragraph}</w:tc>'


_WIDTH = 9_350
"""Of the text, in twentieths of a point."""


_NARROW, _WIDE = 16, 60
"""Characters of a column's longest cell below and above which its width stays the same."""


def _widths(section: Section) -> list[int]:
    """Columns share the page as the lengths of their longest cells."""
    cells = zip(*(row.cells for row in section.rows), strict=True)
    longest = [min(max(map(len, (*column, " " * _NARROW))), _WIDE) for column in cells]
    widths = [_WIDTH * length // sum(longest) for length in longest]
    return [_WIDTH - sum(widths[1:]), *widths[1:]]


def _content_types() -> str:
    overrides = "".join(
        f'<Override PartName="/word/{part}.xml" '
        f'ContentType="{_TYPES}.{f"{part}.{kind}" if kind else part}+xml"/>'
        for part, kind in _PARTS.items()
    )
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _relations(targets: dict[str, str]) -> str:
    found = "".join(
        f'<Relationship Id="{kind}" Type="{_RELATED}/{kind}" Target="{target}"/>'
        for kind, target in targets.items()
    )
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{space}">{found}</Relationships>'


_PAGE = (
    '<w:sectPr><w:footerReference w:type="default" r:id="footer"/>'
    '<w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1422" w:footer="567"/></w:sectPr>'
)
_FOOTER = (
    f'<w:ftr {_W}><w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r>'
    '<w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:ftr>'
)
_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:color="999999"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_TABLE = (
    f'<w:tblPr><w:tblW w:w="{_WIDTH}" w:type="dxa"/><w:tblBorders>{_BORDERS}</w:tblBorders>'
    '<w:tblLayout w:type="fixed"/></w:tblPr>'
)


def _style(name: str, size: int, more: str = "", spacing: str = "", kind: str = "paragraph") -> str:
    """A style: size in half points, what its letters are, how its lines stand."""
    lines = f"<w:pPr>{spacing}</w:pPr>" if spacing else ""
    return (
        f'<w:style w:type="{kind}" w:styleId="{name}"><w:name w:val="{name}"/>{lines}'
        f'<w:rPr>{more}<w:sz w:val="{size}"/></w:rPr></w:style>'
    )


_CENTRE = '<w:spacing w:after="60"/><w:jc w:val="center"/>'
_STYLES = (
    f"<w:styles {_W}><w:docDefaults><w:rPrDefault><w:rPr>"
    '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/>'
    '<w:sz w:val="26"/><w:lang w:val="vi-VN"/></w:rPr></w:rPrDefault></w:docDefaults>'
    + _style("Name", 32, "<w:b/><w:caps/>", _CENTRE)
    + _style("Of", 28, "<w:b/>", _CENTRE)
    + _style("Heading1", 28, "<w:b/>", '<w:keepNext/><w:spacing w:before="280" w:after="80"/>'
             '<w:outlineLvl w:val="0"/>')
    + _style("Remark", 24, "<w:i/>", '<w:keepNext/><w:spacing w:after="120"/>')
    + _style("Head", 24, "<w:b/>", '<w:keepNext/><w:spacing w:before="40" w:after="40"/>')
    + _style("Cell", 24, "", '<w:spacing w:before="40" w:after="40"/>')
    + _style("Gap", 8)
    + _style("Note", 19, "", '<w:spacing w:after="20"/>')
    + _style("Mark", 22, '<w:vertAlign w:val="superscript"/>', kind="character")
    + "</w:styles>"
)  # fmt: skip
