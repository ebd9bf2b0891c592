"""The site as its host builds it: whole, private, isolated, and the same each time."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from tests.sites import build, pages, run

WORK = "portfolios/amina-yusuf/menu-maths/index.md"
MINE = re.compile(r"portfolios/amina-yusuf/")
OTHERS = re.compile(r"portfolios/(?!amina-yusuf/)[^/]+/.+")


def test_there_is_a_page_for_everything(site: Path) -> None:
    for address in (
        "",
        "competencies",
        "competencies/frameworks/foundational",
        "competencies/frameworks/foundational/mastery-approach",
        "competencies/micro-credentials",
        "competencies/micro-credentials/pace-a-unit",
        "competencies/pathways",
        "competencies/pathways/teacher-leadership",
        "competencies/courses",
        "competencies/courses/pace-by-data",
        "portfolios",
        "portfolios/amina-yusuf",
        "portfolios/amina-yusuf/menu-maths",
        "guides/teacher",
        "glossary",
        "findings/unknown-competency",
    ):
        assert (site / address / "index.html").is_file(), address


def test_every_page_has_the_policy_first_in_its_head(site: Path) -> None:
    found = list(site.rglob("*.html"))
    assert len(found) > 60
    for page in found:
        head = page.read_text(encoding="utf-8").split("<head>", 1)[1].lstrip()
        assert head.startswith('<meta http-equiv="Content-Security-Policy"'), page


def test_no_page_asks_anybody_else_for_anything(site: Path) -> None:
    asks = re.compile(
        r"""<(?:script|img|iframe|source|audio|video|embed)\b[^>]*?\ssrc=["']?(?:https?:)?//"""
        r"""|<link\b[^>]*?rel=["']?(?:stylesheet|preconnect|preload|icon)[^>]*?href=["']?(?:https?:)?//""",
        re.IGNORECASE,
    )
    for page in site.rglob("*.html"):
        assert not asks.search(page.read_text(encoding="utf-8")), page


def test_internal_links_lead_somewhere(site: Path) -> None:
    broken = []
    for page in site.rglob("*.html"):
        for href in re.findall(r'(?:href|src)="([^"#?:]+)(?:[#?][^"]*)?"', page.read_text(encoding="utf-8")):
            target = (site / href.lstrip("/")) if href.startswith("/") else page.parent / href
            if not (target.is_file() or (target / "index.html").is_file()):
                broken.append((page.relative_to(site).as_posix(), href))
    assert broken == []


@pytest.mark.slow
def test_the_same_input_gives_the_same_bytes(site: Path, demo: Path, tmp_path: Path) -> None:
    copy = tmp_path / "again"
    shutil.copytree(demo, copy, symlinks=True)
    build(copy, tmp_path / "site")
    first, second = pages(site), pages(tmp_path / "site")
    assert sorted(first) == sorted(second)
    assert [path for path in first if first[path] != second[path]] == []


@pytest.mark.slow
def test_properdocs_builds_the_same_addresses(site: Path, demo: Path, tmp_path: Path) -> None:
    copy = tmp_path / "again"
    shutil.copytree(demo, copy, symlinks=True)
    build(copy, tmp_path / "site", host="properdocs")
    there = {path for path in pages(tmp_path / "site") if path.endswith(".html")}
    assert there == {path for path in pages(site) if path.endswith(".html")}


CANARIES = {
    "portfolios/amina-yusuf/table-talk/index.md": "draft",
    "portfolios/clara-lindqvist/index.md": "internal portfolio",
    "portfolios/clara-lindqvist/picture-planners/index.md": "practice",
    "portfolios/ben-okafor/family-reading-postcards/index.md": "internal work",
    "portfolios/farid-haddad/index.md": "a profile that says nothing",
}


