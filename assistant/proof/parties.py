"""Who is bound, who acts and who receives in a sentence, against the words that it rests on. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping, Set
from dataclasses import replace
from functools import lru_cache

from assistant.proof.overlap import akin
from assistant.proof.reading import Reading, meanings
from assistant.values.countries import names_place
from assistant.wording.actors import Deeds, read_deeds
from assistant.wording.duty import FUNCTION_WORDS, PARTY_WORDS, bound, party_stem
from assistant.wording.expense import payers
from assistant.wording.lexicon import Lexicon
from ingest.words import fold, stems, stems_of_either

_PARTY_STEMS = frozenset().union(*map(stems_of_either, PARTY_WORDS))

_STATES = frozenset(
    "republic republique federal federale board committee council conseil comite corporation inc ltd llc plc gmbh sa sas "
    "state etat commonwealth county kingdom union court law".split()
)
_CACHE = 4096  # names
_SHORTEST = 4  # letters of a stem that a longer one may begin with ("winn", "winner")
_EITHER = frozenset("parti party partie".split())  # stems: any of them
_CONDITION = re.compile(
    r"\b(?:if|when|where|unless|once|si|lorsqu\w*|quand)\b[^,;.]*[,;.]?", re.IGNORECASE
)  # binds nobody by itself
_BOTH_SIDES = re.compile(
    r"\b(?:each|either|neither|both|any) (?:of the )?part(?:y|ies)\b|\bthe parties\b|\bparties (?:shall|must|may|agree)|\b(?:chaque|"
    r"chacune des|les deux|l[’']une ou l[’']autre des?|aucune des|l[’']une des) parties?\b|"
    r"\bles parties\b|\bone another\b|\bmutual\w*\b|\bjoint\w*\b|\bconjoint\w*\b|\bd[’']un commun accord\b",
    re.IGNORECASE,
)
_ONLY = re.compile(
    r"\b(?:only|sole\w*|alone|exclusive\w*|unilateral\w*|seule?\w*|uniquement|exclusi\w+)\b|\bn(?:e |[’'])[^.;]{1,40}\bqu(?:e|[’'])",
    re.IGNORECASE,
)
_PARTY_NAMED = "|".join(sorted(PARTY_WORDS - {"party", "parties", "partie"}))
_SOLE_PARTY = re.compile(
    rf"\b(?:only|solely|uniquement|seule?)\s+(?:the\s+|la\s+|le\s+|l['’])?(?:{_PARTY_NAMED}|franchise\w+|license\w+)s?\b|"
    rf"\b(?:{_PARTY_NAMED})s?(?:['’]s)?\s+(?:alone|seule?)\b|"
    rf"\bseule?\s+(?:le|la|l['’])\s?(?:{_PARTY_NAMED})\b|\b[Oo]nly (?:the )?(?-i:[A-Z]|\w+-)\w+(?:['’]s)?\s+(?:shall|must|may|will|can|"
    rf"has|is|[a-z]+s)\b",
    re.IGNORECASE,
)
_SOLE_NAME = re.compile(
    r"\b[Oo]nly (?:the )?([A-Z]\w+)(?=\s+(?:shall|must|may|will|can|has|is|[a-z]+s)\b)|"
    r"\b([A-Z]\w+)(?:['’]s)?\s+(?:[a-zà-ÿ]+\s+)?(?:alone|seule?)\b|"
    r"\b[Ss]eule?\s+(?:le |la |l['’])?([A-Z]\w+)"
)
_PARTY_WORD = re.compile(rf"\b(?:{_PARTY_NAMED}|licens\w+|licenci\w+|concedant)\b", re.IGNORECASE)
_UNLESS = re.compile(r"\b(?:unless|except|save|sauf|hormis|à moins)\b", re.IGNORECASE)
_DEFINED_ROLE = re.compile(
    r"\b(?:[Tt]he|[Ll]a|[Ll]e|[Ll]['’]|[Bb]y the|du|au|par le|par la)\s?(?P<role>[A-ZÀ-Þ][a-zà-ÿ]{3,})\s+"
    r"(?:shall|must|may|will|doit|peut|s['’]engage|[a-zà-ÿ]{3,}(?<!s)(?:e|t)\b)"
)
_NO_ROLES = frozenset(  # what contracts write with a capital and let do things, and is no party
    "agreement contract services service schedule annex exhibit order fees fee software product products system term work works "
    "contrat annexe services prestations logiciel produit produits bon commande systeme redevance".split()
)
_YOU, _WE = re.compile(r"\byou\b", re.IGNORECASE), re.compile(r"\b(?:we|us)\b", re.IGNORECASE)
_MONEY = (
    r"(?:[€$£]|\d|\bfees?\b|\bprices?\b|\bcompensation\b|\bcommissions?\b|\bpayments?\b|\bcredits?\b|\bsums?\b|\bhonoraires\b|"
    r"\bmontant\b|\bsomme\b|\bredevance\b|\bavoir\b|\bindemnit)"
)
_TAKES = re.compile(
    rf"(?<![A-Za-zÀ-ÿ&])(?P<party>[A-Za-zÀ-ÿ&]+)\s+(?:(?:shall|will|must|may|doit|peut)\s+)?(?:receives?|gets?|earns?|collects?|"
    rf"is paid|are paid|perçoi\w+|reçoi\w+|touche\w*|recevra|percevra)\b[^.;]{{0,60}}?{_MONEY}",
    re.IGNORECASE,
)
_PAYS = re.compile(
    r"(?<![A-Za-zÀ-ÿ&])(?P<party>[A-Za-zÀ-ÿ&]+)\s+(?:(?:shall|will|must|may|doit|peut)\s+)?(?:pays?|reimburses?|owes?|refunds?|paie|paye|verse|règle|"
    r"rembourse|versera|paiera|payer|verser)\b(?!\s+(?:by|par)\b)",
    re.IGNORECASE,
)
_PAID_TO = re.compile(
    r"\b(?:pays?|reimburses?|payer|verser|verse|paie)\s+(?:to\s+|à\s+)?(?:the\s+)?(?P<party>(?-i:[A-Z])[\w&-]+(?: (?-i:[A-Z])[\w&-]+)*)",
    re.IGNORECASE,
)
_ASSENTS = re.compile(r"consent|approv|agre|refus|withhold|withheld|object|grant|accord|autoris|oppos")
_Roles = Mapping[str, Set[str]]  # for a word's stem, the stems of the parties in one role


def parties_held(reading: Reading, lexicon: Lexicon) -> bool:
    """Whether whoever the sentence binds, allows or has act is bound, allowed or acts in the source, as far as both say it plainly.

    Args:
        reading: the sentence beside its source.
        lexicon: tells which words mean the same.
    """
    if _SOLE_PARTY.search(reading.sentence) and (
        _BOTH_SIDES.search(reading.source) or not _ONLY.search(reading.source)
    ):
        return False
    if _sole_turned(reading.sentence, reading.source) or _sides_exchanged(reading):
        return False
    roles = _roles(reading.source)
    reading = _roles_raised(reading, roles)

    def acts(name: str) -> bool:
        return name in roles or _may_act(name, lexicon)

    if _paid_turned(reading) or not _expense_kept(reading, lexicon):
        return False
    reading = _pronouns_named(reading)
    said, done = read_deeds(reading.sentence, reading.language), read_deeds(reading.source, reading.other)
    held = frozenset(
        name for name in bound(reading.nearest, reading.other) or bound(reading.source, reading.other) if acts(name)
    )
    if held - _EITHER and not all(
        _named(party, held, reading, lexicon) or not acts(party) or _acts_so(party, said, done, reading)
        for party in bound(_CONDITION.sub(" ", reading.sentence), reading.language)
    ):
        return False
    if _brought_in(said, done, reading, lexicon):
        return False
    parties = frozenset(party for party in _acting(said, done) if acts(party))
    if _crossed(said.done, done.suffered, done.done, reading, parties):
        return False  # who receives is told as who gives
    if _crossed(said.suffered, done.done, done.suffered, reading, parties):
        return False  # who gives is told as who receives
    return all(
        _alike(mine, theirs, reading, lexicon, parties)
        for mine, theirs in (
            (said.done, done.done),
            (said.owned, done.owned),
            (said.suffered, done.suffered),
            (said.denied, done.denied | done.done),
        )
    )


def _sole_turned(sentence: str, source: str) -> bool:
    """Whether a sentence says "only" or "alone" of a name, and its source of another one alone."""
    said, held = (
        {fold(next(filter(None, match.groups()))) for match in _SOLE_NAME.finditer(text)} - FUNCTION_WORDS
        for text in (sentence, source)
    )
    return bool(said and held and not said & held)


def _sides_exchanged(reading: Reading) -> bool:
    """Whether the rule names one party, its exception another, and the sentence the second in the rule ("paid by A unless …, then B")."""
    rule, _, exception = _halves(reading.nearest)
    said, _, apart = _halves(reading.sentence)
    if not exception or not apart:
        return False
    ours, theirs, others = (
        frozenset(party_stem(word, language) for word in _PARTY_WORD.findall(text))
        for text, language in ((said, reading.language), (rule, reading.other), (exception, reading.other))
    )
    ours = frozenset(other for stem in ours for other in _alike_names(stem, reading) | {stem})
    return (
        len(theirs) == 1 and bool(ours) and not ours & theirs and ours <= others | ours - others and bool(ours & others)
    )


def _halves(text: str) -> tuple[str, str, str]:
    """What a text says before its exception, the word that makes it, and what it says after."""
    match = _UNLESS.search(text)
    return (text[: match.start()], match.group(), text[match.end() :]) if match else (text, "", "")


def _brought_in(said: Deeds, done: Deeds, reading: Reading, lexicon: Lexicon) -> bool:
    """Whether a word for a party acts in the sentence that the source does not hold, where another acts there."""
    acting = (
        frozenset(who for roles in (done.done, done.denied) for names in roles.values() for who in names) & _PARTY_STEMS
    )
    mentioned = frozenset(party_stem(word, reading.other) for word in re.findall(r"[\w-]+", reading.source))
    ours = {
        who for roles in (said.done, said.denied) for names in roles.values() for who in names
    } & _PARTY_STEMS - _EITHER
    return bool(acting) and any(not _named(who, mentioned, reading, lexicon) for who in ours)


def _expense_kept(reading: Reading, lexicon: Lexicon) -> bool:
    """Whether what is done at somebody's expense is at the same party's in the source, as far as both name one."""
    held = payers(reading.source, reading.other)
    return not held or all(
        _named(party, held, reading, lexicon) for party in payers(reading.sentence, reading.language)
    )


def _roles(source: str) -> frozenset[str]:
    """The roles that a source defines by their capitals ("the Printer shall"), folded: parties, whatever else the lexicon calls so."""
    return frozenset(fold(match["role"]) for match in _DEFINED_ROLE.finditer(source)) - _NO_ROLES


def _roles_raised(reading: Reading, roles: Set[str]) -> Reading:
    """The reading with the roles of its source capitalised in the sentence too."""
    if not roles:
        return reading
    lower = re.compile(rf"(?<=[\s'’])(?:{'|'.join(sorted(roles))})(?=\b(?!-))")
    return replace(reading, sentence=lower.sub(lambda match: match.group().capitalize(), reading.sentence))


def _pronouns_named(reading: Reading) -> Reading:
    """The reading with "you" and "we" as names, where both texts speak so."""
    if not all((_YOU.search(text) or _WE.search(text)) for text in (reading.sentence, reading.source)):
        return reading
    sentence, source, nearest = (
        _WE.sub("Ourside", _YOU.sub("Yourside", text)) for text in (reading.sentence, reading.source, reading.nearest)
    )
    return replace(reading, sentence=sentence, source=source, nearest=nearest)


def _paid_turned(reading: Reading) -> bool:
    """Whether who is paid in the source pays in the sentence, or the reverse."""
    pays, takes = (_parties(_PAYS, reading.sentence), _parties(_TAKES, reading.sentence))
    held_pays, held_takes = (_parties(_PAYS, reading.source), _parties(_TAKES, reading.source))
    held_takes |= _parties(_PAID_TO, reading.source) - held_pays
    return bool((pays & held_takes) - held_pays or (takes & held_pays) - held_takes)


def _parties(role: re.Pattern[str], text: str) -> set[str]:
    return {word for match in role.finditer(text) for word in fold(match["party"]).split()} - FUNCTION_WORDS


def _crossed(mine: _Roles, opposite: _Roles, like: _Roles, reading: Reading, parties: frozenset[str]) -> bool:
    """Whether a party of a word has, in the source, the opposite role of that word and not the same."""
    return any(
        who & parties & opposite.get(other, set()) - like.get(other, set()) - _EITHER
        for word, who in mine.items()
        for other in meanings(word, reading.same)
    )


def _alike(mine: _Roles, theirs: _Roles, reading: Reading, lexicon: Lexicon, parties: frozenset[str]) -> bool:
    """Whether each word has the parties that it has in the source, wherever it has any there."""
    for word, who in mine.items():
        others = [theirs.get(other, set()) & parties for other in meanings(word, reading.same)]
        held = [frozenset(names) for names in others if names]
        if held and not all(any(_named(party, names, reading, lexicon) for names in held) for party in who & parties):
            return False
    return True


def _named(party: str, held: frozenset[str], reading: Reading, lexicon: Lexicon) -> bool:
    """Whether a party of the sentence is one of the source's, by its name, a form of it, or its word in the other language."""
    stem = (stems(party, reading.language) or [party])[-1]
    if party in _EITHER and _BOTH_SIDES.search(reading.source):
        return True
    known = lexicon.counterparts(stem, reading.language, reading.other) | _alike_names(stem, reading)
    return bool((known | {party}) & held) or any(_same_party(party, other) for other in held)


