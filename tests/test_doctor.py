"""What the doctor sees of a home that is well, and of one that is not."""

from dataclasses import replace
from functools import cached_property
from pathlib import Path

import pytest

from assistant.audit import Audit
from assistant.doctor import Check, examine
from assistant.parts import Parts
from assistant.settings import Settings
from ingest.embed import Embedder
from ingest.index import Index
from ingest.library import Library
from tests.fake_document import make_document, make_passages
from tests.fake_embedder import FakeEmbedder


class PartsWithoutModel(Parts):
    @cached_property
    def embedder(self) -> Embedder:
        return FakeEmbedder(self.settings.embedder)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """A home with one document, stored and indexed."""
    settings = Settings(home=tmp_path / "home", embedder="fake")
    source = tmp_path / "levels.txt"
    document = make_document("The supplier answers within one hour.")
    source.write_text(document.text, encoding="utf-8")
    with PartsWithoutModel(settings) as parts, parts.library.writing():
        record = parts.library.add("Acme", document, make_passages(document), source)
        vectors = parts.embedder.embed_passages(["x"] * len(make_passages(document)))
        parts.index.add(record, document, make_passages(document), vectors)
    return settings


def check(settings: Settings, name: str) -> Check:
    with PartsWithoutModel(settings) as parts:
        return next(check for check in examine(parts) if check.name == name)


def faults(settings: Settings) -> set[str]:
    with PartsWithoutModel(settings) as parts:
        # the package itself is not installed where the tests run from a bare checkout
        return {check.name for check in examine(parts) if not check.ok} - {"clausier"}


def test_a_home_that_is_well_has_no_faults(settings):
    assert faults(settings) == set()
    assert check(settings, "library").found.startswith("1 contracts, 1 documents")


def test_an_empty_home_has_no_faults(tmp_path):
    assert faults(Settings(home=tmp_path, embedder="fake")) == set()


def test_versions_and_settings_are_told(settings):
    assert check(settings, "torch").found
    assert check(settings, "CLAUSIER_HOME").found == str(settings.home)


def test_secrets_are_not_told(tmp_path):
    settings = Settings(home=tmp_path, embedder="fake", model_url="http://me:secret@host:1/v1", model_key="secret")
    assert check(settings, "CLAUSIER_MODEL_URL").found == "http://host:1/v1"
    assert check(settings, "CLAUSIER_MODEL_KEY").found == "set"


def test_a_lost_original_is_seen(settings):
    library = Library(settings.home)
    (document,) = library.contracts()[0].documents
    library.original(document.id).unlink()
    library.close()
    assert faults(settings) == {"store"}


def test_a_document_that_is_not_indexed_is_seen(settings):
    index = Index(settings.home / "index", FakeEmbedder("fake"))
    index.remove(index.sizes())
    index.close()
    assert "index" in faults(settings)


def test_another_embedder_is_seen(settings):
    assert faults(Settings(home=settings.home, embedder="another")) == {"index"}


def test_a_damaged_library_is_seen_and_the_rest_is_looked_at(settings):
    (settings.home / "library.sqlite").write_bytes(b"no database, and long enough to be taken for one" * 100)
    assert {"library", "index"} <= faults(settings)


def test_the_files_of_the_builtin_model_have_their_hashes(tmp_path):
    with PartsWithoutModel(Settings(home=tmp_path)) as parts:
        files = [check for check in examine(parts) if "/" in check.name]
    assert [check.ok for check in files] == [True, True, True]
    assert all(check.found.startswith("SHA-256 ") for check in files)


def test_a_policy_and_the_audit_log_are_looked_at(settings, tmp_path):
    assert check(settings, "audit log").ok
    policy = tmp_path / "policy.toml"
    policy.write_text('[groups.legal]\ncontracts = ["*"]\n')
    guarded = replace(settings, policy=policy)
    assert check(guarded, "policy").found == "1 groups: legal"
    policy.write_text("[groups.legal]\nsees = 3\n")
    Audit(settings.home).enter("ann", "ask")
    (settings.home / "audit.jsonl").write_text('{"who": "bob"}\n')
    assert faults(guarded) == {"policy", "audit log"}
