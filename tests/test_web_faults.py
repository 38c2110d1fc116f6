from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.errors import AssistantError
from assistant.web import faults
from assistant.web.words import FRENCH
from evals.errors import EvalError
from ingest.errors import IngestError
from tests.fake_parts import FakeParts
from tests.web_pages import shown, start


def kinds(root: type[Exception]) -> Iterator[type[Exception]]:
    yield root
    for kind in root.__subclasses__():
        yield from kinds(kind)


@pytest.mark.parametrize("root", [AssistantError, EvalError, IngestError])
def test_every_error_is_told_in_french_and_escaped(root: type[Exception]) -> None:
    for kind in kinds(root):
        html = faults.told(kind("expected <i>x</i>"), "fr")
        assert "&lt;i&gt;" in html
        assert not html.startswith('<div class="cl-fault" role="alert">expected')


def test_in_english_the_sentence_stands_alone() -> None:
    assert faults.told(IngestError("expected x"), "en") == '<div class="cl-fault" role="alert">expected x</div>'


def test_what_nobody_expected_is_told_in_the_language_of_the_page_and_gives_nothing_away(tmp_path: Path) -> None:
    script = "from assistant.web import session\nassert session.tell_unexpected(ValueError('secret clause'))"
    at = start(FakeParts(tmp_path), script, "fr-FR")
    assert not at.exception
    assert FRENCH.unexpected in shown(at)
    assert "secret" not in shown(at)
