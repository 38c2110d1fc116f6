"""Names of countries and the like in a text, in English and French. Pure."""

from __future__ import annotations

import re

from assistant.values.place_spellings import FRENCH_PLACES
from ingest.words import fold, fold_in_place

_COUNTRIES = (
    "argentina argentine australia australie austria autriche bahrain belgium belgique bermuda bermudes brazil bresil bulgaria bulgarie "
    "canada chile chili china chine colombia colombie croatia croatie cyprus chypre denmark danemark egypt egypte england angleterre "
    "estonia estonie finland finlande france germany allemagne gibraltar greece grece guernsey hungary hongrie iceland islande india inde "
    "indonesia indonesie ireland irlande israel italy italie japan japon jersey kazakhstan kenya korea coree kuwait koweit latvia lettonie "
    "liechtenstein lithuania lituanie luxembourg malaysia malaisie malta malte mauritius maurice mexico mexique monaco morocco maroc "
    "netherlands nigeria norway norvege oman pakistan panama peru perou philippines poland pologne portugal qatar romania roumanie russia "
    "russie scotland ecosse senegal serbia serbie singapore singapour slovakia slovaquie slovenia slovenie spain espagne sweden suede "
    "switzerland suisse taiwan thailand thailande tunisia tunisie turkey turquie ukraine uruguay usa vietnam wales"
)
_SEVERAL = (
    "united states|united kingdom|european union|european economic area|etats-unis|royaume-uni|union europeenne|"
    "espace economique europeen|"
    "pays-bas|hong kong|new zealand|nouvelle-zelande|south africa|afrique du sud|saudi arabia|arabie saoudite|united arab emirates|"
    "emirats arabes unis|czech republic|republique tcheque|british virgin islands|cayman islands|u\\.s\\.a?"
)
_PLACE = re.compile(rf"\b(?:{'|'.join(_COUNTRIES.split())}|{_SEVERAL})\b")
_STATE = re.compile(
    r"\b(?:[Ss]tate|[Cc]ommonwealth|[Rr]epublic|[Kk]ingdom|[Pp]rovince|[Ll]aws?|[Cc]ourts?|[Cc]ity|[Cc]ounty) of (?:the )?[A-Z]"
)


_NATIONS = (
    "france french francais francaise|germany german allemagne allemand allemande|"
    "england english angleterre anglais anglaise britain british britannique|"
    "italy italian italie italien italienne|spain spanish espagne espagnol espagnole|belgium belgian belgique belge|"
    "switzerland swiss suisse|"
    "netherlands dutch neerlandais neerlandaise|ireland irish irlande irlandais irlandaise|europe european europeen europeenne|"
    "america american amerique americain americaine|canada canadian canadien canadienne|japan japanese japon japonais japonaise|"
    "china chinese chine chinois chinoise|luxembourg luxembourgish luxembourgeois luxembourgeoise|"
    "portugal portuguese portugais portugaise"
)
_NATION_OF = {word: words.split() for words in _NATIONS.split("|") for word in words.split()}


_LONGER = re.compile(
    r" (?!(?:Courts?|Laws?|State|City)\b)[A-ZÀ-Þ]"
)  # what follows in a longer name, and what comes before
_LONGER_BEFORE = re.compile(r"\b[A-ZÀ-Þ][\w&]{0,40} (?:of|de|du|and|et|&) $")


def nation_named(word: str) -> str | None:
    """The English name, folded, of the nation that a word names or is of ("français", "French"); None for any other word."""
    of = _NATION_OF.get(fold(word))
    return of[0] if of else None


def nation_of(word: str, source: str) -> bool:
    """Whether a source names the country that a word is of ("French" beside "public holidays in France"), in either language."""
    held = set(re.findall(r"\w+", fold(source)))
    return not held.isdisjoint(_NATION_OF.get(fold(word), ()))


def nations_in(text: str) -> set[str]:
    """The countries and states that a text names, each by one name, whether it names it or what is of it ("French law", "courts of Paris").

    A city that is not known to lie in one of them stands for itself.
    """
    words = re.findall(r"\w+", fold(text))
    found = {_NATION_OF[word][0] for word in words if word in _NATION_OF}
    named = {place for place in (match.group() for match in _PLACE.finditer(fold(text))) if place not in _NATION_OF}
    return (
        found | named | {place for place in places_in(text) if place not in _NATION_OF and not _PLACE.fullmatch(place)}
    )


