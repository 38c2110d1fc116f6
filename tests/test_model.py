from __future__ import annotations

from pathlib import Path

import pytest

from assistant.errors import SettingsError
from assistant.model import _without_keys, load_model
from assistant.settings import Settings

HOME = Path("nowhere")


def test_without_a_setting_there_is_no_model() -> None:
    assert load_model(Settings(home=HOME)) is None


@pytest.mark.parametrize("name", ["nosuchprovider:thing", "thing", "anthropic:"])
def test_a_name_that_no_installed_provider_knows_is_told(name: str) -> None:
    with pytest.raises(SettingsError, match="CLAUSIER_MODEL: expected provider:model") as caught:
        load_model(Settings(home=HOME, model=name))
    assert repr(name) in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_server_of_ones_own_needs_no_key_and_is_not_called_yet() -> None:
    pytest.importorskip("langchain_openai", reason="needs the extra [openai]")
    model = load_model(Settings(home=HOME, model="openai:local", model_url="http://127.0.0.1:9/v1", model_timeout=7))
    assert model is not None
    settings = model.model_dump()
    assert settings["openai_api_base"] == "http://127.0.0.1:9/v1"
    assert settings["request_timeout"] == 7
    assert settings["temperature"] == 0
    assert settings["max_tokens"] == 700


def test_a_key_is_in_no_message() -> None:
    key = "sk-abc123def456ghi789jkl"
    settings = Settings(
        home=HOME, model=f"nosuchprovider:{key}", model_url="http://127.0.0.1:9/v1", model_key="short-key"
    )
    with pytest.raises(SettingsError) as caught:
        load_model(settings)
    assert "short-key" not in str(caught.value)
    assert caught.value.__cause__ is None
    assert "short-key" not in repr(settings)
    assert _without_keys(f"refused: {key}, short-key", settings) == "refused: …, …"
