"""Days, tokens, shares and steps."""

from __future__ import annotations

import pytest

from proofolio.adapters.rendering.wording import day, host, paragraphs, share, step, token


@pytest.mark.parametrize(
    ("iso", "expected"),
    [
        ("2026-10-05", '<time datetime="2026-10-05">5 October 2026</time>'),
        ("2026-10-05T16:20:00-06:00", '<time datetime="2026-10-05">5 October 2026</time>'),
        ("soon <b>", "soon &lt;b&gt;"),
        ("", ""),
        (None, ""),
    ],
)
def test_a_day_in_words(iso: str | None, expected: str) -> None:
    assert day(iso) == expected


def test_paragraphs_are_parted_by_blank_lines_and_escaped() -> None:
    assert paragraphs("One\nline <b>.\n \nTwo.\n\n\n") == "<p>One line &lt;b&gt;.</p>\n<p>Two.</p>"
    assert paragraphs("") == ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [("in-review", "in-review"), ('x" onclick="y', "x-onclick-y"), ("Ä", "none"), ("", "none")],
)
def test_a_token_is_safe_anywhere(text: str, expected: str) -> None:
    assert token(text) == expected


@pytest.mark.parametrize(
    ("value", "of", "expected"),
    [(41, 100, 41), (0, 100, 0), (120, 100, 100), (-3, 100, 0), (1, 3, 33), (5, 0, 0), (5, None, 0)],
)
def test_a_share_is_between_nothing_and_all(value: float, of: float | None, expected: int) -> None:
    assert share(value, of) == expected


@pytest.mark.parametrize(
    ("scale", "threshold", "expected"),
    [(4, 3, [1, 2, 3, 4]), (3, 2, [1, 3, 4]), (5, 4, [1, 2, 2, 3, 4]), (2, 2, [1, 4]), (1, 1, [3])],
)
def test_a_step_never_falls_and_jumps_at_mastery(scale: int, threshold: int, expected: list[int]) -> None:
    assert [step(rank, scale, rank >= threshold) for rank in range(1, scale + 1)] == expected


def test_the_host_is_named() -> None:
    assert host("https://video.example.org/x") == "video.example.org"
    assert host("https://[bad") == ""
    assert host(None) == ""
