from __future__ import annotations

import threading
from pathlib import Path

import pytest

from assistant.audit import FILE, Audit
from assistant.errors import AssistantError


def test_entries_are_added_in_order_and_follow_each_other(tmp_path: Path) -> None:
    audit = Audit(tmp_path / "home")
    assert audit.entries() == []
    audit.enter("ann", "ask", question="Préavis ?\n{}")
    Audit(tmp_path / "home").enter("bob", "open", contract="Acme", pages=[1, 2])
    first, second = audit.entries()
    assert (first["who"], first["what"], first["question"]) == ("ann", "ask", "Préavis ?\n{}")
    assert (second["who"], second["contract"], second["pages"]) == ("bob", "Acme", [1, 2])
    assert audit.faults() == []


def test_a_line_that_was_changed_or_taken_out_shows(tmp_path: Path) -> None:
    audit = Audit(tmp_path)
    for number in range(4):
        audit.enter("ann", "ask", number=number)
    lines = (tmp_path / FILE).read_bytes().splitlines(keepends=True)
    (tmp_path / FILE).write_bytes(b"".join([lines[0], lines[1].replace(b"ann", b"bob"), *lines[2:]]))
    assert len(audit.faults()) == 1
    (tmp_path / FILE).write_bytes(b"".join([lines[0], *lines[2:]]))
    assert "line 2" in audit.faults()[0]


def test_a_line_that_is_no_entry_shows(tmp_path: Path) -> None:
    audit = Audit(tmp_path)
    audit.enter("ann", "ask")
    with (tmp_path / FILE).open("ab") as file:
        file.write(b"{half\n")
    assert "line 2" in audit.faults()[0]


def test_a_very_long_line_is_followed_too(tmp_path: Path) -> None:
    audit = Audit(tmp_path)
    audit.enter("ann", "answer", text="x" * 200_000)
    audit.enter("ann", "ask")
    assert audit.faults() == []


def test_many_at_once_all_get_their_line(tmp_path: Path) -> None:
    threads = [threading.Thread(target=Audit(tmp_path).enter, args=(f"user {n}", "ask")) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    audit = Audit(tmp_path)
    assert len({entry["who"] for entry in audit.entries()}) == 8
    assert audit.faults() == []


def test_a_log_that_cannot_be_written_is_an_error(tmp_path: Path) -> None:
    (tmp_path / FILE).mkdir()
    with pytest.raises(AssistantError, match="expected to write the audit log"):
        Audit(tmp_path).enter("ann", "ask")
