"""Which documents an archive cites: mentions of one come together, look-alikes stay apart."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import duckdb
import pytest

from extractors.citations import citations
from extractors.header import info
from pipeline import store
from pipeline.records import Extraction
from pipeline.reference import Reference
from pipeline.registry import directives, units
from pipeline.rows import info_row, rows
from tests.documents import make_doc

_HEAD = """{above}
{own}
*
Số {number}

ĐẢNG CỘNG SẢN VIỆT NAM
Đông Lâm, ngày {day:02} tháng {month} năm {year}

BÁO CÁO
Tổng kết công tác xây dựng Đảng năm {year}

"""


def _report(
    text: str, *, own: str = "ĐẢNG ỦY XÃ HÒA LỘC", above: str = "HUYỆN ỦY ĐÔNG LÂM",
    number: str = "", on: tuple[int, int, int] = (2022, 12, 20),
) -> str:  # fmt: skip
    """A report of a commune (or other unit) that says the text."""
    year, month, day = on
    number = number or f"{len(text) + year}-BC/ĐU"
    head = _HEAD.format(own=own, above=above, number=number, year=year, month=month, day=day)
    return head + text


@contextmanager
def _archive(texts: list[str], words: Reference) -> Iterator[duckdb.DuckDBPyConnection]:
    """A version that holds the texts, its directives told."""
    with duckdb.connect() as connection:
        version = store.Version(connection)
        for i, text in enumerate(texts):
            document = replace(make_doc(text), id=f"d{i}")
            found = Extraction(
                document=document,
                info=info(document, words),
                records=tuple(citations(document, words)),
            )
            form, reader, *rest = info_row(found)
            row = (f"d{i}", f"{i}.txt", f"{i}.txt", [], form, reader, f"d{i}", 1, *rest, "r", "v")
            version.add(row, rows(found, {}))
        version.flush()
        units.write(connection, words)
        directives.write(connection, words)
        yield connection


Meant = tuple[str, str | None, str | None, str]
"""Citing document, canonical id and day of the document meant, and why."""


def _meant(connection: duckdb.DuckDBPyConnection) -> list[Meant]:
    sql = """
        SELECT r.document_id, g.canonical_id, g.issued_on::VARCHAR, r.reason
        FROM citation_resolutions r JOIN citations c USING (record_id)
        LEFT JOIN directives g USING (directive_id)
        ORDER BY r.document_id, c.span_start, g.canonical_id"""
    return store.query(connection, sql)


_BLOC = "ĐẢNG ỦY KHỐI CÁC CƠ QUAN TỈNH"

CASES = [
    pytest.param(
        [
            _report("Thực hiện Quy định số 132-QĐ/TW, ngày 08/3/2018 của Bộ Chính trị."),
            _report("Quán triệt Quy định số 132-QĐ/TW, ngày 27/10/2023.", on=(2023, 12, 20)),
        ],
        [
            ("d0", "132-QĐ/TW", "2018-03-08", "date"),
            ("d1", "132-QĐ/TW", "2023-10-27", "date"),
        ],
        id="one number of two terms",
    ),
    pytest.param(
        [
            _report("Thực hiện Nghị quyết số 09-NQ/HU ngày 12/5/2021 của Huyện ủy Đông Lâm."),
            _report("Cụ thể hóa Nghị quyết số 09-NQ/HU của Huyện ủy.", own="ĐẢNG ỦY XÃ PHÚ HẠ"),
        ],
        [
            ("d0", "09-NQ/HU", "2021-05-12", "date"),
            ("d1", "09-NQ/HU", "2021-05-12", "number"),
        ],
        id="a district's document, its body unnamed in the second mention",
    ),
    pytest.param(
        [
            _report("Thực hiện Nghị quyết số 09-NQ/HU ngày 12/5/2021 của Huyện ủy Đông Lâm."),
            _report("Thực hiện Nghị quyết số 09-NQ/HU của Huyện ủy.", above="HUYỆN ỦY TÂN LĨNH"),
        ],
        [
            ("d0", "09-NQ/HU", "2021-05-12", "date"),
            ("d1", "09-NQ/HU", None, "alone"),
        ],
        id="two districts have documents of one number",
    ),
    pytest.param(
        [
            _report("Thực hiện Nghị quyết số 05-NQ/ĐU ngày 10/1/2021 của Đảng ủy."),
            _report(
                "Thực hiện Nghị quyết số 05-NQ/ĐU ngày 10/1/2021 của Đảng ủy.",
                own="ĐẢNG ỦY XÃ PHÚ HẠ",
            ),
        ],
        [
            ("d0", "05-NQ/ĐU", "2021-01-10", "date"),
            ("d1", "05-NQ/ĐU", "2021-01-10", "date"),
        ],
        id="two communes have documents of one number and day",
    ),
    pytest.param(
        [
            _report("Thực hiện Nghị quyết số 05-NQ/ĐU ngày 10/1/2017 của Đảng ủy."),
            _report(
                "Thực hiện Nghị quyết số 05-NQ/ĐU ngày 06/2/2022 của Đảng ủy.", on=(2023, 1, 5)
            ),
            _report("Tiếp tục Nghị quyết số 05-NQ/ĐU.", on=(2023, 12, 20)),
            _report("Tiếp tục Nghị quyết số 05-NQ/ĐU.", on=(2020, 12, 20)),
        ],
        [
            ("d0", "05-NQ/ĐU", "2017-01-10", "date"),
            ("d1", "05-NQ/ĐU", "2022-02-06", "date"),
            ("d2", None, None, "several_days"),
            ("d3", "05-NQ/ĐU", "2017-01-10", "number"),
        ],
        id="two terms of one unit; the later one was not yet issued",
    ),
    pytest.param(
        [
            _report(
                "Chi tiết xem các báo cáo.", own=_BLOC, above="TỈNH ỦY LAM SƠN",
                number="01-NQ/ĐUK", on=(2021, 3, 15),
            ),
            _report(
                "Thực hiện Nghị quyết số 01-NQ/ĐUK ngày 15/3/2021.", own="ĐẢNG ỦY SỞ TƯ PHÁP",
                above=_BLOC,
            ),
        ],
        [("d1", "01-NQ/ĐUK", "2021-03-15", "date")],
        id="the archive holds what is cited",
    ),
    pytest.param(
        [
            _report("Thực hiện Chỉ thị số 12-CT/TU ngày 04/6/2021 của Tỉnh ủy Lam Sơn."),
            _report("Thực hiện Chỉ thị số 12-CT/TU ngày 04/6/2021.", own="ĐẢNG ỦY XÃ PHÚ HẠ"),
            _report("Chỉ thị số 12-CT/TU ngày 04/6/2021 của Tỉnh ủy Hải Bình là kinh nghiệm hay.",
                    own="ĐẢNG ỦY XÃ TÂN AN"),
        ],
        [
            ("d0", "12-CT/TU", "2021-06-04", "date"),
            ("d1", None, None, "several_bodies"),
            ("d2", "12-CT/TU", "2021-06-04", "date"),
        ],
        id="two provinces have documents of one number and day",
    ),
    pytest.param(
        [
            _report("Thực hiện Nghị quyết số 03-NQ/ĐU ngày 05/1/2021 của Đảng ủy xã Hòa Lộc."),
            _report(
                "Thực hiện Nghị quyết số 03-NQ/ĐU ngày 05/1/2021 của Đảng ủy xã Hòa Lộc.",
                above="HUYỆN ỦY TÂN LĨNH",
            ),
            _report(
                "Thực hiện Nghị quyết số 03-NQ/ĐU ngày 05/1/2021.", own="CHI BỘ THÔN BẮC",
                above="ĐẢNG ỦY XÃ HÒA LỘC",
            ),
        ],
        [
            ("d0", "03-NQ/ĐU", "2021-01-05", "date"),
            ("d1", "03-NQ/ĐU", "2021-01-05", "date"),
            ("d2", "03-NQ/ĐU", "2021-01-05", "date"),
        ],
        id="two communes of one name",
    ),
    pytest.param(
        [_report("Học tập Nghị quyết Trung ương 4 khóa XI; thực hiện Đề án 06; Điều lệ Đảng.")],
        [
            ("d0", "NQTW4/XI", None, "plenum"),
            ("d0", None, None, "figures_only"),
            ("d0", None, None, "unnumbered"),
        ],
        id="a plenum of several resolutions; figures; a name",
    ),
    pytest.param(
        [
            _report("Thực hiện Quy định số 99-QĐ/TW ngày 30/5/2012."),
            _report("Thực hiện Nghị quyết số 18-NQ/TW.", own="ĐẢNG ỦY XÃ PHÚ HẠ"),
        ],
        [
            ("d0", None, None, "other_date"),
            ("d1", None, None, "several"),
        ],
        id="what stays open says why",
    ),
    pytest.param(
        [
            _report("Thực hiện Thông tư số 03/2023/TT-BYT của Bộ Y tế."),
            _report(
                "Thực hiện Thông tư 03/2023/TT-BYT ngày 17/2/2023.", own="ĐẢNG ỦY XÃ PHÚ HẠ"
            ),
        ],
        [
            ("d0", "03/2023/TT-BYT", "2023-02-17", "number"),
            ("d1", "03/2023/TT-BYT", "2023-02-17", "number"),
        ],
        id="a number that bears its year needs no day",
    ),
]  # fmt: skip


def _texts(case: Any) -> list[str]:
    found: list[str] = case.values[0]
    return found


@pytest.mark.parametrize(("texts", "expected"), CASES)
def test_mentions_mean(texts: list[str], expected: list[Meant], words: Reference) -> None:
    with _archive(texts, words) as connection:
        assert _meant(connection) == expected


def test_every_citation_is_resolved_once_and_in_any_order_alike(words: Reference) -> None:
    texts = [text for case in CASES for text in _texts(case)]
    sql = "FROM directives WHERE source <> 'registry' ORDER BY ALL"
    with _archive(texts, words) as one, _archive(texts[::-1], words) as other:
        told = "SELECT count(*), count(DISTINCT record_id) FROM {}"
        assert store.query(one, told.format("citation_resolutions")) == store.query(
            one, told.format("citations")
        )
        named = f"SELECT * EXCLUDE (document_id) {sql}"
        assert store.query(one, named) == store.query(other, named)


def test_communes_of_one_name_in_two_districts_have_documents_of_their_own(
    words: Reference,
) -> None:
    texts = next(_texts(case) for case in CASES if case.id == "two communes of one name")
    sql = "SELECT count(*) FROM directives WHERE canonical_id = '03-NQ/ĐU'"
    with _archive(texts[:2], words) as connection:
        assert store.query(connection, sql) == [(2,)]


def test_held_document_stands_behind_its_citations(words: Reference) -> None:
    texts = _texts(CASES[5])
    sql = """SELECT canonical_id, term, source, document_id FROM directives
        WHERE source <> 'registry' AND canonical_id LIKE '%ĐUK' """
    with _archive(texts, words) as connection:
        assert store.query(connection, sql) == [("01-NQ/ĐUK", "2020-2025", "archive", "d0")]


def test_views_tell_what_was_replaced_what_disagrees_and_what_no_one_cites(
    words: Reference,
) -> None:
    text = (
        "Thực hiện Quy định số 47-QĐ/TW ngày 01/11/2011. Chỉ thị số 05-CT/TW ngày 15/5/2016 của "
        "Ban Bí thư. Kết luận số 21-KL/TW ngày 26/10/2021 của Ban Chấp hành Trung ương."
    )
    with _archive([_report(text)], words) as connection:
        late = "SELECT canonical_id, replaced_by FROM citations_after_replacement"
        assert store.query(connection, late) == [("47-QĐ/TW", "37-QĐ/TW")]
        other = "SELECT field, canonical_id, stated, registry FROM directive_disagreements"
        assert sorted(store.query(connection, other)) == [
            ("issued_on", "21-KL/TW", "2021-10-26", "2021-10-25"),
            ("issuer", "05-CT/TW", "Ban Bí thư", "Bộ Chính trị"),
        ]
        never = "SELECT canonical_id FROM directives_never_cited WHERE source = 'archive'"
        assert store.query(connection, never) == [(f"{len(text) + 2022}-BC/ĐU",)]


def test_one_number_under_two_days_is_told(words: Reference) -> None:
    texts = [
        _report("Thực hiện Kế hoạch số 31-KH/HU ngày 15/9/2021 của Huyện ủy Đông Lâm."),
        _report("Thực hiện Kế hoạch số 31-KH/HU ngày 16/9/2021 của Huyện ủy Đông Lâm.",
                own="ĐẢNG ỦY XÃ PHÚ HẠ"),
    ]  # fmt: skip
    sql = "SELECT canonical_id, issuer, term, days FROM directive_days"
    with _archive(texts, words) as connection:
        assert store.query(connection, sql) == [
            ("31-KH/HU", "Huyện ủy Đông Lâm", "2020-2025", ["2021-09-15", "2021-09-16"])
        ]
