from __future__ import annotations

import pytest

from assistant.proof.permission import Leave, read_permission


@pytest.mark.parametrize(
    ("sentence", "leave"),
    [
        ("The Provider may subcontract the Services.", Leave.FREE),
        ("The Provider may freely subcontract the Services without the Client's consent.", Leave.FREE),
        ("The Provider may subcontract the Services with the prior written consent of the Client.", Leave.CONSENT),
        ("The Provider shall not subcontract the Services without the Client's consent.", Leave.CONSENT),
        ("Neither party may assign this Agreement without the other party's consent.", Leave.CONSENT),
        ("The Provider shall not subcontract the Services.", Leave.NEVER),
        ("Le Prestataire peut sous-traiter les Services.", Leave.FREE),
        ("Le Prestataire ne sous-traite aucune partie des Services sans l’accord préalable du Client.", Leave.CONSENT),
        ("Le Prestataire ne peut en aucun cas sous-traiter les Services.", Leave.NEVER),
        # a condition, two verbs, a reference, or nothing of the kind
        ("The Provider may subcontract the Services if the Client agrees.", None),
        ("The Provider may subcontract the Services and the Client may object.", None),
        ("The Provider may subcontract the Services in accordance with clause 12.", None),
        ("The Provider subcontracts the Services.", None),
    ],
)
def test_on_what_terms_a_thing_may_be_done(sentence: str, leave: Leave | None) -> None:
    found = read_permission(sentence)
    assert (found.leave if found else None) is leave
