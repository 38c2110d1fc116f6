from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from assistant.errors import BadQuestion
from assistant.find import Finder, Match, Why, matching_words
from ingest.document import Role, Span
from ingest.errors import UnknownContract
from ingest.words import flat
from tests.fake_contracts import HOSTING, Contracts, read_lines

FILLER = "word " * 200 + "end."  # makes each clause a passage of its own
TERMS = (
    *("1. Use", f"A Service Credit is due when the level is missed, and the Service Credit {FILLER}"),
    *("2. Definitions", f"“Service Credit” means an amount that is taken off the fee {FILLER}"),
    *("3. Cap", f"No service\ncredit is above ten percent {FILLER}"),
)


@pytest.fixture
def contracts(tmp_path: Path) -> Iterator[Contracts]:
    with Contracts(tmp_path) as contracts:
        yield contracts


def finder(contracts: Contracts) -> Finder:
    return Finder(contracts.library, contracts.index, contracts.embedder)


def marked(contracts: Contracts, match: Match) -> list[str]:
    text = contracts.library.document(match.passage.document_id).text
    return [mark.of(text) for mark in match.marks]


def test_a_number_alone_finds_its_clauses_over_all_contracts_and_nothing_else(contracts: Contracts) -> None:
    for name in ("Acme", "Zenith"):
        contracts.add(name, "1. Part", FILLER, "2. Part", FILLER, "2.1 Fees", f"Fees {FILLER}", "2.2 Rest", FILLER)
    found = finder(contracts).find("2.1")
    assert {match.passage.contract for match in found} == {"Acme", "Zenith"}
    assert {match.passage.clause for match in found} == {"2.1 Fees"}
    assert {match.why for match in found} == {Why.NUMBER}


def test_a_clause_is_found_from_its_beginning_in_reading_order(contracts: Contracts) -> None:
    part = f"of the audits of clause 2.1 {FILLER}"
    contracts.add("Acme", "1. Part", FILLER, "2. Part", "2.1 Audits", part, "2.2 Fees", part, "2.3 Rest", part)
    found = finder(contracts).find("art. 2")
    assert [match.passage.start for match in found] == sorted(match.passage.start for match in found)
    assert len(found) == 3


def test_of_a_passage_with_several_clauses_the_ones_named_alone_are_shown(contracts: Contracts) -> None:
    contracts.add(
        "Acme", "1. Part", "1.1 Fees", "Ten euros.", "1.2 Rest", "Nothing.", "1.3 Notice", "(a) a month;", "(b) a year."
    )
    assert [" ".join(match.passage.text.split()) for match in finder(contracts).find("1.1 and 1.3")] == [
        "1.1 Fees Ten euros.",
        "1.3 Notice (a) a month; (b) a year.",
    ]
    (item,) = finder(contracts).find("(b) of clause 1.3")
    assert (item.passage.text.strip(), item.passage.clause) == ("(b) a year.", "1.3(b) Notice")
    text = contracts.library.document(item.passage.document_id).text
    assert text[item.passage.start : item.passage.end] == item.passage.text
    assert len(finder(contracts).find("clauses 1 and 1.3")) == 1


def test_a_number_that_no_clause_bears_is_told_by_no_match(contracts: Contracts) -> None:
    contracts.add("Acme", *TERMS)
    assert Why.NUMBER not in {match.why for match in finder(contracts).find("Annex 9, clause 7.7")}
    assert Why.NUMBER not in {match.why for match in finder(contracts).find("what of the service credit in annex 9")}


def test_a_mistyped_word_finds_what_was_meant_and_marks_it(contracts: Contracts) -> None:
    contracts.add("Acme", "1. Fees", f"The fee is due {FILLER}", "2. End", f"Upon termination nothing is due {FILLER}")
    first = finder(contracts).find("terminaton")[0]
    assert (first.passage.clause, first.why) == ("2 End", Why.WORDS)
    assert marked(contracts, first) == ["termination"]


@pytest.mark.parametrize("words", ["Service Credits", "SERVICE CREDIT", "definition of service credits"])
def test_a_definition_is_found_by_any_form_of_its_term(contracts: Contracts, words: str) -> None:
    contracts.add("Acme", *TERMS)
    first = finder(contracts).find(words)[0]
    assert (first.why, first.passage.clause) == (Why.DEFINITION, "2 Definitions")


