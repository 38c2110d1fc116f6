"""A made-up library with a gold set over it, and systems of known quality: perfect, silent, lying, lost …"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from assistant.answer import Abstention, Answer, Citation, FoundPassage, Statement, Verdict
from assistant.errors import ModelError
from evals.case import Case, Evidence, Kind
from evals.run import Bench
from ingest.document import Clause, Document, Page, Passage, Role, Span
from ingest.errors import UnknownContract

SENTENCES = (
    "1 Hotline. The hotline answers within 4 hours.",
    "2 Price. The yearly fee is 12,000 euros.",
    "3 Term. The agreement runs for 36 months.",
    "4 Exit. The supplier hands the data over within 30 days.",
    "5 Audit. The customer may audit twice yearly.",
    "6 Law. The law of Ruritania applies.",
)
TEXT = "\n".join(SENTENCES)


def spans_of(sentences: Sequence[str]) -> list[Span]:
    spans, start = [], 0
    for sentence in sentences:
        end = start + len(sentence)
        spans.append(Span(start, end))
        start = end + 1
    return spans


def make_document(text: str = TEXT, pages: int = 2) -> Document:
    even = [round(i * len(text) / pages) for i in range(pages + 1)]
    cuts = [text.rfind("\n", 0, cut) + 1 or cut if cut < len(text) else cut for cut in even]
    clause = Clause("c1", "1", None, 1, None, Span(0, len(text)), 1)
    found = tuple(Page(i + 1, Span(cuts[i], cuts[i + 1])) for i in range(pages))
    return Document(text, found, (clause,), (), "Agreement", Role.FRAMEWORK, "en")


@dataclass(frozen=True)
class FakeRecord:
    id: str
    name: str
    sha256: str


@dataclass(frozen=True)
class FakeFamily:
    name: str
    documents: tuple[FakeRecord, ...]


@dataclass
class FakeShelf:
    """Documents by (contract, name); a document's file is its text, its passages are its lines."""

    texts: dict[tuple[str, str], Document] = field(default_factory=lambda: {("acme", "msa"): make_document()})
    files: dict[tuple[str, str], bytes] = field(default_factory=dict)

    def contract(self, name: str) -> FakeFamily:
        records = tuple(
            FakeRecord(f"{c}/{d}", d, hashlib.sha256(self.files.get((c, d), doc.text.encode())).hexdigest())
            for (c, d), doc in self.texts.items()
            if c == name
        )
        if not records:
            raise UnknownContract(f"expected a known contract, got {name!r}")
        return FakeFamily(name, records)

    def document(self, document_id: str) -> Document:
        contract, name = document_id.split("/", 1)
        return self.texts[contract, name]

    def passages(self, document_id: str) -> tuple[Passage, ...]:
        return tuple(Passage("c1", span, "") for span in spans_of(self.document(document_id).text.split("\n")))


class WordJudge:
    """Supported when every word of the statement is in the quotes; unreadable for a statement of one question mark."""

    name = "words"

    def supports(self, statement: str, quotes: Sequence[str]) -> bool | None:
        if statement == "?":
            return None
        return set(statement.split()) <= {word for quote in quotes for word in quote.split()}


def make_case(number: int = 1, **changes: object) -> Case:
    """The question about the numbered sentence; its evidence is the sentence."""
    span = spans_of(SENTENCES)[number - 1]
    page = make_document().page_at(span.start)
    gold = Evidence(document="msa", start=span.start, end=span.end, quote=span.of(TEXT), page=page)
    literal = gold.quote.split()[-2]
    known: dict[str, object] = {
        "id": f"q{number}",
        "contract": "acme",
        "question": f"What of {gold.quote.split()[1]}?",
        "lang": "en",
        "doc_lang": "en",
        "persona": "ops",
        "kind": Kind.FACT,
        "answer": gold.quote,
        "must": (literal,),
        "evidence": (gold,),
    }
    return Case.model_validate(known | changes)


