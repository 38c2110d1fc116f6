from __future__ import annotations

import pytest

from assistant.ground import faults
from assistant.proof.fault import Fault
from assistant.proof.overlap import coverage
from assistant.wording.lexicon import Lexicon

LEXICON = Lexicon.load()
NOTIFY = "The Provider shall notify the Customer within four (4) hours of a P1 incident. The Customer may audit the\nProvider once a year."
SECRET = "The Provider shall not\ndisclose the Data:\n\n(a) to competitors;\n\n(b) to the press."
NOTICE = "Unless the Customer waives it, the Provider may end the agreement with 30 days notice."


def of(sentence: str, *quotes: str) -> list[Fault]:
    return faults(sentence, quotes, LEXICON)


@pytest.mark.parametrize(
    ("sentence", "quote"),
    [
        ("The Provider must notify the Customer within 4 hours of a P1 incident.", NOTIFY),
        ("The Customer may audit the Provider once a year.", NOTIFY),
        ("The Provider must not disclose the Data to the press.", SECRET),
        ("The Provider may end the agreement with 30 days notice, unless the Customer waives it.", NOTICE),
        (
            "Le Client peut auditer le Prestataire une fois par an.",
            "Le Client peut auditer le Prestataire une fois l'an.",
        ),
        (
            "You have 10 days from when you receive the goods to pay.",
            "The goods are paid within ten (10) days of receipt.",
        ),
        (
            "The lessee does not need a reason to terminate.",
            "The Lessee may terminate at any time without giving reasons.",
        ),
        (
            "Each party's liability is limited to 80% of the fees.",
            "Neither party's liability shall exceed 80% of the fees.",
        ),
        (
            "Storage fines may not go beyond 5% of the rent.",
            "Les pénalités de stockage, de 1 € par jour, sont plafonnées à 5 % du loyer.",
        ),
        ("Rent is due on the 5th of every month.", "The rent is payable on the fifth day of each month."),
        ("Parts are replaced without charge.", "The Seller shall replace parts at no cost."),
        (
            "The buyer may copy the plans.",
            "The Buyer may copy the plans and shall not sell them, unless the Seller agrees.",
        ),
        ("La garantie court à compter de la mise en service.", "The warranty runs from commissioning."),
        ("Le matériel est livré gratuitement.", "Le Vendeur livre le matériel sans supplément de prix."),
        (
            "If the Buyer says nothing within 5 days, the report is deemed accepted.",
            "The report is deemed accepted if the Buyer has raised no objection within five (5) days.",
        ),
    ],
)
def test_a_true_paraphrase_is_borne_out(sentence: str, quote: str) -> None:
    assert of(sentence, quote) == []
    assert not faults(sentence, [quote], LEXICON)


