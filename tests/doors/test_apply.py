"""``proofolio apply``: who may, what is in the way, and a packet that holds what was chosen and no more."""

from __future__ import annotations

import json
import re
import shutil
import zipfile
from pathlib import Path
from urllib.parse import unquote

import pytest
from click.testing import CliRunner, Result

from proofolio.cli.main import main

ROOT = Path(__file__).parents[2]
ROLE, ELENA = "teacher-leader", "elena-marsh"
CHOSEN = ("--evidence", "peer-review-that-bites", "--evidence", "choosing-the-novel")
UNCHOSEN, DRAFT, ENTRY, OTHERS = "zanzibar-pelican", "quicksilver-walrus", "obsidian-heron", "saffron-otter"
"""Words in what must not go along: other work, a draft, the log, other people's work."""
DAY = "1795305600"
"""22 November 2026: later, some of the demo's credentials are over."""
LETTER = "word " * 150 + "<script>alert(1)</script>\n\n[a way in](portfolios/farid-haddad/index.md)\n"
DOOR = "title: Open door\nabout: Everybody may come.\ncloses: 2026-01-31\n"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo's last state, without Git, with private work by two and words that must stay."""
    target = tmp_path_factory.mktemp("home")
    for name in ("competencies", "portfolios"):
        shutil.copytree(ROOT / name, target / name)
    own = target / "portfolios" / ELENA
    novel = own / "choosing-the-novel" / "index.md"
    more = "visibility: private\nwith: [clara-lindqvist, ben-okafor]\n"
    novel.write_text(
        novel.read_text("utf-8").replace("status: submitted\n", f"status: submitted\n{more}"), "utf-8"
    )
    _add(own / "a-question-a-term" / "index.md", UNCHOSEN)
    draft = own / "not-yet" / "index.md"
    draft.parent.mkdir()
    draft.write_text(
        f"---\ntitle: {DRAFT}\nmicro_credential: pace-a-unit\n---\n## Context\n{DRAFT}\n", "utf-8"
    )
    entry = own / "log" / "2026-11-20-alone.md"
    entry.write_text(f"---\ntitle: {ENTRY}\nkind: practice\nhours: 1\n---\n{ENTRY}\n", "utf-8")
    _add(target / "portfolios" / "ben-okafor" / "index.md", OTHERS)
    (target / "competencies" / "opportunities" / "open-door.yml").write_text(DOOR, "utf-8")
    return target


def _add(place: Path, word: str) -> None:
    place.write_text(place.read_text("utf-8") + f"\n{word}\n", "utf-8")


