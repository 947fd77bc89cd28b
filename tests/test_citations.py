"""Every shape of a reference to a document, and what looks like one."""

import pytest

from extractors.citations import citations
from pipeline import reference
from tests.documents import make_doc

WORDS = reference.load()

Row = tuple[str, str | None, str | None, str | None, str]


def found(text: str) -> list[Row]:
    """(kind, canonical_id, issuer, issued_on, quote) of each citation of the text."""
    document = make_doc(text)
    return [
        (c.kind, c.canonical_id, c.issuer, c.issued_on, document.quote(c.span))
        for c in citations(document, WORDS)
    ]


NUMBERED = [
    pytest.param(
        "Thực hiện Chỉ thị số 87-CT/TW ngày 19/8/2013 của Bộ Chính trị về học tập và làm theo Bác.",
        [
            ("directive", "87-CT/TW", "Bộ Chính trị", "2013-08-19",
             "Chỉ thị số 87-CT/TW ngày 19/8/2013 của Bộ Chính trị"),
        ],
        id="number, date and issuer",
    ),
    pytest.param(
        "Quán triệt Chỉ thị số 74-CT / TW, ngày 28-4-2008 của Ban Bí thư Trung ương Đảng khoá X.",
        [
            ("directive", "74-CT/TW", "Ban Bí thư Trung ương Đảng khoá X", "2008-04-28",
             "Chỉ thị số 74-CT / TW, ngày 28-4-2008 của Ban Bí thư Trung ương Đảng khoá X"),
        ],
        id="spaces inside the symbol, term of the issuer",
    ),
    pytest.param(
        "Theo Hướng dẫn 12 - HD/BTCTW của Ban Tổ chức Trung ương ngày 06 tháng 7 năm 2018, "
        "chi bộ họp.",
        [
            ("guideline", "12-HD/BTCTW", "Ban Tổ chức Trung ương", "2018-07-06",
             "Hướng dẫn 12 - HD/BTCTW của Ban Tổ chức Trung ương ngày 06 tháng 7 năm 2018"),
        ],
        id="issuer before the date, date in words",
    ),
    pytest.param(
        "Theo Nghị định số 117/2019/NĐ-CP ngày 13/8/2019, Nghị định số 128/2019/NĐ-CP ngày "
        "06/11/2019 của Chính phủ và kết luận số 98-KL/TU.",
        [
            ("decree", "117/2019/NĐ-CP", "Chính phủ", "2019-08-13",
             "Nghị định số 117/2019/NĐ-CP ngày 13/8/2019"),
            ("decree", "128/2019/NĐ-CP", "Chính phủ", "2019-11-06",
             "Nghị định số 128/2019/NĐ-CP ngày 06/11/2019 của Chính phủ"),
            ("conclusion", "98-KL/TU", None, None, "kết luận số 98-KL/TU"),
        ],
        id="two decrees share their issuer",
    ),
    pytest.param(
        "Các Quyết định số 12, 13 và 14-QĐ/ĐU về nhân sự.",
        [
            ("decision", "12-QĐ/ĐU", None, None, "Quyết định số 12, 13 và 14-QĐ/ĐU"),
            ("decision", "13-QĐ/ĐU", None, None, "Quyết định số 12, 13 và 14-QĐ/ĐU"),
            ("decision", "14-QĐ/ĐU", None, None, "Quyết định số 12, 13 và 14-QĐ/ĐU"),
        ],
        id="a list shares the last symbol",
    ),
    pytest.param(
        "Thực hiện Quy định số 12-QĐi/TU, 14-QĐi/TU được phổ biến.",
        [
            ("regulation", "12-QĐi/TU", None, None, "Quy định số 12-QĐi/TU, 14-QĐi/TU"),
            ("regulation", "14-QĐi/TU", None, None, "Quy định số 12-QĐi/TU, 14-QĐi/TU"),
        ],
        id="a list shares the head word",
    ),
    pytest.param(
        "Bộ Chính trị ban hành Quy định số 41-QĐ/TW, ngày 03/11/2021 về miễn nhiệm; "
        "Kết luận số 21-KL/TW về xây dựng Đảng.",
        [
            ("regulation", "41-QĐ/TW", "Bộ Chính trị", "2021-11-03",
             "Quy định số 41-QĐ/TW, ngày 03/11/2021"),
            ("conclusion", "21-KL/TW", "Bộ Chính trị", None, "Kết luận số 21-KL/TW"),
        ],
        id="the issuer stands before a list",
    ),
    pytest.param(
        "Ngày 5-6-2012, Ban Thường vụ Huyện ủy đã ban hành Quyết định số 489-QĐ/HU.",
        [
            ("decision", "489-QĐ/HU", "Ban Thường vụ Huyện ủy", "2012-06-05",
             "Quyết định số 489-QĐ/HU"),
        ],
        id="date and issuer before",
    ),
    pytest.param(
        "Thực hiện Chỉ thị 05 CT/TW, Chỉthị số05-CT/TW, NQ số 18NQ/TW, "
        "QĐ số 13/2013 của TT Chính phủ.",
        [
            ("directive", "05-CT/TW", None, None, "Chỉ thị 05 CT/TW"),
            ("directive", "05-CT/TW", None, None, "Chỉthị số05-CT/TW"),
            ("resolution", "18-NQ/TW", None, None, "NQ số 18NQ/TW"),
            ("decision", "13/2013", "TT Chính phủ", None, "QĐ số 13/2013 của TT Chính phủ"),
        ],
        id="missing hyphens and spaces",
    ),
    pytest.param(
        "Triển khai đề án 06, Chỉ thị 17 của Ban Bí thư và Nghị quyết số 49.",
        [
            ("scheme", "06", None, None, "đề án 06"),
            ("directive", "17", "Ban Bí thư", None, "Chỉ thị 17 của Ban Bí thư"),
            ("resolution", "49", None, None, "Nghị quyết số 49"),
        ],
        id="numbers without a symbol",
    ),
    pytest.param(
        "Theo Luật số 80/2015/QH13, Thông tư 08/2023/TT-BYT và Công văn số 1234/BYT-TCCB.",
        [
            ("law", "80/2015/QH13", None, None, "Luật số 80/2015/QH13"),
            ("circular", "08/2023/TT-BYT", None, None, "Thông tư 08/2023/TT-BYT"),
            ("dispatch", "1234/BYT-TCCB", None, None, "Công văn số 1234/BYT-TCCB"),
        ],
        id="numbers of state bodies",
    ),
    pytest.param(
        "Thực hiện Thông báo số 91/TB-UBKTTU của Ủy ban Kiểm tra Tỉnh ủy; "
        "nghị quyết 03/NQ-TLĐ ngày 22/10/2004.",
        [
            ("notice", "91/TB-UBKTTU", "Ủy ban Kiểm tra Tỉnh ủy", None,
             "Thông báo số 91/TB-UBKTTU của Ủy ban Kiểm tra Tỉnh ủy"),
            ("resolution", "03/NQ-TLĐ", None, "2004-10-22", "nghị quyết 03/NQ-TLĐ ngày 22/10/2004"),
        ],
        id="a slash before the symbol",
    ),
    pytest.param(
        "Thực hiện Hướng dẫn số 17-HD/ĐUK, ngày 05/11/2022 của Thường trực Đảng ủy Khối cơ "
        "quan và doanh nghiệp huyện về kiểm điểm.",
        [
            ("guideline", "17-HD/ĐUK",
             "Thường trực Đảng ủy Khối cơ quan và doanh nghiệp huyện", "2022-11-05",
             "Hướng dẫn số 17-HD/ĐUK, ngày 05/11/2022 của Thường trực Đảng ủy Khối cơ quan và "
             "doanh nghiệp huyện"),
        ],
        id="a long issuer with và inside",
    ),
    pytest.param(
        "Kết luận số 326-KL/TW, ngày 13/03/2024 của Bộ Chính trị, Ban Bí thư về sắp xếp bộ máy.",
        [
            ("conclusion", "326-KL/TW", "Bộ Chính trị, Ban Bí thư", "2024-03-13",
             "Kết luận số 326-KL/TW, ngày 13/03/2024 của Bộ Chính trị, Ban Bí thư"),
        ],
        id="two top bodies issue together",
    ),
    pytest.param(
        "Theo QĐ 08-QĐi/TW, Quyết định kỷ luật số 15-QĐ/UBKTHU và Thông tri số 22-TT/TU.",
        [
            ("regulation", "08-QĐi/TW", None, None, "QĐ 08-QĐi/TW"),
            ("decision", "15-QĐ/UBKTHU", None, None, "15-QĐ/UBKTHU"),
            ("other", "22-TT/TU", None, None, "Thông tri số 22-TT/TU"),
        ],
        id="the word says the kind, else the symbol",
    ),
    pytest.param(
        "Theo Kế hoạch kiểm tra, giám sát năm 2023 (số 12-KH/ĐU ngày 5/1/2023).",
        [("plan", "12-KH/ĐU", None, "2023-01-05", "12-KH/ĐU ngày 5/1/2023")],
        id="a number in brackets behind a title",
    ),
    pytest.param(
        "Theo Nghị quyết của Bộ Chính trị số 09-NQ/TW và Chỉ thị của Ban Bí thư (số 28-CT/TW).",
        [
            ("resolution", "09-NQ/TW", "Bộ Chính trị", None,
             "Nghị quyết của Bộ Chính trị số 09-NQ/TW"),
            ("directive", "28-CT/TW", "Ban Bí thư", None, "Chỉ thị của Ban Bí thư (số 28-CT/TW)"),
        ],
        id="the issuer between word and number",
    ),
    pytest.param(
        "Kết luận số 21-KL/TW, ngày 25/10/2021 của Hội nghị Trung ương 4 khóa XIII được học tập "
        "cùng Chỉ thị số 05-CT/TW ngày 15/5 của Bộ Chính trị (khóa XII).",
        [
            ("conclusion", "21-KL/TW", "Hội nghị Trung ương 4 khóa XIII", "2021-10-25",
             "Kết luận số 21-KL/TW, ngày 25/10/2021 của Hội nghị Trung ương 4 khóa XIII"),
            ("directive", "05-CT/TW", "Bộ Chính trị (khóa XII)", None,
             "Chỉ thị số 05-CT/TW ngày 15/5 của Bộ Chính trị (khóa XII)"),
        ],
        id="a plenum as issuer, a day without its year",
    ),
    pytest.param(
        "Thực hiện Quyết định 217, 218 của Bộ Chính trị; Nghị quyết 18 và 19 (khóa XII).",
        [
            ("decision", "217", "Bộ Chính trị", None, "Quyết định 217, 218 của Bộ Chính trị"),
            ("decision", "218", "Bộ Chính trị", None, "Quyết định 217, 218 của Bộ Chính trị"),
            ("resolution", "18", None, None, "Nghị quyết 18 và 19 (khóa XII)"),
            ("resolution", "19", None, None, "Nghị quyết 18 và 19 (khóa XII)"),
        ],
        id="a list of bare numbers",
    ),
    pytest.param(
        "Theo Nghị định số 135/2020/NĐ - CP, Nghị định 34/2016 và Luật Thanh tra số 11/2022/QH15.",
        [
            ("decree", "135/2020/NĐ-CP", None, None, "Nghị định số 135/2020/NĐ - CP"),
            ("decree", "34/2016", None, None, "Nghị định 34/2016"),
            ("law", "11/2022/QH15", None, None, "Luật Thanh tra số 11/2022/QH15"),
        ],
        id="numbers with a year",
    ),
    pytest.param(
        "Thực hiện Quyêt đinh số 23-QĐ/TW, Chi thi sô 42–CT/TW\nvà QUY ĐỊNH SỐ 69 - QĐ / TW.",
        [
            ("decision", "23-QĐ/TW", None, None, "Quyêt đinh số 23-QĐ/TW"),
            ("directive", "42-CT/TW", None, None, "Chi thi sô 42–CT/TW"),
            ("regulation", "69-QĐ/TW", None, None, "QUY ĐỊNH SỐ 69 - QĐ / TW"),
        ],
        id="marks lost in typing, other dashes, capitals",
    ),
]  # fmt: skip

