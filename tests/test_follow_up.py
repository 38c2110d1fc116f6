from __future__ import annotations

import pytest

from assistant.asked.follow_up import (
    asks_again,
    is_whole,
    language_wanted,
    leans,
    supposes_failure,
    without_opening,
)

LEANING = """
And for the other annexes?
Et par écrit ?
What about e-mail?
Why?
by whom?
combien ?
P2 ?
at night?
le week-end ?
on Sundays?
no, sorry, I meant a P3
Non, je voulais dire le P2
non, pour la sauvegarde
non, je parlais de la restauration
which hours apply?
who pays?
what's the cap?
is that capped?
c'est plafonné ?
ce délai est-il plafonné ?
qui signe ça ?
who signs that?
what if they don't?
et s'ils ne paient pas ?
how long do they have?
and who has to notify it?
does it apply to data breaches?
does this penalty come on top?
is it possible to extend it?
peut-il être remplacé ?
est-elle limitée ?
qui en répond ?
et celle du portail ?
who are the approved ones?
and in the other contract?
otherwise?
sinon ?
avec quel préavis ?
depuis l'avenant ?
sans notre accord ?
for a material breach?
gardées combien de temps ?
où ça ?
after how long?
combien de temps peut-elle durer ?
dans quels cas est-il dû ?
where does it say that?
in French please
"""
ALONE = """
How fast must they respond to a P1?
How fast must they respond to a P1 that is logged on Sunday?
What is the governing law?
what is the notice period?
quel est le préavis ?
quel est le préavis pour résilier ?
Who pays for the office plants?
qui paie les plantes du bureau ?
can they subcontract?
peuvent-ils sous-traiter ?
show me clause 20.2
and clause 20.3?
what does clause 8 say?
Who runs the IT department?
Is it possible to terminate early?
How long does it take to close a P1?
is there a penalty for late delivery?
y a-t-il une pénalité de retard ?
faut-il prévenir le client par écrit ?
est-il possible de résilier avant la fin ?
est-ce que le prestataire doit être assuré ?
que se passe-t-il en cas de panne ?
en combien de temps prennent-ils en charge une priorité 1 ?
backups
liability cap
pénalités de retard
what happens if we pay late?
do they need our consent to move data abroad?
and who pays for the audit of the data centre?
et pour Acme, quel est le plafond des avoirs ?
who are the parties?
How is the agreement amended?
how long is the term?
who can terminate?
on change de sujet : la facturation
qui est le directeur de compte ?
how soon must they tell us about a breach?
Le prestataire peut-il céder le contrat ?
let's talk about security
revenons au préavis
back to the P1: how fast is it fixed?
another question
"""


@pytest.mark.parametrize("text", LEANING.strip().split("\n"))
def test_what_says_too_little_leans_on_what_was_asked_before(text: str) -> None:
    assert leans(text)


@pytest.mark.parametrize("text", ALONE.strip().split("\n"))
def test_what_tells_its_own_subject_stands_alone(text: str) -> None:
    assert not leans(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("and for a P2?", "for a P2?"),
        ("what about indirect loss?", "indirect loss?"),
        ("no, sorry, I meant a P3", "a P3"),
        ("non, je parlais de la restauration", "restauration"),
        ("Et la nuit ?", "la nuit ?"),
        ("what if they don't?", "what if they don't?"),
        ("and?", "and?"),
        ("no", "no"),
    ],
)
def test_the_opening_is_taken_off(text: str, said: str) -> None:
    assert without_opening(text) == said


@pytest.mark.parametrize(
    "text", ["who signs that?", "is it capped?", "et s'ils refusent ?", "on doit payer ?", "sinon ?", "par qui ?"]
)
def test_a_question_of_its_own_is_told(text: str) -> None:
    assert is_whole(text)


@pytest.mark.parametrize(
    "text", ["for the P2", "on Sundays?", "et celle du portail ?", "no, the resolution time", "Acme ?"]
)
def test_a_part_of_a_question_is_told(text: str) -> None:
    assert not is_whole(text)


@pytest.mark.parametrize(
    "text",
    [
        "where does it say that?",
        "which clause?",
        "where is that written?",
        "are you sure?",
        "où est-ce écrit ?",
        "c'est dans quelle clause ?",
        "tu es sûr ?",
        "vraiment ?",
    ],
)
def test_asking_where_or_whether_asks_the_same_again(text: str) -> None:
    assert asks_again(text)


@pytest.mark.parametrize(
    "text",
    [
        "which clause limits liability?",
        "où sont stockées les données ?",
        "are you sure the cap is 15%?",
        "which annex lists the depots?",
    ],
)
def test_asking_for_a_clause_on_something_is_a_question(text: str) -> None:
    assert not asks_again(text)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("in French please", "fr"),
        ("et en anglais ?", "en"),
        ("en français, svp", "fr"),
        ("in English?", "en"),
        ("in France?", ""),
    ],
)
def test_another_language_is_asked_for(text: str, language: str) -> None:
    assert language_wanted(text) == language


@pytest.mark.parametrize(
    "text",
    [
        "what if they don't?",
        "what if they are late?",
        "et s'ils ne le font pas ?",
        "sinon ?",
        "si c'est en retard ?",
        "otherwise?",
    ],
)
def test_a_failure_is_supposed(text: str) -> None:
    assert supposes_failure(text)


@pytest.mark.parametrize(
    "text", ["what if we agree?", "what if it is refused?", "et si on signe ?", "is it late?", "why don't they?"]
)
def test_other_suppositions_are_no_failure(text: str) -> None:
    assert not supposes_failure(text)


@pytest.mark.parametrize(
    "text",
    [
        "And if the backup server is what has failed, who has to come to our premises?",
        "but if the licence was bought through a reseller, does the warranty still run?",
        "Et si c'est l'hébergeur qui a coupé le courant sans prévenir, qui paie les dégâts ?",
        "mais si le client a signé le procès-verbal sans aucune réserve ?",
    ],
)
def test_another_case_of_what_was_asked_leans_however_much_it_tells(text: str) -> None:
    assert leans(text)


def test_a_case_with_a_question_of_its_own_asks_for_no_consequence() -> None:
    assert supposes_failure("and if they don't?")
    assert not supposes_failure("and if we can't log in, who do we call?")
    assert not supposes_failure("et s'ils ne répondent pas, qui faut-il appeler ?")
