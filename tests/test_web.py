from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from assistant.answer import Abstention, Amended, Answer, Citation, FoundPassage, Statement, Verdict
from assistant.conversations import Conversations
from assistant.errors import BadQuestion
from assistant.web import launch, uploads, visitor
from assistant.web.words import ENGLISH, FRENCH
from evals.goldset import check, read_cases
from evals.reported import reported_set
from ingest.document import Span
from ingest.pipeline import ingest, plan
from ingest.said import Said
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
    return "".join(html.proto.body for html in at.get("html") if not html.proto.body.startswith("<style>"))


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


def test_an_empty_library_offers_the_samples_and_the_page_that_adds(tmp_path: Path) -> None:
    at = start(FakeParts(tmp_path))
    assert ENGLISH.empty_title in shown(at)
    assert [button.label for button in at.button] == [ENGLISH.load_samples, ENGLISH.go_to_contracts]
    at.button(key="go-to-contracts").click().run()
    assert not at.exception
    assert ENGLISH.add_title in shown(at)


def test_the_browser_chooses_the_language_until_the_switch_does(parts: ScriptedParts) -> None:
    at = start(parts, locale="fr-FR")
    assert FRENCH.tagline.replace("'", "&#x27;") in shown(at)
    at.segmented_control(key="language").set_value("en").run()
    assert ENGLISH.tagline in shown(at)


def test_an_answer_shows_its_quote_and_a_chip_that_opens_the_marked_page(parts: ScriptedParts) -> None:
    cited = citation(parts)
    parts.replies.append(answer(Statement(cited.quote, Verdict.QUOTED, (cited,))))
    at = start(parts)
    at.chat_input(key="question").set_value("How fast?").run()
    assert f'<blockquote class="cl-quote"><p>{cited.quote}</p></blockquote>' in shown(at)
    assert not at.get("image")
    at.button(key="chip-0-0-0").click().run()
    assert not at.exception
    assert len(at.get("image")) == 1
    assert "<mark>critical incident</mark>" in shown(at)
    at.button(key="close-original").click().run()
    assert not at.get("image")


def test_a_citation_of_a_format_without_pages_opens_the_clause_as_text(parts: ScriptedParts) -> None:
    cited = citation(parts, "notes")
    parts.replies.append(answer(Statement(cited.quote, Verdict.QUOTED, (cited,))))
    at = start(parts)
    at.chat_input(key="question").set_value("How fast?").run()
    at.button(key="chip-0-0-0").click().run()
    assert not at.get("image")
    assert "A &lt; B &amp; every <mark>critical incident</mark>" in shown(at)


def test_a_chip_shows_the_clause_as_it_is_written(parts: ScriptedParts) -> None:
    cited = citation(parts)
    parts.replies.append(answer(Statement(cited.quote, Verdict.QUOTED, (cited,))))
    at = start(parts)
    at.chat_input(key="question").set_value("How fast?").run()
    label = at.button(key="chip-0-0-0").label
    assert "\\$x\\$" in label
    assert ":smile:" not in label.replace("\\", "")


def test_the_assistant_is_given_the_contract_and_the_conversation(parts: ScriptedParts) -> None:
    parts.replies += [answer(), answer()]
    at = start(parts)
    at.selectbox(key="contract").set_value("Acme").run()
    at.button(key="first-0").click().run()
    at.chat_input(key="question").set_value("And at night?").run()
    (first, contract, no_history), (second, _, history) = parts.assistant.asked
    assert (first, second, contract, no_history) == (ENGLISH.first_questions[0], "And at night?", "Acme", ())
    assert [(turn.role, turn.content) for turn in history] == [("user", first), ("assistant", "It is silent on that.")]
    at.button(key="start-again").click().run()
    assert "cl-question" not in shown(at)


def test_silence_looks_different_and_offers_the_nearest_clauses(parts: ScriptedParts) -> None:
    parts.replies.append(answer(abstained=Abstention.ABSENT, near=citation(parts)))
    at = start(parts)
    at.chat_input(key="question").set_value("How fast?").run()
    assert 'class="cl-silence cl-absent"' in shown(at)
    assert "cl-statement" not in shown(at)
    at.button(key="chip-0-near-0").click().run()
    assert len(at.get("image")) == 1


