"""An answer out of its JSON form, the inverse of `assistant.answer.Answer.to_json`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any, TypeVar

from assistant.answer import Abstention, Amended, Answer, Citation, FoundPassage, Stance, Statement, Verdict

Noun = TypeVar("Noun", Amended, Citation, FoundPassage)


def answer_from_json(form: Mapping[str, Any]) -> Answer:
    """The answer whose JSON form this is; keys that are not known are passed over, so that an older program reads a newer form.

    Raises:
        KeyError, ValueError: when it is no such form.
    """
    abstained = form["abstained"]
    return Answer(
        question=form["question"],
        language=form["language"],
        contract=form["contract"],
        abstained=None if abstained is None else Abstention(abstained),
        text=form["text"],
        statements=tuple(_statement(each) for each in form["statements"]),
        passages=tuple(_noun(FoundPassage, each) for each in form["passages"]),
        seconds=form["seconds"],
        trace=dict(form["trace"]),
        nearest=tuple(_statement(each) for each in form.get("nearest", ())),
        apart=tuple(answer_from_json(each) for each in form.get("apart", ())),
    )


def _statement(form: Mapping[str, Any]) -> Statement:
    citations = tuple(_citation(each) for each in form["citations"])
    stance = form.get("stance")
    return Statement(
        form["text"],
        Verdict(form["verdict"]),
        citations,
        form.get("lead", ""),
        None if stance is None else Stance(stance),
    )


def _citation(form: Mapping[str, Any]) -> Citation:
    superseded_by, replaces = (
        tuple(_noun(Amended, each) for each in form.get(name, ())) for name in ("superseded_by", "replaces")
    )
    plain = _noun(Citation, {name: form[name] for name in form if name not in ("superseded_by", "replaces")})
    return replace(plain, superseded_by=superseded_by, replaces=replaces)


def _noun(kind: type[Noun], form: Mapping[str, Any]) -> Noun:
    return kind(**{field.name: _frozen(form[field.name]) for field in fields(kind) if field.name in form})


def _frozen(value: Any) -> Any:
    """The value with tuples in place of JSON's lists."""
    return tuple(map(_frozen, value)) if isinstance(value, list) else value
