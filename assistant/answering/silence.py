"""Silence is an answer: when to abstain, and in what words."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answer import Abstention

_WORDS: dict[Abstention, dict[str, str]] = {
    Abstention.ABSENT: {
        "en": "No clause was found that answers this; the contract may not say.",
        "fr": "Aucune clause trouvée n'y répond ; le contrat n'en dit peut-être rien.",
    },
    Abstention.AMBIGUOUS: {
        "en": "Which contract do you mean: {contracts}? Name it in the question, or choose it first.",
        "fr": "De quel contrat parlez-vous : {contracts} ? Nommez-le dans la question ou choisissez-le d'abord.",
    },
    Abstention.LEGAL_ADVICE: {
        "en": "That asks for legal advice, which is for a lawyer.",
        "fr": "C'est un avis juridique, qui revient à un avocat.",
    },
    Abstention.OUT_OF_SCOPE: {
        "en": "I answer questions about the contracts in this library, with the clause and the page. "
        "Ask, for instance: “How much notice must we give to terminate?”",
        "fr": "Je réponds aux questions sur les contrats de cette bibliothèque, avec la clause et la page. "
        "Par exemple : « Quel préavis pour résilier ? »",
    },
}
_NEAREST: dict[Abstention, dict[str, str]] = {
    Abstention.ABSENT: {
        "en": " The nearest clauses are {nearest}.",
        "fr": " Les clauses les plus proches sont {nearest}.",
    },
    Abstention.LEGAL_ADVICE: {
        "en": " What the contract says nearest to it: {nearest}.",
        "fr": " Ce que le contrat dit de plus proche : {nearest}.",
    },
}
_EMPTY = {
    "en": "The library holds no contract yet. Add one with `clausier ingest FOLDER`.",
    "fr": "La bibliothèque ne contient encore aucun contrat. Ajoutez-en un avec `clausier ingest DOSSIER`.",
}


def silence(
    kind: Abstention,
    language: str,
    nearest: Sequence[str] = (),
    contracts: Sequence[str] = (),
    why: str = "",
    instead: str = "",
) -> str:
    """The words of an abstention.

    Args:
        kind: why there is no answer; small talk has its replies (`assistant.asked.small_talk`).
        language: "en" or "fr".
        nearest: how the nearest clauses are cited, best first.
        contracts: the names of the contracts that may be meant.
        why: a sentence that says what the contract gives instead.
        instead: a sentence that takes the place of the abstention's own, where that would not be so: the value is blacked out.
    """
    names = ", ".join(contracts[:5]) + (" …" if len(contracts) > 5 else "")
    said = instead or _WORDS[kind][language].format(contracts=names)
    if why:
        said += f" {why}"
    if nearest and kind in _NEAREST:
        said += _NEAREST[kind][language].format(nearest="; ".join(dict.fromkeys(nearest)))
    return said


def briefly(text: str) -> str:
    """The words of an abstention without its list of the nearest clauses, for a face that shows their words."""
    for form in (form for forms in _NEAREST.values() for form in forms.values()):
        text = text.partition(form.partition("{")[0])[0]
    return text


def empty_library(language: str) -> str:
    """What is said when there is nothing to ask about."""
    return _EMPTY[language]
