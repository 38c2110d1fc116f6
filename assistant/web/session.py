"""What one visitor's session holds: the parts it works with, its language, its conversation, the open original."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

import streamlit as st

from assistant.access import Access, Policy, SeenParts, load_policy
from assistant.answer import Answer, Citation, FoundPassage
from assistant.audit import Audit
from assistant.background import Background
from assistant.chat import Turn
from assistant.conversations import Conversations
from assistant.errors import AssistantError
from assistant.in_force import today
from assistant.parts import Parts
from assistant.web import markup
from assistant.web.words import LANGUAGES, Words
from evals.errors import EvalError
from ingest.document import Span
from ingest.errors import IngestError

Place = Citation | FoundPassage
"""Words that can be opened in the original."""

LANGUAGE = "language"
"""The key of the language switch."""
CONTRACT = "contract"
"""The key of the choice of contract; an empty name stands for all of them."""
_PARTS = "parts"
_EXCHANGES = "exchanges"
_OPENED = "opened"
_PENDING = "pending"
_SHELF = "shelf-page"
AS_OF = "as-of"
"""The key of the day on which answers are to hold."""
_READ = "reading"
_MARKS = "reading-marks"
_KEPT = "kept-conversation"
_LINK = "link-followed"
_DOUBTED = "doubted"
_REPORTED = "reported"
IDENTITY = "identity"
"""The key under which whoever starts a session may say who it is of, in place of the identity provider."""
_VIEWS_KEPT = 32  # kinds of visitors whose view is kept open


class NotAdmitted(AssistantError):
    """Somebody has to sign in, and nobody has."""


@dataclass(frozen=True, slots=True)
class Identity:
    """Who is signed in: the user's name, an e-mail address as a rule, and the groups that the identity provider says."""

    user: str
    groups: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Exchange:
    """A question with its answer, or with the sentence that says why there is none."""

    question: str
    answer: Answer | None
    fault: str = ""


def begin(open_parts: Callable[[], Parts]) -> None:
    """Give the session its parts, unless whoever started it has put some in its state already."""
    if _PARTS not in st.session_state:
        st.session_state[_PARTS] = open_parts()


def parts() -> Parts:
    """The parts that the session works with: where people sign in, the contracts that this one may not see are not there.

    Raises:
        NotAdmitted: somebody has to sign in, and nobody has.
    """
    whole, allowed = _whole(), access()
    return whole if allowed is None else _seen_parts(str(whole.settings.home), sorted(allowed.seen), whole, allowed)


@st.cache_resource(show_spinner=False, max_entries=_VIEWS_KEPT)
def _seen_parts(home: str, seen: Sequence[str], _parts: Parts, _access: Access) -> Parts:
    """One for all who may see the same of a home."""
    return SeenParts(_parts, _access)


def _whole() -> Parts:
    """The parts with every contract: for the jobs of the server, and for nothing that is drawn."""
    found: Parts = st.session_state[_PARTS]
    return found


def background() -> Background:
    """The jobs of the session's home, shared by all sessions of this process."""
    return background_of(str(_whole().settings.home), _whole())


@st.cache_resource(show_spinner=False)
def background_of(home: str, _parts: Parts) -> Background:
    """The jobs of a home, for all sessions: parameters that begin with an underscore do not tell one entry of the cache from another."""
    return Background(_parts)


def has_policy() -> bool:
    """Whether people have to sign in."""
    return _whole().settings.policy is not None


def access() -> Access | None:
    """What whoever is signed in may see and do; None where nobody has to sign in.

    Raises:
        NotAdmitted: somebody has to sign in, and nobody has.
        SettingsError: the policy cannot be read.
    """
    path = _whole().settings.policy
    if path is None:
        return None
    policy = _policy(str(path), path.stat().st_mtime_ns if path.exists() else 0)
    known = identity(policy.groups_claim)
    if known is None:
        raise NotAdmitted(words().sign_in_first)
    return policy.access(known.user, known.groups)


@st.cache_resource(show_spinner=False, max_entries=4)
def _policy(path: str, changed: int) -> Policy:
    """Read again when the file has changed."""
    return load_policy(Path(path))


def identity(groups_claim: str) -> Identity | None:
    """Who is signed in, as the identity provider says; None when nobody is."""
    if IDENTITY in st.session_state:
        known: Identity = st.session_state[IDENTITY]
        return known
    told = st.user.to_dict()
    user = str(told.get("email") or told.get("preferred_username") or told.get("sub") or "")
    if not told.get("is_logged_in") or not user or told.get("email_verified") is False:
        return None
    groups: Any = told.get(groups_claim) or ()
    return Identity(user, (groups,) if isinstance(groups, str) else tuple(str(each) for each in groups))


def user_name() -> str | None:
    """Who is signed in; None where nobody has to."""
    allowed = access()
    return None if allowed is None else allowed.user


def may_change(contract: str | None = None) -> bool:
    """Whether the visitor may add, edit and remove documents of a contract of that name; of any at all when None."""
    if _whole().settings.read_only:
        return False
    allowed = access()
    if allowed is None:
        return True
    return bool(allowed.changed) if contract is None else allowed.changes(contract)


def sees_everything() -> bool:
    """Whether no contract is hidden from the visitor."""
    allowed = access()
    return allowed is None or allowed.sees_everything


def audit(what: str, **told: object) -> None:
    """Enter into the audit log what the visitor does.

    Raises:
        AssistantError: the log cannot be written.
    """
    Audit(_whole().settings.home).enter(user_name() or "", what, **told)


def audit_once(what: str, **told: object) -> None:
    """As `audit`, unless the same was entered last of its kind: a page is drawn again with every press of a button.

    Raises:
        AssistantError: the log cannot be written.
    """
    key = f"audited-{what}"
    if st.session_state.get(key) != told:
        audit(what, **told)
        st.session_state[key] = told


def audit_answer(answer: Answer) -> None:
    """Enter an answer by what it cited, or by its silence; its words are in the contracts.

    Raises:
        AssistantError: the log cannot be written.
    """
    cited = [citation for statement in answer.statements for citation in statement.citations]
    places = [[each.contract, each.document, each.start, each.end] for each in cited]
    audit("answer", question=answer.question, contract=answer.contract or "", abstained=answer.abstained, cited=places)


def language() -> str:
    """The language chosen with the switch; until then the browser's, if it is one of ours, or else English."""
    chosen = st.session_state.get(LANGUAGE) or (st.context.locale or "")[:2]
    return chosen if chosen in LANGUAGES else "en"


def words() -> Words:
    """The strings of the session's language."""
    return LANGUAGES[language()]


def exchanges() -> list[Exchange]:
    """The conversation so far."""
    held: list[Exchange] = st.session_state.setdefault(_EXCHANGES, [])
    return held


def add(exchange: Exchange) -> None:
    """Add a question with its answer to the conversation."""
    exchanges().append(exchange)


def turns() -> list[Turn]:
    """The conversation so far as the assistant wants it; questions without an answer are left out."""
    return [
        turn
        for exchange in exchanges()
        if exchange.answer
        for turn in (Turn("user", exchange.question), Turn("assistant", exchange.answer.text))
    ]


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
    home, name = parts().settings.home, user_name()
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
    audit("open", contract=place.contract, document=place.document, page=place.page, start=place.start, end=place.end)


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


@contextmanager
def sentences_for_errors() -> Iterator[None]:
    """Show an error of reading, storing or answering as its sentence, in the place of what the block draws."""
    try:
        yield
    except (AssistantError, EvalError, IngestError) as error:
        st.html(markup.fault(str(error)))