RANKED = [
    pytest.param(
        "Thực hiện Nghị quyết Trung ương 4 khóa XI, XII, XIII.",
        [
            ("resolution", f"NQTW4/{t}", None, None, "Nghị quyết Trung ương 4 khóa XI, XII, XIII")
            for t in ("XI", "XII", "XIII")
        ],
        id="one plenum of three terms",
    ),
    pytest.param(
        "NQTW4 khóa XII; Nghị quyết TW 4; Nghị quyết Trung ương 6 (khoá XII); NQTW4/XI.",
        [
            ("resolution", "NQTW4/XII", None, None, "NQTW4 khóa XII"),
            ("resolution", "NQTW4", None, None, "Nghị quyết TW 4"),
            ("resolution", "NQTW6/XII", None, None, "Nghị quyết Trung ương 6 (khoá XII)"),
            ("resolution", "NQTW4/XI", None, None, "NQTW4/XI"),
        ],
        id="short forms of plenums",
    ),
    pytest.param(
        "Nghị quyết Hội nghị lần thứ tư Ban Chấp hành Trung ương Đảng khóa XII đã được học tập.",
        [
            ("resolution", "NQTW4/XII", None, None,
             "Nghị quyết Hội nghị lần thứ tư Ban Chấp hành Trung ương Đảng khóa XII"),
        ],
        id="a plenum in full",
    ),
    pytest.param(
        "Kết luận Hội nghị Trung ương 4 khóa XIII được quán triệt.",
        [("conclusion", None, None, None, "Kết luận Hội nghị Trung ương 4 khóa XIII")],
        id="the conclusion of a plenum has no id",
    ),
    pytest.param(
        "Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII của Đảng, Nghị quyết Đại hội Đảng bộ "
        "tỉnh An Phú lần thứ XIX, Đại hội Đảng bộ Sở Xây dựng lần thứ IX.",
        [
            ("resolution", "NQĐH/XIII", None, None,
             "Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII của Đảng"),
            ("resolution", "NQĐH/XIX@tỉnh An Phú", None, None,
             "Nghị quyết Đại hội Đảng bộ tỉnh An Phú lần thứ XIX"),
            ("resolution", "NQĐH/IX@Sở Xây dựng", None, None,
             "Nghị quyết Đại hội Đảng bộ tỉnh An Phú lần thứ XIX, Đại hội Đảng bộ Sở Xây dựng lần "
             "thứ IX"),
        ],
        id="national and local congresses",
    ),
    pytest.param(
        "Nghị quyết Đại hội XI, XII; nghị quyết Đại hội chi bộ nhiệm kỳ 2017-2020.",
        [
            ("resolution", "NQĐH/XI", None, None, "Nghị quyết Đại hội XI, XII"),
            ("resolution", "NQĐH/XII", None, None, "Nghị quyết Đại hội XI, XII"),
            ("resolution", "NQĐH/2017-2020@chi bộ", None, None,
             "nghị quyết Đại hội chi bộ nhiệm kỳ 2017-2020"),
        ],
        id="congresses by rank alone and by term",
    ),
    pytest.param(
        "Nghị quyết TW 5,6 khóa XII; NQTW 4 (K12); Nghị quyết Trung ương sáu khóa X; Nghị quyết "
        "Hội nghị Trung ương lần thứ tư (khóa XI), (khóa XII).",
        [
            ("resolution", "NQTW5/XII", None, None, "Nghị quyết TW 5,6 khóa XII"),
            ("resolution", "NQTW6/XII", None, None, "Nghị quyết TW 5,6 khóa XII"),
            ("resolution", "NQTW4/XII", None, None, "NQTW 4 (K12)"),
            ("resolution", "NQTW6/X", None, None, "Nghị quyết Trung ương sáu khóa X"),
            ("resolution", "NQTW4/XI", None, None,
             "Nghị quyết Hội nghị Trung ương lần thứ tư (khóa XI), (khóa XII)"),
            ("resolution", "NQTW4/XII", None, None,
             "Nghị quyết Hội nghị Trung ương lần thứ tư (khóa XI), (khóa XII)"),
        ],
        id="ranks in figures, words and lists",
    ),
    pytest.param(
        "NQĐH Đảng bộ xã lần thứ 25; Nghị quyết Đại hội lần thứ hai mươi ba Đảng bộ thành phố; "
        "Nghị quyết Đại hội XX của Đảng bộ huyện; đã đề ra trong Nghị quyết Đại hội.",
        [
            ("resolution", "NQĐH/XXV@xã", None, None, "NQĐH Đảng bộ xã lần thứ 25"),
            ("resolution", "NQĐH/XXIII@thành phố", None, None,
             "Nghị quyết Đại hội lần thứ hai mươi ba Đảng bộ thành phố"),
            ("resolution", "NQĐH/XX@huyện", None, None, "Nghị quyết Đại hội XX của Đảng bộ huyện"),
            ("resolution", None, None, None, "Nghị quyết Đại hội"),
        ],
        id="congresses in short forms, and one without a rank",
    ),
]  # fmt: skip

