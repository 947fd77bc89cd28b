"""A web page is read as its article: title, date, sapo, text, without the site's frame."""

import unicodedata

import pytest

from pipeline.errors import UnreadableError
from pipeline.model import Document
from pipeline.parse import parse
from pipeline.sources import Source, sniff
from tests.writers import Grid, Heading, Letterhead, Para, Sheet, html

_SAPO = "Sáng 5/6, Huyện ủy Tân Mẫu sơ kết nửa năm thực hiện nghị quyết về sinh hoạt chi bộ."
_BODY = (
    "Theo báo cáo, toàn huyện có 412 chi bộ, 100% chi bộ sinh hoạt đủ kỳ; 96% chi bộ thôn có "
    "sinh hoạt chuyên đề ít nhất mỗi quý một lần, tăng so với cùng kỳ năm trước.",
    "Bên cạnh kết quả, một số cấp ủy còn lúng túng khi chọn nội dung chuyên đề; việc ghi biên "
    "bản ở vài nơi sơ sài, chưa phản ánh đúng ý kiến của đảng viên trong chi bộ.",
    "Ban Thường vụ Huyện ủy yêu cầu các đảng ủy trực thuộc rà soát, phân công cấp ủy viên dự "
    "sinh hoạt cùng chi bộ, báo cáo kết quả trước ngày 30/9.",
)
_MENU = "".join(f'<li><a href="/{n}">Chuyên mục {n}</a></li>' for n in range(8))
_OTHERS = "".join(f'<li><a href="/t{n}">Tin khác đăng trước đó số {n}</a></li>' for n in range(9))


def read(data: bytes | str, name: str = "tin.html") -> Document:
    data = data.encode() if isinstance(data, str) else data
    return parse(Source("0" * 16, name, sniff(name, data), data))


def blocks(document: Document) -> list[tuple[str, str]]:
    return [(b.kind.value, document.quote(b.span)) for b in document.blocks]


def texts(document: Document) -> list[str]:
    return [t for _, t in blocks(document)]


_PARAGRAPHS = "".join(f"<p>{p}</p>" for p in _BODY)
_TITLE = "Huyện Tân Mẫu sơ kết nửa năm sinh hoạt chi bộ"
_MODERN = f"""<!doctype html><html><head><meta charset="utf-8"><title>{_TITLE} - Báo Mẫu</title>
<script>var x = "Đảng bộ";</script></head><body>
<header><nav><ul>{_MENU}</ul></nav></header>
<div class="breadcrumb">Trang nhất / Xây dựng Đảng</div>
<article><h1>{_TITLE}</h1><div class="meta">Thứ năm, 05/06/2025 - 10:30</div>
<div class="social-share">Chia sẻ lên mạng</div><p class="sapo">{_SAPO}</p>
<figure><img src="a.jpg"><figcaption>Quang cảnh hội nghị. Ảnh: CTV</figcaption></figure>
{_PARAGRAPHS}<p>Tin, ảnh: CTV</p></article>
<div class="relatedNews"><h3>Tin liên quan</h3><ul>{_OTHERS}</ul></div>
<aside><p>Đọc nhiều nhất tuần qua trên trang</p></aside>
<footer><p>Giấy phép số 00. Ghi rõ nguồn khi phát hành lại.</p></footer></body></html>"""

# A portal of the 2000s: a form around the page, tables for its layout, no telling names.
_PORTAL = f"""<html><head><title>{_TITLE}</title></head><body><form action="x"><table><tr>
<td width="180"><table><tr><td><a href="/1">Giới thiệu</a></td></tr><tr><td><a href="/2">Tin
tức</a></td></tr><tr><td><a href="/3">Văn bản</a></td></tr></table></td>
<td><table><tr><td><font size="4"><b>{_TITLE}</b></font></td></tr>
<tr><td><i>(05/06/2025 10:30:00)</i></td></tr><tr><td><b>{_SAPO}</b></td></tr>
<tr><td><div>{"<br><br>".join(_BODY)}</div></td></tr></table>
<table><tr><td><b>Các tin khác:</b></td></tr><tr><td><ul>{_OTHERS}</ul></td></tr></table></td>
</tr></table></form></body></html>"""


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        pytest.param(
            _MODERN,
            [_TITLE, "Thứ năm, 05/06/2025 - 10:30", _SAPO, *_BODY, "Tin, ảnh: CTV"],
            id="news-site",
        ),
        pytest.param(_PORTAL, [_TITLE, "(05/06/2025 10:30:00)", _SAPO, *_BODY], id="old-portal"),
        pytest.param(f"<p>{_BODY[0]}</p><p>{_BODY[1]}</p>", list(_BODY[:2]), id="bare-fragment"),
        pytest.param("<p>Đảng ủy họp.</p>", ["Đảng ủy họp."], id="one-line"),
        pytest.param(
            f'<div style="display: none">Ẩn</div><p hidden>Ẩn</p><p>{_BODY[0]}</p>',
            [_BODY[0]],
            id="hidden",
        ),
    ],
)
def test_article_is_kept_and_frame_is_not(page: str, expected: list[str]) -> None:
    assert texts(read(page)) == expected


