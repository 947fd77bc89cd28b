"""Programs of the system that read what no library here can; each optional.

They get no shell, no input, a folder of their own that is removed afterwards, and a time limit.
"""

import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pipeline.errors import UnreadableError
from pipeline.limits import Limits


@dataclass(frozen=True, slots=True)
class Program:
    """A program, what it reads, what is lost without it, and the command that installs it.

    `model`: the language that it must be able to read.
    """

    name: str
    reads: str
    lost: str
    mend: str
    model: str | None = None

    @property
    def there(self) -> bool:
        found = shutil.which(self.name)
        if found is None or self.model is None:
            return found is not None
        return self.model in _models(found)


@cache
def _models(program: str) -> frozenset[str]:
    """The languages that a program can read; asked once in a process."""
    said = subprocess.run([program, "--list-langs"], capture_output=True, text=True, check=False)
    return frozenset(said.stdout.split())


ANTIWORD = Program(
    "antiword", "DOC", "DOC is read by soffice, or not at all", "apt-get install -y antiword"
)
SOFFICE = Program(
    "soffice",
    "DOC where antiword is missing, and the capitals of old fonts",
    "DOC in old fonts loses its capitals",
    "apt-get install -y --no-install-recommends libreoffice-writer-nogui",
)
TESSERACT = Program(
    "tesseract",
    "scans: PDF without text, TIFF, PNG, JPEG",
    "scans are not read",
    "apt-get install -y tesseract-ocr tesseract-ocr-vie",
    model="vie",
)
PROGRAMS = (ANTIWORD, SOFFICE, TESSERACT)

_SECONDS = 60.0


@contextmanager
def scratch() -> Iterator[Path]:
    """A folder that only this user may enter, gone afterwards with all that is in it."""
    with tempfile.TemporaryDirectory(prefix="kiemdiem-", ignore_cleanup_errors=True) as folder:
        yield Path(folder)


def run(name: str, call: Sequence[str], folder: Path, limits: Limits) -> bytes:
    """What a program writes to its output; UnreadableError where it fails or takes too long.

    `name` is the document, for the message.
    """
    process = subprocess.Popen(
        call,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=folder,
        env=_environment(folder),
        start_new_session=True,
    )
    try:
        output, _ = process.communicate(timeout=min(limits.seconds, _SECONDS))
    except subprocess.TimeoutExpired:
        raise UnreadableError(
            "too_slow",
            f"{name}: {call[0]} took longer than {min(limits.seconds, _SECONDS):.0f} s to open it; "
            "save it as DOCX and run again.",
        ) from None
    finally:
        _end(process)
    if process.returncode:
        raise UnreadableError(
            "damaged",
            f"{name} is damaged and cannot be opened; open it in Word, save it as DOCX and run "
            "again.",
        )
    limits.check_unpacked(name, len(output))
    return output


def _environment(folder: Path) -> dict[str, str]:
    """No settings of the user, no proxy that leads out, temporary files in the folder."""
    kept = {k: os.environ[k] for k in ("PATH", "SYSTEMROOT") if k in os.environ}
    return kept | {
        "HOME": str(folder),
        "TMPDIR": str(folder),
        "LC_ALL": "C.UTF-8",
        "http_proxy": "http://127.0.0.1:9",
        "https_proxy": "http://127.0.0.1:9",
    }


def _end(process: "subprocess.Popen[bytes]") -> None:
    """Kill the program and whatever it started, whether or not it is done."""
    try:
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
    except (ProcessLookupError, PermissionError):
        pass
    process.kill()
    process.communicate()
