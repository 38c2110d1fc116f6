import pytest

from evals.literal import has


@pytest.mark.parametrize(
    ("text", "literal"),
    [
        ("Within 4 hours.", "4 hours"),
        ("within 4\u00a0HOURS", "4 hours"),
        ("a thirty\u2011minute call", "thirty-minute"),
        ("l\u2019engagement \u00ab ferme \u00bb", "l'engagement"),
        ("it costs 12\u202f000 \u20ac", "12 000"),
        ("nothing\nof  it", "nothing of it"),
        ("the second", "the first|the second"),
        ("de\u0301lai", "délai"),
        ("99.95%.", "99.95%"),
    ],
)
def test_has(text: str, literal: str) -> None:
    assert has(text, literal)


@pytest.mark.parametrize(
    ("text", "literal"),
    [
        ("within 24 hours", "4 hours"),
        ("clause 41", "clause 4"),
        ("14", "4"),
        ("four hours", "4 hours"),
        ("", "4 hours"),
        ("delai", "délai"),
    ],
)
def test_has_not(text: str, literal: str) -> None:
    assert not has(text, literal)


def test_an_empty_literal_is_in_nothing() -> None:
    assert not has("anything", "")
