"""Text of before Unicode (TCVN3, VNI, VISCII, VPS, windows-1258) -> Vietnamese letters.

Such a file holds Latin letters that only its font draws as Vietnamese ones. The font tells which
they are; without one, the reading in which most accented words are Vietnamese syllables does.
"""

import re
from collections import Counter

from pipeline.errors import UnreadableError
from pipeline.parse.charsets import CHARSETS
from pipeline.parse.spelling import Spelling, is_syllable, spelling
from pipeline.sources import wide
from pipeline.text import MARK_CLOSE, MARK_OPEN, compose

# A subset of an embedded font has six letters and a plus before its name.
_FONT = re.compile(
    r"""\s*["']?(?:[A-Z]{6}\+)?(?:
        (?P<tcvn>\.Vn[\w ]*) | (?P<vni>VNI[-\s]\S) | (?P<vps>VPS[-\s]?\S)
        | (?P<viscii>VI\s(?:Times|Arial|Helve\w*|Courier)|Viscii)
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_NAMES = {"tcvn": "TCVN3", "vni": "VNI", "vps": "VPS", "viscii": "VISCII"}
# Letters that only Unicode has: a text with one of them was converted, or never was anything else.
_UNICODE = re.compile("[\u1ea0-\u1ef9ăđơưĂĐƠƯ\u0300\u0301\u0303\u0309\u0323]")
_SUSPECT = re.compile("[\u0080-\u00ff]")
_MARKS = re.compile(f"([{MARK_OPEN}{MARK_CLOSE}])")
_HYPHENED = re.compile(r"(?<![\w/-])(?:[^\W\d_]+-[^\W\d_]*|-[^\W\d_]+)(?![\w/-])")
_ODD = re.compile("[\x00-\x08\x0e-\x1b\x7f\ufffd]")
_NUMBER = re.compile(r"\s*Số(?=\s*:?\s*\d)")  # its line has the capitals of a symbol
_SOUND = 0.85
"""Share of the accented words that are syllables in the right reading; in real text over 0.95."""
_GAIN = 0.3
"""By how much a reading must beat the text as it stands."""
_FEW = 3
_SAMPLE = 100_000
"""Characters that are enough to tell a text's reading from."""


def modern(text: str, font: str | None) -> str:
    r"""The Vietnamese that the text shows in this font; unchanged in a Unicode font.

    >>> modern("§¶ng bé tØnh", ".VnTime"), modern("§¶ng bé", ".VnTimeH")
    ('Đảng bộ tỉnh', 'ĐẢNG BỘ')
    >>> modern("§¶ng bé", "Times New Roman"), modern("Đảng bộ", ".VnTime")
    ('§¶ng bé', 'Đảng bộ')
    """
    return Modern().run(text, font)


def is_old(font: str | None) -> bool:
    """Whether a font is one of before Unicode."""
    return font is not None and _FONT.match(font) is not None


class Modern:
    """Turns the text of one document into Unicode, and keeps what it was turned from."""

    def __init__(self) -> None:
        self.seen: set[str] = set()

    def run(self, text: str, font: str | None) -> str:
        """The Vietnamese that the text shows in this font; unchanged in a Unicode font."""
        named = _FONT.match(font) if font else None
        if named is None or not _SUSPECT.search(text) or _UNICODE.search(text):
            if named is None or named["tcvn"] is None or _UNICODE.search(text):
                return text
            text = _hyphens_read(text)
            return text.upper() if named["tcvn"].rstrip().endswith("H") else text
        kind = named.lastgroup or ""
        self.seen.add(_NAMES[kind])
        letters = _converted(text, _NAMES[kind])
        return letters.upper() if (named["tcvn"] or "").rstrip().endswith("H") else letters

    def passages(self, texts: list[str]) -> list[str]:
        """The texts of a document in Unicode, each told by its own words or by the others'."""
        suspects = [i for i, t in enumerate(texts) if _SUSPECT.search(t) and not _UNICODE.search(t)]
        if not suspects:
            return texts
        own = {i: _told(texts[i]) for i in suspects}
        common = _told("\n".join(texts[i] for i in suspects)[:_SAMPLE])
        votes = Counter(name for name in own.values() if name)
        usual = votes.most_common(1)[0][0] if votes else common
        out = list(texts)
        for i in suspects:
            name = own[i] or (usual if usual and _better(texts[i], usual) else None)
            if name:
                self.seen.add(name)
                out[i] = _converted(texts[i], name)
        return out

    def decode(self, name: str, data: bytes, declared: str | None = None) -> str:
        r"""The text of a file; `declared` is the character set that it says it is in.

        UnreadableError where the bytes are no text.

        >>> Modern().decode("a", "Đảng ủy".encode()), Modern().decode("a", b"\xa7\xb6ng x\xb7")
        ('Đảng ủy', 'Đảng xã')
        """
        text = _marked(data)
        if text is not None:
            return text
        text, charset = _unmarked(data, declared)
        self.seen |= {charset} if charset else set()
        if len(_ODD.findall(text[:_SAMPLE])) > max(_FEW, 0.05 * len(text[:_SAMPLE])):
            raise UnreadableError(
                "not_text",
                f"{name} holds no text; open it with the program that made it, "
                "save it as DOCX or PDF and run again.",
            )
        return text

    def named(self, reader: str) -> str:
        """The name of the reader, with what the text was converted from.

        >>> m = Modern(); _ = m.run("§¶ng bé", ".VnTime"); m.named("docx")
        'docx, converted from TCVN3'
        """
        return (
            f"{reader}, converted from {' and '.join(sorted(self.seen))}" if self.seen else reader
        )


def _marked(data: bytes) -> str | None:
    """The text of bytes that say, or show, that they are Unicode; else None."""
    for mark, charset in (
        (b"\xff\xfe\0\0", "utf-32"),
        (b"\0\0\xfe\xff", "utf-32"),
        (b"\xff\xfe", "utf-16"),
        (b"\xfe\xff", "utf-16"),
    ):
        if data.startswith(mark):
            return data.decode(charset, errors="replace")
    if unmarked := wide(data):
        return data.decode(unmarked, errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None


def _unmarked(data: bytes, declared: str | None) -> tuple[str, str | None]:
    """The reading in which most accented words are syllables; else the one that is declared."""
    plain = data.decode("utf-8-sig", errors="replace")
    best = _told(data[:_SAMPLE].decode("latin-1"), spelling(plain[:_SAMPLE]), least=0.5)
    if best is not None:
        return _converted(data.decode("latin-1"), best), best
    try:
        return data.decode(declared or "utf-8-sig", errors="replace"), None
    except LookupError:
        return plain, None


def _told(text: str, as_is: Spelling | None = None, least: float = _SOUND) -> str | None:
    """The character set in which a text is Vietnamese, by its words; None where it is in none."""
    text = _MARKS.sub("", text)  # a footnote marker spoils the word that it stands on
    as_is = as_is or spelling(text)
    if as_is.share + _GAIN > 1:
        return None  # no other reading can be so much better
    found = {name: spelling(convert(text)) for name, convert in CHARSETS.items()}
    name = max(found, key=lambda n: (found[n].share, found[n].sound))
    enough = found[name].words >= _FEW or least < _SOUND
    sound = found[name].share >= max(least, as_is.share + _GAIN)
    return name if enough and sound else None


def _better(text: str, name: str) -> bool:
    text = _MARKS.sub("", text)
    return spelling(CHARSETS[name](text)).share > spelling(text).share


def _converted(text: str, charset: str) -> str:
    parts = (p if _MARKS.match(p) else CHARSETS[charset](p) for p in _MARKS.split(text))
    letters = compose("".join(parts))
    if charset != "TCVN3":
        return letters
    return "\n".join(_cased(_hyphens_read(line)) for line in letters.split("\n"))


def _hyphens_read(text: str) -> str:
    """The text with ư for the hyphens that stand for it: TCVN3 has it where Latin has a hyphen that
    only shows at the end of a line, and a PDF often tells the two not apart.

    >>> _hyphens_read("T- tưởng đ-ợc nh- Kế hoạch 12-KH/ĐU, công-nông, H-1")
    'Tư tưởng được như Kế hoạch 12-KH/ĐU, công-nông, H-1'
    """
    return _HYPHENED.sub(_with_letter, text) if "-" in text else text


def _with_letter(found: re.Match[str]) -> str:
    letters = found[0].replace("-", "")
    capital = len(letters) > 1 and letters.isupper()
    word = found[0].replace("-", "Ư" if capital else "ư")
    return word if is_syllable(word) else found[0]


def _cased(line: str) -> str:
    """The line, all in capitals where its plain letters are: TCVN3 has no capitals with tones.

    >>> _cased("ĐảNG Bộ Xã HòA MẫU"), _cased("Bộ"), _cased("Số 12-BC/ĐU")
    ('ĐẢNG BỘ XÃ HÒA MẪU', 'Bộ', 'Số 12-BC/ĐU')
    """
    plain = [c for c in line if c.isascii() and c.isalpha()]
    if len(plain) < _FEW or not all(c.isupper() for c in plain):
        return line
    number = _NUMBER.match(line)
    kept = number.end() if number else 0
    return line[:kept] + line[kept:].upper()
