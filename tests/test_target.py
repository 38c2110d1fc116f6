from __future__ import annotations

from assistant.asked.question import read_question
from assistant.calculation.calculation import calculate
from assistant.calculation.target import target

GAP = "Écart avec le taux garanti, en point\tPénalité\nDe plus de 0,20 à 0,50 inclus\t6 %"


def test_a_lone_target_is_of_whatever_is_asked_about() -> None:
    found = target(read_question("what credit at 99.1%?"), ["Hello.", "The service is available for at least 99.6%."])
    assert found is not None
    assert (found.place, found.value) == (1, 99.6)
    assert target(read_question("what credit at 99.1%?"), ["The gap is 0.4 points below the target of 99%."]) is None


def test_the_target_is_that_of_the_service_asked_about() -> None:
    both = "La disponibilité garantie est de 99,8 % pour la Paie et de 99,4 % pour le Portail."
    pay = calculate(read_question("Quelle pénalité si la paie est disponible à 99,5 % ?"), [both, GAP])
    assert pay is not None
    assert pay.told == "6 % : 99,8 % − 99,5 % = 0,3 point, soit au-dessus de 0,2 point et au plus 0,5 point."
    portal = calculate(read_question("Quelle pénalité si le portail est disponible à 99,1 % ?"), [both, GAP])
    assert portal is not None
    assert portal.told.startswith("6 % : 99,4 % − 99,1 %")
    assert calculate(read_question("Quelle pénalité pour une disponibilité de 99,1 % ?"), [both, GAP]) is None
