"""Words of documents on the page: escaped, marked at their place, linked."""

import pytest

from dashboards import evidence
from dashboards.evidence import Cell, Highlight, TextBlock
from pipeline.model import Span

_BAD = "<script>alert(1)</script>"
_SAFE = "&lt;script&gt;alert(1)&lt;/script&gt;"


def _mark(start: int, end: int, kind: str = "count", **more: object) -> Highlight:
    return Highlight(Span(start, end), kind, kind, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("highlights", "expected"),
    [
        pytest.param([], "Có 12 chi bộ", id="no highlight"),
        pytest.param(
            [_mark(3, 5)], 'Có <mark class="count" title="count">12</mark> chi bộ', id="one"
        ),
        pytest.param(
            [_mark(3, 5, href="?a=1&b=2")],
            'Có <a class="kd-mark" href="?a=1&amp;b=2"><mark class="count" title="count">12</mark>'
            "</a> chi bộ",
            id="a click opens the record",
        ),
        pytest.param(
            [_mark(3, 12, "rating", href="?r"), _mark(3, 5, href="?c")],
            'Có <a class="kd-mark" href="?c"><mark class="rating" title="rating">'
            '<mark class="count" title="count">12</mark></mark></a>'
            '<a class="kd-mark" href="?r"><mark class="rating" title="rating"> chi bộ</mark></a>',
            id="nested: a click opens the inner one",
        ),
        pytest.param(
            [_mark(0, 5, "cause"), _mark(3, 12, "rating")],
            '<mark class="cause" title="cause">Có </mark>'
            '<mark class="cause" title="cause"><mark class="rating" title="rating">12</mark></mark>'
            '<mark class="rating" title="rating"> chi bộ</mark>',
            id="crossing ones are cut, not dropped",
        ),
        pytest.param(
            [_mark(3, 5, focus=True)],
            'Có <mark class="count focus" title="count" id="kd-focus">12</mark> chi bộ',
            id="the one to scroll to",
        ),
        pytest.param([_mark(40, 45)], "Có 12 chi bộ", id="one elsewhere leaves the words alone"),
    ],
)
def test_highlight_wraps_exactly_its_words(highlights: list[Highlight], expected: str) -> None:
    assert evidence.passage("Có 12 chi bộ", highlights, Span(0, 12)) == expected


def test_only_the_first_piece_of_a_cut_highlight_bears_the_id() -> None:
    html = evidence.passage("abcdef", [_mark(0, 6, focus=True), _mark(2, 4, "cause")], Span(0, 6))
    assert html.count('id="kd-focus"') == 1


def test_page_number_stands_where_the_page_begins() -> None:
    html = evidence.document(
        "Một hai\nba",
        [TextBlock("paragraph", Span(0, 7)), TextBlock("item", Span(8, 10))],
        [],
        {4: 2},
    )
    assert html == (
        '<div class="kd-doc"><p class="paragraph">Một <span class="kd-page" title="Trang 2">tr. 2'
        '</span>hai</p><p class="item" style="margin-left:0.0rem">ba</p></div>'
    )


def test_page_that_begins_between_blocks_is_numbered_at_the_next() -> None:
    blocks = [TextBlock("paragraph", Span(0, 3)), TextBlock("paragraph", Span(4, 7))]
    html = evidence.document("Một\nhai", blocks, [], {3: 2})
    assert '<p class="paragraph"><span class="kd-page" title="Trang 2">tr. 2</span>hai' in html


def test_table_stays_a_table_with_marks_in_its_cells() -> None:
    block = TextBlock("table", Span(0, 7), cells=((0, 0, Span(0, 3)), (0, 1, Span(4, 7))))
    assert evidence.document("Nữ\t\t12 ", [block], [_mark(4, 6)]) == (
        '<div class="kd-doc"><table><tr><td>Nữ\t</td><td><mark class="count" title="count">12'
        "</mark> </td></tr></table></div>"
    )


def test_heading_bears_the_anchor_that_the_outline_leads_to() -> None:
    html = evidence.document("I. Mở đầu", [TextBlock("heading", Span(0, 9), anchor="kd-s0")], [])
    assert html == '<div class="kd-doc"><h4 class="heading" id="kd-s0">I. Mở đầu</h4></div>'


@pytest.mark.parametrize(
    "html",
    [
        pytest.param(evidence.passage(_BAD, [], Span(0, len(_BAD))), id="passage"),
        pytest.param(evidence.passage(_BAD, [_mark(0, 25)], Span(0, len(_BAD))), id="marked"),
        pytest.param(evidence.document(_BAD, [TextBlock("item", Span(0, 25))], []), id="document"),
        pytest.param(evidence.table([_BAD], [[Cell(_BAD), Cell(_BAD, note=_BAD)]]), id="table"),
        pytest.param(evidence.cards([(_BAD, Cell(_BAD, "?x"))]), id="cards"),
        pytest.param(evidence.quote(_BAD, _BAD, "?x"), id="quote"),
        pytest.param(
            evidence.hit(evidence.passage(_BAD, [], Span(0, 25)), _BAD, "?x", [Cell(_BAD, "?x")]),
            id="hit",
        ),
        pytest.param(evidence.group(_BAD, _BAD, "?x"), id="group"),
        pytest.param(evidence.facts([(_BAD, Cell(_BAD))]), id="facts"),
        pytest.param(evidence.more(_BAD, [_BAD]), id="list"),
        pytest.param(evidence.outline(_BAD, [(0, _BAD, "?x")]), id="outline"),
        pytest.param(
            evidence.note(_BAD) + evidence.muted(_BAD) + evidence.lead(_BAD, _BAD), id="notes"
        ),
        pytest.param(evidence.row_of_links([Cell(_BAD, "?x"), Cell(_BAD)], "kd-pages"), id="links"),
        pytest.param(evidence.legend([("count", _BAD, "?x", True)]), id="legend"),
        pytest.param(
            evidence.navigation(_BAD, _BAD, [(_BAD, [(_BAD, "?x", True)])]), id="navigation"
        ),
    ],
)
def test_words_of_documents_are_escaped_everywhere(html: str) -> None:
    assert _SAFE in html
    assert "<script" not in html


def test_address_and_title_cannot_leave_their_attribute() -> None:
    mark = Highlight(Span(0, 1), "count", '"><b>', href='"><i>')
    assert evidence.passage("a", [mark], Span(0, 1)) == (
        '<a class="kd-mark" href="&quot;&gt;&lt;i&gt;">'
        '<mark class="count" title="&quot;&gt;&lt;b&gt;">a</mark></a>'
    )


def test_numbers_of_a_column_stand_in_line_beside_their_notes() -> None:
    html = evidence.table(["", "A", "B"], [[Cell("x"), Cell("1", note="+1"), Cell("1")],
                                           [Cell("y"), Cell("2"), Cell("2")]])  # fmt: skip
    assert '<td class="n">1<small>+1</small></td><td class="n">1</td>' in html
    assert '<td class="n">2<small></small></td><td class="n">2</td>' in html


def test_name_of_a_file_may_break_behind_its_underscores() -> None:
    assert "bao_<wbr>cao.docx</th>" in evidence.table(["Tệp"], [[Cell("bao_cao.docx")]])
