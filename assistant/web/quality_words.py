"""The strings of the page of quality, in English and in French."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class QualityWords:
    """The strings in one language; braces stand for what the page fills in."""

    title: str
    lead: str
    not_all_seen: str
    none_title: str
    none_text: str
    none_read_only: str
    run_title: str
    sets: dict[str, str]
    which: str
    limit: str
    limit_help: str
    run: str
    kept: str
    measured: str
    figures: dict[str, tuple[str, str]]
    percent: str
    interval: str
    by_part: str
    measure: str
    parts: dict[str, str]
    values: dict[str, str]
    silence: str
    axes: tuple[str, str, str]
    seconds: str
    wrong_title: str
    wrong_lead: str
    none_wrong: str
    blames: dict[str, str]
    expected: str
    answered: str
    silent: str
    reported_title: str
    reported_lead: str
    none_reported: str


ENGLISH = QualityWords(
    title="Quality",
    lead="How often the answers are right, measured on questions whose right answers are known.",
    not_all_seen="Expected somebody who may see every contract, since the questions measured here come from all of them; "
    "ask whoever looks after this service.",
    none_title="Nothing measured yet",
    none_text="Run the questions on the sample contracts to see how good the answers are on this machine. "
    "It takes some minutes, and you may leave this page meanwhile.",
    none_read_only="You may not start a measurement here; ask whoever looks after this service.",
    run_title="Measure",
    sets={"samples": "Questions on the sample contracts", "reported": "Answers reported as wrong"},
    which="Which questions",
    limit="At most",
    limit_help="Fewer questions take less time and say less. They are spread evenly over the set.",
    run="Measure now",
    kept="Measured",
    measured="{sets}, questions: {count}, revision {revision}. {model}",
    figures={
        "hit@1": ("First look", "of the questions found their clause in the first place"),
        "hit@5": ("First five", "of the questions found their clause among the first five"),
        "correct": ("Right answers", "of the answers hold what they must, and nothing wrong"),
        "coverage": ("Answered", "of the questions that the contract answers were answered"),
        "rejection": ("Silence kept", "of the questions on which the contract is silent got no answer"),
        "verbatim": ("Word for word", "of the quotes stand in the contract letter for letter"),
        "faithfulness": ("Borne out", "of the statements follow from their quotes"),
        "wrong contract": ("Wrong contract", "of the questions were answered from another contract"),
    },
    percent="{value}%",
    interval="between {low} and {high}%, 95 times in 100 (n = {n})",
    by_part="By kind of question",
    measure="Figure",
    parts={
        "all": "all questions",
        "set": "set",
        "kind": "asks for",
        "persona": "reader",
        "language": "language",
        "answerable": "the contract answers",
        "unanswerable": "the contract is silent",
    },
    values={
        "fact": "a fact",
        "duration": "a duration",
        "amount": "an amount",
        "procedure": "a procedure",
        "party": "who",
        "definition": "a definition",
        "list": "a list",
        "yesno": "yes or no",
        "table": "a table",
        "multi": "two clauses",
        "lookup": "a clause by its name",
        "followup": "a follow-up",
        "amended": "an amended value",
        "unanswerable": "no answer",
        "false_premise": "a false premise",
        "ops": "operations",
        "trainee": "newcomer",
        "lawyer": "lawyer",
        "samples": "sample contracts",
        "reported": "answers reported as wrong",
    },
    silence="More silence, fewer answers: what each threshold would give",
    axes=("answered, %", "silence kept, %", "in use"),
    seconds="Seconds an answer",
    wrong_title="Worst cases",
    wrong_lead="First those that state something wrong, then those that state nothing.",
    none_wrong="No answer was wrong.",
    blames={
        "reading": "lost when the file was read",
        "retrieval": "clause not found",
        "selection": "found, not quoted",
        "generation": "quoted, misstated",
        "wrongly silent": "silent, though the contract answers",
        "wrongly talking": "answered, though the contract is silent",
        "failed": "broke down",
    },
    expected="Expected",
    answered="Answered",
    silent="(no answer)",
    reported_title="Reported by readers",
    reported_lead="“This is wrong” below an answer puts its question here. They can be asked again with the button above.",
    none_reported="Nobody has reported a wrong answer.",
)

FRENCH = QualityWords(
    title="Qualité",
    lead="Combien de réponses sont justes, mesuré sur des questions dont la bonne réponse est connue.",
    not_all_seen="Une personne qui peut voir tous les contrats est attendue, car les questions mesurées ici viennent de tous ; "
    "adressez-vous au responsable de ce service.",
    none_title="Rien n'a encore été mesuré",
    none_text="Posez les questions sur les contrats d'exemple pour voir ce que valent les réponses sur cette machine. "
    "Cela prend quelques minutes ; vous pouvez quitter la page entre-temps.",
    none_read_only="Vous ne pouvez pas lancer de mesure ici ; adressez-vous au responsable de ce service.",
    run_title="Mesurer",
    sets={"samples": "Questions sur les contrats d'exemple", "reported": "Réponses signalées comme fausses"},
    which="Quelles questions",
    limit="Au plus",
    limit_help="Moins de questions prennent moins de temps et en disent moins. Elles sont réparties sur tout le jeu.",
    run="Mesurer maintenant",
    kept="Mesuré",
    measured="{sets}, questions : {count}, révision {revision}. {model}",
    figures={
        "hit@1": ("Du premier coup", "des questions ont trouvé leur clause à la première place"),
        "hit@5": ("Cinq premières", "des questions ont trouvé leur clause parmi les cinq premières"),
        "correct": ("Réponses justes", "des réponses contiennent ce qu'il faut, et rien de faux"),
        "coverage": ("Répondues", "des questions auxquelles le contrat répond ont reçu une réponse"),
        "rejection": ("Silence gardé", "des questions sur lesquelles le contrat se tait sont restées sans réponse"),
        "verbatim": ("Mot à mot", "des citations figurent dans le contrat à la lettre près"),
        "faithfulness": ("Étayées", "des énoncés découlent de leurs citations"),
        "wrong contract": ("Mauvais contrat", "des questions ont reçu la réponse d'un autre contrat"),
    },
    percent="{value} %",
    interval="entre {low} et {high} %, 95 fois sur 100 (n = {n})",
    by_part="Par type de question",
    measure="Mesure",
    parts={
        "all": "toutes les questions",
        "set": "jeu",
        "kind": "demande",
        "persona": "lecteur",
        "language": "langue",
        "answerable": "le contrat répond",
        "unanswerable": "le contrat se tait",
    },
    values={
        "fact": "un fait",
        "duration": "une durée",
        "amount": "un montant",
        "procedure": "une procédure",
        "party": "qui",
        "definition": "une définition",
        "list": "une liste",
        "yesno": "oui ou non",
        "table": "un tableau",
        "multi": "deux clauses",
        "lookup": "une clause par son nom",
        "followup": "une suite",
        "amended": "une valeur modifiée",
        "unanswerable": "sans réponse",
        "false_premise": "fausse prémisse",
        "ops": "opérations",
        "trainee": "nouveau venu",
        "lawyer": "juriste",
        "samples": "contrats d'exemple",
        "reported": "réponses signalées comme fausses",
    },
    silence="Plus de silence, moins de réponses : ce que donnerait chaque seuil",
    axes=("répondues, %", "silence gardé, %", "en service"),
    seconds="Secondes par réponse",
    wrong_title="Les pires cas",
    wrong_lead="D'abord ceux qui affirment quelque chose de faux, puis ceux qui ne disent rien.",
    none_wrong="Aucune réponse n'était fausse.",
    blames={
        "reading": "perdu à la lecture du fichier",
        "retrieval": "clause non trouvée",
        "selection": "trouvée, non citée",
        "generation": "citée, mal reformulée",
        "wrongly silent": "silence, alors que le contrat répond",
        "wrongly talking": "réponse, alors que le contrat se tait",
        "failed": "panne",
    },
    expected="Attendu",
    answered="Répondu",
    silent="(pas de réponse)",
    reported_title="Signalées par les lecteurs",
    reported_lead="« C'est faux » sous une réponse place sa question ici. Le bouton ci-dessus permet de les reposer.",
    none_reported="Personne n'a signalé de réponse fausse.",
)

LANGUAGES = {"en": ENGLISH, "fr": FRENCH}
