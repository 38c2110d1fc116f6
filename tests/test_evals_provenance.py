import platform
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
