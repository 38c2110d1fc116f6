from __future__ import annotations

from pathlib import Path

import pytest

from assistant.web import uploads
from assistant.web.adding_words import ENGLISH as ADDING
from tests.fake_parts import FakeParts, ScriptedParts
from tests.web_pages import PAGE_OF_CONTRACTS, own_main, parts, press, shown, start, wait_for_jobs

__all__ = ["own_main", "parts"]


def test_the_page_of_contracts_lists_what_is_stored(parts: ScriptedParts) -> None:
    page = shown(start(parts, PAGE_OF_CONTRACTS))
    assert "<h2>Acme</h2>" in page
    assert "levels.pdf" in page
    assert "notes.md" in page


def test_uploads_are_added_under_their_names_and_what_fails_is_told(parts: ScriptedParts) -> None:
    at = start(parts, PAGE_OF_CONTRACTS)
    sound, empty = ("sla.md", b"# 1. Levels\n\nWithin an hour.\n", "text/markdown"), ("bad.pdf", b"", "application/pdf")
    at.file_uploader(key="files-0").set_value([sound, empty])
    at.selectbox(key="family").set_value("Acme")
    press(at, ADDING.add)
    wait_for_jobs(parts, at)
    assert not at.exception
    assert [d.name for d in parts.library.contract("Acme").documents] == ["levels", "notes", "sla"]
    assert 'class="cl-added"' in shown(at)
    assert 'class="cl-failed"' in shown(at)
    assert at.file_uploader(key="files-1").value == []


def test_uploads_without_a_contract_are_refused(tmp_path: Path) -> None:
    parts = FakeParts(tmp_path)
    at = start(parts, PAGE_OF_CONTRACTS)
    at.file_uploader(key="files-0").set_value([("sla.md", b"# 1. Levels\n", "text/markdown")])
    press(at, ADDING.add)
    assert ADDING.need_family in shown(at)
    assert parts.library.contracts() == []


class Sent:
    def __init__(self, name: str, size: int = 1) -> None:
        self.name = name
        self.size = size

    def getvalue(self) -> bytes:
        return b"x"


def test_too_many_and_too_large_files_are_refused() -> None:
    assert uploads.refusal([Sent("a.md")] * uploads.MOST_FILES, ADDING) is None
    assert "at most 40 files" in (uploads.refusal([Sent("a.md")] * (uploads.MOST_FILES + 1), ADDING) or "")
    assert "scan.pdf is larger" in (uploads.refusal([Sent("scan.pdf", 51_000_000)], ADDING) or "")


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\contracts\\msa.pdf", "msa.pdf"),
        ("a\x00b\n.pdf", "ab.pdf"),
        (".hidden.md", "hidden.md"),
        ("..", "unnamed"),
        ("", "unnamed"),
    ],
)
def test_names_of_uploads_lead_nowhere(name: str, safe: str) -> None:
    assert uploads.safe_name(name) == safe


def test_uploads_of_one_name_do_not_collide(tmp_path: Path) -> None:
    paths = uploads.save([Sent("x" * 400 + ".pdf"), Sent("a.md"), Sent("a.md")], tmp_path)
    assert len({path for path in paths if path.read_bytes() == b"x"}) == 3
    assert max(len(path.name) for path in paths) < 130