def without_nations(text: str) -> str:
    """A text without the words for places that `nations_in` tells."""
    named = {word for name in nations_in(text) for word in (name, *_NATION_OF.get(name, ()))}
    several = [name for name in named if " " in name or "-" in name]
    folded = fold_in_place(text)
    gone = [m.span() for name in several for m in re.finditer(rf"\b{re.escape(name)}\b", folded)]
    gone += [m.span() for m in re.finditer(r"\w+", folded) if m.group() in named]
    for start, end in gone:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def is_place(word: str) -> bool:
    """Whether a word is a country, a union of countries, or of one ("French"), and no more than that."""
    folded = fold(word)
    return folded in _NATION_OF or _PLACE.fullmatch(folded) is not None


_STATES = (
    "alabama alaska arizona arkansas california connecticut delaware florida georgia hawaii idaho illinois indiana iowa kansas kentucky "
    "louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska nevada ohio oklahoma oregon "
    "pennsylvania tennessee texas utah vermont virginia wisconsin wyoming ontario quebec alberta manitoba saskatchewan"
).split()
_CITIES = (  # where courts and arbitrators of commercial contracts sit
    "amsterdam|athens|barcelona|barcelone|beijing|berlin|bordeaux|boston|brussels|bruxelles|chicago|copenhagen|copenhague|dallas|"
    "dubai|dublin|edinburgh|frankfurt|francfort|geneva|geneve|hamburg|hambourg|helsinki|houston|lille|lisbon|lisbonne|london|"
    "londres|los angeles|lyon|madrid|marseille|melbourne|miami|milan|montreal|mumbai|munich|nanterre|nantes|oslo|paris|"
    "philadelphia|prague|rome|san francisco|seattle|shanghai|stockholm|strasbourg|sydney|tokyo|toronto|toulouse|vancouver|"
    "versailles|vienna|vienne|warsaw|varsovie|washington|zurich|the hague|la haye"
)
_TWO_WORDS = (
    "new york|new jersey|new hampshire|new mexico|north carolina|south carolina|north dakota|south dakota|west virginia|rhode island|"
    "british columbia|colombie britannique|district of columbia|puerto rico|nova scotia|nouvelle ecosse"
)
_IN_FRENCH = "|".join(name.replace("-", "[ -]") for name in sorted(FRENCH_PLACES, key=len, reverse=True))
_SEAT = re.compile(rf"\b(?:{'|'.join(_STATES)}|{_IN_FRENCH}|{_CITIES}|{_TWO_WORDS}|{_SEVERAL})\b")
_NAME = r"(?P<name>[A-ZÀ-Þ][\w-]*(?: [A-ZÀ-Þ][\w-]*){0,2})"
_HELD_IN = re.compile(  # what has courts is a place
    r"\b(?:[Cc]ourts?|[Tt]ribuna(?:ux|l)(?: de commerce| judiciaires?)?|[Cc]ours? d['’]appel|[Ss]tate|[Cc]ommonwealth|[Pp]rovince|"
    rf"[Cc]ity|[Cc]ounty|[ÉéEe]tat|[Vv]ille) (?:of|in|de|du|d['’]|à) ?(?:the [Ss]tate of |the )?{_NAME}"
)


def places_in(text: str) -> set[str]:
    """The places that a text names, folded: states and cities where courts sit, and what it says to have courts.

    "New York" of "New York courts?" is one, and of "New York Life Insurance", a longer name, none.
    """
    found = {fold(match["name"]) for match in _HELD_IN.finditer(text)}
    for match in _SEAT.finditer(folded := fold_in_place(text)):
        beside = _LONGER.match(text, match.end()) or _LONGER_BEFORE.search(
            text, max(0, match.start() - 60), match.start()
        )
        if not (text[match.start()].isupper() and beside):
            found.add(folded[match.start() : match.end()])
    return found


def names_place(text: str) -> bool:
    """Whether a text names a country, a union of countries, or the state or city of a law or court."""
    return bool(_PLACE.search(fold(text)) or _STATE.search(text))
