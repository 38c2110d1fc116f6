from __future__ import annotations

import pytest

from assistant.answering.contradiction import Contradiction
from assistant.answering.contradictions import Contradictions
from assistant.answering.piece import Piece
from assistant.asked.question import read_question
from assistant.wording.lexicon import Lexicon

PAY = "7.3 The Customer shall pay each undisputed invoice within thirty (30) days of its receipt."
EXCEPTED = PAY[:-1] + ", except that invoices for works are paid as stated in Annex 2."
PAIE = "9.3 La Mutuelle paie les factures dans un délai de quarante-cinq (45) jours."
LOGS = "(e) keep security logs for thirteen (13) months and make them available within one (1) Business Day"
NOTICE = "The Customer may terminate: the whole Agreement on one hundred and eighty (180) days' notice, or a tower on thirty (30) days'."
ROW = Piece("P1\t15 minutes\t30 minutes", "Response Time\nPriority\tWorking Hours\tNight")
RENEW = "2.5 This Agreement does not renew automatically. If no notice is given, it expires at the end of the period."
SUBCONTRACT = "11.1 The Provider may not subcontract any part of the Services without the Customer's prior consent."
LAW = "12 This Agreement is governed by the laws of the State of Delaware; the courts of Texas have jurisdiction."
NEITHER = "11.2 Neither Party shall subcontract the Services without the prior consent of the other."
BACKUPS = "4.2 The Provider makes backups of the data on a weekly basis."
RESIGN = "7 The Servicer may resign its duties hereunder by giving the Owner at least 60 days' prior written notice."
CURE = "8 If the Servicer does not cure a default within 30 days after notice of it, the Owner may remove it."
HIRE = Piece(
    "Neither party shall, for one (1) year after its termination, solicit for hire the other's staff.",
    "NON-SOLICITATION",
)
ENDLESS = "2. Period of the services: this Agreement is valid for an indefinite term."
SANS_FIN = (
    "Les contrats sont conclus pour une durée indéterminée, sauf disposition contraire des Conditions Particulières."
)
SECRETS = "9 Les obligations de confidentialité durent pendant le Contrat et cinq (5) années après sa résiliation."
SHORT = "4 If an inspection reveals an underpayment of more than five percent (5%), the Distributor pays the costs of the inspection."
ALERT = "13 The Provider reports a security incident within twelve (12) hours of its detection and updates the report every 24 hours."
CALLS = "5.2 Ninety percent of the calls are answered in less than sixty (60) seconds."
TESTS = "13.3 The Provider shall test the plan twice in each Contract Year and report the result."
HOURLY = "6.1 Pendant un Incident, le Prestataire diffuse un rapport toutes les trente (30) minutes."
ASSIGN = "10 Neither party shall assign this Agreement without the other party's express consent, which will not be withheld."
LOWERED = "2.4 La priorité ne peut être abaissée qu'avec l'accord du Client."
EFFECT = "2.1 This Agreement takes effect on 1 April 2023 (the Effective Date)."


class Reader:
    """Reads every statement alike."""

    def __init__(self, score: float) -> None:
        self.score = score

    def bears_out(self, words: str, statement: str) -> float:
        return self.score


def against(question: str, *pieces: str | Piece, score: float = 0.0) -> Contradiction | None:
    found = [piece if isinstance(piece, Piece) else Piece(piece) for piece in pieces]
    return Contradictions(Lexicon.load(), Reader(score)).of(read_question(question), found)


def told(question: str, *pieces: str | Piece, score: float = 0.0) -> str:
    found = against(question, *pieces, score=score)
    return found.told if found is not None else ""


