from collections.abc import Iterator

import pytest

from assistant.errors import AssistantError
from assistant.web import faults
from evals.errors import EvalError
from ingest.errors import IngestError


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
