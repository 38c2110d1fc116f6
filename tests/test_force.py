from __future__ import annotations

import pytest

from assistant.proof.force import Force, binds_the_free, force_kept, modal_verbs, verbs_kept


@pytest.mark.parametrize(
    ("sentence", "source", "kept"),
    [
        ("The Provider must report.", "The Provider shall report.", True),
        ("The Provider may report.", "The Provider shall report.", False),
        ("The Provider may report.", "Le Prestataire rapporte.", False),
        ("The Provider must report.", "The Provider may report.", False),
        ("The Customer is entitled to report.", "Le Client peut rapporter.", True),
        ("The Provider must not report.", "The Provider may not report.", True),
        ("The Provider is not allowed to report.", "The Provider cannot report.", True),
        ("Up to 25% may be subcontracted.", "The share shall not exceed 25%.", True),
        ("The Provider must report a risk.", "Le Prestataire signale un risque qui peut nuire.", True),
        ("The Provider reports.", "The Provider shall report.", True),
    ],
)
def test_a_duty_stays_a_duty_and_a_permission_a_permission(sentence: str, source: str, kept: bool) -> None:
    assert force_kept(sentence, source, source) is kept


@pytest.mark.parametrize(
    ("text", "language", "verbs"),
    [
        ("It shall report.", "en", {"report": {Force.DUTY}}),
        ("It may not report.", "en", {"report": {Force.BAN}}),
        ("Neither party may report.", "en", {"report": {Force.BAN}}),
        ("Il peut, une (1) fois par an, auditer.", "fr", {"audit": {Force.LEAVE}}),
        ("Il ne peut auditer.", "fr", {"audit": {Force.BAN}}),
        ("It reports.", "en", {}),
    ],
)
def test_a_modal_bears_on_its_verb(text: str, language: str, verbs: dict[str, set[Force]]) -> None:
    assert modal_verbs(text, language) == verbs


@pytest.mark.parametrize(
    ("sentence", "source", "kept"),
    [
        ("It must report.", "It may report.", False),
        ("It may report.", "It shall not report without consent.", False),
        ("It may report with consent.", "It shall not report without consent.", True),
        ("It must give notice to end it.", "It may end it on notice.", None),
    ],
)
def test_each_verb_keeps_its_force(sentence: str, source: str, kept: bool | None) -> None:
    assert verbs_kept(modal_verbs(sentence, "en"), modal_verbs(source, "en"), {}, sentence) is kept


@pytest.mark.parametrize(
    ("sentence", "source", "bound"),
    [
        ("The Buyer must go.", "The Buyer may leave.", True),
        ("The Buyer must give notice to leave.", "The Buyer may leave.", False),
        ("The Buyer must go.", "The Buyer shall leave.", False),
        ("The Buyer must go.", "The Buyer leaves.", False),
    ],
)
def test_a_duty_is_not_made_of_permissions_alone(sentence: str, source: str, bound: bool) -> None:
    assert binds_the_free(sentence, source, modal_verbs(source, "en")) is bound
