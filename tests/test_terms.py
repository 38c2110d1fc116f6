from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.asked.question import Part, read_question
from assistant.asked.terms import EXPANSION_WEIGHT, SYNONYM_WEIGHT, content_stems, find_terms
from assistant.wording.lexicon import Concept, Lexicon

LEXICON = Lexicon([Concept("exit", ("reversibility", "exit plan"), ("réversibilité", "plan de sortie"))])


def test_words_that_say_nothing_are_left_out_and_the_rest_come_once() -> None:
    assert content_stems("What does the notice say of a notice period?", "en") == ["notic", "period"]


def test_typed_stems_weigh_one_and_counterparts_less() -> None:
    terms = find_terms(read_question("What of reversibility?"), "fr", LEXICON)
    assert set(terms.typed.values()) == {1.0}
    assert terms.expanded
    assert all(0 < weight <= EXPANSION_WEIGHT for weight in terms.expanded.values())


def test_counterparts_are_those_of_the_documents_language() -> None:
    question = read_question("What of reversibility?")
    french, english = find_terms(question, "fr", LEXICON), find_terms(question, "en", LEXICON)
    assert "reversibilit" in french.expanded
    assert {"plan", "sort"} <= french.expanded.keys()
    assert english.expanded.keys() == {"exit", "plan"}


def test_the_words_of_a_longer_counterpart_share_its_weight() -> None:
    terms = find_terms(read_question("What of reversibility?"), "fr", LEXICON)
    assert terms.expanded["plan"] < terms.expanded["reversibilit"] == EXPANSION_WEIGHT


def test_a_typed_stem_keeps_its_weight_when_it_is_a_counterpart_too() -> None:
    terms = find_terms(read_question("Which plan of reversibility?"), "en", LEXICON)
    assert terms.all["plan"] == 1.0
    assert "plan" not in terms.expanded


GENERAL = Lexicon([Concept("word.keep", ("keep", "retain"), ("conserver", "garder")), *LEXICON.concepts])


def test_each_word_is_searched_in_the_documents_language_at_full_weight_shared_among_its_translations() -> None:
    terms = find_terms(read_question("Combien de temps faut-il conserver les données ?"), "en", GENERAL)
    assert terms.single == pytest.approx({"keep": 0.5**0.5, "retain": 0.5**0.5})
    assert terms.searched["keep"] == terms.single["keep"]


def test_another_word_of_the_same_language_weighs_little() -> None:
    terms = find_terms(read_question("Do they keep the logs?"), "en", GENERAL)
    assert terms.single == {"retain": SYNONYM_WEIGHT}
    assert terms.searched["keep"] == 1.0
    assert terms.all.keys().isdisjoint(terms.single)


def test_the_parts_of_a_question_weigh_as_they_are_given_each_in_its_language() -> None:
    parts = (Part("the notice period", "en"), Part("et la réversibilité ?", "fr", 2.0))
    terms = find_terms(replace(read_question("the notice period et la réversibilité ?"), parts=parts), "en", LEXICON)
    assert terms.typed["notic"] == 1.0
    assert terms.typed["reversibilit"] == 2.0
    assert {"exit", "plan", "revers"} <= terms.expanded.keys()


def test_a_word_and_its_translations_are_searched_for_as_one_word() -> None:
    question = read_question("Do they keep the logs?")
    assert find_terms(question, "fr", GENERAL).words[("keep", "conserv", "gard")] == 1.0
    assert find_terms(question, "en", GENERAL).words == {("keep",): 1.0, ("log",): 1.0, ("retain",): SYNONYM_WEIGHT}


def test_everyday_words_translate_what_the_lexicon_does_not_know_and_are_searched_for_alone() -> None:
    question = read_question("Who deletes and keeps the logs?")
    terms = find_terms(question, "fr", GENERAL)
    assert {"supprim", "effac", "detruir"} <= set(terms.translations["delet"])
    assert terms.translations["keep"] == {"conserv", "gard"}
    assert "supprim" not in terms.searched
    assert find_terms(question, "en", GENERAL).translations == {}


def test_what_is_asked_holds_no_other_words_for_a_typed_one() -> None:
    question = read_question("Do they keep the logs?")
    assert find_terms(question, "en", GENERAL).asked == {("keep",): 1.0, ("log",): 1.0}
    assert ("keep", "conserv", "gard") in find_terms(question, "fr", GENERAL).asked
