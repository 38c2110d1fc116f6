from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.answer import Abstention, Answer, Citation, Statement, Verdict
from assistant.answering.write import NOT_IN_CONTRACT
from assistant.chat import Assistant, Turn
from assistant.errors import BadQuestion
from assistant.retrieval import cross_encoder
from ingest.document import Span
from ingest.errors import UnknownContract
from tests.fake_contracts import HOSTING, PAGE_BREAK, Contracts
from tests.fake_model import HANG_UP, FakeModel

QUESTION = "Within how many days are invoices due?"
QUOTE = "Invoices are due within thirty (30) days."


@pytest.fixture
def contracts(tmp_path: Path) -> Iterator[Contracts]:
    with Contracts(tmp_path) as contracts:
        yield contracts


@pytest.fixture
def acme(contracts: Contracts) -> Contracts:
    contracts.add("Acme", *HOSTING)
    return contracts


def place_of(contracts: Contracts, citation: Citation) -> bool:
    """Whether the citation's words stand where it says they do."""
    document = contracts.library.document(citation.document_id)
    page = next(p for p in document.pages if p.number == citation.page)
    span = Span(citation.start, citation.end)
    return citation.quote == span.of(document.text) and page.span.contains(span)


def test_without_a_model_the_answer_is_the_contracts_own_words_with_their_place(acme: Contracts) -> None:
    answer = acme.assistant().ask(QUESTION)
    best = answer.statements[0]
    assert (best.text, best.verdict) == (QUOTE, Verdict.QUOTED)
    assert (answer.contract, answer.abstained, answer.language) == ("Acme", None, "en")
    assert f"“{QUOTE}” (agreement, 2.2 Invoices, p. 2)" in answer.text
    assert answer.passages
    assert answer.trace["searched"] == QUESTION


def test_the_stream_ends_with_the_whole_answer(acme: Contracts) -> None:
    *statements, answer = acme.assistant().stream(QUESTION)
    assert isinstance(answer, Answer)
    assert tuple(statements) == answer.statements


# --- with a model


def test_a_proven_sentence_is_shown_as_verified(acme: Contracts) -> None:
    model = FakeModel(replies=["Invoices are due within 30 days. [1]"])
    answer = acme.assistant(model).ask(QUESTION)
    assert [(s.text, s.verdict) for s in answer.statements] == [("Invoices are due within 30 days.", Verdict.VERIFIED)]
    assert answer.statements[0].citations[0].quote == QUOTE
    assert "model" not in answer.trace


@pytest.mark.parametrize("wrong", ["Invoices are due within 60 days. [1]", "Invoices are not due within 30 days. [1]"])
def test_a_sentence_that_fails_twice_is_withheld_and_the_quotes_are_the_answer(acme: Contracts, wrong: str) -> None:
    answer = acme.assistant(FakeModel(replies=[wrong, wrong])).ask(QUESTION)
    assert answer.statements == acme.assistant().ask(QUESTION).statements
    assert "60" not in answer.text
    assert "not due" not in answer.text
    assert "own words are shown instead" in answer.trace["model"]


PAYMENT = "Invoices are payable within thirty (30) days of their receipt."


@pytest.mark.parametrize("reply", ["Invoices are payable within 30 days of receipt. [1]", "You have 90 days. [1]"])
def test_what_is_calculated_leads_whatever_the_model_writes(contracts: Contracts, reply: str) -> None:
    contracts.add("Acme", "1 Payment", "", PAYMENT, "", "2 Law", "", "The law of Norway applies.")
    asked = "We received the invoice on 3 March 2026, by when must we pay it?"
    answer = contracts.assistant(FakeModel(replies=[reply, reply])).ask(asked)
    first = answer.statements[0]
    assert first.lead == "2 April 2026: 3 March 2026 + 30 days."
    assert (first.text, first.verdict) == (PAYMENT, Verdict.QUOTED)
    assert "90 days" not in answer.text


def test_a_wrong_figure_is_told_before_the_day_that_is_worked_out_with_the_right_one(contracts: Contracts) -> None:
    contracts.add("Acme", "1 Payment", "", PAYMENT, "", "2 Law", "", "The law of Norway applies.")
    asked = "Since invoices are payable within {} days, by when must we pay the invoice received on 3 March 2026?"
    wrong, right = (contracts.assistant().ask(asked.format(days)).statements[0].lead for days in (45, 30))
    assert wrong == "Not 45 days: the clause says 30 days. 2 April 2026: 3 March 2026 + 30 days."
    assert right == "2 April 2026: 3 March 2026 + 30 days."


