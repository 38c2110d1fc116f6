"""Pages with nothing on them, and every state of an answer, in a real browser: no serious fault for axe, nothing too wide."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests import fake_app, scripted_app
from tests.browsing import LAPTOP, MARKS, chromium, served
from tests.fake_parts import FakeParts
from tests.scripted_app import STATES
from tests.test_browser_pages import PHONE, faults
from tests.web_pages import fill

__all__ = ["chromium"]

pytestmark = MARKS

PAGES = ("", "find", "learn", "contracts", "quality")
VISITS = pytest.mark.parametrize(
    ("language", "scheme", "size"),
    [("en", "dark", PHONE), ("fr", "light", LAPTOP)],
    ids=["en-dark-phone", "fr-light-laptop"],
)


def visit(browser: Browser, language: str, scheme: str, size: dict[str, int]) -> Page:
    expect.set_options(timeout=60_000)
    locale = {"en": "en-GB", "fr": "fr-FR"}[language]
    context = browser.new_context(locale=locale, color_scheme=scheme, viewport=size)  # type: ignore[arg-type]
    context.set_default_timeout(60_000)
    return context.new_page()


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the app over a home that holds nothing."""
    home = tmp_path_factory.mktemp("empty")
    with served({"CLAUSIER_HOME": str(home), "HOME": str(home)}, Path(fake_app.__file__)) as address:
        yield address


@pytest.fixture(scope="module")
def scripted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the app whose assistant shows the state that it is asked for."""
    home = tmp_path_factory.mktemp("states")
    with FakeParts(home) as parts:
        fill(parts, home / "files")
    with served({"CLAUSIER_HOME": str(home), "HOME": str(home)}, Path(scripted_app.__file__)) as address:
        yield address


@VISITS
def test_an_empty_library_has_no_serious_fault(
    empty: str, chromium: Browser, language: str, scheme: str, size: dict[str, int]
) -> None:
    page, found = visit(chromium, language, scheme, size), []
    for name in PAGES:
        page.goto(f"{empty}/{name}")
        expect(page.locator(".cl-title, .cl-empty").first).to_be_visible()
        expect(page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning")
        found += faults(page)
    assert found == []


@VISITS
def test_no_state_of_an_answer_has_a_serious_fault(
    scripted: str, chromium: Browser, language: str, scheme: str, size: dict[str, int]
) -> None:
    page, found = visit(chromium, language, scheme, size), []
    page.goto(f"{scripted}/?contract=Acme")
    box = page.get_by_test_id("stChatInputTextArea")
    for number, state in enumerate(STATES):
        box.fill(state)
        box.press("Enter")
        shown = page.locator(".cl-fault" if state == "error" else f".st-key-answer-{number}")
        expect(shown.first).to_be_visible()
    found += faults(page)
    page.locator(f"[class*='st-key-wrong-{STATES.index('verified')}'] button").first.click()
    expect(page.locator(f".st-key-wrong-answer-{STATES.index('verified')}")).to_be_visible()
    found += faults(page)
    page.locator("[class*='st-key-chip-0-0-0'] button").first.click()
    expect(page.locator(".cl-here")).to_be_in_viewport()
    assert [*found, *faults(page)] == []