@pytest.fixture(scope="module")
def planted(demo: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """A site whose district has words that nobody may see, and files that are not what they say."""
    work = tmp_path_factory.mktemp("planted")
    copy = work / "district"
    shutil.copytree(demo, copy, symlinks=True)
    for number, path in enumerate(CANARIES):
        word = f"Zyxcanary{number}"
        place = copy / path
        text = place.read_text(encoding="utf-8")
        text = re.sub(r"(?m)^(title|headline): .*$", rf"\1: {word}", text, count=1)
        place.write_text(text + f"\n{word}\n", encoding="utf-8")
        (place.parent / f"{word.lower()}.txt").write_text(word, encoding="utf-8")
    secret = work / "secret.txt"
    secret.write_text("Zyxsecret", encoding="utf-8")
    folder = copy / "portfolios/amina-yusuf/menu-maths"
    (folder / "leak.txt").symlink_to(secret)
    (folder / "page.html").write_text("<script>Zyxsecret</script>", encoding="utf-8")
    (folder / "picture.png").write_text("<svg onload=Zyxsecret>", encoding="utf-8")
    (copy / "portfolios/amina-yusuf/everything").symlink_to("/etc")
    build(copy, work / "site", strict=False)
    return pages(work / "site")


def test_what_is_not_public_leaves_no_trace(planted: dict[str, bytes]) -> None:
    words = [f"zyxcanary{number}" for number in range(len(CANARIES))]
    found = [
        (path, word)
        for path, content in planted.items()
        for word in words
        if word.encode() in content.lower() or word in path.lower()
    ]
    assert found == []
    for person in ("clara-lindqvist", "farid-haddad"):
        assert not [path for path in planted if path.startswith(f"portfolios/{person}/")]


def test_a_disguised_or_linked_file_is_never_published(planted: dict[str, bytes]) -> None:
    assert [path for path, content in planted.items() if b"Zyxsecret" in content] == []
    assert [path for path in planted if path.endswith(("leak.txt", "page.html", "passwd"))] == []


FAULTS = {
    "unclosed front matter": lambda text: text.replace("\n---\n", "\n", 1),
    "bad YAML": lambda text: text.replace("status: submitted", "status: [submitted", 1),
    "unknown micro-credential": lambda text: text.replace("pace-a-unit", "pace-a-unti", 1),
    "a construct that stops the host": lambda text: text + "\n<![ foo\n",
    "script in the title": lambda text: re.sub(
        r"(?m)^title: .*$", 'title: "</title><script>x()</script>"', text
    ),
    "private by a slip": lambda text: text.replace("---\n", "---\nvisiblity: private\n", 1),
}


READABLE = ("unknown micro-credential",)
QUICK = ("private by a slip",)
"""This is built in every run, the others in the slow one: each build takes seconds. It is a strict build."""


@pytest.mark.parametrize(
    "fault",
    [pytest.param(each, marks=() if each in QUICK else pytest.mark.slow) for each in sorted(FAULTS)],
)
def test_a_fault_withholds_the_work_and_nothing_else_and_fails_a_strict_build(
    fault: str, site: Path, demo: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "broken"
    shutil.copytree(demo, copy, symlinks=True)
    work = copy / WORK
    work.write_text(FAULTS[fault](work.read_text(encoding="utf-8")), encoding="utf-8")
    strict = fault in QUICK
    done = run(copy, tmp_path / "site", strict=strict)
    assert (done.returncode != 0) == strict, done.stderr
    assert f"withheld: {WORK}" in done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    before, after = pages(site), pages(tmp_path / "site")
    assert not [path for path in after if path.startswith("portfolios/amina-yusuf/menu-maths/")]
    # what cannot be read may be a draft or private: of that, the public is told nothing
    told = "is withheld" in after["portfolios/amina-yusuf/index.html"].decode()
    assert told == (fault in READABLE)
    changed = [path for path in before if OTHERS.fullmatch(path) and before[path] != after.get(path)]
    assert changed == []


def test_photographs_lose_what_they_know(site: Path) -> None:
    for path, content in pages(site).items():
        if path.startswith("portfolios/") and path.endswith((".png", ".jpg")):
            assert b"Exif" not in content, path
            assert b"tEXt" not in content, path


def test_a_theme_feature_that_runs_text_is_refused(demo: Path, tmp_path: Path) -> None:
    copy = tmp_path / "risky"
    shutil.copytree(demo, copy, ignore=shutil.ignore_patterns(".git"))
    settings = copy / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8").replace("- navigation.tabs", "- content.tooltips", 1)
    settings.write_text(text, encoding="utf-8")
    done = run(copy, tmp_path / "site")
    assert done.returncode != 0
    assert "content.tooltips" in done.stdout + done.stderr
    assert "Traceback" not in done.stderr
