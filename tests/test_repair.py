"""Damaged text layers are read through repairs; text and quotes stay as they stand."""

import time
from pathlib import Path
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import sources
from pipeline.model import Issue, Severity, Span
from pipeline.offsets import Edit, edited
from pipeline.parse import parse
from pipeline.records import Citation, Count
from pipeline.reference import Reference
from pipeline.repair import issues, reading
from pipeline.run import as_written, extract
from pipeline.spelling import is_syllable
from pipeline.symbol_repair import numeral_edits, symbol_edits
from pipeline.vocabulary import NUMBER
from tests.documents import make_doc

SAMPLES = sorted((Path(__file__).parent.parent / "data/samples").rglob("*.txt"))


def read(text: str, words: Reference) -> str | None:
    """The text as read through repairs, or None where it is sound."""
    found = reading(make_doc(text), words)
    return found.document.text if found else None


DAMAGED = [
    pytest.param(
        "Chi bộ bàn vềviệc kiện toàn bộmáy tổchức.",
        "Chi bộ bàn về việc kiện toàn bộ máy tổ chức.",
        id="spaces lost behind open syllables",
    ),
    pytest.param(
        "Thihành kỷluật đảng viên vi phạm.",
        "Thi hành kỷ luật đảng viên vi phạm.",
        id="spaces lost in capitalised words",
    ),
    pytest.param(
        "Công tác t ổ c h ứ c cán bộ của tỉnh", "Công tác tổ chức cán bộ của tỉnh", id="spaced out"
    ),
    pytest.param(
        " ".join("Côngtáctổchứccánbộcủađảngbộxãđãthựchiệntốtcácnghịquyếtvàkếhoạchnăm") + " 2024",
        "Công tác tổ chức cán bộ của đảng bộ xã đã thực hiện tốt các nghị quyết và kế hoạch năm "
        "2024",
        id="a whole line spaced out",
    ),
    pytest.param(
        "Côngtáctổchứccánbộcủađảngbộxãđãthựchiệntốtcácnghịquyết.",
        "Công tác tổ chức cán bộ của đảng bộ xã đã thực hiện tốt các nghị quyết.",
        id="a whole line run together",
    ),
    pytest.param("B Á O C Á O T Ổ N G K Ế T năm", "BÁO CÁO TỔNG KẾT năm", id="spaced title"),
    pytest.param(
        "lãnh đạo và ch ỉ đạo, th ực hiện", "lãnh đạo và chỉ đạo, thực hiện", id="torn syllables"
    ),
    pytest.param("Thi hành kỷ luât đảng vien", "Thi hành kỷ luật đảng viên", id="marks lost"),
    pytest.param(
        "HẠN CHẾ, KHUYÊT ĐIỂM VÀ NGUYEN NHÂN",
        "HẠN CHẾ, KHUYẾT ĐIỂM VÀ NGUYEN NHÂN",
        id="capitals; those without any mark may be an abbreviation",
    ),
    pytest.param(
        "Сhi bộ сó l5 đồng chí, trong đó О2 đảng viên nữ",
        "Chi bộ có 15 đồng chí, trong đó 02 đảng viên nữ",
        id="letters of another script; letters for digits",
    ),
    pytest.param(
        "Chỉ thị số O5-CT/TW năm 2O16", "Chỉ thị số 05-CT/TW năm 2016", id="letters in a symbol"
    ),
    pytest.param("so với năm 200 3, từ năm 2 004", "so với năm 2003, từ năm 2004", id="torn years"),
    pytest.param(
        "Đảng bộ có12 chi bộ với 345đảng viên",
        "Đảng bộ có 12 chi bộ với 345 đảng viên",
        id="numbers glued to words",
    ),
    pytest.param(
        "Nghịquyết ĐạihộiXIIIcủaĐảng, BộChính trị, HàTĩnh, kiểm tratại10 xã ởTP",
        "Nghị quyết Đại hội XIII của Đảng, Bộ Chính trị, Hà Tĩnh, kiểm tra tại 10 xã ở TP",
        id="spaces lost before capitals and numbers",
    ),
    pytest.param("Ðảng bộ có １２ chi bộ", "Đảng bộ có 12 chi bộ", id="full width and Latin eth"),
]


@pytest.mark.parametrize(("text", "expected"), DAMAGED)
def test_damaged_words_have_one_clear_reading(text: str, expected: str, words: Reference) -> None:
    assert read(text, words) == expected


