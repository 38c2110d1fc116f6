"""What the tests of the pages share: an app without a browser, a contract to draw, answers that are scripted."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from assistant.answer import Abstention, Answer, Citation, FoundPassage, Statement, Verdict
from assistant.web import launch, visitor
from ingest.document import Span
from ingest.pipeline import ingest, plan
from tests import fake_pdf
from tests.fake_parts import FakeParts, ScriptedParts

APP = str(Path(launch.__file__).with_name("app.py"))
CLAUSE = "The supplier shall answer A < B & every critical incident within fifteen minutes."
HEADING = "1. Response :smile: $x$"
PAGE_OF_CONTRACTS = """
if __name__ == "__main__":  # the processes that read files run this script too
    from assistant.web import contracts

    contracts.draw()
"""


def shown(at: AppTest) -> str:
    return "".join(html.proto.body for html in at.get("html"))


def start(parts: FakeParts, script: str = "", locale: str = "en-GB") -> AppTest:
    at = AppTest.from_string(script, default_timeout=20) if script else AppTest.from_file(APP, default_timeout=20)
    at.session_state["parts"] = parts
    at.context["locale"] = locale
    return at.run()


def press(at: AppTest, label: str) -> AppTest:
    """Press the button of that label."""
    return next(button for button in at.button if button.label == label).click().run()


def wait_for_jobs(parts: FakeParts, at: AppTest) -> None:
    """Wait until what the page has put is done, and draw it anew."""
    background = visitor.background_of(str(parts.settings.home), parts)
    background.runner.close(60)
    at.run()


def fill(parts: FakeParts, folder: Path) -> None:
    """One contract, Acme: a PDF, and the same words in Markdown."""
    folder.mkdir()
    fake_pdf.pdf(folder / "levels.pdf", [fake_pdf.words(HEADING, CLAUSE, "2. Reports", "Each month.")])
    (folder / "notes.md").write_text(f"# {HEADING}\n\n{CLAUSE}\n\n# 2. Reports\n\nEach month.\n")
    outcomes = ingest(plan([folder], "Acme"), parts.library, parts.index, parts.embedder)
    assert [outcome.message for outcome in outcomes] == ["", ""]


@pytest.fixture(autouse=True)
def own_main(monkeypatch: pytest.MonkeyPatch) -> None:
    """AppTest leaves its script behind as __main__, which the processes that read files would look for in vain."""
    monkeypatch.setitem(sys.modules, "__main__", sys.modules["__main__"])


@pytest.fixture
def parts(tmp_path: Path) -> ScriptedParts:
    parts = ScriptedParts(tmp_path / "home")
    fill(parts, tmp_path / "files")
    return parts


def citation(parts: FakeParts, name: str = "levels", quote: str = "critical incident") -> Citation:
    record = next(d for d in parts.library.contract("Acme").documents if d.name == name)
    document = parts.library.document(record.id)
    start = document.text.index(quote)
    clause = next(c for c in document.clauses if c.span.contains(Span(start, start + 1)))
    return Citation("Acme", name, clause.label, 1, start, start + len(quote), quote, record.id, clause.id)


def answer(*statements: Statement, abstained: Abstention | None = None, near: Citation | None = None) -> Answer:
    passages = (
        [FoundPassage("Acme", near.document, near.clause, 1, near.start, near.end, 1.0, document_id=near.document_id)]
        if near
        else []
    )
    return Answer("How fast?", "en", "Acme", abstained, "It is silent on that.", statements, tuple(passages))


def asked(parts: ScriptedParts, reply: Answer) -> AppTest:
    """The page after a question that got this reply."""
    parts.replies.append(reply)
    at = start(parts)
    return at.chat_input(key="question").set_value("How fast?").run()


def quoted(cited: Citation) -> Answer:
    """An answer that is one quote."""
    return answer(Statement(cited.quote, Verdict.QUOTED, (cited,)))
