"""An answer as it is shown: its statements with their chips, or its silence with the nearest clauses."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import streamlit as st

from assistant.answer import Abstention, Amended, Answer, FoundPassage, Statement
from assistant.answering.silence import briefly
from assistant.asked.read_as import names_too
from assistant.web import chips, locale, markup, session
from ingest.written_day import written_stamp

_NEAREST_SHOWN = 3


def draw(answer: Answer, key: str) -> None:
    """Draw the answer; ``key`` tells its widgets from those of others."""
    words = locale.words()
    if answer.apart:
        for number, each in enumerate(answer.apart):
            draw(each, f"{key}-of-{number}")
        return
    with st.container(key=f"answer-{key}"):
        st.html(markup.told(_in_a_line(answer)) + _about(answer))
        _draw_named(answer, key)
        if answer.trace.get("small_talk"):
            st.html(markup.small_talk(answer.text))
        elif answer.abstained:
            st.html(markup.silence(answer.abstained, _asked_back(answer), words, _is_conflict(answer)))
        if _is_conflict(answer) and not answer.abstained:
            st.html(f'<p class="cl-nearest">{markup.escape(words.conflict)}</p>')
        _draw_statements(answer.statements, key)
        if answer.abstained is Abstention.AMBIGUOUS and not _is_conflict(answer):
            _draw_choices(answer, dict.fromkeys(passage.contract for passage in answer.passages), key)
        elif answer.nearest:
            st.html(f'<p class="cl-nearest">{markup.escape(words.nearest_words)}</p>')
            _draw_statements(answer.nearest, f"{key}-near", near=True)
        elif answer.abstained and answer.passages and not answer.statements:
            st.html(f'<p class="cl-nearest">{markup.escape(words.nearest)}</p>')
            draw_chips(answer.passages[:_NEAREST_SHOWN], f"{key}-near")


def _in_a_line(answer: Answer) -> str:
    """What kind of answer it is, for whoever does not see it come."""
    words = locale.words()
    if answer.trace.get("small_talk"):
        return answer.text
    if answer.abstained:
        title = markup.silence_title(answer.abstained, words, _is_conflict(answer))
        return f"{title if title.endswith('?') else f'{title}.'} {_asked_back(answer)}"
    if _is_conflict(answer):
        told = words.answer_told.format(count=sum(len(statement.citations) for statement in answer.statements))
        return f"{words.conflict}. {told}"
    return words.answer_told.format(count=sum(len(statement.citations) for statement in answer.statements))


def _is_conflict(answer: Answer) -> bool:
    """Whether two clauses disagree on what is asked."""
    return any(statement.stance for statement in answer.statements)


def _asked_back(answer: Answer) -> str:
    """What an abstention says; the statements of one that has some are drawn below it."""
    return answer.text.partition("\n\n")[0] if answer.statements else briefly(answer.text)


def _draw_statements(statements: Sequence[Statement], key: str, near: bool = False) -> None:
    words = locale.words()
    for number, statement in enumerate(statements):
        with st.container(key=f"statement-{key}-{number}"):
            st.html(markup.statement(statement, words, near))
            cited = [group[-1] for group in markup.one_table(statement.citations)]
            draw_chips([*cited, *_other_sides(statement)], f"{key}-{number}")


def draw_chips(places: Sequence[session.Place], key: str) -> None:
    """A button a place, named by its clause, page and document, that opens the original there."""
    opened = session.opened()
    with st.container(horizontal=True, key=f"chips-{key}"):
        for number, place in enumerate(places):
            st.button(
                markup.label(chips.name(place)),
                key=f"chip-{key}-{number}",
                icon=":material/article:" if place != opened else ":material/visibility:",
                wrap=True,
                on_click=session.open_original,
                args=(place,),
            )


def _about(answer: Answer) -> str:
    """The contract that answers, how a question that leans on another was read, and the day where the conversation named one."""
    words = locale.words()
    searched = str(answer.trace.get("searched", "") or "")
    said = [words.in_contract.format(contract=answer.contract)] if answer.contract else []
    if searched and searched != answer.question:
        said.append(words.read_as.format(question=searched))
    if day := answer.trace.get("as_of"):
        said.append(words.on_day.format(day=written_stamp(str(day), locale.language())))
    lines = "".join(f'<p class="cl-from">{markup.escape(line)}</p>' for line in said)
    return f'<div class="cl-about">{lines}</div>'


def _other_sides(statement: Statement) -> list[FoundPassage]:
    """The words that replaced those quoted, or that they replaced, as places to open."""
    sides = [
        _side(amended, citation.contract)
        for citation in statement.citations
        for amended in (*citation.superseded_by, *citation.replaces)
        if amended.document_id
    ]
    return list(dict.fromkeys(sides))


def _side(amended: Amended, contract: str) -> FoundPassage:
    return FoundPassage(
        contract=contract,
        document=amended.document,
        clause=amended.clause,
        page=amended.page,
        start=amended.start,
        end=amended.end,
        score=0.0,
        document_id=amended.document_id,
        paged=amended.paged,
    )


def _draw_named(answer: Answer, key: str) -> None:
    """That the question names other contracts than the one that was chosen, and the way to ask them."""
    named: Sequence[str] = answer.trace.get("names_too", ())
    if named:
        st.html(f'<p class="cl-why">{markup.escape(names_too(named, answer.contract or "", locale.language()))}</p>')
        _draw_choices(answer, named, key)


def _draw_choices(answer: Answer, contracts: Iterable[str], key: str) -> None:
    """A button a contract that may have been meant, which asks the question of it."""
    words = locale.words()
    with st.container(horizontal=True, key=f"choices-{key}"):
        for number, name in enumerate(contracts):
            st.button(
                markup.label(words.ask_in.format(contract=name)),
                key=f"choice-{key}-{number}",
                on_click=session.put,
                args=(answer.question, name),
            )
