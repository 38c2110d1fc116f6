"""Names of countries and the like in a text, in English and French. Pure."""

from __future__ import annotations

import re

from ingest.words import fold

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


def nation_of(word: str, source: str) -> bool:
    """Whether a source names the country that a word is of ("French" beside "public holidays in France"), in either language."""
    held = set(re.findall(r"\w+", fold(source)))
    return not held.isdisjoint(_NATION_OF.get(fold(word), ()))


def is_place(word: str) -> bool:
    """Whether a word is a country, a union of countries, or of one ("French"), and no more than that."""
    folded = fold(word)
    return folded in _NATION_OF or _PLACE.fullmatch(folded) is not None


def names_place(text: str) -> bool:
    """Whether a text names a country, a union of countries, or the state or city of a law or court."""
    return bool(_PLACE.search(fold(text)) or _STATE.search(text))
