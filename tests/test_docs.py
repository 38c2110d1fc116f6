"""The documentation says all there is: settings, commands, targets; and the sources say nothing of the machine they came from."""

import re
import subprocess
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command

from assistant.cli import build_app
from assistant.parts import Parts
from assistant.settings import PREFIX, Settings

ROOT = Path(__file__).parents[1]
PACKAGES = ("assistant", "evals", "ingest", "prompts")
TESTED_THROUGH = {
    "assistant/__main__.py": "test_cli.py",
    "assistant/answering/day_contradiction.py": "test_contradictions.py",
    "assistant/answering/figure_contradiction.py": "test_contradictions.py",
    "assistant/answering/law_contradiction.py": "test_contradictions.py",
    "assistant/answering/leave_contradiction.py": "test_contradictions.py",
    "assistant/answering/life_contradiction.py": "test_contradictions.py",
    "assistant/answering/rhythm_contradiction.py": "test_contradictions.py",
    "assistant/calculation/calculated.py": "test_calculation.py",
    "assistant/calculation/cap.py": "test_calculation.py",
    "assistant/commands/": "test_cli.py",
    "assistant/calculation/formula_price.py": "test_calculation.py",
    "assistant/calculation/late_interest.py": "test_calculation.py",
    "assistant/family/added_clause.py": "test_amendment_drafting.py",
    "assistant/family/change_search.py": "test_ledger.py",
    "assistant/family/changed_part.py": "test_amendment_drafting.py",
    "assistant/family/entry.py": "test_ledger.py",
    "assistant/family/ranks.py": "test_prevailing.py",
    "assistant/proof/claim.py": "test_disagreement.py",
    "assistant/proof/same_matter.py": "test_disagreement.py",
    "assistant/proof/scaffolding.py": "test_disagreement.py",
    "assistant/learning/party_exchange.py": "test_quiz.py",
    "assistant/learning/quiz_question.py": "test_quiz.py",
    "assistant/calculation/service_credit.py": "test_calculation.py",
    "assistant/web/": "test_web.py",
    "evals/bench/": "test_evals_bench.py",
    "evals/folding.py": "test_evals_matching.py",
    "evals/samples/": "test_samples.py",
    "evals/system_name.py": "test_evals_command.py",
    "ingest/assembly.py": "test_pipeline.py",
    "ingest/captions.py": "test_clauses.py",
    "ingest/own_numbers.py": "test_amendment_drafting.py",
    "ingest/exchange_words.py": "test_word_changes.py",
    "ingest/effect_words.py": "test_amendment_drafting.py",
    "ingest/catalogue.py": "test_library.py",
    "ingest/change.py": "test_changes.py",
    "ingest/changing.py": "test_changes.py",
    "ingest/contents.py": "test_clean.py",
    "ingest/faults.py": "test_library.py",
    "ingest/fetch.py": "test_pipeline.py",
    "ingest/first_numbers.py": "test_clause_numbers.py",
    "ingest/firstprint.py": "test_clauses.py",
    "ingest/fulltext.py": "test_index.py",
    "ingest/generation.py": "test_index.py",
    "ingest/hit.py": "test_index.py",
    "ingest/marked_lines.py": "test_clause_numbers.py",
    "ingest/names.py": "test_library.py",
    "ingest/node.py": "test_clauses.py",
    "ingest/numbering.py": "test_clause_numbers.py",
    "ingest/openings.py": "test_clause_numbers.py",
    "ingest/outline.py": "test_clauses.py",
    "ingest/read/": "test_read_pdf.py",
    "ingest/reader_pool.py": "test_pipeline.py",
    "ingest/replacing.py": "test_pipeline.py",
    "ingest/rows.py": "test_library.py",
    "ingest/schema.py": "test_library.py",
}
"""Modules, and folders of them, that the tests of the module that they serve reach; the file where they do."""

TEXT = {".py", ".md", ".toml", ".txt", ".jsonl", ".json", ".css", ".yml", ".yaml", ".cfg", ".csv", ""}
# the two first in pieces, so that this file does not hold what it looks for
MACHINE = re.compile(
    r"(?<![\w.~])/(?:wo" + r"rk|ro" + r"ot|us" + r"r/local/lib|op" + r"t|Us" + r"ers|ho" + r"me/\w+|t" + r"mp)/"
)
REGISTRY = re.compile(
    r"py" + r"pi\.org|python" + r"hosted|--(?:extra-)?index" + r"-url|--find" + r"-links|artifact" + r"ory|file:" + "//"
)