NAMED = [
    pytest.param(
        "Chấp hành Cương lĩnh, Điều lệ Đảng, Hiến pháp, pháp luật của Nhà nước.",
        [
            ("charter", None, None, None, "Cương lĩnh"),
            ("charter", None, None, None, "Điều lệ Đảng"),
            ("law", None, None, None, "Hiến pháp"),
        ],
        id="what everybody calls by name",
    ),
    pytest.param(
        "Thực hiện Quy định những điều đảng viên không được làm và Luật Phòng, chống tham nhũng.",
        [
            ("regulation", None, None, None, "Quy định những điều đảng viên không được làm"),
            ("law", None, None, None, "Luật Phòng, chống tham nhũng"),
        ],
        id="a rule and a law by name",
    ),
    pytest.param(
        "Theo Quyết định số 3917/QĐ-UBND ngày 02/12/2022 của UBND huyện phê duyệt Đề án "
        "sắp xếp các trạm thú y; Chương trình mục tiêu quốc gia xây dựng nông thôn mới.",
        [
            ("decision", "3917/QĐ-UBND", "UBND huyện", "2022-12-02",
             "Quyết định số 3917/QĐ-UBND ngày 02/12/2022 của UBND huyện"),
            ("scheme", None, None, None, "Đề án sắp xếp các trạm thú y"),
            ("program", None, None, None,
             "Chương trình mục tiêu quốc gia xây dựng nông thôn mới"),
        ],
        id="a scheme inside a title, a programme in full",
    ),
    pytest.param(
        "Thực hiện theo quy định của Ban Thường vụ Huyện ủy về việc khen thưởng tổ chức đảng.",
        [
            ("regulation", None, "Ban Thường vụ Huyện ủy", None,
             "quy định của Ban Thường vụ Huyện ủy về việc khen thưởng tổ chức đảng"),
        ],
        id="a document by issuer and subject",
    ),
    pytest.param(
        "Cần sửa đổi các quy chế: Quy chế kiểm tra trong Đảng; Quy chế miễn nhiệm, thay thế "
        "cán bộ yếu kém; Quy định về giải quyết khiếu nại kỷ luật trong Đảng.",
        [
            ("regulation", None, None, None, "Quy chế kiểm tra trong Đảng"),
            ("regulation", None, None, None, "Quy chế miễn nhiệm, thay thế cán bộ yếu kém"),
            ("regulation", None, None, None,
             "Quy định về giải quyết khiếu nại kỷ luật trong Đảng"),
        ],
        id="rules of the Party in a list",
    ),
    pytest.param(
        "Đoàn nhắc lại kết luận của Ban Bí thư về vấn đề này và Chương trình Chuyển đổi số "
        "quốc gia.",
        [
            ("conclusion", None, "Ban Bí thư", None, "kết luận của Ban Bí thư về vấn đề này"),
            ("program", None, None, None, "Chương trình Chuyển đổi số quốc gia"),
        ],
        id="a conclusion on the matter told, a national programme",
    ),
]  # fmt: skip

