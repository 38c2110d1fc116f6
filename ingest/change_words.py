"""The words with which amendments state their changes, in English and French."""

from __future__ import annotations

import re
from enum import StrEnum


class Operation(StrEnum):
    """What is done to the words named."""

    REPLACED = "replaced"  # a whole clause, annex or row
    DELETED = "deleted"
    ADDED = "added"
    WORDS = "words replaced"
    FIGURE = "figure changed"
    INSERTED_AFTER = "words inserted after"  # other words, which stay
    INSERTED_BEFORE = "words inserted before"
    RENUMBERED = "renumbered"
    CHANGED = "changed"  # in a way that these rules do not follow
    SUSPENDED = "suspended"  # does not apply for a time
    EXCEPTION = "exception"  # for a time or a case something else holds, and no words are changed


_BE = (
    r"(?:is|are|shall be|will be|be|est|sont|sera|seront)(?:,?\s+and\s+here\s?by\s+(?:is|are),?)?\s+(?:also\s+)?"
    r"(?:hereby\s+|as follows\s+)?"
)
_NOW = r"(?:now|hereafter|henceforth)"
ACTS: tuple[tuple[Operation, re.Pattern[str]], ...] = tuple(
    (operation, re.compile(pattern, re.IGNORECASE | re.DOTALL))
    for operation, pattern in (
        (
            Operation.REPLACED,
            rf"\b(?:{_BE})?(?:deleted|removed|supprim[ée]+s?|annul[ée]+s?)\b[^.]{{0,80}}?\b(?:and|et|to be)"
            r"\s+(?:are\s+|is\s+)?(?:hereby\s+)?"
            rf"(?:replaced|substituted|remplac[ée]+s?)|\b{_BE}(?:replaced|superseded|substituted|restated|remplac[ée]+s?)\b|"
            rf"\b{_BE}(?:amended|modified|revised|modifi[ée]+s?)\b[^.:]{{0,60}}?\b(?:to read|and restated|to state|comme suit|as follows)|"
            rf"\b(?:(?:shall|will)\s+(?:\w+\s)?(?:be\s+)?read|{_NOW}\s+reads?|reads?\s+{_NOW})(?=\s+as\s+follows|\s*:|\s{{3,}})|"
            r"\b(?:se (?:lit|lisent|lira|liront)(?=\s+(?:désormais|dorénavant|ainsi|comme)\b|\s*:|\s{3,})|"
            r"(?:est|sont|sera|seront)\s+(?:désormais\s+|dorénavant\s+)?(?:ainsi\s+)?(?:rédigée?s?|libellée?s?))\b|"
            r"\b(?:replaces|remplacent?|annule et remplace)\b(?=\s)|\bby replacing\b|"
            r"\bdelet\w+\b[^.]{0,120}?\b(?:inserting|replacing|substituting)\b",
        ),
        (
            Operation.RENUMBERED,
            rf"\b{_BE}(?:renumbered|redesignated|renum[ée]rot[ée]+s?)\b|\bdevien(?:t|nent) l.article",
        ),
        (
            Operation.DELETED,
            rf"\b{_BE}(?:deleted|removed|supprim[ée]+s?|abrog[ée]+s?)\b|\bby (?:deleting|removing|striking)\b|"
            r"\b(?:(?:shall|will)\s+(?:no longer|cease to)|ceases? to)\s+apply\b|\bcessent? de s.appliquer\b|"
            r"\b(?:ne s.applique(?:nt|ra|ront)?|n.est|ne sont) plus(?: applicables?)?\b",
        ),
        (
            Operation.ADDED,
            rf"\b{_BE}(?:added|inserted|ajout[ée]+s?|ins[ée]r[ée]+s?|compl[ée]t[ée]+s?)\b|\b{_BE}(?:amended|supplemented|modified)\s[^.:]{{0,40}}?"
            r"\b(?:to add|by adding|to include|by inserting|by the (?:addition|insertion|inclusion))\b|"
            rf"\b{_BE}supplemented\s+(?:by|with)\b",
        ),
        (
            Operation.CHANGED,
            rf"\b{_BE}(?:amended|modified|revised|changed|extended|prolong[ée]+s?|modifi[ée]+s?|reduced|increased|r[ée]duite?s?|augment[ée]+s?|port[ée]+s?|ramen[ée]+s?)\b",
        ),
    )
)
_ALLOWED = re.compile(  # what may be changed is not changed
    r"\b(?:may|can|cannot|could|might|(?:shall|must|will)\s+(?:not|only)|peu(?:t|vent)|pourr(?:a|aient|ait|ont)|"
    r"ne\s+(?:sera|seront|saurait|peut))\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)
_MODAL = 30  # characters before an act in which such a verb stands
SUSPENDED = re.compile(
    r"\b(?:(?:shall|will|does|do)\s+not\s+(?:apply|be\s+(?:enforced|applied))|(?:shall\s+|will\s+)?(?:have|has|be\s+of)\s+no\s+effect|"
    r"(?:is|are|shall|will)\s+not\s+(?:be\s+)?applicable|"
    r"(?:is|are|shall be|will be)\s+(?:hereby\s+)?(?:suspended|disapplied|waived|inapplicable)|"
    r"(?:ne\s+)?s.appliqu(?:e|ent|era|eront)\s+pas|(?:est|sont|sera|seront)\s+(?:suspendue?s?|inapplicables?|écartée?s?)|"
    r"(?:n.est|ne sont|ne sera|ne seront)\s+pas\s+(?:applicables?|appliquée?s?)|"
    r"(?:est|sont|sera|seront)\s+(?:privée?s?\s+d['’]|sans\s+)effets?)\b|"
    r"\b(?:apply|applies)\s+only\s+(?=(?:from|as\s+(?:of|from)|with\s+effect\s+from)\b)|"
    r"\bs['’]appliqu(?:e|ent|era|eront)\s+(?=qu['’]à\s+(?:compter|partir)\b)",
    re.IGNORECASE,
)
NONE_DUE = re.compile(  # "no credit is due under clause 8", "aucune pénalité n'est appliquée au titre de l'article 8"
    r"\bno\s+[^.;:,]{1,60}?\s(?:is|are|shall\s+be|will\s+be)\s+(?:due|payable|owed|charged|applied|given)\s+(?:under|by|pursuant\s+to)\b|"
    r"\baucune?\s+[^.;:,]{1,60}?\s(?:n['’]est|ne\s+sera)\s+(?:due?|exigible|appliquée?|facturée?|versée?)\s+"
    r"(?:au\s+titre|en\s+application|en\s+vertu)\b",
    re.IGNORECASE,
)
TO_SOME = re.compile(  # "shall not apply to Tower B": of the clause, not the clause
    r"[\s,]*(?:to|in respect of|in relation to|as regards|for|aux?|à\s+l|à\s+la|en ce qui concerne|pour)\b"
    r"(?!\s*(?:(?:the|a|une|la)\s+)?(?:period|période|durée|year|année|months?|mois|d[’']?année|(?:as|so)\s+long\s+as|autant\s+que))",
    re.IGNORECASE,
)
_THIS_CASE = r"for (?:this|that|these|those) [\w ]{1,40}? only|(?:on|for) this occasion|pour (?:ce seul|cette seule|ces seuls|ces seules)"
THIS_CASE = re.compile(rf"\b(?:{_THIS_CASE})\b", re.IGNORECASE)  # the one that the sentence before tells of
ONE_CASE = re.compile(  # an exception that needs no day
    r"\b(?:by way of (?:an? )?(?:temporary |one-off )?(?:exception|derogation)|as an? (?:temporary |one-off )?exception|"
    rf"à titre (?:exceptionnel|dérogatoire)|par exception|{_THIS_CASE})\b",
    re.IGNORECASE,
)
EXCEPTIONAL = re.compile(
    r"\b(?:by way of (?:an? )?(?:temporary |one-off )?(?:exception|derogation)|as an? (?:temporary |one-off )?exception|"
    r"exceptionally|temporarily|(?:released|excused|exempt(?:ed)?|relieved)\s+from|"
    rf"{_THIS_CASE}|pour (?:l[ea]|les) seule?s?|(?:durant|pendant) (?:l[ea]|les) seule?s?|"
    r"(?:temporary|interim|transitional) (?:basis|arrangement|measure)s?|"
    r"à titre (?:exceptionnel|transitoire|temporaire|dérogatoire)|par (?:exception|dérogation)|exceptionnellement|"
    r"temporairement|transitoirement|(?:dispens|exonér|décharg)ée?s?\s+d(?:e|u|es)|(?:est|sera)\s+sursis)\b",
    re.IGNORECASE,
)
DEPARTS = re.compile(  # from what is named next
    r"\b(?:notwithstanding|in derogation from|by way of derogation from|despite|"
    r"par dérogation (?:à|aux?)|nonobstant|en dérogation (?:à|aux?))\b",
    re.IGNORECASE,
)
HOWEVER = re.compile(
    r"^\W*(?:however|toutefois|cependant|néanmoins|by way of exception|par exception|exceptionally)\b", re.IGNORECASE
)
STAYS = re.compile(r"\b(?:unchanged|inchang[ée]+s?)\b", re.IGNORECASE)
LENGTHENED = re.compile(  # a day that ends the new term is no end of the change
    r"\b(?:extend\w*|renew\w*|prolong\w*|reconduit\w*|proroge\w*|expir\w*|terminat\w*|continu\w*|"
    r"(?:remain|stay)\w*\s+(?:applicable|in\s+(?:full\s+)?(?:force|effect))|(?:demeur|rest)\w*\s+(?:applicable|en\s+vigueur)|"
    r"(?<!during )(?<!for )the term\b|(?<!pendant )(?<!durant )(?<!pour )la durée d(?:u|e)\b)",
    re.IGNORECASE,
)
_QUOTED = r"[“\"«‘']\s*+(?P<{0}>[^”\"»“«]{{1,400}}?)\s{{0,20}}[”\"»’']"
WORDS_BY_WORDS = re.compile(
    _QUOTED.format("old") + r"(?:\s*\([^()“”\"«»]{0,80}\))?(?:\s+(?:in|of|à|de|du)\s(?:[^“”\"«».;]|\.\d){1,80}?)?"
    r"\s+(?:(?:is|are|shall be|will be|est|sont)\s+(?:hereby\s+)?(?:deleted and\s+)?"
    r"(?:replaced|substituted|remplac[ée]+s?)\s+(?:by|with|par)|"
    rf"(?:shall|will|are to)\s+(?:{_NOW}\s+)?(?:be\s+)?(?:read(?:\s+as)?|construed\s+as|deemed\s+to\s+be)|{_NOW}\s+reads?|"
    r"se li(?:t|sent|ra|ront)(?:\s+(?:désormais|dorénavant))?|deviennent|devient|"
    r"(?:est|sont)\s+lus?e?s?\s+comme|doi(?:t|vent)\s+(?:être\s+lue?s?|se\s+lire)\s+comme|s.entend(?:ent)?\s+comme)\s+"
    r"(?:(?:the|les?|la|l.)\s*(?:words?|figures?|mots?|chiffres?|term|phrase|termes?)?\s*|"
    r"(?:celles?|celui|ceux|that|those)\s+(?:de|du|d['’]|of)\s*|(?:(?:an?|the)\s+)?references?\s+to\s+(?:the\s+)?|"
    r"(?:une|des|la|les)\s+(?:références?|mentions?)\s+(?:à|aux?|de)\s+)?" + _QUOTED.format("new"),
    re.IGNORECASE,
)
WORDS_WITH_WORDS = re.compile(  # "by replacing “X” with “Y”", "en remplaçant « X » par « Y »"
    r"\b(?:(?:by |to )?(?:replac(?:e|ing)|substitut(?:e|ing)|chang(?:e|ing))|(?:by |to )?delet(?:e|ing)|en remplaçant)\s+"
    r"(?:(?:the|all|each|every|any|les?|la)\s+)*(?:(?:words?|figures?|phrase|terms?|references?\s+to|mots?|chiffres?|termes?)\s+)?"
    + _QUOTED.format("old")
    + r"\s+(?:and\s+)?(?:with|by|to|par|(?:and\s+)?(?:inserting|replacing (?:it|them) with|substituting(?: therefor)?))\s+"
    r"(?:(?:the|les?|la)\s+)?(?:(?:words?|figures?|phrase|terms?|mots?|chiffres?|termes?)\s+)?" + _QUOTED.format("new"),
    re.IGNORECASE,
)
_NOUN = r"(?:(?:the|les?|la)\s+)?(?:(?:words?|figures?|phrase|terms?|expressions?|mots?|chiffres?|termes?)\s+)?"
_HENCE = r"(?:hereby\s+|there\s+)?"
WORDS_FOR_WORDS = tuple(  # the new words before the old, or the old before an order to read others
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        _QUOTED.format("new")
        + rf"\s+(?:(?:is|are|shall be|will be)\s+{_HENCE}(?:substituted|inserted)\s+(?:for|in\s+(?:place|lieu)\s+of)|"
        rf"(?:est|sont|sera|seront)\s+substitu[ée]+s?\s+(?:aux?|à)|se\s+substitu(?:e|ent|era|eront)\s+(?:aux?|à))\s+{_NOUN}"
        + _QUOTED.format("old"),
        rf"\b(?:for|in\s+(?:place|lieu)\s+of|instead\s+of|au\s+lieu\s+de|à\s+la\s+place\s+de|aux?)\s*+:?\s*+{_NOUN}"
        + _QUOTED.format("old")
        + rf"\s*+,?\s*+(?:there\s+(?:is|are|shall\s+be)\s+substituted|(?:is|are|est|sont)\s+substitu\w+|substitute|read|insert|"
        rf"(?:il\s+(?:faut|convient\s+de|y\s+a\s+lieu\s+de)\s+)?lire|on\s+lit|lisez)\s*+:?\s*+{_NOUN}"
        + _QUOTED.format("new"),
        rf"\b(?:read|lire|lisez)\s*+:?\s*+{_NOUN}"
        + _QUOTED.format("new")
        + rf"\s*+,?\s*+(?:in\s+(?:place|lieu)\s+of|instead\s+of|and\s+not|rather\s+than|"
        rf"au\s+lieu\s+de|à\s+la\s+place\s+de|et\s+non(?:\s+pas)?)\s*+:?\s*+{_NOUN}" + _QUOTED.format("old"),
    )
)
_PLACED = r"(?:\s+(?:in|of|à|de|du|dans)\s(?:[^“”\"«».;]|\.\d){1,80}?)?"
_SIDE = r"(?:immediately\s+|directly\s+|immédiatement\s+)?(?P<side>after|following|before|apr[èe]s|avant)\s+"
_DONE = rf"{_BE}(?:inserted|added|ins[ée]r[ée]+s?|ajout[ée]+s?)"
WORDS_IN = tuple(  # "the words “Y” are inserted after “X”", "inserting “Y” after “X”", "after “X”, the words “Y” are inserted"
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        _QUOTED.format("new") + rf"{_PLACED}\s+{_DONE}{_PLACED}\s+{_SIDE}{_NOUN}" + _QUOTED.format("old"),
        rf"\b(?:insert(?:ing)?|add(?:ing)?|insérer|insérant|ajouter|ajoutant)\s+{_NOUN}"
        + _QUOTED.format("new")
        + rf"{_PLACED}\s+{_SIDE}{_NOUN}"
        + _QUOTED.format("old"),
        rf"\b{_SIDE}{_NOUN}"
        + _QUOTED.format("old")
        + rf"{_PLACED},?\s+{_NOUN}"
        + _QUOTED.format("new")
        + rf"\s+{_DONE}",
        rf"\b{_SIDE}{_NOUN}"
        + _QUOTED.format("old")
        + rf"{_PLACED},?\s+(?:by\s+|en\s+|there\s+)?(?:{_DONE}|insert(?:ing)?|add(?:ing)?|insérer|insérant|ajouter|ajoutant)\s+{_NOUN}"
        + _QUOTED.format("new"),
    )
)
WORDS_IN_TOO = re.compile(  # a further one of a sentence that inserts: "… and “, or not” after “paid”"
    r"\b(?:and|et)\s+" + _NOUN + _QUOTED.format("new") + rf"{_PLACED}\s+{_SIDE}{_NOUN}" + _QUOTED.format("old"),
    re.IGNORECASE,
)
EVERYWHERE = re.compile(
    r"\b(?:(?:all|each|every|any)\s+(?:other\s+)?(?:references?|mentions?|occurrences?|instances?)|wherever|throughout|each time|"
    r"in (?:each|every) (?:place|instance)|(?:toutes?(?: les)?|chaque)\s+(?:références?|mentions?|occurrences?)|partout où|chaque fois qu|"
    r"à chaque (?:occurrence|mention)|dans (?:l['’]ensemble|la totalité) d)",
    re.IGNORECASE,
)
DEFINED_AT = re.compile(  # where a term is defined is not where it is replaced
    r"(?:\([^)]*|\b(?:as\s+)?(?:defined|described|set out)\s+(?:in|at|by)\s*|\bdéfinie?s?\s+(?:à|aux?|par|dans)\s*(?:l['’])?)$",
    re.IGNORECASE,
)
WORDS_OUT = re.compile(  # "the words “X” in clause 9 are deleted"
    r"\b(?:words?|phrase|mots?|termes?)\s+"
    + _QUOTED.format("old")
    + r"(?:\s+(?:in|of|à|de|du)\s(?:[^“”\"«».;]|\.\d){1,80}?)?"
    r"\s+(?:is|are|shall be|est|sont)\s+(?:hereby\s+)?(?:deleted|removed|supprim[ée]+s?)\b"
    r"(?!\s*(?:and|et|,))",
    re.IGNORECASE,
)
ATTACHED = re.compile(  # what replaces it stands elsewhere
    r"\b(?:attached|annexed|appended|enclosed|set (?:out|forth) (?:in|on|at)|contained in|"
    r"ci-joint\w*|joint\w* (?:à|au|en)|jointes?|annexée?s?|figurant)\b",
    re.IGNORECASE,
)
PART = re.compile(  # of the clause named before: "by deleting in its entirety subsection (b) thereof"
    r"[^.;:]{0,40}?\b(?:sub-?sections?|sub-?paragraphs?|paragraphs?|items?|sub-?clauses?|points?|alinéas?)\s*"
    r"(?P<part>\(\w{1,4}\))\s+(?:thereof|of it)\b",
    re.IGNORECASE,
)
PLACE_OF_NEW = re.compile(  # the clause beside which a new one is put
    r"\b(?:after|following|before|behind|apr[èe]s|avant|à la suite de|suite à)\s*(?:the\s+|l['’]|la\s+|le\s+|les\s+)?$",
    re.IGNORECASE,
)
FURTHER_ACT = re.compile(
    r"\b(?:and|et)\s+(?:by\s+|en\s+)?(?:amending|replacing|adding|inserting|deleting|modifiant|remplaçant|ajoutant|supprimant)\b",
    re.IGNORECASE,
)
PERSON_FOR_PERSON = (
    re.compile(
        r"(?P<new>(?:[A-ZÀ-Þ][\w’'-]{1,60} ){1,3}[A-ZÀ-Þ][\w’'-]{1,60})\s+replaces\s+"
        r"(?P<old>(?:[A-ZÀ-Þ][\w’'-]+\s){1,3}?[A-ZÀ-Þ][\w’'-]+)(?=\s+(?:as|in)\b)"
    ),
    re.compile(
        r"(?:Madame|Monsieur|Mme|M\.)\s+(?P<old>(?:[A-ZÀ-Þ][\w’'-]+\s){1,3}?[A-ZÀ-Þ][\w’'-]+)\s+est\s+remplacée?\b[^.]{0,120}?\bpar\s+"
        r"(?:Madame|Monsieur|Mme|M\.)\s+(?P<new>(?:[A-ZÀ-Þ][\w’'-]+\s){1,3}?[A-ZÀ-Þ][\w’'-]+)"
    ),
)
ROW = re.compile(
    r"\b(?:row|line|ligne)\s+[“\"«]\s{0,9}([^”\"»]{1,60}?)\s{0,9}[”\"»]|[“\"«]\s{0,9}([^”\"»]{1,60}?)\s{0,9}[”\"»]\s+row\b",
    re.IGNORECASE,
)
FOLLOWS = re.compile(
    r"\b(?:(?:the\s+)?following|as follows|to read(?:\s+in\s+(?:its|their)\s+entirety)?|set forth below|"
    r"suivante?s?|ce qui suit|comme suit|qui suit)\b|:\s*$",
    re.IGNORECASE,
)
EFFECT = re.compile(
    r"(?:with effect (?:from|on)|effective(?: as of| on| from)?|takes? effect (?:on|from)|as (?:of|from)|from|à compter du|"
    r"prend effet (?:le|au)|"
    r"à partir du|avec effet au|entre en vigueur le|becomes? effective (?:on|as of))\s+(?:the\s+)?$",
    re.IGNORECASE,
)
KEPT = re.compile(
    r"\b(?:remains?|unchanged|inchang[ée]+s?|demeurent?|except as|save as|as (?:previously|heretofore) amended)\b",
    re.IGNORECASE,
)
RECITAL = re.compile(
    r"^\W*(?:whereas|recitals?|background|wish(?:es)? to|desire)|\b(?:wish(?:es)?|desires?|souhaitent?) (?:to|de)?\b",
    re.IGNORECASE,
)
RECITAL_WITHIN = re.compile(  # headings that a sentence ran on over, and what the parties tell of the past
    r"\b(?:RECITALS?|WHEREAS|BACKGROUND|CONSIDÉRANT|PRÉAMBULE)\b|\b(?:have|has) (?:mutually )?(?:agreed|determined|requested) to\b|"
    r"\b(?:ont|a) (?:convenu|souhaité|décidé)\b"
)
_OWN_NAME = (
    r"(?:this|the|le|présent|l.)\s*(?:[\w.]{1,60}\s){0,3}?(?:amendment|avenant)\b(?:\s+(?:no\.?|number|n\s?[°ºo]\.?|numéro)\s?\w{1,4}\b)?|"
    r"\bil\b|\bamendment effective date\b"
)
DOCUMENT_EFFECT = re.compile(
    rf"(?:{_OWN_NAME})[^.;]{{0,120}}?\b(?:takes? effect|prend effet|entre en vigueur|(?:shall be |becomes? )?effective)"
    r"(?: as of| on| from| le| au| à compter du)?\s(?:the\s)?$",
    re.IGNORECASE,
)
DOCUMENT_MADE = re.compile(
    rf"(?:{_OWN_NAME})[^;]{{0,400}}?\b(?:made|entered into|executed|signed|conclu|signé)\b[^;.]{{0,40}}$|"
    # dated itself, not the agreement that it amends
    rf"(?:{_OWN_NAME})(?:(?!\bagreement\b|\bcontrat\b|\bcontract\b)[^;]){{0,200}}?\bdated\b[^;.]{{0,40}}$|"
    r"^fait (?:à|en) [^;]{0,80}\ble $",
    re.IGNORECASE,
)


def first_act(bare: str) -> tuple[Operation, re.Match[str]] | None:
    """What a sentence, its quoted words blanked, does to a clause, and where it says so; None where it does nothing, and where it only says
    what may be done ("Exhibit A may be amended by agreement").
    """
    for operation, pattern in ACTS:
        for match in pattern.finditer(bare):
            if not _ALLOWED.search(bare, max(0, match.start() - _MODAL), match.start()):
                return operation, match
    return None
