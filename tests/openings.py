"""Openings of invented documents, for the tests of the document record."""

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

NEWS_OF_A_CONGRESS = """Chi bộ Thôn Bắc tổ chức Đại hội nhiệm kỳ 2022 - 2025

Sáng 12/5, Chi bộ Thôn Bắc, Đảng bộ xã Hòa Lộc đã tổ chức Đại hội nhiệm kỳ 2022 - 2025. Dự Đại hội
có đồng chí Phó Bí thư Đảng ủy xã Hòa Lộc.
"""

ARTICLE_ON_THE_PARTY = """Nâng cao chất lượng sinh hoạt chi bộ hiện nay

Sinh hoạt chi bộ là nhiệm vụ thường xuyên của Đảng. Đảng ta luôn coi trọng công tác này. Trong Đảng,
một bộ phận đảng viên chưa tự giác. Đảng mạnh là do chi bộ tốt. Sức mạnh của Đảng ở chi bộ.
"""

ARTICLE_ON_A_REGION = """Kết nạp đảng viên ở vùng ven biển

Sau mười năm, các đảng bộ vùng duyên hải Nam Sơn kết nạp được nhiều quần chúng ưu tú vào Đảng.
"""

NEWS_OF_A_MERGER = """Công bố quyết định hợp nhất hai đảng bộ

03/10/2018 | Chính trị

Hôm qua, Tỉnh ủy Lam Sơn công bố quyết định hợp nhất Đảng bộ Khối cơ quan tỉnh và Đảng bộ Khối doanh
nghiệp tỉnh thành Đảng bộ Khối cơ quan và doanh nghiệp tỉnh.
"""

LABELLED_REPORT = """Mẫu 02

ĐẢNG BỘ TRƯỜNG THPT LÊ LAI
CHI BỘ TỔ TỰ NHIÊN

ĐẢNG CỘNG SẢN VIỆT NAM
Hòa An, ngày 05 tháng 12 năm 2023

BÁO CÁO KIỂM ĐIỂM TẬP THỂ CHI ỦY NĂM 2023

Tên tập thể: Chi ủy Chi bộ Tổ Tự nhiên. Chi ủy họp đủ 12 kỳ.
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

SIGNED_FOR_A_COMMITTEE = """TỈNH ỦY LAM SƠN
Số 08-CT/TU

ĐẢNG CỘNG SẢN VIỆT NAM
Lam Sơn, ngày 09 tháng 7 năm 2012

CHỈ THỊ
về chuẩn bị kiểm điểm cuối năm

Các cấp ủy kiểm điểm nghiêm túc. Ban Thường vụ Tỉnh ủy giao Ban Tổ chức theo dõi.

T/M BAN THƯỜNG VỤ
BÍ THƯ
"""