def test_an_ambiguous_question_is_asked_again_of_the_chosen_contract(parts: ScriptedParts) -> None:
    parts.replies += [answer(abstained=Abstention.AMBIGUOUS, near=citation(parts)), answer()]
    at = start(parts)
    at.selectbox(key="contract").set_value("").run()
    at.chat_input(key="question").set_value("How fast?").run()
    at.button(key="choice-0-0").click().run()
    assert [(question, contract) for question, contract, _ in parts.assistant.asked] == [
        ("How fast?", None),
        ("How fast?", "Acme"),
    ]
    assert at.selectbox(key="contract").value == "Acme"


def test_an_error_is_a_sentence_and_the_conversation_goes_on(parts: ScriptedParts) -> None:
    parts.replies += [BadQuestion("Expected a question, got <nothing>; ask one."), answer()]
    at = start(parts)
    at.chat_input(key="question").set_value("?").run()
    assert not at.exception
    assert "Expected a question, got &lt;nothing&gt;; ask one." in shown(at)
    at.chat_input(key="question").set_value("How fast?").run()
    assert parts.assistant.asked[1][2] == ()


def test_in_french_an_error_says_in_french_what_it_is(parts: ScriptedParts) -> None:
    parts.replies.append(BadQuestion("expected <b>, got none"))
    at = start(parts, locale="fr-FR")
    at.chat_input(key="question").set_value("Quoi ?").run()
    assert "La question est vide ou trop longue." in shown(at)
    assert '<p lang="en"><small>expected &lt;b&gt;, got none</small></p>' in shown(at)


def test_a_document_that_was_removed_is_told_and_the_conversation_stays(parts: ScriptedParts) -> None:
    cited = citation(parts)
    parts.replies.append(answer(Statement(cited.quote, Verdict.QUOTED, (cited,))))
    at = start(parts)
    at.chat_input(key="question").set_value("How fast?").run()
    with parts.library.writing():
        parts.library.remove("Acme", "levels")
    at.button(key="chip-0-0-0").click().run()
    assert not at.exception
    assert 'role="alert"' in shown(at)
    assert "cl-quote" in shown(at)


def test_the_day_and_how_the_contract_stands_on_it_are_at_the_top(parts: ScriptedParts) -> None:
    parts.replies.append(answer())
    with parts.library.writing():
        parts.library.say("Acme", Said("levels", "role", "framework"))
        parts.library.say("Acme", Said("levels", "effective", "2024-10-01"))
    at = start(parts)
    assert at.selectbox(key="contract").value == "Acme"  # the only one
    at.date_input(key="as-of").set_value(date(2024, 3, 1)).run()
    at.chat_input(key="question").set_value("How fast?").run()
    assert not at.exception
    assert parts.assistant.days == [date(2024, 3, 1)]


def test_first_questions_are_drawn_from_the_clauses_of_the_contract(tmp_path: Path) -> None:
    parts = ScriptedParts(tmp_path / "home", answer())
    (tmp_path / "msa.md").write_text("# 1. Termination\n\nEither party ends the contract with a notice of a month.\n")
    assert [
        o.message for o in ingest(plan([tmp_path / "msa.md"], "Acme"), parts.library, parts.index, parts.embedder)
    ] == [""]
    at = start(parts)
    (offered,) = [button for button in at.button if (button.key or "").startswith("first-")]
    assert "How much notice ends the contract" in offered.label
    assert "1 Termination" in offered.label
    offered.click().run()
    assert parts.assistant.asked[0][0] == "How much notice ends the contract?"


def test_a_follow_up_shows_how_it_was_read(parts: ScriptedParts) -> None:
    parts.replies.append(replace(answer(), trace={"searched": "How fast? And at <night>?"}))
    at = start(parts)
    at.chat_input(key="question").set_value("And at night?").run()
    assert "Read as: How fast? And at &lt;night&gt;?" in shown(at)


def test_superseded_uncertain_and_scanned_words_look_different(parts: ScriptedParts) -> None:
    cited = citation(parts)
    new = Amended("notes", "2", 1, 0, 4, "Each", citation(parts, "notes").document_id, "2024-10-01")
    gone = replace(cited, in_force=False, superseded_by=(new,))
    unsure = replace(cited, in_force=None, confidence=0.61)
    parts.replies.append(answer(*(Statement(c.quote, Verdict.QUOTED, (c,)) for c in (cited, gone, unsure))))
    at = start(parts)
    at.chat_input(key="question").set_value("How fast?").run()
    page = shown(at)
    assert page.count("cl-badge-quoted") == 1
    assert "cl-statement cl-quoted cl-superseded" in page
    assert "no longer in force, superseded from 2024-10-01 by notes, 2, p. 1" in page
    assert "cl-badge-uncertain" in page
    assert "cl-badge-scan" in page
    at.button(key="chip-0-1-1").click().run()  # the words that came in their place
    assert "<mark>1. R</mark>" in shown(at)


