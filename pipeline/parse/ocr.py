"""The engine that reads pictures of pages: Debian's tesseract with Vietnamese, as a program."""

import io
import os
import re
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import unescape

from PIL import Image

from pipeline.errors import KiemdiemError
from pipeline.parse.images import RESOLUTION, Dots
from pipeline.parse.programs import TESSERACT
from pipeline.text import nfc

READER = "ocr (tesseract vie)"

_READ_AT = 200
"""Dots an inch at which pages are read: at 300 one word in a hundred came out wrong, `chỉ` for
`chi` above all, here seven in a thousand, and in two thirds of the time."""

SECONDS = 60.0
"""Longest time for one page; the densest takes about five."""

_LINE = re.compile(
    r"<span class='ocr_\w+' id='line_[^>]*?title=\"bbox (\d+) (\d+) (\d+) (\d+);"
    r" (?:textangle \d+; )?baseline (-?[\d.]+) (-?[\d.]+);[^\"]*?x_size (-?[\d.]+)[^\"]*\">"
)
_WORD = re.compile(
    r"<span class='ocrx_word'[^>]*title='bbox (\d+) (\d+) (\d+) (\d+); x_wconf (\d+)'[^>]*>"
    r"(.*?)</span>",
    re.DOTALL,
)
_TAG = re.compile(r"<[^>]*>")


class EngineError(KiemdiemError):
    """The engine gave no reading of a page; `code` names the kind of failure."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


@dataclass(frozen=True, slots=True)
class Seen:
    """A word as read: its box in dots, its base line, the size of its line, 0 to 100 how sure."""

    text: str
    left: int
    top: int
    right: int
    bottom: int
    base: float
    size: float
    sure: int


def words(pages: Sequence[Dots]) -> list["list[Seen] | EngineError"]:
    """The words of page pictures at RESOLUTION, or why there are none.

    All are read in one run, which takes a tenth of a page to start; one by one where that fails.
    """
    if not pages:
        return []
    small = [_shrunk(dots) for dots in pages]
    try:
        hocr = _run(small, _READ_AT, "--psm", "3").split("<div class='ocr_page'")[1:]
        if len(hocr) != len(pages):
            raise EngineError("ocr_failed", "gave another number of pages than it was given")
    except EngineError as error:
        return [error] if len(pages) == 1 else [words([dots])[0] for dots in pages]
    return [[_enlarged(seen, RESOLUTION / _READ_AT) for seen in _seen(page)] for page in hocr]


def _shrunk(dots: Dots) -> Image.Image:
    image, by = Image.fromarray(dots), _READ_AT / RESOLUTION
    size = round(image.width * by), round(image.height * by)
    return image.resize(size, Image.Resampling.BICUBIC)


def digits(strip: Dots) -> list[Seen]:
    """The numbers on a picture of one line of numbers."""
    only = "tessedit_char_whitelist=0123456789"
    return list(_seen(_run([Image.fromarray(strip)], RESOLUTION, "--psm", "7", "-c", only)))


def turn(dots: Dots) -> int:
    """Degrees (0, 90, 180, 270) by which the page is to be turned clockwise to stand upright."""
    try:
        said = _run([Image.fromarray(dots)], RESOLUTION, "--psm", "0", language="osd", form=())
    except EngineError:
        return 0  # too few letters to tell
    found = re.search(r"^Rotate: (\d+)", said, re.MULTILINE)
    return int(found[1]) if found else 0


def _run(
    pages: Sequence[Image.Image],
    dpi: int,
    *options: str,
    language: str = "vie",
    form: tuple[str, ...] = ("hocr",),
) -> str:
    """What the engine says of pictures, handed over and back through pipes: no file is made."""
    command = [TESSERACT.name, "stdin", "stdout", "-l", language, "--dpi", str(dpi), *options]
    pictures = io.BytesIO()
    pages[0].save(pictures, "TIFF", save_all=True, append_images=pages[1:])
    seconds = SECONDS * len(pages)
    try:
        done = subprocess.run(
            [*command, *form],
            input=pictures.getvalue(),
            capture_output=True,
            check=True,
            timeout=seconds,
            env=os.environ | {"OMP_THREAD_LIMIT": "1"},
        )
    except subprocess.TimeoutExpired:
        raise EngineError("ocr_too_slow", f"took longer than {seconds:.0f} s") from None
    except subprocess.CalledProcessError:
        raise EngineError("ocr_failed", "could not be read by tesseract") from None
    return done.stdout.decode("utf-8", "replace")


def _enlarged(seen: Seen, by: float) -> Seen:
    left, top, right, bottom = (
        round(edge * by) for edge in (seen.left, seen.top, seen.right, seen.bottom)
    )
    return Seen(seen.text, left, top, right, bottom, seen.base * by, seen.size * by, seen.sure)


def _seen(hocr: str) -> Iterator[Seen]:
    parts = _LINE.split(hocr)
    for i in range(1, len(parts), 8):
        left, _, _, bottom = map(int, parts[i : i + 4])
        slope, rise, size = map(float, parts[i + 4 : i + 7])
        for m in _WORD.finditer(parts[i + 7]):
            text = nfc("".join(unescape(_TAG.sub("", m[6])).split()))
            box = (int(m[1]), int(m[2]), int(m[3]), int(m[4]))
            base = bottom + rise + slope * ((box[0] + box[2]) / 2 - left)
            if text:
                yield Seen(text, *box, base, size, int(m[5]))
