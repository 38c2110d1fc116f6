from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from langchain_core.callbacks.manager import CallbackManager
from langchain_core.tracers.langchain import LangChainTracer
from langsmith import utils

from tests.fake_contracts import Contracts

VARIABLES = ("LANGSMITH_TRACING", "LANGSMITH_TRACING_V2", "LANGCHAIN_TRACING_V2", "LANGCHAIN_TRACING")


@pytest.fixture(autouse=True)
def untraced(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
    forget()
    yield
    forget()


def forget() -> None:
    """Have LangSmith read its variables anew."""
    remembering: Any = utils.get_env_var
    remembering.cache_clear()


def traced() -> bool:
    """Whether a chain that runs now is traced: what the steps of the assistant are configured with."""
    return any(isinstance(handler, LangChainTracer) for handler in CallbackManager.configure().handlers)


def test_nothing_is_traced_unless_langsmiths_own_variable_says_so(tmp_path: Path) -> None:
    with Contracts(tmp_path) as contracts:
        contracts.add("Acme", "1 Term", "", "Either party may end it with thirty (30) days notice.")
        contracts.assistant(None).ask("What is the notice period?", contract="Acme")
        assert not traced()


def test_langsmiths_own_variable_turns_tracing_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGSMITH_TRACING", "true")
    monkeypatch.setenv("LANGSMITH_API_KEY", "none")
    monkeypatch.setenv("LANGSMITH_ENDPOINT", "http://127.0.0.1:9")  # nothing leaves this machine
    forget()
    assert traced()
