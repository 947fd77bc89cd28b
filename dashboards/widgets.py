"""What several views show: choices kept in the address bar, remarks, pages, downloads."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

import streamlit as st

from dashboards import addresses, data, evidence, login, state, titles
from dashboards.addresses import (
    APART,
    DOC_TYPE,
    DOCUMENT,
    FACT,
    FIELDS,
    PART,
    QUERY,
    RECORD,
    SECTION,
    SHEET,
    SPAN,
)
from dashboards.data import Figure
from dashboards.downloads import MOST_ROWS, Table, as_csv, as_excel, of_cells, of_records
from dashboards.evidence import Cell
from dashboards.labels import code_label, detail_label, label, labels
from pipeline.brief.facts import Row
from pipeline.names import Names
from pipeline.search.query import Narrow

_SHORT = 60
"""A quote of fewer characters is a part of a sentence and is shown among the words around it."""

LONGEST_QUERY = 200

MOST_NAMED = 2000
"""Documents that one box names; of more a unit or term is chosen first."""

EMPTY = "Kho chưa có văn bản nào. Hãy chạy: kiemdiem ingest THƯ_MỤC"


def choose_several(
    words: str, options: Sequence[str], name: str, placeholder: str, *forgotten: str
) -> list[str]:
    """The options chosen, as the address bar says."""
    st.session_state[state.key(name)] = state.all_named(name, options)
    chosen: list[str] = st.multiselect(
        words,
        options,
        key=state.key(name),
        placeholder=placeholder,
        select_all=False,
        on_change=state.remember,
        args=(name, *forgotten),
    )
    return chosen


def choose_one(
    words: str,
    options: Sequence[str],
    name: str,
    every: str,
    *forgotten: str,
    words_of: Callable[[str], str] = str,
) -> str | None:
    """The option chosen, as the address bar says; None for all of them, which `every` names."""
    told = state.named(name)
    st.session_state[state.key(name)] = told if told in options else ""
    chosen: str = st.selectbox(
        words,
        ["", *options],
        key=state.key(name),
        format_func=lambda option: words_of(option) if option else every,
        placeholder=every,
        on_change=state.remember,
        args=(name, *forgotten),
    )
    return chosen or None


def choose_document(db: data.Connection, unit: str | None, term: str | None) -> str | None:
    """The document chosen, of a unit and term; None for the list of them."""
    names = data.paths(db, unit, term, MOST_NAMED, state.named(DOCUMENT))
    old = (RECORD, FACT, SECTION, PART, SHEET, SPAN, QUERY)
    every = "Danh sách văn bản"
    return choose_one("Văn bản", list(names), DOCUMENT, every, *old, words_of=names.__getitem__)


def choose_unit_and_term(db: data.Connection) -> tuple[str | None, str | None]:
    """A unit and a term, as the address bar says; None for all of them."""
    left, right = st.columns([3, 2])
    with left:
        unit = choose_one("Đơn vị", data.units(db), FIELDS["unit"], "Mọi đơn vị", SHEET)
    with right:
        term = choose_one("Nhiệm kỳ", data.terms(db), FIELDS["term"], "Mọi nhiệm kỳ", SHEET)
    return unit, term


def typed_query() -> str:
    """What is looked for, as the address bar says."""
    st.session_state[state.key(QUERY)] = (state.named(QUERY) or "")[:LONGEST_QUERY]
    typed: str = st.text_input(
        "Tìm trong mọi câu",
        key=state.key(QUERY),
        max_chars=LONGEST_QUERY,
        placeholder="Gõ chữ cần tìm rồi bấm Enter",
        on_change=state.remember,
        args=(QUERY, SHEET, APART),
    )
    return typed.strip()


def choose_narrow(db: data.Connection) -> Narrow:
    """What narrows a search, as the address bar says."""
    names = {n: FIELDS[n] for n in ("type", "unit", "term")} | {"doc_type": DOC_TYPE}
    choices: list[tuple[str, str, str, Sequence[str], Callable[[str], str]]] = [
        ("Có bản ghi", "type", "Mọi câu", list(labels()["types"]), partial(label, "types")),
        ("Đơn vị", "unit", "Mọi đơn vị", data.units(db), str),
        ("Nhiệm kỳ", "term", "Mọi nhiệm kỳ", data.terms(db), str),
        ("Loại văn bản", "doc_type", "Mọi loại", list(labels()["doc_types"]),
         partial(label, "doc_types")),
    ]  # fmt: skip
    chosen: dict[str, str | None] = {}
    for column, (words, field, every, options, words_of) in zip(
        st.columns([4, 4, 3, 4]), choices, strict=True
    ):
        with column:
            chosen[field] = choose_one(
                words, options, names[field], every, SHEET, words_of=words_of
            )
    return Narrow(**chosen)


def choose_figure(db: data.Connection) -> None:
    """The choices of a figure; what they say stands in the address bar."""
    codes = FIELDS["code"], FIELDS["detail"]
    choices: list[tuple[str, str, str, Sequence[str], Callable[[str], str]]] = [
        ("Loại", "type", "Mọi loại", list(labels()["types"]), partial(label, "types")),
        ("Đơn vị", "unit", "Mọi đơn vị", data.units(db), str),
        ("Nhiệm kỳ", "term", "Mọi nhiệm kỳ", data.terms(db), str),
        ("Chủ đề", "theme", "Mọi chủ đề", list(labels()["themes"]), partial(label, "themes")),
    ]
    columns = st.columns([4, 4, 3, 4])
    for column, (words, field, every, options, words_of) in zip(columns, choices, strict=True):
        forgotten = (SHEET, *(codes if field == "type" else ()))
        with column:
            choose_one(words, options, FIELDS[field], every, *forgotten, words_of=words_of)


def downloads(name: str, made: Callable[[], Table], what: str) -> None:
    """Buttons for a table as a file, made when one is pressed; `what` it is, for the log."""
    names = None if state.names_are_kept() else state.person_names()
    noted = partial(login.record_export, state.named_database(), login.person(), what)
    with st.container(horizontal=True, gap="small"):
        for words, ending, written in (("Tải CSV", "csv", as_csv), ("Tải Excel", "xlsx", as_excel)):
            st.download_button(
                words,
                partial(_file, written, made, names, noted),
                f"{name}.{ending}",
                key=f"{name}-{ending}",
                on_click="ignore",
                type="tertiary",
            )


def _file(
    written: Callable[[Table], bytes],
    made: Callable[[], Table],
    names: Names | None,
    noted: Callable[[int, bool], None],
) -> bytes:
    table = made()
    noted(len(table.rows), names is None)
    return written(table if names is None else table.masked(names))


def chart(name: str, drawn: Any, width: str = "stretch") -> None:
    """A chart with a link that saves it as a picture."""
    st.altair_chart(drawn, width=width)
    st.html(evidence.row_of_links([Cell("Lưu ảnh biểu đồ", f"#{name}")], "kd-save"))


def table(name: str, head: Sequence[str], rows: Sequence[Sequence[Cell]]) -> None:
    """A table of the screen with buttons for it as a file."""
    st.html(evidence.table(head, rows))
    downloads(name, lambda: of_cells(head, rows), name)


def sources_link(row: Row) -> str | None:
    """The address of the records that a row of the brief rests on."""
    ids = tuple(s.record_id for s in row.sources if s.record_id)
    return addresses.figure_link(Figure(record_ids=ids)) if ids else None


def record_quote(row: Mapping[str, Any], around: tuple[str, str]) -> str:
    """A record as a sentence with what it is and where it stands, opening in the reader."""
    where = " — ".join(w for w in (titles.title(row), titles.place(row)) if w)
    address = addresses.record_link(row["document_id"], row["record_id"])
    words = str(row["quote"])
    near = titles.around(*around) if len(words) < _SHORT else ("", "")
    return evidence.quote(words, where, address, around=near)


def grouped_quotes(db: data.Connection, found: Sequence[Mapping[str, Any]]) -> str:
    """Records under the heads of their documents; `found` as `data.records` gives it."""
    shown = []
    around = data.contexts(db, [row["record_id"] for row in found])
    last = None
    for row in found:
        if row["document_id"] != last:
            last = row["document_id"]
            address = addresses.document_link(str(last))
            shown.append(evidence.group(str(row["path"]), titles.document(row), address))
        shown.append(record_quote(row, around.get(row["record_id"], ("", ""))))
    return "".join(shown)


def heading(figure: Figure, total: int) -> str:
    """How many records there are of what, and what narrows them beside the choices."""
    return evidence.lead(f"{titles.number(total)} bản ghi", titles.figure(figure)) + _chips(figure)


def _chips(figure: Figure) -> str:
    """What narrows the records beside the choices, each to be taken away by a click."""
    kind = figure.type or ""
    given = {
        "code": code_label(kind, figure.code),
        "detail": detail_label(kind, figure.detail),
        "document_id": "một văn bản" if figure.document_id else "",
        "record_ids": f"{len(figure.record_ids)} bản ghi" if figure.record_ids else "",
    }
    chips = [
        Cell(f"Chỉ: {words} ✕", state.here(**{FIELDS[name]: None, SHEET: None}))
        for name, words in given.items()
        if words
    ]
    return evidence.row_of_links(chips, "kd-chips") if chips else ""


def show_pager(name: str, current: int, last: int) -> None:
    """The pager, where there is more than one sheet."""
    if last > 1:
        st.html(pager("Tờ", name, current, last))


def show_narrowing() -> None:
    """The unit and term that the address narrows sentences to, each to be taken away by a click."""
    cells = [
        Cell(f"Chỉ: {words} ✕", state.here(**{FIELDS[name]: None, SHEET: None}))
        for name in ("unit", "term")
        if (words := state.named(FIELDS[name]))
    ]
    if cells:
        st.html(evidence.row_of_links(cells, "kd-chips"))


def back(words: str, *names: str) -> str:
    """A link to this page without what these names ask for."""
    address = state.here(**dict.fromkeys(names))
    return evidence.row_of_links([Cell(f"‹ {words}", address)], "kd-pages")


def downloads_of(name: str, figure: Figure, db: data.Connection) -> None:
    """Buttons for the records of a figure as files."""
    made = partial(data.records, db, figure, MOST_ROWS)
    downloads(name, lambda: of_records(made()), titles.figure(figure))


def paged(
    found: Callable[[int, int], tuple[list[dict[str, Any]], int]], shown: int
) -> tuple[list[dict[str, Any]], int]:
    """The rows of the sheet that the address asks for, or of the last one, and how many there are.

    `found` gives so many rows after skipping so many, and how many there are; 0 beyond the last.
    """
    skipped = (state.number(SHEET) - 1) * shown
    rows, total = found(shown, skipped)
    if not total and skipped:
        _, total = found(1, 0)
        rows, _ = found(shown, max(-(-total // shown) - 1, 0) * shown)
    return rows, total


def sheet(total: int, shown: int) -> tuple[int, int]:
    """The sheet that the address asks for and the last one, both from 1."""
    last = -(-total // shown)
    return min(state.number(SHEET), last), last


def pager(words: str, name: str, current: int, last: int) -> str:
    """Links to the page before and after; nothing where there is but one."""
    if last == 1:
        return ""
    before = Cell("‹ Trước", state.here(**{name: str(current - 1)})) if current > 1 else Cell("")
    after = Cell("Sau ›", state.here(**{name: str(current + 1)})) if current < last else Cell("")
    cells = [before, Cell(f"{words} {current}/{last}"), after]
    return evidence.row_of_links(cells, "kd-pages")
