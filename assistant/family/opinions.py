"""What a language model thinks of the particulars that rules found: it confirms or doubts them, and changes none.

A document is one call, and what was said of it is kept: it is asked again only when its particulars, the prompt or the model are others.
A user's word is never put to it.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import TypeAdapter

from assistant.state_file import opened
from ingest.library import Library
from prompts import fenced, load

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

    from assistant.family.family import Fact, Report

MOST_DOCUMENTS = 20
"""Documents of a contract that a model is asked about in one report; the others are told as not asked."""

_MOST_FACTS = 30  # of a document
_BEGINNING = 1_500  # characters of the document
_QUOTE = 400  # characters of the words of a particular
_REASON = 160  # characters of what a model gives for a doubt
_LINE = re.compile(r"^\W*(\d{1,2})\W+(CONFIRMED|DOUBTED)\b\W*(.*)$", re.IGNORECASE)
_SCHEMA = "create table if not exists opinions (asked text primary key, told text not null)"


class Verdict(StrEnum):
    """What a model said of a particular: it stands, it may not, or nothing that could be read."""

    CONFIRMED = "confirmed"
    DOUBTED = "doubted"
    UNSAID = "unsaid"


@dataclass(frozen=True, slots=True)
class Opinion:
    """Of the particular with this key and value; ``reason`` is the model's own, for a doubt."""

    key: str
    value: str
    verdict: Verdict
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Opinions:
    """What was said of each document, by its id, and a sentence for what went less than well (empty when nothing did)."""

    of: dict[str, tuple[Opinion, ...]]
    trouble: str = ""

    def on(self, document_id: str, fact: Fact) -> Opinion | None:
        """The opinion on a particular, None where nobody was asked."""
        known = self.of.get(document_id, ())
        return None if fact.by_user else next((o for o in known if (o.key, o.value) == (fact.key, fact.value)), None)


_KEPT = TypeAdapter(tuple[Opinion, ...])


class Confirmer:
    """Asks a chat model about particulars.

    Args:
        model: the chat model of the settings.
        name: how the settings call it.
        library: the documents.
        kept: the file in which its opinions are kept.
    """

    def __init__(self, model: BaseChatModel, name: str, library: Library, kept: Path) -> None:
        self._model = model
        self._name = name
        self._library = library
        self._kept = kept

    def opinions(self, reports: Sequence[Report]) -> Opinions:
        """What the model thinks of the particulars of these documents.

        A model that fails is not asked again; what it had said of the documents before stands.

        Raises:
            AssistantError: the file of opinions cannot be used.
        """
        of: dict[str, tuple[Opinion, ...]] = {}
        for number, report in enumerate(reports):
            if number == MOST_DOCUMENTS:
                return Opinions(of, f"the model was asked about {MOST_DOCUMENTS} of {len(reports)} documents")
            try:
                of[report.document.id] = self._of(report)
            except _ModelFailed as failure:
                return Opinions(of, f"the model could not be asked ({failure}): what was read stands unconfirmed")
        return Opinions(of)

    def kept(self, reports: Sequence[Report]) -> Opinions:
        """What the model had said of the particulars of these documents as they now are; it is not asked.

        Raises:
            AssistantError: the file of opinions cannot be used.
        """
        told = {report.document.id: self._known(self._question(report)) for report in reports}
        return Opinions({document: said for document, said in told.items() if said})

    def _of(self, report: Report) -> tuple[Opinion, ...]:
        question = self._question(report)
        known = self._known(question)
        if question is None or known is not None:
            return known or ()
        told = _read(self._said(question.prompt), question.facts)
        with opened(self._kept, _SCHEMA, "opinions of particulars", write=True) as file:
            row = (question.key, _KEPT.dump_json(told).decode())
            file.execute("insert or replace into opinions values (?, ?)", row)
        return told

    def _question(self, report: Report) -> _Question | None:
        """What is asked of a document; None when only users have said something of it."""
        asked = [fact for fact in report.facts if not fact.by_user][:_MOST_FACTS]
        if not asked:
            return None
        prompt = self._prompt(report.document.id, asked)
        return _Question(prompt, hashlib.sha256(f"{self._name}\n{prompt}".encode()).hexdigest(), asked)

    def _known(self, question: _Question | None) -> tuple[Opinion, ...] | None:
        if question is None:
            return None
        with opened(self._kept, _SCHEMA, "opinions of particulars") as file:
            row = file.execute("select told from opinions where asked = ?", (question.key,)).fetchone()
        return None if row is None else _KEPT.validate_json(row[0])

    def _prompt(self, document_id: str, facts: Sequence[Fact]) -> str:
        findings = (
            f"<finding>{number} {fact.key}: {fenced(fact.value[:_QUOTE])}</finding>\n<words>{fenced(_words(fact)[:_QUOTE])}</words>"
            for number, fact in enumerate(facts, 1)
        )
        beginning = fenced(self._library.document(document_id).text[:_BEGINNING])
        words = {"confirmed": Verdict.CONFIRMED.upper(), "doubted": Verdict.DOUBTED.upper()}
        return load("particulars", beginning=beginning, findings="\n".join(findings), **words)

    def _said(self, prompt: str) -> str:
        try:
            return str(self._model.invoke(prompt).text)
        except Exception as error:  # providers raise what they like
            raise _ModelFailed(type(error).__name__) from error


@dataclass(frozen=True, slots=True)
class _Question:
    """What a model is asked about a document, and the key under which its reply is kept."""

    prompt: str
    key: str
    facts: Sequence[Fact]


class _ModelFailed(Exception):
    pass


def _words(fact: Fact) -> str:
    return " ".join(citation.quote for citation in fact.citations) or "(the beginning of the document)"


def _read(reply: str, facts: Sequence[Fact]) -> tuple[Opinion, ...]:
    """The opinion on each particular; where a reply says two things of one, or nothing, it has said nothing."""
    said: dict[int, set[tuple[Verdict, str]]] = {}
    for line in reply.splitlines():
        if match := _LINE.match(line):
            verdict = Verdict(match[2].lower())
            reason = " ".join(match[3].split())[:_REASON] if verdict is Verdict.DOUBTED else ""
            said.setdefault(int(match[1]), set()).add((verdict, reason))
    return tuple(_opinion(fact, said.get(number, set())) for number, fact in enumerate(facts, 1))


def _opinion(fact: Fact, said: set[tuple[Verdict, str]]) -> Opinion:
    verdict, reason = next(iter(said)) if len(said) == 1 else (Verdict.UNSAID, "")
    return Opinion(fact.key, fact.value, verdict, reason)
