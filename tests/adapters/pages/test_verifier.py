"""What the page for checking credentials carries: its own, whole, pinned, and asking nobody else."""

from __future__ import annotations

import hashlib
import json
import re
from importlib.resources import files

import pytest

from proofolio.adapters.rendering.stylesheet import assets
from proofolio.adapters.rendering.verifier import DATA, FOLDER, SCRIPT, STYLE, data, equip, verifier
from proofolio.adapters.signing import form
from proofolio.adapters.signing.contexts import CONTEXTS
from proofolio.core.verifying.check import Name, State
from proofolio.core.verifying.forms import NODES
from proofolio.core.verifying.verification import Verdict

ROOT = files("proofolio.adapters.rendering")
PARTS = {each.name: each.read_text("utf-8") for each in (ROOT / "assets" / "verify").iterdir()}
WORDS: dict[str, str] = json.loads(PARTS["words.json"])
MODULES = {name: text for name, text in PARTS.items() if name.endswith(".js")}
VENDORED = [each for each in (ROOT / "vendor").iterdir() if each.name.endswith(".js")]


@pytest.mark.parametrize("file", VENDORED, ids=lambda each: each.name)
def test_vendored_libraries_are_the_ones_that_the_notice_names(file: object) -> None:
    notice = (ROOT / "vendor" / "NOTICE.md").read_text("utf-8")
    content = file.read_bytes()  # type: ignore[attr-defined]
    row = next(line for line in notice.splitlines() if line.startswith(f"| `{file.name}`"))  # type: ignore[attr-defined]
    assert row.endswith(f"`{hashlib.sha256(content).hexdigest()}` |")
    assert verifier()[f"{FOLDER}vendor/{file.name}"] == content  # type: ignore[attr-defined]


def test_every_vendored_library_brings_its_licence() -> None:
    licences = verifier()[f"{FOLDER}vendor/LICENSES.txt"].decode()
    for name in (
        "jsonld",
        "rdf-canonize",
        "lru-cache",
        "yallist",
        "canonicalize",
        "core-js",
        "@noble/ed25519",
    ):
        assert re.search(rf"^{re.escape(name)} \d[\d.]* \(", licences, re.MULTILINE), name


def test_no_other_page_gets_any_of_it() -> None:
    assert not set(assets()) & set(verifier())
    assert not [text for text in assets().values() if b"pf-outcome" in text or b"proofolioVerifier" in text]


def test_the_script_is_whole_and_plain() -> None:
    script = verifier()[SCRIPT].decode()
    assert not re.search(r"^(import|export) ", script, re.MULTILINE)
    for name in set(MODULES) - {"worker.js"}:
        assert f"const ${name[:-3].replace('-', '_')} = " in script, name
    for text in MODULES.values():
        assert len(text.splitlines()) <= 300


@pytest.mark.parametrize("name", MODULES)
def test_nothing_becomes_markup_and_nothing_is_sent(name: str) -> None:
    text = MODULES[name]
    assert not re.search(r"innerHTML|outerHTML|insertAdjacent|document\.write|eval\(|Function\(", text)
    assert not re.search(
        r"XMLHttpRequest|sendBeacon|WebSocket|localStorage|document\.cookie|method: [\"']", text
    )


def test_every_sentence_is_said_and_none_is_missing() -> None:
    code = "\n".join(MODULES.values())
    keys = set(re.findall(r'"([a-z-]+\.[a-z0-9_-]+)"', code)) - {"verify-worker.js", "data.json"}
    made = {
        *(f"name.{each.value}" for each in Name if each is not Name.HOSTED),
        *(f"state.{each}" for each in (*State, "unasked")),
        *(f"verdict.{each}" for each in Verdict),
        *(f"wanted.{each.strip('[]!')}" for node in NODES.values() for each in node.values() if _plain(each)),
        *(f"tally.{each}" for each in State),
        *(f"fact.{each}" for each in re.findall(r'\["([a-z]+)", ', MODULES["report.js"])),
        *(f"fact.{each}" for each in ("awarded", "issued")),
    }
    used = {each for each in keys if each.split(".")[0] in {key.split(".")[0] for key in WORDS}}
    assert {each for each in used | made if each not in WORDS} == set()
    assert {each for each in WORDS if each not in used | made and f"`{each}" not in code} == {
        f"tally.{each}.one" for each in State
    }


def _plain(form: str) -> bool:
    return form.strip("[]!") not in NODES and not form.startswith("[object")


def test_the_page_knows_what_the_command_knows() -> None:
    told = json.loads(verifier()[DATA])
    assert told == json.loads(json.dumps(data()))
    assert all(told["contexts"][each] == CONTEXTS[each] for each in told["contexts"])
    assert told["forms"]["nodes"] == NODES
    listed = re.search(r"const LISTS = \[(.*?)\];", MODULES["form.js"], re.DOTALL)
    plain = re.search(r"const PLAIN_TYPES = \[(.*?)\];", MODULES["form.js"], re.DOTALL)
    assert listed
    assert plain
    assert set(re.findall(r'"(\w+)"', listed[1])) == form._LISTS
    assert set(re.findall(r'"(\w+)"', plain[1])) == form._PLAIN_TYPES


def test_only_its_head_is_changed() -> None:
    html = "<html><head><title>x</title></head><body></head></body></html>"
    made = equip(html, lambda path: f"../{path}")
    assert made.count(f'href="../{STYLE}"') == made.count(f'src="../{SCRIPT}"') == 1
    assert made.index(SCRIPT) < made.index("<body>")


def test_script_and_page_agree_on_their_hooks() -> None:
    template = (ROOT / "templates" / "verify.html").read_text("utf-8")
    names = re.search(r"for \(const name of \[(.*?)\]\) this\[name\]", MODULES["page.js"])
    assert names
    for name in re.findall(r'"(\w+)"', names[1]):
        assert f'data-pf-verify="{name}"' in template, name
    style = verifier()[STYLE].decode()
    known = template + MODULES["report.js"] + MODULES["page.js"]
    for name in set(re.findall(r"\.(pf-[a-z0-9_-]+)", style)) - {"pf-page-verify"}:
        assert name.partition("--")[0] in known or name in known, name
