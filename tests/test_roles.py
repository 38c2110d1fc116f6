import pytest

from ingest.document import Role
from ingest.roles import find_role


@pytest.mark.parametrize(
    ("stem", "title", "text", "role"),
    [
        ("framework-agreement", "Framework Agreement", "", Role.FRAMEWORK),
        ("annexe-2", "Convention de niveaux de service", "", Role.SERVICE_LEVELS),
        ("sla_vpc", "", "", Role.SERVICE_LEVELS),
        ("DPA", "", "", Role.DATA_PROTECTION),
        ("doc3", "Plan de réversibilité", "", Role.EXIT_PLAN),
        ("paq", "Plan d'assurance qualité", "", Role.QUALITY_PLAN),
        ("x", "Annexe financière", "", Role.PRICING),
        ("amendment-1", "Amendment No. 1 to the Framework Agreement", "", Role.AMENDMENT),
        ("x", "Avenant n° 1", "", Role.AMENDMENT),
        ("deed-of-variation-1", "Deed of Variation (No. 1)", "", Role.AMENDMENT),
        ("4-variation-1", "4-variation-1", "Variation 1", Role.AMENDMENT),
        ("x", "Variation Agreement", "", Role.AMENDMENT),
        ("Change_Order_No_3", "", "", Role.AMENDMENT),
        ("x", "Contract Change Notice 12", "", Role.AMENDMENT),
        ("x", "Ordre de modification n° 2", "", Role.AMENDMENT),
        ("annex-7-change-order-form", "Annex 7: Change Order", "", Role.ANNEX),
        ("schedule-9", "Schedule 9: Variation procedure", "", Role.ANNEX),
        ("annexe-4", "Annexe 4 - Variation 2,5 % des prix", "", Role.ANNEX),
        ("side_letter", "", "Dear Sirs", Role.AMENDMENT),
        ("x", "Acte modificatif n° 2", "", Role.AMENDMENT),
        ("services-agreement_SECONDAMENDMENT", "Second Amendment to Services Agreement", "", Role.AMENDMENT),
        ("services_agreement_2", "", "SECOND AMENDMENT TO SERVICES AGREEMENT This amendment", Role.AMENDMENT),
        ("Master Agreement", "", "AVENANT N° 2 AU CONTRAT CADRE Entre", Role.AMENDMENT),
        ("Master Agreement", "", "AMENDED AND RESTATED MASTER AGREEMENT", Role.FRAMEWORK),
        ("scan0001", "", "HOSTING AGREEMENT between", Role.FRAMEWORK),
        ("scan0002", "", "nothing of the kind", Role.OTHER),
        ("EX-10_Hosting_Agreement", "Exhibit 10", "", Role.FRAMEWORK),
        ("schedule-4", "", "", Role.ANNEX),
        ("Acme-Cloud-Terms-Version-1.0", "Acme Cloud Terms", "with the data processing addendum", Role.FRAMEWORK),
        ("services-agreement_powerof", "Limited Power of Attorney", "", Role.OTHER),
        ("contrat-cadre_p", "PROCURATION", "", Role.OTHER),
        ("services-agreement", "Agreement on the power of attorney", "", Role.FRAMEWORK),
        ("Playbook-of-Additional-Terms-for-DPA", "Playbook", "", Role.OTHER),
    ],
)
def test_the_narrowest_word_decides_the_role(stem, title, text, role):
    assert find_role(stem, title, text) is role
