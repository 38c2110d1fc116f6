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


BE = (
    r"(?:is|are|shall be|will be|be|est|sont|sera|seront)(?:,?\s+and\s+here\s?by\s+(?:is|are),?)?\s+(?:also\s+)?"
    r"(?:hereby\s+|as follows\s+)?"
)
NOW = r"(?:now|hereafter|henceforth)"
_GONE = (
    r"(?:deleted|removed|omitted|revoked|rescinded|cancelled|struck(?:\s+out)?|stricken|"
    r"supprim[ée]+s?|annul[ée]+s?|abrog[ée]+s?|retir[ée]+s?)"
)
_INSTEAD = (
    r"(?:in\s+(?:its|their)\s+(?:place|stead)|in\s+(?:lieu|place)\s+(?:thereof|of\s+it)|substituted\s+therefor|inserted\s+instead|"
    r"(?:lui|leur)\s+(?:est|sont)\s+substitu[ée]+s?|à\s+(?:sa|leur)\s+place)"
)
ACTS: tuple[tuple[Operation, re.Pattern[str]], ...] = tuple(
    (operation, re.compile(pattern, re.IGNORECASE | re.DOTALL))
    for operation, pattern in (
        (
            Operation.REPLACED,
            rf"\b(?:{BE})?{_GONE}\b[^.]{{0,80}}?\b(?:and|et|to be)"
            r"\s+(?:are\s+|is\s+)?(?:hereby\s+)?"
            rf"(?:replaced|substituted|remplac[ée]+s?)|\b{_GONE}\b[^.]{{0,120}}?\b{_INSTEAD}\b|"
            rf"\b{_GONE}\s*\.\s+(?:lui|leur)\s+(?:est|sont)\s+substitu[ée]+s?\b|"
            rf"\b(?:delete|remove|strike|omit)\b(?:[^.]|\.\d){{0,120}}?\band\s+(?:replace|substitute)\b|"
            rf"\b{BE}(?:replaced|superseded|substituted|restated|remplac[ée]+s?)\b|"
            rf"\b{BE}(?:amended|modified|revised|varied|modifi[ée]+s?)\b[^.:]{{0,60}}?"
            r"\b(?:to read|and restated|to state|comme suit|as follows)|"
            rf"\b(?:(?:shall|will)\s+(?:\w+\s)?(?:be\s+)?read|{NOW}\s+reads?|reads?\s+{NOW})(?=\s+as\s+follows|\s*:|\s{{3,}})|"
            r"\b(?:se (?:lit|lisent|lira|liront)(?=\s+(?:désormais|dorénavant|ainsi|comme)\b|\s*:|\s{3,})|"
            r"(?:est|sont|sera|seront)\s+(?:désormais\s+|dorénavant\s+)?(?:ainsi\s+)?(?:rédigée?s?|libellée?s?))\b|"
            r"\b(?:replaces|remplacent?|annule et remplace)\b(?=\s)|\bby replacing\b|"
            r"\bdelet\w+\b[^.]{0,120}?\b(?:inserting|replacing|substituting)\b",
        ),
        (
            Operation.RENUMBERED,
            rf"\b{BE}(?:renumbered|redesignated|renum[ée]rot[ée]+s?)\b|\bdevien(?:t|nent) l.article",
        ),
        (
            Operation.DELETED,
            rf"\b{BE}{_GONE}\b|\bby (?:deleting|removing|striking|omitting)\b|"
            r"(?:^\W*|\b(?:to|hereby)\s+)(?:delete|remove|strike|omit)\b|"
            r"\b(?:(?:shall|will)\s+(?:no longer|cease to)|ceases? to)\s+apply\b|\bcessent? de s.appliquer\b|"
            r"\b(?:ne s.applique(?:nt|ra|ront)?|n.est|ne sont) plus(?: applicables?)?\b",
        ),
        (
            Operation.ADDED,
            rf"\b{BE}(?:added|inserted|ajout[ée]+s?|ins[ée]r[ée]+s?|compl[ée]t[ée]+s?|cré[ée]+s?|introduite?s?)\b|"
            rf"(?:^\W*|\b(?:to|hereby)\s+)(?:add|insert)\b|\b{BE}(?:amended|supplemented|modified|varied)\s[^.:]{{0,40}}?"
            r"\b(?:to add|by adding|to include|by inserting|by the (?:addition|insertion|inclusion))\b|"
            rf"\b{BE}supplemented\s+(?:by|with)\b",
        ),
        (
            Operation.CHANGED,
            rf"\b{BE}(?:amended|modified|revised|varied|changed|extended|prolong[ée]+s?|modifi[ée]+s?|reduced|increased|r[ée]duite?s?|augment[ée]+s?|port[ée]+s?|ramen[ée]+s?)\b",
        ),
    )
)
_ALLOWED = re.compile(  # what may be changed is not changed
    r"\b(?:may|can|cannot|could|might|(?:shall|must|will)\s+(?:not|only)|peu(?:t|vent)|pourr(?:a|aient|ait|ont)|"
    r"ne\s+(?:sera|seront|saurait|peut))\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)
_PAST = re.compile(  # what was done is not done
    r"\b(?:was|were|ha(?:s|ve|d)\s+been|(?:a|ont|avait|avaient)\s+été)\s+(?:\w+\s+)?(?:and\s+|et\s+)?$", re.IGNORECASE
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
ROW = re.compile(
    r"\b(?:row|line|ligne)\s+[“\"«]\s{0,9}([^”\"»]{1,60}?)\s{0,9}[”\"»]|[“\"«]\s{0,9}([^”\"»]{1,60}?)\s{0,9}[”\"»]\s+row\b",
    re.IGNORECASE,
)
FOLLOWS = re.compile(
    r"\b(?:(?:the\s+)?following|as follows|to read(?:\s+in\s+(?:its|their)\s+entirety)?|set forth below|"
    r"suivante?s?|ce qui suit|comme suit|qui suit)\b|:\s*$",
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


def first_act(bare: str) -> tuple[Operation, re.Match[str]] | None:
    """What a sentence, its quoted words blanked, does to a clause, and where it says so; None where it does nothing, and where it only says
    what may be done ("Exhibit A may be amended by agreement").
    """
    for operation, pattern in ACTS:
        for match in pattern.finditer(bare):
            before = max(0, match.start() - _MODAL), match.start()
            if not _ALLOWED.search(bare, *before) and not _PAST.search(bare, *before):
                return operation, match
    return None
