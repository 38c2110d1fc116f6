"""The plain-words lead of a quote, built by rules: "30 days' notice", "At most £7,500", "No".

A lead is said only where the rules are certain: one figure of the kind that is asked for in the sentence or cell that answers; a
sentence that plainly forbids or denies what is asked. It is a statement like any other and is held against its quotes
(`assistant.ground.faults`): one that is not borne out is dropped, and the quote speaks alone.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from assistant.answering.acting_party import binds_another
from assistant.answering.actor_lead import actor
from assistant.asked.halves import asks_for_two
from assistant.asked.premise import Premise, borne_out, read_premise
from assistant.asked.question import Asked, Question
from assistant.asked.sought import Sought, Value, read_sought
from assistant.asked.terms import content_stems, find_terms
from assistant.ground import faults
from assistant.proof.excepted import exception_asked
from assistant.proof.exceptions import exception_kept
from assistant.proof.fault import Fault
from assistant.proof.polarity import Side, sides
from assistant.values.figures import MONEY, Figure, figures, holds
from assistant.values.hours import with_night
from assistant.values.spoken_figure import spoken
from assistant.wording.lexicon import Lexicon
from assistant.wording.near_miss import near_miss
from assistant.wording.notice import asks_for_notice, gives_notice
from assistant.wording.redaction import redacted_units
from ingest.document import Span
from ingest.language import detect
from ingest.sentences import sentences
from ingest.words import stems

_AT_MOST = re.compile(
    r"\b(?:up to|at most|not exceed\w*|no more than|not more than|capped|maximum|limited to|ceiling|no later than|not later than|"
    r"au plus|au maximum|plafonn\w+|plafond|dans la limite|limitée? à|maximale?|ne (?:peu\w+ )?(?:dépass|excèd|excéd)\w*|jusqu.à)\b",
    re.IGNORECASE,
)
_AT_LEAST = re.compile(
    r"\b(?:at least|not less than|no less than|no fewer than|minimum|au moins|au minimum|minimale?)\b", re.IGNORECASE
)
_NOTICE = re.compile(r"\b(?:notice|préavis)\b", re.IGNORECASE)
_FIRST_YEAR, _LAST_YEAR = 1900, 2100  # a number between them is a year and counts nothing
_BOUND_REACH = 45  # characters before a figure among which "up to" or "at least" bounds it
_UNIT_BEHIND = re.compile(r"[\s)’']*(?:[€$£%]|[^\W\d_]+(?:\s(?:ouvrée?s?|calendaires?|days?|hours?))?)[\s,(]*")
_OR_OTHER = re.compile(  # of two the one that leads cannot be told: "or £2m if that is higher", "le plus élevé des deux"
    r"\bwhichever\b|\b(?:if|where) (?:that|it|this|the latter)(?: \w+)? is (?:the )?"
    r"(?:higher|greater|more|larger|lower|less|smaller)\b|\bthe (?:higher|greater|larger|lower|lesser|smaller) of\b|"
    r"\b(?:le|la|au|du|les) plus (?:élevée?|grande?|importante?|faible|bas|basse)s?\b|"
    r"\b(?:si (?:celui-ci|celle-ci|ce montant|elle|cette somme) (?:est|lui est)|s['’]il (?:est|lui est)) "
    r"(?:supérieur|inférieur|plus)",
    re.IGNORECASE,
)
_RENEWAL = re.compile(r"\b(?:renew\w*|recondu\w*|renouvel\w*|extend|extension)\b", re.IGNORECASE)
_RENEWAL_OR_END = re.compile(
    rf"{_RENEWAL.pattern}|\bexpir\w*|\bend of (?:the|each|any|its|that)\b|\b(?:échéance|terme|fin de (?:la|chaque))\b",
    re.IGNORECASE,
)
_MONTHS_END = re.compile(r"^\W*(?:fin de mois|end of (?:the )?month|EOM)\b", re.IGNORECASE)  # "30 jours fin de mois"
_WORDS = {
    "en": {
        "most": "At most {}",
        "least": "At least {}",
        "notice": "{}' notice",
        "except": "{}, except as the clause says",
        "confirmed": "The clause does say {}.",
        "confirmed_except": "The clause does say {}, with an exception.",
        "no": "No: the clause rules it out",
        "no_except": "No, except as the clause says",
        "near": "This gives {}, and not {}.",
    },
    "fr": {
        "most": "Au plus {}",
        "least": "Au moins {}",
        "notice": "{} de préavis",
        "except": "{}, sauf ce que prévoit la clause",
        "confirmed": "La clause dit bien {}.",
        "confirmed_except": "La clause dit bien {}, avec une exception.",
        "no": "Non : la clause l'exclut",
        "no_except": "Non, sauf ce que prévoit la clause",
        "near": "Ceci donne {}, et non {}.",
    },
}
_NEGATIVE_QUESTION = re.compile(
    r"n['’]t\b|\b(?:not|never|no|without|unless|only|ne|pas|jamais|sans|aucune?|sauf|seulement|uniquement)\b|\bn['’]",
    re.IGNORECASE,
)
_WITHOUT = re.compile(r"\b(?:without|sans)\b", re.IGNORECASE)


class Leads:
    """Says in plain words what a quote answers.

    Args:
        lexicon: knows the question's words by other names.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def of(self, question: Question, quote: str, header: str = "") -> str:
        """The lead of a quote, empty where no rule is certain.

        Args:
            question: as read.
            quote: the words quoted.
            header: the header row of the table in which the quote is a row, its cells separated by tabs.
        """
        if asks_for_two(question.text):
            return ""  # one figure would pass for the whole answer
        if neighbours := near_miss(with_night(question.text), f"{header} {quote}"):
            names = (side.english if question.language == "en" else side.french for side in neighbours)
            return _WORDS[question.language]["near"].format(*names)
        if exception_asked(question.text, quote, self._lexicon) is not None:
            return ""  # the rule is not what is asked about
        if asks_for_notice(question.text) and "\t" not in quote and not gives_notice(quote):
            return ""  # whatever period it gives is none of the notice
        if asks_for_notice(question.text) and _RENEWAL.search(question.text) and not _RENEWAL_OR_END.search(quote):
            return ""  # the notice of another ending
        asserted, sought = read_premise(question), read_sought(question)
        if asserted is not None:
            return self._confirmed(question, asserted, quote)
        if sought.value in (Value.TIME, Value.MONEY, Value.PERCENT):
            said = self._figure(question, sought, quote, header)
        elif question.asked is Asked.PARTY:
            said = self._actor(question, quote)
        elif question.asked is Asked.YES_NO:
            said = self._denial(question, quote)
        else:
            return ""
        return f"{said}." if said and self._is_borne_out(said, [quote, header] if header else [quote]) else ""

    def _is_borne_out(self, lead: str, source: Sequence[str]) -> bool:
        """Whether the checks find no fault; few words of a lead are the contract's, so how many is no matter here."""
        return all(fault is Fault.COVERAGE for fault in faults(lead, source, self._lexicon))

    def _figure(self, question: Question, sought: Sought, quote: str, header: str) -> str:
        part = cell_asked(question, quote, header, self._lexicon) if "\t" in quote else self._sentence(question, quote)
        if part is None or redacted_units(part) or binds_another(question.text, part):
            return ""
        units = sought.units - {"percent"} if sought.value is Value.MONEY else sought.units
        known = figures(question.text)  # what the question brings is no answer to it
        held = [f for f in figures(part) if f.unit.rsplit(" ", 1)[-1] in units and f not in known]
        said = spoken(held[0], question.language) if len(held) == 1 else None
        if said is None:
            return ""
        dressed = _dressed(said, held[0], part, question)
        if held[0].unit in (*MONEY, "percent") and _OR_OTHER.search(part):
            return ""
        most = dressed.startswith(_WORDS[question.language]["most"].format(""))
        return "" if held[0].unit in MONEY and not most and _tells_case(known, f"{header} {part}") else dressed

    def _confirmed(self, question: Question, asserted: Premise, quote: str) -> str:
        """That the quote gives the figure that the question wants confirmed, and of the same; empty where it does not."""
        said = spoken(asserted.figure, question.language)
        if said is None or not asserted.asks or not borne_out(asserted, quote):
            return ""
        against = set(faults(asserted.said, [quote], self._lexicon)) - {Fault.COVERAGE}
        if against - {Fault.EXCEPTION}:
            return ""
        excepted = Fault.EXCEPTION in against or has_exception(quote)
        return _WORDS[question.language]["confirmed_except" if excepted else "confirmed"].format(said)

    def _sentence(self, question: Question, quote: str) -> str | None:
        """Of the sentences with a figure the one that holds most of the question's words; None where another holds more of them."""
        parts = [span.of(quote) for span in sentences(quote, Span(0, len(quote)))]
        language = _language(quote)
        wanted = find_terms(question, language, self._lexicon).asked
        held = {part: _held(wanted, stems(part, language)) for part in parts}
        ranked = sorted((part for part in parts if figures(part)), key=lambda part: -held[part])
        if not ranked or held[ranked[0]] < max(held.values()):
            return None
        return ranked[0] if len(ranked) == 1 or held[ranked[0]] > held[ranked[1]] else None

    def _denial(self, question: Question, quote: str) -> str:
        """A "no" where the one sentence of the quote speaks of all that is asked about, denies some of it and affirms none.

        "Without cause" denies nothing that one may do: a quote or question with such words is left to the reader.
        """
        alone = len(sentences(quote, Span(0, len(quote)))) == 1
        if _NEGATIVE_QUESTION.search(question.text) or _WITHOUT.search(quote) or not alone:
            return ""
        language = _language(quote)
        held = sides(quote, language)
        sided = [
            self._sides_of(stem, question.language, language, held)
            for stem in content_stems(question.text, question.language)
        ]
        if not all(sided) or Side.DENIED not in set().union(*sided) or Side.AFFIRMED in set().union(*sided):
            return ""
        words = _WORDS[question.language]
        return words["no_except"] if has_exception(quote) else words["no"]

    def _actor(self, question: Question, quote: str) -> str:
        """The party that does what is asked about, with word of an exception."""
        said = actor(question, quote, self._lexicon)
        return _WORDS[question.language]["except"].format(said) if said and has_exception(quote) else said

    def _sides_of(self, stem: str, spoken: str, language: str, held: Mapping[str, Side]) -> set[Side]:
        """The sides on which a word of the question stands in a quote, itself or by a counterpart; none where it does not occur."""
        forms = {stem, *self._lexicon.counterparts(stem, spoken, language)}
        return {held[form] for form in forms if form in held}


