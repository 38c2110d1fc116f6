"""Two clauses, or two documents, side by side with the words that differ."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import streamlit as st

from assistant.family.comparison import languages_apart
from assistant.family.differences import Kind, Piece, Row, differences, share_same
from assistant.naming.clause_lookup import clause_name, subtree
from assistant.web import acts, locale, markup, visitor
from assistant.web.find_words import FindWords
from ingest.document import Clause, Document, Span
from ingest.library import Library
from ingest.record import DocumentRecord
from ingest.written_day import written_stamp

_SIDES = ("left", "right")
_WHOLE = ""
_TURN = "compare-turn"
_MOST_ROWS = 400  # paragraphs drawn at once
_TAGS = {Kind.SAME: ("", ""), Kind.GONE: ("<del>", "</del>"), Kind.NEW: ("<ins>", "</ins>")}


def add(record: DocumentRecord, clause: Clause, own: FindWords) -> None:
    """Take a clause up for comparison: on the left first, then on the right, and so on in turn."""
    turn = int(st.session_state.get(_TURN, 0))
    st.session_state[_TURN] = turn + 1
    for side in _SIDES[turn % 2 :]:  # the right side begins with what is on the left
        st.session_state[_key(side, "contract")] = record.contract
        st.session_state[_key(side, "document")] = record.id
        st.session_state[_key(side, "clause")] = clause.id
    if turn % 2:
        st.session_state["find-view"] = "compare"
    else:
        taken = own.taken_up.format(document=record.name, clause=clause.label)
        st.toast(markup.label(taken), icon=":material/compare_arrows:")


def draw(names: Sequence[str], own: FindWords) -> None:
    """Draw the choices of both sides, and what differs."""
    library = visitor.parts().library
    columns = st.columns(2, gap="large")
    chosen = []
    for side, title, column in zip(_SIDES, (own.left, own.right), columns, strict=True):
        with column, st.container(key=f"compare-{side}"):
            st.html(f'<h2 class="cl-group">{markup.escape(title)}</h2>')
            chosen.append(_draw_side(library, side, names, own))
    (left, at), (right, other) = chosen
    if (at, left) == (other, right):
        st.html(f'<p class="cl-lead">{markup.escape(own.compare_hint)}</p>')
        return
    acts.enter_once("compare", left=at, right=other)
    apart = languages_apart(*(library.record(each.partition("/")[0]) for each in (at, other)))
    if apart:
        sides = {side: own.languages[each] for side, each in zip(_SIDES, apart, strict=True)}
        st.html(f'<p class="cl-lead cl-told">{markup.escape(own.languages_differ.format(**sides))}</p>')
        return
    rows = _compared(left, right)
    changed = sum(row.changed for row in rows)
    if not changed:
        st.html(f'<p class="cl-lead cl-told">{markup.escape(own.identical)}</p>')
        return
    told = own.alike.format(share=round(100 * share_same(rows)), changed=changed, count=len(rows))
    st.html(f'<p class="cl-lead cl-told">{markup.escape(told)}</p>')
    only = st.toggle(own.only_changes, key="only-changes", persist_state="session")
    st.html(table([row for row in rows if row.changed or not only][:_MOST_ROWS], own))


def table(rows: Sequence[Row], own: FindWords) -> str:
    """The paragraphs beside each other as HTML; what is on one side only is in ``<del>`` or ``<ins>``."""
    head = f'<tr><th scope="col">{markup.escape(own.left)}</th><th scope="col">{markup.escape(own.right)}</th></tr>'
    body = "".join(f"<tr><td>{_side(row.left)}</td><td>{_side(row.right)}</td></tr>" for row in rows)
    return f'<div class="cl-scroll"><table class="cl-diff"><thead>{head}</thead><tbody>{body}</tbody></table></div>'


def _side(pieces: Sequence[Piece]) -> str:
    """The pieces one after the other; the space behind one stays outside of its mark."""
    shown = []
    for piece in pieces:
        before, behind = _TAGS[piece.kind]
        words = piece.text.rstrip()
        shown.append(before + markup.escape(words) + behind + piece.text[len(words) :])
    return "".join(shown)


def _draw_side(library: Library, side: str, names: Sequence[str], own: FindWords) -> tuple[str, str]:
    """The choice of contract, document and clause; the text chosen, and a name for the choice."""
    words = locale.words()
    _drop(_key(side, "contract"), names)
    contract = st.selectbox(words.contract, names, key=_key(side, "contract"), persist_state="session")
    records = {record.id: record for record in library.contract(contract).documents}
    _drop(_key(side, "document"), list(records))
    chosen = st.selectbox(
        own.document,
        list(records),
        format_func=lambda key: records[key].name,
        key=_key(side, "document"),
        persist_state="session",
    )
    document = library.document(chosen)
    clauses = {clause.id: clause for clause in document.clauses if clause.label}
    _drop(_key(side, "clause"), [_WHOLE, *clauses])
    clause = st.selectbox(
        own.clause,
        [_WHOLE, *clauses],
        format_func=lambda key: clause_name(document, clauses[key]) if key else own.whole,
        key=_key(side, "clause"),
        persist_state="session",
    )
    if clause == _WHOLE:
        return _text(document, None), f"{chosen}/"
    version, name = _draw_version(contract, chosen, clause, side, own)
    return version if version is not None else _text(document, clauses[clause]), f"{chosen}/{clause}/{name}"


def _draw_version(contract: str, document_id: str, clause_id: str, side: str, own: FindWords) -> tuple[str | None, str]:
    """The choice between the versions of a clause that amendments changed; the text of the one chosen, and its name.

    The text is None where there is but one version.
    """
    words = locale.words()
    history = visitor.parts().family.histories(contract, clause_id, document_id)[0]
    named = {each.since.isoformat() if each.since else "": each for each in history.versions}
    if len(named) == 1:
        return None, ""
    _drop(_key(side, "version"), list(named))
    chosen = st.selectbox(
        own.version,
        list(named),
        format_func=lambda day: _since(day, own, words.language),
        key=_key(side, "version"),
        persist_state="session",
    )
    text = named[chosen].text
    if text is None:
        st.html(markup.fault(own.uncertain.format(version=_since(chosen, own, words.language))))
    return text or "", chosen


def _since(day: str, own: FindWords, language: str) -> str:
    """Since when a version holds; of a change that states no day, the calendar's first stands for that."""
    if not day:
        return own.first_version
    return own.since_unknown if day == date.min.isoformat() else own.since.format(day=written_stamp(day, language))


def _text(document: Document, clause: Clause | None) -> str:
    """The words of a clause with those below it; of the document without running headers and footers when None."""
    if clause is not None:
        return subtree(document, clause).of(document.text)
    end = max((page.span.end for page in document.pages), default=0)
    return Span(0, end).of(document.text)


@st.cache_data(max_entries=64, show_spinner=False)
def _compared(left: str, right: str) -> list[Row]:
    return differences(left, right)


def _drop(key: str, known: Sequence[str]) -> None:
    """Forget a choice that is not there any more."""
    if key in st.session_state and st.session_state[key] not in known:
        del st.session_state[key]


def _key(side: str, what: str) -> str:
    return f"compare-{side}-{what}"
