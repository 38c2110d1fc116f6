"""The day on which a notice has run: "we give notice on 10 April 2027, when does it end?" and "two months' notice" make 10 June 2027. Pure.

Told only of notice to end the contract that names no ground, where all that was found gives it one length. A contract may end later (the
notice counts from when it is received, the end is tied to an anniversary), so the day is the earliest or, counted back, the latest one.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from datetime import date

from assistant.asked.question import Question
from assistant.calculation.calculated import Calculated
from assistant.calculation.counting import DAYS, MONTHS, counted
from assistant.values.figures import Figure, figures
from assistant.values.spoken_figure import spoken
from assistant.wording.ending import is_at_will
from assistant.wording.notice import gives_notice
from ingest.days import Day, days
from ingest.document import Span
from ingest.sentences import sentences
from ingest.words import fold
from ingest.written_day import written_day

_GIVEN = re.compile(
    r"\b(?:giv\w+|gave|serv\w+|sen[dt]\w*|hand\w*|notif\w+)\b[^?;]{0,40}\bnotice\b|\bnotice\b[^?;]{0,30}\b(?:given|served|sent|received|of|on)\b|"
    r"\b(?:terminat\w+|cancel\w*)\b|\bresili\w+|\bdenonc\w+|\b(?:donn\w+|envo\w+|notifi\w+|adress\w+)\b[^?;]{0,30}\bpreavis\b|"
    r"\bpreavis (?:donne|envoye|notifie|du|le|recu)\b"
)
_ENDS = re.compile(
    r"\b(?:when|what (?:day|date)|which (?:day|date)|quand|quelle date|quel jour|jusqu'a quand|until when)\b[^?]{0,60}?"
    r"\b(?:end\w*|over|out|free|leave|terminat\w+|expire\w*|stop\w*|takes? effect|effective|fin|fini\w*|termine\w*|libres?|parti\w*|"
    r"prend\w* (?:fin|effet)|cess\w+|s'arret\w+|effective)\b|\b(?:fin|end|over|out|libres?) (?:quand|when)\b"
)
_WHEN_TO_GIVE = re.compile(
    r"\b(?:when|by what (?:day|date)|what is the latest|until when|quand|jusqu'a quand|a quelle date|au plus tard)\b[^?]{0,60}?"
    r"\b(?:(?:giv\w+|serv\w+|sen[dt]\w*|hand\w*)\b[^?]{0,25}\bnotice|(?:donn\w+|envo\w+|notifi\w+|adress\w+|poser)\b[^?]{0,25}"
    r"\b(?:preavis|resiliation))\b"
)
_END_WANTED = re.compile(  # right before the day: it is the end and not the notice
    r"\b(?:end\w*|leav\w+|out|over|expir\w+|effective|effect|until|free)\s(?:(?:on|by|from|at|as of|as from)\s)?(?:the\s)?$|"
    r"\b(?:partir|sortir|fin\w*|libres?|effet|echeance|expir\w+|termine\w*|jusqu'au|pour)\s"
    r"(?:(?:le|au|du|a compter du|a partir du|pour le)\s?)?$"
)
_ENDING = re.compile(
    r"\b(?:terminat\w*|cancel\w*|withdraw\w*|end this|end the|resili\w*|denonc\w*|mettre fin|met fin)\b"
)
_GROUND = re.compile(
    r"\b(?:if|where|when|unless|in the event|breach\w*|default\w*|fail\w*|insolven\w*|change of control|for cause|renew\w*|force majeure|"
    r"si|s'il|lorsqu\w*|en cas|manquement\w*|inexecution\w*|defaillan\w*|defaut|faute|reconduction\w*|reconduire|renouvel\w*)\b"
)
_TO_END_OF = (
    (
        1,
        re.compile(
            r"\b(?:end|last day) of (?:a|any|the|that|each) (?:calendar )?month\b|\b(?:fin|dernier jour) (?:d'un|du|de) mois\b"
        ),
    ),
    (
        3,
        re.compile(
            r"\b(?:end|last day) of (?:a|any|the|each) calendar quarter\b|\b(?:fin|dernier jour) (?:d'un|du) trimestre civil\b"
        ),
    ),
    (
        12,
        re.compile(
            r"\b(?:end|last day) of (?:a|any|the|each) calendar year\b|\b(?:fin|dernier jour) (?:d'une|de l')\s?annee civile\b"
        ),
    ),
)
_TIED = re.compile(
    r"\banniversar\w+|\b(?:end|expir\w+) of (?:the|a|any|each|its|such) (?:[\w-]+ ){0,3}(?:term|period|year|quarter)\b|\banniversaire\b|"
    r"\becheance\b|"
    r"\b(?:fin|terme|expiration) (?:de la|du|de l'|de chaque|d'une?|de) ?(?:[\w-]+ ){0,2}(?:periode|annee|terme|trimestre|duree)\b"
)
_WORDS = {
    "en": {
        "after": "{day} at the earliest: {start} + {period}{rounded}.",
        "before": "{day} at the latest: {start} − {period}.",
        1: ", to the end of the month",
        3: ", to the end of the quarter",
        12: ", to the end of the year",
        "tied": " The clause makes it depend on an anniversary or the end of a period, too.",
    },
    "fr": {
        "after": "{day} au plus tôt : {start} + {period}{rounded}.",
        "before": "{day} au plus tard : {start} − {period}.",
        1: ", jusqu’à la fin du mois",
        3: ", jusqu’à la fin du trimestre",
        12: ", jusqu’à la fin de l’année",
        "tied": " La clause le fait dépendre aussi d’un anniversaire ou de la fin d’une période.",
    },
}


def notice_end(question: Question, quotes: Sequence[tuple[str, str]]) -> Calculated | None:
    """The day on which a notice has run that a question says is given on a day, or by which it must be given to end on one.

    None where the question is of nothing of the kind, where a notice has a ground or several lengths, or none was found.

    Args:
        question: as read.
        quotes: the contract's words, best first, each with the heading of its clause.
    """
    folded, named = " ".join(fold(question.text).split()), days(question.text)
    if len(named) != 1 or _GROUND.search(_outside(question.text, named[0])):
        return None
    wanted = bool(_END_WANTED.search(f"{' '.join(fold(question.text[: named[0].span.start]).split())} "))
    backwards = bool(_WHEN_TO_GIVE.search(folded))
    if not backwards and (wanted or not _GIVEN.search(folded) or not _ENDS.search(folded)):
        return None
    found = [(n, *each) for n, (text, heading) in enumerate(quotes) for each in _lengths(text, heading)]
    if len({period for _, period, _ in found}) != 1:
        return None
    place, period, said = found[0]
    told = _told(question.language, named[0].day, period, " ".join(each for _, _, each in found), backwards)
    return Calculated(told, (place,)) if told and said else None


def _outside(text: str, day: Day) -> str:
    """A folded question without its day and the word that asks for one: "when" names no ground there."""
    bare = fold(f"{text[: day.span.start]} {text[day.span.end :]}")
    return re.sub(r"\b(?:when|if we|if i|si on|si nous|si l'on|where)\b", " ", bare)


def _lengths(text: str, heading: str) -> Iterator[tuple[Figure, str]]:
    """How long the notice is that each sentence gives for ending the contract without a ground, and the folded sentence.

    A sentence with several periods gives each of them, so that no one length is found.
    """
    if "\t" in text:
        return
    for span in sentences(text, Span(0, len(text))):
        said = " ".join(fold(span.of(text)).split())
        ends = _ENDING.search(said) or is_at_will(heading)
        if ends and gives_notice(said) and not _GROUND.search(said):
            bare = said
            for _, end_of in _TO_END_OF:
                bare = end_of.sub(" ", bare)  # "the end of a month" is none of a month
            for figure in figures(bare):
                if figure.unit in (*DAYS, *MONTHS):
                    yield figure, said


def _told(language: str, start: date, period: Figure, said: str, backwards: bool) -> str:
    """The day in plain words with how it is counted; empty where it is not certain."""
    end, shown, words = counted(start, period, backwards), spoken(period, language), _WORDS[language]
    rounding = next((months for months, form in _TO_END_OF if form.search(said)), None)
    tied = bool(_TIED.search(said)) and rounding is None
    if end is None or shown is None or (backwards and (tied or (rounding and _last_of(start, rounding) != start))):
        return ""
    if rounding and (not backwards or period.unit in MONTHS):
        end = _last_of(end, 1 if backwards else rounding)
    told = words["before" if backwards else "after"].format(
        day=written_day(end, language),
        start=written_day(start, language),
        period=shown,
        rounded=words[rounding] if rounding and not backwards else "",
    )
    return told + (words["tied"] if tied else "")


def _last_of(day: date, months: int) -> date:
    """The last day of the month, quarter or year (1, 3 or 12 ``months``) in which a day lies."""
    month = -(-day.month // months) * months
    return day.replace(month=month, day=monthrange(day.year, month)[1])
