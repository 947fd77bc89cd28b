"""The parts of a congress brief -> tables that lead to the records they rest on."""

import re

from dashboards import addresses, evidence
from dashboards.data import Figure
from dashboards.evidence import Cell
from pipeline.brief.facts import Row, Section

_AMOUNT = re.compile(r"–|\d[\d.,]*(?:%|(?: [^\W\d]+)*)")
"""A figure, with its unit or without."""


def table(section: Section) -> str:
    """The rows, each opening the records that it rests on; nothing where there is none."""
    rows = [[Cell(row.cells[0], _address(row)), *map(_cell, row.cells[1:])] for row in section.rows]
    return evidence.table(section.head, rows) if rows else ""


def _cell(words: str) -> Cell:
    return Cell(words, css="" if _AMOUNT.fullmatch(words) else "text")


def _address(row: Row) -> str | None:
    ids = tuple(s.record_id for s in row.sources if s.record_id)
    return addresses.figure_link(Figure(record_ids=ids)) if ids else None
