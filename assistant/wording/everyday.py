"""Words that are said of anything: times of the day and the year, currencies, nations, how a person is addressed. Pure.

That such a word stands nowhere in a contract tells nothing of what the contract holds.
"""

from __future__ import annotations

from assistant.values.countries import is_place
from assistant.values.number_words import written_numbers
from ingest.words import fold

_TIMES = (
    "today tonight tomorrow yesterday now then later soon day week weekend fortnight month quarter semester year hour minute morning noon "
    "afternoon evening night midnight holiday spring summer autumn fall winter christmas easter thanksgiving new-year ramadan "
    "gmt utc cet cest bst est pst "
    "aujourd'hui demain hier jour journee semaine week-end quinzaine mois trimestre semestre an annee heure matin matinee midi soir soiree "
    "nuit minuit ferie vacances printemps ete automne hiver noel paques toussaint nouvel-an"
)
_MONEY = "euro eur dollar usd sterling gbp pound penny franc chf yen jpy cent centime livre keur meur"
_ADDRESS = "mr mrs ms miss sir madam dr prof mme mlle monsieur madame please thanks hello hi dear bonjour merci svp stp clausier"
_SAYINGS = (
    "example instance good real sure free long certain nothing everything something anything everyone everybody someone anyone anybody "
    "nobody mine ours yours theirs others course late all both each granted comparison reference curiosity "
    "exemple rien tout toujours moment l'instant l'heure suite nouveau plus trop moins autant mieux moi nous vous eux elles lui chacun "
    "tous quelqu'un personne autres bon vrai"
)
_WORDS = frozenset(f"{_TIMES} {_MONEY} {_ADDRESS} {_SAYINGS}".split())


def is_everyday(word: str) -> bool:
    """Whether a word, in English or French and in any number, is said of anything.

    Args:
        word: one, as typed.
    """
    folded = fold(word)
    forms = (folded, folded.removesuffix("s"), folded.removesuffix("es"))
    if any(form in _WORDS for form in forms) or any(is_place(form) for form in forms):
        return True
    return any(number.start == 0 and number.end == len(folded) for number in written_numbers(folded))
