"""Every page in a real browser, in both themes, on a laptop and on a phone: no serious fault for axe, nothing wider than the window."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from assistant.web.find_words import find_words
from assistant.web.learn_words import LANGUAGES as LEARN
from assistant.web.shelf_words import LANGUAGES as SHELF
from assistant.web.words import LANGUAGES
from tests.browsing import LAPTOP, MARKS, chromium, serious
from tests.test_browser_journeys import OPS, address

__all__ = ["address", "chromium"]

pytestmark = MARKS

PHONE = {"width": 390, "height": 844}
SILENT = {"en": "Who waters the office plants?", "fr": "Qui arrose les plantes du bureau ?"}


def faults(page: Page) -> list[str]:
    page.wait_for_timeout(700)  # a colour that is fading in is no fault
    wider = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    return serious(page) + ([f"{wider} pixels wider than the window: {page.url}"] if wider > 0 else [])


@pytest.mark.parametrize(
    ("language", "scheme", "size"),
    [("en", "light", PHONE), ("en", "dark", LAPTOP), ("fr", "light", LAPTOP), ("fr", "dark", PHONE)],
    ids=["en-light-phone", "en-dark-laptop", "fr-light-laptop", "fr-dark-phone"],
)
def test_no_page_has_a_serious_fault(
    address: str, chromium: Browser, language: str, scheme: str, size: dict[str, int]
) -> None:
    expect.set_options(timeout=60_000)
    locale = {"en": "en-GB", "fr": "fr-FR"}[language]
    context = chromium.new_context(locale=locale, color_scheme=scheme, viewport=size)  # type: ignore[arg-type]
    context.set_default_timeout(60_000)
    page = context.new_page()
    found = asking(page, address, language)
    found += finding(page, address, language)
    found += learning(page, address, language)
    found += shelf(page, address, language)
    page.goto(f"{address}/quality")
    expect(page.locator(".cl-title").first).to_be_visible()
    assert [*found, *faults(page)] == []


def asking(page: Page, address: str, language: str) -> list[str]:
    contract, question, *_ = OPS[language]
    page.goto(f"{address}/?contract={contract}")
    box = page.get_by_test_id("stChatInputTextArea")
    expect(page.locator(".st-key-first-questions button").first).to_be_visible()
    found = faults(page)
    for number, asked in enumerate((question, SILENT[language])):
        box.fill(asked)
        box.press("Enter")
        expect(page.locator(f".st-key-answer-{number}")).to_be_visible()
    found += faults(page)
    page.locator("[class*='st-key-chip-0-0-0'] button").first.click()
    expect(page.locator(".cl-here")).to_be_in_viewport()
    return found + faults(page)


def finding(page: Page, address: str, language: str) -> list[str]:
    own = find_words(LANGUAGES[language])
    page.goto(f"{address}/find")
    page.locator(".st-key-sought input").fill({"en": "invoice", "fr": "facture"}[language])
    results = page.locator("[class*='st-key-read-'] button")
    expect(results.first).to_be_visible()
    found = faults(page)
    results.first.click()
    expect(page.locator(".cl-reading")).to_be_visible()
    found += faults(page)
    page.goto(f"{address}/find")
    for view, shown in ((own.compare, ".st-key-compare-left-document"), (own.across, ".st-key-across-question")):
        page.locator(".st-key-find-view").get_by_text(view, exact=True).click()
        expect(page.locator(shown)).to_be_visible()
        found += faults(page)
    return found


def learning(page: Page, address: str, language: str) -> list[str]:
    words = LEARN[language]
    page.goto(f"{address}/learn")
    expect(page.locator(".st-key-learn .cl-quote").first).to_be_visible()
    found = faults(page)
    for section in list(words.sections.values())[1:]:
        page.locator(".st-key-learn").get_by_text(section, exact=True).first.click()
        found += faults(page)
    return found


def shelf(page: Page, address: str, language: str) -> list[str]:
    page.goto(f"{address}/contracts")
    found = []
    for section in SHELF[language].sections.values():
        page.locator(".st-key-shelf-section").get_by_text(section, exact=True).click()
        found += faults(page)
    return found
