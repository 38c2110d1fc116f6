"""The files that make the container, looked at without an engine that runs them."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

import yaml

from assistant.settings import PREFIX, Settings

ROOT = Path(__file__).parents[1]
DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8")
COMPOSE = yaml.safe_load((ROOT / "compose.yaml").read_text(encoding="utf-8"))


def test_every_package_of_ours_is_copied_and_let_through() -> None:
    let_through = (ROOT / ".dockerignore").read_text(encoding="utf-8").split()
    copied = re.findall(r"^COPY (.+) \S+$", DOCKERFILE, re.MULTILINE)
    sources = [source for line in copied for source in line.split()]
    assert {"assistant", "evals", "ingest", "prompts", "pyproject.toml", "constraints.txt"} <= set(sources)
    assert [source for source in sources if not (ROOT / source).exists() or f"!{source}" not in let_through] == []


def test_the_app_does_not_run_as_root_and_keeps_its_state_in_the_volume() -> None:
    assert re.search(r"^USER 10001$", DOCKERFILE, re.MULTILINE)
    assert DOCKERFILE.index("USER 10001") < DOCKERFILE.index("CMD [")
    assert "ENV CLAUSIER_HOME=/data" in DOCKERFILE
    assert "VOLUME /data" in DOCKERFILE


def test_the_python_is_one_that_the_package_takes() -> None:
    assert re.search(r"^FROM python:3\.1[1-9]-slim$", DOCKERFILE, re.MULTILINE)


def test_settings_named_in_the_composition_exist() -> None:
    known = {PREFIX + field.name.upper() for field in fields(Settings)}
    named = set(re.findall(rf"\b{PREFIX}[A-Z_]+", (ROOT / "compose.yaml").read_text(encoding="utf-8") + DOCKERFILE))
    assert named
    assert named <= known


def test_the_vectors_are_served_to_the_app_alone_by_the_version_that_is_tested() -> None:
    app, vectors = COMPOSE["services"]["app"], COMPOSE["services"]["vectors"]
    assert app["environment"]["CLAUSIER_CHROMA"] == "http://vectors:8000"
    assert "ports" not in vectors
    assert all(port.startswith("127.0.0.1:") for port in app["ports"])
    version = re.search(r"^chromadb==(\S+)$", (ROOT / "constraints.txt").read_text(encoding="utf-8"), re.MULTILINE)
    assert version
    assert vectors["image"] == f"chromadb/chroma:{version[1]}"
    assert set(COMPOSE["volumes"]) == {"home", "vectors"}
