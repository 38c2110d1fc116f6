"""The question, read: its language, what kind of thing it asks for, and the names and numbers in it.

Rules over words in English and French; no model. What is asked for (a period, an amount, a party …) tells which sentence of a
clause answers, and what a sentence must hold to do so.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from assistant.asked.advice import wants_advice
from assistant.errors import BadQuestion
from assistant.naming.mention import find_mentions
from assistant.naming.named_documents import NamedDocument
from assistant.values.figures import MONEY
from assistant.wording.spoken_language import spoken_language
from ingest.language import detect

LONGEST_QUESTION = 4_000  # characters; a longer one is a document, not a question


class Asked(StrEnum):
    """What kind of thing answers the question."""

    PERIOD = "period"
    AMOUNT = "amount"
    PARTY = "party"
    YES_NO = "yes/no"
    DEFINITION = "definition"
    FACT = "fact"


_ASKED: tuple[tuple[Asked, str], ...] = (
    (
        Asked.PERIOD,
        r"\bhow (?:long|fast|quick(?:ly)?|soon|often|late|early|many (?:\w+ )?(?:minutes|hours|days|weeks|months|years))\b|"
        r"\b(?:by )?when\b|\bwhat(?:'s| is)? (?:the )?(?:\w+ ){0,2}(?:deadline|period|notice|time|date|delay|term|hours)\b|"
        r"\bcombien de (?:temps|\w* ?(?:minutes|heures|jours|semaines|mois|années|ans))\b|\b(?:en|sous|au bout de|pendant) combien\b|"
        r"\bquels? (?:est |sont )?(?:le |les )?(?:\w+ ){0,2}(?:délais?|préavis|durée|date|échéance)\b|"
        r"\bquelle (?:est la )?(?:durée|date|heure)\b|\bc.est quoi (?:le |la |les )?(?:\w+ ){0,2}(?:délais?|préavis|durée|date|échéance)\b|"
        r"\b(?:jusqu.à |à partir de |depuis )?quand\b|\bwithin what\b|\bquel délai\b",
    ),
    (
        Asked.AMOUNT,
        r"\bhow (?:much|many|high|big|large)\b|\bwhat(?:'s| is| are)? (?:the )?(?:\w+ ){0,3}"
        r"(?:price|cost|costs|fees?|rate|amount|percentage|cap|limit|credit|penalty|ceiling|charge|figure)\b|"
        r"\bcombien\b|\bquel(?:le)?s? (?:est |sont )?(?:le |la |les )?(?:\w+ ){0,2}"
        r"(?:prix|coût|tarifs?|montants?|taux|pourcentage|plafond|pénalités?|avoir|limite|indemnité)\b|\bcoûte\b|"
        r"\bc.est quoi (?:le |la |les )?(?:\w+ ){0,2}(?:prix|coût|tarifs?|montants?|taux|pourcentage|plafond)\b",
    ),
    (
        Asked.DEFINITION,
        r"\bwhat (?:exactly )?(?:is|are|does|do) (?:meant by|the definition|.{0,60}\bmean\b)|\bdefin(?:e|ed|ition)\b|\bwhat counts as\b|"
        r"\bqu.(?:est[- ]ce qu.|entend[- ]on|appelle)|\bdéfini(?:t|tion|e)?\b|\bque (?:signifie|veut dire)\b|\bc.est quoi\b",
    ),
    (
        Asked.PARTY,
        r"\bwho(?:se|m)?\b|\bwhich (?:party|side|of us)\b|\bqui\b(?! est[- ]ce)|\bquelle partie\b|\bà qui\b|\bpar qui\b",
    ),
    (
        Asked.YES_NO,
        r"(?:^|[,:;.!?] |\band |\bso )(?:can|may|is|are|do|does|did|must|should|will|would|could|has|have|was|were|am)\b|"
        r"\best[- ]ce qu|\b(?:peut|doit|faut|est|sont|a|ont|peuvent|doivent|pouvons|devons|avons|sommes|suis|dois|peux)[- ](?:t[- ])?"
        r"(?:on|il|ils|elle|elles|nous|vous|je|tu|ce)\b",
    ),
)
_BARE_PERIOD = re.compile(  # a topic in place of a question: "notice period for termination", "délai de paiement des factures"
    r"(?:the |our |their |le |la |les |l['’])?(?:\w+ )?"
    r"(?:notice|payment|retention|warranty|response|resolution|cure|grace|recovery|restoration) (?:periods?|times?|terms?|deadlines?)\b|"
    r"(?:the |le |un )?(?:notice|préavis)\b|periods? of notice\b|(?:the )?(?:contract|initial) term\b|(?:the )?duration\b|"
    r"(?:le |la |les )?(?:délais?|durée)s? (?:de |du |des |d['’]|pour )",
    re.IGNORECASE,
)
_LONGEST_TOPIC = 8  # words
_QUOTED = re.compile(
    r"[“\"«]\s{0,9}([^”\"»]{3,120}?)\s{0,9}[”\"»]|(?<!\w)‘\s{0,9}([^‘’]{3,120}?)\s{0,9}’(?!\w)|"
    r"(?<![\w.,])'\s{0,9}([^']{3,120}?)\s{0,9}'(?!\w)|(?<![\w.,])[“\"«]\s{0,9}([^“”\"«»]{3,120})$"  # still being typed
)


_TIME = frozenset({"minute", "hour", "day", "week", "month", "year"})
_MONEY = MONEY | {"percent"}
_UNITS: tuple[tuple[frozenset[str], str], ...] = (
    (
        _TIME,
        r"\bhow many (?:\w+ )?(?:minutes|hours|days|weeks|months|years)\b|\bhow (?:long|fast|quick(?:ly)?|soon)\b|"
        r"\bhow much (?:\w+ )?(?:notice|time|warning|delay)\b|"
        r"\bcombien (?:de |d.)(?:\w+ )?(?:préavis|temps|minutes|heures|jours|semaines|mois|années|ans)\b|\bdeadline\b|\bnotice period\b|"
        r"\b(?:rpo|rto|pdma|dmia|recovery (?:time|point) objectives?)\b|"
        r"\bwithin what\b|\b(?:en|sous|au bout de) combien\b|\bquels? (?:est |sont )?(?:le |les )?(?:délais?|préavis|durée)\b|"
        r"\bquelle (?:est la )?durée\b",
    ),
    (
        frozenset({"percent"}),
        r"\bper ?cent(?:age)?\b|%|\bpourcentage\b|\bpour[- ]cent\b|\buptime\b|\btaux de disponibilité\b|"
        r"\b(?:what|which) (?:level of |monthly |minimum )?availability\b|\bhow available\b|"
        r"\bavailability (?:target|level|commitment|guarantee)\b|"
        r"\bquelle (?:est la )?disponibilité\b|\bdisponibilité (?:garantie|promise|minimale|mensuelle)\b",
    ),
    (
        _MONEY,
        r"\bhow much\b(?!\s+(?:\w+\s+){0,2}?(?:storage|space|disk|bandwidth|memory|ram|traffic|data|capacity|volume|downtime)\b)|"
        r"\b(?:hourly|daily|day) rate\b|\bdollars\b|\beuros\b|"
        r"\bwhat.{0,20}\b(?:cap|ceiling|penalty|credit)\b|\bfactur\w+ combien\b|"
        r"\bquel.{0,20}\b(?:plafond|avoir|pénalité)\b|\b(?:what|which) (?:\w+ ){0,3}(?:amount|sum)\b|"
        r"(?<!en )(?<!sous )(?<!pendant )(?<!bout de )\bcombien\b(?!\s+(?:de\b|d['’]|y a))",
    ),
)
_SUMS = re.compile(r"\b(?:prices?|fees?|costs?|montants?|coût\w*|tarifs?|prix)\b", re.IGNORECASE)
_VALUED = frozenset({Asked.PERIOD, Asked.AMOUNT, Asked.FACT})


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a question that a conversation has put together: its language, "en" or "fr", and how much its words weigh."""

    text: str
    language: str
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Question:
    """A question and what its words say about the answer.

    ``units`` are those of the figure that is asked for, as in `assistant.values.figures` (empty when none is); ``numbers``, ``annexes``
    and ``documents`` are those of `assistant.naming.mention`, and ``is_place`` says that there is nothing else ("Annex 2, clause 8.2");
    ``phrases`` are what stood in quotation marks. ``parts`` are those of a question that was put together; empty for one that was typed
    as it is.
    """

    text: str
    language: str
    asked: Asked
    units: frozenset[str] = frozenset()
    numbers: tuple[str, ...] = ()
    annexes: tuple[str, ...] = ()
    documents: tuple[NamedDocument, ...] = ()
    phrases: tuple[str, ...] = ()
    is_place: bool = False
    wants_advice: bool = False
    parts: tuple[Part, ...] = ()


