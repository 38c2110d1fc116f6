"""Point the questions on the sample families to where their evidence stands: ``python -m evals.rebind``.

For whoever changed a family, a question or the reading of files. Each quote is looked for anew, and its offsets and page
are written into the sets; a set in which something is wrong stays as it is.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from evals.case import Case, Evidence
from evals.errors import GoldError
from evals.goldset import check, locate, read_cases
from evals.locate import LocatableText
from evals.samples import families
from evals.samples.shelf import FamilyShelf
from evals.shelf import Shelf, find_document

GOLD = Path(__file__).parent / "gold"
SETS = ("samples-en.jsonl", "samples-fr.jsonl", "held-back.jsonl")
"""The sets on the sample families; the last is asked once, when a version is finished."""


def rebind(path: Path, shelf: Shelf) -> list[Case]:
    """Locate the evidence of a set anew and write the set; the cases as written.

    Raises:
        GoldError: when the set cannot be read, or naming every fault; the file is then as it was.
    """
    afresh = [_unplaced(case) for case in read_cases(path)]
    bound = [_paged(case, shelf) for case in locate(afresh, shelf)]
    faults = [*ambiguities(afresh, shelf), *check(bound, shelf)]
    if faults:
        raise GoldError("\n".join([f"{path.name} does not fit the sample families; it was left as it is:", *faults]))
    rows = [json.dumps(case.model_dump(mode="json", exclude_unset=True), ensure_ascii=False) for case in bound]
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return bound


def ambiguities(cases: Sequence[Case], shelf: Shelf) -> Iterator[str]:
    """The evidence that stands in several places of its document, so that nothing says which is meant."""
    for case in cases:
        for evidence in case.evidence:
            document = find_document(shelf, case.contract, evidence.document)
            places = LocatableText(document.text).places(evidence.quote) if document else []
            if len(places) > 1:
                yield f"{case.id}: expected one place of {evidence.quote[:40]!r}, found {len(places)}; quote more words"


def main(arguments: Sequence[str] | None = None) -> int:
    """Rebind the committed sets and say how many questions each holds; the exit code."""
    argparse.ArgumentParser(prog="python -m evals.rebind", description=__doc__).parse_args(arguments)
    shelf = FamilyShelf(families())
    try:
        for name in SETS:
            print(f"{name}: {len(rebind(GOLD / name, shelf))} questions")
    except GoldError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _unplaced(case: Case) -> Case:
    evidence = tuple(Evidence(document=e.document, quote=e.quote) for e in case.evidence)
    return case.model_copy(update={"evidence": evidence})


def _paged(case: Case, shelf: Shelf) -> Case:
    return case.model_copy(update={"evidence": tuple(_with_page(case.contract, e, shelf) for e in case.evidence)})


def _with_page(contract: str, evidence: Evidence, shelf: Shelf) -> Evidence:
    document = find_document(shelf, contract, evidence.document)
    if document is None or evidence.start is None:
        return evidence
    return evidence.model_copy(update={"page": document.page_at(evidence.start)})


if __name__ == "__main__":
    sys.exit(main())
