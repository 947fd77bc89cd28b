"""kiemdiem extract: the records of files as JSON Lines."""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.commands.options import add_command
from pipeline.errors import ExitCode, UnreadableError, UsageError

if TYPE_CHECKING:
    from pipeline.precision import Measured
    from pipeline.records import Extraction
    from pipeline.reference import Reference

_DESCRIPTION = """\
Read files and write their records as JSON Lines: first the document, then every record
with its quote, its place in the text and the rule that found it. Nothing goes into the database."""

_EXAMPLES = """\
  kiemdiem extract report.pdf
  kiemdiem extract reports/*.docx --out records/
  kiemdiem extract report.pdf --text"""

_EXITS = """\
  0  all files are read
  2  wrong use: there is no such file
  3  some files could not be read, or only in part; each is named with why and what to do"""


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command and its options."""
    parser = add_command(
        commands, "extract", "write the records of files", _DESCRIPTION, _EXAMPLES, _EXITS
    )
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="files to read")
    parser.add_argument(
        "--out", type=Path, metavar="DIR",
        help="write one <stem>.jsonl a file into this folder (<name>.jsonl where two stems "
        "collide) instead of standard output",
    )  # fmt: skip
    parser.add_argument("--text", action="store_true", help="write the recovered text instead")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Read each file and write what was found; name the files that could not be read."""
    from pipeline import reference
    from pipeline.precision import measured

    _check(args.files)
    suffix = ".txt" if args.text else ".jsonl"
    outputs = _outputs(args.files, suffix) if args.out else [""] * len(args.files)
    words = reference.load()
    worth = measured(words)
    exit_code = ExitCode.OK
    for path, name in zip(args.files, outputs, strict=True):
        extraction = _extraction(path, words)
        if extraction.status != "ok":
            exit_code = ExitCode.PARTIAL
            _complain(extraction)
        if extraction.status != "failed":
            _write(_text(extraction) if args.text else _json(extraction, worth), args.out, name)
    return int(exit_code)


def _check(files: Sequence[Path]) -> None:
    for path in files:
        if not path.is_file():
            raise UsageError(f"{path}: there is no such file; check the path.")


def _outputs(files: Sequence[Path], suffix: str) -> list[str]:
    """The name of each file's output: by its stem, by its whole name where two stems collide."""
    stems = Counter(f.stem for f in files)
    names = [(f.stem if stems[f.stem] == 1 else f.name) + suffix for f in files]
    twice = [name for name, n in Counter(names).items() if n > 1]
    if twice:
        raise UsageError(
            f"{twice[0]}: two files would be written there; extract them into two folders."
        )
    return names


def _extraction(path: Path, words: "Reference") -> "Extraction":
    from pipeline.reading import named, why
    from pipeline.run import failed, process
    from pipeline.sources import Source, read

    try:
        return process(read(path), words)
    except (OSError, UnreadableError) as error:
        code, message = why(error)
        return failed(Source("", path.name, "", b""), code, named(path.name, message))


def _complain(extraction: "Extraction") -> None:
    for issue in extraction.issues:
        if issue.severity != "info":
            print(f"kiemdiem: {issue.message}", file=sys.stderr)


def _text(extraction: "Extraction") -> str:
    return extraction.document.text + "\n"


def _json(extraction: "Extraction", worth: "Mapping[str, Measured]") -> str:
    from pipeline.precision import UNMEASURED
    from pipeline.records import lines

    out = []
    for line in lines(extraction):
        if "rule" in line:
            measured = worth.get(f"{line['type']}.{line['rule']}", UNMEASURED)
            line |= {"confidence": measured.confidence, "cases": measured.cases}
        out.append(json.dumps(line, ensure_ascii=False) + "\n")
    return "".join(out)


def _write(body: str, folder: Path | None, name: str) -> None:
    if folder is None:
        sys.stdout.write(body)
        return
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(body, encoding="utf-8")