@pytest.fixture(scope="module")
def letter(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("letter") / "letter.md"
    place.write_text(LETTER, "utf-8")
    return place


def run(home: Path, *arguments: object, person: str = ELENA, role: str = ROLE) -> Result:
    given = [str(each) for each in arguments]
    words = ["apply", role, "--person", person, *given, "--root", str(home)]
    result = CliRunner().invoke(main, words, env={"SOURCE_DATE_EPOCH": DAY})
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


@pytest.fixture(scope="module")
def packed(home: Path, letter: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """Elena's packet, and what the command said."""
    target = tmp_path_factory.mktemp("packet") / "elena.zip"
    result = run(home, *CHOSEN, "--letter", letter, "--to", target)
    assert result.exit_code == 0, result.output
    return target, result.output


@pytest.fixture(scope="module")
def files(packed: tuple[Path, str]) -> dict[str, bytes]:
    with zipfile.ZipFile(packed[0]) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture(scope="module")
def document(files: dict[str, bytes]) -> str:
    return files["index.html"].decode("utf-8")


def test_whether_somebody_may_in_words_and_as_data(home: Path) -> None:
    told = run(home, "--check").output
    assert told.startswith("Elena Marsh meets what “Teacher leader for feedback and inquiry” asks.\n")
    assert "  1 of 1 required: Study your own practice.\n" in told
    data = json.loads(run(home, "--check", "--format", "json", person="rosa-diaz").output)
    assert (data["met"], data["have"]) == (False, ["feedback-that-moves-learning"])
    assert data["still"] == ["study-your-own-practice", "learner-agency"]
    assert data["missing"] == []


def test_check_also_looks_at_what_was_chosen(home: Path) -> None:
    result = run(home, "--check", "--format", "json", "--evidence", "not-yet")
    messages = [each["message"] for each in json.loads(result.output)["missing"]]
    assert messages == [
        f"'{DRAFT}' is a draft, and drafts are never sent",
        "at least 2 pieces of evidence are asked, and 1 is chosen",
        "a letter is asked, and none is there",
    ]


@pytest.mark.parametrize(
    ("role", "person", "words"),
    [
        ("teacher-leadr", ELENA, "did you mean teacher-leader?"),
        (ROLE, "rosa-diaz", "what “Teacher leader for feedback and inquiry” asks is not all there yet"),
        (ROLE, "nobody", "there is no portfolio 'nobody'"),
        ("open-door", ELENA, "at least 1 piece of evidence is asked, and 0 are chosen"),
    ],
)
def test_what_is_in_the_way_is_said(home: Path, tmp_path: Path, role: str, person: str, words: str) -> None:
    result = run(home, "--to", tmp_path / "no.zip", person=person, role=role)
    assert result.exit_code == 2
    assert words in result.output
    assert not (tmp_path / "no.zip").exists()


@pytest.mark.parametrize("where", ["hugo-brandt", "portfolios/hugo-brandt", "/elsewhere"])
def test_work_of_somebody_else_is_not_taken_for_her_own(home: Path, where: str) -> None:
    result = run(home, "--evidence", f"{where}/choosing-the-novel", person=ELENA)
    assert result.exit_code == 2
    assert f"{where}/choosing-the-novel is not the work of elena-marsh" in result.output


def test_all_that_is_in_the_way_is_said_at_once(home: Path) -> None:
    told = run(home, "--evidence", "peer-review-that-bite", person=ELENA).output
    assert told.count("\n  - ") == 3
    assert "did you mean peer-review-that-bites?" in told


def test_a_place_in_the_repository_is_refused(home: Path, letter: Path) -> None:
    target = home / "portfolios" / ELENA / "mine.zip"
    result = run(home, *CHOSEN, "--letter", letter, "--to", target)
    assert (result.exit_code, target.exists()) == (2, False)


def test_the_packet_holds_what_was_chosen_and_what_counts(files: dict[str, bytes]) -> None:
    folders = {name.rpartition("/")[0] for name in files}
    assert folders == {
        "",
        "credentials",
        "evidence/choosing-the-novel",
        "evidence/peer-review-that-bites",
        "issuer",
    }
    credentials = {name for name in files if name.startswith("credentials/")}
    assert credentials == {
        f"credentials/{each}.{ending}"
        for each in ("feedback-that-moves-learning", "learner-agency", "study-your-own-practice")
        for ending in ("json", "png", "svg")
    }
    source = ROOT / "portfolios" / ELENA
    assert all(files[name] == (source / name).read_bytes() for name in credentials if name.endswith(".json"))
    assert files["index.html"].startswith(b"<!doctype html>")


@pytest.mark.parametrize("word", [UNCHOSEN, DRAFT, ENTRY, OTHERS, "not-yet"])
def test_nothing_else_goes_along(files: dict[str, bytes], word: str) -> None:
    assert [name for name, data in files.items() if word.encode() in data] == []


def test_colleagues_are_named_as_on_the_site(document: str) -> None:
    assert "Clara" not in document
    assert "a colleague" in document
    assert "Ben Okafor" in document


def test_each_piece_says_who_sees_it_at_home(document: str, packed: tuple[Path, str]) -> None:
    assert "Public: everybody can see this work on the site of Cedar Valley" in document
    assert "shows this work to nobody; Elena Marsh sends it here." in document
    assert "“Choosing the novel” is private: whoever gets the packet can read it." in packed[1]


def test_the_document_asks_for_nothing_and_leads_only_into_the_packet(
    document: str, files: dict[str, bytes]
) -> None:
    assert "<script" not in document
    assert "default-src 'none'" in document
    assert "proofolio:nowhere" not in document
    assert 'loading="lazy"' not in document
    ids = re.findall(r'\sid="([^"]+)"', document)
    assert len(ids) == len(set(ids))
    for kind, value in re.findall(r'\s(src|href)="([^"]*)"', document):
        if value.startswith("#"):
            assert value[1:] in ids
        elif value.startswith(("https:", "mailto:", "data:")):
            assert kind == "href"
        else:
            assert unquote(value) in files, value


def test_the_same_state_and_day_give_the_same_bytes(
    home: Path, letter: Path, packed: tuple[Path, str], tmp_path: Path
) -> None:
    again = tmp_path / "again.zip"
    assert run(home, *CHOSEN, "--letter", letter, "--to", again).exit_code == 0
    assert again.read_bytes() == packed[0].read_bytes()


def test_somebody_without_credentials_or_a_public_page_can_apply_too_even_late(
    home: Path, tmp_path: Path
) -> None:
    target = tmp_path / "farid.zip"
    result = run(
        home, "--evidence", "sources-with-scaffolds", "--to", target, person="farid-haddad", role="open-door"
    )
    assert result.exit_code == 0, result.output
    assert "“Open door” has closed; the last day was 2026-01-31." in result.output
    with zipfile.ZipFile(target) as archive:
        document = archive.read("index.html").decode("utf-8")
    assert "Nothing has to be earned for it." in document
    assert "What was earned" not in document
    assert "shows this work inside the organisation only; Farid Haddad sends it here." in document
