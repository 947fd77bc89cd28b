"""Writes a `Sheet` as RTF, ODT or XLSX as their programs do, and through LibreOffice as DOC."""

import io
import re
import shutil
import subprocess
import tempfile
import zipfile
from html import escape
from pathlib import Path

from openpyxl import load_workbook

from tests.sheets import Grid, Heading, Letterhead, Para, Part, Sheet
from tests.writers import docx, zipped

_MARK = re.compile(r"\[\^(\d+)\]")
_ODF = "urn:oasis:names:tc:opendocument:xmlns"
_SPACES = " ".join(
    f'xmlns:{short}="{_ODF}:{name}:1.0"'
    for short, name in (
        ("office", "office"), ("text", "text"), ("table", "table"), ("style", "style"),
        ("fo", "xsl-fo-compatible"), ("draw", "drawing"), ("svg", "svg-compatible"),
    )
)  # fmt: skip


def rtf(sheet: Sheet) -> bytes:
    """RTF with footnotes, heading styles and ruled tables, its letters as `\\u` and bytes."""
    head = r"{\rtf1\ansi\ansicpg1258\deff0{\fonttbl{\f0\froman\fcharset163 Times New Roman;}}"
    head += r"{\stylesheet{\s0 Normal;}"
    head += "".join(rf"{{\s{n}\outlinelevel{n - 1} heading {n};}}" for n in (1, 2, 3))
    head += rf"}}{{\header \pard {_rtf_words(sheet.header or '')}\par}}"
    body = "".join(_rtf_part(p, sheet) for p in sheet.parts)
    return f"{head}{body}}}".encode("ascii")


def rtf_of(body: str, fonts: str = "") -> bytes:
    """RTF of this body, after fonts 0 (of today) and those named."""
    return rf"{{\rtf1\ansi{{\fonttbl{{\f0 Arial;}}{fonts}}}{body}}}".encode("latin-1")


def _rtf_part(part: Part, sheet: Sheet) -> str:
    if isinstance(part, Heading):
        return rf"\pard\s{part.level}\outlinelevel{part.level - 1} {_rtf_words(part.text)}\par "
    if isinstance(part, Para):
        words = ""
        for i, piece in enumerate(_MARK.split(part.text)):
            note = sheet.notes[int(piece) - 1] if i % 2 else ""
            words += _rtf_note(note) if i % 2 else _rtf_words(piece)
        return rf"\pard\plain {words}\par "
    if isinstance(part, Letterhead):
        cells = (r"\par ".join(map(_rtf_words, side)) for side in (part.left, part.right))
        row = "".join(rf"\pard\intbl {c}\cell " for c in cells)
        return rf"\trowd\cellx3000\cellx6000{row}\row "
    if isinstance(part, Grid):
        return "".join(_rtf_row(row) for row in part.rows)
    return r"\page "


def _rtf_row(row: tuple[str, ...]) -> str:
    rule = r"\clbrdrt\brdrs\brdrw10"
    edges = "".join(rf"{rule}\cellx{2000 * (i + 1)}" for i in range(len(row)))
    cells = "".join(rf"\pard\intbl {_rtf_words(c)}\cell " for c in row)
    return rf"\trowd{edges}{cells}\row "


def _rtf_note(note: str) -> str:
    return rf"{{\super\chftn}}{{\footnote\pard\plain{{\super\chftn}} {_rtf_words(note)}}}"


def _rtf_words(text: str) -> str:
    r"""Letters that Windows-1258 has as bytes, the others as `\u` with a `?` to skip."""
    return "".join(map(_rtf_letter, text))


def _rtf_letter(letter: str) -> str:
    if letter in "\\{}":
        return "\\" + letter
    if letter.isascii():
        return letter
    try:
        return rf"\'{letter.encode('cp1258')[0]:02x}"
    except UnicodeEncodeError:
        return rf"\u{ord(letter)}?"


def odt(sheet: Sheet) -> bytes:
    """ODT with notes, headings, ruled tables, a header in its styles."""
    body = "".join(_odt_part(p, sheet) for p in sheet.parts)
    return odt_of(body)


def odt_of(body: str, styles: str = "", prolog: str = "") -> bytes:
    """ODT of this body and these automatic styles."""
    cell = '<style:style style:name="R" style:family="table-cell"><style:table-cell-properties '
    cell += 'fo:border="0.5pt solid #000000"/></style:style>'
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?>{prolog}<office:document-content {_SPACES}>'
        f"<office:automatic-styles>{cell}{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        package.writestr("content.xml", content)
    return out.getvalue()


