"""The availability that is promised, and how often backups are made and how long they are kept: asked for, and stated."""

from __future__ import annotations

import pytest

from assistant.asked.clause_topics import rank_on, read_topic
from assistant.asked.service_topics import AVAILABILITY, BACKUP_KEPT, BACKUP_RHYTHM
from assistant.asked.topic import Topic


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("what uptime are they aiming at", AVAILABILITY),
        ("what availability is promised for the portal?", AVAILABILITY),
        ("quel est le SLA des serveurs ?", AVAILABILITY),
        ("quel taux de disponibilité est garanti pour le portail", AVAILABILITY),
        ("how often are backups made?", BACKUP_RHYTHM),
        ("tous les combien les données sont-elles sauvegardées ?", BACKUP_RHYTHM),
        ("how long are backups kept?", BACKUP_KEPT),
        ("combien de jours les sauvegardes sont-elles conservées ?", BACKUP_KEPT),
        ("what uptime credit do we get?", None),
        ("the availability was 98.7%, what do we get?", None),
        ("what happens if availability drops?", None),
        ("quel est le SLA pour répondre à un incident ?", None),
        ("who makes the backups and how often?", None),
        ("how long does it take to restore a backup?", None),
        ("how long are records kept?", None),
    ],
)
def test_a_topic_of_the_service_is_told_by_the_words_of_a_question(text: str, topic: Topic | None) -> None:
    assert read_topic(text) is topic


@pytest.mark.parametrize(
    ("topic", "text", "rank"),
    [
        (AVAILABILITY, "The Host makes the site available 99.5% of each month.", 2),
        (AVAILABILITY, "Le prestataire assure une disponibilité de 99,95 % ; à défaut un avoir est dû.", 2),
        (AVAILABILITY, "Monthly uptime\tTarget\nPortal\t99.9%", 2),
        (AVAILABILITY, "If availability is below 99.5%, a credit of 5% is due.", 1),
        (AVAILABILITY, "The Host uses reasonable efforts to keep the site available.", 0),
        (AVAILABILITY, "Availability is reported each month.", 0),
        (BACKUP_RHYTHM, "Back-ups are made every night.", 2),
        (BACKUP_RHYTHM, "Les données sont sauvegardées chaque jour.", 2),
        (BACKUP_RHYTHM, "The Client keeps backups of its files.", 0),
        (BACKUP_KEPT, "Backups shall be taken daily and kept for thirty (30) days.", 2),
        (BACKUP_KEPT, "Les sauvegardes sont conservées pendant trois mois.", 2),
        (BACKUP_KEPT, "Backups are made every night.", 0),
        (BACKUP_KEPT, "Records are kept for ten years.", 0),
    ],
)
def test_only_what_states_the_topic_of_the_service_ranks_on_it(topic: Topic, text: str, rank: int) -> None:
    assert rank_on(topic, text) == rank
