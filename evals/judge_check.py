"""Judging the judge: does it catch what is wrong, and leave alone what is right?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from evals.case import Strict
from evals.figure import Figure, figure
from evals.judge import Judge
from evals.pair import Pair
from evals.report import spelt
from evals.score import Score

CAUGHT = "caught"
FALSE_ALARM = "false alarm"


class Opinion(Strict):
    """A judge's opinion of a pair; ``supported`` is None for one that could not be read."""

    pair: str
    supported: bool | None
    right: bool | None


class JudgeCheck(Strict):
    """What a judge is worth: its opinions, and the figures over them.

    The figure "caught" is the share of corrupted pairs that it does not take for supported, over all and by kind of
    corruption; "false alarm" the share of supported pairs that it takes for unsupported, over all; both also by language,
    and over the pairs held back (`evals.pair.Pair.held_back`), the only ones on which the product's own checks are honest.
    What could not be read counts in neither, and is counted as unscored.
    """

    judge: str
    figures: tuple[Figure, ...]
    opinions: tuple[Opinion, ...]

    def figure(self, name: str, part: str = "all") -> Figure | None:
        """The figure of that name over that part, None when no pair is of it."""
        return next((f for f in self.figures if f.name == name and f.part == part), None)

    def save(self, path: Path) -> None:
        """Write the check as JSON."""
        path.write_text(self.model_dump_json(indent=1) + "\n", encoding="utf-8")


def check_judge(pairs: Sequence[Pair], judge: Judge) -> JudgeCheck:
    """Ask the judge about each pair, and count. The intervals are Wilson's (`evals.figure`)."""
    opinions = {pair.id: judge.supports(pair.statement, pair.quotes) for pair in pairs}
    return JudgeCheck(
        judge=judge.name,
        figures=tuple(_figures(pairs, opinions)),
        opinions=tuple(_opinion(pair, opinions[pair.id]) for pair in pairs),
    )


def _opinion(pair: Pair, supported: bool | None) -> Opinion:
    right = None if supported is None else supported == (pair.label == "supported")
    return Opinion(pair=pair.id, supported=supported, right=right)


def _figures(pairs: Sequence[Pair], opinions: dict[str, bool | None]) -> Iterable[Figure]:
    for name, label in ((CAUGHT, "corrupted"), (FALSE_ALARM, "supported")):
        parts: dict[str, list[Score]] = {}
        for pair in pairs:
            if pair.label == label:
                for part in _parts(pair):
                    parts.setdefault(part, []).append(_score(opinions[pair.id]))
        yield from (figure(name, parts[part], part) for part in sorted(parts, key=lambda part: (part != "all", part)))


def _parts(pair: Pair) -> list[str]:
    kind = [] if pair.kind is None else [f"kind={pair.kind}"]
    return ["all", *kind, f"language={pair.lang}→{pair.quote_lang}", *(["held back"] if pair.held_back else [])]


def _score(supported: bool | None) -> Score:
    """One unit: the judge objects. Objecting is a catch in a corrupted pair, and a false alarm in a supported one."""
    return Score(0, 0, 1) if supported is None else Score(float(not supported), 1)


def markdown(check: JudgeCheck) -> str:
    """The check as a table, the wrong opinions named below it."""
    rows = [f"| {f.name} | {f.part} | {spelt(f)} | {f.n:g} | {f.unscored} |" for f in check.figures]
    wrong = [opinion.pair for opinion in check.opinions if opinion.right is False]
    return "\n".join(
        [
            f"# The judge: {check.judge}",
            "",
            "| figure | pairs | % (95% interval) | n | unscored |",
            "| --- | --- | --- | --- | --- |",
            *rows,
            "",
            f"Wrong about {len(wrong)} of {len(check.opinions)} pairs: {', '.join(wrong) or 'none'}.",
        ]
    )
