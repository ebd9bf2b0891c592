"""Addresses of the forge's pages: exact, whole, and never longer than the forge takes."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import parse_qs, quote, unquote, urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from proofolio.core.model.forge import Forge, ForgeKind
from proofolio.core.publishing.forge import (
    LIMITS,
    edit,
    fits,
    history,
    host,
    is_nobodys,
    new_file,
    new_issue,
    upload,
)

HUB = Forge(ForgeKind.GITHUB, "https://github.com/cedar/portfolios")
TEA = Forge(ForgeKind.GITEA, "https://forge.example.org/cedar/portfolios", "main")
ODD = "portfolios/amina-yusuf/Prüfung #1 & 2?/50 % 学び 🌱+.md"
ODD_PATH = (
    "portfolios/amina-yusuf/Pr%C3%BCfung%20%231%20%26%202%3F/"
    "50%20%25%20%E5%AD%A6%E3%81%B3%20%F0%9F%8C%B1%2B.md"
)


@pytest.mark.parametrize(
    ("made", "wanted"),
    [
        (new_file(HUB, "a/b.md", ["x"]).url, f"{HUB.url}/new/main?filename=a/b.md&value=x"),
        (new_file(TEA, "a/b.md", ["x"]).url, f"{TEA.url}/_new/main?filename=a/b.md&value=x"),
        (
            new_file(HUB, "a.md", ["---\ntitle: Ü & 学 🌱 #1?+%\n"]).url,
            f"{HUB.url}/new/main?filename=a.md&value=---%0Atitle%3A%20%C3%9C%20%26%20%E5%AD%A6%20%F0%9F%8C%B1%20%231%3F%2B%25%0A",
        ),
        (
            new_file(replace(TEA, folder="our district", branch="feature/#1"), "a.md").url,
            f"{TEA.url}/_new/feature/%231/our%20district?filename=a.md",
        ),
        (edit(HUB, ODD), f"{HUB.url}/edit/main/{ODD_PATH}"),
        (edit(replace(TEA, folder="d"), ODD), f"{TEA.url}/_edit/main/d/{ODD_PATH}"),
        (upload(HUB, "portfolios/a b"), f"{HUB.url}/upload/main/portfolios/a%20b"),
        (upload(replace(TEA, branch="a/b"), "p"), f"{TEA.url}/_upload/a/b/p"),
        (history(HUB, "p/q"), f"{HUB.url}/commits/main/p/q"),
        (history(TEA, "p/q"), f"{TEA.url}/commits/branch/main/p/q"),
        (new_issue(HUB, "x.yml"), f"{HUB.url}/issues/new?template=x.yml"),
        (
            new_issue(HUB, "x.yml", what="a b", where="c&d"),
            f"{HUB.url}/issues/new?template=x.yml&what=a%20b&where=c%26d",
        ),
        (
            new_issue(TEA, "x.yml", what="a b"),
            f"{TEA.url}/issues/new?template=.github/ISSUE_TEMPLATE/x.yml&field%3Awhat=a%20b",
        ),
    ],
)
def test_addresses_are_exact(made: str, wanted: str) -> None:
    assert made == wanted


@pytest.mark.parametrize("forge", [HUB, TEA])
def test_the_first_text_that_fits_is_taken_whole(forge: Forge) -> None:
    most = LIMITS[forge.kind]
    assert new_file(forge, "a.md", ["x" * most, "y" * 100, "z"]).text == "y" * 100
    named = new_file(forge, "a.md", ["x" * most, "\n" * (most // 4)])
    assert named.text == ""
    assert named.url.endswith("?filename=a.md")


def test_long_fields_of_a_form_are_left_out_last_first() -> None:
    made = new_issue(HUB, "x.yml", what="short", story="x" * 9000, more="y")
    assert parse_qs(urlsplit(made).query) == {"template": ["x.yml"], "what": ["short"]}


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=3000)
NAMES = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=60)


@settings(max_examples=150, deadline=None)
@given(NAMES, TEXTS, st.sampled_from(ForgeKind), st.sampled_from(["main", "a/b", "ü#1"]))
def test_what_goes_in_comes_out_and_the_address_is_never_too_long(
    path: str, text: str, kind: ForgeKind, branch: str
) -> None:
    forge = Forge(kind, "https://forge.example.org/o/r", branch)
    made = new_file(forge, path, [text, text[:100]])
    parts = urlsplit(made.url)
    said = parse_qs(parts.query, keep_blank_values=True, strict_parsing=True)
    assert said["filename"] == [path]
    assert said.get("value", [""]) == [made.text]
    assert made.text in (text, text[:100], "")
    assert unquote(parts.path).endswith(f"/{branch}")
    assert made.url.isascii()
    assert parts.fragment == ""
    carried = len("https://example.com/login?return_to=" + quote(made.url, safe=""))
    assert carried <= LIMITS[kind]
    assert fits(forge, made.url)


@pytest.mark.parametrize(
    ("url", "wanted"),
    [
        ("https://github.com/a/b", "github.com"),
        ("https://user@evil.example/a", None),
        ("https://forge.org/a?b=c", None),
        ("https://forge.org/a#b", None),
        ("javascript:alert(1)", None),
        ("https://[::1", None),
    ],
)
def test_only_a_plain_address_gets_links(url: str, wanted: str | None) -> None:
    assert host(Forge(ForgeKind.GITHUB, url)) == wanted


def test_hosts_for_examples_belong_to_nobody() -> None:
    assert all(map(is_nobodys, ("forge.example.org", "example.com", "git.test", "a.b.example")))
    assert not any(map(is_nobodys, ("github.com", "myexample.org", "example.org.de", "test.de")))
