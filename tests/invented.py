"""Invented reports, rich in what the extractors read, for tests across formats."""

from tests.sheets import Grid, Letterhead, Para, Sheet

_SELF_REVIEW = Sheet(
    (
        Letterhead(
            ("ĐẢNG BỘ HUYỆN MẪU THƯỢNG", "ĐẢNG ỦY TRUNG TÂM GIỐNG CÂY TRỒNG", "*", "Số 47-BC/ĐU"),
            ("ĐẢNG CỘNG SẢN VIỆT NAM", "Mẫu Thượng, ngày 18 tháng 12 năm 2024"),
        ),
        Para("BÁO CÁO", "center", bold=True),
        Para(
            "Kiểm điểm tập thể Ban Chấp hành Đảng bộ Trung tâm Giống cây trồng năm 2024",
            "center",
            bold=True,
        ),
        Para("I. ĐẶC ĐIỂM TÌNH HÌNH", bold=True),
        Para(
            "Đảng bộ Trung tâm có 07 chi bộ trực thuộc với 86 đảng viên, trong đó 31 đảng viên nữ "
            "(chiếm 36,0%), 12 đảng viên người dân tộc thiểu số. Ban Chấp hành Đảng bộ gồm 09 đồng "
            "chí[^1]. Trung tâm có 140 viên chức và người lao động."
        ),
        Para("II. KẾT QUẢ THỰC HIỆN NHIỆM VỤ", bold=True),
        Para("1. Công tác chính trị, tư tưởng", bold=True),
        Para(
            "Đảng ủy tổ chức học tập Chỉ thị số 05-CT/TW năm 2016 của Bộ Chính trị, Kết luận "
            "số 01-KL/TW ngày 18/5/2021 của Bộ Chính trị và Nghị quyết Trung ương 4 khóa XI, XII, "
            "XIII; 100% chi bộ có sổ theo dõi việc học tập[^2]."
        ),
        Para("2. Công tác kiểm tra, giám sát", bold=True),
        Para(
            "Trong năm, Đảng ủy kiểm tra 03 chi bộ, giám sát chuyên đề đối với 02 chi bộ và 04 "
            "đảng viên. Thi hành kỷ luật 02 đảng viên bằng hình thức khiển trách."
        ),
        Para("3. Xếp loại chất lượng", bold=True),
        Para(
            "Kết quả xếp loại: 14 đảng viên hoàn thành xuất sắc nhiệm vụ, 66 đảng viên hoàn thành "
            "tốt nhiệm vụ, 05 đảng viên hoàn thành nhiệm vụ, 01 đảng viên không hoàn thành nhiệm "
            "vụ."
        ),
        Para("4. Kết quả thực hiện các chỉ tiêu", bold=True),
        Grid(
            (
                ("STT", "Tên chỉ tiêu", "Mục tiêu", "Kết quả", "Đánh giá"),
                ("1", "Tỷ lệ đảng viên học tập nghị quyết", "98%", "99%", "Vượt"),
                ("2", "Số đảng viên mới được kết nạp trong năm", "5", "3", "Không đạt"),
                ("3", "Diện tích nhân giống lúa thuần của Trung tâm", "120", "120", "Đạt"),
                ("4", "Tỷ lệ chi bộ sinh hoạt chuyên đề đủ bốn kỳ", "100%", "100%", "Đạt"),
            ),
            (1, 6, 2, 2, 2),
        ),
        Para("III. HẠN CHẾ, KHUYẾT ĐIỂM VÀ NGUYÊN NHÂN", bold=True),
        Para("1. Hạn chế, khuyết điểm", bold=True),
        Para(
            "- Công tác kết nạp đảng viên chưa đạt chỉ tiêu đề ra; nguồn quần chúng ưu tú ở các "
            "trại giống còn ít."
        ),
        Para(
            "- Sinh hoạt chuyên đề ở một số chi bộ còn hình thức, nội dung nghèo nàn, ít ý kiến "
            "thảo luận."
        ),
        Para("- Việc tự phê bình và phê bình của một số đảng viên còn nể nang, ngại va chạm[^3]."),
        Para("2. Nguyên nhân", bold=True),
        Para(
            "- Nguyên nhân khách quan: địa bàn các trại giống phân tán, đi lại khó khăn trong mùa "
            "mưa."
        ),
        Para(
            "- Nguyên nhân chủ quan: một số cấp ủy viên chưa sâu sát cơ sở, chưa quyết liệt trong "
            "chỉ đạo công tác phát triển đảng."
        ),
        Para("IV. PHƯƠNG HƯỚNG, BIỆN PHÁP KHẮC PHỤC", bold=True),
        Para(
            "1. Giao chỉ tiêu kết nạp đảng viên cho từng chi bộ ngay từ đầu năm, mỗi quý kiểm điểm "
            "một lần."
        ),
        Para(
            "2. Đổi mới sinh hoạt chuyên đề theo hướng gắn với việc của từng trại giống, mỗi kỳ có "
            "một đảng viên chuẩn bị nội dung."
        ),
        Para(
            "3. Tăng cường kiểm tra, giám sát việc tự phê bình và phê bình ở các chi bộ; phân công "
            "đảng ủy viên dự sinh hoạt cùng chi bộ yếu."
        ),
        Para("T/M BAN CHẤP HÀNH", "right", bold=True),
    ),
    (
        "Đầu nhiệm kỳ có 11 đồng chí; trong nhiệm kỳ 02 đồng chí nghỉ hưu.",
        "Kế hoạch số 12-KH/ĐU ngày 20/02/2024 của Đảng ủy Trung tâm.",
        "Kết luận số 21-KL/TW ngày 25/10/2021 của Ban Chấp hành Trung ương.",
    ),
    header="Lưu hành nội bộ",
)

