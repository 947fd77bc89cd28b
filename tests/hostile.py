"""Files that are broken or mean harm, made here, and what is to become of each."""

import io
import os
import random
import socket
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.office_writers import odt, odt_of, rtf
from tests.pdf_writer import pdf
from tests.writers import Para, Sheet, docx, docx_of, html

_SHEET = Sheet(
    (
        Para("BÁO CÁO KIỂM ĐIỂM"),
        *(Para(f"Đảng bộ xã Hòa Mẫu {i} có {i} đảng viên; công tác kiểm tra còn chậm.[^1]")
          for i in range(1, 40)),
    ),
    notes=("Kế hoạch số 12-KH/ĐU.",),
)  # fmt: skip
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_BODY = f"<w:document {_W}><w:body>{{}}</w:body></w:document>"
_P = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"
_LAUGHS = "<!DOCTYPE d [<!ENTITY a '" + "ha" * 50 + "'>" + "".join(
    f"<!ENTITY {b} '{f'&{a};' * 10}'>" for a, b in zip("abcdefghi", "bcdefghij", strict=True)
) + "]>"  # fmt: skip
_OUTSIDE = '<!DOCTYPE d [<!ENTITY j SYSTEM "file:///etc/passwd">]>'
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


@dataclass(frozen=True, slots=True)
class Bad:
    """A file of the archive; `codes` are the issues one of which it must bear.

    Without codes it is harmless and may be read; `why` says so.
    """

    name: str
    data: bytes
    codes: frozenset[str] = frozenset()
    why: str = ""


def bad(name: str, data: bytes | str, *codes: str) -> Bad:
    return Bad(name, data.encode() if isinstance(data, str) else data, frozenset(codes))


def harmless(name: str, data: bytes | str, why: str) -> Bad:
    return Bad(name, data.encode() if isinstance(data, str) else data, why=why)


def files() -> Iterator[Bad]:
    """Every file that is bytes under a plain name."""
    yield from _cut()
    yield from _empty()
    yield from _locked()
    yield from _named_wrong()
    yield from _archives()
    yield from _entities()
    yield from _pdfs()
    yield from _huge()
    yield from _deep()
    yield from _garbage()
    yield from _traps()


def _cut() -> Iterator[Bad]:
    """Files broken off at ten places."""
    whole = {"pdf": pdf(_SHEET), "docx": docx(_SHEET), "html": html(_SHEET)}
    for form, data in whole.items():
        for i in range(1, 11):
            part = data[: len(data) * i // 11]
            if form == "docx":
                yield bad(f"cut/{i}.docx", part, "damaged")
            elif form == "pdf":
                yield harmless(f"cut/{i}.pdf", part, "its whole pages are read as far as they go")
            else:
                yield harmless(f"cut/{i}.html", part, "a page cut short is a shorter page")
    yield bad("cut/a.odt", odt(_SHEET)[:-300], "damaged")
    yield bad("cut/a.rtf", rtf(_SHEET)[:-300], "cut_off")


def _empty() -> Iterator[Bad]:
    for form in ("pdf", "docx", "doc", "txt", "html", "rtf", "odt", "xlsx", "eml", "xyz"):
        yield bad(f"empty/a.{form}", b"" if form != "txt" else b" \n", "empty")
    yield bad("empty/a.zip", b"", "damaged")
    yield bad("empty/invisible.txt", "\u200b\ufeff\u2060\n", "empty")


def _locked() -> Iterator[Bad]:
    secret = f"/Filter/Standard/V 1/R 2/P -4/O<{'41' * 32}>/U<{'42' * 32}>"
    pages = "<</Type/Pages/Kids[3 0 R]/Count 1>>"
    page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]>>"
    objects = ["<</Type/Catalog/Pages 2 0 R>>", pages, page, f"<<{secret}>>"]
    trailer = f"/Encrypt 4 0 R/ID[<{'43' * 16}><{'43' * 16}>]"
    yield bad("locked/a.pdf", _pdf(objects, trailer), "encrypted")
    yield bad("locked/a.docx", _OLE + "EncryptedPackage".encode("utf-16-le"), "encrypted")
    head = _OLE[:512] + b"\xec\xa5" + bytes(9) + b"\x01" + bytes(600)
    yield bad("locked/a.doc", head + "WordDocument".encode("utf-16-le"), "encrypted", "damaged",
              "missing_program")  # fmt: skip
    manifest = "<m><file-entry><encryption-data/></file-entry></m>"
    yield bad(
        "locked/a.odt",
        _zip({"content.xml": b"\1\2\3", "META-INF/manifest.xml": manifest.encode()}),
        "encrypted",
    )
    plain = bytearray(_zip({"a.txt": b"x" * 100}))
    for sign, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        plain[plain.index(sign) + at] |= 1
    yield bad("locked/a.zip", bytes(plain), "unopened")


