"""The trainer's journey in a real browser, in both languages: a session is opened, two learners join and answer, results come in."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pypdfium2
import pytest
from playwright.sync_api import Browser, Page, expect

from assistant.web.learn_words import LANGUAGES, LearnWords
from evals.bench import screens, users
from tests.browsing import LAPTOP, MARKS, chromium, serious
from tests.fake_contracts import Contracts
from tests.fake_course import add_course
from tests.test_browser import url

__all__ = ["chromium", "url"]

pytestmark = MARKS
PHONE = {"width": 390, "height": 844}


@pytest.fixture
def course(tmp_path: Path) -> None:
    """A contract in the home of the server that `url` starts."""
    with Contracts(tmp_path) as contracts:
        add_course(contracts)


def visit(browser: Browser, address: str, locale: str, size: dict[str, int], scheme: str = "light") -> Page:
    context = browser.new_context(locale=locale, viewport=size, color_scheme=scheme)  # type: ignore[arg-type]
    context.set_default_timeout(60_000)
    page = context.new_page()
    page.goto(address)
    return page


def join(browser: Browser, address: str, code: str, name: str, locale: str, words: LearnWords) -> Page:
    page = visit(browser, f"{address}/learn?class={code}", locale, PHONE)
    expect(page.locator(".st-key-join-code input")).to_have_value(code)
    page.locator(".st-key-join-name input").fill(name)
    page.locator(".st-key-join").get_by_role("button", name=words.join).click()
    expect(page.get_by_text(words.at.format(number=1, count=5))).to_be_visible()
    return page


def answer(page: Page, option: int, words: LearnWords) -> None:
    page.locator(".st-key-seat [role=radiogroup] label").nth(option).click()
    page.locator(".st-key-seat").get_by_role("button", name=words.answer).click()
    expect(page.locator(".cl-verdict")).to_be_visible()


@pytest.mark.parametrize(("language", "locale"), [("en", "en-GB"), ("fr", "fr-FR")])
def test_a_room_answers_together(course: None, url: str, chromium: Browser, language: str, locale: str) -> None:
    expect.set_options(timeout=60_000)
    words = LANGUAGES[language]
    trainer = visit(chromium, f"{url}/learn", locale, LAPTOP)
    expect(trainer.locator(".cl-quote").first).to_be_visible()
    assert serious(trainer) == []

    trainer.get_by_text(words.sections["class"], exact=True).click()
    trainer.locator(".st-key-class-count input").click()
    trainer.get_by_role("option", name="5", exact=True).click()
    trainer.locator(".st-key-lead").get_by_role("button", name=words.open).click()
    shown = trainer.locator(".cl-code strong")
    expect(shown).to_be_visible()
    code = shown.inner_text()
    assert serious(trainer) == []

    first = join(chromium, url, code, "Ann", locale, words)
    second = join(chromium, url, code, "Bob", locale, words)
    answer(first, 0, words)
    assert serious(first) == []
    answer(second, 1, words)
    first.get_by_role("button", name=words.next_question).click()
    expect(first.get_by_text(words.at.format(number=2, count=5))).to_be_visible()
    first.reload()  # the seat is kept in the address
    expect(first.get_by_text(words.at.format(number=2, count=5))).to_be_visible()

    # results come in without a reload
    expect(trainer.get_by_text(words.present.format(names="Ann, Bob"))).to_be_visible()
    expect(trainer.locator(".cl-tallies li").first).to_contain_text(words.answered.format(count=2, all=2))
    expect(trainer.locator(".cl-bar-right")).to_have_count(0)
    trainer.get_by_role("button", name=words.close).click()
    expect(trainer.locator(".cl-bar-right")).to_have_count(5)
    assert serious(trainer) == []


def test_the_guide_of_a_topic_is_downloaded_in_the_language_of_the_page(
    course: None, url: str, chromium: Browser, tmp_path: Path
) -> None:
    page = visit(chromium, f"{url}/learn", "fr-FR", LAPTOP)
    with page.expect_download() as download:
        page.locator(".st-key-tour-guide button").click()
    target = tmp_path / "guide.pdf"
    download.value.save_as(target)
    assert download.value.suggested_filename == "Acme - Qui.pdf"
    with pypdfium2.PdfDocument(target) as guide:
        assert "Cité mot à mot de Acme" in guide[0].get_textpage().get_text_range()


def test_a_quiz_begins_with_the_first_press_after_a_name(course: None, url: str, chromium: Browser) -> None:
    page = visit(chromium, f"{url}/learn", "en-GB", PHONE)
    page.get_by_text(LANGUAGES["en"].sections["quiz"], exact=True).click()
    page.locator(".st-key-learner-name input").press_sequentially("Ann")
    page.wait_for_timeout(1000)  # nobody is at the button sooner
    page.get_by_role("button", name=LANGUAGES["en"].start).click()  # with the name still in its field
    expect(page.locator(".st-key-exam")).to_be_visible(timeout=20_000)


@pytest.mark.parametrize("path", ["contracts", "quality", "learn"])
@pytest.mark.parametrize(("size", "scheme"), [(LAPTOP, "dark"), (PHONE, "light")], ids=["laptop", "phone"])
def test_pages_have_no_serious_fault_of_accessibility(
    course: None, url: str, chromium: Browser, path: str, size: dict[str, int], scheme: str
) -> None:
    page = visit(chromium, f"{url}/{path}", "en-GB", size, scheme)
    expect(page.locator("h1").first).to_be_visible()
    page.wait_for_load_state("networkidle")
    assert serious(page) == []
    width = page.evaluate("document.documentElement.scrollWidth")
    assert width <= size["width"], "the page is wider than the window"


def test_several_people_ask_at_once(course: None, url: str) -> None:
    waits = asyncio.run(users.measure(url, users=2, questions=2))
    assert [wait.error for wait in waits] == ["", "", "", ""]
    assert all(0 < wait.first <= wait.whole for wait in waits)


def test_the_waits_of_one_person_are_measured(course: None, url: str) -> None:
    waits = asyncio.run(screens.measure(url, times=1))
    assert {f"page {name}" for name in screens.PAGES} < waits.keys()
    assert all(second > 0 for seconds in waits.values() for second in seconds)
