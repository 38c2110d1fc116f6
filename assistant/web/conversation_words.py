"""The strings of kept conversations and of answers said to be wrong, in English and in French."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ConversationWords:
    """The strings in one language; braces stand for what the page fills in."""

    # kept conversations
    conversations: str
    conversations_search: str
    conversations_none: str
    export_markdown: str
    export_pdf: str
    # a wrong answer
    wrong: str
    wrong_title: str
    wrong_contract: str
    wrong_answer: str
    wrong_answer_help: str
    wrong_evidence: str
    wrong_evidence_help: str
    wrong_document: str
    wrong_anywhere: str
    wrong_must: str
    wrong_must_help: str
    wrong_send: str
    wrong_cancel: str
    wrong_kept: str


ENGLISH = ConversationWords(
    conversations="Conversations",
    conversations_search="Search in questions and answers",
    conversations_none="Nothing kept yet. What you ask is kept here, with its citations.",
    export_markdown="Export as Markdown",
    export_pdf="Export as PDF",
    wrong="This is wrong",
    wrong_title="What would have been right?",
    wrong_contract="Contract that was meant",
    wrong_answer="The right answer",
    wrong_answer_help="In a sentence, as you would say it. May be left empty.",
    wrong_evidence="Words of the contract that say so",
    wrong_evidence_help="Copied from the original; an empty line between two quotes. Leave it empty if the contract does not say.",
    wrong_document="Document",
    wrong_anywhere="Wherever the words stand",
    wrong_must="What a right answer must contain",
    wrong_must_help="A figure or a name, with | between alternatives: three months|3 months. May be left empty.",
    wrong_send="Keep for the next evaluation",
    wrong_cancel="Cancel",
    wrong_kept="Kept. The next evaluation of reported answers asks this question again.",
)

FRENCH = ConversationWords(
    conversations="Conversations",
    conversations_search="Chercher dans les questions et les réponses",
    conversations_none="Rien encore. Ce que vous demandez est gardé ici, avec ses citations.",
    export_markdown="Exporter en Markdown",
    export_pdf="Exporter en PDF",
    wrong="C'est faux",
    wrong_title="Quelle aurait été la bonne réponse ?",
    wrong_contract="Contrat visé",
    wrong_answer="La bonne réponse",
    wrong_answer_help="En une phrase, avec vos mots. Facultatif.",
    wrong_evidence="Les mots du contrat qui le disent",
    wrong_evidence_help="Copiés de l'original ; une ligne vide entre deux citations. À laisser vide si le contrat n'en dit rien.",
    wrong_document="Document",
    wrong_anywhere="Là où ces mots se trouvent",
    wrong_must="Ce que doit contenir une bonne réponse",
    wrong_must_help="Un chiffre ou un nom, avec | entre les variantes : trois mois|3 mois. Facultatif.",
    wrong_send="Garder pour la prochaine évaluation",
    wrong_cancel="Annuler",
    wrong_kept="C'est noté. La prochaine évaluation des réponses signalées reposera cette question.",
)

LANGUAGES = {"en": ENGLISH, "fr": FRENCH}