def test_business_days_are_counted_as_the_contract_defines_them(contracts: Contracts) -> None:
    pay = "Invoices are payable within five (5) Business Days of their receipt."
    own = "“Business Day” means any day from Monday to Saturday that is no public holiday."
    contracts.add("Acme", "1 Payment", "", pay, "", "2 Definitions", "", own)
    answer = contracts.assistant().ask("We received the invoice on 6 March 2026, by when must we pay it?")
    assert answer.statements[0].lead.startswith("12 March 2026: 6 March 2026 + 5 business days (Monday to Saturday, as")
    assert own in answer.statements[1].text


def test_no_key_reaches_an_answer(acme: Contracts) -> None:
    key = "sk-abc123def456ghi789jkl"
    answer = acme.assistant(FakeModel(replies=[RuntimeError(f"401: key {key} is not valid")])).ask(QUESTION)
    assert key not in repr(answer)
    assert "RuntimeError" in answer.trace["model"]


@pytest.mark.parametrize(
    "reply",
    [
        TimeoutError("slow"),
        ConnectionRefusedError("no server"),
        RuntimeError("quota"),
        "",
        HANG_UP,
        "I am sorry, I cannot help with that.",
        "Invoices are due within 30 days [99].",
        "word " * 3000,
        f"Invoices are due with{HANG_UP}",
    ],
)
def test_whatever_happens_to_the_model_the_quotes_are_shown_and_the_trace_says_so(
    acme: Contracts, reply: str | Exception
) -> None:
    answer = acme.assistant(FakeModel(replies=[reply])).ask(QUESTION)
    assert answer.statements == acme.assistant().ask(QUESTION).statements
    assert "own words are shown instead" in answer.trace["model"]
    assert answer.trace["model_failed"] is True


def test_what_was_proven_before_the_line_broke_stays_and_the_quotes_complete_it(acme: Contracts) -> None:
    reply = f"Invoices are due within 30 days. [1]\nThe monthly fee is {HANG_UP}"
    answer = acme.assistant(FakeModel(replies=[reply])).ask(QUESTION)
    verdicts = [statement.verdict for statement in answer.statements]
    assert verdicts[0] is Verdict.VERIFIED
    assert set(verdicts[1:]) <= {Verdict.QUOTED}
    assert [s.text for s in answer.statements].count(QUOTE) == 0
    assert "ConnectionResetError" in answer.trace["model"]


def test_when_the_model_finds_no_answer_the_quotes_are_shown(acme: Contracts) -> None:
    answer = acme.assistant(FakeModel(replies=[NOT_IN_CONTRACT])).ask(QUESTION)
    assert answer.statements == acme.assistant().ask(QUESTION).statements
    assert "found no answer" in answer.trace["model"]
    assert NOT_IN_CONTRACT not in answer.text


def test_the_model_sees_the_quotes_and_the_sign_of_abstention(acme: Contracts) -> None:
    model = FakeModel(replies=[NOT_IN_CONTRACT])
    acme.assistant(model).ask(QUESTION)
    assert f"[1] {QUOTE}" in model.prompts[0]
    assert NOT_IN_CONTRACT in model.prompts[0]


# --- silence


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("bonjour", Abstention.SMALL_TALK),
        ("What time is it?", Abstention.OUT_OF_SCOPE),
        ("Should we sue them?", Abstention.LEGAL_ADVICE),
    ],
)
def test_what_is_no_question_to_a_contract_is_told_without_a_model_call(
    acme: Contracts, question: str, kind: Abstention
) -> None:
    model = FakeModel(replies=[])
    answer = acme.assistant(model).ask(question)
    assert (answer.abstained, answer.statements, model.prompts) == (kind, (), [])
    assert bool(answer.nearest) is (kind is Abstention.LEGAL_ADVICE)


@pytest.mark.parametrize(
    ("question", "kind"),
    [("Who bakes the birthday cake?", Abstention.OUT_OF_SCOPE), ("Who is on-call at Christmas?", Abstention.ABSENT)],
)
def test_a_question_far_from_the_contract_is_about_it_all_the_same_where_it_uses_a_term_of_contracts(
    acme: Contracts, question: str, kind: Abstention
) -> None:
    acme.embedder.unrelated_below = 1.1  # nothing is near in meaning
    assert acme.assistant(FakeModel(replies=[]), absent_below=1.1).ask(question).abstained is kind


@pytest.mark.parametrize("question", ["write me a poem about cats", "combien font 12 × 7 ?", "what time is it?"])
def test_what_no_contract_answers_is_out_of_scope_whichever_contract_is_meant(acme: Contracts, question: str) -> None:
    acme.add("Zenith", "1. Fees", "The time it takes to fix a fault is 12 hours.")
    answer = acme.assistant(FakeModel(replies=[]), absent_below=0.0).ask(question)
    assert (answer.abstained, answer.passages) == (Abstention.OUT_OF_SCOPE, ())


