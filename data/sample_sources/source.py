"""A source file of sources/: front matter, then one paragraph a line.

@ left / left || right / right   letterhead      # words    title, centred
## words                         heading         > words    signature, on the right
| cell || cell                   row of a table  [^1]: …    footnote of the paragraph above
---                              next page       other      paragraph
"""

import re
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from data.sample_sources import marks

FIELDS = (
    "doc_type", "number", "issued_on", "issuer", "unit", "parent_unit", "level", "term", "period",
)  # fmt: skip
_KINDS = {"@ ": "letterhead", "# ": "title", "## ": "heading", "> ": "right", "| ": "row"}


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph, a row of cells (of a table or the letterhead), or a footnote with its label."""

    kind: str
    text: str = ""
    cells: tuple[str, ...] = ()
    label: str | None = None


@dataclass(frozen=True)
class Sample:
    """A document as its author wrote it: facts about it, its parts, its true records and tags."""

    facts: dict[str, Any]
    parts: tuple[Part, ...]
    records: tuple[dict[str, Any], ...]
    tags: dict[str, list[str]]

    @property
    def file(self) -> str:
        """The path of the rendered file under archive/."""
        return str(self.facts["file"])

    @property
    def stem(self) -> str:
        """The name of its gold file."""
        return Path(self.file).stem

    def document(self) -> dict[str, Any]:
        """The document record: the facts, in the form that the text itself writes (`written`)."""
        facts = {f: self.facts.get(f) for f in FIELDS}
        return {"type": "document"} | facts | (self.facts.get("written") or {})


def read(path: Path) -> Sample:
    """The sample that a source file describes."""
    _, front, body = path.read_text(encoding="utf-8").split("---\n", 2)
    parts, found = [], []
    tags: dict[str, list[str]] = defaultdict(list)
    try:
        for line in filter(str.strip, body.splitlines()):
            part, stated = _part(line)
            parts.append(part)
            for record, names in marks.records(stated):
                found += [record] if "type" in record else []
                for name in names:
                    tags[name].append(record["quote"])
    except (ValueError, IndexError, KeyError) as error:
        raise ValueError(f"{path.name}: {error}") from error
    return Sample(yaml.safe_load(front), tuple(parts), tuple(found), dict(tags))


def _part(line: str) -> tuple[Part, list[marks.Mark]]:
    note = re.match(r"\[\^(\d+)\]: ", line)
    prefix = line.split(" ", 1)[0] + " "
    kind = "note" if note else "break" if line == "---" else _KINDS.get(prefix, "paragraph")
    body = line[note.end() :] if note else line[len(prefix) :] if prefix in _KINDS else line
    if kind in ("row", "letterhead"):
        cells, stated = [], []
        for cell in re.split(r"\s*\|\|\s*", body.strip()):
            text, own = marks.strip(cell)
            cells.append(text)
            stated += own
        return Part(kind, cells=tuple(cells)), stated
    text, stated = marks.strip(body.strip())
    return Part(kind, text, label=note[1] if note else None), stated
