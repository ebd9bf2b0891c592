"""Pictures for links: drawn here, the same each time, whatever somebody is called."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from proofolio.adapters.badges import album
from proofolio.adapters.badges.album import ALBUM, Album
from proofolio.adapters.badges.art import Art
from proofolio.adapters.badges.card import HEIGHT, WIDTH, card_png
from proofolio.adapters.badges.png import png
from proofolio.core.publishing.head import SocialCard

NAMES = [
    "Amina Yusuf",
    "A" * 200,
    "A title of many words that goes on and on " * 6,
    "学习者",
    "🧮",
    "",
    "<b>&",
]


def card(name: str = "Amina Yusuf") -> SocialCard:
    return SocialCard("card.png", name, "Grade 4", "Portfolio", "Cedar Valley", "Portfolio of Amina Yusuf")


@pytest.mark.parametrize("name", NAMES)
def test_any_name_makes_a_card_of_the_right_size(name: str) -> None:
    made = Image.open(io.BytesIO(card_png(card(name))))
    assert made.size == (WIDTH, HEIGHT) == (1200, 630)


def test_the_same_card_has_the_same_bytes_and_is_light() -> None:
    badge = png(Art("pace-a-unit", "Pace a unit", "Cedar Valley"))
    assert card_png(card(), badge) == card_png(card(), badge)
    assert card_png(card()) != card_png(card(), badge)
    assert card_png(card()) != card_png(card("Ben Okafor"))
    assert len(card_png(card())) < 40_000
    assert len(card_png(card(), badge)) < 80_000


def test_a_name_in_letters_that_there_are_none_for_is_left_out_and_nothing_else_is() -> None:
    assert card_png(card("学习者")) == card_png(card(""))


def test_a_card_is_drawn_once_and_comes_from_the_album_after_that(tmp_path: Path) -> None:
    badge = png(Art("pace-a-unit", "Pace a unit", "Cedar Valley"))
    first, again = Album(tmp_path), Album(tmp_path)
    for shown in (None, badge):
        assert first.png(card(), shown) == again.png(card(), shown) == card_png(card(), shown)
    assert (first.drawn, again.drawn) == (2, 0)


def test_whatever_changes_in_a_card_has_it_drawn_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages = Album(tmp_path)
    pages.png(card())
    for name in ("title", "under", "label", "issuer"):
        pages.png(replace(card(), **{name: "Something else"}))
    pages.png(card(), png(Art("pace-a-unit", "Pace a unit", "Cedar Valley")))
    assert pages.drawn == 6
    monkeypatch.setattr(album, "_hand", lambda: "another version of what draws")
    pages.png(card())
    assert pages.drawn == 7


def test_a_kept_card_that_is_broken_is_drawn_anew(tmp_path: Path) -> None:
    Album(tmp_path).png(card())
    (kept,) = (tmp_path / ALBUM).iterdir()
    whole = kept.read_bytes()
    middle = len(whole) // 2
    bent = whole[:middle] + bytes([whole[middle] ^ 1]) + whole[middle + 1 :]
    for broken in (b"", whole[:middle], bent):
        kept.write_bytes(broken)
        again = Album(tmp_path)
        assert again.png(card()) == card_png(card())
        assert again.drawn == 1
