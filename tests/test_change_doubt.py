import pytest

from assistant.family.change_doubt import Doubt, Reason

TOLD = {"target": "Annex <1>", "clause": "8.2", "document": "terms", "words": "ten {days}", "times": "2"}


@pytest.mark.parametrize("reason", Reason)
def test_both_languages_say_each_reason_with_the_same_names(reason: Reason) -> None:
    english, french = (Doubt(reason, TOLD).said(language) for language in ("en", "fr"))
    assert english != french
    for name in TOLD.values():
        assert (name in english) == (name in french)
    assert Doubt(reason, TOLD).said("de") == english
