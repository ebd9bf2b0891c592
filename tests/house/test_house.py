"""The house rules that no tool knows: drift between what is generated and what is checked in."""

from __future__ import annotations

import ast
import inspect
import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest
from tests.house.findings_pages import FOLDER, pages

from proofolio.adapters.demo.district import final_files
from proofolio.adapters.files.schema import PLACE, SCHEMAS, file_name, make_schema, schema_text
from proofolio.core.diagnostics.rulebook import RULEBOOK

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "plugins" / "proofolio"
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if "district" not in path.parts)
WHOLE = 300


def test_every_model_class_is_in_the_glossary() -> None:
    glossary = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
    missing = []
    for path in sorted((PACKAGE / "core" / "model").glob("*.py")):
        module = import_module(f"proofolio.core.model.{path.stem}") if path.stem != "__init__" else None
        for name, value in vars(module).items() if module else ():
            own = inspect.isclass(value) and value.__module__ == module.__name__ and not name.startswith("_")
            if own and f"`{name}`" not in glossary:
                missing.append(name)
    assert missing == []


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_modules_are_small_and_say_what_they_are_for(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= WHOLE
    if path.name == "__init__.py" and path.parent != PACKAGE:
        assert text == "", "package markers are empty"
    else:
        assert ast.get_docstring(ast.parse(text))


@pytest.mark.parametrize("word", ["utils", "helpers", "common", "base", "misc"])
def test_no_module_is_named_for_nothing(word: str) -> None:
    assert not [path for path in MODULES if word in (path.stem, *path.relative_to(PACKAGE).parent.parts)]


def test_the_import_contracts_hold() -> None:
    command = [Path(sys.executable).with_name("lint-imports"), "--config", "../pyproject.toml", "--no-cache"]
    result = subprocess.run(command, cwd=ROOT / "plugins", capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize("name", sorted(SCHEMAS))
def test_shipped_schemas_are_what_the_documents_say(name: str) -> None:
    made = make_schema(name)
    assert schema_text(name) == made, "make schemas writes them"
    assert (ROOT / PLACE / file_name(name)).read_text(encoding="utf-8") == made, "make schemas writes them"


def test_findings_pages_are_what_the_rulebook_says() -> None:
    found = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.md")}
    assert found == pages(), "make findings writes them"


def test_there_are_at_least_forty_rules_with_words_of_their_own() -> None:
    assert len(RULEBOOK) >= 40
    for field in ("title", "why", "fix"):
        assert all(getattr(rule, field).strip() for rule in RULEBOOK.values())
    assert len({rule.title for rule in RULEBOOK.values()}) == len(RULEBOOK)


def test_the_checked_in_district_is_the_demos_last_state() -> None:
    here = {
        path.relative_to(ROOT).as_posix(): path.read_bytes()
        for folder in ("competencies", "portfolios")
        for path in (ROOT / folder).rglob("*")
        if path.is_file()
    }
    there = final_files()
    assert sorted(here) == sorted(there), "make district writes them"
    assert [path for path in here if here[path] != there[path]] == []


def test_no_file_names_somebodys_machine() -> None:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout
    # from the root, not a folder of that name on the way
    suspect = re.compile(rb"(?<![\w.}-])/(?:work|farm|home|root)/")
    found = []
    for name in listed.decode().split("\0"):
        path = ROOT / name
        if name and path.is_file() and not path.is_symlink():
            found.extend([name] if suspect.search(path.read_bytes()) else [])
    assert found == []
