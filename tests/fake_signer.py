"""Digitally signed PDFs for tests, with a certificate that nobody vouches for."""

from __future__ import annotations

import io
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import fields, signers


def signer(name: str, organisation: str = "Acme Ltd") -> signers.SimpleSigner:
    """A signer with a key and a certificate of its own, made now."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name(
        [x509.NameAttribute(NameOID.COMMON_NAME, name), x509.NameAttribute(NameOID.ORGANIZATION_NAME, organisation)]
    )
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .sign(key, hashes.SHA256())
    )
    packed = serialization.pkcs12.serialize_key_and_certificates(
        b"k", key, certificate, None, serialization.NoEncryption()
    )
    made = signers.SimpleSigner.load_pkcs12_data(packed, other_certs=[])
    assert made is not None
    return made


def with_fields(source: Path, target: Path, *names: str) -> Path:
    """A copy with empty signature fields."""
    writer = IncrementalPdfFileWriter(io.BytesIO(source.read_bytes()))
    for name in names:
        fields.append_signature_field(writer, fields.SigFieldSpec(name))
    buffer = io.BytesIO()
    writer.write(buffer)
    target.write_bytes(buffer.getvalue())
    return target


def signed(source: Path, target: Path, field: str = "Supplier", name: str = "Jane Doe") -> Path:
    """A copy that is signed in a field, which is made when it is not there."""
    writer = IncrementalPdfFileWriter(io.BytesIO(source.read_bytes()))
    metadata = signers.PdfSignatureMetadata(field_name=field)
    target.write_bytes(signers.sign_pdf(writer, metadata, signer(name)).getvalue())
    return target


def updated(source: Path, target: Path) -> Path:
    """A copy to which a page's content was added after all, as an editor saves it."""
    writer = IncrementalPdfFileWriter(io.BytesIO(source.read_bytes()))
    page = writer.root["/Pages"]["/Kids"][0].get_object()
    more = generic.StreamObject(stream_data=b"BT /F1 10 Tf 72 600 Td (but for three years) Tj ET")
    page["/Contents"] = generic.ArrayObject([page.raw_get("/Contents"), writer.add_object(more)])
    writer.update_container(page)
    buffer = io.BytesIO()
    writer.write(buffer)
    target.write_bytes(buffer.getvalue())
    return target