def _named_wrong() -> Iterator[Bad]:
    text = "Chi bộ thôn Đông có 12 đảng viên."
    read = "it is read by its content"
    yield harmless("wrong/page.pdf", html(Sheet((Para(text),))), read)
    yield harmless("wrong/word.txt", docx(Sheet((Para(text + " A"),))), read)
    yield harmless("wrong/sheet.docx", pdf(Sheet((Para(text + " B"),))), read)
    yield harmless("wrong/rich.doc", rtf(Sheet((Para(text + " C"),))), read)
    yield bad("wrong/program.docx", b"MZ\x90\0\3\0\0\0" + bytes(400), "damaged")
    yield bad("wrong/program.txt", b"\x7fELF\2\1\1" + bytes(400), "unsupported")
    yield bad("wrong/archive.docx", _zip({"a.txt": b"x"}), "unsupported")
    yield bad("wrong/seven.zip", b"7z\xbc\xaf\x27\x1c" + bytes(40), "damaged")
    yield bad("wrong/a.7z", b"7z\xbc\xaf\x27\x1c" + bytes(40), "unsupported")
    yield bad("wrong/a.rar", b"Rar!\x1a\x07\x01\0" + bytes(40), "unsupported")
    yield bad("wrong/a.xls", _OLE + "Workbook".encode("utf-16-le"), "damaged")
    yield bad("wrong/a.lnk", b"L\0\0\0\1\x14\2\0", "unsupported")


def _archives() -> Iterator[Bad]:
    yield bad("zip/bomb.zip", _zip({"a.txt": bytes(30 * 2**20)}), "too_large")
    many = _zip({"a.txt": b"x" * 50_000, "b.txt": b"y"}, zipfile.ZIP_STORED)
    yield bad("zip/overlap.zip", _overlapping(many), "too_large", "damaged", "unopened")
    inner = _zip({"deep.txt": b"x"})
    for _ in range(8):
        inner = _zip({"inner.zip": inner})
    yield bad("zip/nested.zip", inner, "too_deep")
    yield bad("zip/cut.zip", _zip({"a.txt": b"x" * 5000}, zipfile.ZIP_STORED)[:3000], "damaged")
    torn = bytearray(_zip({"torn.txt": b"x" * 5000}, zipfile.ZIP_STORED))
    torn[2000] ^= 1
    yield bad("zip/torn.zip", bytes(torn), "unopened")
    names = ("../../outside.txt", "/etc/outside.txt", "..\\..\\outside.txt", "a/../../x/out.txt")
    good = {n: f"Chi bộ {i} có 9 đảng viên.".encode() for i, n in enumerate(names)}
    yield harmless("zip/traversal.zip", _zip(good), "its members are read, never written")
    yield bad("zip/inner_docx_bomb.zip", _zip({"a.docx": _docx_bomb(b"x")}), "too_large")


