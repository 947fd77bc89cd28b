"""kiemdiem dashboard: the dashboard on this machine."""

import argparse
import os
import socket
import subprocess
import sys
from pathlib import Path

from pipeline.commands.options import add_command, add_db, existing_db, positive
from pipeline.errors import ExitCode, UsageError

_DESCRIPTION = """\
Show the database in the browser, on this machine only (127.0.0.1). It stays open while
`kiemdiem ingest` runs and shows the new data once they are there. With --auth it asks for a login
(OpenID Connect), and each person sees the units of their role. Ctrl-C ends it."""

_EXAMPLES = """\
  kiemdiem dashboard
  kiemdiem dashboard --db 2025.duckdb --port 8600 --headless
  kiemdiem dashboard --auth login.toml --host 0.0.0.0"""

_EXITS = """\
  0  ended by Ctrl-C
  2  wrong use: there is no such database, the port is taken, or the file of --auth is wrong
  4  the file is not a database of kiemdiem"""

_ROOT = Path(__file__).resolve().parent.parent.parent
_HOST = "127.0.0.1"


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command and its options."""
    parser = add_command(
        commands, "dashboard", "show the database in the browser", _DESCRIPTION, _EXAMPLES, _EXITS
    )
    add_db(parser)
    parser.add_argument(
        "--port", type=positive, default=8501, metavar="N", help="port (default: %(default)s)"
    )
    parser.add_argument("--headless", action="store_true", help="do not open the browser")
    parser.add_argument(
        "--archive",
        type=Path,
        metavar="ARCHIVE",
        help="the archive that was read, to show the pages of PDF files and scans",
    )
    parser.add_argument(
        "--auth",
        type=Path,
        metavar="FILE",
        help="ask for a login; the file names the login, the roles and who has which (TOML)",
    )
    parser.add_argument(
        "--host", default=_HOST, metavar="ADDRESS",
        help="address to listen on, with --auth only (default: %(default)s)",
    )  # fmt: skip
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Serve until Ctrl-C."""
    from pipeline import access

    db = existing_db(args.db)
    if args.archive:
        if not args.archive.exists():
            raise UsageError(f"{args.archive}: there is no such archive.")
        os.environ["KIEMDIEM_ARCHIVE"] = str(args.archive.absolute())
    if args.auth:
        access.check(db, access.load(args.auth))
        os.environ["KIEMDIEM_AUTH"] = str(args.auth.absolute())
    elif args.host != _HOST:
        raise UsageError("--host opens the dashboard to other machines; name who may with --auth.")
    _check_free(args.host, args.port)
    os.environ["KIEMDIEM_DB"] = str(db.absolute())
    os.chdir(_ROOT)  # where the settings of the pages' look are
    print(f"The dashboard opens at http://{args.host}:{args.port} (Ctrl-C ends it).", flush=True)
    return _become(command(args.host, args.port, args.headless, args.auth))


def _become(call: list[str]) -> int:
    """Run the call in place of this process, so that whatever ends it ends the server."""
    if os.name != "nt":
        os.execv(call[0], call)
    try:
        done = subprocess.run(call, check=False)
    except KeyboardInterrupt:
        return int(ExitCode.OK)
    return int(ExitCode.BUG if done.returncode else ExitCode.OK)


def command(host: str, port: int, headless: bool, auth: Path | None) -> list[str]:
    """The call of streamlit: this machine only unless told, nothing sent out, no questions."""
    settings = {
        "server.address": host,
        "server.port": port,
        "server.headless": str(headless).lower(),
        "server.showEmailPrompt": "false",
        "browser.gatherUsageStats": "false",
        "logger.hideWelcomeMessage": "true",
    }
    flags = [f"--{name}={value}" for name, value in settings.items()]
    flags += [f"--secrets.files={auth.absolute()}"] if auth else []
    return [sys.executable, "-m", "streamlit", "run", str(_ROOT / "dashboards" / "app.py"), *flags]


def _check_free(host: str, port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except (OSError, OverflowError) as error:
            raise UsageError(f"port {port} cannot be used; name another with --port N.") from error
