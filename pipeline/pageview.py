"""The picture of a page, for a person to hold what was read against it.

It is drawn in a process of its own with limits on time and memory, as documents are read.
"""

import argparse
import io
import subprocess
import sys
from contextlib import closing
from pathlib import Path

from PIL import Image

from pipeline import pool, sources
from pipeline.errors import UnreadableError
from pipeline.limits import MEGABYTE
from pipeline.parse import images, pictures, scan
from pipeline.sources import Source

SHOWN = frozenset({"pdf", "png", "jpeg", "tiff"})
"""The formats whose pages can be shown."""

_LONGEST = 2400
"""Dots of the longer side at most, whatever the page's size."""
_SECONDS = 30.0
_MEMORY = 1536 * MEGABYTE


def page_image(
    archive: Path, path: str, page: int, dpi: int = 110, turn: float | None = None
) -> bytes:
    """A page (from 1) of the document at a path of the archive, as PNG.

    `turn` is that of the table `lines`: degrees clockwise by which a scan is turned, so that the
    edges of its lines fit the picture; None for a page with a text layer. OSError where the file
    is gone, UnreadableError where there is no such page or it cannot be drawn.
    """
    source = sources.load(sources.at(archive, path))
    if source.format not in SHOWN:
        raise UnreadableError("no_pages", f"{source.name}: this kind of file has no pages to show.")
    call = [sys.executable, "-m", "pipeline.pageview", source.format, str(page), str(dpi)]
    call += [] if turn is None else ["--turn", str(turn)]
    try:
        done = subprocess.run(call, input=source.data, capture_output=True, timeout=_SECONDS)
    except subprocess.TimeoutExpired:
        raise _undrawn(source, page) from None
    if done.returncode:
        raise _undrawn(source, page)
    return done.stdout


def _undrawn(source: Source, page: int) -> UnreadableError:
    return UnreadableError(
        "page_not_drawn",
        f"{source.name}: page {page} cannot be drawn; open the file itself to look at it.",
    )


def drawn(source: Source, page: int, dpi: int, turn: float | None) -> Image.Image:
    """The picture of a page; IndexError where there is none of that number."""
    if source.format == "pdf":
        return _of_pdf(source.data, page, dpi, turn)
    picture, own = scan.frame(source, page)
    return _turned(_scaled(picture, dpi / own), turn or 0.0)


def _of_pdf(data: bytes, number: int, dpi: int, turn: float | None) -> Image.Image:
    import pypdfium2

    with closing(pypdfium2.PdfDocument(data)) as pdf:
        if not 1 <= number <= len(pdf):
            raise IndexError(number)
        if turn is not None:
            picture, own = pictures.picture(pdf, number)
            return _turned(_scaled(picture, dpi / own), turn)
        with closing(pdf[number - 1]) as page:
            scale = min(dpi / 72, _LONGEST / max(*page.get_size(), 1.0))
            image: Image.Image = page.render(scale=scale).to_pil()
            return image


def _scaled(picture: Image.Image, scale: float) -> Image.Image:
    """The picture in this scale, never larger than it is or than can be shown, on white."""
    scale = min(scale, 1.0, _LONGEST / max(picture.size))
    size = max(round(picture.width * scale), 1), max(round(picture.height * scale), 1)
    plain = picture.convert("L") if picture.mode in ("1", "L", "I", "I;16", "F", "LA") else None
    return (plain or images.on_white(picture)).resize(size)


def _turned(picture: Image.Image, turn: float) -> Image.Image:
    """The picture turned clockwise: quarters with their sheet, the rest within it."""
    quarters = round(turn / 90) * 90
    white = 255 if picture.mode == "L" else "white"
    level = picture.rotate(quarters - turn, Image.Resampling.BICUBIC, fillcolor=white)
    return level.rotate(-quarters, expand=True)


def main() -> int:
    """Draw a page of the document that stands on the standard input."""
    parser = argparse.ArgumentParser()
    parser.add_argument("format", choices=sorted(SHOWN))
    parser.add_argument("page", type=int)
    parser.add_argument("dpi", type=int)
    parser.add_argument("--turn", type=float)
    args = parser.parse_args()
    pool.limit_memory(_MEMORY)
    source = Source("", "", args.format, sys.stdin.buffer.read())
    out = io.BytesIO()
    drawn(source, args.page, args.dpi, args.turn).save(out, "PNG")
    sys.stdout.buffer.write(out.getvalue())
    return 0


if __name__ == "__main__":
    sys.exit(main())
