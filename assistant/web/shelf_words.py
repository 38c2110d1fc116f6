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
    left: dict[str, str]
    cancel: str
    cancelling: str
    again: str
    dismiss: str
    progress: str
    asking: str
    summary: str
    samples: str
    upload_title: str
    # the page
    choose: str
    counted: str
    aliases: str
    sections: dict[str, str]
    glance: str
    keys: dict[str, str]
    languages: dict[str, str]
    said_by_user: str
    fact_changed: str
    fact_may_have_changed: str
    signed: str
    effective: str
    # what is in force
    force_lead: str
    no_changes: str
    since: str
    from_day: str
    no_day: str
    from_to: str
    up_to: str
    uncertain: str
    operations: dict[str, str]
    amending: str
    amended: str
    precedence_title: str
    precedence_lead: str
    no_precedence: str
    precedence_edit: str
    # what reading was unsure of
    unsure_lead: str
    sure: str
    unsure_page: str
    unsure_words: str
    unsure_picture: str
    warnings: str
    # what a model thinks of what was read
    opinions: str
    opinions_lead: str
    opinions_ask: str
    opinions_asking: str
    opinions_confirmed: str
    opinions_doubted: str
    opinions_failed: str
    # editing
    edit_lead: str
    edit_document: str
    edit_key: str
    edit_value: str
    was_read: str
    save: str
    forget: str
    saved: str
    aliases_help: str
    precedence_help: str


ENGLISH = ShelfWords(
    waiting="Waiting for its turn",
    running="Under way",
    done="Done",
    failed="Failed",
    cancelled="Cancelled; what was finished before is kept",
    interrupted="Interrupted; what was finished before is kept",
    left={
        "cancelled": "Cancelled; “Go on” asks the questions that are left",
        "interrupted": "Interrupted; “Go on” asks the questions that are left",
    },
    cancel="Cancel",
    cancelling="Stopping at the next safe place…",
    again="Go on",
    dismiss="Dismiss",
    progress="{done} of {total}",
    asking="asking the questions",
    summary="{added} added, {unchanged} already there, {failed} not added",
    samples="Sample contracts",
    upload_title="Files for {contract}: {count}",
    choose="Contract",
    counted="Documents: {documents} · pages: {pages} · clauses: {clauses}",
    aliases="Also called {names}",
    sections={
        "documents": "Documents",
        "force": "In force",
        "unsure": "Unsure",
        "edit": "Edit",
    },
    glance="At a glance",
    keys={
        "role": "Role",
        "title": "Title",
        "parties": "Parties",
        "signed": "Signed",
        "effective": "Takes effect",
        "term": "Term",
        "expiry": "Expires",
        "renewal": "Renewal",
        "language": "Language",
        "governing language": "Governing language",
        "governing law": "Governing law",
        "precedence": "Order of precedence",
    },
    languages={"en": "English", "fr": "French", "und": "Undetermined"},
    said_by_user="Set by hand; read as: {read}",
    fact_changed="Changed by {title}, {clause}",
    fact_may_have_changed="May have been changed by {title}, {clause}",
    signed="Signed",
    effective="Takes effect",
    force_lead="What the amendments change, the earliest first. Each change is held against the words that it names; "
    "what could not be applied with certainty says why.",
    no_changes="No amendment of this contract changes a clause, as far as its words show.",
    since="In force since {day}",
    from_day="In force from {day}",
    no_day="In force; no day is stated",
    from_to="From {first} to {last}",
    up_to="Until {last}",
    uncertain="Uncertain",
    operations={
        "replaced": "replaces",
        "deleted": "deletes",
        "added": "adds to",
        "words replaced": "replaces words of",
        "figure changed": "changes a figure of",
        "words inserted after": "inserts words in",
        "words inserted before": "inserts words in",
        "renumbered": "renumbers",
        "changed": "changes",
        "suspended": "suspends",
        "exception": "makes an exception from",
    },
    amending="Amending words",
    amended="Words changed",
    precedence_title="Which document prevails",
    precedence_lead="The first prevails over those that follow.",
    no_precedence="No clause was found that says which document prevails.",
    precedence_edit="You can set the order under “Edit”.",
    unsure_lead="These pages are pictures; text recognition may have got the marked words wrong. The least sure page comes first.",
    sure="Everything was read from the files’ own text; there is nothing to hold against the original.",
    unsure_page="{document}, p. {page}, {confidence} sure, words to check: {count}",
    unsure_words="Words to check",
    unsure_picture="Page {page} of {document}, the doubtful words marked",
    warnings="Notes of the reader",
    opinions="Second look by the model",
    opinions_lead="The model is shown what was read and says what it doubts. It changes nothing; the words of the contract decide.",
    opinions_ask="Ask the model about the particulars",
    opinions_asking="The model is looking at the particulars …",
    opinions_confirmed="{document}: {confirmed} of {count} particulars confirmed",
    opinions_doubted="{key}, “{value}”, is doubted: {reason}",
    opinions_failed="{count} of {all} documents were not looked at: the model could not be asked, or there are more than {most}.",
    edit_lead="What you set here stands over what was read, also when the file is read anew.",
    edit_document="Document",
    edit_key="Particular",
    edit_value="Value",
    was_read="Read: {value}",
    save="Save",
    forget="Back to what was read",
    saved="Saved.",
    aliases_help="Other names of the contract, one a line; questions that use them are taken to mean it.",
    precedence_help="One document a line, the one that prevails first.",
)

