"""The allow-list by itself, without the Markdown before it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from proofolio.adapters.rendering.links import Kind, kind, tidy
from proofolio.adapters.rendering.sanitise import clean, seal

_WORDS = (
    "< > \" ' = / a b img svg style script p table math mi <!-- --> ]]> href src onerror javascript: //x "
    "title id &lt; &#"
)
PIECES = st.sampled_from([*_WORDS.split(), " ", "\n"])


@settings(max_examples=200, deadline=None)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_cleaning_again_changes_nothing(html: str) -> None:
    once = clean(html)
    assert clean(once) == once
    sealed = seal(once)
    assert seal(sealed) == sealed
    assert "<script" not in sealed.lower()


def test_the_seal_takes_ids_and_fragments_outside_the_authors_range() -> None:
    html = seal(
        '<p id="__config">x</p><a href="#top">y</a><p id="user-content-a">z</p>'
        '<a href="#user-content-a">w</a>'
    )
    assert "__config" not in html
    assert "#top" not in html
    assert '<p id="user-content-a">' in html
    assert 'href="#user-content-a"' in html


@pytest.mark.parametrize(
    ("href", "expected"),
    [
        ("https://example.org/a", Kind.OUTSIDE),
        ("HTTPS://example.org", Kind.OUTSIDE),
        ("mailto:a@example.org?subject=x", Kind.OUTSIDE),
        ("#a", Kind.FRAGMENT),
        ("#", Kind.REFUSED),
        ("", Kind.REFUSED),
        ("a/b.pdf", Kind.LOCAL),
        ("../a.md#b", Kind.LOCAL),
        ("/a", Kind.LOCAL),
        ("[[a/b]]", Kind.LOCAL),
        ("my plan: final.pdf", Kind.LOCAL),
        ("plan:final.pdf", Kind.REFUSED),
        ("javascript:alert(1)", Kind.REFUSED),
        (" java\nscript:alert(1)", Kind.REFUSED),
        ("\x00javascript:x", Kind.REFUSED),
        ("//example.org", Kind.REFUSED),
        ("/\\example.org", Kind.REFUSED),
        ("/\t/example.org", Kind.REFUSED),
        ("https:example.org", Kind.REFUSED),
        ("https:/example.org", Kind.REFUSED),
        ("https://", Kind.REFUSED),
        ("https://a@example.org", Kind.REFUSED),
        ("https://example.org/@name", Kind.OUTSIDE),
        ("mailto:x", Kind.REFUSED),
        ("data:,x", Kind.REFUSED),
    ],
)
def test_addresses_are_sorted_as_a_browser_reads_them(href: str, expected: Kind) -> None:
    assert kind(tidy(href)) is expected
