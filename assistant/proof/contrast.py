"""Words that set two sentences apart though all the others agree: before and after, issue and receipt, monthly and yearly. Pure.

The lists are everyday English and French, and hold no term of any contract.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from assistant.asked.terms import content_stems
from assistant.proof.reading import meanings
from ingest.words import fold

_OPPOSED = (
    (
        r"before\w*|prior|ahead|in advance|avant|prealable\w*|a l'avance|preced\w+",
        r"after\w*|following|thereafter|apres|suivan\w*|(?<=qui )sui(?:t|vent|vra)|lendemain|posterieur\w*",
    ),
    (r"issu(?:e|ed|ing|ance)|envoi|envoyee?s?|sent|sending|dispatch\w*|emission|emis\w*|emettre", r"receipt|receiv\w*|reception|"
        r"recu\w*|recoi\w*"),
    (
        r"accept\w*|approv\w*|admis\w*|recett\w*|vaut accord|prononce\w*|acquise?s?",
        r"refus\w*|reject\w*|denie[sd]",
    ),
    (
        r"increas\w*|rais(?:e[sd]?|ing)\b|rise[sn]?\b|hausse\w*|augment\w*|releve[es]*\b|major(?:e|es|ee|ees|er|ation)\b",
        r"decreas\w*|lower\w*|a?baiss\w*|dimin\w*|reduce\w*|reduct\w*|redui\w*",
    ),
    (
        r"maint(?:ain|ien|enu)\w*|unchanged|inchange\w*",
        r"decreas\w*|lowered|a?baiss\w*|dimin\w*|reduced|redui\w*|increased|augment\w*|cancel\w*|supprim\w*",
    ),
    (
        r"free of charge|free|gratuit\w*|without charge|no charge|sans frais|at no cost|costs? nothing",
        r"charged?|charges|chargeable|au tarif|au prix|at (?:the|a) (?:rate|price|fee) of|billed|invoiced|factur\w*|payant\w*|paid|"
        r"pays?|payable|paie\w*|paye\w*|regle\w*|verse\w*",
    ),
    (
        r"highest|greatest|greater|largest|higher|plus elevee?s?|plus fort\w*|plus haute?s?|plus grande?s?",
        r"lowest|lesser|smallest|lower of|whichever is (?:the )?(?:less|lower)|plus faibles?|plus basse?s?|plus bas|moindres?",
    ),
    (
        r"begin\w*|starts?(?!-)|started|starting|commenc\w*|debut\w*|declench\w*|trigger\w*|prise d\w+",
        r"end(?:s|ed|ing)?|expir\w*|fin|finit|terme|achev\w*|terminat\w*|resili\w*|runs? out",
    ),
    (r"keeps?|kept|retains?|garde|conserve", r"loses?|lost|forfeits?|perd\w*"),
    (r"in full|full|whole|entier|integral\w*", r"half|moitie|partly|partiel\w*|(?:au )?prorata|pro rata|proportion\w*"),
    (r"in arrears?|terme echu", r"in advance|up ?front|d'avance|terme a echoir|prepa\w+"),
    (r"for the future|future|pour l'avenir|avenir", r"retroactiv\w*|retrospectiv\w*|backdated|for the past|pour le passe"),
    (r"at any time|a tout moment|round the clock|24 ?/ ?7|24 ?h ?/ ?24|at all (?:hours|times)|a toute heure|jour et nuit|day and night",
     r"(?:business|working|office|service) hours|heures (?:ouvrees|ouvrables|de bureau|de service)|business days|jours ouvres"),
    (
        r"(?:during|in|within) (?:business|working|office|service|normal) hours|(?:pendant|durant|aux) les? heures (?:ouvrees|"
        r"ouvrables|de bureau|de service)",
        r"outside (?:of )?(?:the )?(?:business|working|office|service|normal) hours|outside (?:them|these|those)|en dehors(?= |"
        r"$)(?! des?\b)|(?:en dehors des|hors|"
        r"hors des) heures (?:ouvrees|ouvrables|de bureau|de service)|out of hours|after hours",
    ),
    (r"perpetual\w*|perpetuel\w*|indefinite\w*|indeterminee?", r"for the (?:term|duration) of|pendant la duree|pour la duree"),
    (r"indirect\w*|consequential", r"(?<!in)direct|directs?|directly"),
    (r"net of|excluding (?:vat|taxe?s?)|before tax|hors taxes?|ht", r"including (?:vat|taxe?s?)|toutes taxes|ttc|"
        r"inclusive of (?:vat|tax)"),
    (r"calendar|calendaires?", r"business|working|ouvres?|ouvrables?"),
    (r"oral\w*|verbal\w*|de vive voix", r"writ\w+|ecrit\w*|signed|signee?s?"),
    (r"joint\w*|together|ensemble|conjoint\w*|d'un commun accord|mutual\w*", r"alone|sole(?:ly)?|unilateral\w*|seule?s?"),
    (r"inside|within the (?:cap|limit)|includ\w+|inclus\w*|y compris|compris\w*|comprend\w*|comprenn\w*|cover\w*|couv(?:re|ert|"
    r"rant)\w*", r"outside|"
        r"exclud\w*|except|hors|exclu\w*|save|minus|net of|deduction de"),
    (r"suspend\w*|suspen\w+", r"continu\w*|remains?|reste\w*|demeure\w*|maint\w+"),
    (r"lost|los[et]s?|forfeit\w*|perdu\w*|perd", r"carr\w+ (?:over|forward)|report(?:e|es|ee|ees|er)"),
    (r"initial\w*|original\w*", r"correct\w*|rectifi\w*|revis\w*"),
    (r"first|premier\w*", r"last|dernier\w*"),
    (r"daily|quotidien\w*", r"weekly|hebdomadaire\w*"),
    (
        r"vaut (?:accord|acceptation|approbation)|(?:deemed|considered|treated as|counts? as|means?) (?:to be )?(?:accept|approv|"
        r"agree|consent|given)\w*|"
        r"(?:repute|considere)\w* (?:accept|approuv|prononc|acquis)\w*",
        r"vaut (?:refus|rejet)|(?:deemed|considered|treated as|counts? as|means?) (?:to be )?(?:refus|reject)\w*|(?:repute|"
        r"considere)\w* (?:refus|rejet)\w*",
    ),
    (r"surviv\w*|outliv\w*|subsist\w*|remains? in (?:full )?force|reste\w* en vigueur|demeure\w* en vigueur", r"ends?(?= with)|"
    r"(?<!the )(?<!an )(?<!to )end(?! (?:it|the|this|of)\b)|s'eteign\w*|eteint\w*|extinguish\w*|"
        r"expires? with|laps\w*|ceas\w*|prend fin|prennent fin|cess\w*|no longer in force"),
    (r"for convenience|pour convenance", r"(?:legitimate|reasonable|good|valid|just|serious) (?:grounds?|reasons?|cause)|"
        r"motifs? (?:legitimes?|raisonnables?|serieux|graves?)|for cause"),
    (r"guarantee\w*|garanti\w*", r"(?:reasonable|best|commercially reasonable) (?:endeavou?rs|efforts)|s'efforc\w+|"
        r"meilleurs efforts|endeavou?rs to|tries to"),
)  # fmt: skip
_PAIRS = tuple((re.compile(rf"\b(?:{a})\b"), re.compile(rf"\b(?:{b})\b")) for a, b in _OPPOSED)

_PAID_EVERY = re.compile(
    r"\b(?:payable|paid|invoiced|billed|paye\w*|verse\w*|facture\w*)\s+(?P<often>daily|weekly|monthly|quarterly|half-yearly|yearly|"
    r"annually|"
    r"mensuellement|trimestriellement|annuellement|semestriellement|hebdomadairement)\b"
)
_GRATIS = re.compile(
    r"\b(?:free of charge|gratuit\w*|without charge|at no (?:cost|charge)|costs? nothing|free of any charge|not (?:billed|charged|"
    r"invoiced)|ne sont pas facture\w*)\b"
)
_PRICED = re.compile(
    r"\b(?:au tarif|au prix|factur\w+|at (?:the|a) (?:rate|price|fee) of|billed at|charged at|priced at)\b[^.;]{0,40}(?:[€$£]|\d)"
)
_ONLY_THAT = re.compile(r"\bn(?:e |')([^,;.:]{1,70}?)\b(?=qu(?:e |'))")  # "ne … que" denies nothing
_NEGATIONS = frozenset("not no never ne nor cannot without sans aucun aucune jamais".split())
_NEGATED_WITHIN = 4  # words
_AROUND = 6  # words on either side of an opposite that are its context

_SPANS = {
    "day": (r"daily|quotidien\w*|journali\w*", r"day|jour"),
    "week": (r"weekly|hebdomadaire\w*", r"week|semaine"),
    "month": (r"monthly|mensuel\w*", r"month|mois"),
    "quarter": (r"quarterly|trimestriel\w*", r"quarter(?!s? of)|trimestre"),
    "half-year": (r"half-yearly|semestriel\w*|six-monthly", r"half-year|semestre"),
    "year": (r"(?<!half-)yearly|annual\w*|annuel\w*|per annum|(?:par|l'|un) ?an", r"year|annee"),
}
_EVERY = (
    r"(?:each|every|per|(?<!within )(?<!for )(?<!of )(?<!than )(?<!after )(?<!before )(?<!least )(?<!most )"
    r"an?(?= (?:\w+ )?(?:day|week|month|quarter|half|year))|any|"
    r"par|chaque|tous les|toutes les)\s+"
    r"(?:(?:contract|calendar|business|working|further|additional)\s+)?"
)
_OFTEN = {span: re.compile(rf"\b(?:{adverb}|{_EVERY}(?:{noun})s?)\b") for span, (adverb, noun) in _SPANS.items()}
_NAMED = {span: re.compile(rf"\b(?:{adverb}|(?:{noun})s?)\b") for span, (adverb, noun) in _SPANS.items()}
_DURATION = re.compile(  # a length, no rhythm
    r"\d\)?\s+(?:(?!chaque|each|every|par|per|tous|toutes)\w+\s+)?(?:days?|weeks?|months?|years?|jours?|semaines?|mois|ans?)\b"
)
_SAME_AS = {
    "day": r"24 ?h|vingt-quatre|twenty-four|7 ?j(?:ours?)?\b|7 ?/ ?7|24 ?/ ?7|at all (?:hours|times)|permanence",
    "month": r"12 (?:months|mois)|(?:un|one|1)[ )(]+(?:1\) )?(?:mois|month)\b",
    "half-year": r"six \(6\) mois|six mois|6 mois|six months|twice a year|deux fois par an",
    "year": r"anniversa\w*|exercice|calendar year|annee civile|douze|twelve|12 (?:mois|months)|(?:un|one|1)[ )(]+(?:1\) )?(?:an|year)\b",
    "quarter": r"trois (?:\(3\) )?mois|three (?:\(3\) )?months|3 (?:mois|months)",
    "week": r"(?:each|every|chaque|tous les|on|le) (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|lundi|mardi|mercredi|"
    "jeudi|"
    r"vendredi|samedi|dimanche)|(?:mon|tues|wednes|thurs|fri|satur|sun)days|7 ?j\b|7 ?/ ?7|24 ?/ ?7|every day|"
    r"tous les jours|seven \(7\) days|sept \(7\) jours|7 (?:jours|days)",
}

_AT_ONCE = re.compile(
    r"\b(?:at once|immediate\w*|straight away|instantly|immediat\w*|aussitot|sur-le-champ|sans (?:delai|attendre))\b"
)
_TIMES = {
    word: count
    for count, words in enumerate(
        "once one un une|twice two deux|thrice three trois|four quatre|five cinq|six|seven sept|eight huit".split("|"),
        1,
    )
    for word in (*words.split(), str(count))
}
_TIMES_A_PERIOD = re.compile(
    rf"\b(?P<count>{'|'.join(_TIMES)})\s+(?:\(\d+\)\s+)?(?:times?\s+|fois\s+)?(?:a|per|each|every|in each|in every|par|chaque|l')\s*"
    r"(?:contract\s+|calendar\s+)?(?:day|week|month|quarter|year|jour|semaine|mois|trimestre|an|annee)\b"
)
_WHOLE_TERM = re.compile(
    r"\b(?:whole|entire|full|total) (?:term|duration|life)\b|\bthroughout the (?:term|contract|agreement)\b|\btoute (?:la|sa) duree\b|"
    r"\bduree totale\b|\b(?:pendant|pour) (?:la|sa) duree\b|\bfor the (?:term|duration)\b|\bduring the (?:term|"
    r"initial term)\b|\bduree initiale\b"
)
_INITIAL_TERM = re.compile(
    r"\b(?:initial|first) (?:term|period)\b|\b(?:periode|duree) initiale\b|\bwhile the (?:contract|agreement)\b"
)
_HASTE = re.compile(
    r"\b(?:at once|immediate\w*|straight away|instant\w*|without (?:undue )?delay|forthwith|promptly|immediat\w*|"
    r"aussitot|sans (?:delai|retard|attendre)|"
    r"de plein droit|d'office|as soon as|des (?:que|l)|automati\w+|no notice|sans preavis)\b"
)


def turned(sentence: str, source: str, same: Mapping[str, frozenset[str]], language: str, other: str) -> bool:
    """Whether a sentence says one of two opposites where its source says only the other, beside the same words.

    Args:
        sentence: one sentence, in English or French.
        source: the words that it rests on, in either language.
        same: for a content stem of the sentence, the stems of the source that mean the same.
        language: of the sentence.
        other: of the source.
    """
    said, held = _ONLY_THAT.sub(r" \1 ", fold(sentence)), _ONLY_THAT.sub(r" \1 ", fold(source))
    gratis = _GRATIS.search(said)
    if gratis and not _negated(said, gratis) and _PRICED.search(held) and not _GRATIS.search(held):
        return True

    def beside(one: re.Pattern[str], opposite: re.Pattern[str]) -> bool:
        near = [_beside(said, match, language) for match in one.finditer(said) if not _negated(said, match)]
        there = [_beside(held, match, other) for match in opposite.finditer(held) if not _negated(held, match)]
        return any(
            not words or not others or any(meanings(word, same) & others for word in words)
            for words in near
            for others in there
        )

    return any(
        (_only(one, two, said, held) and beside(one, two)) or (_only(two, one, said, held) and beside(two, one))
        for one, two in _PAIRS
    )


def _negated(text: str, match: re.Match[str]) -> bool:
    """Whether a "not" stands right before a word: "not carried forward" is no opposite of "lost"."""
    return any(word in _NEGATIONS or word.startswith("n'") for word in text[: match.start()].split()[-_NEGATED_WITHIN:])


def _beside(text: str, match: re.Match[str], language: str) -> frozenset[str]:
    """The content stems of the words around a place."""
    before, after = text[: match.start()].split()[-_AROUND:], text[match.end() :].split()[:_AROUND]
    return frozenset(content_stems(" ".join((*before, *after)), language))


def frequencies_held(sentence: str, source: str) -> bool:
    """Whether the source names every period by which the sentence counts ("each month", "par an", "weekly")."""
    said, held = fold(sentence), _DURATION.sub(" ", fold(source))
    return all(
        _NAMED[span].search(held) or _equal(span, fold(source)) for span, often in _OFTEN.items() if often.search(said)
    )


def payments_kept(sentence: str, source: str) -> bool:
    """Whether what is paid or billed by the month, quarter or year is so in the source, where both say how often."""
    said, held = _paid_every(fold(sentence)), _paid_every(fold(source))
    return not said or not held or bool(said & held)


def _paid_every(folded: str) -> set[str]:
    return {
        span
        for match in _PAID_EVERY.finditer(folded)
        for span, (adverb, _) in _SPANS.items()
        if re.match(adverb, match["often"])
    }


def hastened(sentence: str, source: str) -> bool:
    """Whether a sentence says "at once" where its source sets no such haste."""
    return bool(_AT_ONCE.search(fold(sentence))) and not _HASTE.search(fold(source))


def outlasts(sentence: str, source: str) -> bool:
    """Whether a sentence speaks of the whole term of the contract where its source does not."""
    held = fold(source)
    return bool(_WHOLE_TERM.search(fold(sentence))) and not (_WHOLE_TERM.search(held) or _INITIAL_TERM.search(held))


def times_kept(sentence: str, source: str) -> bool:
    """Whether something comes as many times a period as in the source, where both say how many ("twice a year", "Un par an")."""
    said, held = _times(fold(sentence)), _times(fold(source))
    return not said or not held or bool(said & held)


def _times(folded: str) -> set[int]:
    return {_TIMES[match["count"]] for match in _TIMES_A_PERIOD.finditer(folded)}


def names_period(unit: str, source: str) -> bool:
    """Whether a source names a period ("day", "month" …), in either language; False for a unit that is none."""
    return unit in _NAMED and _NAMED[unit].search(fold(source)) is not None


def _only(one: re.Pattern[str], other: re.Pattern[str], said: str, held: str) -> bool:
    return bool(one.search(said) and not other.search(said) and other.search(held) and not one.search(held))


def _equal(span: str, held: str) -> bool:
    return span in _SAME_AS and re.search(_SAME_AS[span], held) is not None
