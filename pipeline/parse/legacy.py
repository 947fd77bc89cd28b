"""Text set in the fonts of before Unicode (TCVN3's `.Vn…`, `VNI-…`) -> Vietnamese letters.

Such a file holds Latin letters that only its font draws as Vietnamese ones.
"""

import re

_TCVN3 = str.maketrans(
    "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00adõøö÷ùúýûüþ¡¢§£¤¥¦",
    "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂĐÊÔƠƯ",
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
_VNI_SIGNED = re.compile(rf"(?<=[aeouyôö])[{''.join(_VNI_SIGNS)}]", re.IGNORECASE)
# A subset of an embedded font has six letters and a plus before its name.
_FONT = re.compile(r"(?:[A-Z]{6}\+)?(?:(?P<tcvn>\.Vn[\w ]*)|(?P<vni>VNI[- ]))", re.IGNORECASE)


def modern(text: str, font: str | None) -> str:
    r"""The Vietnamese that the text shows in this font; unchanged in a Unicode font.

    >>> modern("§¶ng bé tØnh", ".VnTime"), modern("§¶ng bé", ".VnTimeH")
    ('Đảng bộ tỉnh', 'ĐẢNG BỘ')
    >>> modern("§¶ng bé", "Times New Roman"), modern("Đảng bộ", ".VnTime")
    ('§¶ng bé', 'Đảng bộ')
    """
    named = _FONT.match(font) if font else None
    # Letters beyond Latin-1 show that the text was converted and only the font's name stayed.
    if named is None or any("\u1ea0" <= c <= "\u1ef9" or c in "ăđơưĂĐƠƯ" for c in text):
        return text
    if named["tcvn"]:
        letters = text.translate(_TCVN3)
        return letters.upper() if named["tcvn"].endswith("H") else letters
    signed = _VNI_SIGNED.sub(lambda m: _VNI_SIGNS[m[0].lower()], text)
    return signed.translate(_VNI_LETTERS)
