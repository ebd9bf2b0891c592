"""What the forms carry: scripts without words of their own, one pinned library, nothing on other pages."""

from __future__ import annotations

import hashlib
import re
from importlib.resources import files

import pytest
from tests.adapters.pages.filled import Filler, page
from tests.adapters.pages.reading import Reading

from proofolio.adapters.rendering.equipment import equip
from proofolio.adapters.rendering.pages import PageRenderer
from proofolio.adapters.rendering.stylesheet import assets
from proofolio.adapters.rendering.writer import FOLDER, STYLE, form_of, scripts, writer
from proofolio.core.model import address
from proofolio.core.publishing.views.write import WriteEvidenceView, WriteView
from proofolio.core.publishing.write.evidence_words import evidence_words

ROOT = files("proofolio.adapters.rendering")
MODULES = {
    each.name: each.read_text("utf-8")
    for each in (ROOT / "assets" / "write").iterdir()
    if each.name.endswith(".js")
}
EVIDENCE = address.of_evidence_form("pace-a-unit")


def test_the_vendored_library_is_the_one_that_the_notice_names() -> None:
    vendored = ROOT / "vendor" / "markdown-it"
    notice = (vendored / "NOTICE.md").read_text("utf-8")
    for name in ("markdown-it.umd.min.js", "LICENSE.txt"):
        content = (vendored / name).read_bytes()
        row = next(line for line in notice.splitlines() if line.startswith(f"| `{name}`"))
        assert row.endswith(f"`{hashlib.sha256(content).hexdigest()}` |")
        assert writer()[f"{FOLDER}vendor/{name}"] == content
    licences = (vendored / "LICENSE.txt").read_text("utf-8")
    for name in ("markdown-it", "linkify-it", "mdurl", "entities", "uc.micro", "punycode.js"):
        assert re.search(rf"^{re.escape(name)} \d[\d.]* \(", licences, re.MULTILINE), name


def test_a_form_loads_its_own_script_and_no_other_page_any_of_it() -> None:
    html = equip("<html><head></head></html>", EVIDENCE, lambda path: f"/{path}")
    assert re.findall(r'(?:src|href)="/([^"]+)"', html) == [STYLE, *scripts(EVIDENCE)]
    assert equip("<head></head>", address.LIBRARY, str) == "<head></head>"
    assert not set(assets()) & set(writer())
    assert (form_of(EVIDENCE), form_of(address.LIBRARY)) == ("evidence", None)


def test_the_scripts_are_whole_and_plain() -> None:
    for path, content in writer().items():
        if path.endswith(".js") and "/vendor/" not in path:
            assert not re.search(r"^(import|export) ", content.decode(), re.MULTILINE), path
    for name, text in MODULES.items():
        assert len(text.splitlines()) <= 300, name


@pytest.mark.parametrize("name", MODULES)
def test_nothing_becomes_markup_and_nothing_is_sent(name: str) -> None:
    code = re.sub(r"^\s*//.*$", "", MODULES[name], flags=re.MULTILINE)
    assert not re.search(r"innerHTML|outerHTML|insertAdjacent|document\.write|\beval\(|Function\(", code)
    assert not re.search(r"XMLHttpRequest|sendBeacon|WebSocket|document\.cookie|method:", code)


def test_every_sentence_is_said_and_none_is_idle() -> None:
    ours = (
        "body",
        "document",
        "drafts",
        "evidence",
        "hand",
        "help",
        "kit",
        "missing",
        "people",
        "repeat",
        "trouble",
    )
    code = re.sub(r"//.*", "", "\n".join(MODULES[f"{name}.js"] for name in ours))
    called = set(re.findall(r'\bsays?\("([a-z._]+)"', code))
    called |= set(re.findall(r'"((?:gap|trouble|copied|open)\.[a-z._]+)"', code))
    made = {key for key in evidence_words() if key.startswith(("trouble.", "saved."))}
    for before, after in re.findall(r"`([a-z]+)\.\$\{kit\.way\}([a-z.]*)`", code):
        made |= {f"{before}.{way}{after}" for way in ("paste", "filled")}
    assert called <= set(evidence_words())
    spoken = {*re.findall(r'"([a-z_.]+)"', code), *made}
    assert set(evidence_words()) <= spoken


WORDS = "</textarea><img src=x onerror=alert(1)> \" ' & {{ 7 }} __"


@pytest.mark.parametrize(
    ("template", "view"), [("write-evidence.html", WriteEvidenceView), ("write.html", WriteView)]
)
@pytest.mark.parametrize("most", [0, 2])
def test_a_hostile_word_in_every_field_stays_a_word(
    renderer: PageRenderer, template: str, view: type, most: int
) -> None:
    made = page(template, Filler(WORDS if most else "Word", most=most).view(view), WORDS)
    reading = Reading(renderer.render(made, lambda uri: f"../{uri}").html)
    assert reading.faults == []
    assert not reading.all("script", "iframe", "object", "video")
    assert not [each for each in reading.all("img") if each.get("src") == "x"]
    assert not [name for each in reading.elements for name in each.attributes if name.startswith("on")]
    labelled = {each.get("for") for each in reading.all("label")}
    for each in reading.all("input", "select", "textarea"):
        assert each.get("type") == "radio" or each.get("id") in labelled, each.attributes
