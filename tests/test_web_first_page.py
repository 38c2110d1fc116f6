from __future__ import annotations

import asyncio
import re
from collections.abc import Sequence
from typing import Any

import pytest

from assistant.web.first_page import FirstPage, Part, modules, parts, with_parts

PAGE = (
    b"<html><head><title>Streamlit</title></head><body>\n<noscript>\nno <p>script</p></noscript><div id='root'>"
    b"</div></body></html>"
)


class Inner:
    """An app that answers every request alike, in two parts."""

    def __init__(self, kind: bytes = b"text/html; charset=utf-8", status: int = 200) -> None:
        self.headers = [(b"content-type", kind), (b"content-length", str(len(PAGE)).encode())]
        self.status = status
        self.asked: list[dict[str, Any]] = []

    async def __call__(self, scope: Any, _receive: Any, send: Any) -> None:
        self.asked.append(scope)
        await send({"type": "http.response.start", "status": self.status, "headers": self.headers})
        await send({"type": "http.response.body", "body": PAGE[:20], "more_body": True})
        await send({"type": "http.response.body", "body": PAGE[20:]})


def answer(
    inner: Inner, path: str, method: str = "GET", headers: Sequence[tuple[bytes, bytes]] = ()
) -> tuple[dict[bytes, bytes], bytes]:
    """The headers and the body of the answer."""
    sent: list[Any] = []

    async def send(message: Any) -> None:
        sent.append(message)

    async def receive() -> Any:
        raise AssertionError("expected no body to be read")

    scope = {"type": "http", "method": method, "path": path, "headers": list(headers)}
    asyncio.run(FirstPage(inner)(scope, receive, send))
    return dict(sent[0]["headers"]), b"".join(message["body"] for message in sent[1:])


def test_a_page_comes_with_the_sheet_behind_the_head_and_the_name() -> None:
    headers, body = answer(Inner(), "/find", headers=[(b"accept-encoding", b"gzip"), (b"host", b"localhost")])
    sheet, script = parts()
    assert f'<body><link rel="stylesheet" href="./{sheet.name}">'.encode() in body
    assert f'<script src="./{script.name}" defer></script></body>'.encode() in body
    assert b"<title>Clausier</title>" in body
    assert b"<p>script</p>" not in body
    assert headers[b"content-length"] == str(len(body)).encode()
    assert headers[b"cache-control"] == b"no-cache"


def test_a_page_is_asked_for_whole() -> None:
    inner = Inner()
    answer(inner, "/", headers=[(b"accept-encoding", b"gzip"), (b"if-none-match", b'"1"'), (b"host", b"localhost")])
    assert inner.asked[0]["headers"] == [(b"host", b"localhost")]


@pytest.mark.parametrize("part", parts(), ids=lambda part: part.kind.decode())
def test_sheet_and_script_are_served_under_names_of_their_content(part: Part) -> None:
    headers, body = answer(Inner(), f"/{part.name}")
    assert body == part.content
    assert headers[b"content-type"] == part.kind
    assert body.count(b"{") == body.count(b"}")
    assert b"immutable" in headers[b"cache-control"]


def test_all_else_passes_as_it_is() -> None:
    for inner, path, method in (
        (Inner(), "/_stcore/health", "GET"),
        (Inner(), "/media/page.html", "GET"),
        (Inner(), "/", "POST"),
        (Inner(b"application/json"), "/find", "GET"),
        (Inner(status=404), "/find", "GET"),
    ):
        headers, body = answer(inner, path, method)
        assert body == PAGE
        assert headers == dict(inner.headers)


def test_streamlits_own_page_has_what_is_replaced() -> None:
    from pathlib import Path

    from streamlit import file_util

    page = Path(file_util.get_static_dir(), "index.html").read_bytes()
    made = with_parts(page)
    assert made.count(b"<title>Clausier</title>") == 1
    assert [made.count(part.name.encode()) for part in parts()] == [1, 1]
    assert b"JSON" not in made.partition(b"<body>")[2]
    assert [name.partition(".")[0] for name in modules()][:2] == ["Html", "ButtonGroup"]
    head = made.partition(b"</head>")[0]
    assert [head.count(name.encode()) for name in modules()] == [1] * len(modules())


def test_what_is_fetched_at_once_holds_all_that_it_imports() -> None:
    from pathlib import Path

    from streamlit import file_util

    folder = Path(file_util.get_static_dir(), "static", "js")
    texts = [(folder / name).read_text(encoding="utf-8") for name in modules()]
    imported = {name for text in texts for name in re.findall(r'from"\./([\w.-]+)"', text)}
    assert len(imported) > 20
    assert imported <= set(modules())
