from pathlib import Path

import pytest

from evals.bench import highlights
from evals.bench.letters import letters_of
from ingest.document import Span
from ingest.pipeline import read_document
from tests import fake_pdf

LINES = (
    "1. Response",
    "The supplier answers within one hour.",
    "It reports each month in writing.",
    "2. Law",
    "The law of Ruritania applies.",
)


@pytest.fixture
def original(tmp_path: Path) -> Path:
    return fake_pdf.pdf(tmp_path / "levels.pdf", [fake_pdf.words(*LINES)])


def test_boxes_that_are_right_are_found_right(original: Path) -> None:
    checked = highlights.run([original], 3)
    assert len(checked) == 3
    assert all(each.right and each.letters for each in checked)


@pytest.mark.parametrize(("shift", "missed", "foreign"), [(-5, False, True), (5, True, False)])
def test_boxes_of_other_words_are_found_out(original: Path, shift: int, missed: bool, foreign: bool) -> None:
    """Letters of the words before are foreign; a quote that begins before its boxes has letters missed."""
    document = read_document(original)
    start = document.text.index("within one")
    with letters_of(original, ()) as seen:
        boxes = document.boxes

        class Shifted:
            """The boxes of more, or of fewer, words than those asked for."""

            def within(self, span: Span):  # type: ignore[no-untyped-def]
                return boxes.within(Span(span.start + 3 * shift, span.end))

        object.__setattr__(document, "boxes", Shifted())
        (checked,) = highlights.check(seen, "levels.pdf", document, Span(start, start + len("within one hour.")))
    assert (checked.missed > 0, checked.foreign > 0) == (missed, foreign)
    assert not checked.right


def test_the_command_says_what_is_right(original: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.4 broken")
    assert highlights.main([str(tmp_path)]) == 0
    assert "of 1 files: the boxes cover the words and nothing else" in " ".join(capsys.readouterr().out.split())
