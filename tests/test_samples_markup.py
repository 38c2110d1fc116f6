"""The markup of the sources: what each form becomes, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from evals.samples.markup import parse
from evals.samples.source import (
    Centred,
    Column,
    Heading,
    Item,
    Numbered,
    PageBreak,
    Plain,
    Signature,
    SourceError,
    Table,
)
from ingest.document import Role

FRONT = """---
title: Charges
role: pricing
format: pdf
language: en
header: Left | Right
footer: Page {page} of {pages}
---
"""


def written(folder: Path, body: str, front: str = FRONT) -> Path:
    path = folder / "source.md"
    path.write_text(front + body, encoding="utf-8")
    return path


def test_front_matter(tmp_path: Path) -> None:
    meta = parse(written(tmp_path, "Words.")).meta
    assert (meta.title, meta.role, meta.format, meta.contents, meta.cover) == (
        "Charges",
        Role.PRICING,
        "pdf",
        None,
        False,
    )


@pytest.mark.parametrize(
    ("line", "block"),
    [
        ("# 4. Term", Heading(1, "4.", "Term")),
        ("# ARTICLE 4 – DURÉE", Heading(1, "ARTICLE 4 –", "DURÉE")),
        ("# Article 4 : Durée", Heading(1, "Article 4 :", "Durée")),
        ("## 4.2 Renewal", Heading(2, "4.2", "Renewal")),
        ("# General matters", Heading(1, None, "General matters")),
        ("4.2.1 The Provider shall act.", Numbered("4.2.1", "The Provider shall act.")),
        ("(a) first", Item(0, "(a)", "first")),
        ("  (ii) second", Item(1, "(ii)", "second")),
        ("b) deuxième", Item(0, "b)", "deuxième")),
        ("– tiret", Item(0, "–", "tiret")),
        ("Plain words", Plain("Plain words")),
        ("> the tail", Plain("the tail", indented=True)),
        ("---", PageBreak()),
        ("Formula: a / b", Centred("a / b", bold=False)),
        ("Centre: BETWEEN", Centred("BETWEEN", bold=True)),
        ("Signature: A plc | Jo | Director | Hull, 1 May", Signature("A plc", "Jo", "Director", "Hull, 1 May")),
    ],
)
def test_a_line_becomes_a_block(line: str, block: object, tmp_path: Path) -> None:
    assert parse(written(tmp_path, line)).blocks == (block,)


def test_the_lines_of_a_paragraph_are_joined(tmp_path: Path) -> None:
    assert parse(written(tmp_path, "4.2 One\ntwo\n4.3 Three")).blocks == (
        Numbered("4.2", "One two"),
        Numbered("4.3", "Three"),
    )


def test_a_table_with_its_caption(tmp_path: Path) -> None:
    table = Table("Rates", (Column(3, "left"), Column(5, "right")), (("Role", "Rate"), ("Tester|QA", "£5")))
    source = "Table: Rates\n\n| Role | Rate |\n|---|-----:|\n| Tester\\|QA | £5 |"
    assert parse(written(tmp_path, source)).blocks == (table,)


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("x ≥ y", "Windows-1252"),
        ("| a | b |\n|---|---|\n| only one |", "2 cells"),
        ("| a |\n|---|", "a separator row and a row"),
        ("Table: Rates\n\nwords", "expected a table after the caption"),
        ("Signature: A plc | Jo", "Signature:"),
        ("#### 1. Too deep", "one to three '#'"),
    ],
)
def test_a_body_that_breaks_the_markup_is_refused(body: str, message: str, tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=message):
        parse(written(tmp_path, body))


@pytest.mark.parametrize(
    ("front", "message"),
    [
        ("", "front matter"),
        (FRONT.replace("role: pricing\n", ""), "lacks role"),
        (FRONT.replace("pricing", "prizing"), "expected a role"),
        (FRONT.replace("title:", "tilte:"), "expected a key"),
        (FRONT.replace("format: pdf", "format: docx\ncontents: yes"), "PDF only"),
        (FRONT.replace("language: en", "language: de"), "language en or fr"),
    ],
)
def test_front_matter_that_breaks_the_markup_is_refused(front: str, message: str, tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=message):
        parse(written(tmp_path, "Words.", front))
