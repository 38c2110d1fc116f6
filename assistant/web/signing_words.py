"""The strings of signing in, in English and in French."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SigningWords:
    """The strings in one language; braces stand for what the page fills in."""

    # signing in
    sign_in: str
    sign_in_text: str
    sign_in_first: str
    sign_in_unset: str
    sign_out: str


ENGLISH = SigningWords(
    sign_in="Sign in",
    sign_in_text="Sign in to see the contracts that you have access to.",
    sign_in_first="Expected somebody who is signed in; sign in first.",
    sign_in_unset="A policy of access is set, but no identity provider; see the page on access in the documentation.",
    sign_out="Sign out",
)

FRENCH = SigningWords(
    sign_in="Se connecter",
    sign_in_text="Connectez-vous pour voir les contrats auxquels vous avez accès.",
    sign_in_first="Une personne connectée est attendue ; connectez-vous d'abord.",
    sign_in_unset="Des règles d'accès sont définies, mais aucun fournisseur d'identité ; voyez la page sur l'accès dans la documentation.",
    sign_out="Se déconnecter",
)

LANGUAGES = {"en": ENGLISH, "fr": FRENCH}
