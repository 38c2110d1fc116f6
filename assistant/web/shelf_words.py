"""The strings of the page of contracts and of jobs, in English and in French."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ShelfWords:
    """The strings in one language; braces stand for what the page fills in."""

    # jobs
    waiting: str
    running: str
    done: str
    failed: str
    cancelled: str
    interrupted: str
    cancel: str
    cancelling: str
    again: str
    dismiss: str
    progress: str
    asking: str
    summary: str
    samples: str
    upload_title: str


ENGLISH = ShelfWords(
    waiting="Waiting for its turn",
    running="Under way",
    done="Done",
    failed="Failed",
    cancelled="Cancelled; what was finished before is kept",
    interrupted="Interrupted; what was finished before is kept",
    cancel="Cancel",
    cancelling="Stopping at the next safe place…",
    again="Go on",
    dismiss="Dismiss",
    progress="{done} of {total}",
    asking="asking the questions",
    summary="{added} added, {unchanged} already there, {failed} not added",
    samples="Sample contracts",
    upload_title="{count} files for {contract}",
)

FRENCH = ShelfWords(
    waiting="En attente de son tour",
    running="En cours",
    done="Terminé",
    failed="Échec",
    cancelled="Annulé ; ce qui était terminé est conservé",
    interrupted="Interrompu ; ce qui était terminé est conservé",
    cancel="Annuler",
    cancelling="Arrêt au prochain endroit sûr…",
    again="Reprendre",
    dismiss="Fermer",
    progress="{done} sur {total}",
    asking="questions posées",
    summary="{added} ajoutés, {unchanged} déjà présents, {failed} non ajoutés",
    samples="Contrats d'exemple",
    upload_title="{count} fichiers pour {contract}",
)

LANGUAGES = {"en": ENGLISH, "fr": FRENCH}
