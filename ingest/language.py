"""Which language a text is in: English, French, or undetermined.

The share of function words decides (Grefenstette, "Comparing two language identification schemes", JADT 1995): they make up
half of any running text, even of a question of five words, and the two languages share few of them. Letters that only
one of the two writes count as a weak hint, so that a heading without function words is not lost.
"""

from __future__ import annotations

import re
from typing import Literal

Language = Literal["en", "fr", "und"]

SAMPLE = 20_000  # characters; more changes nothing
# A language must have this many times the other's words to be told from it.
LEAD = 1.5
# Function words over all words, below which a text of more than `SHORT` words is in neither language.
FEWEST = 0.12
SHORT = 12
ACCENT_WEIGHT = 0.5

_ENGLISH = """
    a about above after all also am an and any are as at be because been before being below between both but by can
    cannot could did do does during each either every few for from further had has have having he hereby hereof herein
    hereto hereunder how i if in into is it its itself may me might more most must my no nor not of off on once only or
    other ought our ours out over own shall she should so some such than that the their theirs them then there thereof
    these they this those through thereto to too under until up upon us very was we were what when where whether which while who
    whom whose why will with within without would you your
"""
_FRENCH = """
    a afin ainsi alors après au aucun aucune auquel aussi autre autres aux avant avec avez avons c ce ceci cela celle celles
    celui ces cet cette ceux chacun chacune chaque chez ci combien comme comment d dans de depuis des desdits desquels dès doit
    doivent donc dont du duquel durant elle elles en entre es est et étaient était étant être eu eux faut fait il ils j je
    jusqu l la ladite laquelle le ledit lequel les lesdits lesquelles lesquels leur leurs lors lorsque lorsqu lui m ma mais me même
    mes moi mon n ne ni nos notre nous on ont ou où par pas pendant peut peuvent plus pour pourquoi puis qu quand que quel
    quelle quelles quels qui quoi s sa sans sauf se selon sera seront ses si sien soit son sont sous suivant sur t ta
    tant te tel telle tes toi ton tous tout toute toutes très tu un une vers voici vos votre vous y à été
"""
ENGLISH = frozenset(_ENGLISH.split())
FRENCH = frozenset(_FRENCH.split())
_WORDS = re.compile(r"[^\W\d_]+")
_FRENCH_LETTERS = re.compile(r"[àâçèéêëîïôùûœ]", re.I)


def detect(text: str) -> Language:
    """The language of a text, a question or a whole document; "und" when it cannot be told."""
    words = _WORDS.findall(_sample(text).lower())
    if not words:
        return "und"
    english = float(sum(word in ENGLISH for word in words))
    french = sum(word in FRENCH for word in words)
    accents = ACCENT_WEIGHT * sum(_FRENCH_LETTERS.search(word) is not None for word in words)
    if len(words) > SHORT and max(english, french) < FEWEST * len(words):
        return "und"
    if english > LEAD * (french + accents):
        return "en"
    return "fr" if french + accents > LEAD * english else "und"


def _sample(text: str) -> str:
    """A long text's beginning, middle and end, since a cover page or a schedule alone may mislead."""
    if len(text) <= SAMPLE:
        return text
    part = SAMPLE // 3
    middle = (len(text) - part) // 2
    return f"{text[:part]} {text[middle : middle + part]} {text[-part:]}"
