from pathlib import Path

import pytest

from evals.case import Scope
from evals.citation_metrics import verbatim
from evals.locate import LocatableText
from evals.tutorial import Tutorial
from evals.tutorial_system import PASSAGES, SHOWN, TutorialSystem, fill, locate_chunk, tutorial_folder
from ingest.document import Span
from ingest.library import Library
from tests.fake_bench import SENTENCES, TEXT, FakeShelf, make_case, make_document
from tests.fake_document import make_document as make_stored
from tests.fake_langchain import FakeEmbeddings


def make_system(folder: Path, text: str = TEXT) -> TutorialSystem:
    tutorial = Tutorial(folder / "store", FakeEmbeddings())
    for number, sentence in enumerate(text.split("\n")):
        path = folder / f"{number}.txt"
        path.write_text(sentence)
        tutorial.add("acme", "msa", path)
    return TutorialSystem(tutorial, FakeShelf())


def test_the_best_chunks_are_the_answer_and_stand_in_the_canonical_text(tmp_path: Path) -> None:
    case = make_case(1, question="How soon does the hotline answer?")
    answer = make_system(tmp_path).ask(case)
    assert answer.abstained is None
    assert answer.contract == "acme"
    assert len(answer.passages) == len(SENTENCES) < PASSAGES
    assert len(answer.statements) == SHOWN
    assert answer.passages[0].text == SENTENCES[0]
    score = verbatim(answer, FakeShelf())
    assert score is not None
    assert score.share == 1


def test_words_that_are_not_in_the_document_find_nothing(tmp_path: Path) -> None:
    answer = make_system(tmp_path, "The hotline is closed for ever.").ask(make_case(1))
    (passage,) = answer.passages
    assert (passage.start, passage.end) == (0, 0)
    score = verbatim(answer, FakeShelf())
    assert score is not None
    assert score.share == 0


def test_without_a_selected_contract_it_looks_everywhere(tmp_path: Path) -> None:
    system = make_system(tmp_path)
    case = make_case(1, contract="elsewhere")
    assert system.ask(case).passages == ()
    assert system.ask(case.model_copy(update={"scope": Scope.LIBRARY})).contract == "acme"


@pytest.mark.parametrize(
    ("chunk", "place"),
    [
        ("one two\nthree  four", (6, 24)),
        ("Running head\none two three\nfour", (6, 24)),  # the head is not in the text, the rest is most of the chunk
        ("A long running head of the page\none two", None),
        ("five\nsix", None),
        ("", None),
    ],
)
def test_a_chunk_is_located_whole_or_for_the_most_part(chunk: str, place: tuple[int, int] | None) -> None:
    span = locate_chunk(LocatableText("zero. one two three four. end"), chunk, None)
    assert span == (None if place is None else Span(*place))


def test_every_document_of_a_library_is_added_once(tmp_path: Path) -> None:
    library = Library(tmp_path / "home")
    (tmp_path / "levels.txt").write_text("The supplier answers within one hour.")
    with library.writing():
        library.add("acme", make_stored(), (), tmp_path / "levels.txt")
    tutorial = Tutorial(tutorial_folder(library, tmp_path), FakeEmbeddings())
    told: list[str] = []
    assert fill(tutorial, library, told.append) == [1]
    assert fill(tutorial, library, told.append) == []
    assert told == ["tutorial stack: levels"]


def test_another_state_of_a_library_has_another_folder(tmp_path: Path) -> None:
    library = Library(tmp_path / "home")
    before = tutorial_folder(library, tmp_path)
    (tmp_path / "levels.txt").write_text("words")
    with library.writing():
        library.add("acme", make_document(), (), tmp_path / "levels.txt")
    assert tutorial_folder(library, tmp_path) != before