_NOTICE = Sheet(
    (
        Letterhead(
            ("HUYỆN ỦY SÔNG THỬ", "ỦY BAN KIỂM TRA", "*", "Số 63-TB/UBKTHU"),
            ("ĐẢNG CỘNG SẢN VIỆT NAM", "Sông Thử, ngày 09 tháng 7 năm 2023"),
        ),
        Para("THÔNG BÁO", "center", bold=True),
        Para("Kết quả công tác kiểm tra, giám sát 6 tháng đầu năm 2023", "center", bold=True),
        Para("1. Kết quả", bold=True),
        Para(
            "Từ đầu năm đến nay, cấp ủy các cấp trong huyện kiểm tra 45 tổ chức đảng và 130 đảng "
            "viên; ủy ban kiểm tra các cấp giám sát chuyên đề 21 tổ chức đảng. Toàn huyện thi hành "
            "kỷ luật 28 đảng viên, gồm khiển trách 19, cảnh cáo 6, cách chức 1, khai trừ 2[^1]."
        ),
        Para(
            "Các cấp tiếp nhận 17 đơn tố cáo, khiếu nại; đã giải quyết xong 15 đơn. Có 04 tập thể "
            "và 22 cá nhân được khen thưởng về công tác kiểm tra."
        ),
        Para("2. Tồn tại, hạn chế", bold=True),
        Para("- Ba đảng ủy xã chưa tiến hành được cuộc kiểm tra nào khi có dấu hiệu vi phạm."),
        Para(
            "- Hồ sơ kiểm tra của một số chi bộ còn sơ sài, chậm lưu trữ theo quy định; chất lượng "
            "báo cáo chưa cao."
        ),
        Para(
            "Nguyên nhân chủ yếu là do cán bộ kiểm tra cơ sở kiêm nhiệm, thiếu kinh nghiệm và "
            "ngại va chạm."
        ),
        Para("3. Nhiệm vụ 6 tháng cuối năm", bold=True),
        Para(
            "3.1. Thực hiện nghiêm Quy định số 22-QĐ/TW ngày 28/7/2021 của Ban Chấp hành Trung "
            "ương về công tác kiểm tra, giám sát và kỷ luật của Đảng."
        ),
        Para(
            "3.2. Mỗi đảng ủy xã hoàn thành ít nhất một cuộc kiểm tra khi có dấu hiệu vi phạm "
            "trước ngày 30/10/2023."
        ),
        Para("3.3. Tổ chức 02 lớp bồi dưỡng nghiệp vụ cho cán bộ kiểm tra cơ sở trong quý IV."),
    ),
    ("So với cùng kỳ năm 2022 giảm 05 trường hợp; vi phạm chủ yếu về đất đai.",),
)

_SUMMARY = Sheet(
    (
        Letterhead(
            ("ĐẢNG BỘ TỈNH ĐỒI XA", "ĐẢNG ỦY SỞ ĐO LƯỜNG", "*", "Số 158-BC/ĐU"),
            ("ĐẢNG CỘNG SẢN VIỆT NAM", "Đồi Xa, ngày 30 tháng 11 năm 2022"),
        ),
        Para("BÁO CÁO", "center", bold=True),
        Para("Tổng kết công tác xây dựng Đảng năm 2022", "center", bold=True),
        Para("PHẦN THỨ NHẤT", "center", bold=True),
        Para("KẾT QUẢ NĂM 2022", "center", bold=True),
        Para("I. Tình hình chung", bold=True),
        Para(
            "Đảng bộ Sở có 15 chi bộ với 214 đảng viên (nữ 92 đồng chí); năm 2022 kết nạp 06 đảng "
            "viên, đưa ra khỏi Đảng 01 đảng viên. Trong 14 chỉ tiêu nghị quyết đề ra có 05 chỉ "
            "tiêu vượt, 08 chỉ tiêu đạt và 01 chỉ tiêu không đạt[^1]."
        ),
        Para(
            "Thực hiện Nghị quyết số 18-NQ/TW ngày 25/10/2017, Luật Tố cáo và Quyết định số "
            "216/QĐ-UBND ngày 14/01/2022 của Ủy ban nhân dân tỉnh, Sở đã sắp xếp lại 04 phòng."
        ),
        Para("II. Đánh giá, xếp loại", bold=True),
        Para(
            "Có 02 chi bộ hoàn thành xuất sắc nhiệm vụ, 12 chi bộ hoàn thành tốt nhiệm vụ, 01 chi "
            "bộ hoàn thành nhiệm vụ. Đảng bộ được xếp loại hoàn thành tốt nhiệm vụ."
        ),
        Para("III. Hạn chế", bold=True),
        Para(
            "Công tác chuyển đổi số trong hoạt động của Đảng bộ còn chậm. Một số chi bộ chưa cập "
            "nhật hồ sơ đảng viên trên phần mềm; đội ngũ làm công tác đảng vụ còn thiếu và yếu về "
            "kỹ năng."
        ),
        Para("PHẦN THỨ HAI", "center", bold=True),
        Para("NHIỆM VỤ NĂM 2023", "center", bold=True),
        Para("1. Hoàn thành số hóa hồ sơ đảng viên của 15 chi bộ trước tháng 6/2023."),
        Para("2. Kiện toàn đội ngũ làm công tác đảng vụ, cử ít nhất 10 lượt người đi tập huấn."),
    ),
    ("Chỉ tiêu không đạt: tỷ lệ hồ sơ đảng viên được số hóa (đạt 71% so với chỉ tiêu 90%).",),
    footer="Đảng ủy Sở Đo lường",
)

SHEETS = {"self-review": _SELF_REVIEW, "notice": _NOTICE, "summary": _SUMMARY}
