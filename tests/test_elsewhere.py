"""Questions that no contract answers, beside ones on contracts that sound like them."""

import time

import pytest

from assistant.asked.elsewhere import is_elsewhere


@pytest.mark.parametrize(
    "text",
    [
        "what time is it?",
        "Hello, what time is it please?",
        "What's the date today?",
        "quelle heure est-il ?",
        "on est quel jour ?",
        "What is the capital of France?",
        "quelle est la capitale de l'Italie ?",
        "Who is the president of the United States?",
        "qui est le président du Brésil ?",
        "write me a poem about cats",
        "tell me a joke",
        "Écris-moi un poème sur les chats",
        "raconte une blague",
        "combien font 12 × 7 ?",
        "what is 12 * 7?",
        "12 + 7 =",
        "combien font 12 moins 7 ?",
        "What's the weather like in Paris today?",
        "quel temps fait-il ?",
        "Who won the World Cup in 2018?",
        "qui a gagné la coupe du monde ?",
    ],
)
def test_what_no_contract_answers_is_told(text: str) -> None:
    assert is_elsewhere(text)


@pytest.mark.parametrize(
    "text",
    [
        "What time is the service desk open?",
        "what time is it when the night rate begins?",
        "What day is the invoice due?",
        "What is the date of the agreement?",
        "À quelle heure ferme le support ?",
        "quelle est la date de l'avenant ?",
        "What is the share capital of the provider?",
        "Quel est le capital de la société ?",
        "Who is the president of the steering committee?",
        "Qui est le président du comité ?",
        "What is the currency of the invoices?",
        "write a notice of termination",
        "Who writes the story of each incident?",
        "Tell me the notice period",
        "Raconte la procédure de recette",
        "What is 24/7?",
        "What is 24 x 7?",
        "8.2",
        "2 - 3",
        "What is 2.1?",
        "combien font les pénalités de retard ?",
        "combien fait 3 jours de retard ?",
        "Is it raining data?",
        "What if the weather stops the works?",
        "Who won the tender?",
        "Who is on call at night?",
        "What is the law of France on this contract?",
        "Is the provider in France?",
    ],
)
def test_a_question_on_a_contract_is_never_said_to_be_none(text: str) -> None:
    assert not is_elsewhere(text)


@pytest.mark.parametrize("piece", ["12 + ", "hello ", "please now ", "1.1", "what is the capital of a "])
def test_a_text_is_read_in_bounded_time_however_hostile(piece: str) -> None:
    began = time.process_time()
    is_elsewhere((piece * 160)[:160])
    assert time.process_time() - began < 1
