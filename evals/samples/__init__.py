"""The sample contract families that ship with the package: invented companies, real drafting.

They carry the demonstration, the tests and the gold set; `evals.samples.build` makes them from their sources.
"""

from __future__ import annotations

from pathlib import Path

FAMILIES = Path(__file__).parent / "families"


def families() -> dict[str, Path]:
    """The folders of built files (.pdf, .docx) by contract name, in order of name.

    Raises:
        FileNotFoundError: when the package was installed without its sample files.
    """
    if not FAMILIES.is_dir():
        raise FileNotFoundError(f"expected the sample families in {FAMILIES}, found no such folder; install again")
    return {folder.name: folder for folder in sorted(FAMILIES.iterdir()) if folder.is_dir()}
