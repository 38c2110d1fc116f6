"""``clausier compare`` over a real library: contracts, documents, clauses, and a document beside the version that it replaced."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from assistant.commands.compare import _merged
from assistant.family.comparison import compare_documents
from assistant.family.differences import Kind, differences
from ingest.alignment import Change
from ingest.originals import Original
from ingest.record import new_record
from tests.fake_contracts import read_lines
from tests.test_cli import run_in

TERMS = """\
# Framework Agreement

## 1. Charges

1.1 The monthly charge is 200 euros, payable by the customer within thirty days of each invoice.

1.2 The charge is reviewed each year by the parties in good faith.
"""


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two contracts of one framework agreement each, the one of Acme replaced once."""
    folder = tmp_path_factory.mktemp("files")
    for name, text in (
        ("Acme", TERMS),
        ("Bolt", TERMS.replace("200", "300")),
        ("Acme", TERMS.replace("thirty", "sixty")),
    ):
        (folder / name).mkdir(exist_ok=True)
        (folder / name / "framework.md").write_text(text, encoding="utf-8")
        done = run_in(folder / "home", "ingest", str(folder / name), "--json")
        assert done.exit_code == 0, done.output
    assert "replaces the version added" in json.loads(done.stdout)["documents"][0]["replaces"]
    return folder / "home"


def test_a_document_beside_the_version_that_it_replaced(home: Path) -> None:
    done = run_in(home, "compare", "Acme", "-d", "framework", "--json")
    (found,) = json.loads(done.stdout)["comparisons"]
    assert (found["changed"], found["added"], found["removed"]) == (1, 0, 0)
    (changed,) = [each for each in found["clauses"] if each["change"] == "changed"]
    assert (changed["left"]["clause"], changed["right"]["page"]) == ("1.1", 1)
    gone = [piece["text"].strip() for row in changed["rows"] for piece in row["left"] if piece["kind"] == "gone"]
    assert gone == ["thirty"]
    assert "[-thirty-] {+sixty+}" in " ".join(run_in(home, "compare", "Acme", "-d", "framework").stdout.split())


def test_two_contracts_and_two_clauses(home: Path) -> None:
    shown = " ".join(run_in(home, "compare", "Acme", "Bolt").stdout.split())
    assert "framework → framework" in shown
    assert "[-200-] {+300+}" in shown
    (found,) = json.loads(run_in(home, "compare", "Acme", "Bolt", "--clause", "1.2", "--json").stdout)["comparisons"]
    assert (found["same"], found["changed"]) == (1, 0)


def test_what_cannot_be_compared_is_told(home: Path) -> None:
    assert run_in(home, "compare", "Acme").exit_code == 2
    assert run_in(home, "compare", "Bolt", "-d", "framework").exit_code == 2
    assert run_in(home, "compare", "Acme", "Bolt", "--clause", "9.9").exit_code == 1


def test_the_report_names_the_version_replaced(home: Path) -> None:
    (document,) = json.loads(run_in(home, "report", "Acme", "--json").stdout)["documents"]
    (older,) = document["replaced"]
    assert older["name"].startswith("framework (until ")


def test_words_are_merged_in_order() -> None:
    (row,) = differences("The fee is 200 euros a month.", "The fee is 300 euros each month.")
    assert [kind for kind, _ in _merged(row)] == [
        Kind.SAME,
        Kind.GONE,
        Kind.NEW,
        Kind.SAME,
        Kind.GONE,
        Kind.NEW,
        Kind.SAME,
    ]


def test_two_documents_in_two_languages_are_not_held_against_each_other(home: Path, tmp_path: Path) -> None:
    (tmp_path / "Rhône").mkdir()
    (tmp_path / "Rhône" / "framework.md").write_text(
        "# Contrat-cadre\n\n## 1. Prix\n\n1.1 Le prix mensuel est de 200 euros, payable par le client dans les trente jours.\n\n"
        "1.2 Le prix est revu chaque année par les parties de bonne foi.\n",
        encoding="utf-8",
    )
    assert run_in(home, "ingest", str(tmp_path / "Rhône")).exit_code == 0
    for more in ((), ("--clause", "1.1")):
        (found,) = json.loads(run_in(home, "compare", "Acme", "Rhône", *more, "--json").stdout)["comparisons"]
        assert (found["languages"], found["removed"], found["added"], found["clauses"]) == (["en", "fr"], 0, 0, [])
        shown = " ".join(run_in(home, "compare", "Acme", "Rhône", *more).stdout.split())
        assert "one is in English and the other in French: their words cannot be compared" in shown
        assert "removed" not in shown
    (found,) = json.loads(run_in(home, "compare", "Acme", "Bolt", "--json").stdout)["comparisons"]
    assert found["languages"] is None


def test_clauses_that_only_one_side_has_bear_their_words() -> None:
    long = "The Provider shall perform the Services with reasonable skill and care throughout the whole Term of this contract."
    sides = [
        read_lines("1. Services", long),
        read_lines("1. Services", long, "2. Audit", "The customer may audit the books once a year."),
    ]
    left, right = ((new_record("Acme", str(n), Original(str(n), ".txt", 1), d), d) for n, d in enumerate(sides))
    added = [each for each in compare_documents(left, right).changes if each.pair.change is Change.ADDED]
    assert [row.right[0].kind for each in added for row in each.rows] == [Kind.NEW]
