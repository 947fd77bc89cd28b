"""Writes Vietnamese in the character sets of before Unicode."""

import subprocess
import unicodedata

from pipeline.parse import charsets

_TONES = "\u0300\u0301\u0303\u0309\u0323"


def encode(text: str, charset: str) -> bytes:
    """The text in a character set; TCVN and VISCII by iconv, the others by what they are."""
    if charset in ("TCVN 5712", "TCVN3"):
        return _iconv(text, "TCVN5712-1")
    if charset == "VISCII":
        return _iconv(text, "VISCII")
    if charset == "VPS":
        numbers = {c: n for n, c in charsets._VPS.items()}
        return bytes(numbers.get(c, ord(c)) for c in text)
    return "".join(map({"VNI": _vni, "windows-1258": _parted}[charset], text)).encode(
        "latin-1" if charset == "VNI" else "cp1258"
    )


def _iconv(text: str, charset: str) -> bytes:
    call = ["iconv", "-f", "UTF-8", "-t", charset]
    return subprocess.run(call, input=text.encode(), capture_output=True, check=True).stdout


def _parted(letter: str) -> str:
    """The letter with its shape, then its tone: Windows-1258 has no more."""
    try:
        letter.encode("cp1258")
        return letter
    except UnicodeEncodeError:
        parts = unicodedata.normalize("NFD", letter)
        bare = "".join(p for p in parts if p not in _TONES)
        return unicodedata.normalize("NFC", bare) + "".join(p for p in parts if p in _TONES)


def _vni(letter: str) -> str:
    whole = {new: old for old, new in zip("ôöñæóòîÔÖÑÆÓÒÎ", "ơưđỉĩịỵƠƯĐỈĨỊỴ", strict=True)}
    if letter.isascii() or letter in "ìíÌÍ":
        return letter
    if letter in whole:
        return whole[letter]
    base, *signs = unicodedata.normalize("NFD", letter)
    if "\u031b" in signs:  # the horn
        base = whole[unicodedata.normalize("NFC", base + "\u031b")]
        signs.remove("\u031b")
    shapes = sorted(signs, key=_TONES.find)  # the shape, which is no tone, first
    sign = {new: old for old, new in charsets._VNI_SIGNS.items()}["".join(shapes)]
    return base + (sign.upper() if base.isupper() else sign)
