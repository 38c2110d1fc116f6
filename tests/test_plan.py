from __future__ import annotations

from pathlib import Path

import pytest

from ingest.errors import FileMissing
from ingest.plan import Job, plan


def _write(folder: Path, name: str) -> Path:
    path = folder / "files" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("text", encoding="utf-8")
    return path


def test_a_folder_is_one_contract(tmp_path: Path) -> None:
    _write(tmp_path, "b.md")
    _write(tmp_path, "a.TXT")
    _write(tmp_path, "fr/network/raci.pdf")
    for left_out in (".hidden.txt", ".git/x.txt", "~$b.docx", "notes.xlsx", "fr/.DS_Store"):
        _write(tmp_path, left_out)
    jobs = plan([tmp_path / "files"], None, False)
    assert [(job.path.name, job.contract, job.folder) for job in jobs] == [
        ("a.TXT", "files", ""),
        ("b.md", "files", ""),
        ("raci.pdf", "files", "fr/network"),
    ]
    assert {job.contract for job in plan([tmp_path / "files"], "Acme", False)} == {"Acme"}


def test_each_takes_files_and_subfolders_for_contracts(tmp_path: Path) -> None:
    _write(tmp_path, "single.pdf")
    _write(tmp_path, "acme/sla.pdf")
    _write(tmp_path, "acme/fr/sla.pdf")
    assert [(job.contract, job.folder) for job in plan([tmp_path / "files"], None, True)] == [
        ("acme", "fr"),
        ("acme", ""),
        ("single", ""),
    ]


def test_a_named_file_is_a_contract_of_its_own_whatever_its_suffix(tmp_path: Path) -> None:
    odd = _write(tmp_path, "contract.dat")
    assert plan([odd]) == [Job(odd, "contract")]
    assert plan([odd], "Acme") == [Job(odd, "Acme")]


def test_links_that_leave_the_folder_are_not_followed(tmp_path: Path) -> None:
    inside = _write(tmp_path, "a.txt")
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret.txt").write_text("secret", encoding="utf-8")
    (tmp_path / "files" / "link.txt").symlink_to(outside / "secret.txt")
    (tmp_path / "files" / "folder").symlink_to(outside)
    (tmp_path / "files" / "same.txt").symlink_to(inside)
    assert [job.path.name for job in plan([tmp_path / "files"])] == ["a.txt", "same.txt"]


def test_a_folder_without_files_to_read_is_told(tmp_path: Path) -> None:
    _write(tmp_path, "picture.png")
    with pytest.raises(FileMissing, match=r"expected files ending in \.pdf"):
        plan([tmp_path / "files"])
