from __future__ import annotations

import pytest

from assistant.naming.defined_term import DefinedTerm


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        ("service credit", "“Service Credit” means an amount."),
        ("Service Credits", "“Service Credit” means an amount."),
        ("“service credit”", "Service Credit: an amount."),
        ("definition of Service Credits", "2.1 “Service Credits” shall mean amounts."),
        ("what does the Service Credit mean?", '"Service Credit" has the meaning given below.'),
        ("définition des avoirs de service", "« Avoir de Service » s’entend d’une somme."),
        ("Study Orders", "LBIO may order studies (each, a “Study Order”) from time to time."),
        ("subprocessor", "“Sub-processor” means a processor of a processor."),
        ("sub-processors", "“Subprocessor” means a processor of a processor."),
        ("sub processor", "Sub-processor: a processor of a processor."),
        ("sous traitant ultérieur", "« Sous-traitant ultérieur » désigne un tiers."),
        ("soustraitant ultérieur", "« Sous-Traitant Ultérieur » désigne un tiers."),
        ("l'Abonné", "la société qui s'abonne (ci-après l’« Abonné »)"),
    ],
)
def test_a_definition_is_known_whatever_the_form_of_the_term(asked: str, text: str) -> None:
    term = DefinedTerm.of(asked)
    assert term is not None
    assert term.is_defined_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "A service credit is due.",
        "“Credit” means an amount.",
        "the “Service Credit” is due",
        "No service credit (see below)",
    ],
)
def test_a_use_is_no_definition(text: str) -> None:
    term = DefinedTerm.of("service credit")
    assert term is not None
    assert not term.is_defined_in(text)


@pytest.mark.parametrize("asked", ["", "??", "what happens when the supplier answers too late and is not sorry"])
def test_a_sentence_is_no_term(asked: str) -> None:
    assert DefinedTerm.of(asked) is None