def test_the_address_names_what_is_open_and_opens_it_again(parts: ScriptedParts) -> None:
    cited = citation(parts)
    parts.replies.append(answer(Statement(cited.quote, Verdict.QUOTED, (cited,))))
    at = start(parts)
    at.chat_input(key="question").set_value("How fast?").run()
    at.button(key="chip-0-0-0").click().run()
    told = dict(at.query_params.items())
    assert told == {
        "contract": "Acme",
        "document": "levels",
        "clause": "1",
        "words": f"{cited.start}-{cited.end}",
    }
    again = AppTest.from_file(APP, default_timeout=20)
    again.session_state["parts"] = parts
    again.query_params.update(told)
    again.run()
    assert len(again.get("image")) == 1
    assert "<mark>critical incident</mark>" in shown(again)
    again.button(key="close-original").click().run()
    assert not again.query_params


def test_a_link_to_a_clause_that_is_gone_is_told_and_the_page_is_drawn(parts: ScriptedParts) -> None:
    at = AppTest.from_file(APP, default_timeout=20)
    at.session_state["parts"] = parts
    at.query_params.update({"contract": "Acme", "clause": "77"})
    at.run()
    assert not at.exception
    assert 'role="alert"' in shown(at)
    assert at.selectbox(key="contract").value == "Acme"


def test_neighbouring_clauses_are_opened_in_turn(parts: ScriptedParts) -> None:
    cited = citation(parts)
    parts.replies.append(answer(Statement(cited.quote, Verdict.QUOTED, (cited,))))
    at = start(parts)
    at.chat_input(key="question").set_value("How fast?").run()
    at.button(key="chip-0-0-0").click().run()
    at.button(key="neighbour-behind").click().run()
    assert "<h2>2 Reports</h2>" in shown(at)
    at.button(key="neighbour-before").click().run()
    assert not at.exception
    assert "<mark>" in shown(at)


def test_conversations_are_kept_found_and_resumed(parts: ScriptedParts) -> None:
    parts.replies += [answer(), replace(answer(), question="And the fee?")]
    at = start(parts)
    at.chat_input(key="question").set_value("How fast?").run()
    at.button(key="start-again").click().run()
    at.chat_input(key="question").set_value("And the fee?").run()
    assert [summary.exchanges for summary in Conversations(parts.settings.home).all()] == [1, 1]
    at.text_input(key="conversations-search").set_value("fast").run()
    (found,) = [button for button in at.button if (button.key or "").startswith("resume-")]
    found.click().run()
    assert not at.exception
    assert '<div class="cl-question">How fast?</div>' in shown(at)
    assert "And the fee?" not in shown(at)
    assert {each.key for each in at.get("download_button")} == {"export-markdown", "export-pdf"}


def test_an_answer_that_cannot_be_kept_is_shown_and_the_reason_told(parts: ScriptedParts) -> None:
    parts.replies.append(answer())
    (parts.settings.home / "conversations.sqlite").mkdir()
    at = start(parts)
    at.chat_input(key="question").set_value("How fast?").run()
    assert not at.exception
    assert "conversations.sqlite" in shown(at)
    assert '<p class="cl-from">From Acme</p>' in shown(at)


def test_a_wrong_answer_is_kept_for_the_next_evaluation(parts: ScriptedParts) -> None:
    parts.replies += [answer(), answer(abstained=Abstention.ABSENT)]
    at = start(parts)
    at.chat_input(key="question").set_value("How fast?").run()
    at.chat_input(key="question").set_value("And at night?").run()
    at.button(key="wrong-1").click().run()
    at.text_input(key="wrong-answer-1").set_value("Fifteen minutes.")
    at.text_area(key="wrong-evidence-1").set_value("within fifteen minutes")
    at.button(key="wrong-send-1").click().run()
    assert "levels, notes; say in which they stand" in shown(at)
    assert not reported_set(parts.settings.home).exists()
    at.selectbox(key="wrong-document-1").set_value("notes")
    at.button(key="wrong-send-1").click().run()
    assert not at.exception
    assert ENGLISH.wrong_kept.split("“")[0] in shown(at)
    (case,) = read_cases(reported_set(parts.settings.home))
    assert (case.answer, case.evidence[0].document, len(case.history)) == ("Fifteen minutes.", "notes", 2)
    assert check([case], parts.library) == []


