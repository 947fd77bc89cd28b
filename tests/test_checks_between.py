"""What two reports contradict in each other is found, and what they may both say is not."""

from pathlib import Path

import pytest

from pipeline import across, store
from pipeline.checks import rules
from pipeline.reference import Reference
from tests.check_reports import filled

_UNIT = "ĐẢNG BỘ XÃ HÒA MẪU\n*\nHòa Mẫu, ngày 10 tháng 12 năm {year}\n\n"
_REVIEW = _UNIT + "BÁO CÁO KIỂM ĐIỂM\nBan Chấp hành Đảng bộ xã Hòa Mẫu năm {year}\n\n"
_TERM = "Đảng bộ xã Hòa Mẫu, nhiệm kỳ {term} báo cáo như sau:\n\n"
_REMEDY = (
    "Giao từng đồng chí cấp ủy viên phụ trách một thôn, mỗi quý làm việc với chi ủy một lần và báo "
    "cáo kết quả trước hội nghị Đảng ủy."
)


def _review(year: int, text: str, term: str = "") -> str:
    opening = _TERM.format(term=term) if term else ""
    return _REVIEW.format(year=year) + opening + text


SERIES = [
    pytest.param(
        [
            _review(2019, "Đảng bộ có 98 đảng viên."),
            _review(2020, "Đảng bộ có 110 đảng viên, tăng 9 đảng viên so với năm 2019."),
        ],
        [("stated_change", "110 - 98 = 12 ≠ 9")],
        id="a change that the former report does not bear",
    ),
    pytest.param(
        [
            _review(2019, "Đảng bộ có 98 đảng viên."),
            _review(2020, "Đảng bộ có 110 đảng viên, tăng 12 đảng viên so với năm 2019."),
        ],
        [],
        id="a change that fits",
    ),
    pytest.param(
        [
            _review(2018, "Đảng bộ có 98 đảng viên."),
            _review(2020, "Đảng bộ có 110 đảng viên, tăng 9 đảng viên so với năm 2019."),
        ],
        [],
        id="no report of that year",
    ),
    pytest.param(
        [
            _review(2019, "Đảng bộ có 98 đảng viên."),
            _review(
                2020, "Cuối năm 2019, Đảng bộ có 95 đảng viên. Hiện nay Đảng bộ có 99 đảng viên."
            ),
        ],
        [("restated_baseline", "95 ≠ 98")],
        id="a former figure told otherwise",
    ),
    pytest.param(
        [
            _review(2019, "Đảng bộ có 98 đảng viên."),
            _review(
                2020,
                "Đảng bộ có 103 đảng viên. Trong năm kết nạp 04 đảng viên, tiếp nhận 02 đảng viên "
                "chuyển sinh hoạt đến, chuyển sinh hoạt đi 03 đồng chí.",
            ),
        ],
        [("members_flow", "98 + 4 + 2 - 3 = 101 ≠ 103")],
        id="more members than came",
    ),
    pytest.param(
        [
            _review(2019, "Đảng bộ có 98 đảng viên."),
            _review(
                2020,
                "Đảng bộ có 100 đảng viên. Trong năm kết nạp 04 đảng viên, tiếp nhận 02 đảng viên "
                "chuyển sinh hoạt đến, chuyển sinh hoạt đi 03 đồng chí.",
            ),
        ],
        [],
        id="one fewer may have died",
    ),
    pytest.param(
        [
            _review(2019, "Đảng bộ có 98 đảng viên."),
            _review(2020, "Đảng bộ có 110 đảng viên. Trong năm kết nạp 04 đảng viên."),
        ],
        [],
        id="who moved in is not told",
    ),
    pytest.param(
        [
            _review(2019, f"III. BIỆN PHÁP KHẮC PHỤC\n\n1. {_REMEDY}", "2015 - 2020"),
            _review(2022, f"III. BIỆN PHÁP KHẮC PHỤC\n\n1. {_REMEDY}", "2020 - 2025"),
        ],
        [("repeated_remedy", "2015-2020 = 2020-2025")],
        id="a remedy word for word in the next term",
    ),
    pytest.param(
        [
            _review(2021, f"III. BIỆN PHÁP KHẮC PHỤC\n\n1. {_REMEDY}", "2020 - 2025"),
            _review(2022, f"III. BIỆN PHÁP KHẮC PHỤC\n\n1. {_REMEDY}", "2020 - 2025"),
        ],
        [],
        id="a remedy of one term",
    ),
]
_RESOLUTION = (
    "ĐẢNG BỘ XÃ HÒA MẪU\n*\nHòa Mẫu, ngày 10 tháng 6 năm 2020\n\nNGHỊ QUYẾT\n"
    "Đại hội đại biểu Đảng bộ xã Hòa Mẫu nhiệm kỳ 2020 - 2025\n\n"
    "II. Phương hướng, chỉ tiêu chủ yếu đến năm 2025\n\n"
    "| TT | Chỉ tiêu | Đơn vị | Đến năm 2025 |\n|---|---|---|---|\n"
    "| 1 | Tỷ lệ hộ nghèo còn dưới | % | 1,5 |\n| 2 | Kết nạp đảng viên | đồng chí | 40 |\n"
)
_WHOLE_TERM = (
    "ĐẢNG BỘ XÃ HÒA MẪU\n*\nHòa Mẫu, ngày 10 tháng 3 năm 2025\n\nBÁO CÁO KIỂM ĐIỂM\n"
    "Ban Chấp hành Đảng bộ xã Hòa Mẫu nhiệm kỳ 2020 - 2025\n\n"
    "| TT | Chỉ tiêu | Mục tiêu | Kết quả | Đánh giá |\n|---|---|---|---|---|\n"
    "| 1 | Tỷ lệ hộ nghèo (%) | 1,5 | 1,2 | Vượt |\n"
    "| 2 | Kết nạp đảng viên (đồng chí) | {target} | 36 | {verdict} |\n"
)
TARGETS = [
    pytest.param(
        [_RESOLUTION, _WHOLE_TERM.format(target=35, verdict="Vượt")],
        [("restated_target", "35 ≠ 40")],
        id="a target told lower than it was set",
    ),
    pytest.param(
        [_RESOLUTION, _WHOLE_TERM.format(target=40, verdict="Chưa đạt")],
        [],
        id="a target told as it was set",
    ),
]
CITATIONS = [
    pytest.param(
        "Thực hiện Chỉ thị số 05-CT/TW ngày 25/5/2016 của Bộ Chính trị.",
        [("citation_date", "25/05/2016 ≠ 15/05/2016")],
        id="a date that is not the registry's",
    ),
    pytest.param(
        "Thực hiện Chỉ thị số 05-CT/TW ngày 15/5/2016 của Ban Bí thư.",
        [("citation_issuer", "Ban Bí thư ≠ Bộ Chính trị")],
        id="an issuer that is not the registry's",
    ),
    pytest.param(
        "Thực hiện Chỉ thị số 36-CT/TW ngày 30/5/2014 của Bộ Chính trị.", [], id="right in both"
    ),
    pytest.param(
        "Thực hiện Chỉ thị số 05-CT/TW ngày 23/11/2021 của Ban Bí thư.",
        [],
        id="the same number in another term",
    ),
    pytest.param(
        "Thực hiện Nghị quyết số 12-NQ/ĐU ngày 05/3/2023 của Đảng ủy.",
        [("cited_before_issued", "05/03/2023 > 10/12/2022")],
        id="cited before it was issued",
    ),
]


