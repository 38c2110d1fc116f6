"""What a session holds: its conversation, the contract and the day that it asks about, the words that are open in the original."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

import streamlit as st

from assistant.answer import Answer, Citation, FoundPassage
from assistant.chat import Turn
from assistant.conversation.conversations import Conversations
from assistant.errors import AssistantError
from assistant.family.in_force import today
from assistant.web import acts, faults, locale, markup, visitor
from evals.errors import EvalError
from ingest.document import Span
from ingest.errors import IngestError

Place = Citation | FoundPassage
"""Words that can be opened in the original."""

CONTRACT = "contract"
"""The key of the choice of contract; an empty name stands for all of them."""
SECTION = "shelf-section"
"""The key of the choice of what is shown of a contract on the page of contracts."""
_EXCHANGES = "exchanges"
_OPENED = "opened"
_PENDING = "pending"
_SHELF = "shelf-page"
TYPED = "200ms"
"""After the last key in a field outside of a form, before its words are sent; with a button's press, they may stop what it asks for."""
AS_OF = "as-of"
"""The key of the day on which answers are to hold."""
_READ = "reading"
_MARKS = "reading-marks"
_KEPT = "kept-conversation"
_LINK = "link-followed"
_DOUBTED = "doubted"
_REPORTED = "reported"


@dataclass(frozen=True, slots=True)
class Exchange:
    """A question with its answer, or with the error that says why there is none; with both when the answer could not be kept.

    ``selected`` is the contract that was chosen when it was asked, None where none was.
    """

    question: str
    answer: Answer | None
    fault: AssistantError | IngestError | None = None
    selected: str | None = None


def exchanges() -> list[Exchange]:
    """The conversation so far."""
    held: list[Exchange] = st.session_state.setdefault(_EXCHANGES, [])
    return held


def add(exchange: Exchange) -> None:
    """Add a question with its answer to the conversation."""
    exchanges().append(exchange)


def turns() -> list[Turn]:
    """The conversation so far as the assistant wants it; questions without an answer are left out.

    What was said before another contract was chosen is no part of a question to that one.
    """
    return [
        turn
        for exchange in _since_choice()
        if exchange.answer
        for turn in (Turn("user", exchange.question), Turn("assistant", exchange.answer.text))
    ]


def _since_choice() -> list[Exchange]:
    """The exchanges since another contract was chosen than theirs: all of them where none is chosen.

    Those that follow one another under one choice stay together, since one may lean on the others: their last tells of what they are.
    """
    held, chosen = exchanges(), contract()
    at = len(held)
    while at and (chosen is None or _may_be_of(held[at - 1], chosen)):
        selected = held[at - 1].selected
        while at and held[at - 1].selected == selected:
            at -= 1
    return held[at:]


def _may_be_of(exchange: Exchange, name: str) -> bool:
    """Whether an exchange is of a contract: asked of it, answered by it, or of no one contract."""
    answered = exchange.answer.contract if exchange.answer else None
    return name in (exchange.selected, answered) or (exchange.selected is None and answered is None)


def keep(answer: Answer) -> None:
    """Keep an answer at the end of the conversation as it is stored, of a new one when there was none.

    Raises:
        AssistantError: it cannot be stored.
    """
    st.session_state[_KEPT] = conversations().keep(answer, kept())


def kept() -> int | None:
    """The number under which this conversation is kept, None before its first answer."""
    number: int | None = st.session_state.get(_KEPT)
    return number


def conversations() -> Conversations:
    """The kept conversations of whoever is signed in: where people sign in, each has a file of their own."""
    home, name = visitor.parts().settings.home, visitor.user_name()
    return Conversations(home if name is None else home / "readers" / sha256(name.encode()).hexdigest())


def resume(number: int) -> None:
    """Go on with a kept conversation.

    Raises:
        AssistantError: there is none of that number, or it cannot be read.
    """
    conversation = conversations().get(number)
    start_again()
    st.session_state[_KEPT] = number
    st.session_state[CONTRACT] = conversation.summary.contract or ""
    st.session_state[_EXCHANGES] = [Exchange(each.answer.question, each.answer) for each in conversation.exchanges]


