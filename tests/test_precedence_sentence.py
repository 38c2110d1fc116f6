"""An order of precedence that one sentence lays down (`ingest.precedence_sentence`), as `ingest.precedence` finds it."""

from __future__ import annotations

import pytest

from assistant.family.ranks import rank
from ingest.document import Role
from ingest.precedence import find_precedence
from tests.fake_contracts import read_lines


@pytest.mark.parametrize(
    ("said", "ranks"),
    [
        (
            "If documents contradict each other, a Variation comes first, then Annex 1, then this main document, then Annex 2.",
            ["a Variation", "Annex 1", "this main document", "Annex 2"],
        ),
        (
            "En cas de contradiction prévalent, dans cet ordre : les avenants, le présent contrat, l’annexe SLA, l’annexe tarifaire.",
            ["les avenants", "le présent contrat", "l’annexe SLA", "l’annexe tarifaire"],
        ),
        (
            "En cas de contradiction, les avenants l’emportent, puis le contrat, puis les annexes.",
            ["les avenants", "le contrat", "les annexes"],
        ),
        (
            "In case of conflict the documents apply in the following order: the amendments, this Agreement and the Annexes.",
            ["the amendments", "this Agreement", "the Annexes"],
        ),
        (
            "In the event of a conflict, the Order Form takes precedence, followed by the Terms and Conditions.",
            ["the Order Form", "the Terms and Conditions"],
        ),
    ],
)
def test_a_sentence_lists_its_ranks(said: str, ranks: list[str]) -> None:
    document = read_lines("1. General", "", f"1.1 {said}")
    found = find_precedence(document)
    assert found is not None
    assert [each.of(document.text) for each in found.ranks] == ranks


@pytest.mark.parametrize(
    "said",
    [
        "In case of conflict the Supplier prevails, then the parties meet.",
        "In case of conflict, this Agreement prevails over the Annexes.",
        "En cas de contradiction le contrat prévaut, puis les parties se concertent.",
    ],
)
def test_what_does_not_list_documents_is_no_order(said: str) -> None:
    found = find_precedence(read_lines("1. General", "", f"1.1 {said}"))
    assert found is None or len(found.ranks) == 1


def test_the_documents_stand_in_the_ranks_by_what_these_call_them() -> None:
    order = ["a Variation", "Annex 1", "this main document", "Annex 2"]
    documents = [("Variation 1", Role.AMENDMENT), ("Annex 1 Levels", Role.SERVICE_LEVELS)]
    documents += [("Workplace Agreement", Role.FRAMEWORK), ("Annex 2 Charges", Role.PRICING)]
    assert [rank(order, *each) for each in documents] == [0, 1, 2, 3]
