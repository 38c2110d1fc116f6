"""Digital signatures: what is read of them, what is kept, and what an answer warns of."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.console import Console

from assistant.answer import Citation, Statement, Verdict
from assistant.citing.cite import cite
from assistant.citing.signing import facts, flaw, signing_notes
from assistant.render import statement
from assistant.web.markup import recognised
from assistant.web.words import FRENCH
from ingest.assembly import read_document
from ingest.document import Signature, Signing, Span
from ingest.index import Index
from ingest.library import Library
from ingest.pipeline import ingest, plan
from ingest.read import read
from ingest.written_day import written_stamp
from tests.fake_embedder import FakeEmbedder
from tests.fake_pdf import pdf, words
from tests.fake_signer import signed, updated, with_fields

TERM = ("1. Term", "This agreement lasts for two years.")


@pytest.fixture
def plain(tmp_path: Path) -> Path:
    return pdf(tmp_path / "plain.pdf", [words(*TERM)])


def test_who_signed_when_and_that_nothing_changed(tmp_path: Path, plain: Path) -> None:
    (found,) = read(signed(plain, tmp_path / "signed.pdf")).signatures
    assert (found.field, found.state, found.signer, found.note) == (
        "Supplier",
        Signing.UNCHANGED,
        "Jane Doe, Acme Ltd",
        "",
    )
    assert found.signed is not None
    assert flaw((found,)) is None
    (fact,) = facts((found,))
    assert fact.startswith("field Supplier: signed by Jane Doe, Acme Ltd on ")
    assert written_stamp(found.signed, "en") in fact
    assert fact.endswith(
        "unchanged since; time by the signer's own clock; certificate not checked against a trust list"
    )


def test_a_second_signature_does_not_break_the_first(tmp_path: Path, plain: Path) -> None:
    once = signed(plain, tmp_path / "once.pdf")
    found = read(signed(once, tmp_path / "twice.pdf", "Customer", "John Roe")).signatures
    assert [(each.field, each.state) for each in found] == [
        ("Supplier", Signing.UNCHANGED),
        ("Customer", Signing.UNCHANGED),
    ]
    assert found[0].note == "only signatures and form entries were added since"


def test_content_added_after_signing_is_a_change(tmp_path: Path, plain: Path) -> None:
    (found,) = read(updated(signed(plain, tmp_path / "s.pdf"), tmp_path / "u.pdf")).signatures
    assert (found.state, found.note) == (Signing.CHANGED, "other content was added after signing")


def test_a_changed_byte_is_a_change(tmp_path: Path, plain: Path) -> None:
    path = signed(plain, tmp_path / "s.pdf")
    content = path.read_bytes()
    path.write_bytes(
        content.replace(b"/MediaBox [ 0 0 595", b"/MediaBox [ 0 0 596").replace(b"reportlab", b"reportlub")
    )
    assert path.read_bytes() != content
    (found,) = read(path).signatures
    assert (found.state, found.note) == (Signing.CHANGED, "the signed bytes are not those that were signed")


def test_empty_fields_are_told(tmp_path: Path, plain: Path) -> None:
    fields = with_fields(plain, tmp_path / "f.pdf", "Supplier", "Customer")
    assert [each.state for each in read(fields).signatures] == [Signing.EMPTY, Signing.EMPTY]
    assert flaw(read(fields).signatures) == "unsigned"
    partly = read(signed(fields, tmp_path / "p.pdf", "Customer")).signatures
    assert [each.state for each in partly] == [Signing.EMPTY, Signing.UNCHANGED]
    assert flaw(partly) == "partly signed"


def test_a_plain_pdf_says_nothing(plain: Path) -> None:
    assert read(plain).signatures == ()
    assert flaw(()) is None


def test_a_broken_signature_is_unchecked(tmp_path: Path, plain: Path) -> None:
    path = signed(plain, tmp_path / "s.pdf")
    content = path.read_bytes()
    start = content.index(b"/Contents <3082") + len(b"/Contents <")
    path.write_bytes(content[:start] + b"00" * 8 + content[start + 16 :])
    (found,) = read(path).signatures
    assert found.state is Signing.UNCHECKED
    assert flaw((found,)) == "unchecked"
    assert "could not be checked" in facts((found,))[0]


def test_signatures_are_kept_and_each_quote_warns_of_a_flaw(tmp_path: Path, plain: Path) -> None:
    path = with_fields(plain, tmp_path / "f.pdf", "Supplier")
    embedder = FakeEmbedder()
    library, index = Library(tmp_path / "home"), Index(tmp_path / "home" / "index", embedder)
    ingest(plan([path]), library, index, embedder, read=lambda file, role: read_document(file, role))
    (record,) = library.contracts()[0].documents
    document = library.document(record.id)
    assert document.signatures == (Signature("Supplier", Signing.EMPTY),)
    (citation,) = cite(record, document, Span(0, 6))
    assert citation.signing == "unsigned"
    assert signing_notes(citation, "en") != signing_notes(citation, "fr") != []
    index.close()
    library.close()


@pytest.mark.parametrize("kind", ["changed", "unchecked", "partly signed", "unsigned"])
def test_each_flaw_has_words_in_both_languages(kind: str) -> None:
    marked = Citation("Acme", "msa", "1", 1, 0, 6, "1. Term", signing=kind)
    assert all(len(signing_notes(marked, language)) == 1 for language in ("en", "fr"))
    console = Console(width=200)
    with console.capture() as captured:
        console.print(statement(1, Statement("1. Term", Verdict.QUOTED, (marked,))))
    assert signing_notes(marked, "en")[0] in captured.get()
    assert signing_notes(marked, "fr")[0].split("’")[0][1:] in recognised(marked, FRENCH)  # it begins large there