@pytest.mark.parametrize(
    ("sentence", "quote", "fault"),
    [
        ("The Provider must notify the Customer within 8 hours of a P1 incident.", NOTIFY, Fault.FIGURE),
        ("The Provider must notify the Customer within 4 days of a P1 incident.", NOTIFY, Fault.FIGURE),
        ("The Provider must notify the Customer within 4 business hours of a P1 incident.", NOTIFY, Fault.FIGURE),
        ("The Provider must not notify the Customer within 4 hours of a P1 incident.", NOTIFY, Fault.NEGATION),
        ("The Provider shall disclose the Data to competitors.", SECRET, Fault.NEGATION),
        ("The Provider may notify the Customer within 4 hours of a P1 incident.", NOTIFY, Fault.FORCE),
        ("The Customer must audit the Provider once a year.", NOTIFY, Fault.FORCE),
        ("The Provider may end the agreement with 30 days notice.", NOTICE, Fault.EXCEPTION),
        ("The Customer must notify the Provider within 4 hours of a P1 incident.", NOTIFY, Fault.PARTY),
        ("Acme must notify the Customer within 4 hours of a P1 incident.", NOTIFY, Fault.PARTY),
        ("The Provider must notify the Regulator within 4 hours of a P1 incident.", NOTIFY, Fault.NAME),
        (
            "La caution est rendue dans le mois qui précède la fin du bail.",
            "La caution est rendue dans le mois qui suit la fin du bail.",
            Fault.PERIOD,
        ),
        (
            "The shipper is presumed liable for the damage.",
            "Le Transporteur est présumé responsable des dommages.",
            Fault.PARTY,
        ),
        ("Repairs are made at the Buyer's expense.", "The Seller shall make all repairs at its own cost.", Fault.PARTY),
        (
            "The packer must answer the filler within two days.",
            "The Filler shall label the bottles and shall answer the Packer within two days.",
            Fault.PARTY,
        ),
        (
            "La nuit, toutes les alarmes sont traitées.",
            "La nuit, seules les alarmes critiques sont traitées.",
            Fault.EXCEPTION,
        ),
        ("The Buyer must have the goods inspected.", "L'Acheteur peut faire inspecter les marchandises.", Fault.FORCE),
        ("Le Client doit mettre fin au contrat.", "Le Client peut résilier le contrat.", Fault.FORCE),
        ("Penalties are computed on weekends in another currency.", NOTIFY, Fault.COVERAGE),
    ],
)
def test_each_way_of_going_wrong_is_named(sentence: str, quote: str, fault: Fault) -> None:
    assert fault in of(sentence, quote)
    assert faults(sentence, [quote], LEXICON)


def test_the_contracts_own_sentence_is_borne_out_whatever_it_says() -> None:
    assert of("The Customer may audit the Provider once a year.", NOTIFY) == []
    assert of(NOTICE, NOTICE) == []


def test_a_part_of_a_sentence_that_leaves_out_its_exception_is_not_borne_out() -> None:
    assert Fault.EXCEPTION in of("the Provider may end the agreement with 30 days notice.", NOTICE)


def test_without_words_to_rest_on_there_is_no_quote() -> None:
    assert of("The fee is due.") == of("The fee is due.", " \n") == [Fault.NO_QUOTE]


def test_a_clause_reference_is_no_figure() -> None:
    assert Fault.FIGURE not in of("Under clause 9.1, the Customer may audit the Provider once a year.", NOTIFY)


def test_net_and_note_are_no_negations() -> None:
    assert of("The net price is due in 30 days.", "The price, net of tax, is due in 30 days.") == []


def test_coverage_counts_counterparts_in_the_other_language() -> None:
    french, strange = "Le prestataire doit avertir le client.", "Le fromage vient de la lune."
    source = "The provider shall notify the customer."
    assert coverage(french, source, LEXICON) > coverage(strange, source, LEXICON) == 0.0
    assert coverage("4", source, LEXICON) == 1.0


def test_a_name_may_stand_in_its_counterpart() -> None:
    assert Fault.NAME not in of(
        "En cas d'incident, le Prestataire doit avertir le Client.", "The Provider shall notify the Customer."
    )


def test_a_clause_that_neither_quote_nor_heading_names_is_not_borne_out() -> None:
    sentence = "Under clause 9.1, the Customer may audit the Provider once a year."
    assert Fault.PLACE in of(sentence, NOTIFY)
    assert faults(sentence, [NOTIFY], LEXICON, ["9.1 Audits"]) == []


def test_a_table_speaks_by_the_row_and_the_column_that_are_named() -> None:
    table = [
        "Resolution times of incidents",
        "Priority\tWorking Hours\tNight Hours",
        "P1\t4 hours\t6 hours",
        "P2\t8 hours\t12 hours",
    ]
    assert of("A P2 incident is resolved in 8 hours in Working Hours.", *table) == []
    assert Fault.FIGURE in of("A P2 incident is resolved in 4 hours in Working Hours.", *table)


def test_the_contracts_own_clause_with_its_number_is_borne_out() -> None:
    numbered = "9.1 Unless the Customer waives it, the Provider may end the agreement."
    assert of(numbered, numbered) == of(numbered.removeprefix("9.1 "), numbered) == []
    assert of("The fee is due. It is 4 euros.", "The fee is due.", "It is 4 euros.") == []