def _found(texts: list[str], words: Reference) -> list[tuple[str, str]]:
    connection = filled(texts, words)
    across.write(connection, words)
    return store.query(connection, "SELECT family, arithmetic FROM checks ORDER BY ALL")


@pytest.mark.parametrize(("texts", "expected"), SERIES + TARGETS)
def test_what_two_reports_contradict_is_doubted(
    texts: list[str], expected: list[tuple[str, str]], words: Reference
) -> None:
    assert _found(texts, words) == expected


@pytest.mark.parametrize(("text", "expected"), CITATIONS)
def test_what_the_registry_contradicts_is_doubted(
    text: str, expected: list[tuple[str, str]], words: Reference
) -> None:
    assert _found([_review(2022, text)], words) == expected


def test_a_doubt_shows_both_statements_the_reckoning_and_why(words: Reference) -> None:
    connection = filled(
        [
            _review(2019, "Đảng bộ có 98 đảng viên."),
            _review(2020, "Đảng bộ có 110 đảng viên, tăng 9 đảng viên so với năm 2019."),
        ],
        words,
    )
    across.write(connection, words)
    told = store.query(
        connection,
        "SELECT quote, other_quote, arithmetic, explanation, certainty, "
        "document_id <> other_document_id FROM checks",
    )
    assert told == [
        (
            "110 đảng viên, tăng 9 đảng viên so với năm 2019",
            "98 đảng viên",
            "110 - 98 = 12 ≠ 9",
            "Báo cáo kỳ 2019 ghi 98, nay 110 là 12, văn bản ghi 9.",
            "likely",
            True,
        )
    ]


def test_every_family_has_its_rule_in_both_languages_and_its_sentence(words: Reference) -> None:
    told = words.data["checks"]["families"]
    wanted = {"name", "vi", "en", "explanation"}
    assert len(told) >= 12
    assert {f: sorted(t) for f, t in told.items() if set(t) != wanted} == {}


def test_page_of_rules_is_current(words: Reference) -> None:
    page = (Path(__file__).parent.parent / "docs" / "CHECKS.md").read_text(encoding="utf-8")
    assert page == rules.markdown(words.data["checks"]), (
        "docs/CHECKS.md is old; make it again: python -m pipeline.checks.rules > docs/CHECKS.md"
    )