def cell_asked(question: Question, row: str, header: str, lexicon: Lexicon) -> str | None:
    """The cell of a row under the column that the question's words name, None where none leads.

    Args:
        question: as read.
        row: its cells parted by tabs.
        header: the row that names the columns, likewise.
        lexicon: knows the question's words by other names.
    """
    cells, names = row.split("\t"), header.split("\t")
    if len(cells) != len(names):
        return None
    language = _language(header)
    wanted = find_terms(question, language, lexicon).asked
    ranked = sorted(
        ((_held(wanted, stems(name, language)), -n) for n, name in enumerate(names) if figures(cells[n])),
        reverse=True,
    )
    if not ranked or (len(ranked) > 1 and ranked[0][0] <= ranked[1][0]):
        return None
    return cells[-ranked[0][1]]


def _held(words: Collection[tuple[str, ...]], text: Sequence[str]) -> int:
    """How many of a question's words a text holds, each in any of its stems."""
    known = set(text)
    return sum(not known.isdisjoint(word) for word in words)


def _tells_case(told: set[Figure], part: str) -> bool:
    """Whether a question tells how many, how long or how much of a thing, and the words that answer do not: theirs is for another case."""
    cases = {f for f in told if f.value != 1 and (f.unit or not _FIRST_YEAR <= f.value < _LAST_YEAR)}
    return any(not holds(figures(part), case) for case in cases if not case.unit.startswith(("date", "weekday")))


