"""Plain text and Markdown -> lines."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.read import read
from ingest.read.characters import clean
from ingest.read.markdown import inline
from ingest.read.text import decode
from ingest.reading import Reading


def saved(path: Path, text: str, encoding: str = "utf-8") -> Reading:
    path.write_bytes(text.encode(encoding))
    return read(path)


def test_plain_lines_and_gaps(tmp_path: Path) -> None:
    reading = saved(tmp_path / "a.txt", "1. Term\r\n\r\nThis lasts\r\n two\tyears.\r\n\n\nEnd\n")
    assert [(line.text, line.gap) for line in reading.lines] == [
        ("1. Term", False),
        ("This lasts", True),
        ("two years.", False),
        ("End", True),
    ]


def test_form_feeds_are_page_breaks(tmp_path: Path) -> None:
    reading = saved(tmp_path / "a.txt", "one\n\ftwo\fthree\n\f\n")
    assert [(line.text, line.page) for line in reading.lines] == [("one", 1), ("two", 2), ("three", 3)]
    assert (reading.page_count, reading.page_heights) == (3, (0.0, 0.0, 0.0))


def test_very_long_line_is_kept(tmp_path: Path) -> None:
    text = "word " * 50_000
    assert [line.text for line in saved(tmp_path / "a.txt", text).lines] == [text.strip()]


def test_control_and_invisible_characters_are_dropped(tmp_path: Path) -> None:
    reading = saved(
        tmp_path / "a.txt", "\ufeffThe\u00a0fee\u200b is\x07 100\u202f000\u00ad EUR\x1b\nand\u2028more words to be text"
    )
    assert [line.text for line in reading.lines] == ["The fee is 100 000 EUR", "and more words to be text"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    text = "Le Prestataire s’engage à résoudre l’incident dans un délai de quatre heures ouvrées, pénalité comprise."
    reading = saved(tmp_path / "a.txt", text, encoding)
    assert [line.text for line in reading.lines] == [text]
    assert bool(reading.warnings) == (encoding == "cp1252")


def test_a_byte_that_no_encoding_knows_is_shown_as_unknown() -> None:
    text, warnings = decode(b"caf\xe9 \x81 ol\xe9")
    assert text.startswith("caf")
    assert warnings


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("  a \t b  ", "a b"),
        ("\u00a0a\u2003b\u00a0", "a b"),
        ("a\u200bb\ufeff", "ab"),
        ("\uf0b7 item", "• item"),
        ("\x00\x01", ""),
    ],
)
def test_clean(text: str, expected: str) -> None:
    assert clean(text) == expected


MARKDOWN = """---
title: "Service levels"
slug: /sla
---
import { Card } from '@site/src/Card';

# Service **levels** #

Some *words* with a [link](https://example.org/a_(b)) and `code_x`
over two lines.

Hours
-----

| Priority | Response | |
| :--- | ---: | --- |
| **P1** | 15&nbsp;min | a \\| b |
| P2 | | |

- first item
  * nested __item__
1. numbered

```yaml
hidden: true
```
<Card
  href="/x"
  title="Not shown"
/>
:::warning[Take care]
> quoted<br/>words
:::

***
<!-- a comment
over lines -->
snake_case_name and 2 * 3 * 4 and 5\\*
"""


def test_markdown(tmp_path: Path) -> None:
    reading = saved(tmp_path / "a.md", MARKDOWN)
    assert reading.title == "Service levels"
    assert [(line.text, line.level, line.table) for line in reading.lines] == [
        ('title: "Service levels"', None, False),
        ("slug: /sla", None, False),
        ("Service levels", 1, False),
        ("Some words with a link and code_x", None, False),
        ("over two lines.", None, False),
        ("Hours", 2, False),
        ("Priority\tResponse", None, True),
        ("P1\t15 min\ta | b", None, True),
        ("P2", None, True),
        ("• first item", None, False),
        ("• nested item", None, False),
        ("1. numbered", None, False),
        ("Take care", None, False),
        ("quoted words", None, False),
        ("snake_case_name and 2 * 3 * 4 and 5*", None, False),
    ]
    assert [line.text for line in reading.lines if line.gap] == [
        "Service levels",
        "Some words with a link and code_x",
        "Hours",
        "Priority\tResponse",
        "• first item",
        "Take care",
        "snake_case_name and 2 * 3 * 4 and 5*",
    ]


def test_a_rule_of_dashes_after_an_empty_line_makes_no_heading(tmp_path: Path) -> None:
    reading = saved(tmp_path / "a.md", "Words\n\n---\n\nMore")
    assert [(line.text, line.level) for line in reading.lines] == [("Words", None), ("More", None)]


def test_front_matter_that_never_ends_is_text(tmp_path: Path) -> None:
    assert [line.text for line in saved(tmp_path / "a.md", "---\n\nterm: two years").lines] == ["term: two years"]


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("**bold** and __bold__ and ~~gone~~", "bold and bold and gone"),
        ("![logo](x.png) [**a**](b) [c][d]", "logo a c"),
        ("<https://example.org/x> <b>x</b> a < b > c", "https://example.org/x x a < b > c"),
        ("`**kept**`", "**kept**"),
        ("[to be agreed] (see 4.2)", "[to be agreed] (see 4.2)"),
        ("99.9 % < x < 100 %", "99.9 % < x < 100 %"),
    ],
)
def test_inline_marks(source: str, shown: str) -> None:
    assert inline(source) == shown
