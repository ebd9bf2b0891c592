"""The page's own policy."""

from __future__ import annotations

import pytest

from proofolio.adapters.rendering.policy import admitting, insert, policy

META = '<meta http-equiv="Content-Security-Policy" content="'


def test_nothing_runs_but_the_sites_own_and_the_named() -> None:
    rules = dict(rule.split(" ", 1) for rule in policy(["alert(1)"]).split("; "))
    assert rules["default-src"] == "'none'"
    # openssl: printf 'alert(1)' | openssl dgst -sha256 -binary | base64
    assert rules["script-src"] == "'self' 'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='"
    assert rules["img-src"] == "'self' data:"
    for name in ("frame-src", "object-src", "base-uri", "form-action"):
        assert rules[name] == "'none'"
    assert "unsafe" not in rules["script-src"]
    assert "*" not in policy()


def test_a_page_admits_the_hosts_of_its_own_films_and_nothing_that_is_no_host() -> None:
    told = admitting(policy(), ["player.example.org", "b.example.org"], ["files.example.org"])
    rules = dict(rule.split(" ", 1) for rule in told.split("; "))
    assert rules["frame-src"] == "https://b.example.org https://player.example.org"
    assert rules["media-src"] == "https://files.example.org"
    assert rules["default-src"] == "'none'"
    assert admitting(policy(), [], []) == policy()
    for bad in ("*", "'self'", "a.org; script-src *", "http://a.org", "a.org/x", "data:", "*.a.org"):
        assert admitting(policy(), [bad], [bad]) == policy()


def test_order_and_repetition_of_scripts_do_not_matter() -> None:
    assert policy(["a", "b", "a"]) == policy(["b", "a"])
    assert policy(["a\r\nb"]) == policy(["a\nb"])


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (
            "<!doctype html><html><head><script>x</script></head>",
            "<!doctype html><html><head>@<script>x</script></head>",
        ),
        ("<HTML><HEAD lang='x'>\n<title>", "<HTML><HEAD lang='x'>@\n<title>"),
        ("<!-- <head> --><html><head></head>", "<!-- <head> --><html><head>@</head>"),
        ("<header>x</header>", "<head>@</head><header>x</header>"),
        (
            "<!doctype html>\n<html lang='en'><body>x",
            "<!doctype html>\n<html lang='en'><head>@</head><body>x",
        ),
        ("", "<head>@</head>"),
    ],
)
def test_it_comes_first_in_the_head_and_only_once(page: str, expected: str) -> None:
    rules = policy(["x"])
    done = insert(page, rules)
    assert done == expected.replace("@", f'{META}{rules}">')
    assert insert(done, rules) == done


def test_another_policy_takes_the_place_of_the_first() -> None:
    page = insert(insert("<head></head>", policy(["a"])), policy(["b"]))
    assert page == insert("<head></head>", policy(["b"]))


def test_a_policy_in_the_body_is_left_alone_and_does_not_count() -> None:
    page = f'<head></head><body>{META}default-src *">'
    assert insert(page, policy()).startswith(f"<head>{META}default-src 'none'")
