"""Which letters in a row are a Vietnamese syllable: by rule, from initials, rhymes and tones."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import product

_INITIALS = (
    "", "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh",
    "nh", "p", "ph", "qu", "r", "s", "t", "th", "tr", "v", "x",
)  # fmt: skip
_RHYMES = """
a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich im in inh ip it iu y
iêc iêm iên iêng iêp iêt iêu yêm yên yêng yêt yêu
o oc oi om on ong op ot oong ooc ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oe oen oeo oet
u ua uc ui um un ung up ut uân uâng uât uây uê uêch uên uênh uôc uôi uôm uôn uông uôt uơ
uy uya uych uynh uyn uyp uyt uyu uyên uyêt ych ynh yt yp yn
ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu
""".split()  # noqa: SIM905
_FRONT = frozenset("eêiy")
_TONES = {
    "a": "aàáảãạ", "ă": "ăằắẳẵặ", "â": "âầấẩẫậ", "e": "eèéẻẽẹ", "ê": "êềếểễệ", "i": "iìíỉĩị",
    "o": "oòóỏõọ", "ô": "ôồốổỗộ", "ơ": "ơờớởỡợ", "u": "uùúủũụ", "ư": "ưừứửữự", "y": "yỳýỷỹỵ",
}  # fmt: skip
_STOPPED = re.compile(r"(?:[cpt]|ch)$")
LETTERS = re.compile(r"[^\W\d_]+")
"""A word: letters in a row."""


@cache
def syllables() -> frozenset[str]:
    """Every syllable that the spelling allows, in small letters, tone marks placed either way."""
    return frozenset(
        toned
        for initial, rhyme in product(_INITIALS, _RHYMES)
        if _fit(initial, rhyme)
        for toned in _toned(initial, rhyme)
    )


def is_syllable(word: str) -> bool:
    """Whether a word in small letters is spelt as a Vietnamese syllable.

    >>> [is_syllable(w) for w in ("nghiêm", "ngiêm", "quyết", "hoà", "hòa", "đảngviên", "hđnd")]
    [True, False, True, True, True, False, False]
    """
    return word in syllables()


def is_abbreviation(word: str) -> bool:
    """Whether a word in capitals bears no mark but that of Đ: `UBND`, `HĐND`, `XIII`."""
    return word.isupper() and word.replace("Đ", "").isascii()


@lru_cache(maxsize=1)
def counted(text: str) -> Counter[str]:
    """How often each word of a text stands in it; not to be changed by whoever gets it."""
    return Counter(LETTERS.findall(text))


def valid_share(text: str) -> float:
    """The share of a text's words that are Vietnamese syllables; 1.0 where it has none.

    Abbreviations in capitals are left out of account.

    >>> valid_share("Đảng bộ, UBND xã"), valid_share("Đảngbộ xã")
    (1.0, 0.5)
    """
    words = {w: n for w, n in counted(text).items() if not is_abbreviation(w)}
    valid = sum(n for w, n in words.items() if is_syllable(w.lower()))
    return valid / sum(words.values()) if words else 1.0


def quality(text: str, doubtful: int) -> float | None:
    """How well a text was read, 0 to 1: the share of its words that are spelt as syllables, times
    the share that are not `doubtful` (so many were read from a picture and may be other words).

    None where there is no word. Text as its author typed it has 0.97 and more (names of persons and
    places of other languages take the rest); below 0.9 it is damaged.

    >>> quality("Đảng bộ, UBND xã", 0), quality("Đảngbộ xã", 1), quality("12 %", 0)
    (1.0, 0.25, None)
    """
    words = counted(text).total()
    if not words:
        return None
    return round(valid_share(text) * (1 - min(doubtful / words, 1.0)), 3)


def _fit(initial: str, rhyme: str) -> bool:
    """Whether an initial may stand before a rhyme: c, g, ng before a; k, gh, ngh before e."""
    if initial in ("k", "gh", "ngh"):
        return rhyme[0] in _FRONT
    if initial in ("c", "ng"):
        return rhyme[0] not in _FRONT
    if initial == "g":
        return rhyme[0] not in _FRONT or rhyme in ("i", "in") or rhyme.startswith("iê")
    if initial == "gi":
        return rhyme[0] != "i"
    if initial == "qu":
        return rhyme[0] not in "uoôư" or rhyme == "ôc"
    if rhyme.startswith("y"):
        return rhyme == "y" or (not initial and rhyme.startswith("yê"))
    return bool(initial) or not rhyme.startswith("iê")


def _toned(initial: str, rhyme: str) -> Iterator[str]:
    """The syllable under each tone that it may bear; a stopped one bears two."""
    stopped = _STOPPED.search(rhyme) is not None
    for at in _bearers(rhyme):
        for i, vowel in enumerate(_TONES[rhyme[at]]):
            if not stopped or i in (2, 5):
                yield initial + rhyme[:at] + vowel + rhyme[at + 1 :]


def _bearers(rhyme: str) -> tuple[int, ...]:
    """Where the tone mark may stand; open oa, oe, uy have two habits."""
    vowels = re.match("[aăâeêioôơuưy]+", rhyme)
    assert vowels is not None
    size, closed = vowels.end(), vowels.end() < len(rhyme)
    if rhyme in ("oa", "oe", "uy"):
        return (0, 1)
    marked = [i for i in range(size) if rhyme[i] in "ăâêôơư"]
    if marked:
        return (marked[-1],)
    if size == 1 or rhyme in ("oo", "oong", "ooc"):
        return (size - 1,)
    return (1,) if closed or size == 3 else (0,)
