"""The document record: letterheads, titles and leads of every habit, whole records compared."""

from dataclasses import asdict

import pytest

from extractors.header import info
from pipeline.reference import Reference
from tests.documents import make_doc

COMMITTEE_REVIEW = """ĐẢNG BỘ HUYỆN TÂN LĨNH   ĐẢNG CỘNG SẢN VIỆT NAM
ĐẢNG ỦY XÃ MINH TIẾN   Minh Tiến, ngày 15 tháng 11 năm 2023
*
Số 245-BC/ĐU

BÁO CÁO
Kiểm điểm tập thể Ban Thường vụ Đảng ủy xã năm 2023

Thực hiện Hướng dẫn số 12-HD/HU ngày 01/11/2023 của Ban Thường vụ Huyện ủy Tân Lĩnh về kiểm
điểm, Ban Thường vụ Đảng ủy xã Minh Tiến báo cáo kiểm điểm như sau:

I. ƯU ĐIỂM
"""

MINISTRY_CONCLUSION = """BỘ Y TẾ
VĂN PHÒNG BỘ
-------
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
Số: 512/TB-VPB
Hà Nội, ngày 12 tháng 5 năm 2022

THÔNG BÁO
KẾT LUẬN CỦA BỘ TRƯỞNG BỘ Y TẾ TẠI HỘI NGHỊ KIỂM ĐIỂM TẬP THỂ LÃNH ĐẠO BỘ NĂM 2021

Ngày 10 tháng 5 năm 2022, Bộ trưởng Bộ Y tế đã chủ trì hội nghị. Sau khi nghe báo cáo, Bộ trưởng
kết luận như sau:
1. Kết quả
"""

PARTY_COMMITTEE_CONCLUSION = """BAN CÁN SỰ ĐẢNG BỘ CÔNG THƯƠNG

ĐẢNG CỘNG SẢN VIỆT NAM

Số 88-KL/BCSĐ

Hà Nội, ngày 20 tháng 01 năm 2020

KẾT LUẬN
của Ban Cán sự đảng Bộ Công Thương tại Hội nghị kiểm điểm năm 2019

Ngày 15/01/2020, Ban Cán sự đảng Bộ Công Thương đã họp kiểm điểm.
"""

FILLED_FORM = """Mẫu 02A-HD KĐ.ĐG 2023

ĐẢNG BỘ: Xã Minh Tiến
CHI BỘ: Thôn 3

ĐẢNG CỘNG SẢN VIỆT NAM

Minh Tiến, ngày 05 tháng 12 năm 2023

BẢN KIỂM ĐIỂM CÁ NHÂN
Năm 2023

Họ và tên: Nguyễn Văn A. Ngày sinh: 01/01/1980
Đơn vị công tác: Trường Tiểu học Minh Tiến
Chi bộ Thôn 3
I. Ưu điểm, kết quả đạt được
"""

CELL_CONGRESS = """ĐẢNG BỘ PHƯỜNG HÒA AN
CHI BỘ KHU PHỐ 5
***
Số 03-BC/CB
ĐẢNG CỘNG SẢN VIỆT NAM
Hòa An, ngày 10 tháng 3 năm 2025

BÁO CÁO CHÍNH TRỊ
trình Đại hội Chi bộ khu phố 5 lần thứ VIII, nhiệm kỳ 2025 - 2027

Đại hội Chi bộ khu phố 5 nhiệm kỳ 2025 - 2027 có nhiệm vụ kiểm điểm, đánh giá kết quả thực hiện
Nghị quyết Đại hội nhiệm kỳ 2022 - 2025.
"""

NEWS_WITH_STAMP = """Đảng bộ xã Tân Thành tổ chức hội nghị kiểm điểm cuối năm

Ngày đăng: 12/12/2024 08:30

Sáng 11/12, Đảng ủy xã Tân Thành (huyện Phú Lâm, tỉnh Lam Sơn) tổ chức hội nghị kiểm điểm tập
thể, cá nhân năm 2024. Đồng chí Nguyễn Văn A, Ủy viên Ban Thường vụ Huyện ủy Phú Lâm dự và chỉ
đạo hội nghị. Đảng bộ xã Tân Thành hiện có 312 đảng viên.
"""

NEWS_OF_PROVINCE = """Lam Sơn: Kỷ luật 120 đảng viên trong 9 tháng đầu năm 2022

Ủy ban Kiểm tra Tỉnh ủy Lam Sơn vừa thông báo kết quả công tác kiểm tra, giám sát. Trong 9 tháng
đầu năm 2022, cấp ủy các cấp đã thi hành kỷ luật 120 đảng viên. Tỉnh ủy Lam Sơn cho biết sẽ tiếp
tục.
"""

UNDATED_RESOLUTION = """THÀNH ỦY LAM GIANG
BAN THƯỜNG VỤ
*
Số 31-NQ/TU

ĐẢNG CỘNG SẢN VIỆT NAM
Lam Giang, ngày   tháng 4 năm 2021

NGHỊ QUYẾT
về tăng cường sự lãnh đạo đối với công tác tiếp công dân

Căn cứ Chỉ thị số 35-CT/TW ngày 26/5/2014 của Bộ Chính trị
"""

