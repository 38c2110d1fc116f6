"""How far something said in a conversation stands alone: what leans on the question before it, and by which words. Pure.

Rules over words of English and French. "They" and "ils" are the other party in most questions, so they lean only where little else
is said; "it", "that", "ça" point at what was said before, except where they stand for nothing ("is it possible to", "a P1 that is").
"""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.asked.terms import content_stems
from assistant.naming.mention import find_mentions
from assistant.values.hours import spans_of_hours
from assistant.wording.lexicon import Lexicon
from assistant.wording.spoken_language import spoken_language
from ingest.language import ENGLISH, FRENCH
from ingest.words import fold, tokens

_OPENING = re.compile(
    r"^\W*(?:(?:and|so|but|or|then|also|even|ok|okay|well|et|mais|ou|alors|donc|aussi|même|puis|d['’]accord)\b[\s,]*)*"
    r"(?:(?:what about|how about|same(?: thing)?(?: for)?|in that case|and|so|but|or|then|also|even|qu['’]en est-il (?:de|du|des|"
    r"pour)|dans ce cas|"
    r"pareil|idem|la même chose|et|mais|ou|alors|donc|même|sinon|du coup)(?![\w-]))[\s,:?]*",
    re.IGNORECASE,
)
_OF = r"(?:de la|de l['’]|du|des|de|d['’])"
_I_MEANT = rf"je (?:veux|voulais) dire|je parl(?:e|ais) {_OF}"
_CORRECTING = re.compile(
    r"^\W*(?:no|nope|not that|sorry|i (?:meant|mean)|rather|actually|wait|"
    rf"non|pas (?:ça|cela)|pardon|désolée?|{_I_MEANT}|plutôt|en fait|attends?|attendez)(?![\w-])"
    r"(?:[\s,:.!-]+(?:no|not that|that['’]?s not (?:it|what i (?:asked|meant))|sorry|"
    r"i (?:meant|mean|was asking about|was talking about)|rather|actually|"
    rf"non|pas (?:ça|cela)|ce n['’]est pas (?:ça|cela)|{_I_MEANT}|plutôt|en fait|pardon)(?![\w-]))*[\s,:.!-]*",
    re.IGNORECASE,
)
_ASKING_ENGLISH = (
    r"who|whose|whom|what|which|when|where|why|how|is|are|am|was|were|do|does|did|don['’]t|doesn['’]t|isn['’]t|aren['’]t|"
    r"can|could|may|must|will|would|should|shall|has|have|had|tell me|show|explain|give me|list|does n't"
)
_ASKING_FRENCH = (
    r"qui|que|qu['’]|quoi|quels?|quelles?|quand|où|pourquoi|comment|combien|est[- ]ce|c['’]est|ce sera|peut[- ]on|doit[- ]on|faut[- ]il|"
    r"a[- ]t[- ](?:on|il|elle)|y a[- ]t[- ]il|avons[- ]nous|pouvons[- ]nous|devons[- ]nous|dis[- ]moi|dites[- ]moi|montre|explique|donne"
)
_ASKING = re.compile(
    r"^\W*(?:(?:please|by|to|for|of|from|until|since|within|at|in|on|under|with|after|before|about|through|against|"
    r"à|de|par|pour|sous|en|pendant|depuis|jusqu['’]à|dans|avec|après|avant|contre|sur)\s+)?"
    rf"(?:{_ASKING_ENGLISH}|{_ASKING_FRENCH})(?![\w])",
    re.IGNORECASE,
)
_INVERTED = re.compile(r"-(?:t-)?(?:ils?|elles?|on|nous|vous|je|tu|ce|y)\b", re.IGNORECASE)
_ASKING_LAST = re.compile(
    r"\b(?:how (?:long|much|many|fast|soon|often)|when|where|who|combien(?: de (?:temps|jours|mois|fois))?|quand|où|qui|quoi|"
    r"comment)\s?[?.!]*$",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"^\W*(?:(?:for|of|with|without|in|on|at|under|during|after|before|by|from|since|until|between|pour|sans|avec|dans|en|sous|"
    r"pendant|après|avant|"
    r"par|depuis|chez|entre|hors|du|au|aux|à)\b|jusqu['’])",
    re.IGNORECASE,
)
_SUPPOSING = re.compile(
    r"^\W*(?:(?:and|but|or|et|mais|ou)\s+)?(?:(?:what if|if|si|sinon|otherwise|else|failing that|à défaut)(?![\w-])|s['’](?=ils?\b))",
    re.IGNORECASE,
)
_FAILING = re.compile(
    r"n['’]t\b|\b(?:not|never|fails?|miss(?:es)?|late|too long|breach(?:es)?|otherwise|else|failing|ne|n(?=['’])|pas|"
    r"jamais|retard|"
    r"dépass\w+|manqu\w+|sinon|défaut)\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    r"^\W*(?:(?:i|we|you|they|he|she|it|nobody|no one|someone|je|j['’]|tu|nous|vous|ils?|elles?|ça|cela|personne|quelqu['’]un)(?=[\s'’])|"
    r"on (?:doit|peut|ne|n['’]\w|nous|se|s['’]|en|y|paie|veut|fait|perd|dépasse|refuse)\b)",
    re.IGNORECASE,
)
_IDLE = re.compile(  # words that look as if they pointed and do not
    r"\bis it (?:possible|allowed|ok|okay|permitted|necessary|required|mandatory|true|correct|right|legal|forbidden|enough|"
    r"needed) (?:to|that|for|if)\b|"
    r"\b(?:the|an?|any|every|each|all|some|no|which|what|other)\s+(?:[\w-]+\s+){1,3}?that(?=\s+\w)|"
    r"\b(?:says?|said|states?|provided|given|ensure|true|sure|know|so|such|now) that(?=\s+\w)|"
    r"\b(?:does|did|will|would|should) it (?:take|last)\b|\bit takes\b|\bhow long is it\b|\bça (?:prend|dure)\b|"
    r"\bthis (?:agreement|contract)\b|\bce (?:contrat|accord)\b|\bcette (?:convention|entente)\b|"
    r"\bc['’]est quoi\b|\best[- ]ce qu\S*|\bqu['’]est[- ]ce qu\S*|\bqui est[- ]ce qu\S*|\bce (?:que|qui|qu['’]\w+)\b|"
    r"\bil (?:y (?:a|avait|aura)|faut|fallait|suffit|est (?:possible|permis|interdit|nécessaire|obligatoire|prévu))\b|"
    r"\b(?:est|était)-il (?:possible|permis|interdit|nécessaire|obligatoire|prévu|vrai|exact)\b|\bse (?:passe|fait)-t-il\b|"
    r"\by a[- ]t[- ]il\b|\b(?:ceux|celles|celui|celle|those|that) (?:qui|que|who|which)\b",
    re.IGNORECASE,
)
_POINTING = re.compile(
    r"\b(?:that|this|those|these|the same|instead|"
    r"ça|cela|ceci|celui|celle|ceux|celles|(?:ce|cet|cette|ces)(?=\s+[a-zà-ÿ]))\b|\b[Ii]t\b|"
    r"\bc['’](?:est|était)\b|\b(?:the|an?|which) (?:\w+ )?ones?\b|(?<!-)\b(?:he|she|him|her|his|il|elle|lui)\b|"
    r"^\W*(?:(?:et|mais|alors|donc|quand|comment|pourquoi|où|combien|de|temps|que|à|qui|depuis|jusqu['’]à|sous|dans|en|quel(?:le)?s?|"
    r"cas|délai|mesure|conditions?)\s+)*"
    r"(?!(?:faut|existe|reste|suffit|convient|vaut|passe|arrive|fait)-)\w+-(?:t-)?(?:il|elle)\b|"
    r"\b(?:qui|on|nous|vous|ils|elles|tu)[ -]en (?=(?:répond|est|sont|a|ont|fait|font|décide|paie|paient|prend|sort|tient|parle|"
    r"dispose|bénéfici|garanti)\w*)|"
    r"\b[smn]['’](?:en|y)\b",
)
_OTHERS = re.compile(
    r"\b(?:they|them|their|theirs|he|she|him|her|his|il|ils|elles|eux|elle|lui|leurs?|there|then|là|ça|cela|ceci|that|this|"
    r"it)\b",
    re.IGNORECASE,
)
_EXISTS = re.compile(r"\b(?:is|are|was|were|will) there\b|\bthere (?:is|are|was|were|will)\b", re.IGNORECASE)
_WHERE_STATED = (
    r"where (?:does it|do they|is it|is that|does the contract|is this)\b.{0,12}\b(?:say|said|written|stated|stand|come from)\b.*|"
    r"where(?:['’]s| is) (?:that|it|this)(?: (?:from|written|stated))?|"
    r"(?:in |under )?(?:which|what) (?:clause|article|page|annex|section|paragraph|document)"
    r"(?: is (?:that|it)(?: in)?| says (?:that|so|it))?"
)
_SURE = (
    r"source|says who|who says(?: so| that)?|(?:are you )?(?:sure|certain)|really|"
    r"(?:can you |please )?(?:repeat|say) (?:that|it)(?: again)?|show me (?:that|it|the clause)"
)
_WHERE_STATED_FRENCH = (
    r"où (?:est-ce (?:que c['’]est )?(?:écrit|dit|indiqué|prévu)|c['’]est (?:écrit|dit|indiqué|prévu)|"
    r"(?:est-ce que )?(?:c['’]est|ça se trouve|ça figure).{0,20})|c['’]est (?:écrit|dit|indiqué) où|"
    r"(?:c['’]est )?(?:dans )?(?:quelle clause|quel article|quelle page|quelle annexe|quel document)(?: (?:le dit|dit ça|dit cela))?"
)
_SURE_FRENCH = (
    r"(?:tu es |vous êtes )?(?:sûre?|certaine?)s?|vraiment|(?:tu peux |peux-tu |pouvez-vous )?répéter|répète|"
    r"montre(?:z)?[- ](?:le |la |moi (?:ça|la clause|l['’]article))|qui (?:le )?dit (?:ça|cela)?"
)
_AGAIN = re.compile(
    rf"^\W*(?:and |et )?(?:{_WHERE_STATED}|{_SURE}|{_WHERE_STATED_FRENCH}|{_SURE_FRENCH})\W*$",
    re.IGNORECASE,
)
_LANGUAGE = re.compile(
    r"^\W*(?:(?:and|et|ok|please|s['’]il (?:te|vous) pla[iî]t|can you (?:answer|say (?:that|it))|answer|réponds?|répondez)[\s,]+)*"
    r"(?:in|en)\s+(?P<name>french|english|français|francais|anglais)(?:[\s,]+(?:please|s['’]il (?:te|vous) pla[iî]t|svp|stp))?\W*$",
    re.IGNORECASE,
)
_LIGHT = frozenset(
    "appli apply need give happen mean say count take make go come work long time thing concern help want know ask tell show explain "
    "list appliqu march veut dir prend donn chos concern voul besoin permit ok same mem fast soon quick quickli often vit "
    "souvent tot claus articl document point temp temps".split()
)
_CODE = re.compile(r"\b[A-Za-z]{1,3}\d{1,2}\b")
_OF_ITS_OWN = re.compile(
    r"^\W*(?:(?:can|could|may|must|do|does|are|is|what(?:['’]s| is| are)|quel(?:le)?s? (?:est|sont)|c['’]est quoi|how (?:long|"
    r"often|high|big) (?:is|are)|who (?:can|may)|qui peut)\b|"
    r"(?:\w+-(?:t-)?(?:ils|elles|on|nous|je)|faut-il|est-ce qu\S*)\b)",
    re.IGNORECASE,
)
_TURNING = re.compile(
    r"^\W*(?:(?:ok(?:ay)?|so|now|well|and|alors|bon|et|maintenant|then)\b[\s,]*)*(?:"
    r"let['’]?s (?:talk|speak) (?:about|of)|(?:let['’]?s )?(?:go|get|come) back to|back to|moving on to|let['’]?s move on to|"
    r"(?:another|a different|next) (?:question|topic|subject)(?: about| on)?|new (?:topic|subject)|"
    rf"(?:parlons|on parle) {_OF}|(?:revenons|revenir|retour|on revient|passons|on passe) (?:à la|à l['’]|au|aux|à)|"
    r"(?:une )?autre (?:question|sujet)(?: sur)?|(?:sur )?un autre sujet|changeons de sujet|(?:on )?change(?:ment)? de sujet|"
    r"nouveau sujet)\b[\s,:.-]*(?P<what>.*)$",
    re.IGNORECASE,
)
_WHO_IS = re.compile(
    r"^\W*(?:who(?:['’]s| is| are)|how long (?:is|are)|qui (?:est|sont)) (?:the|our|their|le|la|les|l['’]|notre|nos|leurs?)\b",
    re.IGNORECASE,
)
_OPEN = re.compile(
    r"^\W*(?:[\w'’]+\s)?(?:who|whose|whom|what|which|when|where|why|how|qui|que|quoi|quels?|quelles?|quand|où|pourquoi|comment|"
    r"combien)\b",
    re.IGNORECASE,
)
_OF_SOMETHING = re.compile(
    r"\b(?:penalt(?:y|ies)|caps?|limits?|ceiling|deadlines?|prices?|costs?|fees?|rates?|amounts?|exceptions?|conditions?|"
    r"sanctions?|consequences?|duration|dates?|times?|periods?|maximum|minimum|percentages?|threshold|"
    r"pénalités?|plafonds?|limites?|délais?|prix|coûts?|frais|taux|tarifs?|montants?|conséquences?|durée|échéances?|seuils?|"
    r"pourcentages?)\b",
    re.IGNORECASE,
)
_FUNCTION_WORDS = frozenset(fold(word) for word in ENGLISH | FRENCH)
_SHORTENED = re.compile(r"(?<=\w)['’](?:s|re|ve|ll|d|m)\b", re.IGNORECASE)
_LONG = 14  # words; what is as long as this usually stands alone
_SHORT = 6  # words; without a question of its own, what is as short as this rarely does
_PLENTY, _ENOUGH = 3, 2  # words that tell what a question is about: what stands alone after an "and", and without one


def without_opening(text: str) -> str:
    """What is said after "and", "what about", "no, I meant"; the text itself where nothing is."""
    said = _CORRECTING.sub("", text, count=1)
    said = _OPENING.sub("", said, count=1)
    return said if any(c.isalnum() for c in said) else text


def corrects(text: str) -> bool:
    """Whether it puts right what was understood: "no, I meant the P2"."""
    return bool(_CORRECTING.match(text))


def asks_again(text: str) -> bool:
    """Whether nothing new is asked: where the answer stands, whether it is sure."""
    return bool(_AGAIN.match(text))


def language_wanted(text: str) -> str:
    """The language in which the same answer is asked for ("in French, please"); empty where none is."""
    wanted = _LANGUAGE.match(text)
    return "" if wanted is None else "en" if wanted["name"].casefold() in ("english", "anglais") else "fr"


def is_whole(text: str) -> bool:
    """Whether what is said after its opening is a question or a sentence of its own, and no mere part of one ("for the P2")."""
    said = without_opening(text)
    parts = (said, *re.split(r"[,:]\s", said)[1:])
    if any(form.match(part) for part in parts for form in (_SUPPOSING, _ASKING, _CLAUSE)):
        return True
    return bool(_INVERTED.search(said) or _ASKING_LAST.search(said))


def supposes_failure(text: str) -> bool:
    """Whether it asks what follows where something is not done, or not in time: "what if they don't?", "et s'ils sont en retard ?".

    What asks something of its own does not: "if we can't work, may we come in?".
    """
    asks = any(_ASKING.match(part) for part in re.split(r"[,:]\s", text)[1:])
    return bool(_SUPPOSING.match(text)) and bool(_FAILING.search(text)) and not asks


def turns_to(text: str) -> str | None:
    """The subject to which a conversation is turned by saying so: "let's talk about security"; None where nothing says so."""
    turning = _TURNING.match(text)
    return turning["what"].strip() if turning else None


def is_bare(text: str) -> bool:
    """Whether a question of its own says hardly more than what it asks: "by how much?", "who decides?", "sous quel délai ?"."""
    said = without_opening(text)
    return not points(text) and _telling(said) <= bool(_OPEN.match(said))


def tells(text: str) -> bool:
    """Whether any of its words tells what it is about."""
    return _telling(text) > 0


def points(text: str) -> bool:
    """Whether a word of it stands for something said before."""
    return bool(_POINTING.search(_idle_out(text)))


def leans(text: str) -> bool:
    """Whether it is to be read with what was asked before.

    Args:
        text: as typed, no small talk.
    """
    if asks_again(text) or language_wanted(text):
        return True
    if turns_to(text) is not None:
        return False
    if _OPENING.match(text) and _SUPPOSING.match(text):
        return True  # "and if …" puts another case of what was asked, however much it tells
    words = len(re.findall(r"\w+", text))
    if points(text):
        return words < _LONG or corrects(text)
    said = without_opening(text)
    named = find_mentions(said)
    if named.alone or (named.numbers and is_whole(said)):
        return False
    opened = any(form.match(text) for form in (_OPENING, _CORRECTING, _SUPPOSING))
    telling = _telling(said)
    if is_whole(text):
        telling += bool(telling and _CODE.search(said))
        return telling < (_PLENTY if opened else _ENOUGH) and not (not opened and telling and _is_own(said, words))
    if opened:
        return telling <= _PLENTY
    return words <= _SHORT and (bool(_BEHIND.match(said)) or not (telling and _names_subject(said)))


def _is_own(said: str, words: int) -> bool:
    """Whether a question with one telling word is one of its own: "can they subcontract?", "who are the parties?".

    "What is the cap?" and "who pays?" are not: a cap is one of something.
    """
    if _OF_SOMETHING.search(said):
        return False
    return bool(_WHO_IS.match(said)) or (_names_subject(said) and (bool(_OF_ITS_OWN.match(said)) or words > _SHORT))


def _idle_out(text: str) -> str:
    return _IDLE.sub(" ", _EXISTS.sub(" ", text))


def _telling(said: str) -> int:
    """How many words tell what it is about: none of those that count hours, codes, or that could stand in any question."""
    words = " ".join(word for word in tokens(_OTHERS.sub(" ", _bare(said))) if word not in _FUNCTION_WORDS)
    return len(
        {stem for stem in content_stems(words, spoken_language(said)) if stem not in _LIGHT and not stem.isdigit()}
    )


def _names_subject(said: str) -> bool:
    """Whether it names a subject of contracts, as the lexicon knows them."""
    return _expands(_bare(said), spoken_language(said))


@lru_cache(maxsize=256)
def _expands(text: str, language: str) -> bool:
    return bool(Lexicon.load().expand(text, language))


def _bare(said: str) -> str:
    """What is said without hours, codes and pronouns after a verb."""
    for start, end in reversed(spans_of_hours(said)):
        said = f"{said[:start]} {said[end:]}"
    return _CODE.sub(" ", _INVERTED.sub(" ", _SHORTENED.sub("", _idle_out(said))))
