"""Different names of one thing -> one key, so that figures of one unit come together."""

import re

from pipeline.text import key

_ORGAN = re.compile(r"(?:(?:ban chấp hành|ban thường vụ|thường trực|bch|btv)\s+)(?=\w)")
_COMMITTEES = (
    (re.compile(r"(tỉnh|huyện|quận|xã|phường) ủy\b"), r"đảng bộ \1"),
    (re.compile(r"thành ủy\b"), "đảng bộ thành phố"),
    (re.compile(r"thị ủy\b"), "đảng bộ thị xã"),
    (re.compile(r"đảng ủy\b"), "đảng bộ"),
    (re.compile(r"chi ủy\b"), "chi bộ"),
)
_PARTY = re.compile(r"(?:đảng bộ|chi bộ)\b")


def unit_key(name: str) -> str:
    """One key for the names of a party organisation: its own, its committee's, its bureau's.

    >>> unit_key("ĐẢNG UỶ Sở Y tế"), unit_key("Ban Chấp hành Đảng bộ Sở Y tế")
    ('đảng bộ sở y tế', 'đảng bộ sở y tế')
    >>> unit_key("Ban Thường vụ Huyện ủy Tân Mẫu"), unit_key("Đảng bộ huyện Tân Mẫu")
    ('đảng bộ huyện tân mẫu', 'đảng bộ huyện tân mẫu')
    >>> unit_key("Ban Tổ chức Tỉnh ủy"), unit_key("Ban Chấp hành Trung ương")
    ('ban tổ chức tỉnh ủy', 'ban chấp hành trung ương')
    """
    whole = " ".join(key(name).split())
    short = without_organ(whole)
    for committee, organisation in _COMMITTEES:
        if committee.match(short):
            return committee.sub(organisation, short, count=1)
    return short if _PARTY.match(short) else whole


def without_organ(name: str) -> str:
    """The name without the organ that acts for the organisation.

    >>> without_organ("Ban Thường vụ Huyện ủy Tân Mẫu"), without_organ("Đảng ủy Sở Y tế")
    ('Huyện ủy Tân Mẫu', 'Đảng ủy Sở Y tế')
    """
    m = _ORGAN.match(key(name))
    return name[m.end() :] if m else name
