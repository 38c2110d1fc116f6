"""Every sentence that a page may show of an error or of a reader is known in French: looked up in the sources that raise them."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import assistant
from assistant.errors import AssistantError
from assistant.web import faults, phrases
from evals.errors import EvalError
from ingest.errors import DamagedFile, IngestError
from ingest.read.characters import MARKS_TOLD

ROOT = Path(str(assistant.__file__)).parents[1]
TOLD_ON_A_TERMINAL = re.compile(
    r"assistant/(__main__|cli|batch)\.py|assistant/commands/|"
    r"evals/(bench|samples|training)/|evals/(attack|checking|compare|judges|model_judge|pair|question_table|rebind|small_model|tutorial)\.py"
)
"""The modules whose errors only the command line meets."""
SOURCES = sorted(
    path
    for package in ("assistant", "evals", "ingest")
    for path in (ROOT / package).rglob("*.py")
    if not TOLD_ON_A_TERMINAL.match(path.relative_to(ROOT).as_posix())
)


def kinds(root: type[Exception]) -> Iterator[str]:
    yield root.__name__
    for kind in root.__subclasses__():
        yield from kinds(kind)


TELLING = {name for root in (AssistantError, EvalError, IngestError) for name in kinds(root)} | {"warnings.append"}
"""What is called with the sentence of an error, or with a reader's note."""
NOTING = ("_warnings", "_offered", "_fault_of", "_evidence_present", "_literals_grounded", "_literals_held")
"""The functions that yield or return a reader's notes, or the faults of a question that somebody keeps."""


def texts(node: ast.AST | None) -> list[str]:
    """What a string may say: a value that is put in stands as "7", and of two words that depend on a count the first."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return [node.value]
    if isinstance(node, ast.JoinedStr):
        return ["".join(_part(part) for part in node.values)]
    if isinstance(node, ast.IfExp):
        return [*texts(node.body), *texts(node.orelse)]
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "join":
        return texts(node.args[0])
    if isinstance(node, ast.List):
        return texts(node.elts[0])
    return []


def _part(part: ast.expr) -> str:
    if isinstance(part, ast.Constant):
        return str(part.value)
    value = part.value if isinstance(part, ast.FormattedValue) else part
    if isinstance(value, ast.IfExp):
        return texts(value)[0]
    return {"MARKS_TOLD": MARKS_TOLD}.get(ast.unparse(value), "7")


def sentences(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and node.args and ast.unparse(node.func) in TELLING:
            yield from texts(node.args[0])
        elif isinstance(node, ast.FunctionDef) and node.name in NOTING:
            for told in ast.walk(node):
                said = texts(told.value) if isinstance(told, ast.Yield | ast.Return) else []
                yield from (f"set-1: {each}" if path.stem == "goldset" else each for each in said)


@pytest.mark.parametrize("package", ["assistant", "evals", "ingest"])
def test_what_is_raised_and_noted_is_known_in_french(package: str) -> None:
    of_package = [path for path in SOURCES if path.is_relative_to(ROOT / package)]
    unknown = [
        f"{path.name}: {sentence}"
        for path in of_package
        for sentence in sentences(path)
        if phrases.in_french(sentence) is None
    ]
    assert unknown == []


def test_the_sources_are_found_and_hold_many_sentences() -> None:
    assert sum(1 for path in SOURCES for _ in sentences(path)) > 180


def test_a_sentence_keeps_what_it_says_of_its_case() -> None:
    english = "bail signé.pdf: expected a Word document by its extension, got a PDF by its content; give the file its right extension"
    assert phrases.in_french(english) == (
        "bail signé.pdf : l’extension annonce : document Word ; le contenu est : PDF ; donnez au fichier la bonne extension"
    )
    assert phrases.told("page 3: 1 hidden word (tiny), read like the others", "fr") == (
        "page 3 : 1 mot caché (minuscules), lu comme les autres"
    )
    assert phrases.told("pages 1-3, 7: turned upright to be read", "en") == "pages 1-3, 7: turned upright to be read"


def test_braces_and_other_sentences_pass_as_they_are() -> None:
    assert phrases.told("{name} changed while it was being read; ingest it again", "fr").startswith("{name} a changé")
    assert phrases.in_french("the disk sings") is None
    assert phrases.told("the disk sings", "fr") == "the disk sings"


def test_an_error_on_a_french_page_holds_no_english() -> None:
    html = faults.told(DamagedFile("x.pdf: expected a well-formed PDF, got: no header; fetch the file again"), "fr")
    assert "Le PDF" in html.replace("le PDF", "Le PDF")
    assert "expected" not in html


def test_days_and_words_in_a_row_are_french_within_a_sentence() -> None:
    english = "replaces the version added on 1 October 2024: 2 changed (3, 4.1), 1 added (text without a number)"
    assert phrases.in_french(english) == (
        "remplace la version ajoutée le 1er octobre 2024 : modifiées : 2 (3, 4.1) ; ajoutées : 1 (texte sans numéro)"
    )


def test_several_sentences_are_told_a_line_each_or_not_at_all() -> None:
    fault = "reported-1: expected evidence for an answerable question, found none"
    assert phrases.in_french(f"nothing was added:\n{fault}") == (
        "rien n’a été ajouté :\nreported-1 : une question qui a sa réponse doit avoir ses mots, il n’y en a aucun"
    )
    assert phrases.in_french("nothing was added:\nthe disk sings") is None