def _odt_part(part: Part, sheet: Sheet) -> str:
    if isinstance(part, Heading):
        return f'<text:h text:outline-level="{part.level}">{escape(part.text)}</text:h>'
    if isinstance(part, Para):
        words = ""
        for i, piece in enumerate(_MARK.split(part.text)):
            words += _odt_note(piece, sheet.notes[int(piece) - 1]) if i % 2 else escape(piece)
        return f"<text:p>{words}</text:p>"
    if isinstance(part, Letterhead):
        sides = (
            "".join(f"<text:p>{escape(x)}</text:p>" for x in s) for s in (part.left, part.right)
        )
        cells = "".join(f"<table:table-cell>{s}</table:table-cell>" for s in sides)
        return f"<table:table><table:table-row>{cells}</table:table-row></table:table>"
    if isinstance(part, Grid):
        return f"<table:table>{''.join(map(_odt_row, part.rows))}</table:table>"
    return "<text:soft-page-break/>"


def _odt_row(row: tuple[str, ...]) -> str:
    cells = (
        f'<table:table-cell table:style-name="R"><text:p>{escape(c)}</text:p></table:table-cell>'
        for c in row
    )
    return f"<table:table-row>{''.join(cells)}</table:table-row>"


def _odt_note(number: str, note: str) -> str:
    return (
        f'<text:note text:note-class="footnote"><text:note-citation>{number}</text:note-citation>'
        f"<text:note-body><text:p>{escape(note)}</text:p></text:note-body></text:note>"
    )


def libreoffice() -> bool:
    """Whether LibreOffice is installed."""
    return shutil.which("soffice") is not None


def by_libreoffice(sheets: dict[str, Sheet], form: str) -> dict[str, bytes]:
    """The sheets in a format of LibreOffice (`doc`, `rtf`, `odt`), made in one call."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        files = [folder / f"{key}.docx" for key in sheets]
        for file, sheet in zip(files, sheets.values(), strict=True):
            file.write_bytes(docx(sheet))
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        call = ["soffice", profile, "--headless", "--convert-to", form, "--outdir", name]
        subprocess.run([*call, *map(str, files)], check=True, capture_output=True, timeout=120)
        return {key: (folder / f"{key}.{form}").read_bytes() for key in sheets}


def pptx_of(*slides: str) -> bytes:
    """A presentation of these slides, each the XML of its shapes."""
    a = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    p = 'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
    r = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    links = "http://schemas.openxmlformats.org/package/2006/relationships"
    order = "".join(f'<p:sldId id="{255 + n}" r:id="s{n}"/>' for n in range(len(slides)))
    targets = "".join(
        f'<Relationship Id="s{n}" Type="{r}/slide" Target="slides/slide{n}.xml"/>'
        for n in reversed(range(len(slides)))
    )
    main = f'<Relationship Id="m" Type="{r}/officeDocument" Target="ppt/presentation.xml"/>'
    files = {
        "_rels/.rels": f'<Relationships xmlns="{links}">{main}</Relationships>',
        "ppt/presentation.xml": f'<p:presentation {p} xmlns:r="{r}"><p:sldIdLst>{order}'
        "</p:sldIdLst></p:presentation>",
        "ppt/_rels/presentation.xml.rels": f'<Relationships xmlns="{links}">{targets}'
        "</Relationships>",
    } | {
        f"ppt/slides/slide{n}.xml": f"<p:sld {p} {a}><p:cSld><p:spTree>{shapes}</p:spTree>"
        "</p:cSld></p:sld>"
        for n, shapes in enumerate(slides)
    }
    return zipped(files)


def shape(*paragraphs: str, role: str = "") -> str:
    """A shape of a slide; `role`: that of its placeholder."""
    place = f'<p:nvSpPr><p:nvPr><p:ph type="{role}"/></p:nvPr></p:nvSpPr>' if role else ""
    texts = "".join(f"<a:p><a:r><a:t>{escape(t)}</a:t></a:r></a:p>" for t in paragraphs)
    return f"<p:sp>{place}<p:txBody>{texts}</p:txBody></p:sp>"


def xls(workbook: bytes) -> bytes:
    """The first sheet of an XLSX workbook as an old workbook."""
    import xlwt

    sheet = load_workbook(io.BytesIO(workbook)).worksheets[0]
    old = xlwt.Workbook()
    page = old.add_sheet(sheet.title)
    for row in sheet.iter_rows():
        for cell in row:
            style = xlwt.XFStyle()
            style.num_format_str = cell.number_format
            if cell.value is not None:
                page.write(cell.row - 1, cell.column - 1, cell.value, style)
    old.add_sheet("Trống")
    out = io.BytesIO()
    old.save(out)
    return out.getvalue()
