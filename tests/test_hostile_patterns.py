"""Patterns over text that was written to keep them busy: in a child process that may spend a minute of processor time on all of them.

Each took seconds on its text before its repetitions were bounded, possessive, or begun at one place alone; now all take a second or two.
"""

from __future__ import annotations

import json
import re
import resource
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from typing import Any

import pytest

LENGTH = 20_000  # characters
LIMIT = 60  # seconds of processor time, of the child
CHILD = """
import json, re, sys
for pattern, flags, text in json.load(sys.stdin):
    for _ in re.compile(pattern, flags).finditer(text):
        pass
"""
HOSTILE = (  # where a pattern is, what a text begins with, and what it repeats
    ("assistant.wording.actors:_ANY_PARTY", "", "A"),
    ("assistant.wording.actors:_HAS_TO", "", "A"),
    ("assistant.wording.actors:_MODAL_SUBJECT", "", "A"),
    ("assistant.wording.actors:_DEED_FAR", "; Alpha with", " "),
    ("assistant.wording.actors:_DONE_BY", "", "a"),
    ("assistant.calculation.bands:_COMPILED", "de plus de 1 ", " "),
    ("assistant.values.bounds:_RATE", "", "7"),
    ("assistant.naming.defined_term:_ASKED", "", " "),
    ("assistant.wording.duty:_NAMED", "", "A"),
    ("assistant.wording.duty:_LAST_WORD", "", "a"),
    ("assistant.asked.evidence:_PERIOD", "", "7"),
    ("assistant.proof.exceptions:_BY_THE_WAY", "", " "),
    ("assistant.proof.exceptions:_COORDINATED", "", " "),
    ("assistant.wording.expense:_SUBJECT", "", "Z"),
    ("assistant.asked.followed:_SAID_AFTER", "", " "),
    ("assistant.wording.injection:_SPEAKS", "", "\n"),
    ("assistant.naming.name_evidence:_RUN", "", "Z"),
    ("assistant.proof.parties:_PAYS", "", "a"),
    ("assistant.family.prevailing:_PREVAILS", "", "a "),
    ("assistant.proof.parties:_TAKES", "", "a"),
    ("assistant.calculation.delay_rate:_PER", "$ 7", "7"),
    ("assistant.calculation.prorated:_IN_FULL", "any month begun ", "due "),
    ("assistant.calculation.prorated:_MONTHLY_SUM", "fees ", "fee "),
    ("assistant.calculation.stepped_credit:_STEP", "for each ", "full "),
    ("assistant.calculation.delay_rate:_OF_DELAY", "not ", "a"),
    ("assistant.calculation.allowed_time:_TAKEN", "after ", "7"),
    ("assistant.naming.place_patterns:ALINEA", "", " "),
    ("assistant.asked.premise:_CONFIRM", "", " "),
    ("assistant.asked.question:_QUOTED", '"', "\n"),
    ("assistant.asked.sought:_ADDRESS", "", "_"),
    ("assistant.conversation.talk:_DANGLING", "", " "),
    ("assistant.answering.translation:_CODES", "1Z", "A"),
    ("assistant.proof.vicinity:_CHANGE", "from $1", "\xa0"),
    ("ingest.change_words:ROW", "row “", "\n"),
    ("ingest.exchange_words:WORDS_FOR_WORDS", "read", " "),
    ("ingest.contents:_LED", "", "."),
    ("ingest.days:_FORMS", "7th", " "),
    ("ingest.pagenumbers:_EXPLICIT", "page", " "),
    ("ingest.particulars:_DEFINED_EFFECT", "", " "),
    ("ingest.particulars:_LANGUAGE", "", "a "),
    ("ingest.read.markdown:_SEPARATOR", "", " "),
)
ANCHORED = {"ingest.particulars:_DEFINED_EFFECT", "ingest.read.markdown:_SEPARATOR", "ingest.pagenumbers:_EXPLICIT"}


def patterns(held: Any) -> Iterator[re.Pattern[str]]:
    if isinstance(held, re.Pattern):
        yield held
    elif isinstance(held, tuple):
        for each in held:
            yield from patterns(each)


def limited() -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (LIMIT, LIMIT))


def jobs() -> Iterator[tuple[str, int, str]]:
    for place, begin, repeated in HOSTILE:
        module, name = place.split(":")
        text = (begin + repeated * LENGTH)[:LENGTH] + "\0"
        for pattern in patterns(getattr(import_module(module), name)):
            begins = r"\A" if place in ANCHORED else ""  # used with `match` alone
            yield f"{begins}(?:{pattern.pattern})", pattern.flags, text


@pytest.mark.skipif(sys.platform == "win32", reason="limits of processor time are for POSIX")
def test_no_pattern_is_kept_busy_by_hostile_text() -> None:
    done = subprocess.run(
        [sys.executable, "-c", CHILD], input=json.dumps(list(jobs())), text=True, preexec_fn=limited, check=False
    )
    assert done.returncode == 0, "a pattern takes time that grows faster than its text"
