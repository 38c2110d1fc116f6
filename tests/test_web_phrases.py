"""Every sentence that a page may show of an error or of a reader is known in French: looked up in the sources that raise them."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant import classroom, family, quiz
from assistant.web import faults, phrases
from ingest import bounded, names, outline, read, scans
from ingest.errors import DamagedFile

SOURCES = sorted(
    [
        *Path(read.__file__).parent.glob("*.py"),
        *(Path(str(module.__file__)) for module in (bounded, classroom, family, names, outline, quiz, scans)),
    ]
)
TELLING = re.compile(
    r"^[A-Z]\w*(File|File\w+|Missing|Format|Layer|Error|Contract|Little|Particular|Large)$|warnings\.append$"
)
"""What is called with the sentence of an error, or with a reader's note."""
NOTING = ("_warnings", "_offered")
"""The functions that yield a reader's notes."""


def texts(node: ast.AST | None) -> list[str]:
    """What a string may say: a value that is put in stands as "7", and of two words that depend on a count the first."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return [node.value]
    if isinstance(node, ast.JoinedStr):
        return ["".join(_part(part) for part in node.values)]
    if isinstance(node, ast.IfExp):
        return [*texts(node.body), *texts(node.orelse)]
    return []


def _part(part: ast.expr) -> str:
    if isinstance(part, ast.Constant):
        return str(part.value)
    value = part.value if isinstance(part, ast.FormattedValue) else part
    if isinstance(value, ast.IfExp):
        return texts(value)[0]
    return {"MARKS_TOLD": read.characters.MARKS_TOLD}.get(ast.unparse(value), "7")


def sentences(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and node.args and TELLING.search(ast.unparse(node.func)):
            yield from texts(node.args[0])
        elif isinstance(node, ast.FunctionDef) and node.name in NOTING:
            for told in ast.walk(node):
                yield from texts(told.value if isinstance(told, ast.Yield) else None)


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_what_is_raised_and_noted_is_known_in_french(path: Path) -> None:
    assert [sentence for sentence in sentences(path) if phrases.in_french(sentence) is None] == []


def test_the_sources_are_found_and_hold_many_sentences() -> None:
    assert sum(1 for path in SOURCES for _ in sentences(path)) > 80


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
