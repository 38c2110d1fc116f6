"""One journey through the app in a real browser: add a contract, ask, open the citation, change the language."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect, sync_playwright

from assistant.web import chips
from assistant.web.adding_words import ENGLISH as ADDING
from assistant.web.words import ENGLISH, FRENCH
from tests import fake_app, fake_pdf
from tests.browsing import ARGUMENTS, MARKS, served

pytestmark = MARKS

HOSTILE = ":smile: $x^2$ **bold** [link](b.example) :red[x] -> <b>b<b> <img src=x onerror=window.broken=1>"
QUOTE = "The supplier shall answer every critical incident within fifteen minutes of the call."


@pytest.fixture
def url(tmp_path: Path) -> Iterator[str]:
    """The address of a running server with an empty home."""
    variables = {"CLAUSIER_HOME": str(tmp_path / "home"), "HOME": str(tmp_path)}
    with served(variables, Path(fake_app.__file__)) as address:
        yield address


@pytest.fixture
def browser(tmp_path: Path) -> Iterator[BrowserContext]:
    with sync_playwright() as playwright:
        context = playwright.chromium.launch_persistent_context(
            str(tmp_path / "profile"), executable_path=shutil.which("chromium"), args=ARGUMENTS, locale="en-GB"
        )
        context.set_default_timeout(60_000)
        yield context
        context.close()


def add(page: Page, files: list[Path], contract: str) -> None:
    page.locator("input[type=file]").set_input_files(files)
    expect(page.get_by_test_id("stFileChip")).to_have_count(len(files))
    page.locator(".st-key-family input").fill(contract)
    page.locator(".st-key-family input").press("Enter")
    page.get_by_role("button", name=ADDING.add, exact=True).click()


def test_from_a_file_to_its_marked_page(url: str, browser: BrowserContext, tmp_path: Path) -> None:
    expect.set_options(timeout=60_000)
    lines = ("1. Response", f"{QUOTE} {HOSTILE}", "2. Reports", "The supplier shall report each month.")
    levels = fake_pdf.pdf(tmp_path / f"{HOSTILE}.pdf", [fake_pdf.words(*lines, top=120.0)])
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(levels.read_bytes()[:300])
    page = browser.pages[0]
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))

    page.goto(url)
    page.get_by_role("button", name=ENGLISH.go_to_contracts).click()
    add(page, [levels, broken], "Acme")
    expect(page.locator(".cl-contract h2")).to_have_text("Acme")
    expect(page.locator(".cl-outcomes .cl-failed")).to_contain_text("broken.pdf")

    page.get_by_role("link", name=ENGLISH.ask).click()
    question = page.get_by_test_id("stChatInputTextArea")
    question.fill("How fast must a critical incident be answered?")
    question.press("Enter")
    expect(page.locator(".cl-quote").first).to_contain_text(QUOTE)

    chip = page.locator(".st-key-chip-0-0-0 button")
    shown = chip.inner_text().replace("\u2060", "")
    assert chips.short(HOSTILE) in shown
    assert page.locator(".st-key-chip-0-0-0 :is(strong, a, em, b, img, .katex, .stMarkdownColoredText)").count() == 0
    chip.click()
    original = page.locator(".st-key-original img")
    expect(original).to_have_js_property("complete", True)
    assert original.evaluate("image => image.naturalWidth") > 1000
    assert HOSTILE in (original.get_attribute("alt") or "")
    # the words stand at the foot of the page: it opens on them
    page.wait_for_function("document.querySelector('.st-key-original').scrollTop > 100")
    sheet, here = original.bounding_box(), page.locator(".cl-here").bounding_box()
    assert sheet
    assert here
    first_line = 1 - (120 - 13) / fake_pdf.HEIGHT  # of the quote, from the top, on its baseline
    assert (here["y"] - sheet["y"]) / sheet["height"] == pytest.approx(first_line, abs=0.02)
    expect(page.locator(".cl-here")).to_be_in_viewport()
    tmp_path.joinpath("original.png").write_bytes(page.screenshot())
    assert page.evaluate("window.broken") is None

    page.get_by_role("button", name=ENGLISH.close).click()
    expect(page.locator(".st-key-original")).to_have_count(0)
    page.get_by_text("FR", exact=True).click()
    expect(page.get_by_test_id("stChatInputTextArea")).to_have_attribute("placeholder", FRENCH.ask_placeholder)
    expect(page.locator(".cl-quote").first).to_contain_text(QUOTE)
    assert faults == []
