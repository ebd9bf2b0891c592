"""The one setting for the language, and the messages of JSON documents."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from proofolio.adapters.language.extraction import words
from proofolio.adapters.language.setting import site_tongue, theme_language


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("theme: {name: material, language: es}", "es"),
        ("theme: {language: es-MX}", "es-MX"),
        ("theme: {language: es}\nextra: !ENV [X]\nformat: !!python/name:a.b", "es"),
        ("theme: {language: tlh}", "en"),
        ("theme: {language: [es]}", "en"),
        ("theme: material", "en"),
        ("- theme", "en"),
        ("theme: {language: 'es", "en"),
        (None, "en"),
    ],
)
def test_the_language_is_the_theme_s(tmp_path: Path, text: str | None, code: str) -> None:
    if text is not None:
        (tmp_path / "mkdocs.yml").write_text(text, encoding="utf-8")
    assert site_tongue(tmp_path).code == code


@pytest.mark.parametrize(
    ("code", "told"), [("es", "es"), ("es-MX", "es"), ("pt-BR", "pt-BR"), ("xx-YY", "xx-YY"), ("xx", "xx")]
)
def test_a_theme_is_told_the_language_that_it_knows(tmp_path: Path, code: str, told: str) -> None:
    place = tmp_path / "partials" / "languages"
    place.mkdir(parents=True)
    for each in ("en", "es", "pt", "pt-BR"):
        (place / f"{each}.html").touch()
    assert theme_language(code, [str(tmp_path / "none"), str(tmp_path)]) == told


def test_a_document_s_messages_are_found_with_their_lines() -> None:
    file = io.BytesIO('{\n  "a.one": "“One” {n}",\n\n  "a.two": "Two"\n}\n'.encode())
    assert list(words(file, (), (), {})) == [(2, None, "“One” {n}", ["a.one"]), (4, None, "Two", ["a.two"])]