def test_a_topic_alone_is_answered_by_what_states_it_and_by_nothing_else(acme: Contracts) -> None:
    acme.add("Mute", "1. Definitions", "The term Service means the hosting of this contract.", "2. Hours", "By day.")
    silent = acme.assistant(absent_below=0.0).ask("term of the contract", "Mute")
    assert silent.abstained is Abstention.ABSENT
    acme.add(
        "Told",
        "1. Definitions",
        "The term Service means the hosting.",
        "2. Term",
        "This agreement continues for two (2) years.",
    )
    told = acme.assistant(absent_below=0.0).ask("term of the contract", "Told")
    assert told.statements[0].text == "This agreement continues for two (2) years."
    assert told.trace["searched"] == "How long does the contract last?"


def test_contracts_named_side_by_side_answer_each_under_its_name(acme: Contracts) -> None:
    acme.add("Zenith", "1. Notice", "Either party may terminate this agreement with ten (10) days notice.")
    asked = acme.assistant(absent_below=0.0).ask("How much notice to terminate in Zenith and Acme?")
    assert [(each.contract, each.question) for each in asked.apart] == [
        ("Zenith", "How much notice to terminate ?"),
        ("Acme", "How much notice to terminate ?"),
    ]
    assert "ten (10) days" in asked.apart[0].statements[0].text
    assert "ninety (90) days" in asked.apart[1].statements[0].text
    assert asked.statements == (*asked.apart[0].statements, *asked.apart[1].statements)
    assert (asked.contract, asked.abstained) == (None, None)
    assert asked.text.startswith("Zenith:\n")
    assert [each["contract"] for each in asked.to_json()["apart"]] == ["Zenith", "Acme"]


def test_what_follows_is_asked_of_both_contracts_too(acme: Contracts) -> None:
    acme.add("Zenith", "1. Fees", "The monthly fee is 900 euros.")
    history = [Turn("user", "How much notice to terminate in Acme and Zenith?"), Turn("assistant", "…")]
    asked = acme.assistant(absent_below=0.0).ask("and what is the monthly fee?", history=history)
    assert [each.contract for each in asked.apart] == ["Acme", "Zenith"]
    assert "900 euros" in asked.apart[1].statements[0].text


def test_a_clause_that_no_document_has_is_told_as_absent(acme: Contracts) -> None:
    assert acme.assistant(absent_below=0.0).ask("What does clause 77 say?").abstained is Abstention.ABSENT
    assert acme.assistant(absent_below=0.0).ask("What does clause 1 say?").abstained is None


def test_below_the_threshold_the_contract_is_silent_and_no_model_is_called(acme: Contracts) -> None:
    model = FakeModel(replies=[])
    question = "Is there a monthly fee for escrow, catering, parking, laundry and daycare?"
    answer = acme.assistant(model, absent_below=1.1).ask(question)
    assert (answer.abstained, answer.statements, model.prompts) == (Abstention.ABSENT, (), [])
    assert "The nearest clauses are agreement, 2 Fees, p. 2" in answer.text
    assert answer.passages
    assert 1 <= len(answer.nearest) <= 3
    assert all(place_of(acme, citation) for near in answer.nearest for citation in near.citations)


def test_without_a_figure_in_the_units_asked_for_the_contract_is_silent(acme: Contracts) -> None:
    assistant = acme.assistant(answer_reader=cross_encoder.load())
    answer = assistant.ask("What percentage is the platform of the Customer up?")
    assert answer.abstained is Abstention.ABSENT


def test_an_empty_library_says_so(contracts: Contracts) -> None:
    model = FakeModel(replies=[])
    answer = contracts.assistant(model).ask("How much notice must we give?")
    assert (answer.abstained, answer.contract) == (Abstention.ABSENT, None)
    assert "holds no contract yet" in answer.text
    assert model.prompts == []


# --- which contract


def two_of_a_kind(contracts: Contracts) -> None:
    contracts.add("Acme", *HOSTING)
    contracts.add("Zenith", *(line.replace("thirty (30)", "forty-five (45)") for line in HOSTING))


def test_the_reader_is_asked_back_however_well_one_contract_fits(contracts: Contracts) -> None:
    contracts.add("Acme", *HOSTING)
    contracts.add("Zenith", "1. Parties", "The parties are two.", "2. Law", "The law of Malta applies.")
    answer = contracts.assistant().ask(QUESTION)
    assert (answer.abstained, answer.contract) == (Abstention.AMBIGUOUS, None)
    assert answer.passages[0].contract == "Acme"


def test_between_two_near_identical_contracts_the_reader_is_asked_back(contracts: Contracts) -> None:
    two_of_a_kind(contracts)
    model = FakeModel(replies=[])
    answer = contracts.assistant(model).ask(QUESTION)
    assert (answer.abstained, answer.contract, model.prompts) == (Abstention.AMBIGUOUS, None, [])
    assert "Acme" in answer.text
    assert "Zenith" in answer.text


