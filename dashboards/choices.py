"""The choices of the pages, each kept in the address bar: a box shows what the address says."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TypeAlias

import streamlit as st

from dashboards import addresses, data, evidence, reading, recurrences, state, topics
from dashboards.addresses import (
    APART,
    CERTAINTY,
    DOC_TYPE,
    DOCUMENT,
    FACT,
    FAMILY,
    FIELDS,
    HIDDEN,
    ORDER,
    PART,
    PICTURE,
    QUERY,
    RECORD,
    SECTION,
    SHEET,
    SPAN,
    WATCHED,
)
from dashboards.evidence import Cell
from dashboards.labels import label, labels
from dashboards.reading import Place
from dashboards.recurrences import Wanted
from pipeline.search.query import Narrow

LONGEST_QUERY = 200

MOST_NAMED = 2000
"""Documents that one box names; of more a unit or term is chosen first."""

Doubts: TypeAlias = tuple[str | None, str | None, str | None, str | None]
"""Unit, term, rule and certainty; None for all."""


@dataclass(frozen=True, slots=True)
class Box:
    """A choice of one of some values, as `one` shows it."""

    words: str
    name: str
    every: str
    options: Sequence[str]
    words_of: Callable[[str], str] = str
    forgotten: tuple[str, ...] = ()


def several(
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


def one(
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


def document(db: data.Connection, unit: str | None, term: str | None) -> str | None:
    """The document chosen, of a unit and term; None for the list of them."""
    names = data.paths(db, unit, term, MOST_NAMED, state.named(DOCUMENT))
    old = (RECORD, FACT, SECTION, PART, SHEET, SPAN, QUERY)
    every = "Danh sách văn bản"
    return one("Văn bản", list(names), DOCUMENT, every, *old, words_of=names.__getitem__)


def place(document_id: str) -> Place:
    """What the address names in a document, whether it is there or not."""
    return Place(
        document_id,
        reading.hidden_types(state.named(HIDDEN)),
        state.named(RECORD),
        state.named(FACT),
        state.named(SECTION),
        state.number(PART),
        addresses.span_of(state.named(SPAN)),
        state.named(QUERY),
        state.named(PICTURE) is not None,
    )


def unit_and_term(db: data.Connection) -> tuple[str | None, str | None]:
    """A unit and a term, as the address bar says; None for all of them."""
    left, right = st.columns([3, 2])
    with left:
        unit = one("Đơn vị", data.units(db), FIELDS["unit"], "Mọi đơn vị", SHEET)
    with right:
        term = one("Nhiệm kỳ", data.terms(db), FIELDS["term"], "Mọi nhiệm kỳ", SHEET)
    return unit, term


def unit_and_its_term(db: data.Connection) -> tuple[str | None, str | None]:
    """A unit, and one of the terms in which it has a document; None until they are chosen."""
    left, right = st.columns([3, 2])
    with left:
        unit = one("Đơn vị", data.units(db), FIELDS["unit"], "Chọn đơn vị")
    with right:
        terms = data.terms_of(db, unit) if unit else []
        term = one("Nhiệm kỳ", terms, FIELDS["term"], "Chọn nhiệm kỳ")
    return unit, term


def query() -> str:
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


def narrowed_search(db: data.Connection) -> Narrow:
    """What narrows a search, as the address bar says."""
    kinds, doc_types = partial(label, "types"), partial(label, "doc_types")
    kind, unit, term, doc_type = _in_a_row(
        Box("Có bản ghi", FIELDS["type"], "Mọi câu", list(labels()["types"]), kinds),
        *_units_and_terms(db),
        Box("Loại văn bản", DOC_TYPE, "Mọi loại", list(labels()["doc_types"]), doc_types),
    )
    return Narrow(type=kind, unit=unit, term=term, doc_type=doc_type)


def figure(db: data.Connection) -> None:
    """The choices of a figure; what they say stands in the address bar."""
    codes = FIELDS["code"], FIELDS["detail"]
    kinds, themes = partial(label, "types"), partial(label, "themes")
    _in_a_row(
        Box("Loại", FIELDS["type"], "Mọi loại", list(labels()["types"]), kinds, codes),
        *_units_and_terms(db),
        Box("Chủ đề", FIELDS["theme"], "Mọi chủ đề", list(labels()["themes"]), themes),
    )


def _units_and_terms(db: data.Connection) -> tuple[Box, Box]:
    return (
        Box("Đơn vị", FIELDS["unit"], "Mọi đơn vị", data.units(db)),
        Box("Nhiệm kỳ", FIELDS["term"], "Mọi nhiệm kỳ", data.terms(db)),
    )


def _in_a_row(*boxes: Box) -> list[str | None]:
    """What is chosen in boxes side by side; a choice leads back to the first sheet."""
    chosen = []
    for column, box in zip(st.columns([4, 4, 3, 4]), boxes, strict=True):
        with column:
            chosen.append(
                one(box.words, box.options, box.name, box.every, SHEET, *box.forgotten,
                    words_of=box.words_of)
            )  # fmt: skip
    return chosen


def recurring(db: data.Connection, watched: set[str]) -> tuple[Wanted, str]:
    """Which groups the address asks for, and in which order."""
    unit, term = unit_and_term(db)
    left, right = st.columns([3, 2], vertical_alignment="bottom")
    with left:
        theme = one(
            "Chủ đề", list(labels()["themes"]), FIELDS["theme"], "Mọi chủ đề", SHEET,
            words_of=partial(label, "themes"),
        )  # fmt: skip
    names = list(recurrences.ORDERS)
    with right:
        order = one(
            "Xếp theo", names[1:], ORDER, label("recurrence_orders", names[0]), SHEET,
            words_of=partial(label, "recurrence_orders"),
        )  # fmt: skip
    only = watched if state.named(WATCHED) else None
    st.html(evidence.row_of_links([_watched_link(len(watched))], "kd-chips"))
    return Wanted(unit, term, theme, only), order or names[0]


def _watched_link(number: int) -> Cell:
    if state.named(WATCHED):
        return Cell("Chỉ: đang theo dõi ✕", state.here(**{WATCHED: None, SHEET: None}))
    return Cell(f"Đang theo dõi: {number}", state.here(**{WATCHED: "1", SHEET: None}))


def doubts(db: data.Connection) -> Doubts:
    """The unit, term, rule and certainty of doubts that the address asks for."""
    names = topics.families(db)
    unit, term = unit_and_term(db)
    left, right = st.columns([3, 2])
    with left:
        family = one(
            "Phép kiểm", list(names), FAMILY, "Mọi phép kiểm", SHEET, words_of=names.__getitem__
        )
    with right:
        certainty = one(
            "Mức độ", list(labels()["certainties"]), CERTAINTY, "Mọi mức độ", SHEET,
            words_of=partial(label, "certainties"),
        )  # fmt: skip
    return unit, term, family, certainty