LOOK_ALIKES = [
    "Kết nạp 45 đảng viên (nghị quyết 40), bảo hiểm y tế 95% (Nghị quyết 93%).",
    "Cơ quan sửa Quy chế phối hợp của Đảng ủy với cấp ủy bạn, Quy định về giờ làm việc.",
    "Quán triệt nội dung THỰC HIỆN NGHỊ QUYẾT ĐẠI HỘI\nI- Về kinh tế",
    "KẾT LUẬN\n1. Về công tác xây dựng Đảng.\nCHƯƠNG TRÌNH\n2. Mục tiêu.",
    "Nghị quyết Trung ương năm 2021, nghị quyết Trung ương một cách nghiêm túc.",
    "Nghị quyết Đại hội Đảng bộ các cấp nhiệm kỳ 2020-2025; Nghị quyết Đại hội cấp trên.",
    "Nghị quyết của Đảng ủy về công tác phát triển đảng viên; theo Đề án vị trí việc làm.",
    "Hội Luật gia, Trường Đại học Luật Hà Nội và Khoa Luật cử cán bộ dự; Hướng dẫn thi hành án.",
    "Đảng ủy đã ban hành 12 nghị quyết, 5 chỉ thị, 30 kế hoạch, báo cáo 6/2024.",
    "Viện Chiến lược và Chính sách y tế; ba đột phá chiến lược; chương trình mục tiêu quốc gia.",
    "Chấp hành các nghị quyết, chỉ thị của Đảng, chính sách, pháp luật của Nhà nước.",
    "Thực hiện thắng lợi nghị quyết Đại hội Đảng các cấp.",
    "Chi bộ xem xét, quyết định 3 nội dung và kết luận 12 vụ việc.",
    "Kế hoạch 5 năm 2021-2025, kế hoạch 2024, chương trình 6 tháng.",
    "Thực hiện quy chế dân chủ ở cơ sở, quy chế làm việc, kế hoạch kiểm tra, giám sát.",
    "Đảng viên vi phạm kỷ luật; Đoàn Luật sư; theo quy luật; dân số - kế hoạch hóa gia đình.",
    "Nghị quyết đề ra 15 chỉ tiêu; hướng dẫn 20 chi bộ; thông báo 3 lần.",
    "Biểu mẫu 1A, mẫu 2B; tỷ lệ 20/25 đảng viên; ngày 12/6/2020.",
    "Hội nghị Trung ương 4 khóa XII đã họp; dự Đại hội XIII của Đảng.",
    "Bố trí cơ cấu theo Đề án; đoàn kiểm tra làm việc với Đề án nhân sự nhiệm kỳ 2020-2022.",
]


