"""Renders sources/ into ../samples/, gold/ and manifest.yaml: `python -m data.sample_sources.make`.

Rendered files are committed, so that nothing needs rendering to run; the same sources give the
same bytes. PDFs need a font with Vietnamese letters (see tests/pdf_writer.py).
"""

import json
import re
import shutil
import textwrap
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import yaml

from data.sample_sources.source import FIELDS, Part, Sample, read
from tests import sheets, writers

HERE = Path(__file__).resolve().parent
ARCHIVE = HERE.parent / "samples"
_MARK = re.compile(r"\[\^(\d+)\]")


def samples() -> list[Sample]:
    """Every sample, in the order of its source files."""
    return [read(path) for path in sorted((HERE / "sources").glob("*.src"))]


def render(sample: Sample) -> bytes:
    """The bytes of the sample in the format of its file name."""
    return _RENDERERS[sample.file.rsplit(".", 1)[1]](sample)


def gold_lines(sample: Sample) -> str:
    """The document record and the true records, one JSON object a line."""
    records = [sample.document(), *sample.records]
    return "".join(json.dumps(r, ensure_ascii=False) + "\n" for r in records)


def manifest(found: list[Sample]) -> dict[str, Any]:
    """What each document is, and the truths that stand in several documents at once."""
    groups = yaml.safe_load((HERE / "sources" / "groups.yaml").read_text(encoding="utf-8"))
    copies = groups.pop("duplicates")
    documents = [_entry(s, s.file) for s in found]
    documents += [_entry(s, c["copy"]) for c in copies for s in found if s.file == c["file"]]
    out: dict[str, Any] = {"units": groups.pop("units")}
    out |= {"documents": documents, "duplicates": copies}
    for section, entries in groups.items():
        out[section] = [e | {"seen": _seen(found, e["id"])} for e in entries]
    return out


def _entry(sample: Sample, file: str) -> dict[str, Any]:
    form = file.rsplit(".", 1)[1]
    facts = {f: sample.facts.get(f) for f in FIELDS}
    entry = {"file": file, "format": form, "gold": f"{Path(file).stem}.jsonl"} | facts
    return entry | ({"written": sample.facts["written"]} if "written" in sample.facts else {})


def _seen(found: list[Sample], tag: str) -> list[dict[str, str]]:
    return [{"file": s.file, "quote": q} for s in found for q in s.tags.get(tag, ())]


def _parts(sample: Sample) -> Iterator[sheets.Part]:
    rows: list[Part] = []
    for part in [*sample.parts, Part("end")]:
        if rows and part.kind != "row":
            widths = sample.facts.get("widths")
            yield sheets.Grid(tuple(r.cells for r in rows), tuple(widths) if widths else None)
            rows = []
        if part.kind == "row":
            rows.append(part)
        elif part.kind == "heading":
            yield sheets.Heading(part.text, _level(part.text))
        elif part.kind == "letterhead":
            left, right = (tuple(c.split(" / ")) for c in part.cells)
            yield sheets.Letterhead(left, right)
        elif part.kind == "break":
            yield sheets.PageBreak()
        elif part.kind == "title":
            yield sheets.Para(part.text, "center", bold=True)
        elif part.kind in ("right", "paragraph"):
            yield sheets.Para(part.text, "right" if part.kind == "right" else "body")


def _level(heading: str) -> int:
    if re.match(r"[IVX]+[.\-/) ]|Phần |[A-E][.\-/) ]", heading):
        return 1
    return 3 if re.match(r"\d+\.\d|[a-zđ][.)]", heading) else 2


def _sheet(sample: Sample) -> sheets.Sheet:
    notes = tuple(p.text for p in sample.parts if p.kind == "note")
    header, footer = sample.facts.get("header"), sample.facts.get("footer")
    return sheets.Sheet(tuple(_parts(sample)), notes, header, footer)


def _txt(sample: Sample) -> bytes:
    """Hard-wrapped at `wrap` columns where the source says so, else a paragraph a line."""
    wrap: int = sample.facts.get("wrap") or 0
    out: list[str] = []
    for part in sample.parts:
        text = f"{part.label} {part.text}" if part.kind == "note" else part.text
        text = _MARK.sub(r"(\1)", text)
        if part.kind == "row":
            out.append("| " + " | ".join(part.cells) + " |")
        elif part.kind == "letterhead":
            out += [line for cell in part.cells for line in cell.split(" / ")]
        elif part.kind == "title":
            out.append(text.center(wrap).rstrip())
        elif wrap:
            indent = "" if part.kind in ("heading", "note") else "     "
            out.append(textwrap.fill(text, wrap, initial_indent=indent, break_on_hyphens=False))
        elif part.kind != "break":
            out.append(text)
    body = "\n\n".join(out)
    return (re.sub(r"\|\n\n\|", "|\n|", body) + "\n").encode()


def _md(sample: Sample) -> bytes:
    out: list[str] = []
    for part in _parts(sample):
        if isinstance(part, sheets.Heading):
            out.append("#" * (part.level + 1) + " " + part.text)
        elif isinstance(part, sheets.Grid):
            rows = ["| " + " | ".join(row) + " |" for row in part.rows]
            out.append("\n".join([rows[0], "|" + " --- |" * len(part.rows[0]), *rows[1:]]))
        elif isinstance(part, sheets.Letterhead):
            out += [*part.left, *part.right]
        elif isinstance(part, sheets.Para):
            out.append(f"# {part.text}" if part.align == "center" else part.text)
    out += [f"[^{p.label}]: {p.text}" for p in sample.parts if p.kind == "note"]
    return ("\n\n".join(out) + "\n").encode()


def _html(sample: Sample) -> bytes:
    """The article inside the furniture of a news site or of an office's portal."""
    name = sample.facts.get("site", "portal")
    before, after = (HERE / "sources" / f"{name}.html").read_text("utf-8").split("<!-- bài -->")
    title = next(p.text for p in sample.parts if p.kind in ("title", "heading"))
    return writers.html(_sheet(sample), title, (before, after))


def _docx(sample: Sample) -> bytes:
    return writers.docx(_sheet(sample))


def _pdf(sample: Sample) -> bytes:
    return writers.pdf(_sheet(sample))


_RENDERERS: dict[str, Callable[[Sample], bytes]] = {
    "txt": _txt,
    "md": _md,
    "html": _html,
    "docx": _docx,
    "pdf": _pdf,
}


def main() -> None:
    """Write everything anew."""
    found = samples()
    for folder in (ARCHIVE, HERE / "gold"):
        shutil.rmtree(folder, ignore_errors=True)
    (HERE / "gold").mkdir()
    for sample in found:
        _write(sample.file, sample)
    truths = manifest(found)
    for copy in truths["duplicates"]:
        _write(copy["copy"], next(s for s in found if s.file == copy["file"]))
    text = yaml.safe_dump(truths, allow_unicode=True, sort_keys=False, width=100)
    (HERE / "manifest.yaml").write_text(text, encoding="utf-8")


def _write(file: str, sample: Sample) -> None:
    path = ARCHIVE / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(render(sample))
    (HERE / "gold" / f"{path.stem}.jsonl").write_text(gold_lines(sample), encoding="utf-8")


if __name__ == "__main__":
    main()
