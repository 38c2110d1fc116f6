"""What an amendment says holds for a time alone, in many shapes: read where that is certain, told as uncertain elsewhere."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from assistant.family.ledger import Ledgers
from ingest.document import Role
from tests.fake_contracts import Contracts, read_lines

ENGLISH = (
    "1. Fees",
    "",
    "1.1 The fee is 200 euros a month.",
    "",
    "2. Levels",
    "",
    "2.1 The Provider shall answer within 4 hours.",
    "",
    "2.2 A credit of 5% is due for each miss.",
    "",
    "3. Visits",
    "",
    "3.1 The Provider visits each month.",
)
FRENCH = (
    "1. Prix",
    "",
    "1.1 Le prix est de 200 euros par mois.",
    "",
    "2. Niveaux",
    "",
    "2.1 Le Prestataire répond en 4 heures.",
    "",
    "2.2 Une pénalité de 5 % est due par manquement.",
    "",
    "3. Visites",
    "",
    "3.1 Le Prestataire vient chaque mois.",
)
EFFECT = {
    "en": "1.1 This Amendment takes effect on 1 May 2025.",
    "fr": "1.1 Le présent avenant prend effet le 1er mai 2025.",
}


def ledger_of(folder: Path, language: str, said: str) -> list[tuple[str, str, str, bool]]:
    """Each change that a sentence makes: operation, clause, "first/last" day and whether it is certain."""
    with Contracts(folder) as made:
        base = ENGLISH if language == "en" else FRENCH
        made.add_document("Acme", replace(read_lines(*base, title="Agreement"), role=Role.FRAMEWORK), "agreement")
        lines = ("1. Changes", "", EFFECT[language], "", f"1.2 {said}")
        made.add_document("Acme", replace(read_lines(*lines, title="Amendment"), role=Role.AMENDMENT), "amendment")
        return [
            (str(each.change.operation), each.change.target.label, f"{each.effective}/{each.until}", each.certain)
            for each in Ledgers(made.library).of("Acme")
        ]


@pytest.mark.parametrize(
    ("language", "said", "changes"),
    [
        (
            "en",
            "For the months of July and August 2025 only, clause 2.2 does not apply.",
            [("suspended", "2.2", "2025-07-01/2025-08-31")],
        ),
        ("en", "Clause 2.2 shall not apply until 31 December 2025.", [("suspended", "2.2", "2025-05-01/2025-12-31")]),
        (
            "en",
            "During the transition period from 1 May 2025 to 30 June 2025, clause 2.2 is suspended.",
            [("suspended", "2.2", "2025-05-01/2025-06-30")],
        ),
        (
            "en",
            "Notwithstanding clause 2.1, until 30 September 2025 the Provider shall answer within 8 hours.",
            [("exception", "2.1", "2025-05-01/2025-09-30")],
        ),
        (
            "en",
            "By way of derogation from clause 2.1, the Provider may answer within 8 hours from 1 May 2025 to 31 July 2025.",
            [("exception", "2.1", "2025-05-01/2025-07-31")],
        ),
        (
            "en",
            "The application of clause 2.2 is suspended for six months from 1 May 2025.",
            [("suspended", "2.2", "2025-05-01/2025-10-31")],
        ),
        (
            "en",
            "No credit is due under clause 2.2 for the third quarter of 2025.",
            [("exception", "2.2", "2025-07-01/2025-09-30")],
        ),
        (
            "en",
            "Between 1 June 2025 and 31 August 2025, the period of 4 hours in clause 2.1 is replaced by a period of 8 hours.",
            [("figure changed", "2.1", "2025-06-01/2025-08-31")],
        ),
        (
            "en",
            "As an exception to clause 3.1, no visit takes place in August 2025.",
            [("exception", "3.1", "2025-08-01/2025-08-31")],
        ),
        (
            "en",
            "Clause 3.1 is waived for the period ending on 31 October 2025.",
            [("suspended", "3.1", "2025-05-01/2025-10-31")],
        ),
        (
            "en",
            "In derogation from clause 1.1, the fee is 100 euros a month through 31 December 2025.",
            [("exception", "1.1", "2025-05-01/2025-12-31")],
        ),
        (
            "en",
            "Until 31 December 2025, clause 2.1 shall read as follows: “The Provider shall answer within 8 hours.”",
            [("replaced", "2.1", "2025-05-01/2025-12-31")],
        ),
        (
            "en",
            "For a period of three months commencing on 1 May 2025, the credits of clause 2.2 are halved.",
            [("exception", "2.2", "2025-05-01/2025-07-31")],
        ),
        (
            "en",
            "The Customer waives its rights under clause 2.2 for the months of May and June 2025.",
            [("exception", "2.2", "2025-05-01/2025-06-30")],
        ),
        ("en", "Clause 2.2 applies only from 1 January 2026.", [("suspended", "2.2", "2025-05-01/2025-12-31")]),
        (
            "fr",
            "Pour les seuls mois de juillet et août 2025, l’article 2.2 ne s’applique pas.",
            [("suspended", "2.2", "2025-07-01/2025-08-31")],
        ),
        (
            "fr",
            "L’article 2.2 ne s’applique pas jusqu’au 31 décembre 2025.",
            [("suspended", "2.2", "2025-05-01/2025-12-31")],
        ),
        (
            "fr",
            "Durant la période transitoire du 1er mai 2025 au 30 juin 2025, l’article 2.2 est suspendu.",
            [("suspended", "2.2", "2025-05-01/2025-06-30")],
        ),
        (
            "fr",
            "Par dérogation à l’article 2.1, le Prestataire répond en 8 heures jusqu’au 30 septembre 2025.",
            [("exception", "2.1", "2025-05-01/2025-09-30")],
        ),
        (
            "fr",
            "À titre dérogatoire, et du 1er mai 2025 au 31 juillet 2025, le délai de l’article 2.1 est de 8 heures.",
            [("exception", "2.1", "2025-05-01/2025-07-31")],
        ),
        (
            "fr",
            "L’application de l’article 2.2 est suspendue pendant six mois à compter du 1er mai 2025.",
            [("suspended", "2.2", "2025-05-01/2025-10-31")],
        ),
        (
            "fr",
            "Aucune pénalité n’est due au titre de l’article 2.2 pour le troisième trimestre 2025.",
            [("exception", "2.2", "2025-07-01/2025-09-30")],
        ),
        (
            "fr",
            "Entre le 1er juin 2025 et le 31 août 2025, le délai de 4 heures de l’article 2.1 est remplacé par un délai de 8 heures.",
            [("figure changed", "2.1", "2025-06-01/2025-08-31")],
        ),
        (
            "fr",
            "Par exception à l’article 3.1, aucune visite n’a lieu en août 2025.",
            [("exception", "3.1", "2025-08-01/2025-08-31")],
        ),
        (
            "fr",
            "Les dispositions de l’article 3.1 sont écartées jusqu’au 31 octobre 2025.",
            [("exception", "3.1", "2025-05-01/2025-10-31")],
        ),
        (
            "fr",
            "Nonobstant l’article 1.1, le prix est de 100 euros par mois jusqu’au 31 décembre 2025.",
            [("exception", "1.1", "2025-05-01/2025-12-31")],
        ),
        (
            "fr",
            "Jusqu’au 31 décembre 2025, l’article 2.1 est rédigé comme suit : « Le Prestataire répond en 8 heures. »",
            [("replaced", "2.1", "2025-05-01/2025-12-31")],
        ),
        (
            "fr",
            "Pendant trois mois à compter du 1er mai 2025, les pénalités de l’article 2.2 sont réduites de moitié.",
            [("exception", "2.2", "2025-05-01/2025-07-31")],
        ),
        (
            "fr",
            "Le Client renonce à l’application de l’article 2.2 pour les mois de mai et juin 2025.",
            [("exception", "2.2", "2025-05-01/2025-06-30")],
        ),
        (
            "fr",
            "L’article 2.2 ne s’applique qu’à compter du 1er janvier 2026.",
            [("suspended", "2.2", "2025-05-01/2025-12-31")],
        ),
        ("en", "Clause 2.2 shall not apply before 1 January 2026.", [("suspended", "2.2", "2025-05-01/2025-12-31")]),
        (
            "en",
            "Clause 2.2 shall not apply in respect of Tower B until 31 December 2025.",
            [("exception", "2.2", "2025-05-01/2025-12-31")],
        ),
        (
            "en",
            "For the works (1 May 2025 to 30 June 2025), the Provider shall answer within 8 hours instead of the 4 hours of clause 2.1.",
            [("figure changed", "2.1", "2025-05-01/2025-06-30")],
        ),
        (
            "en",
            "Clauses 2.1 and 2.2 shall not apply from 1 May 2025 until 30 June 2025 (inclusive).",
            [("suspended", "2.1", "2025-05-01/2025-06-30"), ("suspended", "2.2", "2025-05-01/2025-06-30")],
        ),
        (
            "en",
            "Exceptionally, in August 2025 the visit of clause 3.1 takes place by video.",
            [("exception", "3.1", "2025-08-01/2025-08-31")],
        ),
        (
            "en",
            "The obligation in clause 3.1 is suspended until the end of June 2025.",
            [("exception", "3.1", "2025-05-01/2025-06-30")],
        ),
        (
            "en",
            "With effect from 1 May 2025 and until 31 October 2025, clause 2.1 is amended by replacing “4 hours” with “8 hours”.",
            [("words replaced", "2.1", "2025-05-01/2025-10-31")],
        ),
        (
            "en",
            "As a temporary measure, clause 1.1 shall be read as if the fee were 150 euros until 31 July 2025.",
            [("exception", "1.1", "2025-05-01/2025-07-31")],
        ),
        (
            "en",
            "For calendar year 2025, the credits of clause 2.2 are capped at 100 euros.",
            [("exception", "2.2", "2025-01-01/2025-12-31")],
        ),
        (
            "en",
            "The Parties agree that clause 2.2 will not be enforced in June 2025.",
            [("suspended", "2.2", "2025-06-01/2025-06-30")],
        ),
        (
            "en",
            "Clause 2.2 shall have no effect during the months of May to July 2025.",
            [("suspended", "2.2", "2025-05-01/2025-07-31")],
        ),
        (
            "en",
            "The Provider is released from clause 3.1 from 1 May 2025 to 31 May 2025.",
            [("exception", "3.1", "2025-05-01/2025-05-31")],
        ),
        (
            "fr",
            "L’article 2.2 ne s’applique pas avant le 1er janvier 2026.",
            [("suspended", "2.2", "2025-05-01/2025-12-31")],
        ),
        (
            "fr",
            "L’article 2.2 ne s’applique pas au lot B jusqu’au 31 décembre 2025.",
            [("exception", "2.2", "2025-05-01/2025-12-31")],
        ),
        (
            "fr",
            "Durant la durée du chantier (du 1er mai 2025 au 30 juin 2025), on répond en 8 heures au lieu des 4 heures de l’article 2.1.",
            [("figure changed", "2.1", "2025-05-01/2025-06-30")],
        ),
        (
            "fr",
            "Les articles 2.1 et 2.2 ne s’appliquent pas du 1er mai 2025 au 30 juin 2025 inclus.",
            [("suspended", "2.1", "2025-05-01/2025-06-30"), ("suspended", "2.2", "2025-05-01/2025-06-30")],
        ),
        (
            "fr",
            "Exceptionnellement, en août 2025, la visite de l’article 3.1 a lieu par visioconférence.",
            [("exception", "3.1", "2025-08-01/2025-08-31")],
        ),
        (
            "fr",
            "L’obligation prévue à l’article 3.1 est suspendue jusqu’à fin juin 2025.",
            [("exception", "3.1", "2025-05-01/2025-06-30")],
        ),
        (
            "fr",
            "Du 1er mai 2025 au 31 octobre 2025, à l’article 2.1, les mots « 4 heures » sont remplacés par les mots « 8 heures ».",
            [("words replaced", "2.1", "2025-05-01/2025-10-31")],
        ),
        (
            "fr",
            "À titre temporaire, l’article 1.1 se lit avec un prix de 150 euros jusqu’au 31 juillet 2025.",
            [("exception", "1.1", "2025-05-01/2025-07-31")],
        ),
        (
            "fr",
            "Pour l’année civile 2025, les pénalités de l’article 2.2 sont plafonnées à 100 euros.",
            [("exception", "2.2", "2025-01-01/2025-12-31")],
        ),
        (
            "fr",
            "Les Parties conviennent que l’article 2.2 ne sera pas appliqué en juin 2025.",
            [("suspended", "2.2", "2025-06-01/2025-06-30")],
        ),
        (
            "fr",
            "L’article 2.2 est privé d’effet pendant les mois de mai à juillet 2025.",
            [("suspended", "2.2", "2025-05-01/2025-07-31")],
        ),
        (
            "fr",
            "Le Prestataire est dispensé de l’article 3.1 du 1er mai 2025 au 31 mai 2025.",
            [("exception", "3.1", "2025-05-01/2025-05-31")],
        ),
        (
            "fr",
            "Il est sursis à l’application de l’article 3.1 jusqu’au 31 août 2025.",
            [("exception", "3.1", "2025-05-01/2025-08-31")],
        ),
    ],
)
def test_what_holds_for_a_time_is_read(
    tmp_path: Path, language: str, said: str, changes: list[tuple[str, str, str]]
) -> None:
    assert ledger_of(tmp_path, language, said) == [(*change, True) for change in changes]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Clause 2.2 shall not apply during the pilot phase."),
        ("fr", "L’article 2.2 ne s’applique pas pendant la phase pilote."),
        ("en", "Clause 2.2 is disapplied for a period of six months."),
        ("en", "Until further notice, clause 2.2 does not apply."),
        ("en", "Clause 3.1 resumes on 1 September 2025; until then it does not apply."),
        ("en", "The term of clause 1.1 is extended until 31 December 2026."),
        ("fr", "L’application de l’article 2.2 est suspendue pour une durée de six mois."),
        ("fr", "Jusqu’à nouvel ordre, l’article 2.2 ne s’applique pas."),
        ("fr", "La durée de l’article 1.1 est prolongée jusqu’au 31 décembre 2026."),
    ],
)
def test_a_time_without_its_days_is_told_as_uncertain(tmp_path: Path, language: str, said: str) -> None:
    (change,) = ledger_of(tmp_path, language, said)
    assert change[3] is False
    assert change[2].endswith("/None")


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "The notice in clause 3.1 expires on 31 December 2025."),
        ("en", "Clause 1.1 continues to apply until 31 December 2026."),
        ("fr", "Le préavis de l’article 3.1 expire le 31 décembre 2025."),
        ("fr", "L’article 1.1 continue de s’appliquer jusqu’au 31 décembre 2026."),
    ],
)
def test_a_term_or_a_deadline_is_no_exception(tmp_path: Path, language: str, said: str) -> None:
    assert ledger_of(tmp_path, language, said) == []
