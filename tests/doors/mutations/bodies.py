"""Slips in what is written: links, pictures, what stops a converter."""

from __future__ import annotations

from tests.doors.mutation import Mutation, edit

WORK = "portfolios/amina-yusuf/menu-maths/index.md"


def body(name: str, text: str, rule: str | None, at: str | None = None) -> Mutation:
    """Add a paragraph to the work."""
    return edit(
        name,
        WORK,
        "The wall above is where",
        f"{text}\n\nThe wall above is where",
        rule,
        at or text.split("\n")[0],
    )


BODIES = (
    body("a picture without words", "![](pace-wall.png)", "image-without-alt"),
    body("a picture without words by reference", "![][wall]\n\n[wall]: pace-wall.png", "image-without-alt"),
    body("a linked picture without words", "[![](pace-wall.png)](unit-plan.pdf)", "image-without-alt"),
    body("a picture in HTML without words", '<img src="pace-wall.png">', "image-without-alt"),
    body("a picture in HTML with words", '<img src="pace-wall.png" alt="The wall">', None),
    body("a picture that is not there", "![The wall](pace-wal.png)", "dangling-link"),
    body("a picture in HTML that is not there", '<img src="pace-wal.png" alt="The wall">', "dangling-link"),
    body("a picture from elsewhere", "![The wall](https://example.org/a.png)", "remote-image"),
    body("a file that is not there", "[Plan](unit-paln.pdf)", "dangling-link"),
    body("a link in HTML that leads nowhere", '<a href="unit-paln.pdf">Plan</a>', "dangling-link"),
    body("a link in HTML that runs", '<a href="javascript:alert(1)">Plan</a>', "unsafe-link"),
    body("work that is not there", "[Talk](../table-tolk/)", "dangling-link"),
    body(
        "another one's work that is not there", "[Ben](../../ben-okafor/wonder-wal/index.md)", "dangling-link"
    ),
    body("somebody who is not there", "[Ben](../../ben-okafro/)", "dangling-link"),
    body("a competency that is not there", "[[mastery-aproach]]", "dangling-link"),
    body("a link that runs", "[here](javascript:alert(1))", "unsafe-link"),
    body("a link that runs, hidden", "[here](JaVaScRiPt:alert(1))", "unsafe-link"),
    body("a link that holds data", "[here](data:text/html;base64,PHNjcmlwdD4=)", "unsafe-link"),
    body("a file of a machine", "[here](file:///etc/passwd)", "unsafe-link"),
    body("an address without a host", "[here](https://)", "unsafe-link"),
    body("outside the repository", "[here](../../../../etc/passwd)", "dangling-link"),
    body("an absolute path", "[here](/index.html)", "dangling-link"),
    body("a link without address", "[here]()", "dangling-link"),
    body("a link by reference", "[here][plan]\n\n[plan]: unit-paln.pdf", "dangling-link", "[plan]: unit"),
    body("a place on the page is fine", "[here](#reflection)", None),
    body("a link in code is fine", "`[here](nowhere.pdf)`", None),
    body("an unfinished declaration", "<![ foo", "unsafe-markdown"),
    body("an address with a bracket", "[x](http://[::1/)", "unsafe-markdown"),
    body("an endless line", "x" * 6000, "line-too-long"),
    body("deep quotes", ">" * 60 + " x", "unsafe-markdown"),
    body("a picture of a folder", "![Reviews](reviews)", "dangling-link"),
    body("a script is taken out", "<script>alert(1)</script>", None),
)

MUTATIONS = (*BODIES,)
