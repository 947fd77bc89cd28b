"""What a shortcoming is about, and why two are held to be the same."""

from typing import Any

import pytest

from pipeline import reference
from pipeline.recurrence.language import Language, dump, parse
from pipeline.recurrence.links import likeness, sentences
from pipeline.recurrence.wording import Reader, wording

WORDS = reference.load()
READER = Reader.of(WORDS)
LANGUAGE = parse(WORDS.models["recurrence"], READER)
ENTRIES = WORDS.data["matters"]["matters"]


@pytest.mark.parametrize(("code", "entry"), [pytest.param(c, e, id=c) for c, e in ENTRIES.items()])
def test_a_matter_is_told_by_its_example_and_not_by_its_look_alike(
    code: str, entry: dict[Any, Any]
) -> None:
    example, look_alike = entry[True], entry[False]  # YAML 1.1 reads yes and no as truth values
    assert code in READER.matters.told(example)
    assert code not in READER.matters.told(look_alike)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param("Đánh giá cán bộ còn nể nang", ["cadre_rating"], id="one"),
        pytest.param(
            "Quy hoạch cán bộ chưa gắn với luân chuyển", ["cadre_planning", "rotation"],
            id="the first told first",
        ),
        pytest.param("Cán bộ khi luân phiên trực còn muộn", ["rotation"], id="a word of it"),
        pytest.param(
            "Bác sĩ giỏi còn ít, khó thu hút", ["staff_shortage"], id="two parts, in any order"
        ),
        pytest.param("Bác sĩ giỏi được khen thưởng", ["emulation"], id="one part alone"),
        pytest.param("Giám sát chuyên đề còn ít", ["special_supervision"], id="unless"),
        pytest.param("Một số mặt còn hạn chế", [], id="none"),
    ],
)  # fmt: skip
def test_matters_are_told_in_the_order_of_the_sentence(words: str, expected: list[str]) -> None:
    assert list(READER.matters.told(words)) == expected


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        pytest.param("Kết nạp đạt 60%.", "kết nạp đạt 75 %", True, id="numbers and signs"),
        pytest.param("Đảng uỷ họp muộn", "Đảng ủy họp muộn", True, id="old tone marks"),
        pytest.param("Kết nạp đạt 60%", "Kết nạp được 60%", False, id="another word"),
    ],
)
def test_a_wording_is_words_without_numbers_and_signs(one: str, other: str, same: bool) -> None:
    assert (wording(one) == wording(other)) is same


@pytest.mark.parametrize(
    ("words", "silent"),
    [
        pytest.param("Một số mặt công tác còn hạn chế", True, id="habitual words alone"),
        pytest.param("Công tác dân vận còn hạn chế", False, id="a matter"),
        pytest.param("Giếng khoan, ao chuôm khô cạn", False, id="words of its own"),
    ],
)
def test_a_sentence_of_habitual_words_says_nothing(words: str, silent: bool) -> None:
    assert READER.read(words).silent is silent


@pytest.mark.parametrize(
    ("one", "other", "same", "words"),
    [
        pytest.param(
            "Sinh hoạt chuyên đề ở một số chi bộ chưa đều",
            "Còn chi bộ chưa tổ chức được sinh hoạt chuyên đề",
            True, ("sinh hoạt chuyên đề … chi bộ",), id="one matter",
        ),
        pytest.param(
            "Kết nạp đảng viên chưa đạt chỉ tiêu", "Nguồn phát triển đảng ngày càng cạn",
            True, ("kết nạp / nguồn phát triển … phát triển đảng",), id="one matter in other words",
        ),
        pytest.param(
            "Sinh hoạt chuyên đề còn hình thức", "Giám sát chuyên đề chưa đủ số cuộc",
            False, (), id="look-alike: another matter of a like name",
        ),
        pytest.param(
            "Công tác văn thư có lúc chưa kịp thời", "Công tác dân vận có lúc chưa kịp thời",
            False, (), id="look-alike: the same habitual words",
        ),
    ],
)  # fmt: skip
def test_a_link_names_the_words_that_carry_it(
    one: str, other: str, same: bool, words: tuple[str, ...]
) -> None:
    read = sentences([one, other], LANGUAGE, READER)
    found = likeness(read[one], read[other], READER)
    assert (found.whole >= LANGUAGE.threshold) is same
    assert found.words == words if same else True
    assert found.by_words <= found.whole + 1e-6


def test_the_same_words_are_told_as_one_sentence() -> None:
    one, other = "Kết nạp đạt 60% kế hoạch", "Kết nạp đạt 75% kế hoạch."
    read = sentences([one, other], LANGUAGE, READER)
    assert likeness(read[one], read[other], READER).why == (
        "Cùng một câu, chỉ khác con số hoặc dấu câu."
    )


def test_a_stored_language_is_read_as_it_was_written() -> None:
    again = parse(dump(LANGUAGE, READER), READER)
    assert _told(again) == _told(LANGUAGE)
    assert abs(again.directions - LANGUAGE.directions).max() < 1e-6


def _told(language: Language) -> tuple[object, ...]:
    return language.threshold, language.sentences, language.counts, language.basis
