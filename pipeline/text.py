"""The only place that touches Unicode: NFC, the matching key (same length), the search fold."""

import re
import unicodedata
from collections.abc import Iterable
from typing import Protocol

MARK_OPEN = "\ue000"
"""Put by a parser before a footnote marker; never reaches `Document.text`."""
MARK_CLOSE = "\ue001"
"""Put by a parser after a footnote marker."""
DOUBT = "\ue002"
"""Put by a parser into or after a word that may have been misread; never reaches the text."""

UPPER = "A-ZÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"
"""Capital letters, for a character class; a range such as à-ỹ would hold both cases."""
LOWER = "a-zàáâãèéêìíòóôõùúýăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ"
"""Small letters, for a character class."""

_SAYS = re.compile(r"[^\W_]|[%‰✓✔√☑☒☐]")


def says_something(words: str) -> bool:
    """Whether words are more than drawn lines: a letter, a digit, a unit or a tick.

    >>> says_something("%"), says_something("☑"), says_something("-----")
    (True, True, False)
    """
    return _SAYS.search(words) is not None


# Old and new placement of the tone mark in open oa, oe, uy syllables: hoà = hòa, uỷ = ủy.
_OLD_TONES = {
    "oà": "òa", "oá": "óa", "oả": "ỏa", "oã": "õa", "oạ": "ọa",
    "oè": "òe", "oé": "óe", "oẻ": "ỏe", "oẽ": "õe", "oẹ": "ọe",
    "uỳ": "ùy", "uý": "úy", "uỷ": "ủy", "uỹ": "ũy", "uỵ": "ụy",
}  # fmt: skip
# Only open syllables have two forms: not hoàn or toán; the u of quý belongs to its q.
_OLD_TONE = re.compile(r"(?:" + "|".join(_OLD_TONES) + r")(?<!q..)(?![^\W\d_])")

_NEW_TONES = {new: old for old, new in _OLD_TONES.items()}
_NEW_TONE = re.compile(r"(?<!q)(?:" + "|".join(_NEW_TONES) + r")(?![^\W\d_])")

# Letters and digits of other scripts that look like Latin ones, and full-width ones.
_LOOKALIKES = {
    **dict(zip("аеорсхуіјѕһԁԛԝАВЕКМНОРСТХУІЈЅ", "aeopcxyijshdqwABEKMHOPCTXYIJS", strict=True)),
    **dict(zip("οαιυνρκΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "oaiuvpkABEZHIKMNOPTYX", strict=True)),
    **{chr(c + 0xFEE0): chr(c) for c in range(0x21, 0x7F)},
    "ð": "đ", "Ð": "Đ", "Ɖ": "Đ",
}  # fmt: skip
_LATIN = str.maketrans(_LOOKALIKES)
_ALIKE = re.compile("[" + "".join(map(re.escape, _LOOKALIKES)) + "]")

# Same-length stand-ins: quotes, dashes, spaces and full-width signs that typists mix.
_SAME = (
    {
        "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'",
        "–": "-", "—": "-", "‑": "-", "‐": "-", "−": "-", "―": "-",
        "\u00a0": " ", "\u2002": " ", "\u2003": " ", "\u2009": " ", "\u202f": " ", "\t": " ",
    }
    | {look: latin.lower() for look, latin in _LOOKALIKES.items()}
)  # fmt: skip
_MIXED = re.compile("[" + "".join(map(re.escape, _SAME)) + "]")
"""A sign that has a stand-in: few do, so that looking for them is cheaper than translating."""
_TONE = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
_DROPPED = re.compile("[\u200b\u200c\u200d\ufeff\u00ad\u2060]")


class _Spanned(Protocol):
    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


def nfc(text: str) -> str:
    """The text composed, without zero-width and soft-hyphen characters; the one edit, made once."""
    return unicodedata.normalize("NFC", _DROPPED.sub("", text))


def compose(text: str) -> str:
    """The text in NFC and nothing else."""
    return unicodedata.normalize("NFC", text)


def lower(text: str) -> str:
    """Lower case of the same length (a few letters outside Vietnamese would grow: left as is)."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def key(text: str) -> str:
    """The matching key: lower case, tone marks placed one way, diacritics kept, the same length.

    >>> key("Đảng uỷ – HOÀ")
    'đảng ủy - hòa'
    >>> key("hoàn toàn, quý")
    'hoàn toàn, quý'
    """
    low = _MIXED.sub(lambda m: _SAME[m[0]], lower(text))
    return _OLD_TONE.sub(lambda m: _OLD_TONES[m[0]], low)


def unmixed(text: str) -> str:
    """The text with look-alike letters of other scripts as Latin ones, the same length.

    >>> unmixed("Ðảng bộ сó １２ сhi bộ")
    'Đảng bộ có 12 chi bộ'
    """
    return text.translate(_LATIN) if _ALIKE.search(text) else text


def old_tones(key: str) -> str:
    """The key with the tone marks placed the old way, as some tools learned it; the same length.

    >>> old_tones("đảng ủy hòa mẫu, toàn quý")
    'đảng uỷ hoà mẫu, toàn quý'
    """
    return _NEW_TONE.sub(lambda m: _NEW_TONES[m[0]], key)


def toneless(text: str) -> str:
    """The text without its tone marks; the shapes of letters stay.

    >>> toneless("Đảng uỷ xã")
    'Đang uy xa'
    """
    bare = _TONE.sub("", unicodedata.normalize("NFD", text))
    return unicodedata.normalize("NFC", bare)


def blank(text: str, spans: Iterable[_Spanned]) -> str:
    """The text with each span overwritten by spaces, the same length."""
    out, at = [], 0
    for span in spans:
        out += [text[at : span.start], " " * (span.end - span.start)]
        at = span.end
    return "".join(out) + text[at:]


def fold(text: str) -> str:
    """The search fold: no diacritics, `đ` as `d`, one space. Only for the search box.

    >>> fold("Đảng  ủy")
    'dang uy'
    """
    bare = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return " ".join(bare.lower().replace("đ", "d").split())


def in_capitals(words: str, *, share: float, least: int) -> bool:
    """Whether at least so large a share of the letters are capitals, and there are so many letters.

    >>> in_capitals("KẾT QUẢ năm", share=0.6, least=4), in_capitals("I.", share=0.6, least=4)
    (True, False)
    """
    allowed = (1 - share) * len(words)
    head = words[: len(words) // 4 + 8]
    if sum(map(str.islower, head)) > allowed:  # enough small letters, whatever the rest is
        return False
    letters = list(filter(str.isalpha, words))
    return len(letters) >= least and sum(map(str.isupper, letters)) >= share * len(letters)
