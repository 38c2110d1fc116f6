"""What a reader is told of a quote that an amendment concerns, in English and French. Pure."""

from __future__ import annotations

from assistant.answer import Amended, Citation
from assistant.citing.pin_cite import place_told
from ingest.written_day import written_stamp

_WORDS = {
    "en": {
        "superseded": "no longer in force, superseded from {day} by {place}",
        "later": "will be superseded from {day} by {place}",
        "doubtful": "an amendment concerns this and could not be applied with certainty: {place}",
        "not_yet": "not in force on that day, takes effect on {day}",
        "replaces": "replaces “{quote}” ({place}) from {day}",
        "part": "“{words}”: {said}",
        "exception": "an exception applies {period}: {place}",
        "passing": "replaced or suspended {period} by {place}",
        "departs": "departs from “{quote}” ({place}) {period}",
        "outside": "not in force on that day, holds {period}",
        "from_to": "from {day} to {until}",
        "to": "until {until}",
        "case": "for one case",
        "unknown": "a day that is not stated",
    },
    "fr": {
        "superseded": "plus en vigueur, remplacé à compter du {day} par {place}",
        "later": "sera remplacé à compter du {day} par {place}",
        "doubtful": "un avenant concerne ce passage et n’a pu être appliqué avec certitude : {place}",
        "not_yet": "pas en vigueur à cette date, prend effet le {day}",
        "replaces": "remplace « {quote} » ({place}) à compter du {day}",
        "part": "« {words} » : {said}",
        "exception": "une exception s’applique {period} : {place}",
        "passing": "remplacé ou suspendu {period} par {place}",
        "departs": "déroge à « {quote} » ({place}) {period}",
        "outside": "pas en vigueur à cette date, s’applique {period}",
        "from_to": "du {day} au {until}",
        "to": "jusqu’au {until}",
        "case": "pour un cas",
        "unknown": "jour que l’avenant n’indique pas",
    },
}
_LONGEST = 160  # characters of the words replaced


def force_notes(citation: Citation, language: str) -> list[str]:
    """Sentences on whether the quote holds and what changed it; none for a quote that no amendment concerns."""
    words = _WORDS.get(language, _WORDS["en"])
    notes = [_superseded(each, citation, words, language) for each in citation.superseded_by]
    notes += [_replaces(each, citation, words, language) for each in citation.replaces]
    return list(dict.fromkeys(notes))


def _superseded(amended: Amended, citation: Citation, words: dict[str, str], language: str) -> str:
    if amended.note:
        return words["doubtful"].format(place=place_told(amended))
    if amended.exception or amended.until:
        kind = "exception" if amended.exception else "passing"
        said = words[kind].format(period=_period(amended, words, language), place=place_told(amended))
    else:
        kind = "superseded" if citation.in_force is False and amended.begun else "later"
        said = words[kind].format(day=_day(amended, words, language), place=place_told(amended))
    return words["part"].format(words=_short(amended.words), said=said) if amended.words else said


def _replaces(amended: Amended, citation: Citation, words: dict[str, str], language: str) -> str:
    day = _day(amended, words, language)
    if citation.in_force is False and not (amended.begun and _is_superseded(citation)):
        return (
            words["outside"].format(period=_period(amended, words, language))
            if amended.until
            else words["not_yet"].format(day=day)
        )
    short = _short(amended.quote)
    if amended.exception or amended.until:
        return words["departs"].format(quote=short, place=place_told(amended), period=_period(amended, words, language))
    return words["replaces"].format(quote=short, place=place_told(amended), day=day)


def _is_superseded(citation: Citation) -> bool:
    """Whether later words have taken the place of some of the quote, which had taken effect before."""
    return any(each.begun and not (each.note or each.exception or each.until) for each in citation.superseded_by)


def _short(quote: str) -> str:
    plain = " ".join(quote.replace("\t", " | ").split())
    return plain if len(plain) <= _LONGEST else plain[:_LONGEST].rsplit(" ", 1)[0] + " …"


def _day(amended: Amended, words: dict[str, str], language: str) -> str:
    return written_stamp(amended.effective or words["unknown"], language)


def _period(amended: Amended, words: dict[str, str], language: str) -> str:
    if amended.until is None:
        return words["case"]
    kind = "from_to" if amended.effective else "to"
    return words[kind].format(day=_day(amended, words, language), until=written_stamp(amended.until, language))
