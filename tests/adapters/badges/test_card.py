"""Pictures for links: drawn here, the same each time, whatever somebody is called."""

from __future__ import annotations

import io

import pytest
from PIL import Image

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
