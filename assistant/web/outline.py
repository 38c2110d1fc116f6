"""The clause tree of a document as an outline that can be walked with the arrow keys, and that follows what is scrolled to."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from ingest.document import Clause, Document

_NAME = "clausier_outline"
_TOP = 2  # levels that are always shown; of deeper ones those around the open clause
_LONGEST = 60  # characters of a line
_STYLE = """
ul { list-style: none; margin: 0; padding: 0; font-size: 0.84rem; line-height: 1.35; }
li {
  padding: 0.22rem 0.5rem 0.22rem calc(0.5rem + var(--depth) * 0.9rem); border-radius: 0.4rem; cursor: pointer; color: var(--cl-soft);
  overflow-wrap: anywhere; border-left: 2px solid transparent;
}
li[aria-level="1"] { color: var(--cl-ink); font-weight: 500; }
li:hover { background: var(--cl-tint); }
li[aria-selected="true"] { background: var(--cl-tint); }
ul:not(:has([aria-current])) li[aria-selected="true"], li[aria-current] { color: var(--cl-accent); border-left-color: var(--cl-accent); }
li:focus-visible { outline: 2px solid var(--cl-accent); outline-offset: -2px; }
"""
# text reaches the page as textContent alone
_SCRIPT = """
export default function ({ data, parentElement, setTriggerValue }) {
  const tree = parentElement.querySelector("ul");
  tree.setAttribute("aria-label", data.label);
  tree.replaceChildren(...data.items.map((item) => {
    const line = document.createElement("li");
    line.textContent = item.label;
    line.dataset.id = item.id;
    line.setAttribute("role", "treeitem");
    line.setAttribute("aria-level", item.level);
    line.setAttribute("aria-selected", item.id === data.open);
    line.tabIndex = item.id === data.open ? 0 : -1;
    line.style.setProperty("--depth", item.level - 1);
    return line;
  }));
  const lines = [...tree.children];
  if (!lines.some((line) => line.tabIndex === 0) && lines.length) lines[0].tabIndex = 0;
  const open = (line) => line && setTriggerValue("opened", line.dataset.id);
  const box = parentElement.host?.closest(".st-key-outline");
  let folded = false;  // on a phone, where the style leaves a line at the foot: whoever touches it wants to see the others
  tree.onpointerdown = () => {
    folded = !!box && getComputedStyle(box).position === "fixed" && !tree.contains(parentElement.activeElement);
  };
  tree.onclick = (event) => {
    const line = event.target.closest("li");
    if (!folded) return open(line);
    folded = false;
    (line ?? tree.querySelector('[tabindex="0"]'))?.focus();
  };
  tree.onkeydown = (event) => {
    const at = lines.indexOf(event.target);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: lines.length - 1 }[event.key];
    if (event.key === "Enter" || event.key === " ") open(event.target);
    else if (to === undefined) return;
    else lines[Math.max(0, Math.min(to, lines.length - 1))].focus();
    event.preventDefault();
  };
  const chosen = tree.querySelector('[aria-selected="true"]');
  const down = (line) => line.getBoundingClientRect().top - box.getBoundingClientRect().top;
  const lead = () => box.clientHeight < 60 ? 7 : box.clientHeight / 3;  // pixels above the line that is shown
  if (chosen && box) box.scrollTop += down(chosen) - lead();
  const reader = parentElement.host?.closest(".st-key-reader");
  if (!reader || !box) return;
  const follow = () => {
    // the open clause as long as it begins in the window; else the last one that begins above a third of it
    const { top, bottom } = reader.getBoundingClientRect();
    const begin = (each) => each.getBoundingClientRect().top;
    const passed = [...reader.querySelectorAll("[data-clause]")].filter((each) => begin(each) <= top + reader.clientHeight / 3);
    const opened = [...reader.querySelectorAll(".cl-open")].some((each) => begin(each) >= top && begin(each) < bottom);
    const ids = opened ? [data.open] : passed.map((each) => each.dataset.clause).reverse();
    const here = ids.map((id) => lines.find((line) => line.dataset.id === id)).find(Boolean);
    for (const line of lines) line.removeAttribute("aria-current");
    if (!here) return;
    here.setAttribute("aria-current", "location");
    if (down(here) < 0 || down(here) > box.clientHeight - 30) box.scrollTop += down(here) - lead();
  };
  reader.onscroll = follow;
  follow();  // a redraw forgets where the reading is
}
"""


def draw(document: Document, opened: Clause, label: str, key: str, on_open: Callable[[str], None]) -> None:
    """Draw the outline.

    Args:
        document: whose clauses are shown: those with a number or a heading.
        opened: the clause that is read.
        label: what a screen reader calls the outline.
        key: of the widget.
        on_open: called with the id of the clause that was chosen.
    """
    items = [{"id": each.id, "level": each.level, "label": _line(each)} for each in shown(document, opened)]
    nearest = _nearest(document, opened, {item["id"] for item in items})

    def chosen() -> None:
        picked = st.session_state[key].get("opened")
        if picked:
            on_open(str(picked))

    _component()(
        key=key, data={"label": label, "items": items, "open": nearest}, on_opened_change=chosen, height="content"
    )


def shown(document: Document, opened: Clause) -> list[Clause]:
    """The clauses of the outline: the upper levels, and what is around and below the open clause."""
    around = _way(document, opened)
    return [
        clause
        for clause in document.clauses
        if clause.label and (clause.level <= _TOP or clause.id in around or (clause.parent in around and clause.parent))
    ]


def _way(document: Document, clause: Clause) -> set[str]:
    """The ids of a clause and of those around it."""
    by_id = {each.id: each for each in document.clauses}
    way = {clause.id}
    while clause.parent is not None:
        clause = by_id[clause.parent]
        way.add(clause.id)
    return way


def _nearest(document: Document, clause: Clause, ids: set[object]) -> str:
    """The clause itself, or the nearest one before it that the outline shows."""
    at = document.clauses.index(clause)
    return next((each.id for each in reversed(document.clauses[: at + 1]) if each.id in ids), "")


def _line(clause: Clause) -> str:
    return clause.label if len(clause.label) <= _LONGEST else clause.label[:_LONGEST].rsplit(" ", 1)[0] + " …"


@st.cache_resource(show_spinner=False)
def _component() -> st.components.v2.types.ComponentRenderer:
    return st.components.v2.component(_NAME, html='<ul role="tree"></ul>', css=_STYLE, js=_SCRIPT)
