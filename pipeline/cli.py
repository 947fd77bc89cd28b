"""The command `kiemdiem`. Heavy imports stand inside the commands that need them."""

import argparse
import os
import sys

from pipeline.commands import brief, dashboard, doctor, evaluate, export, extract, ingest
from pipeline.errors import ExitCode, KiemdiemError

_COMMANDS = (ingest, extract, dashboard, brief, export, evaluate, doctor)
_INTERRUPTED = 130  # what a shell says of a command ended by Ctrl-C


def main(argv: list[str] | None = None) -> int:
    """Run one command; the exit code."""
    args = _parser().parse_args(argv)
    os.umask(0o077)  # the documents are confidential: what we write is for its owner only
    try:
        return int(args.run(args))
    except KiemdiemError as error:
        print(f"kiemdiem: {error}", file=sys.stderr)
        return int(error.exit_code)
    except KeyboardInterrupt:
        return _INTERRUPTED
    except BrokenPipeError:  # the reader of our output has gone, as `head` does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return int(ExitCode.OK)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="kiemdiem",
        description="Reads archives of Vietnamese party self-reviews into records with evidence.",
        epilog="`kiemdiem COMMAND --help` says what a command does, with examples and exit codes.",
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for command in _COMMANDS:
        command.add_parser(commands)
    return parser
