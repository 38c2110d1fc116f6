"""Take the pictures of the app: ``python docs/take_pictures.py URL``, with the sample contracts loaded, measured on the page of
quality, and a Chromium.

Start the app first (``clausier app``). Each picture goes to docs/pictures as a PNG of few colours, under 300 kB.
"""

from __future__ import annotations

import io
import sys
import tempfile
from pathlib import Path
from typing import Literal

from PIL import Image
from playwright.sync_api import Page, ViewportSize, sync_playwright

from evals.bench import chromium

PICTURES = Path(__file__).with_name("pictures")
WIDE, PHONE = ViewportSize(width=1440, height=900), ViewportSize(width=390, height=844)
VISITS: tuple[tuple[Literal["light", "dark"], str, ViewportSize], ...] = (
    ("light", "", WIDE),
    ("dark", "-dark", WIDE),
    ("light", "-phone", PHONE),
)
_QUESTION = "How fast must a P1 be resolved at night or on a weekend?"


def main(url: str) -> int:
    """Take every picture of the app at the address; return the exit code."""
    try:
        path = chromium.found()
    except FileNotFoundError as error:
        print(error, file=sys.stderr)
        return 1
    with sync_playwright() as playwright:
        for scheme, name, size in VISITS:
            with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
                browser = playwright.chromium.launch_persistent_context(
                    profile, executable_path=path, args=chromium.ARGUMENTS, viewport=size, color_scheme=scheme
                )
                browser.set_default_timeout(chromium.PATIENCE)
                _visit(browser.pages[0], url, name)
                browser.close()
    return 0


def _visit(page: Page, url: str, name: str) -> None:
    page.goto(url)
    page.get_by_test_id("stChatInputTextArea").wait_for()
    _choose(page, "Brackenholt")
    page.get_by_text("from 7 Service Credits").wait_for()
    _take(page, f"welcome{name}")
    _ask(page, _QUESTION)
    _take(page, f"ask{name}")
    page.locator("[class*='st-key-chip-0-0-0'] button").click()
    page.locator(".st-key-original img").wait_for()
    page.wait_for_timeout(2500)
    _take(page, f"original{name}")
    _visit_find(page, url, name)
    page.goto(f"{url}/contracts")
    page.locator(".cl-documents").first.wait_for()
    page.locator(".st-key-glance button").first.wait_for()
    page.wait_for_timeout(1500)
    _take(page, f"contracts{name}")
    _visit_learning(page, url, name)
    page.goto(f"{url}/quality")
    page.locator(".cl-figures").wait_for()
    _take(page, f"quality{name}")


def _visit_learning(page: Page, url: str, name: str) -> None:
    """The tour at the money, a question of a quiz with its answer, and a session as the trainer sees it."""
    page.goto(f"{url}/learn")
    page.get_by_text("Money", exact=True).click()
    page.locator(".cl-rows").first.wait_for()
    page.wait_for_timeout(1000)
    _take(page, f"learn{name}")
    page.get_by_text("Quiz", exact=True).click()
    page.get_by_role("button", name="Start the quiz").click()
    page.locator(".st-key-exam [role=radiogroup] label").first.click()
    page.locator(".st-key-exam").get_by_role("button", name="Answer").click()
    page.locator(".cl-verdict").wait_for()
    page.wait_for_timeout(1000)
    _take(page, f"quiz{name}")
    page.get_by_text("Class", exact=True).click()
    page.locator(".st-key-lead").get_by_role("button", name="Open the session").click()
    page.locator(".cl-code").wait_for()
    page.get_by_role("heading", name="Learn").scroll_into_view_if_needed()  # a phone had scrolled down to the button
    page.wait_for_timeout(1000)
    _take(page, f"session{name}")


def _visit_find(page: Page, url: str, name: str) -> None:
    page.goto(f"{url}/find")
    page.locator(".st-key-sought input").fill("service credit")
    results = page.locator("[class*='st-key-read-'] button")
    results.first.wait_for()
    page.wait_for_timeout(1500)
    _take(page, f"find{name}")
    results.nth(1).click()
    page.locator(".cl-reading").wait_for()
    page.locator(".cl-open .cl-ref summary").first.click()
    page.wait_for_timeout(2500)
    _take(page, f"read{name}")
    page.get_by_role("button", name="Close").click()
    page.locator(".st-key-find-view").get_by_text("Compare", exact=True).click()
    for side in ("left", "right"):
        _pick(page, f"compare-{side}-document", "annex-1")
        _pick(page, f"compare-{side}-clause", "7.2")
    _pick(page, "compare-right-version", "October 2024")
    page.locator(".cl-diff").scroll_into_view_if_needed()
    page.wait_for_timeout(1500)
    _take(page, f"compare{name}")
    page.get_by_text("One question, many contracts").click()
    page.locator(".st-key-across-question input").fill("How long does confidentiality last?")
    page.get_by_role("button", name="Ask them all").click()
    page.locator(".st-key-export-xlsx").wait_for()
    page.wait_for_timeout(1500)
    _take(page, f"across{name}")


def _pick(page: Page, key: str, text: str) -> None:
    page.locator(f".st-key-{key} input").click()
    page.locator(f".st-key-{key} input").fill(text)
    page.get_by_role("option").filter(has_text=text).first.click()
    page.wait_for_timeout(1500)


def _choose(page: Page, contract: str) -> None:
    page.get_by_test_id("stSelectbox").locator("input").first.click()
    page.get_by_role("option").filter(has_text=contract).click()
    page.wait_for_timeout(500)


def _ask(page: Page, question: str) -> None:
    answers = page.locator("[class*='st-key-answer-']").count()
    box = page.get_by_test_id("stChatInputTextArea")
    box.fill(question)
    box.press("Enter")
    page.locator(f".st-key-answer-{answers}").wait_for(timeout=120_000)
    page.wait_for_timeout(1000)


def _take(page: Page, name: str) -> None:
    """A picture of the window in 128 colours: text stays sharp at a third of the size."""
    picture = Image.open(io.BytesIO(page.screenshot())).convert("RGB").quantize(128)
    PICTURES.mkdir(exist_ok=True)
    picture.save(PICTURES / f"{name}.png", optimize=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