SOUND = [
    pytest.param("Đảng uỷ xã hoà giải ở cơ sở, củng cố tổ hoà giải", id="old tone marks"),
    pytest.param("đ/c Bí thư, các đ/c trong BTV, Đ/c Hoàng", id="đ/c"),
    pytest.param("HĐND, UBND, BTGTW, UBKTTW, TTYT, LĐLĐ và MTTQ", id="abbreviations"),
    pytest.param("số 12-QĐi/TU, 18-CTr/TU, 30a/2008/NQ-CP", id="symbols"),
    pytest.param("học trực tuyến online qua Zalo, Facebook, file PDF", id="English words"),
    pytest.param("phòng, chống dịch Covid-19, SARS và HIV/AIDS", id="names of diseases"),
    pytest.param("chủ nghĩa Mác - Lênin, Mác-Lênin, V.I.Lênin", id="Lenin"),
    pytest.param("công ty Formosa, Krông Búk, Đắk Lắk, Ea H'leo, Pờ Ê", id="foreign names"),
    pytest.param("thư gửi vanphong.huyenuy@tinhmau.vn, www.tinhmau.vn/tin-tuc", id="addresses"),
    pytest.param("Mẫu 1A, 2B; NQTW4, QH13, TW5; 30a; 5km, 12ha", id="letters and digits"),
    pytest.param("năm 2003, 12 004 hộ; từ 20 15 hộ", id="numbers parted by spaces"),
    pytest.param("lắp camera, bản photo, tour du lịch, robot, top 10", id="loan words"),
    pytest.param("YouTube, iPhone, VnEdu, MobiFone, TTg, QĐi, CTr, eCabinet", id="inner capitals"),
    pytest.param("các lớp A B C D E, mục a b c d đ e", id="letters of a row"),
    pytest.param("a) Về tư tưởng; b) Về tổ chức; c. Về cán bộ", id="labels"),
]


@pytest.mark.parametrize("text", SOUND)
def test_sound_words_stay(text: str, words: Reference) -> None:
    assert read(text, words) is None


def test_a_text_in_another_language_is_left_alone(words: Reference) -> None:
    text = "The review finds that the branch meets often and writes short minutes of them. "
    assert reading(make_doc(text * 30), words) is None


def test_valid_words_are_questioned_only_in_a_text_damaged_all_over(words: Reference) -> None:
    tail = "công tác đang viên và tổ chức đảng"
    assert read(tail, words) is None
    damaged = "Thi hành kỷ luât, kiểm tra viêc nêu gưong, chi bô báo cáo kêt quả, "
    found = read(damaged + tail, words)
    assert found is not None and found.endswith("công tác đảng viên và tổ chức đảng")


LISTS = {
    "openers": {"HD": "hướng dẫn", "KH": "kế hoạch", "NQ": "nghị quyết"},
    "issuers": "TW TU ĐUK BTCTW SYT",
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Hướng dẫn số 07-HL/TU", "Hướng dẫn số 07-HD/TU", id="by the kind it says"),
        pytest.param("KH số 26-KN/ĐUK", "KH số 26-KH/ĐUK", id="by its abbreviation"),
        pytest.param("Biên bản số 26-KN/ĐUK", "Biên bản số 26-KN/ĐUK", id="of another kind"),
        pytest.param("Nghị quyết 18-ÌQ/TW", "Nghị quyết 18-NQ/TW", id="a mark in a symbol"),
        pytest.param("12-NQ/ĐỤK", "12-NQ/ĐUK", id="a mark in an issuer"),
        pytest.param(
            "12-HD/BXCTW, 13-HD/BTCTW", "12-HD/BTCTW, 13-HD/BTCTW", id="an issuer named elsewhere"
        ),
        pytest.param("12-HD/SCT", "12-HD/SCT", id="another issuer"),
    ],
)
def test_symbols_of_a_damaged_text_are_mended(text: str, expected: str) -> None:
    assert edited(text, list(symbol_edits(text, LISTS)))[0] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("khóa XIĨ", "khóa XII", id="a mark on a numeral"),
        pytest.param("XỊN, ỦY, VÌ, CÍ", "XỊN, ỦY, VÌ, CÍ", id="words in capitals"),
        pytest.param("I1. Kết quả\nIl- Hạn chế", "II. Kết quả\nII- Hạn chế", id="labels"),
        pytest.param("1. Kết quả\n11. Hạn chế\nV. l", "1. Kết quả\n11. Hạn chế\nV. l", id="sound"),
    ],
)
def test_numerals_of_a_damaged_text_are_mended(text: str, expected: str) -> None:
    assert edited(text, list(numeral_edits(text)))[0] == expected


