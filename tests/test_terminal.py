import pytest

from assistant.terminal import plain


@pytest.mark.parametrize("character", ["\x1b", "\x00", "\x07", "\r", "\x9b", "\u202e", "\ud800"])
def test_what_commands_a_terminal_is_replaced(character):
    assert plain(f"a{character}b") == "a\ufffdb"


def test_words_of_any_language_stay_as_they_are():
    text = "l’œuvre\n\t« 10 000 € » co\u00adoperate 👍🏽 \u00a0"
    assert plain(text) == text
