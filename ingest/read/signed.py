"""The digital signatures of a PDF, as facts: who signed, when by their own clock, and whether the file is as it was signed.

What is not looked at: whether anybody vouches for the certificates. No trust list is at hand, and no connection is opened.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

from pyhanko.pdf_utils.generic import DictionaryObject
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import ModificationLevel
from pyhanko.sign.fields import enumerate_sig_fields
from pyhanko.sign.validation.generic_cms import validate_sig_integrity
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko.sign.validation.status import SignatureCoverageLevel

from ingest.document import Signature, Signing
from ingest.read.characters import clean

MOST = 100  # signature fields: more are nonsense


def signatures_of(path: Path) -> tuple[Signature, ...]:
    """The signature fields of a PDF in the order of the form; document time stamps are none.

    A file whose form cannot be followed has one signature that could not be checked.
    """
    logging.getLogger("pyhanko").setLevel(logging.CRITICAL)  # it logs each flaw; what matters is in the result
    try:
        with path.open("rb") as stream:
            reader = PdfFileReader(stream, strict=False)
            if reader.encrypted:
                reader.decrypt("")
            return tuple(_signatures(reader))
    except Exception as error:  # pyhanko meets malformed files with whatever breaks first
        return (Signature("", Signing.UNCHECKED, note=_said(error)),)


def _signatures(reader: PdfFileReader) -> Iterator[Signature]:
    for count, (name, value, field) in enumerate(enumerate_sig_fields(reader)):
        if count == MOST:
            return
        called = clean(str(name))
        if value is None:
            yield Signature(called, Signing.EMPTY)
            continue
        held = value.get_object()
        if isinstance(held, DictionaryObject) and held.get("/Type") == "/DocTimeStamp":
            continue
        try:
            yield _checked(EmbeddedPdfSignature(reader, field, name), called)
        except Exception as error:  # as above, for one signature: the others are looked at
            yield Signature(called, Signing.UNCHECKED, note=_said(error))


def _checked(embedded: EmbeddedPdfSignature, name: str) -> Signature:
    embedded.compute_integrity_info()  # type: ignore[no-untyped-call]
    kind = embedded.signed_data["encap_content_info"]["content_type"].native
    intact, valid = validate_sig_integrity(embedded.signer_info, embedded.signer_cert, kind, embedded.compute_digest())
    signed = embedded.self_reported_timestamp
    state, note = _state(embedded, intact and valid)
    return Signature(name, state, _signer(embedded), signed.isoformat() if signed else None, note)


def _state(embedded: EmbeddedPdfSignature, holds: bool) -> tuple[Signing, str]:
    """Whether the file is as it was signed, and what was added since."""
    if not holds:
        return Signing.CHANGED, "the signed bytes are not those that were signed"
    if embedded.coverage is SignatureCoverageLevel.ENTIRE_FILE:
        return Signing.UNCHANGED, ""
    level = getattr(embedded.diff_result, "modification_level", ModificationLevel.OTHER)
    if embedded.coverage is not SignatureCoverageLevel.ENTIRE_REVISION or level >= ModificationLevel.ANNOTATIONS:
        return Signing.CHANGED, "other content was added after signing"
    if level is ModificationLevel.FORM_FILLING:
        return Signing.UNCHANGED, "only signatures and form entries were added since"
    return Signing.UNCHANGED, "only data for checking the signature was added since"


def _signer(embedded: EmbeddedPdfSignature) -> str:
    """The signer as the certificate names it: name and organisation."""
    said = embedded.signer_cert.subject.native
    parts = [said.get(key) for key in ("common_name", "organization_name")]
    shown = [clean(part if isinstance(part, str) else " ".join(part)) for part in parts if part]
    return ", ".join(dict.fromkeys(shown)) or clean(embedded.signer_cert.subject.human_friendly)


def _said(error: Exception) -> str:
    return clean(str(error))[:200] or type(error).__name__
