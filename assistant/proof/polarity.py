"""What a text affirms and what it denies, word by word: "may not delete" denies "delete". Pure.

A negation speaks of the word that it stands before, not of a whole sentence, so a paraphrase may turn a sentence round ("no later
than", "needs consent before it subcontracts") and stay true. A word denied here and affirmed there is a contradiction.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from assistant.asked.terms import content_stems
from assistant.proof.reading import meanings
from assistant.wording.plain_wording import unparted
from ingest.words import fold

_BOUNDS = re.compile(  # negations in form only: they bound a number or set a limit to nothing
    r"\b(?:not|no) (?:more|less|later|fewer|earlier|longer) than\b|\bnot (?:to )?exceed\w*|\bnot only\b|\bwhether or not\b|"
    r"\bwithout (?:prejudice|limitation|(?:undue )?delay)\b|\bsans (?:prejudice|delai|retard|attendre|tarder|(?:aucun )?delai)\b|"
    r"\bn(?:e |')(?:peut |peuvent |doit |doivent )?(?:etre )?(?:depass|exced)\w*(?: pas)?"
)
_ONLY = re.compile(r"\bn(?:e |')([^,;.:]{1,70}?)\b(?=qu(?:e |'))")  # "ne … que"
_SENTENCE = re.compile(r"[.;](?=\s|$)|:(?=\s+(?:without|sans|if|si|unless)\b)|\n\s*\n|\t")
_LIMITED = re.compile(  # a denial beyond a limit affirms what lies within it
    r"\b(?:more|later|earlier|longer|less|fewer) than\b|\bplus d(?:e\b|')|\b(?:beyond|au-dela|sooner)\b"
)
_CLAUSE = re.compile(
    r"[,:()]|\b(?:and|but|if|when|while|where|which|who|that|because|et|mais|si|lorsque|lorsqu'|quand|qui|dont|(?<!tant )que|qu')\b|"
    r"(?=\b(?:unless|except|save|before|until|sauf|a l'exception|a moins|avant|tant|without|sans|including|y compris|notamment)\b)"
)
_CLAUSE_AND_MARK = re.compile(f"({_CLAUSE.pattern})")
_CONDITION = re.compile(r"(?:if|when|while|where|si|lorsque|lorsqu'|quand)\b")
_BOUNDING = re.compile(
    r"(?:limit|plafon|cap|exce|depass|ecret|maxim)"
)  # words that bound: "not limited" and "no more than" differ in form alone
_NEGATOR = re.compile(
    r"\b(?:not|no|never|none|nothing|nobody|neither|nor|cannot|ne|non|ni|aucune?|jamais|nul(?:le)?|rien|(?:fails?|failed|failure|unable|"
    r"inability) to|incapables? d\w*|impossib\w+|in the absence of|en l'absence d\w*|absent|ceases? to|cesse de|"
    r"loses?|perd|prohibit\w*|forbid\w*|interdi\w+|a defaut d\w*|faute de|defaut d\w*)\b|\bn'(?=[a-z])|n't\b"
)
_EXEMPT = re.compile(
    r"^(?:without|sans|unless|except|save|sauf|a l'exception|until|before|avant|tant que|jusqu|a moins)\b"
)
_MODIFIERS = frozenset(  # folded stems that tell how a thing is: what is denied is the thing
    "prior prealabl reason raison writt ecrit further addit supplementair suplementair due appropri promptli unreason dument".split()
)
_LEAVES_NOUN = re.compile(  # "no termination shall relieve …" denies no termination
    r"\b(?:relieve|affect|prejudice|prevent|limit|excuse|release|impair|waive|operate|constitute|diminish|discharge|be deemed|"
    r"be construed)\b"
)
_EXCEPTED = re.compile(r"^(?:except|save|sauf|a l'exception)\b")
_WITHOUT = re.compile(
    r"^(?:without|sans)\s+((?:(?!(?:of|by|at|to|in|for|under|after|before|during|de|du|des|d'|par|pour|apres|avant|pendant|en|a|"
    r"les?|la|l')\b)[\w']+\s*){1,4})"
)
_WHILE_NOT = re.compile(r"^tant que\b")
_AS_LONG_AS = re.compile(r"\btant que [^,.;]*")
_PLAIN = re.compile(
    r"\b(?:excludes|excluded from|exclut|not|no|never|none|neither|cannot|ne|ni|aucune?|jamais)\b|\bn'(?=[a-z])|n't\b"
)
_LEXICAL = re.compile(
    r"\b(?:only|sole\w*|alone|exclu\w+|refus\w*|reject\w*|lost|los[et]\w*|lapse\w*|ceas\w+|outside|unless|except|save|otherwise than|"
    r"without|free of(?! charge)|seul\w*|uniquement|perd\w*|hors|sauf|sans|exception|limit\w*|plafon\w*|cess\w+|non|exclud\w*|"
    r"end of|fin d[eu]|(?:complete|total|full|entire) loss of|perte (?:complete |totale |)d\w*|a defaut|failing (?:that|which)|"
    r"absence|discharge|liberatoire|surviv\w*|inchange\w*|unchanged)\b"
)
_BOUND_ONLY = re.compile(r"\b(?:limit\w*|plafon\w*|only|sole\w*|alone|seul\w*|uniquement|outside|hors)\b")
_ANNULS = re.compile(  # what takes a thing away without a "not"
    r"\b(?:waive[sdr]?|nothing|nil|null|void|voided|cancelled|cancels?|abolish\w*|unlimited|uncapped|inapplicable|unenforceable|"
    r"exempt\w*|"
    r"rien|nul|nulle|annul\w*|supprim\w*|illimit\w*|renonc\w*|caduc|caduque|dispens\w*|exoner\w*)\b"
)
_FILLERS = frozenset(
    "be been have has had being pas plus point ete etre avoir so then also in any longer peut peuvent doit doivent pourra puisse".split()
)
_CODED = 2  # what a code that both sentences name ("P1") counts for, beside a word
_COVERED = 0.6  # share of a denying clause that a sentence takes over
_PARTICIPLE = re.compile(r"\w+(?:e|es|ee|ees|i|ie|is|ies|u|ue|us|ues)\b")
_FAILING = re.compile(r"\b(?:fails?|failed|failure|unable|inability) to\b|\ba defaut\b")
_NEGATIVE_SUBJECTS = frozenset("neither nor".split())
_MODAL_LATER = re.compile(r"\b(?:shall|must|may|will|can)\s+(?P<verb>\w+)")
_OR_NEXT = re.compile(r"\w+ (?:or|nor|ni|ou) (\w+)")
_EXAMPLES = re.compile(r"^(?:including|y compris|notamment)\b")  # of what is denied or affirmed before
_NOT_ANY = re.compile(r"\bnot (?:be )?\w+ any ((?:\w+\s*){1,5})")  # "shall not include any fees or interest"
_LIGHT = re.compile(
    r"(?:realis|effectu|proced|perform|conduct|carri|undertak|assur)"
)  # verbs whose noun says what is done
_HINDERS = re.compile(  # "stop the renewal" affirms none
    r"\b(?:prevent\w*|stops?|avoids?|block\w*|oppos\w*|empech\w*|evite\w*|bloqu\w*)\s+(?:the |any |la |le |l'|a la |au )?(?P<what>\w+)"
)
_FINITE = re.compile(  # what a clause of its own has and an item of a list has not
    r"\b(?:shall|must|may|will|can|is|are|has|have|does|do|was|were|it|they|which|who|that|doit|doivent|peut|peuvent|est|sont|a|ont|il|"
    r"elle|ils|elles|qui|que|sera|seront)\b"
)
_LAPSED = re.compile(
    r"^(?:passe|apres|after|past|beyond|au-dela|once|une fois)\b[^.;]{0,40}$"
)  # "passé quinze jours sans réserve"
_NOT_GIVEN = re.compile(
    r"(?:est |sont |sera |seront )?(?:possible|offer\w*|offert\w*|available|permit\w*|allow\w*|grant\w*|accord\w*|autoris\w*|"
    r"ouvert\w*|prevue?s?|provided)\b"
)
_REACH = 4  # words after a negator among which the denied one is looked for


class Side(Enum):
    """How a word stands in a text."""

    AFFIRMED = "affirmed"
    DENIED = "denied"
    OPEN = "open"  # both, or under a condition


@dataclass(frozen=True, slots=True)
class Claim:
    """What one clause of a sentence affirms and denies.

    Attributes:
        sides: for each of its content stems, on which side it stands.
        sentence: the content stems of the whole sentence, its own among them.
        denied_but: what is denied with an exception ("not free, unless …"); open by itself, and no match for "free, unless …".
        exempted: whether an exception follows.
        conditional: whether it is a condition ("if the minutes are not signed"), which neither affirms nor denies by itself.
    """

    sides: Mapping[str, Side]
    sentence: frozenset[str]
    conditional: bool = False
    denied_but: frozenset[str] = frozenset()
    exempted: bool = False


def claims(text: str, language: str) -> list[Claim]:
    """The claims of a text, clause by clause.

    Args:
        text: sentences in English or French.
        language: "en" or "fr", for the stems (`assistant.asked.terms.content_stems`).
    """
    found: list[Claim] = []
    for sentence in _SENTENCE.split(_ONLY.sub(r" \1 ", _BOUNDS.sub(" ", fold(unparted(text))))):
        pieces = _CLAUSE_AND_MARK.split(sentence)
        marked = [
            (clause.strip(), bool(_CONDITION.match(mark or "")))
            for mark, clause in zip(["", *pieces[1::2]], pieces[::2], strict=True)
            if clause.strip()
        ]
        clauses = [clause for clause, _ in marked]
        listed = {
            number
            for number, mark in enumerate(m for c, m in zip(pieces[::2], ["", *pieces[1::2]], strict=True) if c.strip())
            if mark in (",", "(")
        }
        whole = frozenset(content_stems(sentence, language))
        for number, clause in enumerate(clauses):
            denied_before = any(_NEGATOR.search(_FAILING.sub(" ", before)) for before in clauses[:number])
            exempted_first = not number and _WITHOUT.match(clause) and any(map(_NEGATOR.search, clauses[1:]))
            exempted = any(map(_EXEMPT.match, clauses[number + 1 :]))
            after_verb = not (number and _LAPSED.match(clauses[number - 1]))
            said = _of_clause(clause, language, denied_before, exempted, after_verb)
            if denied_before and number in listed and not _FINITE.search(clause):
                said = dict.fromkeys(
                    said, Side.OPEN
                )  # "does not create a partnership, a venture or …" affirms no venture
            claim = Claim(dict.fromkeys(said, Side.OPEN) if exempted_first else said, whole, marked[number][1])
            if exempted and not exempted_first:
                plain = _of_clause(clause, language, denied_before, exempted=False)
                denied = frozenset(stem for stem, side in plain.items() if side is Side.DENIED)
                claim = replace(claim, denied_but=denied, exempted=not _LEXICAL.search(clause))
            found.append(claim)
    return found


def sides(text: str, language: str) -> dict[str, Side]:
    """For each content stem of a text, on which side it stands: open where its clauses disagree.

    Args:
        text: sentences in English or French.
        language: "en" or "fr", for the stems.
    """
    found: dict[str, Side] = {}
    for claim in claims(text, language):
        for stem, side in claim.sides.items():
            found[stem] = side if found.get(stem, side) is side else Side.OPEN
    return found


def denies(text: str) -> bool:
    """Whether a text denies anything, in whatever words ("refused", "only", "without" and "lost" deny too)."""
    folded = _BOUNDS.sub(" ", fold(text))
    return bool(_NEGATOR.search(folded) or _LEXICAL.search(folded))


def denies_beyond_bounds(text: str) -> bool:
    """Whether a text denies anything by more than a limit: "capped" bears out "not more than", and no other denial."""
    folded = _BOUNDS.sub(" ", fold(text))
    return bool(_NEGATOR.search(folded) or _LEXICAL.search(_BOUND_ONLY.sub(" ", folded)))


def annuls(text: str) -> bool:
    """Whether a text takes something away in a word: "waived", "nothing", "nul", "illimité"."""
    return _ANNULS.search(fold(text)) is not None


def denies_plainly(text: str) -> bool:
    """Whether a text says "not", "no" or "never", or their like in French."""
    return _PLAIN.search(_AS_LONG_AS.sub(" ", _ONLY.sub(r" \1 ", _BOUNDS.sub(" ", fold(text))))) is not None


def contradict(said: Sequence[Claim], held: Sequence[Claim], same: Mapping[str, frozenset[str]]) -> bool:
    """Whether a word affirmed in one text is denied in the other, in the clause that shares the most words with its own.

    Args:
        said: the claims of a sentence.
        held: those of its source.
        same: for a stem of the sentence, the stems of the source that mean the same.
    """
    if _turned_exceptions(said, held, same) or _turned_exceptions(held, said, _reversed(same)):
        return True
    return any(
        side is not Side.OPEN
        and not any(c.isdigit() for c in stem)
        and not _BOUNDING.match(stem)
        and stem not in _MODIFIERS
        and _denied_by_nearest(stem, side, claim, held, same)
        for claim in said
        for stem, side in claim.sides.items()
    )


def _turned_exceptions(said: Sequence[Claim], held: Sequence[Claim], same: Mapping[str, frozenset[str]]) -> bool:
    """Whether what one text denies with an exception the other affirms with one."""
    return any(
        other.exempted and any(other.sides.get(word) is Side.AFFIRMED for word in meanings(stem, same))
        for claim in said
        for stem in claim.denied_but
        for other in held
    )


def _reversed(same: Mapping[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for stem, others in same.items():
        for other in others:
            found.setdefault(other, set()).add(stem)
    return {other: frozenset(stems) for other, stems in found.items()}


def _denied_by_nearest(
    stem: str, side: Side, claim: Claim, held: Sequence[Claim], same: Mapping[str, frozenset[str]]
) -> bool:
    meant = meanings(stem, same)
    ranked: list[
        tuple[int, bool]
    ] = []  # by the words that the sentences share, and whether the word stands alike in both
    for other in held:
        stands = {other.sides[word] for word in meant if word in other.sides}
        if stands:
            near = _shared(claim.sides, other.sides, same)
            far = _shared(claim.sentence, other.sentence, same)
            far += sum(_CODED * any(c.isdigit() for c in word) for word in claim.sentence & other.sentence)
            agrees = side in stands or Side.OPEN in stands or claim.conditional is not other.conditional
            alone = near + far == 2 and len(other.sentence) > 1
            ranked.append((far, agrees or alone))
    best = max((score for score, _ in ranked), default=0)
    return bool(ranked) and not any(agrees for score, agrees in ranked if score == best)


def _shared(words: Iterable[str], others: Container[str], same: Mapping[str, frozenset[str]]) -> int:
    return sum(any(o in others for o in meanings(word, same)) for word in words)


def lost(said: Sequence[Claim], held: Sequence[Claim], same: Mapping[str, frozenset[str]]) -> bool:
    """Whether a sentence that denies nothing takes its words from a clause that denies ("is not carried forward").

    Args:
        said: the claims of a sentence in which nothing is denied.
        held: those of its source.
        same: for a stem of the sentence, the stems of the source that mean the same.
    """
    words = frozenset().union(*(meanings(stem, same) for claim in said for stem in claim.sides))
    nearest = max((len(words & claim.sentence) for claim in held), default=0)
    return any(
        Side.DENIED in claim.sides.values()
        and not claim.conditional
        and len(words & claim.sentence) >= _COVERED * nearest
        and len(claim.sides) > 1
        and len(words & claim.sides.keys()) >= _COVERED * len(claim.sides)
        and all(stem in words for stem, side in claim.sides.items() if side is Side.DENIED)
        for claim in held
    )


def _of_clause(
    clause: str, language: str, denied_before: bool, exempted: bool, after_verb: bool = True
) -> dict[str, Side]:
    """The sides of the words of a clause.

    ``denied_before``: a negation stands earlier in the sentence, so that "without" affirms ("not … without consent").
    ``after_verb``: whether what is said without something stands before it.
    ``exempted``: an exception follows, so that what is denied is denied on a condition only.
    """
    bare = " ".join(word for word in clause.split() if word not in _FILLERS)
    found = dict.fromkeys(content_stems(bare, language), Side.OPEN)
    if _EXCEPTED.match(clause) or _EXAMPLES.match(clause):
        return found
    without = _WITHOUT.match(clause)
    if without and not after_verb:
        return found  # "fifteen days without a reservation, it is accepted": a condition
    if without:
        if _NEGATOR.search(clause, without.end()):
            return found  # "without consent it may not": whether there is one is open
        lacking = [stem for stem in content_stems(without[1], language) if stem not in _MODIFIERS]
        return found | dict.fromkeys(lacking, Side.AFFIRMED if denied_before else Side.DENIED)
    negators = list(_NEGATOR.finditer(bare))
    if not negators:
        hindered = (content_stems(match["what"], language) for match in _HINDERS.finditer(bare))
        return dict.fromkeys(found, Side.AFFIRMED) | dict.fromkeys(
            (stem for stems in hindered for stem in stems), Side.OPEN
        )
    if exempted or _WHILE_NOT.match(clause) or _LIMITED.search(clause):
        return found
    if all(negator.group() == "non" for negator in negators):
        found = dict.fromkeys(found, Side.AFFIRMED)  # "a sum non payée bears interest" denies its one word
    if none_of := _NOT_ANY.search(clause):
        found |= dict.fromkeys(content_stems(none_of[1], language), Side.DENIED)
    for negator in negators:
        following = " ".join(bare[negator.end() :].split()[:_REACH])
        verb = _MODAL_LATER.search(bare, negator.end())
        if verb and (
            negator.group() in _NEGATIVE_SUBJECTS or (negator.group() == "no" and _LEAVES_NOUN.match(verb["verb"]))
        ):
            found |= dict.fromkeys(content_stems(verb["verb"], language)[:1], Side.DENIED)
            continue  # "neither the expiry nor the termination shall affect it" denies "affect"
        condition = negator.group() == "non" and _PARTICIPLE.match(following)  # "toute facture non contestée"
        denied = Side.OPEN if condition else Side.DENIED
        meant = [stem for stem in content_stems(following, language) if stem not in _MODIFIERS]
        light = bool(meant) and _LIGHT.match(meant[0]) is not None
        found |= dict.fromkeys(meant[: 1 + light], denied)  # "performs no inspection" denies both
        if coordinated := _OR_NEXT.match(following):  # "no representation or warranty"
            found |= dict.fromkeys(content_stems(coordinated[1], language), denied)
        if _NOT_GIVEN.match(following):  # "the option of terminating is not offered"
            found |= dict.fromkeys(content_stems(bare[: negator.start()], language), Side.DENIED)
    return found
