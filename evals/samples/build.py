"""Build the sample families from their sources: ``python -m evals.samples.build``.

The same sources and the same versions of reportlab and python-docx give the same bytes.
"""

from __future__ import annotations

import sys
from pathlib import Path

from evals.samples import FAMILIES
from evals.samples.markup import parse
from evals.samples.pdf import print_pdf
from evals.samples.source import SourceError
from evals.samples.word import print_word

SOURCES = Path(__file__).parent / "sources"
NOTES = "NOTES.md"
"""The one file of a family that is for its readers and is not built."""


def build(sources: Path = SOURCES, families: Path = FAMILIES) -> list[Path]:
    """Build every source under ``sources`` into ``families``; the files written, in order of name.

    Raises:
        SourceError: when a source does not follow the markup.
        OSError: when a file cannot be written.
    """
    return [
        build_document(source, families / source.parent.name)
        for source in sorted(sources.glob("*/*.md"))
        if source.name != NOTES
    ]


def build_document(source: Path, folder: Path) -> Path:
    """Build one source into the folder, which is made if need be; the file written.

    Raises:
        SourceError: when the source does not follow the markup.
        OSError: when the file cannot be written.
    """
    parsed = parse(source)
    try:
        content = print_pdf(parsed) if parsed.meta.format == "pdf" else print_word(parsed)
    except SourceError as error:
        raise SourceError(f"{source.name}: {error}") from None
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"{source.stem}.{parsed.meta.format}"
    target.write_bytes(content)
    return target


def main() -> int:
    """Build both families and name each file written; the exit code."""
    try:
        for path in build():
            print(path.relative_to(FAMILIES))
    except SourceError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
