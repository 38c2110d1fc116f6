"""The errors of answering.

AssistantError            anything below; its message is a sentence for the user
├── BadQuestion           empty, too long, or not text
├── SettingsError         a setting has a value that cannot be used
└── ModelError            the language model failed; the answer falls back to quotes
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
