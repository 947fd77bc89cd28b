"""The 8-bit character sets of before Unicode: what each byte stands for.

TCVN and VISCII are those of glibc's iconv, against which the tests hold them. VPS is the table of
viparse 0.1.31 (MIT licence, copyright 2026 minhtridinh), VNI its rules with what it leaves out.
A byte is written as the character of its number; what a set leaves as Latin-1 is not named.
"""

import re
from collections.abc import Callable

_TCVN_CONTROLS = {
    0x01: "Ú", 0x02: "Ụ", 0x04: "Ừ", 0x05: "Ử", 0x06: "Ữ", 0x11: "Ứ", 0x12: "Ự", 0x13: "Ỳ",
    0x14: "Ỷ", 0x15: "Ỹ", 0x16: "Ý", 0x17: "Ỵ",
}  # fmt: skip
_TCVN_HIGH = (
    "ÀẢÃÁẠẶẬÈẺẼÉẸỆÌỈĨÍỊÒỎÕÓỌỘỜỞỠỚỢÙỦŨ"
    "\xa0ĂÂÊÔƠƯĐăâêôơưđẰ\u0300\u0309\u0303\u0301\u0323àảãáạẲằẳẵắẴ"
    "ẮẦẨẪẤỀặầẩẫấậèỂẻẽéẹềểễếệìỉỄẾỒĩíịò"
    "ỔỏõóọồổỗốộờởỡớợùỖủũúụừửữứựỳỷỹýỵỐ"
)
_VISCII_CONTROLS = {
    0x02: "Ẳ", 0x05: "Ẵ", 0x06: "Ẫ", 0x14: "Ỷ", 0x19: "Ỹ", 0x1e: "Ỵ",
}  # fmt: skip
_VISCII_HIGH = (
    "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲ"
    "ÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯ"
    "ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡư"
    "àáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ"
)
_VPS_CONTROLS = {
    0x02: "Ạ", 0x03: "Ậ", 0x04: "Ặ", 0x05: "Ẹ", 0x06: "Ệ", 0x10: "Ị", 0x11: "Ọ", 0x12: "Ộ",
    0x13: "Ợ", 0x14: "Ụ", 0x15: "Ự", 0x19: "Ỵ", 0x1c: "Ẫ", 0x1d: "Ữ",
}  # fmt: skip
_VPS_HIGH = (
    "ÀẢÃẤẦẨọỗĂếềểệẮẰẲẾ‘’ỀỂỄỐỒỔỖýỷỵỚỜỞ"
    "\xa0ắằẳẵặỠớÙờởỡŨỨợỪổỬỲỸÍÌộỈĨÓửữÒỎÕự"
    "ầÁÂấẩẫậđẻÉÊẹỉễịỹƯỦồốÔỏơÈừứÚũưÝẺß"
    "àáâãảạăçèéêẽìíîĩẴĐòóôõöƠụùúủüỶẼỳ"
)

# VNI writes a vowel and, after it, the sign of its tone and shape.
_VNI_SIGNS = {
    "ù": "\u0301", "ø": "\u0300", "û": "\u0309", "õ": "\u0303", "ï": "\u0323",
    "ê": "\u0306", "é": "\u0306\u0301", "è": "\u0306\u0300", "ú": "\u0306\u0309",
    "ü": "\u0306\u0303", "ë": "\u0306\u0323",
    "â": "\u0302", "á": "\u0302\u0301", "à": "\u0302\u0300", "å": "\u0302\u0309",
    "ã": "\u0302\u0303", "ä": "\u0302\u0323",
}  # fmt: skip
_VNI_LETTERS = str.maketrans("ôöñæóòîÔÖÑÆÓÒÎ", "ơưđỉĩịỵƠƯĐỈĨỊỴ")
# A run may begin with the sign of the letter that ends the run before it.
_VNI_SIGNED = re.compile(rf"(?:(?<=[aeouyôö])|\A)[{''.join(_VNI_SIGNS)}]", re.IGNORECASE)
# In .VnTime the bytes of the capitals with tones are quotes and dashes, as in Windows.
_ABC = str.maketrans(
    {0xA0 + i: c for i, c in enumerate(_TCVN_HIGH[32:]) if not "\u0300" <= c <= "\u0323"}
)


def _table(controls: dict[int, str], high: str) -> dict[int, str]:
    return {0x80 + i: c for i, c in enumerate(high)} | controls


_TCVN = _table(_TCVN_CONTROLS, _TCVN_HIGH)
_VISCII = _table(_VISCII_CONTROLS, _VISCII_HIGH)
_VPS = _table(_VPS_CONTROLS, _VPS_HIGH)
# What Windows shows for the bytes 80 to 9F, back to the characters of those numbers.
_BYTES = {
    ord(bytes([b]).decode("cp1252")): b
    for b in range(0x80, 0xA0)
    if b not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)
}


def _vni(text: str) -> str:
    signed = _VNI_SIGNED.sub(lambda m: _VNI_SIGNS[m[0].lower()], text)
    return signed.translate(_VNI_LETTERS)


def _cp1258(text: str) -> str:
    return text.translate(_BYTES).encode("latin-1", "replace").decode("cp1258", "replace")


CHARSETS: dict[str, Callable[[str], str]] = {
    "TCVN3": lambda text: text.translate(_ABC),
    "VNI": _vni,
    "VISCII": lambda text: text.translate(_BYTES).translate(_VISCII),
    "VPS": lambda text: text.translate(_BYTES).translate(_VPS),
    "TCVN 5712": lambda text: text.translate(_BYTES).translate(_TCVN),
    "windows-1258": _cp1258,
}
"""Name -> what turns bytes, written as the characters of Latin-1 or Windows, into Vietnamese.

Signs that follow their letter stay apart from it until the text is composed.
"""
