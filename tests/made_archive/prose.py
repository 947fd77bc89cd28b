"""Paragraphs of results, no two alike: words of the field drawn into the frames of an office."""

from random import Random

_OPENINGS = (
    "Ngay từ đầu năm", "Sau sơ kết quý", "Trước mùa mưa lũ", "Từ giữa năm", "Đến cuối quý III",
    "Trong đợt cao điểm", "Sau hội nghị tháng 3", "Bước vào năm học mới", "Khi dịch tạm lắng",
    "Qua nắm tình hình", "Sau đợt giám sát", "Tiếp thu góp ý của dân",
    "Nhân dịp kỷ niệm ngày truyền thống", "Cùng thời gian này", "Ở địa bàn xa trung tâm",
    "Riêng khối sự nghiệp", "Với lĩnh vực còn yếu",
)  # fmt: skip
_ACTORS = (
    "tổ công tác của cấp ủy", "chi ủy các nơi", "ban chỉ đạo", "bộ phận một cửa",
    "đoàn thanh niên", "hội phụ nữ", "công đoàn cơ sở", "hội cựu chiến binh", "tổ dân vận khéo",
    "đội ngũ bí thư chi bộ", "nhóm đảng viên trẻ", "mặt trận và các đoàn thể", "văn phòng cấp ủy",
    "tổ giúp việc", "nhóm tình nguyện",
)  # fmt: skip
_ACTS = (
    "rà soát từng hộ", "dựng lại lịch trực", "chia nhóm kèm cặp", "mở sổ theo dõi riêng",
    "đến tận nơi đối thoại", "lập bản đồ điểm nóng", "ký cam kết tay ba", "thử cách làm mới",
    "bàn giao hồ sơ điện tử", "vận động góp ngày công", "chấm điểm chéo lẫn nhau",
    "đặt hòm thư góp ý", "phân vai từng người", "soạn tài liệu bỏ túi", "quay phim ngắn hướng dẫn",
    "đổi giờ tiếp dân", "gom đầu việc tồn", "treo bảng tiến độ", "khảo sát bằng phiếu",
    "mời thợ giỏi truyền nghề",
)  # fmt: skip
_OBJECTS = (
    "kênh mương nội đồng", "hồ sơ khám bệnh", "đường hoa ngõ xóm", "lớp học buổi tối",
    "vườn thuốc nam", "quỹ khuyến học", "chợ phiên cuối tuần", "trạm bơm cũ",
    "sổ liên lạc điện tử", "tủ sách dùng chung", "đàn bò giống", "nhà văn hóa thôn",
    "đường điện chiếu sáng", "mô hình lúa hữu cơ", "điểm thu gom rác", "phòng khám lưu động",
    "nghĩa trang liệt sĩ", "câu lạc bộ dưỡng sinh", "bến đò ngang", "hàng cây chắn cát",
    "tổ hợp tác nuôi ong", "bếp ăn bán trú", "giếng nước sạch", "xưởng may gia công",
)  # fmt: skip
_PLACES = (
    "khu ven sông", "xóm đạo", "vùng bãi ngang", "bản tái định cư", "cụm dân cư mới",
    "khu tập thể cũ", "ba thôn phía tây", "dãy phố chợ", "trường điểm lẻ", "khoa nội trú",
    "trạm vệ tinh", "đội sản xuất số hai", "vùng trồng chè", "bãi bồi", "xóm núi",
    "khu công nghiệp nhỏ",
)  # fmt: skip
_MEANS = (
    "bằng nguồn xã hội hóa", "không xin thêm biên chế", "theo lối cầm tay chỉ việc",
    "có đối ứng của dân", "nhờ doanh nghiệp kết nghĩa", "lồng ghép vốn chương trình",
    "dựa vào tổ tự quản", "với phần mềm tự viết", "trên nền nếp sẵn có", "qua loa phát thanh",
    "cùng lực lượng dân quân", "dưới sự kèm của người đi trước",
)  # fmt: skip
_RESULTS = (
    "số vụ khiếu kiện giảm hẳn", "bà con đi lại thuận hơn", "việc tồn từ nhiệm kỳ cũ được gỡ",
    "thời gian chờ rút còn một nửa", "các hộ tự nguyện hiến đất", "học sinh bỏ lớp quay lại",
    "thu nhập nhích lên thấy rõ", "không còn cảnh đùn đẩy", "nề nếp họp hành chặt hơn",
    "người trẻ tham gia đông hơn trước", "sai sót hồ sơ gần như hết", "môi trường sạch đẹp hơn",
    "ý kiến trái chiều dần đồng thuận", "nơi khác đến học cách làm", "chi phí bớt được đáng kể",
    "bữa ăn của trẻ tốt hơn", "đất hoang được trồng lại", "vụ mùa tránh được sâu bệnh",
)  # fmt: skip
_LESSONS = (
    "Cái được lớn nhất là lòng tin", "Nơi làm tốt nhất được nêu gương",
    "Kết quả rõ nhất đã thấy", "Việc này được khen", "Cách làm ấy được nhân ra",
)  # fmt: skip
_TIMES = (
    "hằng tháng", "mỗi quý một lần", "trước kỳ họp cuối năm", "trong sáu tháng đầu năm",
    "ngay sau hội nghị", "định kỳ sáu tháng",
)  # fmt: skip


