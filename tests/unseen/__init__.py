"""Invented openings and passages whose annotations were written before they were first read."""

from pathlib import Path

_FOLDER = Path(__file__).parent


def cases(name: str) -> list[tuple[str, list[str], str]]:
    """What each case of a table is called, its annotation line by line, and its text."""
    parts = (_FOLDER / f"{name}.txt").read_text(encoding="utf-8").split("===== ")[1:]
    return [_case(part) for part in parts]


def _case(part: str) -> tuple[str, list[str], str]:
    name, rest = part.split("\n", 1)
    annotation, text = rest.split("-----\n", 1)
    return name, annotation.split("\n")[:-1], text
