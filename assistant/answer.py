"""The nouns of a reply: Citation, Statement, Abstention, FoundPassage, Answer; and their JSON form.

The JSON form is an interface that scripts rely on (docs/cli.md); change it only by adding to it.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any


class Verdict(StrEnum):
    """How a statement stands to its quotes."""

    QUOTED = "quoted"  # the statement is the contract's own words
    VERIFIED = "verified"  # written by a model and borne out by its quotes
    WITHHELD = "withheld"  # written by a model, not borne out: its quote is shown instead


class Stance(StrEnum):
    """How a statement stands where two clauses of a contract disagree."""

    PREVAILS = "prevails"  # its document prevails over that of the other
    YIELDS = "yields"  # the document of the other prevails
    DISAGREES = "disagrees"  # which of the two prevails is not known
    DECIDES = "decides"  # the clause that says which document prevails


class Abstention(StrEnum):
    """Why there is no answer."""

    ABSENT = "absent"  # the contract does not say
    AMBIGUOUS = "ambiguous"  # which contract, or which of two clauses?
    LEGAL_ADVICE = "legal_advice"  # an opinion is asked for, not the contract's words
    OUT_OF_SCOPE = "out_of_scope"  # not a question about contracts
    SMALL_TALK = "small_talk"  # no question at all: "thanks", "what can you do?"


@dataclass(frozen=True, slots=True)
class Amended:
    """The other side of a change: for words that were replaced the amending words, for amending words those they replace.

    ``quote == text[start:end]`` of the document. ``effective`` is ISO 8601, None when no date is known. ``note`` says why the change could
    not be applied with certainty, and is empty when it could. ``until`` is the last day of a change for a time. ``exception`` is
    whether the words stay, and something else holds for that time or for one case. ``words`` are those that the change takes away, where
    they are but a part of the quote, which holds in all else. ``paged`` is as in `Citation`. ``begun`` is whether the change has
    taken effect by the day asked of.
    """

    document: str
    clause: str
    page: int
    start: int
    end: int
    quote: str
    document_id: str = ""
    effective: str | None = None
    note: str = ""
    until: str | None = None
    exception: bool = False
    words: str = ""
    paged: bool = True
    begun: bool = True


@dataclass(frozen=True, slots=True)
class Citation:
    """A quote with its clause and page: ``quote == text[start:end]`` of the document, on that page.

    ``document_id`` and ``clause_id`` are the library's keys; ``document`` and ``clause`` are what a reader sees. ``confidence``
    is that of text recognition on a page that is but a picture, 0 to 1, and None for any other page; ``doubtful`` are the
    words of the quote that it may have got wrong. ``in_force`` is whether the quote holds on the day asked about: False when
    it was amended before (see ``superseded_by``) or takes effect later, None when a change to it could not be applied with
    certainty. ``replaces`` are the words in whose place it stands. ``signing`` is what is wrong with the digital signatures of the document
    ("changed", "unchecked", "partly signed", "unsigned"), and None when nothing is, or none was asked for. ``paged`` is whether
    the original has pages to name; formats without pages have one, and are cited by clause alone. ``translation`` is a
    model's, for a reader who asks in the other language: rows of a table are lines, their cells parted by bars; empty where there is
    none. Nothing rests on it.
    """

    contract: str
    document: str
    clause: str
    page: int
    start: int
    end: int
    quote: str
    document_id: str = ""
    clause_id: str = ""
    confidence: float | None = None
    doubtful: tuple[str, ...] = ()
    in_force: bool | None = True
    superseded_by: tuple[Amended, ...] = ()
    replaces: tuple[Amended, ...] = ()
    signing: str | None = None
    paged: bool = True
    translation: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence of an answer, with the citations that it rests on and its verdict.

    ``lead`` says in plain words what a quoted statement answers ("30 days' notice."); empty where no rule is certain. ``stance`` is how
    it stands in a disagreement; None where it has no part in one.
    """

    text: str
    verdict: Verdict
    citations: tuple[Citation, ...]
    lead: str = ""
    stance: Stance | None = None


@dataclass(frozen=True, slots=True)
class FoundPassage:
    """A passage as retrieved. ``score`` orders passages of one question, higher is nearer; ``similarity`` is the cosine
    between question and passage, which compares across questions. ``paged`` is as in `Citation`.
    """

    contract: str
    document: str
    clause: str
    page: int
    start: int
    end: int
    score: float
    similarity: float = 0.0
    text: str = ""
    breadcrumb: str = ""
    document_id: str = ""
    clause_id: str = ""
    paged: bool = True


@dataclass(frozen=True, slots=True)
class Answer:
    """Statements, or a typed abstention, and how the answer came about.

    ``text`` is the answer as shown. ``contract`` is the contract it was resolved to, None when none was. ``passages`` are the ten
    best, in order. ``nearest`` are the words that come nearest, quoted, where the contract seems silent or advice is asked for: the
    reader judges them. ``seconds`` is the time taken; ``trace`` holds notes for the curious (the rewritten
    question, the stages' seconds, the model's failure). ``apart`` are the answers of each contract, where the question names several side
    by side; ``statements`` are then all of theirs, and ``abstained`` is None unless none answers.
    """

    question: str
    language: str
    contract: str | None
    abstained: Abstention | None
    text: str
    statements: tuple[Statement, ...] = ()
    passages: tuple[FoundPassage, ...] = ()
    seconds: float = 0.0
    trace: dict[str, Any] = field(default_factory=dict)
    nearest: tuple[Statement, ...] = ()
    apart: tuple[Answer, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """The answer as the JSON object of ``ask --json`` and of the batch form (without ``id``)."""
        return {
            "question": self.question,
            "language": self.language,
            "contract": self.contract,
            "abstained": self.abstained,
            "text": self.text,
            "statements": [asdict(s) for s in self.statements],
            "passages": [asdict(p) for p in self.passages],
            "seconds": round(self.seconds, 4),
            "trace": self.trace,
            "nearest": [asdict(s) for s in self.nearest],
            "apart": [each.to_json() for each in self.apart],
        }
