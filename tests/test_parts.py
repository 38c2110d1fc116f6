from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.answering.second_reader import BuiltInSecondReader
from assistant.errors import SettingsError
from assistant.parts import Parts
from assistant.settings import NO_READER, Settings
from tests.fake_parts import FakeParts


def test_each_part_is_opened_once_and_closed_with_the_rest(tmp_path: Path) -> None:
    with FakeParts(tmp_path) as parts:
        assert parts.library is parts.library
        assert parts.assistant is parts.assistant
        assert parts.assistant.ask("What is the notice?").text.startswith("The library holds no contract")
        library = parts.library
    assert parts.library is not library
    parts.close()


def test_after_closing_the_assistant_is_made_anew(tmp_path: Path) -> None:
    parts = FakeParts(tmp_path)
    first = parts.assistant
    parts.close()
    assert parts.assistant is not first
    parts.close()


def test_warming_opens_what_answers_and_what_finds_and_asks_nobody(tmp_path: Path) -> None:
    with FakeParts(tmp_path) as parts:
        parts.warm()
        assert {"assistant", "finder", "index", "library"} <= parts.__dict__.keys()


def test_nothing_is_opened_before_it_is_needed(tmp_path: Path) -> None:
    home = tmp_path / "home"
    with Parts(Settings(home=home)):
        pass
    assert not home.exists()


def test_opening_the_library_loads_neither_torch_nor_chroma(tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from assistant.parts import Parts; from assistant.settings import Settings\n"
        f"with Parts(Settings(home=Path({str(tmp_path)!r}))) as parts: parts.library.contracts()\n"
        "print(sorted({'torch', 'chromadb', 'langchain_core', 'sentence_transformers'} & sys.modules.keys()))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_model_of_inference_that_is_not_there_is_told_where_a_chat_model_would_need_it(tmp_path: Path) -> None:
    settings = Settings(home=tmp_path, nli="no/such/nli")
    assert Parts(settings)._second_reader() is None  # nothing is written that it could read
    with pytest.raises(SettingsError, match="got 'no/such/nli'"):
        Parts(replace(settings, model="openai:any"))._second_reader()


def test_the_built_in_second_reader_comes_with_a_chat_model_unless_none_is_wanted(tmp_path: Path) -> None:
    settings = Settings(home=tmp_path, model="openai:any")
    assert isinstance(Parts(settings)._second_reader(), BuiltInSecondReader)
    assert Parts(replace(settings, nli=NO_READER))._second_reader() is None
