"""The page that the browser loads first: Streamlit's, with the app's name, style sheet and French words in it.

The sheet is there before anything is drawn, so that nothing jumps when it comes; it stands in the body, behind Streamlit's own styles.
The modules that draw most of a page, and what these import, are named in the head, so that the browser fetches them at once and not
one after the other when the first of them is met.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import MutableMapping
    from typing import Any

    from starlette.types import ASGIApp, Message, Receive, Scope, Send

_OWN = ("/_stcore/", "/media/", "/component/", "/static/")  # paths of Streamlit's that lead to no page
_SOON = (
    "Html",
    "ButtonGroup",
    "Selectbox",
    "TextInput",
    "ChatInput",
    "DateInput",
    "Button",
    "Spinner",
    "DownloadButton",
)
"""Modules of Streamlit's that pages and answers begin with."""
_IMPORT = re.compile(r"""(?:from|import)\s*["']\./([\w.-]+\.js)["']""")
_PAGE = b"text/html; charset=utf-8"
_NO_SCRIPT = 'Clausier needs JavaScript. <span lang="fr">Clausier a besoin de JavaScript.</span>'


@dataclass(frozen=True, slots=True)
class Part:
    """A file that the page names: its name, which is another one for other content so that browsers may keep it, and its type."""

    name: str
    kind: bytes
    content: bytes


@lru_cache(maxsize=1)
def parts() -> tuple[Part, Part]:
    """The style sheet of all pages; the script with Streamlit's own words in French, and with where the focus goes and what is told."""
    return (
        _part("clausier.css", b"text/css; charset=utf-8", "style.css", "pages.css"),
        _part("clausier.js", b"text/javascript; charset=utf-8", "own_words.js", "panel.js"),
    )


def _part(name: str, kind: bytes, *files: str) -> Part:
    content = b"\n".join(Path(__file__).with_name(file).read_bytes() for file in files)
    return Part(f"{sha256(content).hexdigest()[:16]}.{name}", kind, content)


@lru_cache(maxsize=1)
def modules() -> tuple[str, ...]:
    """The files of the modules that pages begin with and of all that these import; one that Streamlit has not, or no more, is left out."""
    from streamlit import file_util  # here for start-up speed

    folder = Path(file_util.get_static_dir(), "static", "js")
    found = {file.name: None for name in _SOON for file in sorted(folder.glob(f"{name}.*.js"))[:1]}
    waiting = list(found)
    while waiting:
        text = (folder / waiting.pop()).read_text(encoding="utf-8")
        new = [name for name in _IMPORT.findall(text) if name not in found and (folder / name).is_file()]
        found.update(dict.fromkeys(new))
        waiting += new
    return tuple(found)


def with_parts(page: bytes) -> bytes:
    """Streamlit's page with the app's name in place of its own, the style sheet at the head of its body, the script at its end."""
    sheet, script = parts()
    named = re.sub(rb"<title>.*?</title>", b"<title>Clausier</title>", page, count=1)
    told = re.sub(rb"<noscript>.*?</noscript>", f"<noscript>{_NO_SCRIPT}</noscript>".encode(), named, flags=re.DOTALL)
    new = (name for name in modules() if name.encode() not in page)
    soon = "".join(f'<link rel="modulepreload" href="./static/js/{name}">' for name in new)
    told = told.replace(b"</head>", f"{soon}</head>".encode(), 1)
    styled = re.sub(rb"(<body[^>]*>)", rb'\1<link rel="stylesheet" href="./%b">' % sheet.name.encode(), told, count=1)
    return styled.replace(b"</body>", f'<script src="./{script.name}" defer></script></body>'.encode(), 1)


class FirstPage:
    """Middleware that serves these parts, and gives the pages of the app that within it as `with_parts` makes them.

    Args:
        app: what serves all else.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._parts = {part.name: part for part in parts()}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        path = str(scope.get("path", ""))
        if scope["type"] != "http" or scope["method"] != "GET" or path.startswith(_OWN):
            await self._app(scope, receive, send)
        elif part := self._parts.get(path.rpartition("/")[2]):
            await _send(send, part.content, part.kind, b"public, immutable, max-age=31536000")
        else:
            await self._app(_plain(scope), receive, _Rewriting(send))


class _Rewriting:
    """Passes an answer on, but a page of HTML only when all of it is there, and as `with_parts` makes it."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self._page: bytes | None = None

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start" and _is_page(message):
            self._page = b""
        elif self._page is None:
            await self._send(message)
        else:
            self._page += message.get("body", b"")
            if not message.get("more_body"):
                await _send(self._send, with_parts(self._page), _PAGE, b"no-cache")


def _is_page(message: MutableMapping[str, Any]) -> bool:
    kind: bytes = dict(message["headers"]).get(b"content-type", b"")
    return message["status"] == 200 and kind.startswith(b"text/html")


def _plain(scope: Scope) -> Scope:
    """The request as one for an answer that is whole, new and not packed."""
    unwanted = (b"accept-encoding", b"if-none-match", b"if-modified-since", b"range")
    return {**scope, "headers": [(name, value) for name, value in scope["headers"] if name not in unwanted]}


async def _send(send: Send, body: bytes, kind: bytes, kept: bytes) -> None:
    headers = [
        (b"content-type", kind),
        (b"content-length", str(len(body)).encode()),
        (b"cache-control", kept),
        (b"x-content-type-options", b"nosniff"),
    ]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": body})
