"""Citations planted in the invented archive, through mergers and moves: who means one document."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from random import Random

import duckdb

from extractors.citations import citations
from extractors.header import info
from pipeline import store
from pipeline.records import Extraction
from pipeline.reference import Reference
from pipeline.registry import directives, units
from pipeline.rows import Row, info_row, rows
from tests.documents import make_doc
from tests.made_archive import Draft, Plan, Report, Unit, draw

_SYMBOLS = {"grassroots": ("ĐU", "Đảng ủy"), "superior": ("HU", "Huyện ủy"),
            "province": ("TU", "Tỉnh ủy")}  # fmt: skip
_BLOC = ("ĐUK", "Đảng ủy Khối")

Paper = tuple[str, str, date]
"""Whose resolution, its number, its day: what tells it from every other."""


class Citations:
    """Each body issues two resolutions a term; half of the reports cite those of two bodies."""

    name = "citations"

    def __init__(self) -> None:
        self._papers: dict[tuple[str, str], list[Paper]] = {}

    def plant(self, plan: Plan, random: Random) -> dict[tuple[str, str], set[Paper]]:
        """Draft and number -> what the number means there."""
        planted: dict[tuple[str, str], set[Paper]] = defaultdict(set)
        for draft in plan.drafts:
            for body in (draft.unit, draft.parent) if random.random() < 0.5 else ():
                if body is not None and body.level in _SYMBOLS:
                    for paper in self._cited(draft, body, random):
                        planted[draft.id, paper[1]].add(paper)
        return planted

    def _cited(self, draft: Draft, body: Unit, random: Random) -> Iterable[Paper]:
        symbol, plain = _BLOC if "Khối" in body.name else _SYMBOLS[body.level]
        own = self._papers.setdefault((body.id, draft.term), [])
        while len(own) < 2:
            day = date(int(draft.term[:4]) + 1, random.randint(1, 12), random.randint(1, 28))
            own.append((body.id, f"{random.randint(1, 30):02d}-NQ/{symbol}", day))
        for paper in own:
            if paper[2] < draft.issued_on:
                draft.add("results", _sentence(paper, _committee(body, plain), plain, random))
                yield paper


def _committee(body: Unit, plain: str) -> str:
    """The body's own name: "Huyện ủy X", "Đảng ủy Sở X"."""
    place = body.name.split("huyện ")[-1] if plain == "Huyện ủy" else body.name.split("tỉnh ")[-1]
    if plain == "Tỉnh ủy" or (plain == "Huyện ủy" and "huyện" in body.name):
        return f"{plain} {place}"
    return body.name.replace("Đảng bộ ", "Đảng ủy ", 1)


def _sentence(paper: Paper, committee: str, plain: str, random: Random) -> str:
    """A mention: with day and name, with the day and a bare body, the day alone, no day."""
    _, number, day = paper
    on = f", ngày {day:%d/%m/%Y}"
    form = random.random()
    if form < 0.4:
        said = f"{on} của {committee}"
    elif form < 0.65:
        said = f"{on} của {plain}"
    else:
        said = on if form < 0.8 else f" của {plain}"
    return f"Thực hiện Nghị quyết số {number}{said}, đạt kết quả tốt."


def _read(reports: Iterable[Report], words: Reference) -> duckdb.DuckDBPyConnection:
    connection = duckdb.connect()
    version = store.Version(connection)
    for report in {r.document_id: r for r in reports}.values():
        document = replace(make_doc(report.text), id=report.document_id)
        found = Extraction(
            document=document,
            info=info(document, words),
            records=tuple(citations(document, words)),
        )
        form, reader, *rest = info_row(found)
        id, path = document.id, report.path
        row: Row = (id, path, path, [], form, reader, id, 1, *rest, "r", "v")
        version.add(row, rows(found, {}))
    version.flush()
    units.write(connection, words)
    directives.write(connection, words)
    return connection


def _pairs(groups: Iterable[Counter[str]]) -> int:
    return sum(n * (n - 1) // 2 for group in groups for n in group.values())


def test_mentions_of_one_document_come_together_and_no_others(words: Reference) -> None:
    truth = draw(1, [Citations()])
    planted: dict[tuple[str, str], set[Paper]] = truth.planted["citations"]  # type: ignore[assignment]
    drafts = {r.document_id: r.draft.id for r in truth.reports}
    sql = """SELECT r.document_id, c.canonical_id, r.directive_id
        FROM citation_resolutions r JOIN citations c USING (record_id)"""
    told, of_paper = (
        defaultdict[str, Counter[str]](Counter),
        defaultdict[str, Counter[str]](Counter),
    )
    mentions, open_ones = 0, 0
    with _read(truth.reports, words) as connection:
        for document, number, directive in store.query(connection, sql):
            papers = planted.get((drafts[document], number), set())
            if len(papers) == 1:
                mentions += 1
                open_ones += directive is None
                if directive is not None:
                    told[directive][str(papers)] += 1
                    of_paper[str(papers)][directive] += 1
    right = _pairs(told.values())
    together = sum(g.total() * (g.total() - 1) // 2 for g in told.values())
    meant = sum(g.total() * (g.total() - 1) // 2 for g in of_paper.values())
    assert mentions > 2_500
    assert open_ones < 0.03 * mentions
    assert right / together > 0.998
    assert right / meant > 0.98
