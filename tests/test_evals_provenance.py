import platform
import subprocess
from pathlib import Path

import pytest

from evals import provenance


def test_versions_name_python_and_say_what_is_absent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(provenance, "PACKAGES", ("pydantic", "no-such-package"))
    found = provenance.versions()
    assert found["python"] == platform.python_version()
    assert found["pydantic"][0].isdigit()
    assert found["no-such-package"] == "none"


def test_outside_a_git_tree_the_revision_is_unknown(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(provenance, "__file__", str(tmp_path / "provenance.py"))
    assert provenance.revision() == "unknown"


def test_a_changed_tree_is_told_from_the_commit_and_from_other_changes(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def git(*arguments: str) -> None:
        subprocess.run(["git", "-c", "user.name=a", "-c", "user.email=a@b", *arguments], cwd=tmp_path, check=True)

    git("init", "-q")
    (tmp_path / "file").write_text("one")
    git("add", "file")
    git("commit", "-qm", "first")
    monkeypatch.setattr(provenance, "__file__", str(tmp_path / "provenance.py"))
    clean = provenance.revision()
    (tmp_path / "file").write_text("two")
    two = provenance.revision()
    (tmp_path / "file").write_text("three")
    three = provenance.revision()
    assert len(clean) == 40
    assert two.startswith(f"{clean}+changes.")
    assert three.startswith(f"{clean}+changes.")
    assert two != three
