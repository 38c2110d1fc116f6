from __future__ import annotations

import pytest

from assistant.rewrite import LONGEST_FOLLOW_UP, MOST_FOLLOW_UPS, Read, Turn, standalone

NOTICE = Turn("user", "How much notice must we give to end the hosting agreement?")
REPLY = Turn("assistant", "Ninety days.")


def read(*said: str) -> Read:
    """What is made of the last of several utterances."""
    history = [turn for each in said[:-1] for turn in (Turn("user", each), REPLY)]
    return standalone(said[-1], history)


def text(*said: str) -> str:
    return read(*said).text


def test_without_history_a_question_is_left_as_it_is() -> None:
    assert standalone("And in that case?", []) == Read("And in that case?")
    assert standalone("And in that case?", [REPLY]) == Read("And in that case?")


def test_a_part_of_a_question_is_joined_to_the_question_that_it_leans_on() -> None:
    said = standalone("And for the other annexes?", [NOTICE, REPLY])
    assert said.text == f"{NOTICE.content} And for the other annexes?"
    assert (said.root, said.chain) == (NOTICE.content, ("And for the other annexes?",))


def test_follow_ups_go_back_to_the_question_that_stood_alone_and_take_each_others_place() -> None:
    fee = "What is the yearly fee of the licence that we bought from the provider?"
    said = read(fee, NOTICE.content, "Et par écrit ?", "What about e-mail?")
    assert said.text == f"{NOTICE.content} What about e-mail?"
    assert (said.before, said.chain) == ((fee,), ("Et par écrit ?", "What about e-mail?"))


def test_a_question_that_stands_alone_is_not_joined() -> None:
    question = "Which party keeps the backups of the production servers, and during how many months after termination?"
    assert standalone(question, [NOTICE, REPLY]) == Read(question, before=(NOTICE.content,))


def test_the_assistants_words_are_never_searched_for() -> None:
    assert "Ninety" not in standalone("Why?", [NOTICE, REPLY]).text


def test_blank_turns_and_small_talk_are_passed_over() -> None:
    assert standalone("Why?", [Turn("user", "  "), Turn("user", "hello"), Turn("user", "merci !")]).text == "Why?"
    assert (
        text("what is the notice period?", "thanks", "and for a breach?")
        == "what is the notice period? and for a breach?"
    )
    assert text("what is the notice period?", "thanks") == "thanks"


@pytest.mark.parametrize(
    ("said", "searched"),
    [
        (
            ("How fast must they respond to a P1 logged under annex B2?", "And for a P2?"),
            "How fast must they respond to a P2 logged under annex B2?",
        ),
        (("how fast is a P1 fixed?", "no, sorry, I meant a P3"), "how fast is a P3 fixed?"),
        (
            ("sous combien de temps un P1 est-il réparé ?", "Non, je voulais dire le P2"),
            "sous combien de temps un P2 est-il réparé ?",
        ),
        (("how is SL2 measured?", "and SL3?"), "how is SL3 measured?"),
        (("is that capped? SL2", "and P2?"), "is that capped? SL2 and P2?"),
    ],
)
def test_a_code_takes_the_place_of_the_one_of_its_letters(said: tuple[str, ...], searched: str) -> None:
    assert text(*said) == searched


@pytest.mark.parametrize(
    ("said", "searched"),
    [
        (
            ("how fast must they respond to a P1?", "no, I meant the resolution time"),
            "how fast must they … to a P1? the resolution time",
        ),
        (
            ("délai de prise en charge d'un P1 ?", "non, pour le rétablissement"),
            "délai de … d'un P1 ? pour le rétablissement",
        ),
        (("how soon is an outage fixed?", "the response time"), "how soon is an outage …? the response time"),
        (("what does it cost per month?", "and annually?"), "what does it cost …? and annually?"),
        (("préavis pour résilier sans motif ?", "et pour faute ?"), "préavis pour résilier … ? et pour faute ?"),
    ],
)
def test_a_neighbour_takes_the_place_of_the_other(said: tuple[str, ...], searched: str) -> None:
    assert text(*said) == searched


@pytest.mark.parametrize(
    ("said", "searched"),
    [
        (("is support open at night?", "and on Sundays?"), "is support open …? and on Sundays?"),
        (
            ("how fast must they answer a P1?", "and at night?", "and for a P2?"),
            "how fast must they answer a P2? and at night?",
        ),
        (
            ("how fast must they answer a P1?", "and at night?", "and at 6 am?"),
            "how fast must they answer a P1? and at 6 am?",
        ),
        (
            ("délai pour un P1 ?", "et la nuit ?", "et pour le P3 le week-end ?"),
            "délai pour un P3 ? et pour le P3 le week-end ?",
        ),
    ],
)
def test_hours_take_the_place_of_hours(said: tuple[str, ...], searched: str) -> None:
    assert text(*said) == searched


