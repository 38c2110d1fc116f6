"""Several people who ask the web app at once, each in a window of a real browser: ``python -m evals.bench.users URL``.

Start the app first, with contracts in its home. The windows run on this machine too, so the seconds hold their work beside the server's.
Needs Playwright (an extra of development) and a Chromium on the PATH.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from evals.bench import chromium

if TYPE_CHECKING:
    from playwright.async_api import Browser, Page

QUESTIONS = (
    "How fast must a P1 incident be answered?",
    "How much notice is needed to end the contract?",
    "What happens when a service level is missed?",
    "Who owns the data?",
    "What must the supplier hand over at the end?",
    "Quel est le délai de paiement des factures ?",
)
SAID = ".cl-statement, .cl-silence, .cl-fault"
"""What an answer begins with: a statement, the reason of a silence, or an error."""


@dataclass(frozen=True, slots=True)
class Wait:
    """How long somebody waited, in seconds, for the first words of an answer and for all of it; ``error`` when there was none.

    ``sent`` are the bytes that the server sent for it, 0 where nobody counts.
    """

    first: float = 0.0
    whole: float = 0.0
    error: str = ""
    sent: int = 0


def read_arguments(program: str, arguments: Sequence[str] | None, otherwise: str) -> argparse.Namespace:
    """The ``url``, and how many ``users`` ask how many ``questions`` of which ``contract``.

    Args:
        program: the module that is run.
        arguments: of the command line when None.
        otherwise: what is asked when no contract is named, for the help.
    """
    parser = argparse.ArgumentParser(prog=f"python -m {program}")
    parser.add_argument("url", help="the address of the running app")
    parser.add_argument("--users", type=int, default=10)
    parser.add_argument("--questions", type=int, default=3, help="questions that each asks, one after another")
    parser.add_argument("--contract", default="", help=f"the contract that they ask; {otherwise} when left out")
    return parser.parse_args(arguments)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; the exit code is 1 when a question failed."""
    given = read_arguments("evals.bench.users", arguments, "the app's own choice")
    try:
        waits = asyncio.run(measure(given.url, given.users, given.questions, given.contract))
    except FileNotFoundError as error:
        print(error, file=sys.stderr)
        return 1
    print(summary(waits, given.users))
    return 1 if any(wait.error for wait in waits) else 0


def summary(waits: Sequence[Wait], users: int) -> str:
    """The waits in a few lines: how many questions, how many failed, and the middle and the slow end of the seconds."""
    good = [wait for wait in waits if not wait.error]
    lines = [f"{users} users, {len(waits)} questions, {len(waits) - len(good)} failed"]
    for name, seconds in (("first words", [w.first for w in good]), ("whole answer", [w.whole for w in good])):
        if seconds:
            middle, slow = np.percentile(seconds, [50, 95])
            lines.append(f"{name}: median {middle:.2f} s, p95 {slow:.2f} s, longest {max(seconds):.2f} s")
    if any(wait.sent for wait in good):
        lines.append(f"sent with an answer: median {np.median([wait.sent for wait in good]) / 1000:.1f} kB")
    return "\n".join([*lines, *(wait.error for wait in waits if wait.error)])


async def measure(url: str, users: int, questions: int, contract: str = "") -> list[Wait]:
    """Have so many people ask so many questions each, all beginning at once."""
    async with chromium.browser() as browser:
        address = f"{url}/?contract={contract}" if contract else url
        pages = [await _opened(browser, address) for _ in range(users)]
        asked = await asyncio.gather(*(_ask_all(page, number, questions) for number, page in enumerate(pages)))
    return [wait for waits in asked for wait in waits]


async def _opened(browser: Browser, url: str) -> Page:
    context = await browser.new_context(locale="en-GB")
    page = await context.new_page()
    page.set_default_timeout(chromium.PATIENCE)
    await page.goto(url)
    await page.get_by_test_id("stChatInputTextArea").wait_for()
    return page


async def _ask_all(page: Page, number: int, questions: int) -> list[Wait]:
    return [await _ask(page, at, QUESTIONS[(number + at) % len(QUESTIONS)]) for at in range(questions)]


async def _ask(page: Page, at: int, question: str) -> Wait:
    from playwright.async_api import Error

    box = page.get_by_test_id("stChatInputTextArea")
    before = await page.locator(SAID).count()
    try:
        await box.fill(question)
        began = time.perf_counter()
        await box.press("Enter")
        await chromium.appears(page, SAID, before)
        first = time.perf_counter() - began
        fault = page.locator(".cl-fault")
        if await fault.count():
            return Wait(error=f"{question}: {await fault.last.inner_text()}")
        await chromium.appears(page, f".st-key-answer-{at}")
        return Wait(first, time.perf_counter() - began)
    except Error as error:
        return Wait(error=f"{question}: {error.message.splitlines()[0]}")


if __name__ == "__main__":
    sys.exit(main())
