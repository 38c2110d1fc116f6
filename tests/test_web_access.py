"""The pages as somebody sees them who may see one contract only: the other is nowhere on them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from assistant.audit import Audit
from assistant.background import INGEST
from assistant.learning.classroom import Classroom
from assistant.learning.quiz import QuizMaker
from assistant.web import find_search, visitor
from assistant.web.adding_words import ENGLISH as ADDING
from assistant.web.learn_words import ENGLISH as LEARN
from assistant.web.quality_words import ENGLISH as QUALITY
from assistant.web.shelf_words import ENGLISH as SHELF
from assistant.web.signing_words import ENGLISH as SIGNING
from assistant.web.words import ENGLISH
from ingest.errors import LibraryBusy
from tests.fake_contracts import HOSTING, Contracts
from tests.fake_course import add_course
from tests.fake_parts import FakeParts
from tests.test_access import POLICY, SECRET, WORDS_OF_B
from tests.web_pages import APP, own_main, press, shown

__all__ = ["own_main"]

PAGE = """
if __name__ == "__main__":
    from assistant.web import {page}

    {page}.draw()
"""


@pytest.fixture
def parts(tmp_path: Path) -> Iterator[FakeParts]:
    """Alpha, which Ann sees and Bob changes, and Beta, which only lawyers see."""
    policy = tmp_path / "policy.toml"
    policy.write_text(POLICY)
    with Contracts(tmp_path) as contracts:
        add_course(contracts, "Alpha")
        contracts.add("Alpha", *HOSTING, name="hosting")
        contracts.add("Beta", *SECRET, name="secret")
    with FakeParts(tmp_path / "home") as parts:
        parts.settings = replace(parts.settings, policy=policy)
        yield parts


def start(
    parts: FakeParts, user: str | None, page: str = "", groups: tuple[str, ...] = (), locale: str = "en-GB"
) -> AppTest:
    at = (
        AppTest.from_string(PAGE.format(page=page), default_timeout=30)
        if page
        else AppTest.from_file(APP, default_timeout=30)
    )
    at.session_state["parts"] = parts
    at.context["locale"] = locale
    if user is not None:
        at.session_state["identity"] = visitor.Identity(user, groups)
    return at.run()


def tree(at: AppTest) -> str:
    """All that is sent to the browser, as text."""
    return " ".join([shown(at), *(str(element.proto) for element in at.main)]).casefold()


def leaks(at: AppTest) -> list[str]:
    return [word for word in WORDS_OF_B if word in tree(at)]


def test_whoever_has_not_signed_in_sees_a_door_and_nothing_else(parts: FakeParts) -> None:
    at = start(parts, None)
    assert not at.exception
    assert SIGNING.sign_in_text in shown(at)
    assert "alpha" not in tree(at)
    assert not at.chat_input


@pytest.mark.parametrize("page", ["ask", "find", "learn", "contracts", "quality"])
def test_a_page_that_is_drawn_without_its_frame_shows_nothing_either(parts: FakeParts, page: str) -> None:
    at = start(parts, None, page)
    assert "alpha" not in tree(at)
    assert not leaks(at)


@pytest.mark.parametrize("page", ["ask", "find", "learn", "contracts", "quality"])
def test_no_page_shows_a_contract_that_may_not_be_seen(parts: FakeParts, page: str) -> None:
    at = start(parts, "ann@example.org", page)
    assert not at.exception
    assert not leaks(at)
    lawyer = start(parts, "eve@example.org", page, ("legal",))
    assert page == "quality" or "beta" in leaks(lawyer)  # the test can fail


def test_a_question_about_it_gets_no_word_of_it(parts: FakeParts) -> None:
    at = start(parts, "ann@example.org")
    at.chat_input(key="question").set_value("Which notice ends the contract with Zephyr?").run()
    assert not at.exception
    spoken = tree(at).replace("which notice ends the contract with zephyr", "")
    assert not [word for word in WORDS_OF_B if word != "zephyr" and word in spoken]
    entries = Audit(parts.settings.home).entries()
    assert [(entry["who"], entry["what"]) for entry in entries] == [
        ("ann@example.org", "ask"),
        ("ann@example.org", "answer"),
    ]
    assert all(place[0] == "Alpha" for place in entries[1]["cited"])


def test_a_question_that_names_it_beside_the_contract_chosen_is_offered_nothing(parts: FakeParts) -> None:
    question = "Which notice ends the contract at Beta?"
    for user, groups, offered in (("ann@example.org", (), False), ("eve@example.org", ("legal",), True)):
        at = start(parts, user, groups=groups)
        at.selectbox(key="contract").set_value("Alpha").run()
        at.chat_input(key="question").set_value(question).run()
        assert ("the question names beta" in tree(at)) is offered
        assert any((button.key or "").startswith("choice-") for button in at.button) is offered


@pytest.mark.parametrize("words", ["zephyr", "“zephyr”", "1.1", "notice"])
def test_a_search_finds_no_word_of_it(parts: FakeParts, words: str) -> None:
    at = start(parts, "ann@example.org", "find")
    at.text_input(key="sought").set_value(words).run()
    assert not at.exception
    assert not [word for word in leaks(at) if word not in words]


def test_a_link_to_it_is_a_link_to_nothing(parts: FakeParts) -> None:
    def follow(contract: str) -> str:
        at = AppTest.from_file(APP, default_timeout=30)
        at.session_state["parts"] = parts
        at.session_state["identity"] = visitor.Identity("ann@example.org")
        at.query_params.update({"contract": contract, "clause": "1"})
        at.run()
        return shown(at).replace(contract, "…")

    assert 'role="alert"' in follow("Beta")
    assert follow("Beta") == follow("Nobody")


@pytest.mark.parametrize("page", ["ask", "find", "learn", "contracts"])
def test_whoever_sees_no_contract_is_told_whom_to_ask_and_offered_nothing_to_add(parts: FakeParts, page: str) -> None:
    at = start(parts, "zed@example.org", page)
    assert ENGLISH.nothing_seen in shown(at)
    assert ENGLISH.empty_text not in shown(at)
    assert not at.button


def test_quality_is_for_those_who_see_everything(parts: FakeParts) -> None:
    assert QUALITY.not_all_seen in shown(start(parts, "ann@example.org", "quality"))
    assert QUALITY.not_all_seen not in shown(start(parts, "eve@example.org", "quality", ("legal",)))


def test_only_whoever_may_change_a_contract_is_offered_to(parts: FakeParts) -> None:
    ann, bob = start(parts, "ann@example.org", "contracts"), start(parts, "bob@example.org", "contracts")
    assert not ann.file_uploader
    assert "edit" not in str(ann.segmented_control(key="shelf-section").options).casefold()
    assert bob.file_uploader
    bob.file_uploader(key="files-0").set_value([("x.md", b"# 1. X\n\nWords.\n", "text/markdown")])
    assert bob.selectbox(key="family").options == ["Alpha"]
    bob.selectbox(key="family").options.append("Beta")  # typed: the field takes new names
    bob.selectbox(key="family").set_value("Beta")
    press(bob, ADDING.add)
    assert ADDING.not_yours in shown(bob)
    assert len(parts.library.contract("Beta").documents) == 1


def test_a_read_only_app_changes_nothing(parts: FakeParts) -> None:
    parts.settings = replace(parts.settings, read_only=True)
    at = start(parts, "bob@example.org", "contracts")
    assert not at.file_uploader
    assert "edit" not in str(at.segmented_control(key="shelf-section").options).casefold()


@pytest.mark.parametrize("read_only", [False, True])
def test_what_is_not_offered_is_not_advised(parts: FakeParts, read_only: bool) -> None:
    parts.settings = replace(parts.settings, read_only=read_only)
    shelf, measured = (start(parts, "eve@example.org", page, ("legal",)) for page in ("contracts", "quality"))
    shelf.selectbox(key="shelf-contract").set_value("Beta").run()
    shelf.segmented_control(key="shelf-section").set_value("force").run()
    assert SHELF.no_precedence in shown(shelf)
    assert (SHELF.precedence_edit in shown(shelf)) is not read_only
    assert (QUALITY.none_text in shown(measured)) is not read_only
    assert (QUALITY.none_read_only in shown(measured)) is read_only


def test_jobs_are_shown_to_whoever_asked_for_them(parts: FakeParts) -> None:
    background = visitor.background_of(str(parts.settings.home), parts)
    background.runner.table.add(INGEST, "2 files for Beta", {"files": [], "upload": ""}, "eve@example.org")
    assert not leaks(start(parts, "ann@example.org", "contracts"))
    assert "2 files for Beta" in shown(start(parts, "eve@example.org", "contracts", ("legal",)))


def test_what_was_removed_is_offered_to_those_who_may_change_it(parts: FakeParts) -> None:
    visitor.background_of(str(parts.settings.home), parts).remove("Beta")
    assert not leaks(start(parts, "bob@example.org", "contracts"))
    assert "beta" in leaks(start(parts, "eve@example.org", "contracts", ("legal",)))


def test_a_session_on_a_contract_that_may_not_be_seen_is_no_session(parts: FakeParts) -> None:
    quiz = QuizMaker(parts.library).quiz("Alpha", 2, 1)
    room, _ = Classroom(parts.settings.home).open_room("Beta", quiz, "en")
    at = start(parts, "ann@example.org", "learn")
    at.segmented_control(key="learn-section").set_value("class").run()
    at.text_input(key="join-code").set_value(room.code)
    at.text_input(key="join-name").set_value("Ann")
    press(at, LEARN.join)
    assert "expected the code of a session" in shown(at)
    assert not leaks(at)
    assert Classroom(parts.settings.home).room(room.code).open


@pytest.mark.parametrize(("locale", "told"), [("en-GB", "its log says what is wrong"), ("fr-FR", "son journal dit")])
def test_a_policy_that_cannot_be_used_lets_nobody_in_and_says_to_the_log_alone_why(
    parts: FakeParts, tmp_path: Path, caplog: pytest.LogCaptureFixture, locale: str, told: str
) -> None:
    (tmp_path / "policy.toml").write_text("[groups.hidden-group]\ncontracts = 3\n")
    at = start(parts, "ann@example.org", "contracts", locale=locale)
    assert told in shown(at)
    assert str(tmp_path) not in tree(at)
    assert "hidden-group" not in tree(at)
    assert "alpha" not in tree(at)
    assert f"{tmp_path / 'policy.toml'}: expected a policy" in caplog.text
    assert "groups.hidden-group" in caplog.text


def test_no_folder_of_the_server_is_told_where_people_sign_in(
    parts: FakeParts, tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = f"expected {tmp_path}/home/library.sqlite to be free; see http://help.example/a/b"

    def busy(*_: object) -> None:
        raise LibraryBusy(told)

    monkeypatch.setattr(find_search, "draw", busy)
    at = start(parts, "ann@example.org", "find")
    assert "expected library.sqlite to be free; see http://help.example/a/b" in shown(at)
    assert str(tmp_path) not in tree(at)
    assert told in caplog.text
    parts.settings = replace(parts.settings, policy=None)
    assert str(tmp_path) in shown(start(parts, None, "find"))


def test_a_change_of_the_policy_holds_at_once(parts: FakeParts, tmp_path: Path) -> None:
    at = start(parts, "ann@example.org", "contracts")
    assert "alpha" in tree(at)
    (tmp_path / "policy.toml").write_text("[groups.none]\ncontracts = []\n")
    at.run()
    assert ENGLISH.nothing_seen in shown(at)
    assert "alpha" not in tree(at)
