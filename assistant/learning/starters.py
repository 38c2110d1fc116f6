"""First questions to ask of a contract, each drawn from a clause that it has. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assistant.answer import FoundPassage
from assistant.citing.cite import clause_passage
from assistant.naming.clause_lookup import subtree
from ingest.document import Clause, Document, Role, Span
from ingest.record import DocumentRecord
from ingest.words import fold

_TOP = 2  # levels of headings that name what a document is about


@dataclass(frozen=True, slots=True)
class Starter:
    """A question, the clause that it is drawn from, and the span of that clause with those beneath it."""

    question: str
    place: FoundPassage
    span: Span

    def leads_home(self, passages: Iterable[FoundPassage]) -> bool:
        """Whether one of the passages that its question finds lies in its clause."""
        return any(
            passage.document_id == self.place.document_id and self.span.overlaps(Span(passage.start, passage.end))
            for passage in passages
        )


@dataclass(frozen=True, slots=True)
class _Topic:
    """Headings (folded) that show a contract to deal with something, and what is then asked; its home is looked at first."""

    headings: re.Pattern[str]
    questions: dict[str, str]
    home: Role = Role.FRAMEWORK


def _topic(headings: str, en: str, fr: str, home: Role = Role.FRAMEWORK) -> _Topic:
    return _Topic(re.compile(headings), {"en": en, "fr": fr}, home)


_TOPICS = (
    _topic(
        r"\bincident (?:response|management)|response times?|resolution times?|delais? de (?:prise en charge|retablissement)",
        "How fast must a critical incident be answered and resolved?",
        "Sous quels délais un incident critique doit-il être pris en charge et rétabli ?",
        Role.SERVICE_LEVELS,
    ),
    _topic(
        r"\bservice credits?\b|\bpenalites?\b",
        "What happens when a service level is missed?",
        "Que se passe-t-il quand un niveau de service n’est pas tenu ?",
        Role.SERVICE_LEVELS,
    ),
    _topic(
        r"\btermination\b|\bresiliation\b",
        "How much notice ends the contract?",
        "Quel préavis faut-il pour mettre fin au contrat ?",
    ),
    _topic(
        r"\bliability\b|^(?:article \d+ )?responsabilite\b|plafond",
        "What is the cap on liability?",
        "Quel est le plafond de responsabilité ?",
    ),
    _topic(
        r"return of data|restitution|transfer of knowledge|exit (?:plan|assistance)|reversibilite",
        "What must the supplier hand over at the end of the contract?",
        "Que doit remettre le prestataire à la fin du contrat ?",
        Role.EXIT_PLAN,
    ),
    _topic(
        r"data breach|violations? de donnees|security incident",
        "How soon must a data breach be reported?",
        "Sous quel délai une violation de données doit-elle être notifiée ?",
        Role.DATA_PROTECTION,
    ),
    _topic(
        r"\binvoic|\bpayment\b|\bfacturation\b|\bpaiement\b",
        "When are invoices to be paid?",
        "Quand les factures doivent-elles être payées ?",
    ),
    _topic(
        r"^(?:commencement and )?(?:initial )?term\b|^duree\b|duration|renewal|term and termination",
        "How long does the contract run, and can it be extended?",
        "Quelle est la durée du contrat, et peut-elle être prolongée ?",
    ),
    _topic(r"\bexclusiv", "What is exclusive under the contract?", "Sur quoi porte l’exclusivité ?"),
    _topic(r"\broyalt|\bredevances?\b", "What royalties or fees are due?", "Quelles redevances sont dues ?"),
    _topic(r"\bsub-?contract|sous-traitance", "Is subcontracting allowed?", "La sous-traitance est-elle permise ?"),
    _topic(r"\baudit", "May the customer audit the supplier?", "Le client peut-il auditer le prestataire ?"),
    _topic(r"\binsurance\b|\bassurances?\b", "What insurance is required?", "Quelles assurances sont exigées ?"),
    _topic(r"\bwarrant|\bgaranties?\b", "What is warranted, and for how long?", "Qu’est-ce qui est garanti, et combien de temps ?"),
    _topic(
        r"\bconfidential|\bsecret\b",
        "How long does confidentiality last?",
        "Combien de temps la confidentialité dure-t-elle ?",
    ),
    _topic(r"\bassign|\bcession\b", "May the contract be assigned?", "Le contrat peut-il être cédé ?"),
    _topic(
        r"\bgoverning law|\bapplicable law|\bloi applicable|\bdroit applicable",
        "Which law governs the contract?",
        "Quel droit s’applique au contrat ?",
    ),
)  # fmt: skip


def starters(family: Sequence[tuple[DocumentRecord, Document]], language: str) -> list[Starter]:
    """Questions that clauses of the contract show to be worth asking, one a topic; none for a contract without such headings.

    Args:
        family: the documents of the contract.
        language: of the questions, "en" or "fr"; the contract may be in the other one.
    """
    found: list[Starter] = []
    for topic in _TOPICS:
        ordered = sorted(family, key=lambda pair: (pair[0].role is not topic.home, pair[0].role is not Role.FRAMEWORK))
        for record, document in ordered:
            clause = _clause_on(topic, document) if record.role is not Role.AMENDMENT else None
            if clause is not None:
                found.append(
                    Starter(
                        topic.questions[language], clause_passage(record, document, clause), subtree(document, clause)
                    )
                )
                break
    return found


def _clause_on(topic: _Topic, document: Document) -> Clause | None:
    headed = (clause for clause in document.clauses if clause.heading and clause.level <= _TOP)
    return next((clause for clause in headed if topic.headings.search(fold(clause.heading or ""))), None)
