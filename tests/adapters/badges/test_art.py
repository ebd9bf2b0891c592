"""Badges look the same each time, differ where they should, and can be read."""

from __future__ import annotations

import hashlib
import re
from io import BytesIO
from xml.etree import ElementTree

import pytest
from PIL import Image

from proofolio.adapters.badges.art import Achieved, Art, svg
from proofolio.adapters.badges.chance import Chance
from proofolio.adapters.badges.lettering import font, legible
from proofolio.adapters.badges.palette import GOLD_LIGHT, PALETTES, PAPER, contrast, palette_of
from proofolio.adapters.badges.png import png
from proofolio.adapters.badges.typesetting import SMALLEST, set_title

SVG = "{http://www.w3.org/2000/svg}"
TITLE = "Make content accessible for every learner"


def art(name: str = "pace-a-unit", title: str = TITLE, kind: Achieved = Achieved.MICRO_CREDENTIAL) -> Art:
    return Art(name, title, "Valley Schools", kind, "foundational/instructional", 3, 15)


def landscape_of(picture: str) -> str:
    found = re.search(r'<g clip-path="[^"]*">(.*?)</g>', picture)
    assert found
    return found[1]


def test_the_same_each_time() -> None:
    assert svg(art()) == svg(art())
    assert png(art()) == png(art())


def test_what_it_is_made_of_never_changes_by_itself() -> None:
    """Change this on purpose only: every published badge's picture would change with it."""
    drawn = "".join(svg(art(f"id-{n}", kind=kind)) for n in range(12) for kind in Achieved)
    assert hashlib.sha256(drawn.encode()).hexdigest()[:16] == "9b23bf6cf36fcf2d"


def test_each_has_a_picture_of_its_own() -> None:
    names = [f"micro-credential-{number}" for number in range(60)]
    assert len({landscape_of(svg(art(name))) for name in names}) == len(names)
    assert landscape_of(svg(art(kind=Achieved.PATHWAY))) != landscape_of(svg(art()))
    assert GOLD_LIGHT in svg(art(kind=Achieved.PATHWAY))
    assert GOLD_LIGHT not in svg(art())


def test_colours_follow_the_domain() -> None:
    assert palette_of("foundational/instructional") == palette_of("foundational/instructional")
    assert {palette_of(f"framework/{n}") for n in range(200)} == set(PALETTES)


@pytest.mark.parametrize("colours", PALETTES, ids=lambda each: each.name)
def test_text_can_be_read(colours: object) -> None:
    ink = getattr(colours, "ink")  # noqa: B009
    assert contrast(ink, PAPER) >= 7
    assert contrast(getattr(colours, "deep"), PAPER) >= 3  # noqa: B009


def test_contrast_is_the_standards() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize(
    "title",
    [TITLE, "<script>alert(1)</script> & “x”", 'a" onload="x', "]]>", "\x00\x0b\ud800", "🎓", "", "العربية"],
)
def test_it_is_harmless_and_accessible(title: str) -> None:
    text = svg(art("x", title))
    root = ElementTree.fromstring(text.encode("utf-8"))
    assert root.tag == f"{SVG}svg"
    assert root.get("role") == "img"
    ids = {each.get("id") for each in root.iter()}
    assert set((root.get("aria-labelledby") or "").split()) <= ids
    assert root.find(f"{SVG}title") is not None
    assert "Valley Schools" in str(root.findtext(f"{SVG}desc"))
    tags = {each.tag.removeprefix(SVG) for each in root.iter()}
    assert tags <= {"svg", "title", "desc", "defs", "clipPath", "g", "path", "circle", "rect"}
    attributes = {name for each in root.iter() for name in each.attrib}
    assert not any(name.startswith("on") or "href" in name or name == "style" for name in attributes)
    links = re.sub(r"url\(#[a-z0-9]+\)|http://www\.w3\.org/2000/svg", "", text)
    assert "url(" not in links
    assert "http" not in links
    assert len(png(art("x", title))) > 1000


def test_two_on_one_page_do_not_share_ids() -> None:
    def ids(picture: str) -> set[str]:
        return set(re.findall(r' id="([^"]+)"', picture))

    assert not ids(svg(art("a"))) & ids(svg(art("b")))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Pace  a\u00a0unit\n", "Pace a unit"),
        ("Cafe\u0301", "Café"),
        ("Обратная связь", "Обратная связь"),
        ("Học sinh – ½", "Học sinh – ½"),
        ("Μάθηση", "Μάθηση"),
        ("Maths 🎉 now", "Maths now"),
        ("التعلم", None),
        ("学び", None),
        ("Mixed 学", None),
        ("🎉", None),
    ],
)
def test_only_letters_that_there_are_get_drawn(text: str, shown: str | None) -> None:
    assert legible(text) == shown


def test_without_letters_for_the_title_there_is_no_banner() -> None:
    drawn, other = svg(art("x", "学び")), svg(art("x", "Learning"))
    assert drawn.count("<path") < other.count("<path")
    assert "学び" in drawn


TITLES = [
    "Mindset",
    "Pace a unit for mastery",
    TITLE,
    "Lead an improvement cycle",
    "A very long title that goes on about many things and will certainly not fit on one line",
    "Rechtsschutzversicherungsgesellschaftenverordnungsentwurfsbegründung",
    "word " * 60,
    "I",
]


@pytest.mark.parametrize("title", TITLES)
def test_titles_fit(title: str) -> None:
    setting = set_title(" ".join(title.split()), 466)
    assert 1 <= len(setting.lines) <= 3
    assert setting.size >= SMALLEST
    assert all(font().width(line, setting.size) <= 466.5 for line in setting.lines)
    whole = "".join(setting.lines).replace(" ", "")
    assert whole == title.replace(" ", "") or whole.endswith("…")


def test_the_png_is_what_wallets_expect() -> None:
    picture = Image.open(BytesIO(png(art())))
    picture.load()
    assert (picture.format, picture.size, picture.mode) == ("PNG", (600, 600), "RGBA")
    assert [picture.getpixel(at)[3] for at in ((0, 0), (599, 0), (0, 599))] == [0, 0, 0]
    colours = picture.getcolors(1 << 20)
    assert colours is not None
    assert len(colours) > 50
    assert Image.open(BytesIO(png(art(), 96))).size == (96, 96)


def test_chance_spreads_and_repeats() -> None:
    drawn = [Chance(f"n{n}").below(10) for n in range(2000)]
    assert all(120 < drawn.count(each) < 290 for each in range(10))
    one, other = Chance("x"), Chance("x")
    assert [one.part() for _ in range(5)] == [other.part() for _ in range(5)]