@pytest.mark.parametrize(
    ("said", "searched"),
    [
        (("what is the availability of the gateway?", "and of the portal?"), "what is the availability of the portal?"),
        (
            ("quelle est la disponibilité de l'extranet ?", "et celle du portail ?"),
            "quelle est la disponibilité du portail ?",
        ),
        (("qui paie pour les licences ?", "et pour les serveurs ?"), "qui paie pour les serveurs ?"),
        (("how long are logs kept for audits?", "and for disputes?"), "how long are logs kept for disputes?"),
        # another preposition adds a condition, and what is done is not what it is done to
        (
            ("what is the cap on liability?", "and for gross negligence?"),
            "what is the cap on liability? and for gross negligence?",
        ),
        (
            ("quel préavis pour résilier ?", "et pour un seul lot ?"),
            "quel préavis pour résilier ? et pour un seul lot ?",
        ),
    ],
)
def test_what_stands_behind_the_same_preposition_takes_its_place(said: tuple[str, ...], searched: str) -> None:
    assert text(*said) == searched


@pytest.mark.parametrize(
    ("question", "subject"),
    [
        ("quand est-ce qu'on reçoit le rapport ?", "on reçoit le rapport"),
        ("Qu'est-ce que le prestataire remet ?", "le prestataire remet"),
        ("est-ce qu'ils sont assurés contre le vol ?", "ils sont assurés contre le vol"),
        ("sous combien de temps un P1 est réparé ?", "un P1 est réparé"),
        ("within how many days are invoices due?", "days are invoices due"),
        ("Is there a cap on penalties of the month?", "a cap on penalties of the month"),
    ],
)
def test_the_subject_is_the_question_without_what_it_asks(question: str, subject: str) -> None:
    assert text(question, "who signs that?") == f"who signs that? ({subject})"


@pytest.mark.parametrize(
    ("said", "searched"),
    [
        (("What is the monthly fee?", "who pays that?"), "who pays that? (the monthly fee)"),
        (("What is the monthly fee?", "who pays that?", "is it capped?"), "is it capped? (the monthly fee)"),
        (("Quelle est la redevance mensuelle ?", "et qui la paie ?"), "qui la paie ? (la redevance mensuelle)"),
        (
            ("how fast must they answer a P1?", "and at night?", "is that capped?"),
            "is that capped? (they answer a P1, at night)",
        ),
        (("What is the cap?", "does it apply to data losses?", "and to fines?"), "does it apply to fines? (the cap)"),
        (
            ("What is the cap?", "does it apply to data losses?", "what about fines?"),
            "does it apply to fines? (the cap)",
        ),
        (("what does “Relief Event” mean?", "who notifies it?"), "who notifies it? (“Relief Event”)"),
        (
            ("how fast must they respond to a P2?", "no, I meant the resolution time", "who signs that?"),
            "who signs that? (P2, the resolution time)",
        ),
        (("What credit do we get for SL1?", "is that capped?"), "is that capped? (credit for SL1)"),
        (
            ("What credit do we get for SL1?", "is that capped?", "by how much?"),
            "by how much? (capped, credit for SL1)",
        ),
        (("Do they have to call us back on a P1?", "is that capped?"), "is that capped? (call us back on a P1)"),
        (
            ("Quelle est la pénalité du portail ?", "c'est plafonné ?", "à combien ?"),
            "à combien ? (plafonné, la pénalité du portail)",
        ),
    ],
)
def test_a_question_of_its_own_is_asked_of_the_subject(said: tuple[str, ...], searched: str) -> None:
    assert text(*said) == searched


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (("how fast must they answer a P1?", "what if they don't?"), "penalty"),
        (("when is the report due?", "and if it is late?"), "penalty"),
        (("quand le rapport est-il remis ?", "et s'il est en retard ?"), "pénalité"),
        (("quel est le délai d'un P1 ?", "sinon ?"), "pénalité"),
    ],
)
def test_what_follows_a_failure_is_searched_in_the_words_of_contracts(said: tuple[str, ...], words: str) -> None:
    assert words in text(*said)
    assert words not in text(said[0], "and who decides that?")


@pytest.mark.parametrize("again", ["where does it say that?", "are you sure?", "quelle clause ?", "in French, please"])
def test_asking_again_searches_the_same(again: str) -> None:
    assert text("What is the monthly fee?", again) == "What is the monthly fee?"


@pytest.mark.parametrize(
    ("said", "searched"),
    [
        (("the price of Tower B?", "and tower A?"), "the price of Tower A?"),
        (("What is the fee in year 2?", "and year 3?"), "What is the fee in year 3?"),
        (("délai de correction au niveau 1 ?", "et au niveau 2 ?"), "délai de correction au niveau 2 ?"),
        (
            ("who works in phase 4 of the exit?", "and who pays?", "and in phase 5?"),
            "who pays? (works in phase 5 of the exit)",
        ),
    ],
)
def test_what_is_told_by_a_letter_or_number_takes_the_place_of_its_like(said: tuple[str, ...], searched: str) -> None:
    assert text(*said) == searched