FRENCH = ShelfWords(
    waiting="En attente de son tour",
    running="En cours",
    done="Terminé",
    failed="Échec",
    cancelled="Annulé ; ce qui était terminé est conservé",
    interrupted="Interrompu ; ce qui était terminé est conservé",
    left={
        "cancelled": "Annulé ; « Reprendre » pose les questions qui restent",
        "interrupted": "Interrompu ; « Reprendre » pose les questions qui restent",
    },
    cancel="Annuler",
    cancelling="Arrêt au prochain endroit sûr…",
    again="Reprendre",
    dismiss="Fermer",
    progress="{done} sur {total}",
    asking="questions posées",
    summary="{added} ajoutés, {unchanged} déjà présents, {failed} non ajoutés",
    samples="Contrats d'exemple",
    upload_title="Fichiers pour {contract} : {count}",
    choose="Contrat",
    counted="Documents : {documents} · pages : {pages} · clauses : {clauses}",
    aliases="Aussi appelé {names}",
    sections={
        "documents": "Documents",
        "force": "En vigueur",
        "unsure": "À vérifier",
        "edit": "Modifier",
    },
    glance="En un coup d'œil",
    keys={
        "role": "Rôle",
        "title": "Titre",
        "parties": "Parties",
        "signed": "Signature",
        "effective": "Prise d'effet",
        "term": "Durée",
        "expiry": "Échéance",
        "renewal": "Reconduction",
        "language": "Langue",
        "governing language": "Langue faisant foi",
        "governing law": "Droit applicable",
        "precedence": "Ordre de priorité",
    },
    languages={"en": "Anglais", "fr": "Français", "und": "Indéterminée"},
    said_by_user="Saisi à la main ; lu : {read}",
    fact_changed="Modifié par {title}, {clause}",
    fact_may_have_changed="Peut-être modifié par {title}, {clause}",
    signed="Signature",
    effective="Prise d'effet",
    force_lead="Ce que changent les avenants, du plus ancien au plus récent. Chaque modification est confrontée aux mots qu'elle "
    "désigne ; celle qui n'a pu être appliquée avec certitude dit pourquoi.",
    no_changes="Aucun avenant de ce contrat ne modifie de clause, d'après son texte.",
    since="En vigueur depuis le {day}",
    from_day="En vigueur à partir du {day}",
    no_day="En vigueur ; aucune date n'est indiquée",
    from_to="Du {first} au {last}",
    up_to="Jusqu'au {last}",
    uncertain="Incertain",
    operations={
        "replaced": "remplace",
        "deleted": "supprime",
        "added": "ajoute à",
        "words replaced": "remplace des mots de",
        "figure changed": "change un chiffre de",
        "words inserted after": "insère des mots dans",
        "words inserted before": "insère des mots dans",
        "renumbered": "renumérote",
        "changed": "modifie",
        "suspended": "suspend",
        "exception": "fait une exception à",
    },
    amending="Texte modificatif",
    amended="Texte modifié",
    precedence_title="Quel document prévaut",
    precedence_lead="Le premier prévaut sur les suivants.",
    no_precedence="Aucune clause trouvée ne dit quel document prévaut.",
    precedence_edit="L'ordre peut être saisi sous « Modifier ».",
    unsure_lead="Ces pages sont des images ; la reconnaissance a pu se tromper sur les mots marqués. La page la moins sûre vient d'abord.",
    sure="Tout a été lu dans le texte même des fichiers ; il n'y a rien à confronter à l'original.",
    unsure_page="{document}, p. {page}, sûre à {confidence}, mots à vérifier : {count}",
    unsure_words="Mots à vérifier",
    unsure_picture="Page {page} de {document}, les mots douteux marqués",
    warnings="Remarques de lecture",
    opinions="Relecture par le modèle",
    opinions_lead="Le modèle reçoit ce qui a été lu et dit ce dont il doute. Il ne change rien ; les mots du contrat font foi.",
    opinions_ask="Interroger le modèle sur ces éléments",
    opinions_asking="Le modèle examine les éléments lus…",
    opinions_confirmed="{document}, éléments confirmés : {confirmed} sur {count}",
    opinions_doubted="{key}, « {value} », est mis en doute : {reason}",
    opinions_failed="{count} documents sur {all} n'ont pas été examinés : le modèle n'a pas répondu, ou il y en a plus de {most}.",
    edit_lead="Ce que vous saisissez ici l'emporte sur ce qui a été lu, même si le fichier est relu.",
    edit_document="Document",
    edit_key="Élément",
    edit_value="Valeur",
    was_read="Lu : {value}",
    save="Enregistrer",
    forget="Revenir à ce qui a été lu",
    saved="Enregistré.",
    aliases_help="Autres noms du contrat, un par ligne ; les questions qui les emploient le désignent.",
    precedence_help="Un document par ligne, celui qui prévaut en premier.",
)

LANGUAGES = {"en": ENGLISH, "fr": FRENCH}
