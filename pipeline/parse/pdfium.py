"""The PDF library's functions on bare addresses: wrapping an argument costs more than the call."""

import ctypes
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import repeat
from typing import Any

Bounds = tuple[float, float, float, float]
"""Left, bottom, right, top, in the coordinates of the page."""


@dataclass(frozen=True, slots=True)
class Functions:
    """Those for the characters of a text page, and for the objects of a page or of a form."""

    count: Callable[[int], int]
    text: Callable[[int, int, int, Any], int]
    code: Callable[[int, int], int]
    thing: Callable[[int, int], int]
    box: Callable[[int, int, int], int]
    origin: Callable[[int, int, int, int], int]
    matrix: Callable[[int, int, int], int]
    size: Callable[[int, int], float]
    weight: Callable[[int, int], int]
    font: Callable[[int], int]
    font_name: Callable[[int, int, Any, int, None], int]
    objects: Callable[[int], int]
    object: Callable[[int, int], int]
    form_objects: Callable[[int], int]
    form_object: Callable[[int, int], int]
    kind: Callable[[int], int]
    bounds: Callable[..., int]


@cache
def functions() -> Functions:
    """The functions, looked up once."""
    import pypdfium2.raw as raw

    def bare(function: Any, result: Any, *arguments: Any) -> Any:
        return ctypes.PYFUNCTYPE(result, ctypes.c_void_p, *arguments)(address(function))

    whole, place, thing = ctypes.c_int, ctypes.c_void_p, ctypes.c_size_t
    return Functions(
        count=bare(raw.FPDFText_CountChars, whole),
        text=bare(raw.FPDFText_GetText, whole, whole, whole, place),
        code=bare(raw.FPDFText_GetUnicode, ctypes.c_uint, whole),
        thing=bare(raw.FPDFText_GetTextObject, thing, whole),
        box=bare(raw.FPDFText_GetLooseCharBox, whole, whole, place),
        origin=bare(raw.FPDFText_GetCharOrigin, whole, whole, place, place),
        matrix=bare(raw.FPDFText_GetMatrix, whole, whole, place),
        size=bare(raw.FPDFText_GetFontSize, ctypes.c_double, whole),
        weight=bare(raw.FPDFText_GetFontWeight, whole, whole),
        font=bare(raw.FPDFTextObj_GetFont, thing),
        font_name=bare(
            raw.FPDFText_GetFontInfo, ctypes.c_ulong, whole, place, ctypes.c_ulong, place
        ),
        objects=bare(raw.FPDFPage_CountObjects, whole),
        object=bare(raw.FPDFPage_GetObject, thing, whole),
        form_objects=bare(raw.FPDFFormObj_CountObjects, whole),
        form_object=bare(raw.FPDFFormObj_GetObject, thing, ctypes.c_ulong),
        kind=bare(raw.FPDFPageObj_GetType, whole),
        bounds=bare(raw.FPDFPageObj_GetBounds, whole, place, place, place, place),
    )


def address(pointer: Any) -> int:
    """Where a pointer or function of the library points."""
    return ctypes.cast(pointer, ctypes.c_void_p).value or 0


def bounds(page: Any, kind: int, depth: int) -> Iterator[Bounds]:
    """Where the objects of a kind on a page of pypdfium2 stand, down to so many forms inside."""
    edges = (ctypes.c_float * 4)()
    at = ctypes.addressof(edges)
    for thing in _things(address(page.raw), kind, depth, functions().objects, functions().object):
        if functions().bounds(thing, at, at + 4, at + 8, at + 12):
            yield edges[0], edges[1], edges[2], edges[3]


def _things(
    holder: int,
    kind: int,
    depth: int,
    count: Callable[[int], int],
    get: Callable[[int, int], int],
) -> Iterator[int]:
    import pypdfium2.raw as raw

    calls = functions()
    found = [t for t in map(get, repeat(holder), range(max(count(holder), 0))) if t]
    for thing, own in zip(found, map(calls.kind, found), strict=True):
        if own == kind:
            yield thing
        if own == raw.FPDF_PAGEOBJ_FORM and depth > 1:
            yield from _things(thing, kind, depth - 1, calls.form_objects, calls.form_object)
