from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.asked.question import LONGEST_QUESTION, Asked, read_question
from assistant.errors import BadQuestion


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("How fast must they answer?", Asked.PERIOD),
        ("Quel est le préavis ?", Asked.PERIOD),
        ("How much is the cap?", Asked.AMOUNT),
        ("Combien coûte une heure ?", Asked.AMOUNT),
        ("What does “Incident” mean?", Asked.DEFINITION),
        ("Who keeps the backups?", Asked.PARTY),
        ("Peut-on sous-traiter ?", Asked.YES_NO),
        ("Tell me of the audits.", Asked.FACT),
    ],
)
def test_the_kind_of_thing_asked_for_is_told(text: str, asked: Asked) -> None:
    assert read_question(text).asked is asked


def test_clauses_and_annexes_are_read_and_whether_there_is_nothing_else() -> None:
    question = read_question("Annex B, clause 8.2(a)")
    assert (question.numbers, question.annexes, question.is_place) == (("8.2(a)",), ("B",), True)
    assert not read_question("clause 8.2 on audits").is_place
    assert not read_question("“clause 8.2”").is_place


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("where does 'working hours' stand", ("working hours",)),
        ("‘working hours’", ("working hours",)),
        ("“working ho", ("working ho",)),
        ("the client's and the supplier's duties", ()),
        ("l'accord d'un client", ()),
        ('a 24" rack and more', ()),
    ],
)
def test_phrases_are_known_in_all_marks_and_before_they_are_closed(text: str, phrases: tuple[str, ...]) -> None:
    assert read_question(text).phrases == phrases


def test_quoted_phrases_are_kept_whole() -> None:
    assert read_question("Where do “working  hours” and « jours ouvrés » stand?").phrases == (
        "working hours",
        "jours ouvrés",
    )


def test_control_and_invisible_characters_are_taken_out() -> None:
    assert read_question("a\x00b\u200bc\n\tnotice\x1b[0m?").text == "abc notice[0m?"


@pytest.mark.parametrize("text", ["", " \n", "?!…", "\x00\u200b"])
def test_a_question_without_words_is_refused(text: str) -> None:
    with pytest.raises(BadQuestion, match="got none"):
        read_question(text)


def test_a_question_as_long_as_a_document_is_refused_with_its_length() -> None:
    with pytest.raises(BadQuestion, match=r"at most 4,000 characters, got 100,000"):
        read_question("x" * 100_000)
    assert len(read_question("x" * LONGEST_QUESTION).text) == LONGEST_QUESTION


@pytest.mark.parametrize("text", ["Should we sue them?", "Is this enforceable?", "Faut-il résilier ?"])
def test_a_wish_for_advice_is_told(text: str) -> None:
    assert read_question(text).wants_advice


def test_the_language_falls_back_to_english() -> None:
    assert (read_question("Quel est le délai ?").language, read_question("P1 SLA?").language) == ("fr", "en")


@given(st.text(max_size=300))
def test_any_text_is_read_or_refused_and_never_breaks(text: str) -> None:
    try:
        question = read_question(text)
    except BadQuestion:
        return
    assert question.text.isprintable()
    assert question.text == question.text.strip()


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("what are the fees?", {"euro", "dollar", "pound", "percent"}),
        ("prix d'une journée de consultant", {"euro", "dollar", "pound", "percent"}),
        ("c'est quoi le tarif journalier ?", {"euro", "dollar", "pound", "percent"}),
        ("how much disk space do we get?", set()),
        ("how much does an hour cost?", {"euro", "dollar", "pound", "percent"}),
        ("can they raise prices?", set()),
        ("who pays the costs of transport?", set()),
        ("what happens if we do not pay the fees?", set()),
    ],
)
def test_a_sum_is_asked_for_where_the_question_is_for_one_and_not_where_it_only_names_it(text, units) -> None:
    assert read_question(text).units == units


@pytest.mark.parametrize(
    ("text", "asked"),
    [("c'est quoi le délai de réponse ?", Asked.PERIOD), ("c'est quoi un incident ?", Asked.DEFINITION)],
)
def test_what_is_asked_for_in_spoken_french_is_told(text: str, asked: Asked) -> None:
    assert read_question(text).asked is asked
