from __future__ import annotations

import pytest

from assistant.answer import Citation
from assistant.citing.hidden import hidden_notes
from assistant.web.markup import recognised
from assistant.web.words import ENGLISH, FRENCH
from assistant.wording.redaction import redacted_units, redactions


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("upon [***] days' notice", {"day"}),
        ("upon [*] days' notice", {"day"}),
        ("Contract Year 1\t£[***]", {"pound"}),
        ("une remise de [***] % sur la part", {"percent"}),
        ("a fee of $____ a month", {"dollar"}),
        ("within [REDACTED] months", {"month"}),
        ("Inktomi will [*] and [*]", {""}),
        ("within thirty (30) days", set()),
        ("see [1] and [a]", set()),
    ],
)
def test_the_unit_of_what_was_taken_out_is_told(text: str, units: set[str]) -> None:
    assert redacted_units(text) == units


def test_the_marks_are_given_in_order() -> None:
    assert redactions("[*] or [ *** ] or ______") == ["[*]", "[ *** ]", "______"]


@pytest.mark.parametrize(
    ("quote", "notes"),
    [
        (
            "a rebate of [***] % on the excess",
            ("“[***]” is blacked out in this copy", "« [***] » est occulté dans cet exemplaire"),
        ),
        (
            "Van\t[REDACTED] per week",
            ("“[REDACTED]” is blacked out in this copy", "« [REDACTED] » est occulté dans cet exemplaire"),
        ),
        (
            "within __________________ days",
            ("“____________” is left blank in this copy", "« ____________ » est laissé en blanc dans cet exemplaire"),
        ),
        (
            "Governing Law\t[Fill in]",
            ("“[Fill in]” is left blank in this copy", "« [Fill in] » est laissé en blanc dans cet exemplaire"),
        ),
        (
            "un délai de [à compléter] jours",
            ("“[à compléter]” is left blank in this copy", "« [à compléter] » est laissé en blanc dans cet exemplaire"),
        ),
        ("*** see [1] . . . . . . . . . 7", None),
        ("the [insertion] of [the completed form]", None),
    ],
)
def test_a_reader_is_told_what_is_blacked_out_in_a_quote(quote: str, notes: tuple[str, str] | None) -> None:
    citation = Citation("Acme", "msa", "1", 1, 0, len(quote), quote)
    told = [hidden_notes(citation, language) for language in ("en", "fr")]
    assert told == ([[note] for note in notes] if notes else [[], []])
    for language, words in (("en", ENGLISH), ("fr", FRENCH)):
        shown = recognised(citation, words)
        assert (notes is not None) == ("cl-picture" in shown)
        assert all(note[1:] in shown for note in hidden_notes(citation, language))
