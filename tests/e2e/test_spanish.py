"""The demo's site in Spanish: whatever the interface says, it says in that language."""

from __future__ import annotations

import json
import re
import shutil
from html import unescape
from pathlib import Path

import pytest
from tests.house.catalogue import extracted, messages
from tests.sites import build

from proofolio.adapters.language.catalogue import tongue

pytestmark = pytest.mark.slow

OURS = ("competencies", "portfolios", "issuer", "verify", "figures", "search", "write", "inside")
"""Folders of the site whose pages we make; guides and findings are documentation, which is in English."""
ENOUGH = 4
"""A message of so many words in a row is no coincidence."""
_PLACE = re.compile(r"\{\w+\}|%\(\w+\)s|<[^>]*>")
_QUOTED = re.compile(r"<(?:pre|code|textarea|script)\b.*?</(?:pre|code|textarea|script)>", re.DOTALL)


@pytest.fixture(scope="module", params=["public", "internal"])
def spanish(request: pytest.FixtureRequest, demo: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo's site, built with nothing changed but the language and the audience."""
    root = tmp_path_factory.mktemp(f"spanish-{request.param}")
    district = root / "district"
    shutil.copytree(demo, district, symlinks=True)
    settings = district / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    assert text.count("language: en") == 1
    settings.write_text(text.replace("language: en", "language: es"), encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PROOFOLIO_AUDIENCE", request.param)
        build(district, root / "site")
    return root / "site"


def test_no_english_message_is_left(spanish: Path, demo: Path) -> None:
    """Neither in the pages' text and attributes, nor in what their scripts say."""
    contributed = written_in(demo)
    wanted = [each for each in fragments() if each not in contributed]
    assert len(wanted) > 300
    left = [
        f"{path.relative_to(spanish)}: {fragment}"
        for path, said in texts(spanish)
        for fragment in wanted
        if fragment in said
    ]
    assert left == []


def test_pages_say_that_they_are_spanish(spanish: Path) -> None:
    page = (spanish / "index.html").read_text(encoding="utf-8")
    assert '<html lang="es"' in page
    assert "microcredenciales" in page
    assert re.search(r"<time datetime=\"[\d-]+\">\d+ de \w+ de 20\d\d</time>", all_of(spanish, "portfolios"))


def fragments() -> tuple[str, ...]:
    """Of each message, what stands in a row without a place, where that is long enough to be told by."""
    found = set()
    for (message, _), _entry in messages(extracted()).items():
        if tongue("es").text(message) == message:
            continue  # the same in both
        for part in _PLACE.split(message):
            words = " ".join(part.split()).strip(" .,:;")
            if len(words.split()) >= ENOUGH:
                found.add(words)
    return tuple(sorted(found))


def texts(site: Path) -> list[tuple[Path, str]]:
    pages = [site / "index.html", *(path for name in OURS for path in sorted((site / name).rglob("*.html")))]
    told = [(path, flat(_QUOTED.sub("", path.read_text(encoding="utf-8")))) for path in pages]
    for path in sorted((site / "assets" / "proofolio").rglob("*.json")):
        words = json.dumps(json.loads(path.read_text(encoding="utf-8")), ensure_ascii=False)
        told.append((path, flat(words)))
    return told


def written_in(demo: Path) -> str:
    """What people wrote: an example in a form may be somebody's real title."""
    files = (path for name in ("competencies", "portfolios") for path in sorted((demo / name).rglob("*")))
    kinds = (".md", ".yml", ".json")
    return flat("\n".join(each.read_text(encoding="utf-8") for each in files if each.suffix in kinds))


def all_of(site: Path, folder: str) -> str:
    return "".join(path.read_text(encoding="utf-8") for path in sorted((site / folder).rglob("*.html")))


def flat(text: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]*>", lambda tag: f" {tag[0]} ", text)).split())
