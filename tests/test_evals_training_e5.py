from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from evals.training import e5
from ingest.errors import ModelMismatch

FILES = ("model.safetensors", "tokenizer.json", "tokenizer_config.json", "config.json")


@pytest.fixture
def assembled(tmp_path: Path) -> Path:
    """A folder as it stands once the model is assembled, with a few bytes for each file."""
    folder = e5.assembled_folder(tmp_path)
    folder.mkdir()
    for name in FILES:
        (folder / name).write_bytes(f"bytes of {name}".encode())
    hashes = {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in FILES}
    (folder / "manifest.json").write_text(json.dumps(hashes))
    return folder


def test_an_assembled_model_is_used_as_it_stands(assembled: Path) -> None:
    before = {path.name: path.stat().st_mtime_ns for path in assembled.iterdir()}
    assert e5.model_folder(assembled.parent) == assembled
    assert {path.name: path.stat().st_mtime_ns for path in assembled.iterdir()} == before


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_was_tampered_with_is_refused(assembled: Path, name: str) -> None:
    (assembled / name).write_bytes(b"other bytes")
    with pytest.raises(ModelMismatch, match=rf"{name}: expected the file that was assembled here.*remove the folder"):
        e5.model_folder(assembled.parent)


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_is_missing_is_told(assembled: Path, name: str) -> None:
    (assembled / name).unlink()
    with pytest.raises(ModelMismatch, match=name):
        e5.model_folder(assembled.parent)


@pytest.mark.parametrize("manifest", [None, "", "{}", "not json"])
def test_a_folder_without_its_hashes_is_refused(assembled: Path, manifest: str | None) -> None:
    if manifest is None:
        (assembled / "manifest.json").unlink()
    else:
        (assembled / "manifest.json").write_text(manifest)
    with pytest.raises(ModelMismatch):
        e5.model_folder(assembled.parent)


def test_each_model_has_a_folder_and_a_version_of_its_own(tmp_path: Path) -> None:
    names = (e5.NAME, e5.PLAIN_NAME)
    assert len({e5.assembled_folder(tmp_path, name) for name in names}) == 2
    assert len({e5.version(name) for name in names}) == 2


def test_trained_layers_that_were_tampered_with_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(e5, "UPPER_LAYERS", (*e5.UPPER_LAYERS[:2], "0" * 64))
    with pytest.raises(ModelMismatch, match=r"data/e5-clauses.*expected a file with SHA-256 0000"):
        e5.model_folder(tmp_path)
    assert list(tmp_path.iterdir()) == []
