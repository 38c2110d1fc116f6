"""The particulars of a document, each with the words that say it: title, parties, dates, term, language, law. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.days import Day, days
from ingest.document import Clause, Document, FurnitureKind, Role, Span
from ingest.effect import effect_of
from ingest.effect_words import DOCUMENT_MADE
from ingest.parties import find_parties
from ingest.sentences import sentences

KEYS = (
    "role", "title", "parties", "signed", "effective", "term", "expiry", "renewal", "language", "governing language",
    "governing law", "precedence",
)  # fmt: skip
"""What is told of a document, in this order; a user may set each."""

_OPENING = 4_000  # characters in which a document says when it was made
_MADE = re.compile(
    r"\b(?:made|entered into|dated|executed|signed|effective|conclu|signé|agreement date|date of (?:this|"
    r"the) agreement)\b[^;]{0,80}$|"
    r"^(?:dated?|date)\W*$",
    re.IGNORECASE,
)
_SIGNED_FR = re.compile(r"\bfait (?:à|en)\b[^;\n]{0,80}\ble\s$", re.IGNORECASE)
_EFFECT = re.compile(
    r"\b(?:takes? effect|effective(?: date)?|prend effet|date d.effet|entre en vigueur|in effect|"
    r"in force)\b[^;]{0,60}$",
    re.IGNORECASE,
)
_ENDS = re.compile(r"\b(?:until|through|to|expir\w+(?: on)?|jusqu.au|au)\s+$", re.IGNORECASE)
_DEFINED_EFFECT = re.compile(  # "dated 15 March 2026 (the “Effective Date”)"
    r"\s*+,?\s*+\(?\s*+(?:(?:hereinafter|herein|the|la|as|ci-après|referred to|dénommée?)[\s,]+)*"
    r"[“\"«]\s*(?:Effective Date|Date d['’](?:effet|entrée en vigueur))\s*[”\"»]",
    re.IGNORECASE,
)
_DEFINES = re.compile(  # something else than the term
    r"^[\W\d]*[“\"«]\s*(?!(?:initial |contract |renewal )?(?:term|duration)\b|durée\b)[^”\"»]{1,60}[”\"»][^.;]{0,40}?"
    r"\b(?:means?|shall mean|ha[sv]e? the meaning|désignent?|signifient?)\b",
    re.IGNORECASE,
)
_BEGINS = re.compile(r"\b(?:commenc\w+|begin\w*|start\w*|beginning|from|à compter du)\b[^;]{0,60}$", re.IGNORECASE)
_EXPIRY = re.compile(
    r"\b(?:until|through|expir\w+|terminat\w+ on|end(?:s|ing)?(?: on)?|to|jusqu.au|jusqu.à|expire le|échéance|"
    r"prend fin le|terme)\b[^;.]{0,40}$",
    re.IGNORECASE,
)
_TERM_SUBJECT = re.compile(
    r"\b(?:term of (?:this|the)|initial term|the term (?:of|shall|will|is|begins|commences)|"
    r"this agreement (?:shall|will)?\s?(?:be|remain|continue|commence|expire|begin|terminate|take effect|takes effect|comes? into)|"
    r"(?:term|duration) (?:is|shall be)|durée (?:initiale|du (?:présent )?contrat)|contrat (?:est conclu|"
    r"prend effet|entre en vigueur)|agreement continues)\b",
    re.IGNORECASE,
)
_TERM_HEADING = re.compile(
    r"^\W*(?:(?:initial |contract )?(?:term|duration)\b|durée\b|(?:entrée en vigueur|date d.effet) et durée)",
    re.IGNORECASE,
)
_TERM_PASSING = re.compile(  # the term is only what something else is counted by
    r"\b(?:during|throughout|for|within|after|following|beyond|pendant|durant|pour|après|au-delà de)\s+(?:(?:the|all|any|entire|"
    r"initial|current|then-current|remaining|first|whole|toute|l.intégralité de)\s+)*(?:la\s+)?"
    r"(?:(?:term|duration|termination|expiration|expiry)\s+(?:of|or)\s+(?:this|the)\s+\w+|"
    r"durée\s+(?:du|de la|de ce)\s+(?:présent\s+)?\w+)",
    re.IGNORECASE,
)
_SURVIVES = re.compile(r"\b(?:surviv\w*|survi[vt]\w*|confidential\w*|confidentialité)\b", re.IGNORECASE)
_PERIOD = re.compile(
    r"\b(?:period|term|durée|pour|for|of|de|continues?)\b[^.;]{0,60}?\b(?:\(?\d+\)?|one|two|three|four|five|six|"
    r"seven|eight|nine|ten|twelve|"
    r"un|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|douze)\b[^.;]{0,25}?\b(?:years?|months?|days|ans?|"
    r"années?|mois)\b|\bperpetual|\bindéterminée",
    re.IGNORECASE,
)
_RENEWAL = re.compile(
    r"\b(?:automatically (?:renew|extend)\w*|renewed automatically|(?:shall|will|"
    r"may) (?:be )?(?:automatically )?(?:renew|extend)(?:ed)?\b|renewal terms?|"
    r"successive (?:\w+ ){0,3}(?:terms?|periods?)|reconduit\w*|tacite reconduction|reconductions? tacites?|"
    r"not renew automatically)",
    re.IGNORECASE,
)
_RENEWED = re.compile(r"\b(?:terms?|agreement|contract|contrat|reconduit\w*|reconductions?|durée)\b", re.IGNORECASE)
_LAW = re.compile(
    r"\b(?:governed(?:,? (?:by|and|in all respects)\b|\s+exclusively)|construed (?:under|in accordance|"
    r"pursuant)|laws? of [^.]{0,60}(?:shall|will)? (?:govern|apply)|"
    r"under the laws of|accordance with the laws?|soumis au droit|régie? par (?:le droit|la loi)|"
    r"droit applicable|loi (?:française|applicable)|governing law)\b",
    re.IGNORECASE,
)
_LAW_NAME = re.compile(
    r"\b(?:laws?|Laws?|LAWS?)\s+of\s+(?:the\s+)?(?P<of>(?:(?:State|Commonwealth|Province|Republic|"
    r"Federal Republic|People.s Republic|Kingdom|STATE)\s+of\s+)?"
    r"(?:[A-ZÀ-Þ][\w’'-]*)(?:(?:\s+(?:and|of|the))?\s+[A-ZÀ-Þ][\w’'-]*){0,3})|"
    r"\b(?P<own>English|French|German|Swiss|Belgian|Dutch|Scottish|Irish|New York|California|Delaware|Texas)\s+law\b|"
    r"\bdroit\s+(?P<droit>français|belge|suisse|luxembourgeois|anglais|québécois)|\bloi\s+(?P<loi>française|"
    r"belge|suisse)"
)
_NO_PLACE = re.compile(
    r"(?:Agreement|Contract|Party|Parties|State|Country|Member States?|Customer|Provider|Supplier|Company)",
    re.IGNORECASE,
)
_INCORPORATED = re.compile(r"\b(?:incorporated|organi[sz]ed|existing|formed|duly)\b[^.;]{0,60}$", re.IGNORECASE)
_LANGUAGE = re.compile(
    r"\b(?:(?:English|French|German|Spanish|Chinese)(?:\s+language)?\s+(?:version|"
    r"text)\b[^.]{0,60}\b(?:prevail|control|govern)|"
    r"(?:version|texte|rédaction)[^.]{0,40}\b(?:française|anglaise)\b[^.]{0,60}\b(?:prévau|prévaut|foi)|"
    r"(?:contrat|accord|convention|avenant|annexe|présente?s?)\b[^.]{0,60}"
    r"\b(?:rédigé|établi)\w* en (?:langue )?(?:française|français|anglais)|"
    r"(?:agreement|contract|deed|amendment|annex)\b[^.]{0,60}"
    r"\b(?:drawn up|written|executed|made) in (?:the )?(?:English|French)\b|langue du contrat|governing language)",
    re.IGNORECASE,
)
_LANGUAGE_NAME = re.compile(
    r"\b(English|French|German|Spanish|Chinese|français|française|anglais|anglaise)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Particular:
    """One thing that a document says of itself: a key of `KEYS`, its value as shown, and the words that say it.

    ``quote`` is None for what no words say (a role that the file's name gave, the language that the text is in).
    """

    key: str
    value: str
    quote: Span | None


def find_particulars(document: Document) -> list[Particular]:
    """The particulars of a document in the order of `KEYS`; what it does not say is not there."""
    found = [
        Particular("role", str(document.role), None),
        _title(document),
        *_parties(document),
        *_dates_and_law(document),
        Particular("language", document.language, None),
    ]
    return sorted(found, key=lambda each: KEYS.index(each.key))


def _title(document: Document) -> Particular:
    words = r"\s+".join(re.escape(part) for part in re.split(r"\s+–\s+|\s+", document.title) if part)
    match = re.search(words, document.text)
    return Particular("title", document.title, Span(*match.span()) if match else None)


def _parties(document: Document) -> Iterator[Particular]:
    for party in find_parties(document):
        end = party.short_span.end if party.short_span else party.span.end
        shown = f"{party.name} (“{party.short}”)" if party.short else party.name
        yield Particular("parties", shown, Span(party.span.start, end))


def _dates_and_law(document: Document) -> list[Particular]:
    found: dict[str, Particular] = {}
    headed = False  # whether the term was told by a clause that is called so
    for clause, sentence in _body(document):
        for particular in _of_sentence(document, sentence):
            if particular.key == "term" and not headed and (headed := _is_of_term(document, clause, sentence)):
                found["term"] = particular
            found.setdefault(particular.key, particular)
            if particular.key == "signed" and _is_signature(document, particular):
                found["signed"] = particular  # what stands above the signatures says more than what is told at the head
    if document.role is Role.AMENDMENT and (effect := effect_of(document)) is not None:
        known = found.get("effective")
        if known is None or known.value != effect.isoformat():
            day = next((d for d in days(document.text) if d.day == effect), None)
            found["effective"] = Particular("effective", effect.isoformat(), day.span if day else None)
    return list(found.values())


def _is_signature(document: Document, particular: Particular) -> bool:
    said = particular.quote.of(document.text) if particular.quote else ""
    return re.match(r"\s*fait (?:à|en)\b", said, re.IGNORECASE) is not None


def _is_of_term(document: Document, clause: Clause, sentence: Span) -> bool:
    """Whether a sentence stands in a clause on the term, by its heading or that of the clause above."""
    above = next((each for each in document.clauses if each.id == clause.parent), None)
    headings = [each.heading for each in (clause, above) if each is not None and each.heading]
    return any(_TERM_HEADING.search(heading) for heading in headings)


def _body(document: Document) -> Iterator[tuple[Clause, Span]]:
    contents = [f.span for f in document.furniture if f.kind is FurnitureKind.CONTENTS]
    for clause in document.clauses:
        for sentence in sentences(document.text, clause.span):
            if not any(each.overlaps(sentence) for each in contents):
                yield clause, sentence


def _of_sentence(document: Document, sentence: Span) -> Iterator[Particular]:
    text = document.text
    said = " ".join(sentence.of(text).split())
    for day in days(text, sentence):
        before = " ".join(text[sentence.start : day.span.start].split()) + " "
        yield from _dated(document, sentence, day, before)
    own = _TERM_PASSING.sub(" ", said)
    defines = _DEFINES.match(said) is not None
    if _TERM_SUBJECT.search(own) and _PERIOD.search(own) and not _SURVIVES.search(said) and not defines:
        yield Particular("term", said, sentence)
    if _RENEWAL.search(said) and _RENEWED.search(said) and not defines:
        yield Particular("renewal", said, sentence)
    if _LAW.search(said) and (law := _law(said)):
        yield Particular("governing law", law, sentence)
    if _LANGUAGE.search(said) and (name := _LANGUAGE_NAME.search(said)):
        yield Particular("governing language", name[0], sentence)


def _dated(document: Document, sentence: Span, day: Day, before: str) -> Iterator[Particular]:
    value = day.day.isoformat()
    subject = _TERM_SUBJECT.search(sentence.of(document.text)) is not None
    made = DOCUMENT_MADE if document.role is Role.AMENDMENT else _MADE
    if (sentence.start < _body_start(document) + _OPENING and made.search(before)) or _SIGNED_FR.search(before):
        yield Particular("signed", value, Span(sentence.start, day.span.end))
    defined = _DEFINED_EFFECT.match(document.text, day.span.end) is not None
    if defined or ((_EFFECT.search(before) or (subject and _BEGINS.search(before))) and not _ENDS.search(before)):
        yield Particular("effective", value, Span(sentence.start, sentence.end))
    if subject and _EXPIRY.search(before):
        yield Particular("expiry", value, sentence)


def _body_start(document: Document) -> int:
    ends = [f.span.end for f in document.furniture if f.kind is FurnitureKind.CONTENTS]
    return max((end for end in ends if end < len(document.text) // 2), default=0)


def _law(said: str) -> str | None:
    for match in _LAW_NAME.finditer(said):
        if not _INCORPORATED.search(said[: match.start()]) and not _NO_PLACE.fullmatch(match["of"] or ""):
            return " ".join((match["of"] or match.group()).split())
    return None
