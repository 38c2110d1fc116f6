"""The search for what a change changes (`assistant.family.change_search`): the document that it names, and the clause in it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from assistant.family.ledger import Ledgers
from ingest.document import Role
from tests.fake_contracts import Contracts, read_lines

FRAMEWORK = ("1. Terms", "", "1.1 Fees are due in thirty days.", "", "2. End", "", "2.1 Either party may end it.")
LEVELS = ("1. Scope", "", "1.1 All services are measured.", "", "2. Credits", "", "2.1 Three months open an end.")
ALL_IN_ONE = (*FRAMEWORK, "", "Annex 1 – Service levels", "", *LEVELS)
LAST = "B3. It ends on seven months’ notice."
LETTERED = ("Part B. Term", "", "B1. It runs for four years.", "", "B2. It is renewed.", "", LAST)


def _changed(
    tmp_path: Path, framework: tuple[str, ...], *said: str, levels: bool = False
) -> list[tuple[str, str, bool]]:
    """Of each change the document changed, the words taken away, and whether it is certain."""
    with Contracts(tmp_path) as made:
        made.add_document("Acme", replace(read_lines(*framework, title="Framework"), role=Role.FRAMEWORK), "framework")
        if levels:
            annex = replace(read_lines("Service levels", "", *LEVELS, title="Service levels"), role=Role.SERVICE_LEVELS)
            made.add_document("Acme", annex, "levels")
        amendment = replace(read_lines(*said, title="Amendment"), role=Role.AMENDMENT)
        made.add_document("Acme", amendment, "amendment")
        entries = Ledgers(made.library).of("Acme")
        texts = {each.document.id: made.library.document(each.document.id).text for each in entries if each.document}
        return [
            (each.document.name, each.old.of(texts[each.document.id]).strip() if each.old else "", each.certain)
            for each in entries
            if each.document is not None
        ]


@pytest.mark.parametrize(
    "said", ["Article 1. – L’article 2.1 de l’annexe SLA est abrogé.", "1. Clause 2.1 of the SLA is deleted."]
)
def test_a_clause_is_sought_in_the_annex_that_is_named_by_what_it_holds(tmp_path: Path, said: str) -> None:
    assert _changed(tmp_path, FRAMEWORK, said, levels=True) == [("levels", "2.1 Three months open an end.", True)]


def test_an_annex_that_is_not_there_leaves_the_framework_as_it_is(tmp_path: Path) -> None:
    assert _changed(tmp_path, FRAMEWORK, "1. Clause 2.1 of the SLA is deleted.") == []


def test_of_an_annex_within_the_framework_the_clause_alone_goes(tmp_path: Path) -> None:
    assert _changed(tmp_path, ALL_IN_ONE, "1. Clause 2.1 of Annex 1 is deleted.") == [
        ("framework", "2.1 Three months open an end.", True)
    ]


@pytest.mark.parametrize(
    ("said", "old"),
    [
        ("2. Paragraph B3 of the main document is deleted and replaced by the following: “B3. It ends at once.”", LAST),
        ("2. Le paragraphe B3 est supprimé et remplacé par : « B3. It ends at once. »", LAST),
        ("2. Paragraphs B1 to B3 are deleted.", "B1. It runs for four years."),
    ],
)  # fmt: skip
def test_a_clause_may_bear_a_letter_and_a_number(tmp_path: Path, said: str, old: str) -> None:
    first, *_ = _changed(tmp_path, LETTERED, said)
    assert first == ("framework", old, True)


def test_a_clause_is_added_beside_one_that_is_named_without_a_word(tmp_path: Path) -> None:
    said = "4. The following paragraph is added after B3: “B4. Nobody else may end it.”"
    assert _changed(tmp_path, LETTERED, said) == [("framework", "", True)]
