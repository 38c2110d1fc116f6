from __future__ import annotations

import pytest

from assistant.role_words import roles_named
from ingest.document import Role


@pytest.mark.parametrize(
    ("question", "roles"),
    [
        ("what uptime is promised in the SLA?", {Role.SERVICE_LEVELS}),
        ("Que dit le DPA sur les sous-traitants ?", {Role.DATA_PROTECTION}),
        ("Dans l'annexe financière, quel est le prix ?", {Role.PRICING}),
        ("does the exit plan or the quality plan say so?", {Role.EXIT_PLAN, Role.QUALITY_PLAN}),
        ("Le plan de réversibilité prévoit quoi ?", {Role.EXIT_PLAN}),
        ("Et l'avenant ?", {Role.AMENDMENT}),
        ("les conditions générales le permettent ?", {Role.FRAMEWORK}),
        ("what service levels must they meet?", set()),
        ("how much do they charge us?", set()),
        ("où sont nos données personnelles ?", set()),
        ("slalom", set()),
    ],
)
def test_documents_are_named_by_what_they_are(question: str, roles: set[Role]) -> None:
    assert roles_named(question) == roles
