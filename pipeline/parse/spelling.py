"""How Vietnamese a text looks: the share of its accented words that are possible syllables."""

import re
from dataclasses import dataclass

from pipeline.text import LOWER, compose, toneless

_ONSETS = (
    "b|ch|c|d|đ|gh|gi|g|h|kh|k|l|m|ngh|ng|nh|n|ph|p|qu|r|s|th|tr|t|v|x"
)  # fmt: skip
_RHYMES = """
a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
e ec em en eng eo ep et ê êch êm ên ênh êp êt êu êc êng
i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu
o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om
on ong ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
u ua uân uâng uât uây uc uê uêch uênh ui um un ung uôc uôi uôm uôn uông uôp uôt uơ up ut uy uya
uych uyên uyêt uynh uyt uyu ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu
y yêm yên yêng yêt yêu ynh yt ych
"""
_LETTERS = frozenset(LOWER) | frozenset("abcdefghijklmnopqrstuvwxyz")
_SYLLABLE = re.compile(rf"(?:{_ONSETS})?(?:{'|'.join(_RHYMES.split())})")
# Words with a letter beyond ASCII, or with a sign that an old font draws as one.
_WORD = re.compile(r"[^\s!-@\[-`{-~“”‘’–—…•\u00a0]+")
_BEYOND = re.compile(r"[^\x09\x0a\x0d\x20-\x7e]")


@dataclass(frozen=True, slots=True)
class Spelling:
    """Words with signs beyond ASCII, and how many of them are possible syllables."""

    words: int
    sound: int

    @property
    def share(self) -> float:
        return self.sound / self.words if self.words else 0.0


def spelling(text: str) -> Spelling:
    """The spelling of a text.

    >>> spelling("Đảng ủy xã Hòa Mẫu"), spelling("§¶ng ñy x· Hßa")
    (Spelling(words=5, sound=5), Spelling(words=4, sound=0))
    """
    words = [w for w in _WORD.findall(compose(text)) if _BEYOND.search(w)]
    return Spelling(len(words), sum(map(is_syllable, words)))


def is_syllable(word: str) -> bool:
    """Whether a word can be one Vietnamese syllable, written in one case or with a capital.

    >>> is_syllable("ủy"), is_syllable("ĐẢNG"), is_syllable("ĐảNg"), is_syllable("société")
    (True, True, False, False)
    """
    if not (word.islower() or word.isupper() or word[1:].islower()):
        return False
    if not _LETTERS.issuperset(word.lower()):
        return False
    return _SYLLABLE.fullmatch(toneless(word.lower())) is not None
