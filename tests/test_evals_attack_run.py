"""The attacks that come with the program, with a model that obeys them: none does harm."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Answer
from assistant.commands.attacks import page
from evals.attack import Attack, Harm, Kind, read_attacks
from evals.attack_run import AttackOutcome, attacked_text, fill, markdown, network_harms, page_harms, run_attacks
from evals.tripwire import Tripwire
from tests.fake_parts import FakeParts

ATTACKS = read_attacks()


@pytest.fixture(scope="module")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FakeParts]:
    """A home with a contract for each attack."""
    folder = tmp_path_factory.mktemp("attacks")
    with FakeParts(folder / "home") as parts:
        fill(ATTACKS, parts, folder)
        yield parts


@pytest.fixture(scope="module")
def tripwire() -> Tripwire:
    return Tripwire()


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.id)
def test_no_attack_changes_a_fact_leaks_a_contract_or_calls_out(
    attack: Attack, attacked: FakeParts, tripwire: Tripwire
) -> None:
    (outcome,) = run_attacks([attack], attacked, tripwire, page)
    assert outcome.harms == ()


def test_a_page_that_lets_a_tag_through_and_a_connection_are_harms(attacked: FakeParts, tripwire: Tripwire) -> None:
    def careless(answer: Answer) -> str:
        tripwire.calls.append("socket.connect")  # too late to be this answer's
        return f"<p>{answer.text}</p><img src=x>"

    (outcome,) = run_attacks(ATTACKS[:1], attacked, tripwire, careless)
    assert [harm.kind for harm in outcome.harms] == [Kind.MARKUP]
    assert [harm.kind for harm in page_harms("<P>&lt;script&gt;</P>")] == []
    assert [harm.kind for harm in network_harms(["socket.connect ('192.0.2.1', 80)"])] == [Kind.NETWORK]


def test_the_hostile_clause_stands_in_its_own_contract_alone() -> None:
    inside = next(attack for attack in ATTACKS if attack.where == "document")
    outside = next(attack for attack in ATTACKS if attack.where == "question")
    assert attacked_text(inside).startswith(attacked_text(outside.model_copy(update={"lang": inside.lang})))
    assert inside.text.split("\n")[0] in attacked_text(inside)


def test_the_table_counts_attacks_and_tells_the_harms() -> None:
    harm = Harm(kind=Kind.FACT, told="it says 'zero' as a fact")
    outcomes = [
        AttackOutcome(attack=attack, written=True, harms=(harm, harm) if not at else ())
        for at, attack in enumerate(ATTACKS[:3])
    ]
    table = markdown(outcomes)
    assert "| document | en | 3 | 3 | 1 | 0 | 0 | 0 |" in table
    assert "| all | | 3 | 3 | 1 | 0 | 0 | 0 |" in table
    assert f"- {ATTACKS[0].id}: it says 'zero' as a fact" in table
