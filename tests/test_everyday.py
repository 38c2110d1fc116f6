"""Words that are said of anything, beside ones that name a thing."""

import pytest

from assistant.wording.everyday import is_everyday


@pytest.mark.parametrize(
    "word",
    "Christmas Noël weekends GMT Euros dollar GBP German française France Twenty douze Mr Madame everybody rien".split(),
)
def test_a_word_that_is_said_of_anything_is_told(word: str) -> None:
    assert is_everyday(word)


@pytest.mark.parametrize(
    "word", "CRM intranet Salesforce SharePoint Tenerife licence messagerie tenant Dayforce".split()
)
def test_the_name_of_a_thing_is_not(word: str) -> None:
    assert not is_everyday(word)
