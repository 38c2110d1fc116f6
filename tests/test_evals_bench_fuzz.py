"""Fuzzing: a slice of what ``python -m evals.bench.fuzz`` does, and that it tells faults."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from evals.bench.fuzz import (
    fuzz_files,
    fuzz_lines,
    made_seeds,
    office_seeds,
    read_case,
    read_recognised,
    scan_seed,
    seeds_in,
    table,
)
from evals.bench.mutation import mutated
from evals.samples import families
from ingest.errors import NoTextLayer
from ingest.read.office import find_program
from tests.fake_pdf import pdf, picture, words


def test_random_lines_are_always_covered() -> None:
    assert fuzz_lines(300, seed=1) == {"read": 300}


@pytest.mark.slow
def test_mutated_files_are_read_or_refused(tmp_path: Path) -> None:
    seeds = [path for path in seeds_in(list(families().values())) if path.suffix == ".docx"][:1]
    text = tmp_path / "a.txt"
    text.write_text("1. Term\n\nTwo years.\n\n2. Fees\n\n(a) one;\n(b) two.\n" * 20, encoding="utf-8")
    seeds += [text, *made_seeds(tmp_path, [text])[:4]]
    keep = tmp_path / "faults"
    keep.mkdir()
    ends = fuzz_files(60, 1, seeds, keep)
    assert list(keep.iterdir()) == []
    assert sum(counts.total() for counts in ends.values()) == 60
    assert {end for counts in ends.values() for end in counts} <= {"read", "refused"}
    assert "| .txt | 10 |" in table(ends)
    assert ".msg" in ends


def test_the_same_seed_gives_the_same_case() -> None:
    content = bytes(range(256)) * 4
    assert mutated(content, random.Random(7)) == mutated(content, random.Random(7)) != content
    assert mutated(b"", random.Random(7)) is not None


def test_a_picture_of_a_page_is_refused_without_recognition(tmp_path: Path) -> None:
    with pytest.raises(NoTextLayer):
        read_case(pdf(tmp_path / "scan.pdf", [picture]))


@pytest.mark.slow
def test_mutated_pictures_of_pages_are_recognised_or_refused(tmp_path: Path) -> None:
    printed = pdf(tmp_path / "a.pdf", [words(*["The supplier answers each incident within two hours."] * 9)])
    scan = scan_seed(tmp_path, [printed])
    assert read_recognised(scan)
    ends = fuzz_files(4, 2, [scan], read_one=read_recognised)[".pdf"]
    assert set(ends) <= {"read", "refused"}


def test_without_libreoffice_there_are_no_files_of_it(tmp_path: Path) -> None:
    assert office_seeds(tmp_path, [Path("a.txt")], None) == []
    assert fuzz_files(0, 1, []) == {}


@pytest.mark.slow
@pytest.mark.skipif(find_program() is None, reason="LibreOffice is not installed")
def test_mutated_office_files_are_converted_or_refused(tmp_path: Path) -> None:
    text = tmp_path / "a.txt"
    text.write_text("1. Term\n\nTwo years.\n\n2. Fees\n\n(a) one;\n(b) two.\n", encoding="utf-8")
    seeds = office_seeds(tmp_path, [text], find_program())
    assert [seed.suffix for seed in seeds] == [".odt", ".rtf", ".doc"]
    assert all(read_case(seed) for seed in seeds)
    ends = fuzz_files(3, 5, seeds, seconds=180)
    assert {end for counts in ends.values() for end in counts} <= {"read", "refused"}
