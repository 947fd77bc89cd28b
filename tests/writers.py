"""Writes a `Sheet` as plain text, DOCX, HTML or (from `tests.pdf_writer`) PDF."""

import io
import re
import zipfile
from html import escape

from tests.pdf_writer import pdf
from tests.sheets import Grid, Heading, Letterhead, PageBreak, Para, Part, Sheet

__all__ = ["Grid", "Heading", "Letterhead", "PageBreak", "Para", "Sheet", "docx", "html", "pdf"]
__all__ += ["txt"]

_MARK = re.compile(r"\[\^(\d+)\]")
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def txt(sheet: Sheet) -> bytes:
    """Plain text as a page's text is saved: marks as (n), notes under a rule end their page."""
    out: list[str] = []
    for part in sheet.parts:
        words = _lines_of(part)
        out += [_MARK.sub(r"(\1)", line) for line in words]
        numbers = [int(n) for line in words for n in _MARK.findall(line)]
        if numbers:
            foot = (f"{n} {sheet.notes[n - 1]}" for n in numbers)
            out.append("\n".join([" " * 21, *foot, "\f"]))
    return ("\n\n".join(out) + "\n").encode()


def _lines_of(part: Part) -> list[str]:
    if isinstance(part, Heading | Para):
        return [part.text]
    if isinstance(part, Letterhead):
        return [*part.left, *part.right]
    if isinstance(part, Grid):
        return ["\n".join("\t".join(row) for row in part.rows)]
    return []


def html(sheet: Sheet, title: str = "", around: tuple[str, str] = ("", "")) -> bytes:
    """A web page with `around` before and after its article (menus, related news, footer)."""
    body = "".join(_html_part(p) for p in sheet.parts)
    body += "".join(f"<p>({n}) {escape(note)}</p>" for n, note in enumerate(sheet.notes, 1))
    page = (
        f'<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>{escape(title)}'
        f"</title></head><body>{around[0]}<article>{body}</article>{around[1]}</body></html>"
    )
    return page.encode()


def _html_part(part: Part) -> str:
    if isinstance(part, Heading):
        return f"<h{part.level}>{escape(part.text)}</h{part.level}>"
    if isinstance(part, Para):
        words = _MARK.sub(r"<sup>(\1)</sup>", escape(part.text))
        return f"<p><strong>{words}</strong></p>" if part.bold else f"<p>{words}</p>"
    if isinstance(part, Letterhead):
        sides = ("".join(f"<p>{escape(x)}</p>" for x in side) for side in (part.left, part.right))
        return "<table><tr>" + "".join(f"<td>{s}</td>" for s in sides) + "</tr></table>"
    if isinstance(part, Grid):
        rows = ("".join(f"<td>{escape(c)}</td>" for c in row) for row in part.rows)
        return '<table border="1">' + "".join(f"<tr>{r}</tr>" for r in rows) + "</table>"
    return "<hr>"


def docx(sheet: Sheet) -> bytes:
    """A DOCX with real footnotes, heading styles, tables, a header and a footer."""
    body = "".join(_docx_part(p) for p in sheet.parts)
    frames = f'<w:sectPr {_W} xmlns:r="{_R}"><w:headerReference w:type="default" r:id="rId3"/>'
    frames += '<w:footerReference w:type="default" r:id="rId4"/></w:sectPr>'
    foot = sheet.footer or ""
    page = '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE '
    page += '</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    return docx_of(
        {
            "document": f"<w:document {_W}><w:body>{body}{frames}</w:body></w:document>",
            "styles": f"<w:styles {_W}>{_STYLES}</w:styles>",
            "footnotes": f"<w:footnotes {_W}>{_docx_notes(sheet.notes)}</w:footnotes>",
            "header1": f"<w:hdr {_W}>{_docx_p(sheet.header or '')}</w:hdr>",
            "footer1": f"<w:ftr {_W}>{_docx_p(foot)}{page if sheet.page_numbers else ''}</w:ftr>",
        }
    )