def files() -> list[Path]:
    """The text files that are, or are about to be, under version control."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split("\0")
    paths = [ROOT / name for name in listed if name]
    return [path for path in paths if path.suffix in TEXT and path.is_file()]


def commands(command: Any, name: str = "") -> Iterator[tuple[str, Any]]:
    """Every command with the words that call it; "run" is what its group does without a word."""
    for word, below in getattr(command, "commands", {}).items():
        called = name if word == "run" else f"{name} {word}".strip()
        if hasattr(below, "commands"):
            yield from commands(below, called)
        else:
            yield called, below


COMMANDS = dict(commands(get_command(build_app(Parts))))


@pytest.mark.parametrize("field", [field.name for field in fields(Settings)])
def test_every_setting_is_documented(field):
    assert f"| `{PREFIX}{field.upper()}` |" in (ROOT / "docs/settings.md").read_text(encoding="utf-8")


def test_every_setting_documented_exists():
    told = set(re.findall(rf"\| `{PREFIX}(\w+)` \|", (ROOT / "docs/settings.md").read_text(encoding="utf-8")))
    assert told == {field.name.upper() for field in fields(Settings)}


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_documented_with_its_options(name):
    page = (ROOT / "docs/cli.md").read_text(encoding="utf-8")
    rows = [line for line in page.splitlines() if re.match(rf"\| `{name}(?: [A-Z\[…]|`)", line)]
    assert rows, f"expected a row of `{name}` in docs/cli.md"
    options = [option for each in COMMANDS[name].params for option in each.opts if option.startswith("--")]
    missing = [option for option in options if option != "--help" and f"`{option}" not in rows[0]]
    assert not missing, f"expected the options {missing} in the row of `{name}`"


def test_every_command_documented_exists():
    page = (ROOT / "docs/cli.md").read_text(encoding="utf-8")
    table = page.partition("| command |")[2].partition("\n\n")[0]
    told = set(re.findall(r"^\| `([a-z]+(?: [a-z]+)?)", table, re.MULTILINE))
    assert told == set(COMMANDS)


def test_every_target_of_make_is_documented():
    targets = re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    page = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    assert targets
    assert [target for target in targets if f"`make {target}`" not in page] == []


def test_every_module_is_tested():
    written = {path.name: path.read_text(encoding="utf-8") for path in (ROOT / "tests").glob("test_*.py")}
    modules = [path for package in PACKAGES for path in sorted((ROOT / package).rglob("*.py"))]
    untested = [_name(path) for path in modules if path.name != "__init__.py" and not _is_tested(path, written)]
    assert untested == [], "write tests/test_<module>.py, or say in TESTED_THROUGH where the module is tested"


def _is_tested(path: Path, written: dict[str, str]) -> bool:
    """Whether a test file bears the module's name or imports it, or is named for it in TESTED_THROUGH."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    called = {f"test_{'_'.join(parts[start:])}.py" for start in range(len(parts))}
    through = next((file for name, file in TESTED_THROUGH.items() if _name(path).startswith(name)), None)
    imported = (f"from {'.'.join(parts)} import", f"from {'.'.join(parts[:-1])} import {parts[-1]}")
    return (
        bool(called & written.keys()) or through in written or any(i in t for i in imported for t in written.values())
    )


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_what_is_said_to_be_tested_elsewhere_exists():
    assert [name for name in TESTED_THROUGH if not (ROOT / name).exists()] == []


def test_links_between_pages_lead_somewhere():
    broken = []
    for path in files():
        if path.suffix == ".md":
            targets = re.findall(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)", path.read_text(encoding="utf-8"))
            broken += [f"{_name(path)}: {target}" for target in targets if not (path.parent / target).exists()]
    assert broken == []


@pytest.mark.parametrize("pattern", [MACHINE, REGISTRY], ids=["machine path", "registry host"])
def test_no_file_speaks_of_a_machine(pattern):
    found = []
    for path in files():
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            if pattern.search(line):
                found.append(f"{_name(path)}:{number}: {line.strip()[:100]}")
    assert found == []


def test_the_patterns_find_what_they_are_for():
    assert MACHINE.search("open('/wo" + "rk/main')")
    assert REGISTRY.search("pip install --index" + "-url x")
    assert not MACHINE.search("docs/root/of/ours")
