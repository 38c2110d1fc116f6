import pytest

from assistant.wording.expense import payers


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("The Agency shall put right the defects at its own cost.", "en", {"agenc"}),
        ("Defects are put right at the client's expense.", "en", {"client"}),
        ("Tests are run at the sole expense of the Tenderer.", "en", {"tenderer"}),
        ("Le Client peut, à tout moment et à ses frais, faire auditer les locaux.", "fr", {"client"}),
        ("Les réparations sont effectuées aux frais du bailleur Durand.", "fr", set()),
        ("Les réparations sont effectuées aux frais du Client.", "fr", {"client"}),
        ("Le transport est à la charge de l’Acheteur.", "fr", {"acheteur"}),
        ("The Supplier tells the Bank of a change. It trains the new engineer at its own cost.", "en", {"supplier"}),
        ("The fee is 12 euros.", "en", set()),
    ],
)  # fmt: skip
def test_who_bears_the_expense(text: str, language: str, found: set[str]) -> None:
    assert payers(text, language) == found