@pytest.mark.parametrize(
    ("question", "pieces", "said"),
    [
        ("We have 60 days to pay an invoice, right?", (PAY,), "Not 60 days: the clause says 30 days."),
        ("Since an invoice is paid in 60 days, when is it due?", (PAY,), "Not 60 days: the clause says 30 days."),
        ("Is it true that we have 60 days to pay an invoice?", (PAY,), "Not 60 days: the clause says 30 days."),
        ("Pourquoi paie-t-on une facture en 60 jours ?", (PAY,), "Pas 60 jours : la clause dit 30 jours."),
        ("We have 60 days to pay, right?", (PAY,), "Not 60 days: the clause says 30 days."),
        (
            "We have 60 days to pay an invoice, right?",
            (EXCEPTED,),
            "Not 60 days: the clause says 30 days, with an exception.",
        ),
        ("On a 60 jours pour payer les factures, non ?", (PAIE,), "Pas 60 jours : la clause dit 45 jours."),
        ("Security logs are kept for 2 years, right?", (LOGS,), "Not 2 years: the clause says 13 months."),
        (
            "The customer gives 90 days notice to terminate a tower, right?",
            (NOTICE,),
            "Not 90 days: the clause says 30 days.",
        ),
        ("As P1 response time is 1 hour, who calls?", (ROW,), "Not 1 hour: the clause says 15 minutes and 30 minutes."),
        ("The agreement is governed by the laws of Texas, right?", (LAW,), "The clause names another law."),
        ("Comme le contrat est soumis au droit français, qui juge ?", (LAW,), "La clause désigne un autre droit."),
        ("Either party may subcontract the services freely, right?", (NEITHER,), "The clause says otherwise."),
        ("Backups of the data are made every month, right?", (BACKUPS,), "The clause says otherwise."),
        (
            "The agreement took effect on 1 July 2023, right?",
            (EFFECT,),
            "Not 1 July 2023: the clause says 1 April 2023.",
        ),
        ("The agreement renews automatically, doesn't it?", (RENEW,), "The clause says otherwise."),
        # what any clause may say is no sign that another one bears the figure out
        ("The servicer can resign on 30 days notice, right?", (CURE, RESIGN), "Not 30 days: the clause says 60 days."),
        (
            "The non-solicitation lasts two years after termination, right?",
            (HIRE,),
            "Not 2 years: the clause says 1 year.",
        ),
        (
            "The provider reports a security incident in 24 hours, right?",
            (ALERT,),
            "Not 24 hours: the clause says 12 hours.",
        ),
        # how often
        ("The plan is tested once a year, right?", (TESTS,), "The clause says otherwise."),
        ("Un rapport est diffusé toutes les heures, non ?", (HOURLY,), "La clause dit autre chose."),
        # without consent
        ("Acme can assign the agreement without our consent, can't they?", (ASSIGN,), "The clause says otherwise."),
        ("The provider can subcontract without asking us, right?", (SUBCONTRACT,), "The clause says otherwise."),
        (
            "Comme la priorité peut être abaissée sans l'accord du client, qui décide ?",
            (LOWERED,),
            "La clause dit autre chose.",
        ),
        # how long the contract runs
        ("The agreement runs for two years, right?", (ENDLESS,), "Not 2 years: the clause sets an indefinite term."),
        (
            "Le contrat dure trois ans, n'est-ce pas ?",
            (SECRETS, SANS_FIN),
            "Pas 3 ans : la clause fixe une durée indéterminée.",
        ),
        ("The provider may subcontract freely, right?", (SUBCONTRACT,), "The clause says otherwise."),
        ("The provider can subcontract without consent, can't they?", (SUBCONTRACT,), "The clause says otherwise."),
        ("Comme le prestataire peut sous-traiter librement, qui ?", (SUBCONTRACT,), "La clause dit autre chose."),
    ],
)
def test_what_is_taken_for_granted_and_is_not_so_is_contradicted(
    question: str, pieces: tuple[str | Piece, ...], said: str
) -> None:
    assert told(question, *pieces) == said


