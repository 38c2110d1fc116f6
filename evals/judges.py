"""The judges by name, as the command line takes them."""

from __future__ import annotations

from dataclasses import replace

from assistant.answering.prover import Prover
from assistant.answering.second_reader import load_second_reader
from assistant.errors import SettingsError
from assistant.model import load_model
from assistant.proof.entailment import load_entailment
from assistant.retrieval import cross_encoder
from assistant.retrieval.nearness import Nearness
from assistant.settings import Settings
from assistant.wording.lexicon import Lexicon
from evals.judge import Grader, Judge
from evals.model_judge import ModelJudge
from evals.nli_judge import NliJudge
from ingest.embed import cosines_known
from ingest.encoder import load_embedder

CHECKS, NLI, MODEL = "checks", "nli:", "model:"


def choose_judge(name: str, settings: Settings) -> tuple[Judge, Grader | None]:
    """The judge of that name, and the grader of whole answers that comes with it, if any.

    Args:
        name: "checks" for the program's own, with the second reader of the settings; "nli:" and the folder or hub
            name of a cross-encoder; "model:" and a chat model as LangChain's provider:name, asked at the server of the settings
            where they name one.
        settings: the server, key and time-out of chat models.

    Raises:
        SettingsError: when there is no such judge, or its model cannot be had.
    """
    if name == CHECKS:
        return own_prover(settings), None
    if name.startswith(NLI):
        return NliJudge(load_entailment(name.removeprefix(NLI))), None
    if name.startswith(MODEL):
        called = name.removeprefix(MODEL)
        model = load_model(replace(settings, model=called))
        if model is not None:
            judge = ModelJudge(model, called)
            return judge, judge
    raise SettingsError(f"expected a judge: {CHECKS}, {NLI}MODEL or {MODEL}PROVIDER:NAME, got {name!r}")


def own_prover(settings: Settings) -> Prover:
    """The proof as the product does it with these settings.

    Raises:
        SettingsError: when the embedder or the cross-encoder that they name cannot be had.
    """
    embedder = load_embedder(settings.embedder, settings.threads)
    likeness = Nearness(embedder) if cosines_known(embedder.unrelated_below) else None
    return Prover(
        Lexicon.load(), likeness, load_second_reader(settings.nli, lambda: cross_encoder.load(settings.threads))
    )
