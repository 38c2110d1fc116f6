"""The strings of adding documents, in English and in French."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AddingWords:
    """The strings in one language; braces stand for what the page fills in."""

    # the form
    add_title: str
    files: str
    files_help: str
    family: str
    family_help: str
    add: str
    need_family: str
    too_many: str
    need_files: str
    open: str
    too_large: str
    not_yours: str
    # the sample contracts
    load_samples: str
    samples_help: str
    # what becomes of a file
    preparing: str
    stages: dict[str, str]
    counts: str
    status_added: str
    status_unchanged: str
    status_failed: str


ENGLISH = AddingWords(
    add_title="Add documents",
    files="PDF, Word and other text documents, messages or zip archives",
    files_help="Up to {count} files of {size} MB each. They stay on this machine.",
    family="Contract they belong to",
    family_help="Choose one, or type a new name",
    add="Add",
    need_files="Choose at least one file, or drop it onto the field above.",
    open="Show {contract}",
    need_family="Choose the contract that the files belong to, or type a name for a new one.",
    too_many="Expected at most {count} files at a time, got {got}; add them in several goes.",
    too_large="Expected files of at most {size} MB, but {name} is larger; split it or make it smaller.",
    not_yours="Expected the name of a contract that you may change; choose one from the list, or ask for access.",
    load_samples="Load the sample contracts",
    samples_help="Takes a minute or two: every page is read, cut into clauses and made searchable.",
    preparing="Reading the files…",
    stages={
        "reading": "reading",
        "recognising": "recognising the words of a picture",
        "splitting": "finding the clauses",
        "embedding": "making it searchable",
        "storing": "storing",
        "done": "done",
    },
    counts="pages: {pages}, clauses: {clauses}",
    status_added="added",
    status_unchanged="already there",
    status_failed="not added",
)

FRENCH = AddingWords(
    add_title="Ajouter des documents",
    files="Fichiers PDF, Word et autres textes, messages ou archives zip",
    files_help="Jusqu'à {count} fichiers de {size} Mo chacun. Ils restent sur cette machine.",
    family="Contrat auquel ils appartiennent",
    family_help="Choisissez, ou tapez un nouveau nom",
    add="Ajouter",
    need_files="Choisissez au moins un fichier, ou déposez-le dans le champ ci-dessus.",
    open="Afficher {contract}",
    need_family="Choisissez le contrat auquel appartiennent les fichiers, ou saisissez un nouveau nom.",
    too_many="{count} fichiers au plus à la fois, {got} reçus ; ajoutez-les en plusieurs fois.",
    too_large="Fichiers de {size} Mo au plus, mais {name} dépasse cette taille ; scindez-le ou réduisez-le.",
    not_yours="Le nom d'un contrat que vous pouvez modifier est attendu ; choisissez-le dans la liste, ou demandez l'accès.",
    load_samples="Charger les contrats d'exemple",
    samples_help="Compter une à deux minutes : chaque page est lue, découpée en clauses et indexée.",
    preparing="Lecture des fichiers…",
    stages={
        "reading": "lecture",
        "recognising": "reconnaissance du texte d’une image",
        "splitting": "découpage en clauses",
        "embedding": "indexation",
        "storing": "enregistrement",
        "done": "terminé",
    },
    counts="pages : {pages}, clauses : {clauses}",
    status_added="ajouté",
    status_unchanged="déjà présent",
    status_failed="non ajouté",
)

LANGUAGES = {"en": ENGLISH, "fr": FRENCH}
