"""Speed of reading beside the bare readers, in one run (`make bench`).

PDF: pages beside the library's own pass over every character (text, size, box). Scans: pages
beside the bare engine after the same cleaning, both by two processes as an ingest has them. The
time is that of the processors, so that what else the machine does does not count.
"""

import ctypes
import resource
import time
from collections.abc import Callable
from contextlib import closing

import pypdfium2
import pypdfium2.raw as raw

from pipeline import pool
from pipeline.parse import images, ocr, parse
from pipeline.sources import Source
from tests.invented import SHEETS
from tests.scanner import NOISY, as_pdf, scans
from tests.sheets import Grid, Para, Sheet
from tests.writers import pdf

_TIMES = 5
_SCANS = 2
"""Scanned documents, one a worker."""

NOTED = Sheet(
    tuple(
        Para(
            f"Đảng ủy ban hành kế hoạch thứ {n} về công tác kiểm tra, giám sát năm 2024[^{n}]; các "
            "chi bộ báo cáo kết quả trước ngày 15 tháng 11 và chịu trách nhiệm về số liệu. Việc "
            "tự phê bình và phê bình ở một số nơi còn nể nang, chưa gắn với nhiệm vụ được giao."
        )
        for n in range(1, 43)
    ),
    tuple(f"Kế hoạch số {40 + n}-KH/ĐU ngày 20/02/2024 của Đảng ủy." for n in range(1, 43)),
)
"""Several pages with footnotes on each."""


def main() -> None:
    """Print pages a second of each and the ratios."""
    ruled = [pdf(sheet) for sheet in SHEETS.values() if _has_table(sheet)]
    _show("PDF pages without tables", plain_pages())
    _show("PDF pages with tables", ruled)
    bare, own = scanned()
    print(f"scans, bare engine           {bare:>10.2f} pages/s")
    print(f"scans                        {own:>10.2f} pages/s, ratio {own / bare:.2f}")


def plain_pages() -> list[bytes]:
    """PDF files without tables."""
    return [pdf(_without_tables(sheet)) for sheet in [*SHEETS.values(), NOTED]]


def ratio(files: list[bytes]) -> float:
    """How fast PDF files are read beside the library's own pass over their characters."""
    return _best(lambda: [characters(f) for f in files]) / _best(lambda: [_read(f) for f in files])


def characters(data: bytes) -> int:
    """Text, size and box of every character of a PDF, as the library gives them; its pages."""
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    with closing(pypdfium2.PdfDocument(data)) as document:
        for page in document:
            text = page.get_textpage()
            own = text.raw
            for i in range(raw.FPDFText_CountChars(own)):
                chr(raw.FPDFText_GetUnicode(own, i))
                raw.FPDFText_GetFontSize(own, i)
                raw.FPDFText_GetCharBox(own, i, left, right, bottom, top)
            text.close()
            page.close()
        return len(document)


def scanned() -> tuple[float, float]:
    """Pages a second of the bare engine after the same cleaning, and of reading, by two workers."""
    files = [as_pdf(scans(pdf(NOTED), NOISY), NOISY.dpi)] * _SCANS
    pages = sum(map(characters, files))
    return pages / _workers(_bare, files), pages / _workers(_whole, files)


def _workers(work: Callable[[], Callable[[bytes], float]], files: list[bytes]) -> float:
    """Seconds that the files take two processes on a core each."""
    results = list(pool.in_order(work, [(f, 600.0) for f in files], 2))
    return sum(seconds for _, seconds in results if not isinstance(seconds, pool.Lost)) / 2


def _bare() -> Callable[[bytes], float]:
    return lambda data: _seconds(lambda: _engine(data))


def _whole() -> Callable[[bytes], float]:
    return lambda data: _seconds(lambda: _read(data))


def _engine(data: bytes) -> None:
    with closing(pypdfium2.PdfDocument(data)) as document:
        for page in document:
            (thing,) = page.get_objects()
            ocr.words([images.cleaned(thing.get_bitmap().to_pil(), NOISY.dpi).dots])


def _seconds(work: Callable[[], object]) -> float:
    """Seconds of a processor that work takes, with the programs that it calls."""
    start = time.process_time(), _of_programs()
    work()
    return time.process_time() - start[0] + _of_programs() - start[1]


def _of_programs() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _read(data: bytes) -> str:
    return parse(Source("0" * 16, "a.pdf", "pdf", data)).text


def _show(name: str, files: list[bytes]) -> None:
    pages = sum(map(characters, files))
    bare = _best(lambda: [characters(f) for f in files])
    own = _best(lambda: [_read(f) for f in files])
    print(f"{name}, characters {pages / bare:>10.0f} pages/s")
    print(f"{name}             {pages / own:>10.0f} pages/s, ratio {bare / own:.2f}")


def _best(work: Callable[[], object]) -> float:
    return min(_seconds(work) for _ in range(_TIMES))


def _has_table(sheet: Sheet) -> bool:
    return any(isinstance(part, Grid) for part in sheet.parts)


def _without_tables(sheet: Sheet) -> Sheet:
    parts = tuple(part for part in sheet.parts if not isinstance(part, Grid))
    return Sheet(parts, sheet.notes, sheet.header, sheet.footer)


if __name__ == "__main__":
    main()
