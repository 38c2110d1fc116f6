"""What the first page brings, in a real browser: nothing jumps while a page is drawn, and Streamlit's own words are the page's language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests import fake_app
from tests.browsing import LAPTOP, MARKS, chromium, served
from tests.fake_parts import FakeParts
from tests.test_browser_pages import PHONE
from tests.web_pages import fill

__all__ = ["chromium"]

pytestmark = MARKS

PAGES = {
    "ask": "[data-testid='stChatInputTextArea']",
    "find": ".st-key-sought input",
    "learn": ".st-key-learn [data-testid='stButtonGroup']",
    "contracts": ".cl-contract",
    "quality": ".cl-empty",
}
SEEN_TO_JUMP = 0.1
"""The layout shift, as a share of the window, from which on a page counts as one that jumps (web.dev, "Cumulative Layout Shift")."""
WATCH = """window.shifted = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifted += entry.value;
}).observe({ type: "layout-shift", buffered: true });"""
SPOKEN = """() => {
  const ours = (element) => element.closest(".stHtml, [data-testid=stMarkdownContainer], style, script, noscript, textarea");
  const said = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) if (!ours(walker.currentNode.parentElement)) said.push(walker.currentNode.data.trim());
  for (const name of ["aria-label", "title", "placeholder"])
    for (const element of document.querySelectorAll(`[${name}]`)) if (!ours(element)) said.push(element.getAttribute(name));
  return said;
}"""
ENGLISH = re.compile(
    r"^(?:Skip to|App pages|Main menu|Help for|Open$|Choose|Select|Send|Press|Previous|Next|Clear|Remove|Add|"
    r"Dismiss|Full|Sidebar|Expand|Collapse|No results|System|Light|Dark|Print|Record|Made with|Copy version|Theme$|day,|month,|year,|Drag|"
    r"Upload|Browse|file upload|\d+ options?|\d+[KM]?B\b)"
)


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the app over an embedder that needs no model, with one contract."""
    folder = tmp_path_factory.mktemp("first-page")
    parts = FakeParts(folder / "home")
    fill(parts, folder / "files")
    parts.close()
    with served({"CLAUSIER_HOME": str(folder / "home"), "HOME": str(folder)}, Path(fake_app.__file__)) as running:
        yield running


def visit(browser: Browser, locale: str, size: dict[str, int]) -> Page:
    expect.set_options(timeout=60_000)
    context = browser.new_context(locale=locale, viewport=size)  # type: ignore[arg-type]
    context.set_default_timeout(60_000)
    page = context.new_page()
    page.add_init_script(WATCH)
    return page


@pytest.mark.parametrize("size", [LAPTOP, PHONE], ids=["laptop", "phone"])
def test_nothing_jumps_while_a_page_is_drawn(address: str, chromium: Browser, size: dict[str, int]) -> None:
    page = visit(chromium, "en-GB", size)
    moved = {}
    for name, drawn in PAGES.items():
        page.goto(f"{address}/{name}")
        expect(page.locator(drawn).first).to_be_visible()
        page.locator("[data-test-script-state='notRunning']").first.wait_for(state="attached")
        page.wait_for_timeout(500)
        moved[name] = page.evaluate("window.shifted")
    assert {name: shift for name, shift in moved.items() if shift >= SEEN_TO_JUMP} == {}
    assert page.title() == "Clausier"


def test_the_bar_and_the_table_of_a_question_to_many_contracts_stand_in_one_place(
    address: str, chromium: Browser
) -> None:
    page = visit(chromium, "en-GB", PHONE)
    page.goto(f"{address}/find")
    page.get_by_text("One question, many contracts").click()
    for question in ("How fast must they answer?", "When do they report?"):
        page.locator(".st-key-across-question input").fill(question)
        page.wait_for_timeout(700)  # what moves so soon after an input is not counted
        page.evaluate("window.shifted = 0")
        page.locator(".st-key-across-ask button").evaluate("button => button.click()")  # which is no input
        expect(page.locator(".st-key-across-exports h2")).to_have_text(question)
        page.wait_for_timeout(500)
        assert page.evaluate("window.shifted") < SEEN_TO_JUMP / 5


def test_nothing_is_fetched_from_another_server(address: str, chromium: Browser) -> None:
    page = visit(chromium, "en-GB", LAPTOP)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for name, drawn in PAGES.items():
        page.goto(f"{address}/{name}")
        expect(page.locator(drawn).first).to_be_visible()
        page.locator("[data-test-script-state='notRunning']").first.wait_for(state="attached")
    here = (address, address.replace("http:", "ws:"), "data:", "blob:")
    assert [url for url in asked if not url.startswith(here)] == []
    assert str(page.locator("link[rel~=icon]").first.get_attribute("href")).startswith("data:image/svg+xml")


def english(page: Page) -> list[str]:
    """What Streamlit says in English, once the page is at rest."""
    page.wait_for_timeout(500)
    return [said for said in page.evaluate(SPOKEN) if ENGLISH.match(said)]


def test_on_french_pages_streamlit_speaks_french_and_turns_back(address: str, chromium: Browser) -> None:
    page = visit(chromium, "fr-FR", LAPTOP)
    page.goto(address)
    expect(page.get_by_test_id("stChatInputTextArea")).to_be_visible()
    expect(page.get_by_test_id("stChatInputSubmitButton")).to_have_attribute("aria-label", "Envoyer")
    found = english(page)
    page.get_by_test_id("stMainMenu").locator("button").first.click()
    expect(page.get_by_text("Imprimer")).to_be_visible()
    found += english(page)
    page.keyboard.press("Escape")
    page.goto(f"{address}/find")
    page.locator(".st-key-sought input").fill("incident")
    expect(page.locator("[class*='st-key-read-'] button").first).to_be_visible()
    found += english(page)
    page.goto(f"{address}/contracts")
    expect(page.locator(".cl-contract")).to_be_visible()
    page.locator("[data-testid=stExpander] summary").first.click()
    offered = page.get_by_text("Ajouter : Nouveau")
    for _ in range(10):  # what opens below a field is closed again where the page is still being drawn
        page.locator(".st-key-family input").fill("")
        page.locator(".st-key-family input").fill("Nouveau")
        page.wait_for_timeout(1000)
        if offered.count():
            break
    expect(offered).to_be_visible()
    found += english(page)
    assert found == []
    page.keyboard.press("Escape")
    page.get_by_text("EN", exact=True).click()
    expect(
        page.get_by_test_id("stMainMenuButton").or_(page.locator("[aria-label='Main menu']")).first
    ).to_have_attribute("aria-label", "Main menu")