def make_silent_case(number: int) -> Case:
    return make_case(
        id=f"u{number}", kind=Kind.UNANSWERABLE, answer="", must=(), evidence=(), question=f"Pets {number}?"
    )


def make_cases() -> list[Case]:
    return [*(make_case(i) for i in range(1, 7)), *(make_silent_case(i) for i in range(1, 4))]


def passage_at(span: Span, contract: str = "acme", document: str = "msa") -> FoundPassage:
    return FoundPassage(contract, document, "1", 1, span.start, span.end, 1.0)


def cite(span: Span, **changes: object) -> Citation:
    citation = Citation("acme", "msa", "1", make_document().page_at(span.start), span.start, span.end, span.of(TEXT))
    return replace(citation, **changes)  # type: ignore[arg-type]


def quoted(span: Span) -> Statement:
    return Statement(span.of(TEXT), Verdict.QUOTED, (cite(span),))


def silence(case: Case) -> Answer:
    return Answer(case.question, case.lang, "acme", Abstention.ABSENT, "The contract does not say.")


class PerfectSystem:
    """Quotes the gold evidence, and is silent where there is none."""

    name = "perfect"

    def __init__(self) -> None:
        self.asked: list[str] = []

    def ask(self, case: Case) -> Answer:
        self.asked.append(case.id)
        spans = [e.span for e in case.evidence if e.span]
        if not spans:
            return replace(silence(case), seconds=0.1, trace={"confidence": 0.1})
        others = [span for span in spans_of(SENTENCES) if span not in spans]
        return Answer(
            question=case.question,
            language="en",
            contract="acme",
            abstained=None,
            text="\n".join(span.of(TEXT) for span in spans),
            statements=tuple(quoted(span) for span in spans),
            passages=tuple(passage_at(span) for span in [*spans, *others]),
            seconds=0.2,
            trace={"confidence": 0.9, "stages": {"retrieve": 0.15}},
        )


class SilentSystem(PerfectSystem):
    """Says nothing, ever, although it finds the evidence."""

    name = "silent"

    def ask(self, case: Case) -> Answer:
        return replace(silence(case), passages=super().ask(case).passages)


class LyingSystem(PerfectSystem):
    """Finds and quotes the evidence, and states something else."""

    name = "liar"

    def ask(self, case: Case) -> Answer:
        answer = super().ask(case)
        told = "The hotline never answers."
        lies = tuple(Statement(told, Verdict.VERIFIED, s.citations) for s in answer.statements)
        return replace(answer, text=told, statements=lies) if lies else answer


class ForgingSystem(PerfectSystem):
    """Shows quotes that are not in the contract."""

    name = "forger"

    def ask(self, case: Case) -> Answer:
        answer = super().ask(case)
        forged = tuple(
            replace(s, citations=tuple(replace(c, quote=c.quote + " Truly.") for c in s.citations))
            for s in answer.statements
        )
        return replace(answer, statements=forged)


class LostSystem(PerfectSystem):
    """Searches in the wrong places: the evidence is never among its passages."""

    name = "lost"

    def ask(self, case: Case) -> Answer:
        answer = super().ask(case)
        wrong = [p for p in answer.passages if all(e.start != p.start for e in case.evidence)]
        return replace(answer, passages=tuple(wrong))


class FailingSystem(PerfectSystem):
    """Breaks down at one question."""

    name = "failing"

    def __init__(self, at: str, error: Exception | None = None) -> None:
        super().__init__()
        self._at, self._error = at, error or ModelError("expected a reply, got none")

    def ask(self, case: Case) -> Answer:
        if case.id == self._at:
            raise self._error
        return super().ask(case)


def make_bench(system: PerfectSystem | None = None) -> Bench:
    return Bench(system or PerfectSystem(), FakeShelf(), WordJudge(), {"threshold": "0.5"})
