"""Who looks: with `--auth` a person whose login is known, with a role; without it nobody in
particular.

What a person takes along is written into a log beside the database.
"""

import json
import os
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import streamlit as st

from pipeline import access
from pipeline.access import Role


@dataclass(frozen=True, slots=True)
class Person:
    """A person who has logged in."""

    email: str
    role: Role


def is_asked_for() -> bool:
    """Whether the dashboard was started with `--auth`."""
    return "KIEMDIEM_AUTH" in os.environ


def person() -> Person | None:
    """Who looks; None without `--auth`. Stops the page for whoever may not look."""
    if not is_asked_for():
        return None
    if not st.user.is_logged_in:
        st.title("Đăng nhập")
        st.button("Đăng nhập", on_click=st.login, type="primary")
        st.stop()
    email = str(st.user.get("email") or "")
    role = _access(os.environ["KIEMDIEM_AUTH"]).role(email)
    if role is None or st.user.get("email_verified") is False:
        st.title("Không có quyền xem")
        st.info(f"Tài khoản {email} chưa được phân quyền; hãy liên hệ người quản trị.")
        st.button("Đăng xuất", on_click=st.logout)
        st.stop()
    return Person(email, role)


def farewell() -> None:
    """In the sidebar: who looks, and a button to leave."""
    found = person()
    if found is not None:
        st.sidebar.caption(f"{found.email} · {found.role.name}")
        st.sidebar.button("Đăng xuất", on_click=st.logout, type="tertiary")


@st.cache_resource(show_spinner=False, ttl=60)
def _access(file: str) -> access.Access:
    """The roles; a change of the file counts within a minute."""
    return access.load(Path(file))


def record_export(db: Path, who: Person | None, what: str, rows: int, named: bool) -> None:
    """A line in the log of exports (`<db>.exports.jsonl`, for its owner only)."""
    if who is None:
        return
    line = {
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "who": who.email,
        "role": who.role.name,
        "what": what,
        "rows": rows,
        "names_of_persons": named,
    }
    log = db.with_name(f"{db.name}.exports.jsonl")
    descriptor = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    with os.fdopen(descriptor, "a", encoding="utf-8") as file:
        file.write(json.dumps(line, ensure_ascii=False) + "\n")