PROVINCE_REGULATION = """TỈNH ỦY HẢI BÌNH

*

Số 12-QĐ/TU

ĐẢNG CỘNG SẢN VIỆT NAM

Sông Cả, ngày 03 tháng 8 năm 2019

QUY ĐỊNH
về trách nhiệm nêu gương của cán bộ, đảng viên

- Căn cứ Điều lệ Đảng;
"""

DEPARTMENT_SUMMARY = """ĐẢNG ỦY KHỐI CÁC CƠ QUAN TỈNH
ĐẢNG BỘ SỞ TƯ PHÁP
*
Số 77-BC/ĐU

Hải Bình, ngày 28/12/2020

BÁO CÁO
Tổng kết công tác xây dựng Đảng năm 2020, phương hướng, nhiệm vụ năm 2021

Năm 2020, Đảng bộ Sở Tư pháp có 52 đảng viên.
"""

SPEECH = """THAM LUẬN
CỦA ĐẢNG BỘ TRƯỜNG ĐẠI HỌC THỦY LỢI SÔNG LAM
Tại Hội nghị tổng kết công tác kiểm tra, giám sát năm 2018

Kính thưa Đoàn Chủ tịch! Kính thưa các đồng chí! Đảng bộ Trường Đại học Thủy lợi Sông Lam trực
thuộc Đảng ủy Khối các trường đại học, cao đẳng Lam Sơn có 800 đảng viên.
"""

ARTICLE = """Nâng cao chất lượng sinh hoạt chi bộ ở Đảng bộ Công ty Than Sông Cả

Đảng bộ Công ty Than Sông Cả trực thuộc Đảng bộ Than Hải Bình, có 25 chi bộ với 700 đảng viên.
Những năm qua, Đảng ủy Công ty đã chú trọng nâng cao chất lượng sinh hoạt chi bộ.

Để nâng cao chất lượng, Đảng ủy Công ty chỉ đạo các chi bộ đổi mới.
"""

RUN_TOGETHER = """ĐẢNG BỘ CỤC THUẾ TỈNH LAM SƠN
ĐẢNG CỘNG SẢN VIỆT NAM CHI BỘ CHI CỤC THUẾ HUYỆN ĐÔNG HƯNG
Đông Hưng, ngày 02 tháng 12 năm 2021 Số 21-BC/CB BÁO CÁO Kiểm điểm tập thể chi ủy chi bộ năm 2021

I. ĐẶC ĐIỂM TÌNH HÌNH
Chi bộ có 23 đảng viên.
"""

BARE_PLAN = """Kế hoạch kiểm điểm, đánh giá, xếp loại chất lượng năm 2023 của Đảng ủy Tổng công ty
Điện lực Sông Lam

Thực hiện Hướng dẫn số 25-HD/BTCTW, ngày 10/11/2023 của Ban Tổ chức Trung ương, Đảng ủy Tổng
công ty Điện lực Sông Lam xây dựng kế hoạch như sau:
I. Mục đích
"""

HALF_YEAR = """ĐẢNG BỘ TỈNH LAM SƠN
HUYỆN ỦY ĐÔNG LÂM
*
Số 110-BC/HU

ĐẢNG CỘNG SẢN VIỆT NAM
Đông Lâm, ngày 08 tháng 7 năm 2024

BÁO CÁO
kết quả công tác kiểm tra, giám sát và thi hành kỷ luật đảng 6 tháng đầu năm 2024
-----

Thực hiện Chương trình công tác năm 2024, Ban Thường vụ Huyện ủy Đông Lâm báo cáo kết quả như
sau:
"""

CONGRESS_REVIEW = """BÁO CÁO KIỂM ĐIỂM
CỦA BAN CHẤP HÀNH ĐẢNG BỘ HUYỆN ĐÔNG LÂM KHÓA XXI
TẠI ĐẠI HỘI ĐẠI BIỂU ĐẢNG BỘ HUYỆN LẦN THỨ XXII, NHIỆM KỲ 2020 - 2025

Ban Chấp hành Đảng bộ huyện Đông Lâm khóa XXI, nhiệm kỳ 2015 - 2020 gồm 43 đồng chí.
"""

NEWS_OF_QUARTER = """Hải Bình thi hành kỷ luật 25 đảng viên trong quý I/2023

(Dân trí) - Trong quý I, cấp ủy và ủy ban kiểm tra các cấp tỉnh Hải Bình đã thi hành kỷ luật 25
đảng viên.

Theo Ủy ban Kiểm tra Tỉnh ủy Hải Bình, ...  Ngày 15/4, ông A cho biết.
"""

PROVINCE_CONGRESS = """ĐẢNG BỘ TỈNH LAM SƠN
BAN CHẤP HÀNH
*

Lam Sơn, ngày 12 tháng 9 năm 2020

BÁO CÁO CHÍNH TRỊ
CỦA BAN CHẤP HÀNH ĐẢNG BỘ TỈNH KHÓA XV TRÌNH ĐẠI HỘI LẦN THỨ XVI, NHIỆM KỲ 2020 - 2025

Năm năm qua, Đảng bộ tỉnh Lam Sơn thực hiện nghiêm Nghị quyết Đại hội nhiệm kỳ 2015 - 2020.
"""

NEWS_OF_CELL = """Chi bộ thôn Đông Lâm (xã Phú Hạ) tổ chức Đại hội nhiệm kỳ 2022 - 2025

Sáng ngày 12/3/2022, Chi bộ thôn Đông Lâm, Đảng bộ xã Phú Hạ tổ chức Đại hội lần thứ IX.
"""

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