@pytest.mark.parametrize(
    ("said", "searched"),
    [
        (
            ("What is the initial term?", "can it be extended?", "by how much?"),
            "by how much? (be extended, the initial term)",
        ),
        (
            ("What is the initial term?", "can it be extended?", "by how much?", "who decides?"),
            "who decides? (be extended, the initial term)",
        ),
        (("What is the initial term?", "can it be extended?", "who signs that?"), "who signs that? (the initial term)"),
        (
            ("Peut-on résilier ?", "faut-il le justifier ?", "sous quel délai ?"),
            "sous quel délai ? (le justifier, résilier)",
        ),
        (("what is this contract about?", "how long does it run?"), "how long does it run?"),
        (("let's talk about security", "who audits it?"), "who audits it? (security)"),
        (("revenons au préavis de résiliation", "il est de combien ?"), "il est de combien ? (préavis de résiliation)"),
    ],
)
def test_a_bare_question_is_asked_of_the_one_before_it(said: tuple[str, ...], searched: str) -> None:
    assert text(*said) == searched


@pytest.mark.parametrize("day", ["and now?", "et avant l'avenant ?", "was it different in 2022?"])
def test_another_day_takes_the_place_of_the_day_that_was_asked_about(day: str) -> None:
    assert text("What was the cap on credits before October 2024?", day) == "What was the cap on credits?"


def test_the_language_that_was_asked_for_holds_for_the_follow_ups() -> None:
    assert read("What is the monthly fee?", "in French please").language == "fr"
    assert read("What is the monthly fee?", "en français", "and at night?").language == "fr"
    assert (
        read("What is the monthly fee?", "en français", "How long are the backups of the servers kept?").language == ""
    )


@pytest.mark.parametrize(
    ("said", "searched"),
    [
        (("show me clause 20.2", "and the next one?"), "show me clause 20.3"),
        (("show me clause 20.2", "next", "next"), "show me clause 20.4"),
        (("article 8", "la suivante ?"), "article 9"),
        (("montre-moi l'article 8.3", "la précédente ?"), "montre-moi l'article 8.2"),
        (("what does clause 12 say?", "and the next clause?"), "what does clause 13 say?"),
        (("Could you explain clause 23.3?", "what about 23.2?"), "Could you explain clause 23.2?"),
        (("que dit l'article 8 ?", "et l'article 9 ?"), "que dit l'article 9 ?"),
        (("Could you explain clause 23.2?", "and (c)?"), "Could you explain clause 23.2(c)?"),
        (("explain clause 23.2", "and (c)?", "and (d)?"), "explain clause 23.2(d)"),
        (("What is the notice period?", "and clause 20.3?"), "and clause 20.3?"),
    ],
)
def test_the_next_clause_is_counted_on_from_the_one_asked_for(said: tuple[str, ...], searched: str) -> None:
    assert text(*said) == searched


def test_what_only_says_where_changes_nothing_that_is_searched() -> None:
    history = [Turn("user", "What is the monthly fee?"), REPLY]
    said = standalone("Acme", history, lambda part: part == "Acme")
    assert (said.text, said.chain) == ("What is the monthly fee?", ("Acme",))


def test_a_question_never_grows_with_the_conversation() -> None:
    said = ["What is the cap on liability?"]
    for number in range(100):
        said.append(f"and for loss number {number} of data?")
        said.append("does it apply to fines?")
    made = read(*said)
    assert len(made.text) < 200
    assert len(made.chain) <= MOST_FOLLOW_UPS + 1


def test_what_is_long_stands_alone_and_is_leaned_on_by_its_beginning() -> None:
    long = "What is the fee of " + "server and " * 300
    assert text("What is the cap?", f"and {long}") == f"and {long}"
    said = read(long, "is it capped?")
    assert said.text.startswith("is it capped? (the fee of server and server")
    assert len(said.text) < LONGEST_FOLLOW_UP + 50


@pytest.mark.parametrize("mark", ["? ", "… ", "a-", "le ", "P1 ", "and ", "of the x "])
def test_no_text_takes_long_to_read(mark: str) -> None:
    hostile = (mark * 4000)[:4000]
    assert standalone(hostile, [Turn("user", hostile)] * 9).text == hostile


def test_a_new_subject_ends_what_was_said_of_the_old_one_and_back() -> None:
    talk = ("how fast must they answer a P1?", "and at night?", "What is the governing law?", "who signs that?")
    assert text(*talk) == "who signs that? (the governing law)"
    assert (
        text(*talk, "how fast must they answer a P2?", "and at night?")
        == "how fast must they answer a P2? and at night?"
    )


@pytest.mark.parametrize("said", ["what if it is late?", "s'il est en retard ?"])
def test_words_that_no_one_said_are_searched_and_not_shown(said: str) -> None:
    made = read("When is the report due?", said)
    assert made.unsaid in made.text != made.shown(made.text)
    assert made.shown(made.text) == f"{said} (the report due)"
    assert read("When is the report due?", "who signs it?").unsaid == ""
