"""How long one person waits for the web app, in a real browser: ``python -m evals.bench.screens URL``.

Measured are each page until its own content is drawn (everything has been visited once before), the first statement of an answer after the
question is sent, and the passages found after the last key. Start the app first, with contracts in its home. The browser runs on this
machine too, so the seconds hold its work beside the server's. Needs Playwright (an extra of development) and a Chromium on the PATH.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
import time
from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from evals.bench import chromium
from evals.bench.users import QUESTIONS, SAID

if TYPE_CHECKING:
    from playwright.async_api import Page

PAGES = {
    "ask": "[data-testid='stChatInputTextArea']",
    "find": ".st-key-sought input",
    "learn": ".st-key-learn [data-testid='stButtonGroup']",
    "contracts": ".cl-contract",
    "quality": ".stMainBlockContainer h1",
}
"""The pages, and what of each is drawn when it can be used."""
SOUGHT = (
    "termination notice",
    "governing law",
    "insurance",
    "8.2",
    "limitation of liability",
    "service credits",
    "préavis",
)
FOUND = ".cl-found, .st-key-found-alone .cl-lead"
"""The first passage found, or the word that there is none."""
_AT_REST = "[data-test-script-state='notRunning']"
Waits = dict[str, list[float]]
"""What was waited for, and how long each time, in seconds."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m evals.bench.screens")
    parser.add_argument("url", help="the address of the running app")
    parser.add_argument("--times", type=int, default=5, help="how often each page is opened")
    parser.add_argument("--contract", default="", help="the contract that is asked; the app's own choice when left out")
    given = parser.parse_args(arguments)
    try:
        waits = asyncio.run(measure(given.url, given.times, given.contract))
    except FileNotFoundError as error:
        print(error, file=sys.stderr)
        return 1
    print(summary(waits))
    return 0


def summary(waits: Waits) -> str:
    """A line each: the middle and the longest of the waits."""
    width = max(map(len, waits), default=0)
    return "\n".join(
        f"{name:{width}}  median {1000 * float(np.median(seconds)):5.0f} ms, longest {1000 * max(seconds):5.0f} ms, {len(seconds)} times"
        for name, seconds in waits.items()
    )


async def measure(url: str, times: int, contract: str = "") -> Waits:
    """Open every page so many times, ask and find; the waits by what was waited for."""
    async with chromium.browser() as browser:
        page = await (await browser.new_context(locale="en-GB")).new_page()
        page.set_default_timeout(chromium.PATIENCE)
        for name in PAGES:
            await _opening(page, url, name)
        waits = {f"page {name}": [await _opening(page, url, name) for _ in range(times)] for name in PAGES}
        waits["first statement"] = await _asking(page, f"{url}/?contract={contract}" if contract else url)
        waits["find results"] = await _finding(page, url)
        return waits


async def _opening(page: Page, url: str, name: str) -> float:
    began = time.perf_counter()
    await page.goto(f"{url}/{name}", wait_until="commit")
    await chromium.appears(page, PAGES[name])
    return time.perf_counter() - began


async def _asking(page: Page, address: str) -> list[float]:
    """The waits for the first statement, or the reason of a silence, of each question; the first question is not counted."""
    await page.goto(address)
    box = page.get_by_test_id("stChatInputTextArea")
    waits = []
    for number, question in enumerate(QUESTIONS):
        await box.fill(question)
        before, began = await page.locator(SAID).count(), time.perf_counter()
        await box.press("Enter")
        await chromium.appears(page, SAID, before)
        waits.append(time.perf_counter() - began)
        await chromium.appears(page, f".st-key-answer-{number}")
        await chromium.appears(page, _AT_REST)
    return waits[1:]


async def _finding(page: Page, url: str) -> list[float]:
    """The waits for the passages of each search after its last key; the first is not counted."""
    await page.goto(f"{url}/find")
    field = page.locator(".st-key-sought input")
    waits = []
    for sought in SOUGHT:
        await field.fill("")
        await chromium.appears(page, ".cl-hints")
        await field.press_sequentially(sought)
        began = time.perf_counter()
        await chromium.appears(page, FOUND)
        waits.append(time.perf_counter() - began)
        await chromium.appears(page, _AT_REST)
    return waits[1:]


if __name__ == "__main__":
    sys.exit(main())
