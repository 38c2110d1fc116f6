"""A wish for legal advice is told from a question on what the contract says of disputes."""

import time

import pytest

from assistant.asked.advice import wants_advice


@pytest.mark.parametrize(
    "text",
    [
        "Should we sue them?",
        "Can we sue them?",
        "Could we take our provider to court over this?",
        "Can we sue them after the data leak?",
        "Is this enforceable?",
        "Is clause 12 enforceable?",
        "Should we sign this?",
        "Should I accept their offer?",
        "Would it be wise to terminate?",
        "Is it worth going to court?",
        "Would we win?",
        "What are our chances?",
        "Will it hold up in court?",
        "Can they sue us?",
        "What would you advise?",
        "Faut-il résilier ?",
        "est-ce qu'on peut les attaquer en justice ?",
        "Est-ce qu’on peut les attaquer ?",
        "devrions-nous porter plainte ?",
        "est ce qu'on peut porter plainte contre eux ?",
        "Peut-on les poursuivre ?",
        "on peut les traîner en justice ?",
        "A-t-on le droit de les attaquer ?",
        "Avons-nous intérêt à aller en justice ?",
        "Vaut-il mieux transiger ?",
        "Faut-il signer cet avenant ?",
        "devrait-on accepter leur proposition ?",
        "est-ce que ça vaut le coup de leur faire un procès ?",
        "A-t-on une chance de gagner ?",
        "Aurions-nous gain de cause ?",
        "Qu'en penserait un juge ?",
        "Cette clause est-elle abusive ?",
        "c'est légal ?",
        "Que nous conseillez-vous ?",
        "Peuvent-ils nous attaquer ?",
    ],
)
def test_a_wish_for_advice_is_told(text: str) -> None:
    assert wants_advice(text)


@pytest.mark.parametrize(
    "text",
    [
        "Which court has jurisdiction?",
        "In which court can we sue them?",
        "Where can we sue?",
        "How long do we have to take legal action?",
        "Can we go to court without trying mediation?",
        "Must mediation come first, or can we go to court?",
        "Who bears the legal costs if we sue?",
        "Does the Provider pay for legal advice?",
        "Should we terminate early, what do we owe?",
        "Should we accept deliverables in writing?",
        "Can we terminate for convenience?",
        "May we refuse a replacement of key staff?",
        "Is the provider's use of subcontractors lawful without consent?",
        "Can either party start legal proceedings?",
        "What happens to the service while we are in court?",
        "Quel tribunal est compétent ?",
        "Devant quel tribunal peut-on les attaquer ?",
        "Où peut-on les poursuivre ?",
        "Dans quel délai peut-on porter plainte ?",
        "Peut-on saisir le juge avant la médiation ?",
        "Faut-il une médiation avant d'aller en justice ?",
        "Peut-on poursuivre l'exécution du contrat après le terme ?",
        "Doit-on signer un procès-verbal de recette ?",
        "Faut-il résilier par lettre recommandée ?",
        "Devons-nous accepter les livrables sous dix jours ?",
        "Peut-on porter plainte auprès de la CNIL ?",
        "Qui paie les frais de justice si on les attaque ?",
        "Le prestataire peut-il contester une facture ?",
        "Peut-on résilier sans motif ?",
        "Comment les parties règlent-elles un litige ?",
        "Quelle loi s'applique au contrat ?",
        "Sous combien de temps faut-il contester une facture ?",
        "Que faut-il tenter avant d'aller au tribunal ?",
        "On peut aller au tribunal tout de suite ?",
        "Besides the credit, can we sue over late delivery?",
        "Is there a penalty for late delivery?",
    ],
)
def test_a_question_on_disputes_and_their_rules_stays_one_of_fact(text: str) -> None:
    assert not wants_advice(text)


@pytest.mark.parametrize(
    "piece", ["should we ", "peut-on les ", "poursuivre le ", "is this the clause ", "can we take a ", "avant sans "]
)
def test_a_text_is_read_in_bounded_time_however_hostile(piece: str) -> None:
    began = time.process_time()
    wants_advice(piece * (4_000 // len(piece)))
    assert time.process_time() - began < 1
