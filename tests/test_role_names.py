from __future__ import annotations

import pytest

from ingest.document import Role
from ingest.role_names import NAMED, annex_role


@pytest.mark.parametrize(
    ("said", "named", "role"),
    [
        ("l’article 4.4 de l’annexe SLA", "annexe SLA", Role.SERVICE_LEVELS),
        ("clause 2 of the Pricing Schedule", "Pricing Schedule", Role.PRICING),
        ("the exit\nplan", "exit plan", Role.EXIT_PLAN),
        ("Annex 4", None, None),
    ],
)
def test_an_annex_is_named_by_what_it_holds(said: str, named: str | None, role: Role | None) -> None:
    match = NAMED.search(said.replace("\n", " "))
    assert (match and match.group()) == named
    assert annex_role(said) is role
