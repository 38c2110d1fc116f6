from __future__ import annotations

import pytest

from assistant.learning.self_contained import needs_lead, self_contained
from ingest.language import detect


@pytest.mark.parametrize(
    ("sentence", "alone"),
    [
        ("The handover period is reduced to twelve days for this replacement only.", False),
        ("After those eighteen months the supplier may replace a member of the team.", False),
        ("La Mutuelle peut alors résilier le contrat moyennant un préavis de trois mois.", False),
        ("Le prestataire remet le rapport dans les dix jours suivant cette notification.", False),
        ("However, the supplier may keep copies of the data for ninety days.", False),
        ("En outre, le prestataire remet chaque mois un rapport au client.", False),
        ("Any such audit shall be announced to the supplier ten days before.", False),
        ("Its total liability in a year is limited to two million euros.", False),
        ("The client may extend it once by three months before its end.", False),
        ("La Mutuelle peut la prolonger une fois, de trois mois au plus.", False),
        ("Except for the charges set forth above, no other fees are payable.", False),
        ("Le client accepte les conditions ci-dessus par sa signature.", False),
        ("The services are grouped in the following service towers.", False),
        ("Protection of Personal Data and Other Confidential Information.", False),
        ("Suspension du service par le prestataire pour un usage abusif.", False),
        ("Assurer la reprise des données par le nouveau prestataire.", False),
        ("This Agreement takes effect on 1 April 2023 in both countries.", True),
        ("In addition to the fees, the client bears the costs of travel.", True),
        ("If a fee is disputed, the client shall pay such fee in part.", True),
        ("The supplier shall take such measures as are needed to restore it.", True),
        ("The term described in Clause 15 above runs for five years.", True),
        ("Les frais de l’article 8 ci-dessus sont payés à trente jours.", True),
        ("Le présent contrat prend effet le 1er avril 2024 pour cinq ans.", True),
        ("If an incident recurs, the supplier shall then explain that to the client in writing.", True),
        ("The supplier shall report each replacement, and the reason for this replacement.", True),
        ("Neither party may assign this Agreement without the consent of the other party.", True),
        ("Le client accepte ce contrat et les engagements de cette annexe sans réserve.", True),
        ("The supplier shall review this Quality Plan every twelve (12) months.", True),
        ("Les Parties s’engagent à respecter celles des mesures que prévoit ce Plan.", True),
    ],
)
def test_a_saying_leans_on_nothing_that_is_not_shown_with_it(sentence: str, alone: bool) -> None:
    assert self_contained(sentence, detect(sentence)) is alone


def test_a_definition_and_a_duty_need_no_announcement_unless_it_limits_them() -> None:
    duty = "The supplier shall insure the vehicles against fire."
    assert not needs_lead(duty, "The supplier has these duties:")
    assert needs_lead(duty, "Unless the client does so itself:")
    assert needs_lead(duty, "Sauf accord contraire :")
    assert needs_lead("Loss of a certificate.", "The client may terminate for:")
    assert not needs_lead("« Jour » : jour calendaire.", "Dans le présent contrat :")
    assert not needs_lead("Loss of a certificate.", "The client may terminate.")