def test_the_definition_of_a_quoted_term_stands_first(contracts: Contracts) -> None:
    contracts.add("Acme", *TERMS)
    assert finder(contracts).find("“service credit”")[0].passage.clause == "2 Definitions"


def test_the_definition_of_a_term_stands_before_its_uses(contracts: Contracts) -> None:
    contracts.add("Acme", *TERMS)
    first, *others = finder(contracts).find("service credit")
    assert (first.why, first.passage.clause) == (Why.DEFINITION, "2 Definitions")
    assert {match.why for match in others} == {Why.WORDS}


@pytest.mark.parametrize("words", ["subprocessor", "Sub-processors", "sub processor", "definition of subprocessors"])
def test_a_term_is_found_with_its_hyphen_and_without(contracts: Contracts, words: str) -> None:
    contracts.add(
        "Acme", "1. Use", f"A Sub-processor is listed {FILLER}", "2. Terms", f"“Sub-processor” means a firm {FILLER}"
    )
    first, second = finder(contracts).find(words)[:2]
    assert (first.why, first.passage.clause) == (Why.DEFINITION, "2 Terms")
    assert second.why is Why.WORDS
    assert "Sub" in marked(contracts, second)


@pytest.mark.parametrize("word", ["subprocessor", "sub-processor"])
def test_both_forms_of_a_word_are_found_where_contracts_have_both(contracts: Contracts, word: str) -> None:
    contracts.add(
        "Acme", "1. One", f"A sub-processor {FILLER}", "2. Two", f"A subprocessor {FILLER}", "3. Three", FILLER
    )
    found = finder(contracts).find(word)
    assert {match.passage.clause for match in found if match.why is Why.WORDS} == {"1 One", "2 Two"}


@pytest.mark.parametrize(
    "line", ["Avoir de service : désigne une somme.", "« Avoir de Service » s’entend d’une somme."]
)
def test_french_definitions_are_known(contracts: Contracts, line: str) -> None:
    contracts.add("Acme", "1. Objet", f"Un avoir de service est dû {FILLER}", "2. Définitions", f"{line} {FILLER}")
    assert finder(contracts).find("avoir de service")[0].passage.clause == "2 Définitions"


def test_a_quoted_phrase_finds_only_what_holds_it_whatever_its_case_and_line_breaks(contracts: Contracts) -> None:
    contracts.add("Acme", *TERMS)
    found = finder(contracts).find("“No SERVICE credit”")
    assert [match.passage.clause for match in found] == ["3 Cap"]
    assert marked(contracts, found[0]) == ["No service\ncredit"]
    assert finder(contracts).find("“no such phrase here”") == []


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_phrase_is_found_wherever_a_look_at_every_passage_finds_it(phrased: Contracts, data: st.DataObject) -> None:
    texts = {
        (one, passage.span.start): flat(passage.span.of(phrased.library.document(one).text))
        for one in phrased.library.current()
        for passage in phrased.library.passages(one)
    }
    text = data.draw(st.sampled_from(sorted(texts.values())))
    start = data.draw(st.integers(0, len(text) - 3))
    phrase = text[start : start + data.draw(st.integers(3, 40))]
    assume(flat(phrase) and not set(phrase) & set('“”«»"'))
    held = {place for place, words in texts.items() if flat(phrase) in words}
    found = finder(phrased).find(f"“{phrase}”", limit=1_000)
    assert {(match.passage.document_id, match.passage.start) for match in found} == held
    assert {match.why for match in found} == {Why.PHRASE}
    assert all(match.marks for match in found)


@pytest.fixture(scope="module")
def phrased(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Contracts]:
    with Contracts(tmp_path_factory.mktemp("phrased")) as contracts:
        for number in range(4):
            contracts.add(f"Acme {number}", *TERMS, f"{number + 4}. Délai n° {number}", f"Réponse en {number} jours.")
        contracts.add("Zenith", *HOSTING)
        yield contracts


def test_matching_words_are_marked_in_all_their_forms(contracts: Contracts) -> None:
    contracts.add("Acme", *HOSTING)
    (match, *_) = finder(contracts).find("invoice")
    assert "Invoices" in marked(contracts, match)


