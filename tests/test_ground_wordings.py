"""What is true in other words passes, and what is false in them does not: ways of saying things that contracts and readers have."""

from __future__ import annotations

import pytest

from assistant.ground import faults
from assistant.wording.lexicon import Lexicon

ASSIGN = (
    "This Agreement may not be assigned by either party without the prior written consent of the other party, except that, "
    "without such consent, the Company may assign this Agreement to its lenders as collateral security."
)
LATE = "Interest is due on any sum that\n          is not made within thirty (30) days of its due date, at 12% per\n   annum."
EXCUSED = "Ardent shall be liable for delay, except for causes beyond its reasonable control."
SUSPEND = "Removing the agents does not suspend the support. Zelmar cannot be held responsible for faults caused by their absence."
AUDIT = "The cost of the audit is borne by Licensor unless a gap of more than 5% is found, in which case it is borne by Licensee."
RESPOND = "Zelmar responds to each Priority Two problem within eight (8) business hours."
VEST = "The shares vest in March 2031. Payments are made in US dollars within 30 days of delivery."
HALF = "La fonction sera disponible au S1 2031."
PRINTER = "The Printer shall deliver the proofs to the Author within six days. The Author shall pay the Printer."
FREED = (
    "No termination of this Agreement shall relieve the Customer of the obligation to pay all amounts due to Zelmar."
)
SURVIVES = "All payment obligations shall survive the termination. The contract may be terminated by either party on 5 days' notice."
NOTHING = "This Agreement does not create, and shall not be construed to create, a partnership, an association or a joint venture."
LAWS = "Le filtrage des flux est sous la responsabilité du **Client**."
UP_TO = "Zelmar will provide up to 500,000 impressions on its sites."


@pytest.mark.parametrize(
    ("sentence", "source"),
    [
        ("The Company may assign the contract to its lenders as collateral.", ASSIGN),
        (
            "Neither party may assign the agreement without the other's prior written consent, except the Company.",
            ASSIGN,
        ),
        ("Interest of 12% a year is due on what is paid more than 30 days late.", LATE),
        ("Ardent isn't liable for delay whose cause is beyond its reasonable control.", EXCUSED),
        ("The function is planned for the first half of 2031.", HALF),
        ("After termination the Customer must still pay what it owes to Zelmar.", FREED),
        ("Either party can end it by giving five days' notice.", SURVIVES),
        ("The agreement does not create a joint venture.", NOTHING),
        ("The Author must pay the Printer.", PRINTER),
        ("The Client is responsible for filtering the flows.", LAWS),
    ],
)
def test_the_same_in_other_words_is_borne_out(sentence: str, source: str) -> None:
    assert faults(sentence, [source], Lexicon.load()) == []


@pytest.mark.parametrize(
    ("sentence", "source"),
    [
        ("The cost of the audit is borne by Licensee, unless a gap of more than 5% is found.", AUDIT),
        ("Zelmar resolves each P2 problem within eight business hours.", RESPOND),
        ("The shares vest in May 2031.", VEST),
        ("Payments are made in euros within 30 days of delivery.", VEST),
        ("The function is planned for the second half of 2031.", HALF),
        ("The Author must deliver the proofs to the Printer within six days.", PRINTER),
        ("The payment obligations are extinguished on termination.", SURVIVES),
        ("Zelmar provides at least 500,000 impressions on its sites.", UP_TO),
        ("Zelmar is responsible for filtering the flows.", LAWS),
        ("Zelmar may provide impressions only with prior approval.", UP_TO),
        ("Zelmar is responsible for faults caused by the absence of the agents.", SUSPEND),
    ],
)
def test_the_contrary_in_other_words_is_not(sentence: str, source: str) -> None:
    assert faults(sentence, [source], Lexicon.load()) != []
