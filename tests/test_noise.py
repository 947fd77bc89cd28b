"""The noise that measures the reading aid: it damages as it says, and quotes go with it."""

import random
from pathlib import Path

import pytest

from pipeline.reference import Reference
from tests import noise

DATA = Path(__file__).parent.parent / "data"
TEXT = "Đảng bộ có 12 chi bộ trực thuộc với 345 đảng viên.\n" * 40


def test_letters_are_changed_at_the_rate_and_nothing_else() -> None:
    damaged = noise.wrong_letters(TEXT, random.Random(1), 0.1).text
    pairs = list(zip(TEXT, damaged, strict=True))
    changed = [a for a, b in pairs if a != b]
    assert all(a.isalpha() for a in changed)
    assert 0.07 < len(changed) / sum(c.isalpha() for c in TEXT) < 0.13


@pytest.mark.parametrize(
    ("text", "possible"),
    [
        pytest.param("ế", {"ê", "é"}, id="tone or hat"),
        pytest.param("Đ", {"D"}, id="bar"),
        pytest.param("12 b", {"12 b"}, id="nothing to lose"),
    ],
)
def test_a_letter_loses_one_of_its_marks(text: str, possible: set[str]) -> None:
    found = {noise.lost_marks(text, random.Random(i), 1.0).text for i in range(20)}
    assert found == possible


def test_quotes_are_carried_through_lost_spaces() -> None:
    record = {"type": "count", "quote": "có 12 chi bộ"}
    text = noise.Annotated.of("a", "Đảng bộ có 12 chi bộ.", [record])
    hurt = noise.lost_spaces(text.text, random.Random(1), 1.0)
    assert hurt.text == "Đảng bộcó12 chibộ."
    assert text.carried(hurt) == [record | {"quote": "có12 chibộ"}]


@pytest.mark.parametrize("name", noise.DAMAGES)
def test_the_reading_aid_wins_back_most_of_what_damage_takes(name: str, words: Reference) -> None:
    texts = [
        t for t in noise.annotated(DATA / "sample_sources" / "gold", DATA / "samples") if t.records
    ][:4]
    whole, plain, aided = (
        noise.measured(texts, words, damage, 1, aid).macro_f1
        for damage, aid in (
            (noise.whole_text, False),
            (noise.DAMAGES[name], False),
            (noise.DAMAGES[name], True),
        )
    )
    assert whole - aided <= max(0.07, 0.5 * (whole - plain))