def _entities() -> Iterator[Bad]:
    entity = _BODY.format(_P.format("&j;"))
    yield bad("entity/a.docx", docx_of({"document": _LAUGHS + entity}), "damaged", "empty")
    yield bad("entity/out.docx", docx_of({"document": _OUTSIDE + entity}), "damaged", "empty")
    yield bad("entity/a.odt", odt_of("<text:p>&j;</text:p>", prolog=_LAUGHS), "damaged", "empty")
    yield bad("entity/out.odt", odt_of("<text:p>&j;</text:p>", prolog=_OUTSIDE), "damaged", "empty")
    page = f"{_LAUGHS}<html><body><p>Chi bộ &j; có 9 đảng viên.</p></body></html>"
    yield harmless("entity/a.html", page, "a page has no entities of its own")
    sheet = f"{_LAUGHS}<worksheet><sheetData><row><c><v>&j;</v></c></row></sheetData></worksheet>"
    yield bad("entity/a.xlsx", _zip({"xl/workbook.xml": sheet.encode()}), "damaged", "empty")


def _pdfs() -> Iterator[Bad]:
    catalog = "<</Type/Catalog/Pages 2 0 R>>"
    kids = " ".join(["3 0 R"] * 10_000)
    page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]>>"
    pages = f"<</Type/Pages/Kids[{kids}]/Count 10000>>"
    yield bad("pdf/pages.pdf", _pdf([catalog, pages, page]), "too_many_pages")
    one = "<</Type/Pages/Kids[3 0 R]/Count 1>>"
    wide = page.replace("0 0 100 100", "0 0 141732 141732")
    yield bad("pdf/50_metres.pdf", _pdf([catalog, one, wide]), "no_text", "empty", "page_too_large",
              "unreadable", "too_large")  # fmt: skip
    loop = "<</Type/Pages/Kids[2 0 R]/Count 1>>"
    yield bad("pdf/loop.pdf", _pdf([catalog, loop]), "damaged", "empty", "no_text")
    form = "/Resources<</XObject<</X 4 0 R>>>>/Contents 5 0 R"
    again = (
        "<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 4 0 R>>>>/Length 5>>"
    )
    yield bad(
        "pdf/form_loop.pdf",
        _pdf([catalog, one, page[:-2] + form + ">>", f"{again}\nstream\n/X Do\nendstream",
              "<</Length 5>>\nstream\n/X Do\nendstream"]),
        "no_text", "damaged", "empty",
    )  # fmt: skip
    packed = zlib.compress(b" " * (64 * 2**20))
    stream = f"<</Filter/FlateDecode/Length {len(packed)}>>\nstream\n"
    body = stream.encode() + packed + b"\nendstream"
    yield bad(
        "pdf/stream_bomb.pdf",
        _pdf([catalog, one, page[:-2] + "/Contents 4 0 R>>", body]),
        "no_text", "damaged", "out_of_memory", "crashed", "too_slow",
    )  # fmt: skip
    yield bad("pdf/previous.pdf", _pdf([catalog, one, page], "/Prev 9"), "no_text", "damaged")
    yield bad("pdf/head.pdf", "%PDF-1.7\n", "damaged")
    yield bad("pdf/head_and_end.pdf", "%PDF-1.7\n%%EOF\n", "damaged")


