"""The document record: letterheads, titles and leads of every habit, whole records compared."""

from dataclasses import asdict

import pytest

from extractors.header import info
from pipeline.reference import Reference
from tests.documents import make_doc
from tests.openings import (
    ARTICLE,
    ARTICLE_ON_A_REGION,
    ARTICLE_ON_THE_PARTY,
    BARE_PLAN,
    CELL_CONGRESS,
    COMMITTEE_REVIEW,
    CONGRESS_REVIEW,
    DEPARTMENT_SUMMARY,
    FILLED_FORM,
    HALF_YEAR,
    LABELLED_REPORT,
    MINISTRY_CONCLUSION,
    NEWS_OF_A_CONGRESS,
    NEWS_OF_A_MERGER,
    NEWS_OF_CELL,
    NEWS_OF_PROVINCE,
    NEWS_OF_QUARTER,
    NEWS_WITH_STAMP,
    PARTY_COMMITTEE_CONCLUSION,
    PROVINCE_CONGRESS,
    PROVINCE_REGULATION,
    RUN_TOGETHER,
    SIGNED_FOR_A_COMMITTEE,
    SPEECH,
    UNDATED_RESOLUTION,
)

EVIDENCE = {
    "doc_type": "BÁO CÁO Tổng kết",
    "number": "77-BC/ĐU",
    "issued_on": "ngày 28/12/2020",
    "issuer": "Đảng bộ Sở Tư pháp",
    "unit": "Đảng bộ Sở Tư pháp",
    "parent_unit": "ĐẢNG ỦY KHỐI CÁC CƠ QUAN TỈNH",
    "period": "năm 2020",
}

