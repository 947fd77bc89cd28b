"""The open database and the address bar: what the views share between two clicks.

The address bar is the one truth: a widget shows what it says, and a choice is written into it.
"""

import logging
import os
import threading
from collections.abc import Sequence
from pathlib import Path

import duckdb
import streamlit as st

from dashboards import data, login
from dashboards.addresses import PAGE, address, figure_of
from pipeline import access, pageview, reference
from pipeline.names import Names
from pipeline.reference import Reference
from pipeline.search.words import Abbreviations

KEEP_NAMES = "keep_names"
DEFAULT_DB = "data/warehouse/kiemdiem.duckdb"
_NO_SUCH_UNIT = (
    "Vai trò của tài khoản này nêu một đơn vị mà kho không có hoặc có nhiều đơn vị trùng tên, nên "
    "chưa xem được gì. Hãy báo người quản trị sửa tệp phân quyền."
)


def named_database() -> Path:
    """The database as it was named when the dashboard was started."""
    return Path(os.environ.get("KIEMDIEM_DB", DEFAULT_DB))


def version() -> Path:
    """The last good version, of it what the person may see; stops the page where there is none."""
    db = named_database()
    if not db.exists():
        st.info(f"Chưa có dữ liệu ở {db}. Hãy chạy: kiemdiem ingest THƯ_MỤC --db {db}")
        st.stop()
    person = login.person()
    if person is None:
        return db.resolve()
    with st.spinner("Đang chuẩn bị dữ liệu của các đơn vị được xem…"):
        try:
            own = access.database(db.resolve(), person.role)
        except access.UnitError as error:
            logging.getLogger(__name__).error("[roles.%s] %s", person.role.name, error)
            st.info(_NO_SUCH_UNIT)
            st.stop()
    return own


def database() -> data.Connection:
    """The connection to the last good version; a new one where an ingest has published since.

    Stops the page with what to do where there is no database yet, or one of an older program.
    """
    # A cursor of its own: a run that began on the old version ends on it, though a newer one has
    # taken its place in the cache; the file is closed with the last cursor.
    opened = _shared if login.is_asked_for() else _connection
    try:
        connection, current = opened(str(version()))
    except duckdb.IOException:  # an ingest cleared the file between its naming and its opening
        connection, current = opened(str(version()))
    if not current:
        db = named_database()
        again = f"kiemdiem ingest THƯ_MỤC --db {db}"
        st.info(f"Dữ liệu do bản cũ của chương trình tạo ra. Hãy chạy lại: {again}")
        st.stop()
    return connection.cursor()


_GRACE = 20.0
"""Seconds for which a version stays open after a newer one took its place: pages that began on it
end on it, and closing a connection closes its cursors."""


def _let_go(held: tuple[data.Connection, bool]) -> None:
    timer = threading.Timer(_GRACE, held[0].close)
    timer.daemon = True
    timer.start()


@st.cache_resource(max_entries=1, show_spinner=False, on_release=_let_go)
def _connection(version: str) -> tuple[data.Connection, bool]:
    """The connection to a version, and whether this program can show it."""
    connection = data.connect(Path(version))
    return connection, data.is_current(connection)


@st.cache_resource(show_spinner=False)
def words() -> Reference:
    """The words and registries of the field."""
    return reference.load()


@st.cache_resource(show_spinner=False)
def person_names() -> Names:
    """What tells the names of persons that files do not carry."""
    return Names.of(words())


def names_are_kept() -> bool:
    """Whether the person who exports wants names of persons in the files."""
    return bool(st.session_state.get(KEEP_NAMES))


@st.cache_resource(show_spinner=False)
def abbreviations() -> Abbreviations:
    """The short forms that the search box knows."""
    return Abbreviations.of(words())


@st.cache_resource(max_entries=16, show_spinner=False, on_release=_let_go)
def _shared(version: str) -> tuple[data.Connection, bool]:
    """As `_connection`, where each role has a database of its own."""
    connection = data.connect(Path(version))
    return connection, data.is_current(connection)


def archive() -> Path | None:
    """The folder of the files that were read, where the dashboard was told it."""
    told = os.environ.get("KIEMDIEM_ARCHIVE")
    return Path(told) if told else None


@st.cache_data(max_entries=64, show_spinner="Đang vẽ trang…")
def page_image(archive: str, path: str, page: int, turn: float | None) -> bytes:
    """The picture of a page, as PNG."""
    return pageview.page_image(Path(archive), path, page, turn=turn)


def page() -> str | None:
    """The page that the address names."""
    return named(PAGE)


def named(name: str) -> str | None:
    """The value that the address gives a name; None for none and for an empty one."""
    value: str | None = st.query_params.get(name)
    return value or None


def all_named(name: str, options: Sequence[str]) -> list[str]:
    """The values among `options` that the address gives a name, each once, in its order."""
    return [v for v in dict.fromkeys(st.query_params.get_all(name)) if v in options]


def number(name: str) -> int:
    """The number, from 1, that the address gives a name; 1 where it gives none."""
    value = named(name) or ""
    return max(int(value), 1) if value.isascii() and value.isdigit() and len(value) < 7 else 1


def figure() -> data.Figure:
    """The figure that the address bar names."""
    return figure_of((k, v) for k in st.query_params for v in st.query_params.get_all(k))


def here(**changes: str | Sequence[str] | None) -> str:
    """The address of this page with some values changed; None takes a value away."""
    given = {name: st.query_params.get_all(name) for name in st.query_params}
    return address(page() or "", {**given, **changes})


def key(name: str) -> str:
    """The key of the widget of a name on this page: on another page it has other options."""
    return f"{page() or ''}:{name}"


def remember(name: str, *forgotten: str) -> None:
    """Write a widget's choice into the address bar; take away what belonged to the old choice.

    Streamlit may still call it for a widget of the page that was left; that one says nothing.
    """
    if key(name) not in st.session_state:
        return
    for other in forgotten:
        st.query_params.pop(other, None)
    if chosen := st.session_state[key(name)]:
        st.query_params[name] = chosen
    else:
        st.query_params.pop(name, None)
