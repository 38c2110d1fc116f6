"""An error as a page tells it: in English its sentence; in French what kind of error it is, then its sentence."""

from __future__ import annotations

import logging
import re

import streamlit as st

from assistant.conversation.conversations import UnknownConversation
from assistant.errors import AssistantError, BadQuestion, ModelError, SettingsError
from assistant.learning.classroom import ClassroomError
from assistant.learning.quiz import TooLittle
from assistant.web import markup, phrases, visitor
from evals.errors import EvalError, GoldError
from ingest.errors import (
    DamagedFile,
    EmbedderError,
    EmptyFile,
    EncryptedFile,
    FileMissing,
    FileTooLarge,
    IngestError,
    LibraryBusy,
    LibraryDamaged,
    NoTextLayer,
    RecognitionError,
    StorageFull,
    UnknownContract,
    UnsupportedFormat,
)

_log = logging.getLogger(__name__)
_FOLDERS = re.compile(r"(?<![\w.:/])/(?:[^\s/:;,]{1,255}/){1,64}(?=[^\s/])")
"""The folders of a path, before the name of its file."""
_FRENCH: dict[type[Exception], str] = {
    UnknownContract: "Aucun contrat, document ou article ne porte ce nom ; il a peut-être été retiré.",
    FileMissing: "Le fichier est introuvable ; ajoutez le document à nouveau.",
    EmptyFile: "Le fichier est vide.",
    UnsupportedFormat: "Ce format de fichier ne peut pas être lu.",
    EncryptedFile: "Le fichier est protégé par un mot de passe ; retirez-le, puis ajoutez le fichier à nouveau.",
    DamagedFile: "Le fichier est endommagé.",
    NoTextLayer: "Les pages sont des images ; activez la reconnaissance de texte.",
    RecognitionError: "La reconnaissance de texte a échoué.",
    FileTooLarge: "Le fichier dépasse une limite de taille, de pages ou de temps.",
    LibraryBusy: "La bibliothèque est occupée ; réessayez dans un instant.",
    LibraryDamaged: "Le fichier de la bibliothèque est endommagé ; restaurez une sauvegarde.",
    StorageFull: "Le disque est plein ; libérez de la place.",
    EmbedderError: "Le modèle de recherche ne peut pas servir ; vérifiez les réglages.",
    BadQuestion: "La question est vide ou trop longue.",
    SettingsError: "Un réglage ne peut pas être utilisé.",
    ModelError: "Le modèle de langage n’a pas répondu.",
    TooLittle: "Le contrat en dit trop peu pour un quiz ; choisissez un autre sujet ou un autre contrat.",
    ClassroomError: "Cette séance n’est pas accessible ; vérifiez le code et le nom auprès du formateur.",
    UnknownConversation: "Cette conversation n’existe plus.",
    GoldError: "Ceci n’a pas pu être enregistré ; vérifiez les mots cités.",
    EvalError: "L’évaluation n’a pas abouti.",
    IngestError: "L’opération sur la bibliothèque n’a pas abouti.",
    AssistantError: "L’opération n’a pas abouti.",
}


def told(error: Exception, language: str) -> str:
    """The error as HTML: its sentence; where the language is "fr", in French and below what kind of error it is.

    Where people sign in, no folder of the server is told. A sentence that is not known in French (see `assistant.web.phrases`) stays as
    it was raised.
    """
    sentence = _sentence(error)
    if language != "fr":
        return markup.fault(sentence)
    kind = next((each for each in type(error).__mro__ if each in _FRENCH), AssistantError)
    french = phrases.in_french(sentence)
    return markup.fault(_FRENCH[kind], french, "fr") if french else markup.fault(_FRENCH[kind], sentence)


def _sentence(error: Exception) -> str:
    """What an error says; where people sign in, without the folders of the server, which its log has."""
    if visitor.PARTS not in st.session_state or not visitor.has_policy():
        return str(error)
    sentence = _FOLDERS.sub("", str(error))
    if sentence != str(error):
        _log.warning("%s", error)
    return sentence