def docx_of(parts: dict[str, str]) -> bytes:
    """A DOCX package of these XML parts of its word folder (`document`, `footnotes`, …)."""
    kinds = {"document": "document.main", "header1": "header", "footer1": "footer"}
    types = "".join(
        f'<Override PartName="/word/{p}.xml" ContentType="{_WORD}.{kinds.get(p, p)}+xml"/>'
        for p in parts
    )
    rids = {"styles": 1, "footnotes": 2, "header1": 3, "footer1": 4, "numbering": 5, "endnotes": 6}
    links = "".join(
        f'<Relationship Id="rId{rids[p]}" Type="{_R}/{p.rstrip("1")}" Target="{p}.xml"/>'
        for p in parts
        if p in rids
    )
    whole = f'<Relationship Id="rId1" Type="{_R}/officeDocument" Target="word/document.xml"/>'
    files = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{types}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">{whole}</Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">{links}'
        "</Relationships>",
    } | {f"word/{name}.xml": xml for name, xml in parts.items()}
    return zipped(files)


def zipped(files: dict[str, str]) -> bytes:
    """The files in a zip, the same bytes each time."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, xml in files.items():
            package.writestr(zipfile.ZipInfo(name), _XML + xml, zipfile.ZIP_DEFLATED)
    return out.getvalue()


_STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="Heading{n}"><w:name w:val="heading {n}"/>'
    f'<w:pPr><w:outlineLvl w:val="{n - 1}"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>'
    for n in (1, 2, 3)
)


def _docx_part(part: Part) -> str:
    if isinstance(part, Heading):
        return _docx_p(part.text, f'<w:pStyle w:val="Heading{part.level}"/>')
    if isinstance(part, Para):
        align = {"body": "both"}.get(part.align, part.align)
        return _docx_p(part.text, f'<w:jc w:val="{align}"/>', part.bold)
    if isinstance(part, Letterhead):
        return _docx_table(((part.left, part.right),), ruled=False)
    if isinstance(part, Grid):
        rows = tuple(tuple((cell,) for cell in row) for row in part.rows)
        return _docx_table(rows, ruled=True)
    return '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'


def _docx_p(text: str, style: str = "", bold: bool = False) -> str:
    face = "<w:rPr><w:b/></w:rPr>" if bold else ""
    runs = ""
    for i, words in enumerate(_MARK.split(text)):
        if i % 2:
            runs += '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
            runs += f'<w:footnoteReference w:id="{words}"/></w:r>'
        elif words:
            runs += f'<w:r>{face}<w:t xml:space="preserve">{escape(words)}</w:t></w:r>'
    return f"<w:p><w:pPr>{style}</w:pPr>{runs}</w:p>"


def _docx_table(rows: tuple[tuple[tuple[str, ...], ...], ...], ruled: bool) -> str:
    value = "single" if ruled else "none"
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    rules = "".join(f'<w:{s} w:val="{value}" w:sz="4"/>' for s in sides)
    cells = (
        "".join(f"<w:tc>{''.join(_docx_p(line) for line in cell)}</w:tc>" for cell in row)
        for row in rows
    )
    grid = "<w:tblGrid>" + '<w:gridCol w:w="2000"/>' * len(rows[0]) + "</w:tblGrid>"
    body = "".join(f"<w:tr>{row}</w:tr>" for row in cells)
    return f"<w:tbl><w:tblPr><w:tblBorders>{rules}</w:tblBorders></w:tblPr>{grid}{body}</w:tbl>"


def _docx_notes(notes: tuple[str, ...]) -> str:
    """The two separators that Word puts in first, then the notes with their own numbers."""
    out = '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p>'
    out += '</w:footnote><w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r>'
    out += "<w:continuationSeparator/></w:r></w:p></w:footnote>"
    for number, note in enumerate(notes, 1):
        out += f'<w:footnote w:id="{number}"><w:p><w:r><w:footnoteRef/></w:r><w:r>'
        out += f'<w:t xml:space="preserve"> {escape(note)}</w:t></w:r></w:p></w:footnote>'
    return out