@pytest.mark.parametrize(("contract", "days"), [("Acme", "30"), ("Zenith", "45")])
def test_boilerplate_never_crosses_over_once_the_contract_is_known(
    contracts: Contracts, contract: str, days: str
) -> None:
    two_of_a_kind(contracts)
    history = [Turn("user", f"I ask about {contract}."), Turn("assistant", "Zenith or Acme, go on.")]
    for answer in (
        contracts.assistant().ask(QUESTION, contract),
        contracts.assistant().ask(f"{QUESTION[:-1]} at {contract}?"),
        contracts.assistant().ask(QUESTION, None, history),
    ):
        assert answer.contract == contract
        assert f"({days})" in answer.statements[0].text
        assert {c.contract for s in answer.statements for c in s.citations} == {contract}
        assert {p.contract for p in answer.passages} == {contract}


def test_the_reply_to_being_asked_back_is_enough(contracts: Contracts) -> None:
    two_of_a_kind(contracts)
    asked = contracts.assistant().ask(QUESTION)
    answer = contracts.assistant().ask("Zenith", None, [Turn("user", QUESTION), Turn("assistant", asked.text)])
    assert (answer.contract, answer.abstained) == ("Zenith", None)
    assert "(45)" in answer.statements[0].text


def test_an_unknown_contract_is_told(acme: Contracts) -> None:
    with pytest.raises(UnknownContract):
        acme.assistant().ask(QUESTION, "Nobody")


# --- follow-ups and odd questions


def test_a_follow_up_is_searched_with_the_question_before_it(acme: Contracts) -> None:
    history = [Turn("user", "Within how many days are invoices due at Acme?"), Turn("assistant", "30 days.")]
    answer = acme.assistant().ask("And by whom?", None, history)
    assert answer.trace["searched"] == "by whom? (days are invoices due at Acme)"
    assert answer.question == "And by whom?"


def test_a_long_history_does_not_make_the_question_too_long(acme: Contracts) -> None:
    history = [Turn("user", "Acme and others " * 10_000)]
    answer = acme.assistant().ask("And the monthly fee?", None, history)
    assert answer.trace["searched"].endswith("Acme and others And the monthly fee?")
    assert len(answer.trace["searched"]) < 500


@pytest.mark.parametrize("question", ["", "\x00", "x" * 100_000])
def test_what_cannot_be_read_is_refused(acme: Contracts, question: str) -> None:
    with pytest.raises(BadQuestion):
        acme.assistant().ask(question)


def test_control_characters_change_nothing(acme: Contracts) -> None:
    plain, odd = acme.assistant().ask(QUESTION), acme.assistant().ask(f"\x1b{QUESTION}\x00\u200b")
    assert (odd.question, odd.statements) == (plain.question, plain.statements)


# --- the promise


SENTENCES = (
    "The Provider shall answer within four (4) hours.",
    "The Customer may audit the Provider",
    "once a year. Fees are due in May.",
    "The Provider shall return:",
    "(a) the data;",
    "(b) the keys.",
    "Level\tTime",
    "P1\t15 minutes",
    "1. Levels",
    "1.1 Fees",
    "ANNEX A",
    "L'article d'après ; « jours ouvrés ».",
    "",
    PAGE_BREAK,
)
FAMILY = st.lists(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=25), min_size=1, max_size=2)
ASKED = st.sampled_from(
    (
        "How fast must they answer?",
        "What is the time of a P1?",
        "Que rendent-ils ?",
        "annex A",
        "May we audit “once a year”?",
    )
)


def shown(assistant: Assistant, question: str) -> Iterator[Statement]:
    yield from assistant.ask(question, "Acme").statements


@settings(max_examples=15, deadline=None)
@given(
    FAMILY, ASKED, st.sampled_from(("", "The Provider must answer within 4 hours. [1]\nFees. [2]", "All is 5. [1][3]"))
)
def test_every_quote_ever_shown_is_verbatim_and_stands_on_its_page(
    family: list[list[str]], question: str, reply: str
) -> None:
    with tempfile.TemporaryDirectory() as folder, Contracts(Path(folder)) as contracts:
        for number, lines in enumerate(family):
            contracts.add("Acme", f"Opening {number}.", *lines, name=f"part{number}")
        for assistant in (contracts.assistant(), contracts.assistant(FakeModel(replies=[reply]))):
            for statement in shown(assistant, question):
                assert statement.citations
                assert all(place_of(contracts, citation) for citation in statement.citations)
                if statement.verdict is not Verdict.VERIFIED:
                    quoted = "".join(c.quote for c in statement.citations)
                    assert "".join(quoted.split()) == "".join(statement.text.replace(" | ", "").split())
