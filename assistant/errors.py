"""The errors of answering.

AssistantError            anything below; its message is a sentence for the user
├── BadQuestion           empty, too long, or not text
├── SettingsError         a setting has a value that cannot be used
└── ModelError            the language model failed; the answer falls back to quotes
    └── ModelUnreached    it gave no whole reply: no connection, a time-out, a refusal of the server's
"""

from __future__ import annotations


class AssistantError(Exception):
    """Any failure of answering; the message says what was expected, found, and what to do."""


class BadQuestion(AssistantError):
    """The question is empty, too long, or not text."""


class SettingsError(AssistantError):
    """A setting has a value that cannot be used."""


class ModelError(AssistantError):
    """The language model failed, refused or timed out."""


class ModelUnreached(ModelError):
    """The language model gave no whole reply, and would give none if it were asked again at once."""
