"""A button that copies text to the clipboard, in the browser alone."""

from __future__ import annotations

import streamlit as st

# without a name it is not there for a screen reader, but keeps its room
_HTML = '<button type="button" style="visibility: hidden"></button><span role="status"></span>'
_STYLE = """
button {
  font: inherit; font-size: 0.82rem; color: var(--cl-accent); background: transparent; cursor: pointer;
  border: 1px solid var(--cl-line); border-radius: 1rem; padding: 0.25rem 0.75rem; min-height: 1.9rem;
}
button:hover, button:focus-visible { border-color: var(--cl-accent); background: var(--cl-tint); }
button:focus-visible { outline: 2px solid var(--cl-accent); outline-offset: 2px; }
span { margin-left: 0.5rem; font-size: 0.8rem; color: var(--cl-soft); }
"""
# text reaches the page as textContent alone; the second way serves pages that are not on https or localhost
_SCRIPT = """
export default function ({ data, parentElement }) {
  const button = parentElement.querySelector("button");
  const told = parentElement.querySelector("span");
  button.textContent = data.label;
  button.style.visibility = "";
  button.title = data.text;
  button.onclick = async () => {
    try {
      await navigator.clipboard.writeText(data.text);
    } catch {
      const field = document.createElement("textarea");
      field.value = data.text;
      document.body.append(field);
      field.select();
      document.execCommand("copy");
      field.remove();
    }
    told.textContent = data.done;
    setTimeout(() => { told.textContent = ""; }, 2500);
  };
}
"""
_NAME = "clausier_copy"


def draw_copy_button(label: str, text: str, done: str, key: str) -> None:
    """Draw a button that copies the text.

    Args:
        label: what stands on the button.
        text: what it copies.
        done: what is said once it has.
        key: of the widget.
    """
    _component()(key=key, data={"label": label, "text": text, "done": done}, width="content", height="content")


@st.cache_resource(show_spinner=False)
def _component() -> st.components.v2.types.ComponentRenderer:
    return st.components.v2.component(_NAME, html=_HTML, css=_STYLE, js=_SCRIPT)
