from __future__ import annotations

import threading

import pytest

from assistant.errors import AssistantError
from assistant.web.settling import Settling, Told

LONG = 3600.0  # seconds: nothing is entered unless it is asked for


def test_words_that_are_still_typed_make_one_search() -> None:
    entered: list[Told] = []
    settling = Settling(entered.append, LONG)
    for words in ("f", "fe", "fee", "fees", "fee", "fee d", "fee due"):
        settling.put({"words": words, "contract": "", "found": len(words)})
    assert entered == []
    settling.settle()
    settling.settle()
    assert [told["words"] for told in entered] == ["fee due"]
    settling.put({"words": "fee due", "contract": "", "found": 7})
    settling.settle()
    assert len(entered) == 1, "the page is drawn again with every press of a button"


@pytest.mark.parametrize(
    "after",
    [{"words": "term", "contract": ""}, {"words": "fee", "contract": "Acme"}, {"words": "due fee", "contract": ""}],
)
def test_another_search_has_the_one_before_entered_at_once(after: Told) -> None:
    entered: list[Told] = []
    settling = Settling(entered.append, LONG)
    settling.put({"words": "fee", "contract": ""})
    settling.put(after)
    assert entered == [{"words": "fee", "contract": ""}]
    settling.settle()
    assert entered[1:] == [after]


def test_what_stands_is_entered_though_nobody_comes_back() -> None:
    done = threading.Event()
    entered: list[Told] = []

    def enter(told: Told) -> None:
        entered.append(told)
        done.set()

    Settling(enter, 0.0).put({"words": "fee"})
    assert done.wait(30)
    assert entered == [{"words": "fee"}]


def test_a_search_that_could_not_be_entered_stops_the_next() -> None:
    def fail(_: Told) -> None:
        raise AssistantError("the disk is full")

    before = set(threading.enumerate())
    settling = Settling(fail, 0.0)
    settling.put({"words": "fee"})
    for thread in set(threading.enumerate()) - before:
        thread.join(30)
    with pytest.raises(AssistantError, match="disk is full"):
        settling.put({"words": "fee"})