def test_related_words_find_by_meaning_and_are_not_marked_but_translations_are(contracts: Contracts) -> None:
    contracts.add("Acme", "1. Fees", f"Charges are due yearly {FILLER}", "2. Invoices", f"An invoice is sent {FILLER}")
    contracts.add_document("Zenith", read_lines("1. Factures", f"Une facture est due {FILLER}", language="fr"), "prix")
    by_clause = {match.passage.clause: match for match in finder(contracts).find("the invoice")}
    assert set(marked(contracts, by_clause["2 Invoices"])) == {"Invoices", "invoice"}
    assert (by_clause["1 Fees"].why, by_clause["1 Fees"].marks) == (Why.MEANING, ())
    assert "facture" in marked(contracts, by_clause["1 Factures"])


@pytest.mark.parametrize("word", ["gadroon", "the gadroon", "GADROONS"])
def test_who_looks_for_one_word_sees_what_holds_it_first(contracts: Contracts, word: str) -> None:
    contracts.add("Acme", *(line for n in range(1, 9) for line in (f"{n}. The the", f"The fee of {n} is the {FILLER}")))
    contracts.add("Zenith", "1. Else", f"{FILLER} some {FILLER} gadroon {FILLER}")
    found = finder(contracts).find(word)
    told = [match.why for match in found]
    assert told[0] is Why.WORDS
    assert told == sorted(told, key=lambda why: why is Why.MEANING)


def test_words_that_say_nothing_are_not_marked() -> None:
    assert matching_words("The audit of the plan", {"the", "of", "audit"}, "en") == [Span(4, 9)]


def test_contract_role_and_language_narrow_the_search(contracts: Contracts) -> None:
    pricing = replace(read_lines("1. Fees", f"The fee {FILLER}"), role=Role.PRICING)
    contracts.add_document("Acme", pricing, "prices")
    contracts.add("Acme", "1. Fees", f"The fee again {FILLER}", name="terms")
    contracts.add_document("Zenith", read_lines("1. Prix", f"Le prix {FILLER}", language="fr"), "prix")
    found = finder(contracts)
    assert {m.passage.document for m in found.find("fee", role=Role.PRICING)} == {"prices"}
    assert {m.passage.contract for m in found.find("fee", contract="Zenith")} == {"Zenith"}
    assert {m.passage.document for m in found.find("fee", language="fr")} == {"prix"}
    assert len(found.find("fee", limit=1)) == 1


def test_nothing_to_look_for_and_no_such_contract_are_refused(contracts: Contracts) -> None:
    with pytest.raises(BadQuestion):
        finder(contracts).find("…")
    with pytest.raises(UnknownContract):
        finder(contracts).find("fee", "Nobody")


def test_a_match_as_json_holds_the_passage_and_its_marks(contracts: Contracts) -> None:
    contracts.add("Acme", *HOSTING)
    match = finder(contracts).find("invoice")[0]
    given = match.to_json()
    assert given["contract"] == "Acme"
    assert given["why"] == "words"
    assert [match.marks[0].start, match.marks[0].end] in given["marks"]


def test_a_definition_is_shown_from_where_it_begins(tmp_path: Path) -> None:
    with Contracts(tmp_path) as contracts:
        contracts.add(
            "Acme", "1. Terms", "1.1 Words", "“Affiliate” means a company held.", "“Business Day” means a day of work."
        )
        first = finder(contracts).find("business days")[0]
        assert (first.why, first.passage.text) == (Why.DEFINITION, "“Business Day” means a day of work.")
        text = contracts.library.document(first.passage.document_id).text
        assert text[first.passage.start : first.passage.end] == first.passage.text
        assert all(first.passage.start <= mark.start for mark in first.marks)


def test_a_clause_named_among_other_words_is_shown_from_its_own_beginning(tmp_path: Path) -> None:
    with Contracts(tmp_path) as contracts:
        contracts.add("Acme", "8. Fees", "8.1 Rates", "The rates are low.", "8.2 Audits", "Audits are free.")
        first = finder(contracts).find("clause 8.2 on the audits of rates")[0]
        assert (first.why, first.passage.clause) == (Why.NUMBER, "8.2 Audits")
        assert first.passage.text.startswith("8.2 Audits")


def test_a_number_that_begins_with_a_letter_finds_its_clause_and_a_priority_its_words(contracts: Contracts) -> None:
    contracts.add("Lettered", "Part B. Term", "", f"B1. It runs. {FILLER}", "", f"B2. A P1 is answered. {FILLER}")
    assert [match.why for match in finder(contracts).find("B2")] == [Why.NUMBER]
    assert Why.NUMBER not in {match.why for match in finder(contracts).find("P1")}