@pytest.mark.parametrize(("text", "expected"), NUMBERED)
def test_a_number_is_read_with_its_date_and_issuer(text: str, expected: list[Row]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(("text", "expected"), RANKED)
def test_plenums_and_congresses_are_cited_by_rank(text: str, expected: list[Row]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(("text", "expected"), NAMED)
def test_a_name_alone_is_a_citation_without_an_id(text: str, expected: list[Row]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize("text", LOOK_ALIKES)
def test_a_look_alike_is_no_citation(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(("text", "expected"), [*NUMBERED, *RANKED, *NAMED])
def test_the_same_text_gives_the_same_citations(text: str, expected: list[Row]) -> None:
    assert found(text) == found(text)
    assert sorted(found(text), key=str) == sorted(expected, key=str)


def test_the_documents_own_number_is_no_citation() -> None:
    text = (
        "ĐẢNG BỘ HUYỆN AN PHÚ\nĐẢNG ỦY SỞ XÂY DỰNG\nSố: 458-KH/ĐU\n"
        "An Phú, ngày 7 tháng 12 năm 2021\nKẾ HOẠCH\nkiểm điểm cuối năm\n"
        "Thực hiện Hướng dẫn số 07-HD/HU, Đảng ủy xây dựng kế hoạch như sau:"
    )
    assert [row[1] for row in found(text)] == ["07-HD/HU"]


OWN = [
    pytest.param(
        "ĐẢNG ỦY XÃ A\n*\nSố 57-QĐ/ĐU\nĐẢNG CỘNG SẢN VIỆT NAM\nA, ngày 19 tháng 10 năm 2021\n"
        "QUYẾT ĐỊNH\nban hành Quy định về phân công cấp ủy viên phụ trách chi bộ thôn\n"
        "- Căn cứ Điều lệ Đảng;\nĐiều 1. Ban hành Quy định về phân công cấp ủy viên phụ trách chi"
        " bộ thôn.\nĐiều 2. Thay thế Quyết định số 12-QĐ/ĐU.",
        ["Điều lệ Đảng", "Quyết định số 12-QĐ/ĐU"],
        id="the rule that a decision brings into force",
    ),
    pytest.param(
        "BỘ Y TẾ\nBAN CÁN SỰ ĐẢNG\nSố: 31-TB/BCSĐ\nHà Nội, ngày 04 tháng 6 năm 2013\nTHÔNG BÁO\n"
        "Kết luận của Ban Cán sự đảng Bộ về kết quả kiểm điểm của Đảng ủy Viện Pasteur\n"
        "Theo kết luận của Ban Bí thư về công tác cán bộ, Ban Cán sự đảng kết luận như sau:",
        ["kết luận của Ban Bí thư về công tác cán bộ"],
        id="the conclusion that a notice is",
    ),
    pytest.param(
        "(BT) - Ban Thường vụ Tỉnh ủy ra Chỉ thị số 29-CT/TU về dư luận xã hội. Toàn văn như sau:\n"
        "Thực hiện Kết luận số 100-KL/TW, công tác dư luận xã hội ở tỉnh đã vào nền nếp, mạng lưới "
        "cộng tác viên rộng khắp.\nBan Thường vụ Tỉnh ủy yêu cầu các cấp ủy đưa vào giao ban. Chỉ "
        "thị này thay Chỉ thị số 12-CT/TU.",
        ["Kết luận số 100-KL/TW", "Chỉ thị số 12-CT/TU"],
        id="the directive that a page gives in full",
    ),
    pytest.param(
        "Ban Thường vụ Tỉnh ủy vừa ra Chỉ thị số 29-CT/TU về dư luận xã hội. Theo đó, các cấp ủy "
        "đưa nội dung này vào giao ban hằng tháng. Xem toàn văn Chỉ thị tại đây.",
        ["Chỉ thị số 29-CT/TU"],
        id="a directive that news tells of is cited",
    ),
]


@pytest.mark.parametrize(("text", "quotes"), OWN)
def test_what_a_document_is_or_issues_is_no_citation(text: str, quotes: list[str]) -> None:
    assert [row[4] for row in found(text)] == quotes
