"""Files and lines that nobody meant: mutated files, and lines thrown together from the pieces of contracts."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Callable
from dataclasses import replace

from ingest.reading import Line

MOST_LINES = 60
_PIECES = (
    *(
        "1.",
        "2.",
        "3.",
        "4.",
        "1.1",
        "1.2",
        "2.1",
        "4.2.1",
        "10.10",
        "(a)",
        "(b)",
        "(c)",
        "(i)",
        "(ii)",
        "(v)",
        "a)",
        "i.",
        "A.",
        "B.",
        "I.",
        "IV.",
    ),
    *(
        "ARTICLE 1",
        "Article 2 –",
        "Article 1er :",
        "ARTICLE I1",
        "Section 4.2",
        "Annexe B",
        "SCHEDULE 1",
        "EXHIBIT A",
        "Titre II",
        "§ 3",
        "99999999999",
    ),
    *(
        "TERM",
        "FEES AND PAYMENT",
        "Definitions",
        "Durée",
        "[LETTERHEAD]",
        "Acme Services Limited",
        "BETWEEN",
        "WHEREAS:",
        "IN WITNESS WHEREOF",
    ),
    *(
        "The Provider shall perform the Services",
        "visé à l’article 8",
        "as set out in clause 12.3,",
        "and",
        "of",
        "page 3 of 9",
        "• item",
        "12,5 %",
    ),
    *(
        "“Term” means two years.",
        "........ 7",
        "_____",
        "\t",
        "P1\t1 h\t2 h",
        "\u00a0",
        "\ufffd",
        "é",
        "𝔘",
        "x" * 300,
        "-",
        "–",
        ";",
        ".",
    ),
)


def random_lines(chance: random.Random) -> list[Line]:
    """Lines in any order, with any look."""
    lines = []
    for _ in range(chance.randrange(MOST_LINES)):
        words = " ".join(chance.choice(_PIECES) for _ in range(chance.randrange(1, 5))).strip()
        if words:
            lines.append(_looking(Line(words, 1), chance))
    return lines


def _looking(line: Line, chance: random.Random) -> Line:
    return replace(
        line,
        page=1,
        size=chance.choice((0.0, 9.0, 10.0, 16.0)),
        bold=chance.random() < 0.2,
        level=chance.choice((None, None, None, 1, 2, 6)),
        gap=chance.random() < 0.4,
        table="\t" in line.text and chance.random() < 0.7,
    )


def mutated(content: bytes, chance: random.Random) -> bytes:
    """The content with one to eight mutations."""
    for _ in range(chance.randrange(1, 9)):
        content = chance.choice(_MUTATIONS)(content, chance)
    return content


def mutated_package(content: bytes, chance: random.Random) -> bytes:
    """A zip package with one of its parts mutated, its checksums right again; any other content as `mutated`."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            parts = {name: package.read(name) for name in package.namelist()}
    except (zipfile.BadZipFile, ValueError):
        return mutated(content, chance)
    name = chance.choice(sorted(parts))
    parts[name] = mutated(parts[name], chance)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        for each, part in parts.items():
            package.writestr(each, part)
    return made.getvalue()


def _flip(content: bytes, chance: random.Random) -> bytes:
    if not content:
        return content
    at = chance.randrange(len(content))
    return content[:at] + bytes([content[at] ^ (1 << chance.randrange(8))]) + content[at + 1 :]


def _delete(content: bytes, chance: random.Random) -> bytes:
    start, end = _range(content, chance)
    return content[:start] + content[end:]


def _repeat(content: bytes, chance: random.Random) -> bytes:
    start, end = _range(content, chance)
    return content[:end] + content[start:end] * chance.randrange(1, 4) + content[end:]


def _move(content: bytes, chance: random.Random) -> bytes:
    start, end = _range(content, chance)
    rest = content[:start] + content[end:]
    at = chance.randrange(len(rest) + 1)
    return rest[:at] + content[start:end] + rest[at:]


def _insert(content: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(content) + 1)
    return content[:at] + chance.randbytes(chance.randrange(1, 40)) + content[at:]


def _truncate(content: bytes, chance: random.Random) -> bytes:
    return content[: chance.randrange(len(content) + 1)]


def _number(content: bytes, chance: random.Random) -> bytes:
    """Another number in place of a digit: lengths, offsets and counts that lie."""
    places = [at for at in range(0, len(content), max(1, len(content) // 4_000)) if chr(content[at]).isdigit()]
    if not places:
        return content
    at = chance.choice(places)
    return content[:at] + chance.choice((b"0", b"-1", b"9999999999", b"65536")) + content[at + 1 :]


def _range(content: bytes, chance: random.Random) -> tuple[int, int]:
    start = chance.randrange(len(content) + 1)
    return start, min(len(content), start + chance.choice((1, 4, 30, 200, 2_000)))


_MUTATIONS: tuple[Callable[[bytes, random.Random], bytes], ...] = (
    *(_flip, _flip, _delete, _repeat, _move, _insert, _number, _number, _truncate),
)