@pytest.mark.parametrize(
    ("question", "pieces"),
    [
        # so it is
        ("We have 30 days to pay an invoice, right?", (PAY,)),
        ("As P1 response time is 15 minutes, who calls?", (ROW,)),
        ("The agreement took effect on 1 April 2023, right?", (EFFECT,)),
        ("The agreement does not renew automatically, right?", (RENEW,)),
        ("The provider may not subcontract without consent, right?", (SUBCONTRACT,)),
        ("The plan is tested twice a year, right?", (TESTS,)),
        ("The plan is tested at least once a year, right?", (TESTS,)),
        ("The plan is tested once a year, right?", (TESTS, "The plan is also tested once a year by the auditor.")),
        (
            "Acme can assign the agreement without our consent, right?",
            (ASSIGN, "Acme may freely assign the Agreement."),
        ),
        ("The provider can subcontract printing without asking us, right?", (SUBCONTRACT,)),
        ("Calls are answered in less than one minute, right?", (CALLS,)),
        ("An 8% underpayment means the distributor pays the costs of the inspection, right?", (SHORT,)),
        ("A notice of 30 days is not enough for the servicer to resign, right?", (RESIGN,)),
        # or may be so by other words
        ("We have 60 days to pay an invoice, right?", (PAY, "Invoices for works are paid within sixty (60) days.")),
        ("The customer gives 180 days notice to terminate a tower, right?", (NOTICE,)),
        ("The agreement took effect on 1 July 2023, right?", (EFFECT, "Annex 2 takes effect on 1 July 2023.")),
        # nothing speaks of all that is asserted
        ("We have 60 days to contest an invoice, right?", (PAY,)),
        ("As P2 response time is 1 hour, who calls?", (ROW,)),
        ("As P1 resolution time is 1 hour, who calls?", (ROW,)),
        ("The agreement renews automatically each year for the licence, right?", (RENEW,)),
        ("Le contrat dure trois ans, n'est-ce pas ?", (SECRETS,)),
        (
            "The agreement runs for two years, right?",
            (ENDLESS, "The maintenance agreement continues for two (2) years."),
        ),
        # nothing is asserted, or on a condition
        ("How long do we have to pay an invoice?", (PAY,)),
        ("Can we pay an invoice after 60 days?", (PAY,)),
        ("The provider may subcontract if we consent, right?", (SUBCONTRACT,)),
        # what is denied is but a condition
        (
            "The agreement renews automatically, right?",
            ("If the Agreement does not renew automatically, the fee is refunded.",),
        ),
        # the value was taken out
        (
            "We have 60 days to pay an invoice, right?",
            ("The Customer shall pay each invoice within [***] days, and thirty (30) days at most.",),
        ),
    ],
)
def test_nothing_is_contradicted_that_is_not_certain(question: str, pieces: tuple[str | Piece, ...]) -> None:
    assert told(question, *pieces) == ""


def test_two_clauses_that_say_otherwise_are_told_together_and_both_named() -> None:
    works = "Annex 2 Invoices for works are paid within forty (40) days."
    found = against("We have 60 days to pay an invoice, right?", "Reports are due within ten (10) days.", PAY, works)
    assert found == Contradiction("Not 60 days: the clauses say 30 days and 40 days.", (1, 2))


def test_a_clause_that_is_read_as_farther_off_is_not_told() -> None:
    class Near(Reader):
        def bears_out(self, words: str, statement: str) -> float:
            return 2.0 if "undisputed" in words else -2.0

    works = "Annex 2 Invoices for works are paid within forty (40) days."
    found = Contradictions(Lexicon.load(), Near(0.0)).of(
        read_question("We have 60 days to pay an invoice, right?"), [Piece(works), Piece(PAY)]
    )
    assert found == Contradiction("Not 60 days: the clause says 30 days.", (1,))


def test_another_force_counts_only_where_the_reader_finds_it_not_borne_out() -> None:
    question, travel = "The customer must pay the costs of travel, right?", "The Customer may pay the costs of travel."
    assert told(question, travel, score=0.0)
    assert told(question, travel, score=3.0) == ""
    assert Contradictions(Lexicon.load()).of(read_question(question), [Piece(travel)]) is None


def test_one_word_is_enough_only_for_the_best_piece_and_the_act_of_the_figure() -> None:
    assert told("We have 60 days to pay, right?", "Reports are due each month.", PAY) == ""


def test_one_word_alone_is_contradicted_where_all_that_speak_of_it_agree() -> None:
    question, notice = "As the notice is 60 days, when can we leave?", "The notice is thirty (30) days."
    assert told(question, "Reports are due.", notice) == "Not 60 days: the clause says 30 days."
    assert told(question, notice, "An audit needs ten (10) days' notice.") == ""
