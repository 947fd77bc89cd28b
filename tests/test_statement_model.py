"""The trained model of statements: what it may change, and that it is the same each time."""

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from extractors.doctypes import doc_type
from extractors.passages import passages
from extractors.statement_features import described, units
from extractors.statement_model import LABELS, Finding, reviewed
from extractors.titles import title
from pipeline import reference
from pipeline.classifier import SLOTS, Classifier, dump, parse, rows
from pipeline.model import Span
from pipeline.records import Remedy, Shortcoming
from pipeline.train_statements import MODEL, examples, train
from tests.documents import make_doc

KNOWN = replace(reference.load(), models={})
REPORT = "BÁO CÁO KIỂM ĐIỂM\nTập thể Đảng ủy Trường Trung cấp nghề Hòa Lạc\n"
LACKS = (
    "Sổ nghị quyết để trống ba tháng liền",
    "Hồ sơ đảng viên để trống nhiều mục",
    "Tủ sách chi bộ để trống đã hai năm",
)
ACTS = (
    "Bổ sung sổ nghị quyết trước quý hai",
    "Bổ sung hồ sơ đảng viên trước ngày họp",
    "Bổ sung tủ sách chi bộ trước tháng chín",
)
TOLD = (
    "Chi bộ họp vào sáng thứ hai",
    "Hội trường ở tầng ba nhà hiệu bộ",
    "Buổi lễ mở đầu bằng văn nghệ",
)


def _folder(place: Path) -> list[Path]:
    """A small annotated folder: lacks, acts and what is neither."""
    gold, docs = place / "gold", place / "docs"
    gold.mkdir()
    docs.mkdir()
    for i, (lack, act, told) in enumerate(zip(LACKS, ACTS, TOLD, strict=True)):
        (docs / f"{i}.txt").write_text(f"{REPORT}{told}. {lack}. {act}.\n", encoding="utf-8")
        records = [{"type": "shortcoming", "quote": lack}, {"type": "remedy", "quote": act}]
        text = "\n".join(json.dumps(r, ensure_ascii=False) for r in records)
        (gold / f"{i}.jsonl").write_text(text, encoding="utf-8")
    return [gold, docs]


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Classifier:
    return train(examples(_folder(tmp_path_factory.mktemp("small")), KNOWN))


def _reviewed(model: Classifier | None, text: str, found: list[tuple[str, str]]) -> list[str]:
    """What the model makes of the records of a text, given as type and words."""
    document = make_doc(text)
    told: list[Finding] = []
    for kind, said in found:
        span = Span(document.text.index(said), document.text.index(said) + len(said))
        make: Any = Remedy if kind == "remedy" else Shortcoming
        told.append(make(span=span, rule="a_rule", kind=kind, themes=("other",)))
    known = replace(KNOWN, models={"statements": dump(model)} if model else {})
    flow = list(passages(document, known))
    kind = doc_type(document, title(document, known))
    made = sorted(
        reviewed(document, known, kind, flow, told, lambda *_: ("other",)), key=lambda f: f.span
    )
    return [f"{f.type} {f.rule}: {document.quote(f.span)}" for f in made]


LACK, ACT, SAID = "Nhật ký trực để trống nhiều mục.", "Bổ sung nhật ký trực trước ngày 15.", TOLD[0]
FORM = "Mẫu 02\nMẪU BÁO CÁO KIỂM ĐIỂM TẬP THỂ\n"


@pytest.mark.parametrize(
    ("text", "found", "expected"),
    [
        pytest.param(
            f"{REPORT}{ACT} {LACK}",
            [("remedy", f"{ACT} {LACK}")],
            [f"remedy a_rule: {ACT}", f"shortcoming model_shortcoming: {LACK}"],
            id="a lack inside a remedy is cut out of it",
        ),
        pytest.param(
            f"{REPORT}{ACT} {LACK} {ACT[:-4]} 20.",
            [("remedy", f"{ACT} {LACK} {ACT[:-4]} 20.")],
            [
                f"remedy a_rule: {ACT}",
                f"shortcoming model_shortcoming: {LACK}",
                f"remedy a_rule: {ACT[:-4]} 20.",
            ],
            id="what stands on both sides of it stays",
        ),
        pytest.param(
            f"{REPORT}{SAID}. {ACT}",
            [("shortcoming", ACT)],
            [f"shortcoming a_rule: {ACT}"],
            id="an act that the rules took for a lack stays with them",
        ),
        pytest.param(
            f"{REPORT}{SAID}. {LACK}",
            [],
            [f"shortcoming model_shortcoming: {LACK}"],
            id="a lack that no rule found is added",
        ),
        pytest.param(f"{REPORT}{SAID}. {ACT}", [], [], id="a remedy is not added"),
        pytest.param(f"{REPORT}{LACK[:-1]}:", [], [], id="what only opens a list is not added"),
        pytest.param(
            f"{REPORT}{SAID}.",
            [("remedy", f"{SAID}.")],
            [f"remedy a_rule: {SAID}."],
            id="what the rules found is not taken away",
        ),
        pytest.param(
            f"{REPORT}{ACT}", [("remedy", ACT)], [f"remedy a_rule: {ACT}"], id="agreed: unchanged"
        ),
        pytest.param(f"{FORM}{LACK}", [], [], id="a form is left to the rules"),
    ],
)
def test_a_sure_model_turns_remedies_and_adds_shortcomings(
    model: Classifier, text: str, found: list[tuple[str, str]], expected: list[str]
) -> None:
    assert _reviewed(model, text, found) == expected


def test_without_a_model_the_findings_are_those_of_the_rules() -> None:
    assert _reviewed(None, f"{REPORT}{ACT} {LACK}", [("remedy", LACK)]) == [
        f"remedy a_rule: {LACK}"
    ]


def test_training_twice_gives_the_same_bytes(tmp_path: Path) -> None:
    folders = [str(p) for p in _folder(tmp_path)]
    for name in ("one", "two"):
        command = [sys.executable, "-m", "pipeline.train_statements", *folders, "--out", name]
        subprocess.run([*command[:-1], str(tmp_path / name)], check=True, capture_output=True)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


def test_a_unit_has_the_same_chances_alone_and_among_others(model: Classifier) -> None:
    document = make_doc(REPORT + " ".join(f"{s}." for s in (*LACKS, *TOLD)))
    told = list(units(document, passages(document, KNOWN)))
    groups = list(described(document, told, "self_review_report", KNOWN))
    together = model.probabilities(rows(groups))
    alone = [model.probabilities(rows([g]))[0] for g in groups]
    assert np.allclose(together, alone, atol=1e-12)


def test_a_stored_model_says_what_it_said_before(model: Classifier) -> None:
    document = make_doc(REPORT + " ".join(f"{s}." for s in (*LACKS, *ACTS)))
    told = list(units(document, passages(document, KNOWN)))
    seen = rows(described(document, told, "self_review_report", KNOWN))
    stored = parse(dump(model))
    assert dump(stored) == dump(parse(dump(stored)))
    assert np.allclose(stored.probabilities(seen), model.probabilities(seen), atol=0.02)


def test_the_model_shipped_is_small_and_holds_numbers_alone() -> None:
    told = json.loads(MODEL.read_bytes())
    assert sorted(told) == ["bias", "labels", "slots", "step", "weights"]
    assert (tuple(told["labels"]), told["slots"]) == (LABELS, SLOTS)
    assert MODEL.stat().st_size < 1_000_000