def as_of() -> date:
    """The day on which answers are to hold; today until another is chosen."""
    return st.session_state.get(AS_OF) or today()


def followed_link() -> bool:
    """Whether the address that the session began with was looked at already; it is from now on."""
    before = bool(st.session_state.get(_LINK))
    st.session_state[_LINK] = True
    return before


def start_again() -> None:
    """Begin a new conversation, and close the original."""
    st.session_state[_EXCHANGES] = []
    st.session_state.pop(_KEPT, None)
    reported().clear()
    doubt(None)
    close_original()


def open_original(place: Place) -> None:
    """Show these words in the original."""
    with sentences_for_errors():
        _audit_opening(place)
        st.session_state[_OPENED] = place


def _audit_opening(place: Place) -> None:
    acts.enter(
        "open", contract=place.contract, document=place.document, page=place.page, start=place.start, end=place.end
    )


def close_original() -> None:
    """Show no original."""
    st.session_state.pop(_OPENED, None)


def opened() -> Place | None:
    """The words that are shown in the original, if any."""
    place: Place | None = st.session_state.get(_OPENED)
    return place


def read(place: Place | None, marks: tuple[Span, ...] = ()) -> None:
    """Show these words on the page on which clauses are found, those of the spans marked; none when None."""
    with sentences_for_errors():
        if place is not None:
            _audit_opening(place)
        st.session_state[_READ] = place
        st.session_state[_MARKS] = marks


def reading() -> Place | None:
    """The words that are read on the page on which clauses are found, if any."""
    place: Place | None = st.session_state.get(_READ)
    return place


def reading_marks() -> tuple[Span, ...]:
    """The words to mark in what is read: those that were looked for, or the quote; none of a clause that was turned to."""
    marks: tuple[Span, ...] = st.session_state.get(_MARKS, ())
    place = reading()
    return marks or ((Span(place.start, place.end),) if isinstance(place, Citation) else ())


def put(question: str, contract: str | None = None) -> None:
    """Have a question asked when the page is next drawn (a button was pressed), of that contract if one is given."""
    st.session_state[_PENDING] = question
    if contract is not None:
        st.session_state[CONTRACT] = contract


def take() -> str | None:
    """The question that `put` left, once."""
    question: str | None = st.session_state.pop(_PENDING, None)
    return question


def choose(names: Sequence[str]) -> None:
    """Drop a choice of contract that is not among the names any more, since it would stop the page from being drawn."""
    if st.session_state.get(CONTRACT) not in names:
        st.session_state[CONTRACT] = ""


def contract() -> str | None:
    """The contract that was chosen; None for all of them."""
    return st.session_state.get(CONTRACT) or None


def doubt(number: int | None) -> None:
    """Ask what would have been right in place of the answer of that number; of none when None."""
    st.session_state[_DOUBTED] = number


def doubted() -> int | None:
    """The number of the answer that is said to be wrong, if any."""
    number: int | None = st.session_state.get(_DOUBTED)
    return number


def reported() -> set[int]:
    """The numbers of the answers of this conversation that were kept as wrong."""
    numbers: set[int] = st.session_state.setdefault(_REPORTED, set())
    return numbers


def offer_pages(contracts: st.Page) -> None:
    """Make the page of contracts known to `go_to_contracts`."""
    st.session_state[_SHELF] = contracts


def go_to_contracts() -> None:
    """Leave for the page of contracts."""
    st.switch_page(st.session_state[_SHELF])


def tell_unexpected(error: Exception) -> bool:
    """Tell of an error that nobody expected, which Streamlit has logged, in a sentence that gives nothing away; True: all is told."""
    st.html(markup.fault(locale.words().unexpected))
    return True


@contextmanager
def sentences_for_errors() -> Iterator[None]:
    """Show an error of reading, storing or answering as its sentence, in the place of what the block draws."""
    try:
        yield
    except (AssistantError, EvalError, IngestError) as error:
        st.html(faults.told(error, locale.language()))