def read_question(text: str) -> Question:
    """Read a question as typed.

    Args:
        text: the question; control characters are taken out.

    Raises:
        BadQuestion: when it is empty or longer than LONGEST_QUESTION characters.
    """
    cleaned = _cleaned(text)
    if not any(c.isalnum() for c in cleaned):
        raise BadQuestion("Expected a question in words, got none; type what you want to know about the contract.")
    if len(cleaned) > LONGEST_QUESTION:
        raise BadQuestion(
            f"Expected a question of at most {LONGEST_QUESTION:,} characters, got {len(cleaned):,}; ask for one thing at a time."
        )
    asked = _asked(cleaned)
    named = find_mentions(cleaned)
    phrases = tuple("".join(groups) for groups in _QUOTED.findall(cleaned))
    return Question(
        text=cleaned,
        language="en" if named.alone and not named.documents and detect(cleaned) == "und" else spoken_language(cleaned),
        asked=asked,
        units=_units(cleaned, asked),
        numbers=named.numbers,
        annexes=named.annexes,
        documents=named.documents,
        phrases=phrases,
        is_place=named.alone and not phrases,
        wants_advice=wants_advice(cleaned),
    )


def _cleaned(text: str) -> str:
    """One line, composed (NFC), without control or invisible characters."""
    composed = unicodedata.normalize("NFC", text)
    visible = "".join(" " if c.isspace() else c for c in composed if c.isspace() or unicodedata.category(c)[0] != "C")
    return re.sub(r" +", " ", visible).strip()


def _asked(text: str) -> Asked:
    for asked, pattern in _ASKED:
        if re.search(pattern, text, re.IGNORECASE):
            return asked
    return Asked.PERIOD if _is_bare_period(text) else Asked.FACT


def _is_bare_period(text: str) -> bool:
    """Whether a text is no question but names a period in few words."""
    return len(text.split()) <= _LONGEST_TOPIC and not text.endswith("?") and bool(_BARE_PERIOD.match(text))


def _units(text: str, asked: Asked) -> frozenset[str]:
    """The units of the figure that is asked for; "can they raise prices?" and "who pays the costs?" ask for none."""
    if asked not in _VALUED:
        return frozenset()
    for units, pattern in _UNITS:
        if re.search(pattern, text, re.IGNORECASE):
            return units
    if _is_bare_period(text):
        return _TIME
    return _MONEY if (asked is Asked.AMOUNT and _SUMS.search(text)) or _SUMS.match(text) else frozenset()
