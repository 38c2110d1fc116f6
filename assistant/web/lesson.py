"""The tour of a contract, a topic at a time, and its one-page guide."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from assistant.answer import Citation
from assistant.family import in_force
from assistant.learning.guide import guide
from assistant.learning.topics import Topic
from assistant.learning.tour import Stop, Tour
from assistant.web import chips, locale, markup, visitor
from assistant.web.learn_words import LANGUAGES, LearnWords

TOPIC = "tour-topic"
"""The key of the choice of topic."""


def draw(contract: str) -> None:
    """Draw the topics, and the quotes of the one that is chosen."""
    words = LANGUAGES[locale.language()]
    topics = list(Topic)
    chosen = st.segmented_control(
        words.topic,
        topics,
        default=topics[0],
        format_func=lambda topic: words.topics[Topic(str(topic)).value],
        key=TOPIC,
        label_visibility="collapsed",
        required=True,
    )
    topic = Topic(str(chosen))
    library = visitor.parts().library
    stop = _stop(str(library.home), contract, topic, library.generation, in_force.today().isoformat())
    if not stop.quotes:
        st.html(f'<p class="cl-lead">{markup.escape(words.nothing)}</p>')
    for number, sight in enumerate(stop.sights):
        with st.container(key=f"sight-{number}"):
            _draw_sight(sight, f"sight-{number}", words)
    with st.container(horizontal=True, key="tour-on"):
        _draw_guide(contract, stop, words)
        following = topics.index(topic) + 1
        if following < len(topics):
            label = words.next_topic.format(topic=words.topics[topics[following].value])
            st.button(label, key="tour-next", icon=":material/arrow_forward:", on_click=_go, args=(topics[following],))


@st.cache_data(max_entries=256, show_spinner=False)
def _stop(home: str, contract: str, topic: Topic, generation: int, day: str) -> Stop:
    """Home, generation and day tell one state of a contract from another."""
    return Tour(visitor.parts().library).stop(contract, topic)


def _go(topic: Topic) -> None:
    st.session_state[TOPIC] = topic


def _draw_sight(sight: Sequence[Citation], key: str, words: LearnWords) -> None:
    gone = sight[0].in_force is False
    amended = f'<p class="cl-why">{markup.escape(words.amended)}</p>' if gone else ""
    quote = markup.quote("\n".join(part.quote for part in sight))
    st.html(f'{amended}<div class="cl-statement{" cl-superseded" if gone else ""}">{quote}</div>')
    chips.draw(sight, key)


def _draw_guide(contract: str, stop: Stop, words: LearnWords) -> None:
    if stop.quotes:
        name, language = (
            words.topics[stop.topic.value],
            locale.language(),
        )  # now: the file is made outside of the session
        st.download_button(
            words.guide,
            lambda: guide(contract, name, stop, language),
            file_name=f"{contract} - {name}.pdf",
            mime="application/pdf",
            key="tour-guide",
            icon=":material/print:",
            on_click="ignore",
        )
