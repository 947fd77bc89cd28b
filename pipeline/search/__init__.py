"""Finds sentences by their words, without diacritics or with them, abbreviations written out."""
