"""Paragraphs copied from another unit's report are found; formulas and quotations are not."""

import pytest

from pipeline import across, store
from pipeline.reference import Reference
from tests.check_reports import filled

_REVIEW = (
    "ĐẢNG BỘ XÃ {name}\n*\n{place}, ngày 10 tháng 12 năm {year}\n\nBÁO CÁO KIỂM ĐIỂM\n"
    "Ban Chấp hành Đảng bộ xã {place} năm {year}\n\nI. KẾT QUẢ\n\n{text}\n"
)
_OWN = (
    "Từ giữa năm, tổ dân vận của xã {place} chia nhóm kèm cặp {n} hộ trồng chè ở khu ven sông, mở"
    " sổ theo dõi riêng từng vườn, mời thợ giỏi về truyền nghề vào buổi tối; đến vụ thu, giá bán "
    "nhích lên, bà con tự góp ngày công làm lại đường vào xưởng sao, và người trẻ đi làm ăn xa đã"
    " quay về dựng tổ hợp tác."
)
_EDITED = (
    "Từ giữa năm, tổ dân vận của xã {place} chia nhóm kèm cặp {n} hộ trồng cam ở khu ven sông, mở"
    " sổ theo dõi riêng từng vườn, mời thợ giỏi về truyền nghề vào buổi tối; đến vụ thu, giá bán "
    "nhích lên, nhân dân tự góp ngày công làm lại đường vào kho, và người trẻ đi làm ăn xa đã "
    "quay về dựng tổ hợp tác. Việc này được huyện khen."
)
_OTHER = (
    "Từ giữa năm, tổ dân vận của xã {place} vận động {n} hộ hiến đất mở đường vào khu tái định "
    "cư, lập bản đồ từng đoạn, giao chi bộ thôn giám sát ngày công; đến vụ thu, xe tải vào tận "
    "bãi mía, học sinh đi lại thuận hơn, và nhà văn hóa thôn sáng đèn trở lại sau nhiều năm bỏ "
    "trống vì xa."
)


def _review(place: str, year: int, text: str) -> str:
    words = text.format(place=place, n=year % 50 + 10)
    return _REVIEW.format(name=place.upper(), place=place, year=year, text=words)


CASES = [
    pytest.param(
        [_review("Hòa Mẫu", 2019, _OWN), _review("Tân Mẫu", 2021, _OWN)], 1, id="name and figures"
    ),
    pytest.param(
        [_review("Hòa Mẫu", 2019, _OWN), _review("Tân Mẫu", 2021, _EDITED)], 1, id="small edits"
    ),
    pytest.param(
        [_review("Hòa Mẫu", 2019, _OWN), _review("Tân Mẫu", 2021, _OTHER)], 0, id="another story"
    ),
    pytest.param(
        [_review("Hòa Mẫu", 2019, _OWN), _review("Hòa Mẫu", 2021, _OWN)], 0, id="of one unit"
    ),
    pytest.param(
        [_review(f"Mẫu {n}", 2019, _OWN) for n in "ABCDEF"], 0, id="words that many units use"
    ),
    pytest.param(
        [
            _review("Hòa Mẫu", 2019, f"Chỉ thị nêu: “{_OWN}”"),
            _review("Tân Mẫu", 2021, f"Chỉ thị nêu: “{_OWN}”"),
        ],
        0,
        id="words between quotation marks",
    ),
    pytest.param(
        [
            "HUYỆN ỦY MẪU\n*\nMẫu, ngày 02 tháng 3 năm 2018\n\nNGHỊ QUYẾT\n"
            f"về phát triển cây chè\n\n{_OWN.format(place='Mẫu', n=20)}\n",
            _review("Hòa Mẫu", 2019, _OWN),
            _review("Tân Mẫu", 2021, _OWN),
        ],
        0,
        id="words of a resolution from above",
    ),
]


@pytest.mark.parametrize(("texts", "expected"), CASES)
def test_copied_paragraphs_are_found(texts: list[str], expected: int, words: Reference) -> None:
    connection = filled(texts, words)
    across.write(connection, words)
    found = store.query(connection, "SELECT * FROM checks WHERE family = 'copied_paragraph'")
    assert len(found) == expected


def test_the_later_report_is_the_copy_whatever_the_order_of_files(words: Reference) -> None:
    texts = [_review("Hòa Mẫu", 2019, _OWN), _review("Tân Mẫu", 2021, _EDITED)]
    told = []
    for order in (texts, texts[::-1]):
        connection = filled(order, words)
        across.write(connection, words)
        told += store.query(
            connection,
            "SELECT c.check_id, d.issued_on, o.issued_on, certainty FROM checks c "
            "JOIN documents d USING (document_id) "
            "JOIN documents o ON o.document_id = c.other_document_id",
        )
    assert len(set(told)) == 1
    assert [(str(t[1]), str(t[2]), t[3]) for t in told[:1]] == [
        ("2021-12-10", "2019-12-10", "likely")
    ]