def test_a_wrong_answer_of_no_contract_asks_for_one_and_cancelling_keeps_nothing(parts: ScriptedParts) -> None:
    parts.replies.append(replace(answer(abstained=Abstention.AMBIGUOUS, near=citation(parts)), contract=None))
    at = start(parts)
    at.chat_input(key="question").set_value("How fast?").run()
    at.button(key="wrong-0").click().run()
    assert at.selectbox(key="wrong-contract-0").value == "Acme"
    at.button(key="wrong-cancel-0").click().run()
    assert not at.exception
    assert not at.text_area
    assert not reported_set(parts.settings.home).exists()


def test_the_page_of_contracts_lists_what_is_stored(parts: ScriptedParts) -> None:
    page = shown(start(parts, PAGE_OF_CONTRACTS))
    assert "<h2>Acme</h2>" in page
    assert "levels.pdf" in page
    assert "notes.md" in page


def test_uploads_are_added_under_their_names_and_what_fails_is_told(parts: ScriptedParts) -> None:
    at = start(parts, PAGE_OF_CONTRACTS)
    sound, empty = ("sla.md", b"# 1. Levels\n\nWithin an hour.\n", "text/markdown"), ("bad.pdf", b"", "application/pdf")
    at.file_uploader(key="files-0").set_value([sound, empty])
    at.selectbox(key="family").set_value("Acme")
    press(at, ENGLISH.add)
    wait_for_jobs(parts, at)
    assert not at.exception
    assert [d.name for d in parts.library.contract("Acme").documents] == ["levels", "notes", "sla"]
    assert 'class="cl-added"' in shown(at)
    assert 'class="cl-failed"' in shown(at)
    assert at.file_uploader(key="files-1").value == []


def test_uploads_without_a_contract_are_refused(tmp_path: Path) -> None:
    parts = FakeParts(tmp_path)
    at = start(parts, PAGE_OF_CONTRACTS)
    at.file_uploader(key="files-0").set_value([("sla.md", b"# 1. Levels\n", "text/markdown")])
    press(at, ENGLISH.add)
    assert ENGLISH.need_family in shown(at)
    assert parts.library.contracts() == []


class Sent:
    def __init__(self, name: str, size: int = 1) -> None:
        self.name = name
        self.size = size

    def getvalue(self) -> bytes:
        return b"x"


def test_too_many_and_too_large_files_are_refused() -> None:
    assert uploads.refusal([Sent("a.md")] * uploads.MOST_FILES, ENGLISH) is None
    assert "at most 40 files" in (uploads.refusal([Sent("a.md")] * (uploads.MOST_FILES + 1), ENGLISH) or "")
    assert "scan.pdf is larger" in (uploads.refusal([Sent("scan.pdf", 51_000_000)], ENGLISH) or "")


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\contracts\\msa.pdf", "msa.pdf"),
        ("a\x00b\n.pdf", "ab.pdf"),
        (".hidden.md", "hidden.md"),
        ("..", "unnamed"),
        ("", "unnamed"),
    ],
)
def test_names_of_uploads_lead_nowhere(name: str, safe: str) -> None:
    assert uploads.safe_name(name) == safe


def test_uploads_of_one_name_do_not_collide(tmp_path: Path) -> None:
    paths = uploads.save([Sent("x" * 400 + ".pdf"), Sent("a.md"), Sent("a.md")], tmp_path)
    assert len({path for path in paths if path.read_bytes() == b"x"}) == 3
    assert max(len(path.name) for path in paths) < 130


def test_the_server_listens_here_alone_and_reports_nothing() -> None:
    command = launch.command("localhost", 8501)
    assert {"--server.address=localhost", "--browser.gatherUsageStats=false", "--server.headless=true"} <= set(command)
    assert f"--server.maxUploadSize={uploads.LARGEST}" in command
