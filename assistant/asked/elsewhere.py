"""A question that no contract answers, whatever it holds: what time it is, a sum, a poem, the weather, a country's capital. Pure.

Only whole questions of closed kinds are told, so that one on the contract ("what time is the service desk open?", "quel est le capital
de la société ?", "write a notice of termination") is never among them.
"""

from __future__ import annotations

import re

from assistant.values.countries import is_place
from ingest.words import fold

_LONGEST = 160  # characters
_PLEASE = (
    r"(?:(?:hi|hello|hey|bonjour|salut|please|svp|stp|so|and|et|alors|ok|can you tell me|could you tell me|do you know|tell me|"
    r"dis-moi|dites-moi|sais-tu|savez-vous)\W+)*"
)
_AFTER = (
    r"(?:\W+(?:please|now|today|right now|there|here|it|s'il (?:te|vous) plait|svp|stp|maintenant|aujourd'hui|ici|la))*"
)
_CLOCK = (
    r"what(?:'s| is) the time|what time (?:is it|it is)|what(?:'s| is) (?:the date(?: of)?|today's date) ?(?:today)?|"
    r"what day (?:is it|it is|are we)|"
    r"(?:quelle heure est-il|il est quelle heure|quelle heure il est|quel jour (?:sommes-nous|on est|est-on)|on est quel jour|"
    r"quelle (?:est la )?date (?:sommes-nous|on est|d'aujourd'hui))"
)
_NUMBER = r"\(?-?\d+(?:[.,]\d+)*\)?"
_SIGN = (
    r"(?:×|\*|\+|÷|\bx\b|\btimes\b|\bplus\b|\bminus\b|\bdivided by\b|\bmultiplied by\b|\bfois\b|"
    r"\bmoins\b|\bdivise par\b|\bmultiplie par\b)"
)
_SUM = (
    rf"(?:(?:what(?:'s| is)|how much (?:is|are)|calculate|compute|combien (?:font|fait|ca fait)|calculez?) ?)?"
    rf"(?!(?:24|7) ?\S ?(?:24|7|365)\b){_NUMBER} ?"
    rf"(?:{_SIGN} ?{_NUMBER} ?){{1,8}}=?|combien (?:font|fait) {_NUMBER} ?(?:[-/] ?{_NUMBER} ?){{1,8}}"
)
_MADE = (
    r"(?:write|compose|recite|tell|sing|draw|invent|ecri(?:s|vez)|compose[zr]?|recite[zr]?|raconte[zr]?|chante[zr]?|dessine[zr]?|invente[zr]?)"
    r"(?:[ -](?:me|us|moi|nous))? (?:an? |another |une? |des )?(?:\w+ )?"
    r"(?:poems?|songs?|jokes?|haikus?|limericks?|sonnets?|fairy tales?|bedtime story|novel|"
    r"poemes?|chansons?|blagues?|sonnets?|contes?|romans?)\b"
    r"[^.?!]{0,80}"
)
_WEATHER = (
    r"(?:what(?:'s| is) the weather(?: like| going to be)?|how(?:'s| is) the weather|"
    r"(?:is it|will it) (?:rain|snow|be sunny|be hot)(?:ing)?|"
    r"quel temps fait-il|quel temps (?:il )?fera(?:-t-il)?|quelle est la meteo|il fait (?:quel temps|beau)|va-t-il pleuvoir)"
    r"(?: (?:in|at|a|en|au) [\w-]+)?(?: (?:today|tomorrow|tonight|demain|ce soir))?"
)
_GAMES = (
    r"(?:who (?:won|will win)|qui (?:a gagne|va gagner|gagnera)) (?:the |la |le |les )?(?:last |next )?"
    r"(?:world cup|match|election|elections|super bowl|olympics|tour de france|coupe du monde|ligue des champions)\b[^.?!]{0,40}"
)
_WHOLE = re.compile(rf"^\W*{_PLEASE}(?:{_CLOCK}|{_SUM}|{_MADE}|{_WEATHER}|{_GAMES}){_AFTER}\W*$")
_OF_COUNTRY = re.compile(
    rf"^\W*{_PLEASE}(?:what(?:'s| is)|where is|who(?:'s| is)|how (?:big|large|old) is|quelle? est|quel est|ou est|qui est|c'est quoi) "
    r"(?:the|la|le|l'|l) ?(?:current |actuel )?"
    r"(?:capital(?: city)?|capitale|population|president|presidente?|prime minister|premier ministre|king|queen|roi|reine|flag|drapeau|"
    rf"currency|national anthem|hymne national) (?:of|in|de la|de l'|du|des|de|d') ?(?:the )?(?P<country>[\w -]{{2,30}}?){_AFTER}\W*$"
)


def is_elsewhere(text: str) -> bool:
    """Whether a question, in English or French, is of a kind that no contract answers.

    Args:
        text: as typed.
    """
    if len(text) > _LONGEST:
        return False
    said = fold(text)
    country = _OF_COUNTRY.match(said)
    return bool(_WHOLE.match(said)) or (country is not None and is_place(country["country"]))