def _huge() -> Iterator[Bad]:
    yield bad("huge/lines.txt", "a\n" * 1_000_000, "too_long")
    yield bad("huge/line.txt", "báo cáo " * (50 * 2**20 // 10), "too_long")
    yield bad("huge/line.html", "<html><p>" + "báo cáo " * (20 * 2**20 // 10), "too_long")
    yield bad("huge/line.rtf", "{\\rtf1 " + "a" * (20 * 2**20) + "}", "too_long")
    yield bad("huge/a.docx", _docx_bomb(), "too_large")
    yield bad("huge/a.odt", _zip({"content.xml": b"<x>" + b" " * (201 * 2**20)}), "too_large")
    cells = b"<worksheet><sheetData>" + b" " * (201 * 2**20)
    yield bad("huge/a.xlsx", _zip({"xl/workbook.xml": b"", "xl/s.xml": cells}), "too_large")
    attribute = _BODY.format(f'<w:p w:x="{"a" * (12 * 2**20)}"/>')
    yield bad("huge/attribute.docx", docx_of({"document": attribute}), "damaged")
    span = '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr>{0}</w:tc><w:tc>'
    span += "{0}</w:tc></w:tr></w:tbl>"
    table = docx_of({"document": _BODY.format(span.format(_P.format("ô")))})
    yield harmless("huge/cells.docx", table, "cells that are not there take no room")
    wide = '<table border="1">' + '<tr><td colspan="1000000000" rowspan="1000000000">a</td>' * 9
    yield harmless("huge/cells.html", f"<html><body>{wide}", "spans are bounded")


def _deep() -> Iterator[Bad]:
    nest = "<w:tbl><w:tr><w:tc>" * 500 + _P.format("x") + "</w:tc></w:tr></w:tbl>" * 500
    yield bad("deep/a.docx", docx_of({"document": _BODY.format(nest)}), "damaged", "too_deep")
    sections = "<text:section>" * 3000 + "<text:p>x</text:p>" + "</text:section>" * 3000
    yield bad("deep/a.odt", odt_of(sections), "damaged", "too_deep")
    for tag in ("div", "b", "ul", "table", "span"):
        page = f"<html><body>{f'<{tag}>' * 20_000}Chi bộ {tag} có 9 đảng viên."
        yield harmless(
            f"deep/{tag}.html", page, "tags inside one another are only a page badly made"
        )
    yield bad("deep/a.rtf", b"{\\rtf1 " + b"{" * 500_000 + b"x", "cut_off")
    mail = b"".join(
        b"Content-Type: multipart/mixed; boundary=%d\n\n--%d\n" % (i, i) for i in range(2000)
    )
    yield bad("deep/a.eml", mail, "damaged", "empty", "too_deep")


def _garbage() -> Iterator[Bad]:
    noise = random.Random(7)
    for form in ("pdf", "docx", "doc", "rtf", "odt", "xlsx", "txt", "html", "eml", "tiff", "md"):
        data = b"\x81" + noise.randbytes(4000)
        yield bad(f"noise/a.{form}", data, "damaged", "unsupported", "not_text", "empty")
    heads = {
        "pdf": b"%PDF-1.7\n", "docx": b"PK\x03\x04", "odt": b"PK\x03\x04", "html": b"<html>",
        "rtf": b"{\\rtf1 ", "tiff": b"II*\0", "png": b"\x89PNG\r\n\x1a\n", "jpg": b"\xff\xd8\xff",
        "eml": b"Subject: x\n\n", "txt": b"", "md": b"# ",
    }  # fmt: skip
    for form, head in heads.items():
        data = head + noise.randbytes(9000).replace(b"\0", b"")
        yield bad(f"noise/head.{form}", data, "damaged", "unsupported", "not_text", "empty",
                  "cut_off", "garbled", "no_text", "missing_program")  # fmt: skip
    word = _OLE + "WordDocument".encode("utf-16-le") + noise.randbytes(4000)
    yield bad("noise/ole.doc", word, "damaged", "missing_program", "empty")
    yield bad("noise/part.docx", docx_of({"styles": "<x/>"}), "damaged")
    text = b"Chi b\xe1\xbb c\xc3 9 \xff\xfe\xfd " + "đảng viên xã Hòa Mẫu. ".encode() * 30
    yield harmless("noise/invalid_utf8.txt", text, "its whole letters are read")
    yield bad("noise/zeros.txt", bytes(5000), "unsupported", "empty")


def _traps() -> Iterator[Bad]:
    """Texts made to keep patterns busy."""
    slow = "they cost time in proportion to their length"
    for i, unit in enumerate(
        ("1.", "((", "- ", "a; ", "số ", "Điều 1, ", "năm 2020-", "100% ", "|")
    ):
        yield harmless(f"trap/{i}.txt", unit * (10_000 // len(unit)), slow)
    yield harmless("trap/table.txt", "a\tb\tc\n" * 4000, slow)


def good(number: int) -> bytes:
    """A report that is nothing but well."""
    return (
        f"BÁO CÁO KIỂM ĐIỂM\n\nĐảng bộ xã Vĩnh Mẫu {number} có {number + 50} đảng viên, "
        "sinh hoạt ở 6 chi bộ.\n\nII. Hạn chế\n\n1. Công tác kiểm tra có lúc chưa thường xuyên.\n"
    ).encode()


def lay(folder: Path) -> dict[str, Bad]:
    """All of it laid into a folder beside ten good files; path -> what is to become of it."""
    out = {}
    for file in files():
        path = folder / file.name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.data)
        out[file.name] = file
    for i in range(10):
        (folder / f"good_{i}.txt").write_bytes(good(i))
    for file in _special(folder):
        out[file.name] = file
    return out


def _special(folder: Path) -> Iterator[Bad]:
    """What is no plain file under a plain name."""
    text = "Chi bộ thôn {} có 9 đảng viên."
    odd = folder / "odd"
    odd.mkdir()
    for i, name in enumerate(("Đảng bộ.txt", "a" * 246 + ".txt", "hai\ndòng.txt", "-rf.txt")):
        (odd / name).write_text(text.format(i), encoding="utf-8")
        shown = name.replace("\n", "\ufffd")
        yield harmless(f"odd/{shown}", b"", "only its name is odd")
    (odd / "twin.txt").write_bytes(good(0))
    (odd / "shut.txt").write_text("x")
    (odd / "shut.txt").chmod(0)
    yield bad("odd/shut.txt", b"", "unopened")
    (odd / "shut").mkdir()
    (odd / "shut").chmod(0)
    yield bad("odd/shut", b"", "unopened")
    os.mkfifo(odd / "pipe.txt")
    yield bad("odd/pipe.txt", b"", "unopened")
    with socket.socket(socket.AF_UNIX) as door:
        here = Path.cwd()
        os.chdir(odd)  # the name of a socket must be short
        door.bind("door.txt")
        os.chdir(here)
    yield bad("odd/door.txt", b"", "unopened")
    for name, target in (("loop.txt", "loop.txt"), ("zero.txt", "/dev/zero"), ("gone.txt", "none")):
        (odd / name).symlink_to(target)
        yield bad(f"odd/{name}", b"", "unopened")
    (odd / "round").symlink_to("..")
    yield bad("odd/round", b"", "link")


def _pdf(objects: list[str | bytes] | list[str], trailer: str = "") -> bytes:
    """A PDF of these objects, number 1 its catalog."""
    out = b"%PDF-1.7\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        words = body if isinstance(body, bytes) else body.encode("latin-1")
        out += b"%d 0 obj\n%s\nendobj\n" % (number, words)
    table = "".join(f"{p:010} 00000 n \n" for p in places)
    size = len(objects) + 1
    end = (
        f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<</Size {size}/Root 1 0 R{trailer}>>"
    )
    return out + f"{end}\nstartxref\n{len(out)}\n%%EOF\n".encode()


def _zip(members: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in members.items():
            archive.writestr(zipfile.ZipInfo(name), data, method)
    return out.getvalue()


def _overlapping(data: bytes) -> bytes:
    """The zip with every entry of its directory at the place, and with the size, of the first."""
    out = bytearray(data)
    first = out.index(b"PK\x01\x02")
    second = out.index(b"PK\x01\x02", first + 4)
    out[second + 16 : second + 28] = out[first + 16 : first + 28]
    out[second + 42 : second + 46] = out[first + 42 : first + 46]
    return bytes(out)


def _docx_bomb(inside: bytes = b" ") -> bytes:
    return _zip({"word/document.xml": b"<w:document>" + inside * (201 * 2**20)})