def _dressed(said: str, figure: Figure, part: str, question: Question) -> str:
    """The figure with what bounds it, what it is where notice is asked for, and word of an exception."""
    words = _WORDS[question.language]
    before, behind = _around(part, figure)
    if _MONTHS_END.match(behind):
        return ""
    bounded = (_AT_MOST.search(part), _AT_LEAST.search(part))
    if before is None and any(bounded):
        return ""  # a bound stands somewhere, and it cannot be told whether it is this figure's
    if before is not None and (_AT_LEAST.search(before) or _AT_LEAST.match(behind)):
        said = words["least"].format(said)
    elif before is not None and (_AT_MOST.search(before) or _AT_MOST.match(behind)):
        said = words["most"].format(said)
    if (
        _NOTICE.search(question.text)
        and _NOTICE.search(part)
        and not said.endswith(("%", "€"))
        and figure.unit.endswith(("day", "month", "week", "year"))
    ):
        said = words["notice"].format(said) if question.language == "fr" or said.endswith("s") else said
    return words["except"].format(said) if has_exception(part) else said


def _around(part: str, figure: Figure) -> tuple[str | None, str]:
    """The words right before the figure where it stands in digits, and those behind it and its unit; None when it cannot be placed."""
    for match in re.finditer(r"\d[\d.,  ]*", part):
        beginning = max(0, match.start() - 2)
        if figure in figures(part[beginning : match.end() + 30]) or figure.value in _values(match.group()):
            behind = _UNIT_BEHIND.match(part, match.end())
            return part[max(0, match.start() - _BOUND_REACH) : match.start()], part[
                behind.end() if behind else match.end() :
            ]
    return None, ""


def _values(digits: str) -> set[float]:
    return {figure.value for figure in figures(digits)}


def _language(text: str) -> str:
    found = detect(text)
    return found if found in ("en", "fr") else "en"


def has_exception(text: str) -> bool:
    """Whether a text makes an exception: a plain sentence beside it would not keep it."""
    return not exception_kept("It is so.", text, text)
