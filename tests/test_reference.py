"""Every lexicon entry matches what it says it matches, and not its look-alikes."""

import pytest

from pipeline import reference
from pipeline import text as unicode_text
from pipeline.reference import Entry, Lexicon

LEXICONS = reference.load().lexicons
CASES = [
    pytest.param(lexicon, entry, id=f"{lexicon.name}.{entry.code}")
    for lexicon in LEXICONS.values()
    for entry in lexicon.entries
]


@pytest.mark.parametrize(("lexicon", "entry"), CASES)
def test_entry_matches_its_example_and_not_its_look_alike(lexicon: Lexicon, entry: Entry) -> None:
    for example in entry.yes:
        codes = {h.code for h in lexicon.find(unicode_text.key(example))}
        assert entry.code in codes, f"{example!r} is not matched"
    for example in entry.no:
        codes = {h.code for h in lexicon.find(unicode_text.key(example))}
        assert entry.code not in codes, f"{example!r} is matched"


@pytest.mark.parametrize(("lexicon", "entry"), CASES)
def test_entry_says_what_matches_what_does_not_and_where_it_was_seen(
    lexicon: Lexicon, entry: Entry
) -> None:
    assert entry.yes and entry.no and entry.seen, f"{lexicon.name}.{entry.code} lacks one"
