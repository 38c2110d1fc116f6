"""The app by the keyboard alone and by ear, in a real browser: every control reached in the order of reading, the focus always seen, the
original entered, left and closed, and what came of an act told."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from assistant.web.find_words import find_words
from assistant.web.learn_words import LANGUAGES as LEARN
from assistant.web.shelf_words import LANGUAGES as SHELF
from assistant.web.words import LANGUAGES
from tests.browsing import LAPTOP, MARKS, chromium
from tests.test_browser_first_page import address
from tests.test_browser_pages import PHONE

__all__ = ["address", "chromium"]

pytestmark = MARKS

QUESTIONS = {
    "en": ("How fast must a critical incident be answered?", "Who waters the office plants?"),
    "fr": ("En combien de temps faut-il répondre à un incident critique ?", "Qui arrose les plantes du bureau ?"),
}
GATHER = """() => {
  const looks = (element) => {
    const seen = [];
    for (let at = element; at && at !== document.body && seen.length < 6; at = at.parentElement ?? at.getRootNode().host) {
      const style = getComputedStyle(at);
      seen.push([style.boxShadow, style.borderTopColor, style.backgroundColor].join());
    }
    return seen;
  };
  document.activeElement.blur();
  const found = [], groups = new Set();
  const walk = (root) => {
    for (const element of root.querySelectorAll("*")) {
      if (element.shadowRoot) walk(element.shadowRoot);
      const scrolls = element.matches(".stMain") && element.scrollHeight > element.clientHeight;
      if ((element.tabIndex < 0 && !scrolls) || element.disabled || !element.checkVisibility({ visibilityProperty: true })) continue;
      if (!element.matches("a[href], button, input, textarea, select, summary, [tabindex]") && !scrolls) continue;
      const group = element.matches("[type=radio], [role=radio]") && element.closest("[role=radiogroup]"); // one stop, arrows within
      if (element.type === "file" || (group && groups.has(group))) continue;
      if (group) groups.add(group);
      found.push(element);
    }
  };
  walk(document);
  window.controls = found;
  window.unfocused = found.map(looks);
  window.looks = looks;
  return found.map((each) => `${each.tagName} ${each.getAttribute("aria-label") ?? each.textContent.trim().slice(0, 50)}`);
}"""
STOP = """() => {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  if (!at || at === document.body) return null;
  for (const motion of document.getAnimations()) try { motion.finish(); } catch { /* it has no end */ }
  const group = at.closest("[role=radiogroup]");
  let number = controls.indexOf(at);
  if (number < 0 && group) number = controls.findIndex((each) => group.contains(each));
  const style = getComputedStyle(at), box = at.getClientRects()[0];
  const ringed = style.outlineStyle === "solid" && parseFloat(style.outlineWidth) >= 2;
  const changed = number < 0 || looks(at).some((look, level) => look !== unfocused[number][level]);
  const within = (inner, outer) => { // also where one of them stands in a component of its own
    while (inner && inner !== outer) inner = inner.parentElement ?? inner.getRootNode().host;
    return inner === outer;
  };
  const [x, y] = [box.x + box.width / 2, (Math.max(box.top, 0) + Math.min(box.bottom, innerHeight)) / 2];
  let over = document.elementFromPoint(x, y);
  for (let inner; (inner = over?.shadowRoot?.elementFromPoint(x, y)) && inner !== over; ) over = inner;
  const main = document.querySelector(".stMain");
  return {
    number, name: `${at.tagName} ${at.getAttribute("aria-label") ?? at.textContent.trim().slice(0, 50)}`,
    seen: ringed || (changed && at.matches("input, textarea, [role=spinbutton]")),
    covered: !over || !(within(over, at) || within(at, over) || over.closest?.("label, [data-testid]")?.contains(at)),
    inMain: main.contains(at.getRootNode().host ?? at) && at !== main,
    fixed: !!(at.getRootNode().host ?? at).closest(".st-key-language-switch, .st-key-asking, .st-key-original, .st-key-reader"),
    left: box.left, right: box.right, top: box.top + main.scrollTop, bottom: box.bottom + main.scrollTop,
  };
}"""


def visit(browser: Browser, language: str, scheme: str = "light", size: dict[str, int] = LAPTOP) -> Page:
    expect.set_options(timeout=60_000)
    locale = {"en": "en-GB", "fr": "fr-FR"}[language]
    context = browser.new_context(locale=locale, color_scheme=scheme, viewport=size)  # type: ignore[arg-type]
    context.set_default_timeout(60_000)
    return context.new_page()


def at_rest(page: Page) -> None:
    page.wait_for_timeout(600)
    page.locator("[data-test-script-state='notRunning']").first.wait_for(state="attached")
    page.wait_for_timeout(300)


def walked(page: Page, where: str) -> list[str]:
    """What is wrong with a walk through all of the page by the Tab key."""
    at_rest(page)
    names = page.evaluate(GATHER)
    page.evaluate("controls[0].focus({ focusVisible: true })")
    stops: list[dict[str, Any]] = []
    while (stop := page.evaluate(STOP)) and len(stops) <= len(names):
        stops.append(stop)
        page.keyboard.press("Tab")
    reached = [stop["number"] for stop in stops]
    wrong = [f"not reached: {name}" for number, name in enumerate(names) if number not in reached]
    wrong += [f"out of order: {stop['name']}" for stop, next_one in pairwise(stops) if not follows(stop, next_one)]
    wrong += [f"its focus is not seen: {stop['name']}" for stop in stops if not stop["seen"]]
    wrong += [f"behind something else: {stop['name']}" for stop in stops if stop["covered"]]
    return [f"{where}: {each}" for each in wrong]


def follows(stop: dict[str, Any], next_one: dict[str, Any]) -> bool:
    """Whether a stop comes later in the document, and is read later: further down, or in a column further right."""
    if next_one["number"] >= 0 and next_one["number"] <= stop["number"]:
        return False
    if not (stop["inMain"] and next_one["inMain"]) or stop["fixed"] or next_one["fixed"]:
        return True
    return bool(next_one["bottom"] > stop["top"] or next_one["left"] >= stop["right"])


@pytest.mark.parametrize(
    ("language", "scheme", "size"),
    [("en", "light", LAPTOP), ("fr", "dark", PHONE)],
    ids=["en-light-laptop", "fr-dark-phone"],
)
def test_tab_leads_through_every_page_in_the_order_of_reading(
    address: str, chromium: Browser, language: str, scheme: str, size: dict[str, int]
) -> None:
    page = visit(chromium, language, scheme, size)
    wrong = asking(page, address, language)
    wrong += finding(page, address, language)
    wrong += learning(page, address, language)
    wrong += shelf(page, address, language)
    page.goto(f"{address}/quality")
    expect(page.locator(".cl-title").first).to_be_visible()
    assert [*wrong, *walked(page, "quality")] == []


def asking(page: Page, address: str, language: str) -> list[str]:
    page.goto(address)
    box = page.get_by_test_id("stChatInputTextArea")
    expect(page.locator(".st-key-first-questions button").first).to_be_visible()
    wrong = walked(page, "ask")
    for number, asked in enumerate(QUESTIONS[language]):
        box.fill(asked)
        box.press("Enter")
        expect(page.locator(f".st-key-answer-{number}")).to_be_visible()
    wrong += walked(page, "answers")
    page.locator("[class*='st-key-chip-0-'] button").first.click()
    expect(page.locator(".st-key-original img")).to_be_visible()
    return wrong + walked(page, "original")


def finding(page: Page, address: str, language: str) -> list[str]:
    own = find_words(LANGUAGES[language])
    page.goto(f"{address}/find")
    page.locator(".st-key-sought input").fill("incident")
    results = page.locator("[class*='st-key-read-'] button")
    expect(results.first).to_be_visible()
    wrong = walked(page, "find")
    results.first.click()
    expect(page.locator(".cl-reading")).to_be_visible()
    wrong += walked(page, "reader")
    page.goto(f"{address}/find")
    for view, shown in ((own.compare, ".st-key-compare-left-document"), (own.across, ".st-key-across-question")):
        page.locator(".st-key-find-view").get_by_text(view, exact=True).click()
        expect(page.locator(shown)).to_be_visible()
        wrong += walked(page, view)
    page.locator(".st-key-across-question input").fill(QUESTIONS[language][0])
    page.get_by_role("button", name=own.ask).click()
    expect(page.locator(".st-key-export-xlsx")).to_be_visible()
    return wrong + walked(page, "table")


def learning(page: Page, address: str, language: str) -> list[str]:
    page.goto(f"{address}/learn")
    wrong = []
    for section in LEARN[language].sections.values():
        page.locator(".st-key-learn").get_by_text(section, exact=True).first.click()
        wrong += walked(page, section)
    return wrong


def shelf(page: Page, address: str, language: str) -> list[str]:
    page.goto(f"{address}/contracts")
    wrong = []
    for section in SHELF[language].sections.values():
        page.locator(".st-key-shelf-section").get_by_text(section, exact=True).click()
        wrong += walked(page, section)
    return wrong


@pytest.mark.parametrize("size", [LAPTOP, PHONE], ids=["laptop", "phone"])
def test_the_original_is_entered_and_left_by_the_keyboard(
    address: str, chromium: Browser, size: dict[str, int]
) -> None:
    page = visit(chromium, "en", size=size)
    page.goto(address)
    box = page.get_by_test_id("stChatInputTextArea")
    box.fill(QUESTIONS["en"][0])
    box.press("Enter")
    told = page.locator("body > .cl-hidden[role=status]")
    expect(told).to_contain_text(LANGUAGES["en"].answer_told.format(count="").strip())
    expect(page.get_by_role("heading", name=QUESTIONS["en"][0])).to_be_visible()
    chip = page.locator("[class*='st-key-chip-0-'] button").first
    chip.focus()
    page.keyboard.press("Enter")
    panel = page.locator(".st-key-original")
    expect(panel.locator("h2")).to_be_focused()
    expect(panel).to_have_attribute("role", "region")
    expect(panel).to_have_attribute("aria-label", panel.locator("h2").inner_text())
    at_rest(page)
    page.keyboard.press("Tab")
    expect(page.locator(".st-key-close-original button")).to_be_focused()
    if size == PHONE:  # it covers the window
        expect(chip).to_be_hidden()
        assert page.get_by_role("heading", level=1).count() == 0
    page.keyboard.press("Escape")
    expect(panel).to_have_count(0)
    expect(chip).to_be_focused()


def test_what_was_found_is_told_and_read_by_the_keyboard(address: str, chromium: Browser) -> None:
    page = visit(chromium, "fr")
    page.goto(f"{address}/find")
    field = page.locator(".st-key-sought input")
    field.fill("incident")
    field.press("End")
    told = page.locator("body > .cl-hidden[role=status]")
    expect(told).to_contain_text("passage", ignore_case=True)
    read = page.locator("[class*='st-key-read-'] button").first
    read.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".st-key-reader h2").first).to_be_focused()
    at_rest(page)
    page.keyboard.press("Escape")
    expect(page.locator(".st-key-reader")).to_have_count(0)
    expect(read).to_be_focused()