def test_wrapped_document_keeps_its_letterhead_and_table() -> None:
    rows = (("Chỉ tiêu", "Giao", "Kết quả"), ("Kết nạp đảng viên", "10", "12"))
    parts = (
        Letterhead(("HUYỆN ỦY MẪU",), ("ĐẢNG CỘNG SẢN VIỆT NAM", "Mẫu, ngày 3 tháng 2 năm 2025")),
        Heading("I. KẾT QUẢ", 2),
        *map(Para, _BODY),
        Grid(rows),
    )
    document = read(html(Sheet(parts), around=(f"<ul>{_MENU}</ul>", f"<ul>{_OTHERS}</ul>")))
    assert blocks(document)[:-1] == [
        ("paragraph", "HUYỆN ỦY MẪU"),
        ("paragraph", "ĐẢNG CỘNG SẢN VIỆT NAM"),
        ("paragraph", "Mẫu, ngày 3 tháng 2 năm 2025"),
        ("heading", "I. KẾT QUẢ"),
        *(("paragraph", p) for p in _BODY),
    ]
    cells = document.blocks[-1].cells
    assert [(c.row, c.column, document.quote(c.span)) for c in cells] == [
        (r, c, words) for r, row in enumerate(rows) for c, words in enumerate(row)
    ]


def test_list_items_bear_the_numbers_and_dashes_that_are_drawn() -> None:
    page = f"""<p>{_BODY[0]}</p><ol><li>Giữ nền nếp sinh hoạt chi bộ hằng tháng.</li><li><p>Phân
    công cấp ủy viên dự họp cùng chi bộ.</p></li></ol><ul><li>Kiểm tra sổ biên bản mỗi quý.</li>
    <li>- Đánh giá đảng viên cuối năm.</li></ul>"""
    assert texts(read(page))[1:] == [
        "1. Giữ nền nếp sinh hoạt chi bộ hằng tháng.",
        "2. Phân công cấp ủy viên dự họp cùng chi bộ.",
        "- Kiểm tra sổ biên bản mỗi quý.",
        "- Đánh giá đảng viên cuối năm.",
    ]


@pytest.mark.parametrize(
    ("mark", "note"),
    [
        pytest.param(
            '<a href="#_ftn1" name="_ftnref1"><sup>[1]</sup></a>',
            '<a href="#_ftnref1" name="_ftn1">[1]</a> Số liệu đến tháng 5.',
            id="word-export",
        ),
        pytest.param("<sup>(1)</sup>", "(1) Số liệu đến tháng 5.", id="raised-number"),
        pytest.param("<sup>1</sup>", "1. Số liệu đến tháng 5.", id="bare-number"),
    ],
)
def test_footnotes_are_set_apart_and_anchored(mark: str, note: str) -> None:
    page = f"<p>Huyện có 412 chi bộ{mark} ở thôn.</p><p>{_BODY[1]}</p><p>{note}</p>"
    document = read(page)
    assert [b.kind.value for b in document.blocks] == ["paragraph", "footnote", "paragraph"]
    anchor = document.blocks[1].anchor
    assert (document.blocks[1].label, anchor and document.quote(anchor)) == ("1", "(1)")


def test_tags_of_looks_that_are_never_closed_lose_no_words() -> None:
    page = "".join(f"<font size=2><b>Đoạn {n} của bài, viết hoa. <br><br>" for n in range(400))
    assert texts(read(page)) == [f"Đoạn {n} của bài, viết hoa." for n in range(400)]


def test_raised_power_is_no_footnote() -> None:
    document = read(f"<p>Nhà văn hóa rộng 120 m<sup>2</sup>. {_BODY[0]}</p>")
    assert document.marks == () and "120 m2." in document.text


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(_MODERN.encode(), id="utf-8"),
        pytest.param(b"\xef\xbb\xbf" + _MODERN.encode(), id="utf-8-with-mark"),
        pytest.param(_MODERN.encode("utf-16"), id="utf-16"),
        pytest.param(_MODERN.replace("utf-8", "iso-8859-1").encode(), id="declared-wrongly"),
        pytest.param(unicodedata.normalize("NFD", _MODERN).encode(), id="decomposed"),
        pytest.param(
            _MODERN.encode("ascii", "xmlcharrefreplace"),
            id="character-references",
        ),
    ],
)
def test_letters_are_read_whatever_the_encoding(data: bytes) -> None:
    assert read(data).text == read(_MODERN).text


def _in_windows_1258(text: str) -> bytes:
    """The bytes of an old page: letters with their shape, each tone as a sign of its own."""
    tones = "\u0300\u0301\u0303\u0309\u0323"
    out = ""
    for letter in text:
        parts = unicodedata.normalize("NFD", letter)
        own = "".join(c for c in parts if c in tones)
        out += unicodedata.normalize("NFC", "".join(c for c in parts if c not in tones)) + own
    return out.encode("cp1258")


def test_windows_1258_is_read_where_nothing_else_is_declared() -> None:
    page = f"<p>{_BODY[0]}</p><p>{_BODY[1]}</p>"
    assert texts(read(_in_windows_1258(page))) == list(_BODY[:2])


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"<html></html>", id="no-body"),
        pytest.param(b"<html><body><script>1</script></body></html>", id="script-only"),
        pytest.param(b"<!doctype html><!-- x -->", id="comment-only"),
    ],
)
def test_page_without_words_is_a_typed_error(data: bytes) -> None:
    with pytest.raises(UnreadableError) as error:
        read(data)
    assert (error.value.code, str(error.value)) == (
        "empty",
        "tin.html has no words; save the page again when it has loaded.",
    )
