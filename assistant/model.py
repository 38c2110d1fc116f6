"""Settings -> LangChain chat model, or none."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from assistant.errors import SettingsError
from assistant.settings import Settings

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

RETRIES = 1
_KEY = re.compile(
    r"\b(?=[\w-]{0,200}\d)(?=[\w-]{0,200}[A-Za-z])[\w-]{20,}\b"
)  # long, of letters and digits: no word of a message
MOST_TOKENS = 700
"""What a reply may have: six sentences with their marks need less, and a small model that repeats itself would never end."""


def load_model(settings: Settings) -> BaseChatModel | None:
    """The chat model that the settings name, None when they name none. No call is made yet.

    Keys come from the provider's own environment variables. A server of one's own (``model_url``) that needs no key
    gets a placeholder, since clients insist on one.

    Raises:
        SettingsError: when the provider's package is not installed, its key is missing, or the name is not ``provider:model``.
    """
    if not settings.model:
        return None
    # imported here: langchain takes a second, and the default install answers without a model
    from langchain.chat_models import init_chat_model

    options: dict[str, Any] = {"temperature": 0, "timeout": settings.model_timeout, "max_retries": RETRIES}
    options["max_tokens"] = MOST_TOKENS
    if settings.model_url:
        options["base_url"] = settings.model_url
        options["api_key"] = settings.model_key or "none"
    try:
        model: BaseChatModel = init_chat_model(settings.model, **options)
    except Exception as error:  # each provider has errors of its own, for a missing key for instance
        reason = _without_keys(str(error).partition("\n")[0], settings)
        raise SettingsError(
            "CLAUSIER_MODEL: expected provider:model of an installed LangChain provider whose key is set, "
            f"got {settings.model!r} ({reason})"
        ) from None  # its own message, and those below it, may hold the key
    return model


def _without_keys(reason: str, settings: Settings) -> str:
    """A provider's message without the key that was given, or anything that looks like one."""
    told = reason.replace(settings.model_key, "…") if settings.model_key else reason
    return _KEY.sub("…", told)
