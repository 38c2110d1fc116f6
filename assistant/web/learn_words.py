"""The strings of the page of learning, in English and in French."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.learning.topics import NAMES


@dataclass(frozen=True, slots=True)
class LearnWords:
    """The strings in one language; braces stand for what the page fills in."""

    title: str
    lead: str
    sections: dict[str, str]
    topics: dict[str, str]
    # the tour
    nothing: str
    amended: str
    next_topic: str
    guide: str
    # a quiz
    topic: str
    any_topic: str
    count: str
    start: str
    at: str
    asks: dict[str, str]
    false: str
    true: str
    answer: str
    right: str
    wrong: str
    because: str
    next_question: str
    finish: str
    score: str
    again: str
    name: str
    name_help: str
    progress: str
    mastered: str
    # a class
    join_title: str
    join_lead: str
    code: str
    own_name: str
    join: str
    open_title: str
    open_lead: str
    open: str
    share: str
    share_link: str
    qr: str
    present: str
    nobody: str
    answered: str
    of_them_right: str
    results: str
    reveal: str
    close: str
    closed: str
    leave: str
    all_done: str


ENGLISH = LearnWords(
    title="Learn",
    lead="Get to know a contract through its own clauses. Everything here is quoted from it, word for word.",
    sections={"tour": "Tour", "quiz": "Quiz", "class": "Class"},
    topics=NAMES["en"],
    nothing="No clause of this contract is headed so that it belongs here. Ask for it, or look at another topic.",
    amended="Amended: these words are no longer in force as they stand here; the amending words come before them.",
    next_topic="Next: {topic}",
    guide="One page to print (PDF)",
    topic="Topic",
    any_topic="Everything",
    count="Questions",
    start="Start the quiz",
    at="Question {number} of {count}",
    asks={
        "clause": "In which clause do these words stand?",
        "figure": "Which figure stands in the gap?",
        "duty": "True or false: does the contract say this?",
        "asked": "Somebody asked this. Which clause answers?",
    },
    false="False",
    true="True",
    answer="Answer",
    right="Right.",
    wrong="Not so. The right answer: {answer}",
    because="The contract says:",
    next_question="Next question",
    finish="See the result",
    score="{right} of {count} right",
    again="Another quiz",
    name="Your name, to keep your progress",
    name_help="May be left empty. Progress is kept on this server under this name.",
    progress="Progress",
    mastered="{right} of {asked} right",
    join_title="Join a session",
    join_lead="Your trainer has the code.",
    code="Code",
    own_name="Your name",
    join="Join",
    open_title="Open a session",
    open_lead="Everybody in the room answers the same questions; you see the answers as they come in.",
    open="Open the session",
    share="Code of the session",
    share_link="Or open {link}",
    qr="The link as a QR code, to join with a phone",
    present="Here: {names}",
    nobody="Nobody has joined yet.",
    answered="{count} of {all} answered",
    of_them_right=", {right} right",
    results="Results by question",
    reveal="Show which answers are right",
    close="Close the session",
    closed="This session is closed.",
    leave="Leave",
    all_done="That was the last question: {right} of {count} right.",
)

FRENCH = LearnWords(
    title="Apprendre",
    lead="Découvrez un contrat par ses propres clauses. Tout ce qui figure ici en est cité mot à mot.",
    sections={"tour": "Visite", "quiz": "Quiz", "class": "Classe"},
    topics=NAMES["fr"],
    nothing="Aucune clause de ce contrat n'a de titre qui la range ici. Posez la question, ou voyez un autre thème.",
    amended="Modifié : ces mots ne sont plus en vigueur tels qu'ils figurent ici ; le texte modificatif les précède.",
    next_topic="Suite : {topic}",
    guide="Une page à imprimer (PDF)",
    topic="Thème",
    any_topic="Tout",
    count="Questions",
    start="Commencer le quiz",
    at="Question {number} sur {count}",
    asks={
        "clause": "Dans quelle clause se trouvent ces mots ?",
        "figure": "Quel chiffre manque ?",
        "duty": "Vrai ou faux : le contrat dit-il cela ?",
        "asked": "Quelqu'un l'a demandé. Quelle clause répond ?",
    },
    false="Faux",
    true="Vrai",
    answer="Répondre",
    right="Juste.",
    wrong="Non. La bonne réponse : {answer}",
    because="Le contrat dit :",
    next_question="Question suivante",
    finish="Voir le résultat",
    score="Justes : {right} sur {count}",
    again="Un autre quiz",
    name="Votre nom, pour garder vos progrès",
    name_help="Peut rester vide. Les progrès sont gardés sur ce serveur sous ce nom.",
    progress="Progrès",
    mastered="{right} justes sur {asked}",
    join_title="Rejoindre une séance",
    join_lead="Votre formateur a le code.",
    code="Code",
    own_name="Votre nom",
    join="Rejoindre",
    open_title="Ouvrir une séance",
    open_lead="Toute la salle répond aux mêmes questions ; vous voyez les réponses arriver.",
    open="Ouvrir la séance",
    share="Code de la séance",
    share_link="Ou ouvrez {link}",
    qr="Le lien en code QR, pour rejoindre avec un téléphone",
    present="Présents : {names}",
    nobody="Personne n'a encore rejoint la séance.",
    answered="Réponses : {count} sur {all}",
    of_them_right=", justes : {right}",
    results="Résultats par question",
    reveal="Montrer les bonnes réponses",
    close="Clore la séance",
    closed="Cette séance est close.",
    leave="Quitter",
    all_done="C'était la dernière question : {right} justes sur {count}.",
)

LANGUAGES = {"en": ENGLISH, "fr": FRENCH}
