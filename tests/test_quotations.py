"""Quotations, marks within marks."""

from __future__ import annotations

import pytest

from ingest.quotations import quotations, without


def _quoted(text: str) -> list[str]:
    return [each.of(text) for each in quotations(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“The “Fee” means ten.” It is due.", ["“The “Fee” means ten.”"]),
        ("les mots « dix “jours” » et « onze »", ["« dix “jours” »", "« onze »"]),
        ('to read: "The "Fee" is ten." The rest stays.', ['"The "Fee" is ten."']),
        ('a 19" rack and "Fee"', ['"Fee"']),
        ("“one that nothing closes, and “Fee”", ["“Fee”"]),
        ("“First paragraph.\n\n“Second paragraph.” After.", ["“First paragraph.\n\n“Second paragraph.”"]),
        ('added: "Never closed. B. added: "13 Fee."', ['"13 Fee."']),
        ("closed” and » never opened", []),
    ],
)
def test_the_outer_quotations_are_found(text: str, expected: list[str]) -> None:
    assert _quoted(text) == expected


def test_quoted_words_are_blanked_where_they_stand() -> None:
    assert without("“a” b", quotations("“a” b")) == "    b"


@pytest.mark.parametrize("hostile", ["“" * 200_000, '"a ' * 100_000, "“«" * 100_000 + "»" * 100_000, "”»" * 100_000])
def test_marks_without_end_are_read_in_one_pass(hostile: str) -> None:
    assert len(quotations(hostile)) <= len(hostile)


def test_a_paragraph_without_a_mark_ends_what_nothing_closed() -> None:
    text = 'Add "Fees rise.\n\nB. Clause 9 is added:\n\n"9. Costs rise."'
    assert [each.of(text) for each in quotations(text)] == ['"9. Costs rise."']
    whole = 'Add "Fees rise.\n\n"Costs rise.\n\n"Rents rise."'
    assert [each.of(whole) for each in quotations(whole)] == [whole[4:]]
