"""Pictures of pages in files of their own: PNG, JPEG, TIFF of one or many pages."""

import io
import struct
import warnings
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

from PIL import Image, ImageOps, UnidentifiedImageError

from pipeline.errors import UnreadableError
from pipeline.model import Document, Issue, Severity
from pipeline.parse import pdf, recognition
from pipeline.parse.images import PIXELS
from pipeline.parse.page import Page
from pipeline.sources import Source

_WIDTH = 8.27
"""Inches; a picture that does not say its resolution is taken for a sheet of A4."""
_BROKEN = (
    UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError, LookupError, TypeError,
    ArithmeticError, AttributeError, struct.error, zlib.error,
)  # fmt: skip
"""What Pillow raises on broken files."""


def parse(source: Source) -> Document:
    """The document of a picture; UnreadableError where it is broken, too large or has no words."""
    with _decoding(source):
        image = Image.open(io.BytesIO(source.data))
        count, whole = _count(image, source.limits.pages)
        source.limits.check_pages(source.name, count)
        pages = [_page(source, image, n) for n in range(1, count + 1)]
    with image:
        issues = recognition.fill(source, pages, lambda page: _frame(source, image, page.number))
    if not whole:
        message = f"{source.name} is cut off after page {count}; scan it again and run again."
        issues.append(Issue("cut_off", Severity.ERROR, message))
    return pdf.document(source, pages, issues)


def frame(source: Source, number: int) -> tuple[Image.Image, float]:
    """The picture of a page (from 1), and its dots an inch; errors as of `parse`."""
    with _decoding(source), Image.open(io.BytesIO(source.data)) as image:
        _page(source, image, number)  # refuses a picture that is too large
        return _frame(source, image, number)


@contextmanager
def _decoding(source: Source) -> Iterator[None]:
    """What the bytes of the picture make go wrong in Pillow is an issue."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            yield
        except Image.DecompressionBombError:
            raise _too_large(source) from None
        except _BROKEN:
            raise UnreadableError(
                "damaged",
                f"{source.name} is damaged and cannot be opened; scan it again and run again.",
            ) from None


def _count(image: Image.Image, most: int) -> tuple[int, bool]:
    """How many pages there are, one more than `most` at most, and whether that is all of them."""
    count = 1
    while image.format == "TIFF" and count <= most:
        try:
            image.seek(count)
        except EOFError:
            break
        except _BROKEN:
            return count, False
        count += 1
    return count, True


def _too_large(source: Source) -> UnreadableError:
    return UnreadableError(
        "too_many_pixels",
        f"{source.name}: a page has more than {PIXELS // 10**6} million dots; "
        "scan it again at 300 dpi and run again.",
    )


def _page(source: Source, image: Image.Image, number: int) -> Page:
    image.seek(number - 1)
    if image.width * image.height > PIXELS:
        raise _too_large(source)
    return Page(number, image.height / _dpi(image) * 72, [], [], picture=True)


def _frame(source: Source, image: Image.Image, number: int) -> tuple[Image.Image, float]:
    """A page as it is looked at; a camera notes how it was held."""
    with _decoding(source):
        image.seek(number - 1)
        dpi = _dpi(image)
        image.load()
        return ImageOps.exif_transpose(image), dpi


def _dpi(image: Image.Image) -> float:
    """The dots an inch that the file says, where a page so large is likely."""
    said = image.info.get("dpi")
    try:
        dpi = float(said[0]) if said else 0.0
    except (TypeError, ValueError, ZeroDivisionError):
        dpi = 0.0
    short = min(image.size)
    likely = dpi > 0 and 4 <= short / dpi <= 24
    return dpi if likely else max(short / _WIDTH, 50.0)
