"""Which side of a contract a word for a party stands on: the one that performs, or the one that is served. Pure; English and French.

A word that is used for either ("company", "party") stands on none.
"""

from __future__ import annotations

from enum import StrEnum

from assistant.wording.duty import party_stem
from ingest.words import fold


class TradeSide(StrEnum):
    """The side of a party."""

    SUPPLIER = "supplier"
    CUSTOMER = "customer"


_WORDS = {
    TradeSide.SUPPLIER: (
        "supplier provider contractor vendor seller licensor servicer subcontractor consultant carrier manufacturer publisher host adviser "
        "prestataire fournisseur vendeur concedant hebergeur editeur integrateur mainteneur transporteur entrepreneur infogerant"
    ),
    TradeSide.CUSTOMER: "customer client buyer purchaser licensee subscriber acheteur acquereur abonne licencie",
}
_SIDES = {
    party_stem(word, language): side
    for side, words in _WORDS.items()
    for word in words.split()
    for language in ("en", "fr")
}


def side_of(party: str) -> TradeSide | None:
    """The side that a word for a party stands on; None for a name, or a word for either.

    Args:
        party: as written, or its stem.
    """
    return next(
        (_SIDES[stem] for language in ("en", "fr") if (stem := party_stem(fold(party), language)) in _SIDES), None
    )