CASES = [
    pytest.param(
        SIGNED_FOR_A_COMMITTEE,
        {
            "doc_type": "directive",
            "number": "08-CT/TU",
            "issued_on": "2012-07-09",
            "issuer": "Ban Thường vụ Tỉnh ủy",
            "unit": "TỈNH ỦY LAM SƠN",
            "level": "province",
        },
        id="a standing committee signs for its committee",
    ),
    pytest.param(
        NEWS_OF_A_CONGRESS,
        {
            "doc_type": "news",
            "unit": "Chi bộ Thôn Bắc",
            "parent_unit": "Đảng bộ xã Hòa Lộc",
            "level": "cell",
            "term": "2022-2025",
        },
        id="news of a cell's congress",
    ),
    pytest.param(
        ARTICLE_ON_THE_PARTY,
        {"doc_type": "news", "unit": "Đảng", "level": "central"},
        id="an article on the Party at large",
    ),
    pytest.param(
        ARTICLE_ON_A_REGION,
        {
            "doc_type": "news",
            "unit": "các đảng bộ vùng duyên hải Nam Sơn",
            "level": "province",
        },
        id="an article on those of a region",
    ),
    pytest.param(
        NEWS_OF_A_MERGER,
        {
            "doc_type": "news",
            "issued_on": "2018-10-03",
            "unit": "Đảng bộ Khối cơ quan và doanh nghiệp tỉnh",
            "level": "superior",
        },
        id="what two were merged into, a dateline",
    ),
    pytest.param(
        LABELLED_REPORT,
        {
            "doc_type": "self_review_report",
            "issued_on": "2023-12-05",
            "issuer": "Chi bộ Tổ Tự nhiên",
            "unit": "Chi bộ Tổ Tự nhiên",
            "parent_unit": "ĐẢNG BỘ TRƯỜNG THPT LÊ LAI",
            "level": "cell",
            "period": "2023",
        },
        id="a form that was filled in",
    ),
    pytest.param(
        COMMITTEE_REVIEW,
        {
            "doc_type": "self_review_report",
            "number": "245-BC/ĐU",
            "issued_on": "2023-11-15",
            "issuer": "Ban Thường vụ Đảng ủy xã Minh Tiến",
            "unit": "Đảng ủy xã Minh Tiến",
            "parent_unit": "ĐẢNG BỘ HUYỆN TÂN LĨNH",
            "level": "grassroots",
            "period": "2023",
        },
        id="a committee under a district, its number not that of the guideline it cites",
    ),
    pytest.param(
        MINISTRY_CONCLUSION,
        {
            "doc_type": "conclusion_notice",
            "number": "512/TB-VPB",
            "issued_on": "2022-05-12",
            "issuer": "Bộ Y tế",
            "unit": "Bộ Y tế",
            "level": "central",
            "period": "2021",
        },
        id="a ministry concludes under a state letterhead",
    ),
    pytest.param(
        PARTY_COMMITTEE_CONCLUSION,
        {
            "doc_type": "conclusion_notice",
            "number": "88-KL/BCSĐ",
            "issued_on": "2020-01-20",
            "issuer": "Ban Cán sự đảng Bộ Công Thương",
            "unit": "Ban Cán sự đảng Bộ Công Thương",
            "level": "central",
            "period": "2019",
        },
        id="a ministry's party committee concludes on itself",
    ),
    pytest.param(
        FILLED_FORM,
        {
            "doc_type": "form",
            "issued_on": "2023-12-05",
            "unit": "Chi bộ Thôn 3",
            "level": "cell",
            "period": "2023",
        },
        id="a form filled in",
    ),
    pytest.param(
        CELL_CONGRESS,
        {
            "doc_type": "political_report",
            "number": "03-BC/CB",
            "issued_on": "2025-03-10",
            "issuer": "Chi bộ khu phố 5",
            "unit": "Chi bộ khu phố 5",
            "parent_unit": "ĐẢNG BỘ PHƯỜNG HÒA AN",
            "level": "cell",
            "term": "2025-2027",
            "period": "2025-2027",
        },
        id="a cell's congress reports on the term that ends",
    ),
    pytest.param(
        NEWS_WITH_STAMP,
        {
            "doc_type": "news",
            "issued_on": "2024-12-12",
            "unit": "Đảng bộ xã Tân Thành",
            "level": "grassroots",
            "period": "2024",
        },
        id="a news item with its stamp",
    ),
    pytest.param(
        NEWS_OF_PROVINCE,
        {"doc_type": "news", "unit": "Tỉnh ủy Lam Sơn", "level": "province", "period": "2022"},
        id="news of a province",
    ),
    pytest.param(
        UNDATED_RESOLUTION,
        {
            "doc_type": "resolution",
            "number": "31-NQ/TU",
            "issuer": "THÀNH ỦY LAM GIANG",
            "unit": "THÀNH ỦY LAM GIANG",
            "level": "superior",
        },
        id="blanks in the date leave it unsaid",
    ),
    pytest.param(
        PROVINCE_REGULATION,
        {
            "doc_type": "regulation",
            "number": "12-QĐ/TU",
            "issued_on": "2019-08-03",
            "issuer": "TỈNH ỦY HẢI BÌNH",
            "unit": "TỈNH ỦY HẢI BÌNH",
            "level": "province",
        },
        id="a regulation of a province",
    ),
    pytest.param(
        DEPARTMENT_SUMMARY,
        {
            "doc_type": "summary_report",
            "number": "77-BC/ĐU",
            "issued_on": "2020-12-28",
            "issuer": "Đảng bộ Sở Tư pháp",
            "unit": "Đảng bộ Sở Tư pháp",
            "parent_unit": "ĐẢNG ỦY KHỐI CÁC CƠ QUAN TỈNH",
            "level": "grassroots",
            "period": "2020",
        },
        id="a department under a bloc",
    ),
    pytest.param(
        SPEECH,
        {
            "doc_type": "speech",
            "issuer": "Đảng bộ Trường Đại học Thủy lợi Sông Lam",
            "unit": "Đảng bộ Trường Đại học Thủy lợi Sông Lam",
            "parent_unit": "Đảng ủy Khối các trường đại học, cao đẳng Lam Sơn",
            "level": "grassroots",
        },
        id="a speech of an organisation",
    ),
    pytest.param(
        ARTICLE,
        {
            "doc_type": "news",
            "unit": "Đảng bộ Công ty Than Sông Cả",
            "parent_unit": "Đảng bộ Than Hải Bình",
            "level": "grassroots",
        },
        id="an article about one organisation",
    ),
    pytest.param(
        RUN_TOGETHER,
        {
            "doc_type": "news",
            "unit": "ĐẢNG BỘ CỤC THUẾ TỈNH LAM SƠN",
            "level": "grassroots",
            "period": "2021",
        },
        id="a letterhead run together with the title",
    ),
    pytest.param(
        BARE_PLAN,
        {
            "doc_type": "plan",
            "issuer": "Đảng ủy Tổng công ty Điện lực Sông Lam",
            "unit": "Đảng ủy Tổng công ty Điện lực Sông Lam",
            "level": "grassroots",
            "period": "2023",
        },
        id="a plan without a letterhead",
    ),
    pytest.param(
        HALF_YEAR,
        {
            "doc_type": "summary_report",
            "number": "110-BC/HU",
            "issued_on": "2024-07-08",
            "issuer": "Ban Thường vụ Huyện ủy Đông Lâm",
            "unit": "Huyện ủy Đông Lâm",
            "parent_unit": "ĐẢNG BỘ TỈNH LAM SƠN",
            "level": "superior",
            "period": "2024",
        },
        id="half a year is reported under its year",
    ),
    pytest.param(
        CONGRESS_REVIEW,
        {
            "doc_type": "self_review_report",
            "issuer": "Ban Chấp hành Đảng bộ huyện Đông Lâm",
            "unit": "Đảng bộ huyện Đông Lâm",
            "level": "superior",
            "term": "2015-2020",
            "period": "2015-2020",
        },
        id="the term of a review is the one that ends",
    ),
    pytest.param(
        NEWS_OF_QUARTER,
        {"doc_type": "news", "unit": "Tỉnh ủy Hải Bình", "level": "province", "period": "2023"},
        id="a quarter is reported under its year",
    ),
    pytest.param(
        PROVINCE_CONGRESS,
        {
            "doc_type": "political_report",
            "issued_on": "2020-09-12",
            "issuer": "BAN CHẤP HÀNH ĐẢNG BỘ TỈNH",
            "unit": "Đảng bộ tỉnh Lam Sơn",
            "level": "province",
            "term": "2015-2020",
            "period": "2015-2020",
        },
        id="the letterhead names what the title leaves without a name",
    ),
    pytest.param(
        NEWS_OF_CELL,
        {
            "doc_type": "news",
            "unit": "Chi bộ thôn Đông Lâm",
            "parent_unit": "Đảng bộ xã Phú Hạ",
            "level": "cell",
            "term": "2022-2025",
        },
        id="news of a cell's congress",
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_document_record(text: str, expected: dict[str, str], words: Reference) -> None:
    found = asdict(info(make_doc(text), words))
    del found["evidence"]
    assert {k: v for k, v in found.items() if v is not None} == expected


def test_each_field_says_which_words_it_rests_on(words: Reference) -> None:
    document = make_doc(DEPARTMENT_SUMMARY)
    evidence = {e.field: document.quote(e.span) for e in info(document, words).evidence}
    assert evidence == EVIDENCE


def test_a_scrap_says_nothing(words: Reference) -> None:
    found = info(make_doc("Trang 2"), words)
    assert (found.doc_type, found.unit, found.evidence) == ("other", None, ())
