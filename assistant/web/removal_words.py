"""The strings of removing and putting back, in English and in French."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RemovalWords:
    """The strings in one language; braces stand for what the page fills in."""

    remove_title: str
    remove_what: str
    whole_contract: str
    remove: str
    remove_sure: str
    remove_yes: str
    remove_no: str
    removed: str
    undo: str
    forever: str
    removed_title: str
    forever_sure: str
    forever_yes: str


ENGLISH = RemovalWords(
    remove_title="Remove",
    remove_what="What to remove",
    whole_contract="The whole contract",
    remove="Remove…",
    remove_sure="Remove from {contract}: {what}? It can be put back for {days} days.",
    remove_yes="Yes, remove",
    remove_no="Keep",
    removed="{contract}: {what}, removed {day}",
    undo="Put back",
    forever="Delete for good",
    removed_title="Removed lately",
    forever_sure="Delete for good from {contract}: {what}? Nothing brings it back.",
    forever_yes="Yes, delete",
)

FRENCH = RemovalWords(
    remove_title="Retirer",
    remove_what="Ce qu'il faut retirer",
    whole_contract="Le contrat entier",
    remove="Retirer…",
    remove_sure="Retirer de {contract} : {what} ? On pourra le remettre pendant {days} jours.",
    remove_yes="Oui, retirer",
    remove_no="Garder",
    removed="{contract} : {what}, retiré le {day}",
    undo="Remettre",
    forever="Supprimer définitivement",
    removed_title="Retirés récemment",
    forever_sure="Supprimer définitivement de {contract} : {what} ? Rien ne permettra de revenir en arrière.",
    forever_yes="Oui, supprimer",
)

LANGUAGES = {"en": ENGLISH, "fr": FRENCH}