def test_records_of_a_damaged_text_stand_in_the_text_as_it_is(words: Reference) -> None:
    text = "Đảng bộcó 12 chi bộ, thực hiện Ch ỉ thị số O5-CT/TW của BộChính trị."
    found = extract(make_doc(text), words)
    count, citation = (
        next(r for r in found.records if isinstance(r, t)) for t in (Count, Citation)
    )
    assert (count.value, found.document.quote(count.span)) == (12, "12 chi bộ")
    assert citation.canonical_id == "05-CT/TW"
    assert text[citation.span.start :].startswith("Ch ỉ thị số O5-CT/TW")
    assert found.document.text == text


def test_decomposed_letters_and_soft_hyphens_leave_no_trace(words: Reference) -> None:
    text = "Đảng uỷ có 12 chi bộ; thi hành kỷ luật 03 đảng viên."
    decomposed = normalize("NFD", text).replace("kỷ", "k\u00adỷ").replace(" có", "\u200b có")
    assert extract(make_doc(decomposed), words) == extract(make_doc(text), words)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda p: p.stem)
def test_sound_documents_are_read_as_they_stand(path: Path, words: Reference) -> None:
    assert reading(parse(sources.read(path)), words) is None


def test_the_pairs_of_the_reference_are_syllables(words: Reference) -> None:
    signs = {word for pair in words.vocabulary.twos for word in pair}
    assert {w for w in signs if not is_syllable(w)} == {NUMBER}


def test_records_of_a_sound_text_are_those_without_the_aid(words: Reference) -> None:
    document = make_doc("Đảng bộ có 12 chi bộ.\nThi hành kỷ luật 03 đảng viên.")
    assert extract(document, words) == as_written(document, words)


def test_an_issue_tells_how_much_was_repaired(words: Reference) -> None:
    document = make_doc("Chi bộ bàn vềviệc thi hành kỷ luât và ch ỉ đạo")
    assert list(issues(document, reading(document, words))) == [
        Issue(
            "repaired",
            Severity.INFO,
            "the text layer is damaged; records were read through repairs (1 lost spaces, 1 stray "
            "spaces, 1 letters or digits); text and quotes stand as they are.",
        )
    ]


def test_an_unreadable_text_is_a_warning_with_its_remedy(words: Reference) -> None:
    document = make_doc("§¶ng xzqw wkqj pfftr zzkw qqrt chi bộ")
    assert list(issues(document, reading(document, words)))[-1] == Issue(
        "garbled",
        Severity.WARNING,
        "75% of the words cannot be read as Vietnamese; scan the paper again or run OCR anew and "
        "read that file.",
    )


EDITS = st.lists(
    st.tuples(st.integers(0, 40), st.sampled_from(["put", "take", "change"])),
    max_size=8,
    unique_by=lambda e: e[0],
)


@given(st.text(min_size=45, max_size=60), EDITS)
def test_the_way_back_is_monotone_and_total(text: str, wanted: list[tuple[int, str]]) -> None:
    made = {"put": lambda i: Edit(i, i, " "), "take": lambda i: Edit(i, i + 1, "")}
    edits = [made.get(how, lambda i: Edit(i, i + 1, "x"))(i) for i, how in sorted(wanted)]
    new, offsets = edited(text, edits)
    back = [offsets.back(Span(i, i + 1)) for i in range(len(new))]
    assert [b.start for b in back] == sorted(b.start for b in back)
    assert [b.end for b in back] == sorted(b.end for b in back)
    assert all(0 <= b.start <= b.end <= len(text) for b in back)
    kept = [(c, b) for c, b in zip(new, back, strict=True) if len(b) == 1]
    changed = {e.start for e in edits if len(e.new) == e.end - e.start}
    assert all(c == text[b.start] or b.start in changed for c, b in kept)


def test_the_time_to_repair_grows_with_the_text(words: Reference) -> None:
    line = "Chi bộ bàn vềviệc thi hành kỷ luât, ch ỉ đạo kiểm tra viêc nêu gưong năm 200 3.\n"

    def seconds(times: int) -> float:
        document = make_doc(line * times)
        start = time.perf_counter()
        reading(document, words)
        return time.perf_counter() - start

    seconds(50)
    assert min(seconds(400) for _ in range(3)) < 20 * min(seconds(50) for _ in range(5))
