"""The command `kiemdiem`. Heavy imports stand inside the commands that need them."""

import argparse
import sys
from pathlib import Path

from pipeline.errors import ExitCode, KiemdiemError


def main(argv: list[str] | None = None) -> int:
    """Run one command; the exit code."""
    args = _parser().parse_args(argv)
    try:
        return int(args.run(args))
    except KiemdiemError as error:
        print(f"kiemdiem: {error}", file=sys.stderr)
        return int(error.exit_code)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="kiemdiem")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    extract = commands.add_parser("extract", help="records of files as JSON Lines")
    extract.add_argument("files", nargs="+", type=Path, metavar="FILE")
    extract.add_argument("--out", type=Path, metavar="DIR")
    extract.add_argument("--text", action="store_true")
    extract.set_defaults(run=_extract)
    return parser


def _extract(args: argparse.Namespace) -> int:
    import json

    from pipeline import reference, sources
    from pipeline.records import lines
    from pipeline.run import process

    words = reference.load()
    for path in args.files:
        extraction = process(sources.read(path), words)
        if args.text:
            body = extraction.document.text + "\n"
        else:
            body = "".join(json.dumps(r, ensure_ascii=False) + "\n" for r in lines(extraction))
        if args.out:
            args.out.mkdir(parents=True, exist_ok=True)
            suffix = ".txt" if args.text else ".jsonl"
            (args.out / f"{path.stem}{suffix}").write_text(body, encoding="utf-8")
        else:
            sys.stdout.write(body)
    return int(ExitCode.OK)
