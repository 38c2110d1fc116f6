"""The strings of the page on which clauses are found, in English and in French."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.web.words import Words


@dataclass(frozen=True, slots=True)
class FindWords:
    """The page's strings in one language; braces stand for what the page fills in."""

    title: str
    view: str
    search: str
    compare: str
    across: str
    # searching
    sought: str
    sought_help: str
    filters: str
    role: str
    any_role: str
    language: str
    any_language: str
    languages: dict[str, str]
    in_force: str
    in_force_help: str
    nothing_yet: str
    nothing_yet_hints: tuple[tuple[str, str], ...]
    nothing_found: str
    found: str
    more: str
    why: dict[str, str]
    # reading
    outline: str
    as_text: str
    as_page: str
    show: str
    to_compare: str
    taken_up: str
    references_help: str
    # comparing
    left: str
    right: str
    document: str
    clause: str
    whole: str
    version: str
    first_version: str
    since: str
    since_unknown: str
    uncertain: str
    alike: str
    identical: str
    languages_differ: str
    only_changes: str
    gone: str
    new: str
    compare_hint: str
    # one question, many contracts
    question: str
    question_help: str
    contracts: str
    all_contracts: str
    ask: str
    asking: str
    answer: str
    silent: str
    export_csv: str
    export_xlsx: str
    across_hint: str


ENGLISH = FindWords(
    title="Find",
    view="View",
    search="Search",
    compare="Compare",
    across="One question, many contracts",
    sought="Number, term, “phrase”, words or meaning",
    sought_help="8.2 · Annex B · service credit · “without undue delay” · how long do they keep our data",
    filters="Filters",
    role="Role",
    any_role="Any role",
    language="Language",
    any_language="Any language",
    languages={"en": "English", "fr": "French"},
    in_force="In force only",
    in_force_help="Leaves out words that were superseded by the day chosen on the page Ask, or hold only later.",
    nothing_yet="Find a clause in every contract at once",
    nothing_yet_hints=(
        ("8.2", "a number finds the clauses that bear it"),
        ("Business Day", "a defined term finds its definition first"),
        ("“without undue delay”", "quotation marks find these very words"),
        ("how soon must they tell us of a breach", "other words find what is near in meaning, in either language"),
    ),
    nothing_found="Nothing was found. Use fewer words, or take a filter away.",
    found="Passages: {count}",
    more="Show {count} more",
    why={"number": "number", "definition": "definition", "phrase": "phrase", "words": "words", "meaning": "meaning"},
    outline="Clauses of {document}",
    as_text="Text",
    as_page="Page",
    show="Show as",
    to_compare="Compare",
    taken_up="{document} · {clause} is on the left. Open another clause and press “Compare” to see both.",
    references_help="Underlined words open their definition, or the clause that they refer to, in place.",
    left="Left",
    right="Right",
    document="Document",
    clause="Clause",
    whole="The whole document",
    version="Version",
    first_version="As first agreed",
    since="From {day}",
    since_unknown="From a day that is not stated",
    uncertain="“{version}”: what the clause says cannot be told with certainty; the amendment has to be read beside it.",
    alike="{share}% of the words are the same. Paragraphs that differ: {changed} of {count}.",
    identical="Word for word the same.",
    languages_differ="The languages differ ({left}, {right}): their words cannot be compared.",
    only_changes="Only what differs",
    gone="only on the left",
    new="only on the right",
    compare_hint="Choose two clauses, or two whole documents: an annex and its earlier version, the same clause of two contracts.",
    question="Question",
    question_help="How long is the notice period?",
    contracts="Contracts",
    all_contracts="All contracts",
    ask="Ask them all",
    asking="{done} of {count}: {contract}",
    answer="Answer",
    silent="No answer: {reason}",
    export_csv="Export as CSV",
    export_xlsx="Export as Excel",
    across_hint="The same question to each contract: a table of answers, each with its words, clause and page.",
)

FRENCH = FindWords(
    title="Recherche",
    view="Vue",
    search="Chercher",
    compare="Comparer",
    across="Une question, plusieurs contrats",
    sought="Numéro, terme, « expression », mots ou sens",
    sought_help="8.2 · Annexe B · pénalité · « dans les meilleurs délais » · combien de temps gardent-ils nos données",
    filters="Filtres",
    role="Rôle",
    any_role="Tous les rôles",
    language="Langue",
    any_language="Toutes les langues",
    languages={"en": "Anglais", "fr": "Français"},
    in_force="En vigueur seulement",
    in_force_help="Écarte les mots remplacés à la date choisie sur la page Questions, ou qui ne valent que plus tard.",
    nothing_yet="Trouvez une clause dans tous les contrats à la fois",
    nothing_yet_hints=(
        ("9.3", "un numéro trouve les clauses qui le portent"),
        ("Jour Ouvré", "un terme défini trouve d'abord sa définition"),
        ("« sans délai »", "les guillemets trouvent ces mots exacts"),
        (
            "quand doivent-ils nous signaler une fuite",
            "d'autres mots trouvent ce qui est proche, dans les deux langues",
        ),
    ),
    nothing_found="Rien n'a été trouvé. Essayez moins de mots, ou retirez un filtre.",
    found="Passages : {count}",
    more="En montrer {count} de plus",
    why={"number": "numéro", "definition": "définition", "phrase": "expression", "words": "mots", "meaning": "sens"},
    outline="Clauses de {document}",
    as_text="Texte",
    as_page="Page",
    show="Afficher",
    to_compare="Comparer",
    taken_up="{document} · {clause} est à gauche. Ouvrez une autre clause et appuyez sur « Comparer » pour voir les deux.",
    references_help="Les mots soulignés ouvrent sur place leur définition, ou la clause à laquelle ils renvoient.",
    left="À gauche",
    right="À droite",
    document="Document",
    clause="Clause",
    whole="Tout le document",
    version="Version",
    first_version="Texte initial",
    since="À compter du {day}",
    since_unknown="À compter d’une date qui n’est pas indiquée",
    uncertain="« {version} » : on ne peut dire avec certitude ce que prévoit la clause ; il faut lire l’avenant en regard.",
    alike="{share} % des mots sont les mêmes. Paragraphes qui diffèrent : {changed} sur {count}.",
    identical="Identiques mot pour mot.",
    languages_differ="Les langues diffèrent ({left}, {right}) : les mots ne peuvent être comparés.",
    only_changes="Seulement ce qui diffère",
    gone="seulement à gauche",
    new="seulement à droite",
    compare_hint="Choisissez deux clauses, ou deux documents entiers : une annexe et sa version antérieure, une clause et sa pareille.",
    question="Question",
    question_help="Quel est le préavis ?",
    contracts="Contrats",
    all_contracts="Tous les contrats",
    ask="Interroger tous",
    asking="{done} sur {count} : {contract}",
    answer="Réponse",
    silent="Pas de réponse : {reason}",
    export_csv="Exporter en CSV",
    export_xlsx="Exporter en Excel",
    across_hint="La même question à chaque contrat : un tableau de réponses, chacune avec ses mots, sa clause et sa page.",
)

_BY_LANGUAGE = {"en": ENGLISH, "fr": FRENCH}


def find_words(words: Words) -> FindWords:
    """The page's strings in the language of the app's."""
    return _BY_LANGUAGE[words.language]
