"""Words that say nothing of what a clause is about: who, how and in what form, in any clause of any contract. Pure.

They are those of drafting in English and French: the parties, the verbs of duty, the names of the contract and its parts, words for
amounts, periods and their bounds. Nouns of a matter ("backup", "invoice") and words that part one kind of it from another ("planned",
"critical", "project") are none, however common they are.
"""

from __future__ import annotations

from functools import cache

from assistant.wording.duty import PARTY_WORDS
from ingest.words import stems

_ENGLISH = (
    "agreement contract clause section article annex schedule herein hereby hereunder thereof pursuant accordance under terms "
    "term provisions conditions parties party other each any all every both respective respectively such same said relevant "
    "applicable undertake undertakes ensure ensures guarantee guarantees guaranteed guaranteeing commit commits warrant agree "
    "agrees shall provide provides provided give gives given make makes made set sets fixed fix equal equals amount amounts "
    "rate rates level levels value period periods time times delay deadline date day days week weeks month months year years "
    "hour hours minute minutes annual annually calendar business working written writing prior advance previously notice "
    "least most minimum maximum total less more than exceed limit limited limits cap capped ceiling up reach reaches remain "
    "remains apply applies applied duly also always only from after following once upon receipt issue issued issuance "
    "counting starting start within during throughout without twice thrice quarter quarters quarterly request requests event "
    "case concerned incident incidents ticket tickets priority severity per between until with open opening survive survives "
    "continue continues last lasts require requires required due payable obligation obligations euro euros dollar dollars "
    "pound pounds service services right rights entitled may must will be basis purposes purpose respect regard "
    "undisputed valid proper properly correct correctly"
)
_FRENCH = (
    "contrat accord clause article annexe présent présente présentes conformément termes dispositions conditions parties "
    "partie autre autres chaque chacune tout toute tous toutes ledit ladite concerné concernée applicable applicables engage "
    "engagent assure assurer garantit garantir garanti garantie fournit fournir donne donner fixé fixée fixe fixer égal égale "
    "montant taux niveau valeur période durée délai délais date jour jours semaine semaines mois an ans année années heure "
    "heures minute minutes annuel annuelle calendaire calendaires ouvré ouvrés ouvrée ouvrées ouvrable ouvrables "
    "contractuelle contractuel écrit écrite préalable avance préavis moins plus minimum maximum total totale dépasser excéder "
    "limite limité limitée plafond plafonné plafonnée plafonnées atteint reste restent demeure demeurent applique appliquent "
    "dûment également toujours seulement compter partir après suivant suivants dès réception émission moyennant dans pendant "
    "durant sans sous fois trimestre trimestriel semestre demande demandes cas incident incidents ticket tickets priorité "
    "gravité service services droit prestations prestation avec entre jusque par selon ouvert ouverte ouverture horaire "
    "horaires subsiste subsistent subsister dure suppose exige requiert due dues dû dus payable payables obligation "
    "obligations euro euros peut doit sera titre cadre égard "
    "incontestée contestée contestées valable valables correcte correctement régulière régulièrement"
)

_KEEPING = (
    "keep keeps kept hold holds held stay stays retain retains retained store stores stored",
    "garde gardent garder gardé gardées conserve conservent conserver conservé conservées conservation stocke stocké stockées",
)


def is_scaffolding(stem: str) -> bool:
    """Whether a stem, of either language, is of a word that any clause may have.

    Args:
        stem: as `ingest.words.stems` makes it.
    """
    return stem in _stems()


def is_of_keeping(stem: str) -> bool:
    """Whether a stem, of either language, is of a verb for keeping: what is kept also remains, or is simply there for a time.

    Args:
        stem: as `ingest.words.stems` makes it.
    """
    return stem in _keeping()


@cache
def _keeping() -> frozenset[str]:
    english, french = _KEEPING
    return frozenset((*stems(english, "en"), *stems(french, "fr")))


@cache
def _stems() -> frozenset[str]:
    parties = " ".join(word for word in PARTY_WORDS if "-" not in word)  # "sous-traiter" is a deed
    return frozenset((*stems(f"{_ENGLISH} {parties}", "en"), *stems(f"{_FRENCH} {parties}", "fr")))