def _alike_names(stem: str, reading: Reading) -> frozenset[str]:
    """What means the same as a party's stem in the source, but the other side of its deed ("licensor" for "licensee")."""
    return frozenset(o for o in reading.same.get(stem, ()) if not akin(stem, o) or _same_party(stem, o))


def _same_party(one: str, other: str) -> bool:
    """Whether two names begin alike and are not the two sides of one deed, as licensor and licensee are."""
    begins = min(len(one), len(other)) >= _SHORTEST and (one.startswith(other) or other.startswith(one))
    return (akin(one, other) or begins) and one.endswith("or") == other.endswith("or")


def _acts_so(party: str, said: Deeds, done: Deeds, reading: Reading) -> bool:
    """Whether the source has a party act, in whatever part, in each way in which the sentence does."""
    verbs = [verb for verb, who in (*said.done.items(), *said.denied.items()) if party in who]
    acts = {verb: who for deeds in (done.owned, done.denied, done.done) for verb, who in deeds.items()}
    if any(map(_ASSENTS.match, verbs)) and any(
        akin(party, owner) for noun, who in done.owned.items() if _ASSENTS.match(noun) for owner in who
    ):
        return True  # whose consent is needed may refuse it
    named = any(akin(party, other) for who in acts.values() for other in who)
    return named and any(
        any(akin(party, p) for p in acts.get(other, ())) for verb in verbs for other in meanings(verb, reading.same)
    )


@lru_cache(maxsize=_CACHE)
def _may_act(name: str, lexicon: Lexicon) -> bool:
    """Whether a name can be a party's: a word for one, or a word that no lexicon knows. "Month" and "Service Desk" are none."""
    known = any(
        lexicon.counterparts(stem, language, other)
        for language in ("en", "fr")
        for other in ("en", "fr")
        for stem in stems(name, language)[-1:]
    )
    return name in _PARTY_STEMS or not (known or names_place(name) or name in _STATES)


def _acting(*texts: Deeds) -> frozenset[str]:
    """Who acts in either text: words for a party, and names that do or owe something."""
    acting = frozenset(
        name
        for deeds in texts
        for who in (*deeds.done.values(), *deeds.denied.values(), *deeds.owned.values(), *deeds.suffered.values())
        for name in who
    )
    return acting | _PARTY_STEMS
