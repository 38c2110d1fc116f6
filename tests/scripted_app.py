"""The web app over one contract, Acme, with an assistant that shows the state that it is asked for; the home comes from CLAUSIER_HOME."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property

from assistant.answer import Abstention, Amended, Answer, Citation, FoundPassage, Stance, Statement, Verdict
from assistant.errors import BadQuestion
from assistant.rewrite import Turn
from assistant.settings import Settings
from tests.fake_parts import FakeParts
from tests.web_pages import citation

STATES = (
    "quoted",
    "verified",
    "withheld",
    "superseded",
    "uncertain",
    "scan",
    "near",
    *(stance.value for stance in Stance),
    *(kind.value for kind in Abstention),
    "error",
)
"""What can be asked; each is shown as an answer can look, the last as an error."""


class StatesParts(FakeParts):
    """Real library and index, and the assistant of states."""

    @cached_property
    def assistant(self) -> StatesAssistant:  # type: ignore[override]
        return StatesAssistant(self)


class StatesAssistant:
    """Answers a question that is one of `STATES` with an answer of that state."""

    def __init__(self, parts: FakeParts) -> None:
        self._parts = parts

    def stream(
        self, question: str, contract: str | None = None, history: Sequence[Turn] = (), as_of: date | None = None
    ) -> Iterator[Statement | Answer]:
        cited = citation(self._parts)
        if question == "error":
            raise BadQuestion("expected a question, got an error; ask again")
        if question in list(Abstention):
            yield _silence(question, cited)
        elif question == "near":
            near = Statement(cited.quote, Verdict.QUOTED, (cited,))
            yield replace(_silence("absent", cited), nearest=(near,))
        else:
            statement = _statement(question, cited, citation(self._parts, "notes"))
            yield statement
            yield Answer(question, "en", "Acme", None, cited.quote, (statement,), trace={"searched": f"{question}?"})


def _silence(kind: str, cited: Citation) -> Answer:
    found = FoundPassage(cited.contract, cited.document, cited.clause, 1, cited.start, cited.end, 1.0)
    near = replace(found, document_id=cited.document_id)
    return Answer(kind, "en", "Acme", Abstention(kind), "The contract is silent on that.", passages=(near,))


def _statement(state: str, cited: Citation, other: Citation) -> Statement:
    """One sentence with its quote, in that state."""
    amended = Amended("notes", "1", 1, other.start, other.end, other.quote, other.document_id, "2024-10-01")
    quotes = {
        "quoted": replace(cited, replaces=(amended,), signing="changed", translation="incident critique"),
        "superseded": replace(cited, in_force=False, superseded_by=(amended,)),
        "uncertain": replace(cited, in_force=None, superseded_by=(replace(amended, note="which clause?"),)),
        "scan": replace(cited, confidence=0.61, doubtful=("critical",)),
    }
    verdicts = {"verified": Verdict.VERIFIED, "withheld": Verdict.WITHHELD}
    verdict = verdicts.get(state, Verdict.QUOTED)
    lead = "15 minutes." if verdict is Verdict.QUOTED else ""
    stance = Stance(state) if state in list(Stance) else None
    return Statement("A critical incident is answered.", verdict, (quotes.get(state, cited),), lead, stance)


if __name__ == "__main__":
    import streamlit

    from assistant.web.frame import main

    @streamlit.cache_resource(show_spinner=False)
    def open_parts() -> StatesParts:
        return StatesParts(Settings.from_environment().home)

    main(open_parts)
