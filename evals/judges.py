"""The judges by name, as the command line takes them."""

from __future__ import annotations

from dataclasses import replace

from assistant.entailment import load_entailment
from assistant.errors import SettingsError
from assistant.lexicon import Lexicon
from assistant.model import load_model
from assistant.prover import Prover
from assistant.settings import Settings
from evals.judge import Grader, Judge
from evals.model_judge import ModelJudge
from evals.nli_judge import NliJudge
from evals.own_judge import OwnJudge

CHECKS, NLI, MODEL = "checks", "nli:", "model:"


def choose_judge(name: str, settings: Settings) -> tuple[Judge, Grader | None]:
    """The judge of that name, and the grader of whole answers that comes with it, if any.

    Args:
        name: "checks" for the program's own, with the cross-encoder of the settings where they name one; "nli:" and the folder or hub
            name of a cross-encoder; "model:" and a chat model as LangChain's provider:name, asked at the server of the settings
            where they name one.
        settings: the server, key and time-out of chat models.

    Raises:
        SettingsError: when there is no such judge, or its model cannot be had.
    """
    if name == CHECKS:
        second_reader = load_entailment(settings.nli) if settings.nli else None
        return OwnJudge(Prover(Lexicon.load(), second_reader)), None
    if name.startswith(NLI):
        return NliJudge(load_entailment(name.removeprefix(NLI))), None
    if name.startswith(MODEL):
        called = name.removeprefix(MODEL)
        model = load_model(replace(settings, model=called))
        if model is not None:
            judge = ModelJudge(model, called)
            return judge, judge
    raise SettingsError(f"expected a judge: {CHECKS}, {NLI}MODEL or {MODEL}PROVIDER:NAME, got {name!r}")
