"""What a reader is told of the digital signatures of a document: facts and their limits, in English and French. Pure.

A document without any place for a digital signature says nothing of it on its answers: most contracts are signed on paper, or through
services that leave none. `clausier report` says so.
"""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answer import Citation
from ingest.document import Signature, Signing
from ingest.written_day import written_stamp

LIMITS = "time by the signer's own clock; certificate not checked against a trust list"
NONE_FOUND = "no digital signature found in the file, which says nothing of one on paper"

_NOTES = {
    "en": {
        "changed": "this document was changed after it was digitally signed",
        "unchecked": "a digital signature of this document could not be checked",
        "partly signed": "this document has places for digital signatures that are empty, beside those that are signed",
        "unsigned": "this document has places for digital signatures, and none is signed",
    },
    "fr": {
        "changed": "ce document a été modifié après sa signature électronique",
        "unchecked": "une signature électronique de ce document n’a pu être vérifiée",
        "partly signed": "ce document n’est signé électroniquement qu’en partie : des emplacements de signature sont vides",
        "unsigned": "ce document prévoit des signatures électroniques, et aucune n’est apposée",
    },
}


def flaw(signatures: Sequence[Signature]) -> str | None:
    """What an answer drawn from the document warns of, the weightiest first; None when there is nothing to warn of."""
    states = {each.state for each in signatures}
    if Signing.CHANGED in states:
        return "changed"
    if Signing.UNCHECKED in states:
        return "unchecked"
    if Signing.EMPTY in states:
        return "partly signed" if Signing.UNCHANGED in states else "unsigned"
    return None


def signing_notes(citation: Citation, language: str) -> list[str]:
    """The warning that goes with a quote from a document whose signatures have a flaw; else nothing."""
    notes = _NOTES.get(language, _NOTES["en"])
    return [notes[citation.signing]] if citation.signing in notes else []


def facts(signatures: Sequence[Signature]) -> list[str]:
    """A sentence for each signature field, as `clausier report` shows them."""
    return [_fact(each) for each in signatures]


def _fact(signature: Signature) -> str:
    place = f"field {signature.field}: " if signature.field else ""
    if signature.state is Signing.EMPTY:
        return f"{place}not signed"
    if signature.state is Signing.UNCHECKED:
        return f"{place}a signature that could not be checked ({signature.note})"
    since = "unchanged since" if signature.state is Signing.UNCHANGED else "CHANGED since"
    note = f" ({signature.note})" if signature.note else ""
    day = f" on {written_stamp(signature.signed, 'en')}" if signature.signed else ""
    return f"{place}signed by {signature.signer or 'a signer without a name'}{day}, {since}{note}; {LIMITS}"
