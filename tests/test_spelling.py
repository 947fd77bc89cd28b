"""Which letters are a Vietnamese syllable."""

import pytest

from pipeline.spelling import is_abbreviation, is_syllable, syllables, valid_share

VALID = """nghiêm quyết quốc khuỷu thuở nguyễn giếng gìn gì quýt hoà hòa uỷ ủy khoẻ khỏe huýt ngoằn
    xoong yêu yếu ý kỷ kỉ lý lí ghi nghề người rượu được ưu hươu khuya tuyệt luật bộ ở ấy ếch"""
NONE = """đảngviên vềviệc bộmáy t ch ng ngiêm kuyết cế gề ngề luât viêc chưc vien khuyêt hđnd covid
    online zalo w fax internet đảg tổc lênin ynh"""


@pytest.mark.parametrize("word", VALID.split())
def test_words_spelt_by_the_rules_are_syllables(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize("word", NONE.split())
def test_words_against_the_rules_are_none(word: str) -> None:
    assert not is_syllable(word)


def test_a_stopped_syllable_bears_two_tones_and_an_open_one_six() -> None:
    assert {"cac", "các", "cạc", "càc", "cảc", "cãc"} & syllables() == {"các", "cạc"}
    six = {"ba", "bà", "bá", "bả", "bã", "bạ"}
    assert six & syllables() == six


@pytest.mark.parametrize(
    ("word", "expected"),
    [("UBND", True), ("HĐND", True), ("XIII", True), ("HẠN", False), ("Covid", False)],
)
def test_capitals_without_marks_are_abbreviations(word: str, expected: bool) -> None:
    assert is_abbreviation(word) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("", 1.0, id="nothing to read"),
        pytest.param("Chi bộ có 12 đảng viên (HĐND: 3).", 1.0, id="sound"),
        pytest.param("Chi bộmáy tổ chức", 0.75, id="one word in four"),
    ],
)
def test_the_share_of_words_that_can_be_read(text: str, expected: float) -> None:
    assert valid_share(text) == expected