def paragraph(random: Random, sentences: int, name: str) -> str:
    """So many sentences of results; the first says whose they are."""
    made = [_sentence(random) for _ in range(sentences)]
    made[0] = f"Tại {name}, {made[0][0].lower()}{made[0][1:]}"
    made.append(f"{random.choice(_LESSONS)} ở {random.choice(_PLACES)}.")
    return " ".join(made)


def remedy(random: Random) -> str:
    """One remedy, no two alike."""
    actor, act, thing = (random.choice(x) for x in (_ACTORS, _ACTS, _OBJECTS))
    place, means, time = (random.choice(x) for x in (_PLACES, _MEANS, _TIMES))
    return random.choice(
        (
            f"Giao {actor} {act} cho {thing} tại {place} {time}, {means}, báo cáo kết quả bằng văn "
            "bản.",
            f"Chỉ đạo {actor} {act} về {thing} ở {place} {means}, kiểm điểm trách nhiệm {time}.",
            f"Phân công {actor} phụ trách {thing} ở {place}, {act} {time} {means}.",
        )
    )


def _sentence(random: Random) -> str:
    opening, actor, act, thing = (random.choice(x) for x in (_OPENINGS, _ACTORS, _ACTS, _OBJECTS))
    place, means, result = (random.choice(x) for x in (_PLACES, _MEANS, _RESULTS))
    count = random.randint(3, 90)
    return random.choice(
        (
            f"{opening}, {actor} {act} về {thing} tại {place}, {means}, nên {result}.",
            f"{opening}, {act} ở {place} do {actor} đảm nhận; {count} lượt {thing} hoàn thành "
            f"{means}, {result}.",
            f"{actor[0].upper()}{actor[1:]} {act} {means} cho {thing}, {opening.lower()} đã lan ra "
            f"{place} và {result}.",
            f"Việc {act} cho {thing} ở {place} được {actor} làm {means}, {result}, "
            f"{opening.lower()} đạt {count} phần việc.",
        )
    )


_SYNONYMS = {
    "bà con": "nhân dân", "giảm hẳn": "giảm rõ", "đáng kể": "nhiều", "đã": "cũng đã",
    "hoàn thành": "làm xong", "hơn trước": "hơn", "đảm nhận": "phụ trách", "tại": "ở",
    "nên": "do đó", "từng hộ": "các hộ", "được": "đã được", "về": "đối với", "dần": "từng bước",
}  # fmt: skip


def edited(random: Random, words: str, many: int) -> str:
    """The paragraph with so many small edits: other words, other figures."""
    for _ in range(many):
        known = [w for w in _SYNONYMS if f" {w} " in words]
        if known:
            word = random.choice(known)
            words = words.replace(f" {word} ", f" {_SYNONYMS[word]} ", 1)
    return " ".join(str(random.randint(3, 90)) if w.isdigit() else w for w in words.split(" "))
