"""What is said to be polite, or to learn what this is: told and answered without a look into a contract. Pure."""

from __future__ import annotations

import re
from enum import StrEnum


class SmallTalk(StrEnum):
    """What kind of small talk."""

    GREETING = "greeting"
    THANKS = "thanks"
    GOODBYE = "goodbye"
    HOW_ARE_YOU = "how are you"
    ABOUT = "about"  # who are you, what can you do, help


_HELLO = r"hi|hello|hey|good (?:morning|afternoon|evening)|bonjour|bonsoir|salut|coucou"
_AFTER = r"(?: (?:there|all|everyone|clausier|again|à tous|à toutes|encore))?"
_ABOUT = (
    r"who are you|what are you|what is (?:this|clausier)|are you (?:a )?(?:bot|robot|human|ai|lawyer)|what (?:else )?can (?:you|"
    r"i) (?:do|ask|answer)"
    r"(?: (?:you|here|for (?:me|us)))?|what do you (?:do|know)|what questions can i ask(?: you)?|how (?:do you|does (?:this|it)) work|"
    r"how can you help(?: (?:me|us))?|can you help(?: (?:me|us))?|help(?: me| us)?(?: please)?|how do i use (?:this|you)|"
    r"qui es[- ]tu|qui êtes[- ]vous|(?:tu es|vous êtes) qui|(?:es[- ]tu|êtes[- ]vous) un (?:robot|humain|avocat)|c['’]est quoi clausier|"
    r"(?:qu['’]est-ce que )?(?:que )?(?:sais[- ]tu|savez[- ]vous|peux[- ]tu|pouvez[- ]vous|tu (?:peux|sais)|vous (?:pouvez|savez)) faire"
    r"(?: quoi)?(?: d['’]autre)?(?: pour (?:moi|nous))?|(?:qu['’]est-ce que |que )(?:je )?(?:peux|puis)(?:[- ]je)? (?:te |"
    r"vous )?demander|"
    r"quelles questions (?:puis[- ]je|peut[- ]on|je peux)(?: (?:te|vous))? poser|comment (?:ça|cela) (?:marche|"
    r"fonctionne)(?:[- ]t[- ]il)?|"
    r"comment (?:peux[- ]tu|pouvez[- ]vous) (?:m['’]|nous )aider|(?:peux[- ]tu|pouvez[- ]vous) (?:m['’]|nous )aider|"
    r"aide(?:[- ](?:moi|nous))?|à l['’]aide|tu sers à quoi|à quoi (?:sers[- ]tu|tu sers|servez[- ]vous)"
)
_KINDS: tuple[tuple[SmallTalk, str], ...] = (
    (SmallTalk.ABOUT, _ABOUT),
    (
        SmallTalk.HOW_ARE_YOU,
        r"how are you(?: (?:today|doing))?|(?:comment )?ça va(?: bien)?|comment (?:vas[- ]tu|allez[- ]vous)|(?:tu vas|vous allez) bien",
    ),
    (
        SmallTalk.GOODBYE,
        r"bye(?: bye)?|goodbye|see you(?: (?:later|soon|tomorrow))?|good night|have a (?:good|nice) (?:day|evening|one|weekend)|"
        r"au revoir|à (?:bientôt|plus|demain)|"
        r"bonne (?:journée|soirée|nuit|fin de journée)|bon week-?end",
    ),
    (
        SmallTalk.THANKS,
        r"(?:(?:ok(?:ay)?|great|perfect|super|parfait|génial|cool|nice|good|très bien|"
        r"d['’]accord)[\s,!.]+)?(?:many )?(?:thanks?(?: you)?|thx|ty|cheers|merci)"
        r"(?: (?:so|very) much| a lot| beaucoup| bien| bcp)?(?:[\s,]+(?:that['’]s (?:all|great|helpful|very helpful)|it helps?|"
        r"c['’]est (?:parfait|clair|tout|gentil)))?|"
        r"ok(?:ay)?|great|perfect|super|parfait|génial|cool|nice|got it|understood|i see|all right|alright|that['’]s (?:all|great|"
        r"helpful|clear)|well done|"
        r"d['’]accord|très bien|compris|entendu|c['’]est (?:parfait|clair|noté|bon|tout)|je vois|bravo|bien reçu|impeccable|nickel",
    ),
    (SmallTalk.GREETING, _HELLO),
)
_FORMS = tuple(
    (kind, re.compile(rf"^\W*(?:(?:{_HELLO}){_AFTER}\W*)*(?:{words}){_AFTER}\W*$", re.IGNORECASE))
    for kind, words in _KINDS
)
_FRENCH = re.compile(
    r"\b(?:bonjour|bonsoir|salut|coucou|merci|revoir|bientôt|demain|journée|soirée|ça|aide|aider|d['’]accord|parfait|génial|bien|compris|"
    r"entendu|vois|bravo|nickel|qui|que|quoi|quelles?|comment|tu|toi|vous)\b",
    re.IGNORECASE,
)
_ENGLISH = re.compile(
    r"\b(?:hi|hello|hey|good|thanks?|thx|cheers|bye|goodbye|see|you|help|great|perfect|nice|got|understood|right|alright|done|who|what|how)\b",
    re.IGNORECASE,
)
_LONGEST = 120  # characters; nobody is polite at greater length
_REPLIES: dict[SmallTalk, dict[str, str]] = {
    SmallTalk.GREETING: {
        "en": "Hello. What would you like to know about your contracts?",
        "fr": "Bonjour. Que voulez-vous savoir de vos contrats ?",
    },
    SmallTalk.THANKS: {
        "en": "You are welcome. Ask on when you like.",
        "fr": "Je vous en prie. Continuez quand vous voulez.",
    },
    SmallTalk.GOODBYE: {
        "en": "Goodbye.",
        "fr": "Au revoir.",
    },
    SmallTalk.HOW_ARE_YOU: {
        "en": "I am a program, and ready. What would you like to know about your contracts?",
        "fr": "Je suis un programme, et prêt. Que voulez-vous savoir de vos contrats ?",
    },
    SmallTalk.ABOUT: {
        "en": "I answer questions about the contracts in this library with their own words, the clause and the page, in English "
        "or French; I give no "
        "legal advice. Ask as you would ask a colleague: “How much notice must we give to terminate?” Then go on: “And for a breach?”, "
        "“No, I meant the response time”, “What was it in 2023?”, “Before the amendment?”, “And in the other contract?” When the "
        "contract does not say, I tell you so.",
        "fr": "Je réponds aux questions sur les contrats de cette bibliothèque par leurs propres mots, avec la clause et la page, "
        "en français ou en anglais ; "
        "je ne donne pas d'avis juridique. Demandez comme à un collègue : « Quel préavis pour résilier ? » Puis continuez : « Et "
        "en cas de faute ? », "
        "« Non, je parlais du délai de prise en charge », « C'était combien en 2023 ? », « Avant l'avenant ? », « Et dans l'autre "
        "contrat ? » Quand le contrat n'en dit rien, je le dis.",
    },
}


def read_small_talk(text: str) -> SmallTalk | None:
    """The kind of small talk that a text is, None for anything else.

    Args:
        text: as typed.
    """
    if len(text) > _LONGEST:
        return None
    return next((kind for kind, form in _FORMS if form.match(text)), None)


def language_of(text: str) -> str | None:
    """The language of small talk, "en" or "fr", by words that only one of them has; None for such as "ok"."""
    if _FRENCH.search(text):
        return "fr"
    return "en" if _ENGLISH.search(text) else None


def reply(kind: SmallTalk, language: str) -> str:
    """What is said to it, in "en" or "fr"."""
    return _REPLIES[kind][language]
