"""Put an author's clean HTML in its place on a page: heading levels, ids, links, pictures."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from html.parser import HTMLParser

from proofolio.adapters.rendering.headings import HEADINGS, Heading, anchor
from proofolio.adapters.rendering.links import Kind, Resolve, Target, kind, tidy
from proofolio.core.language.say import say

DEEPEST = 100
_VOID = frozenset({"br", "hr", "img", "col", "wbr"})
_INLINE_NAMES = (
    "a abbr b bdi cite code del dfn em i ins kbd mark q rp rt ruby s samp small span strong sub sup "
    "time u var wbr img"
)
_INLINE = frozenset(_INLINE_NAMES.split())
_CELL = frozenset({"td", "th", "br"})
# These two make text read in another order than it is stored; honest writing needs neither.
_OVERRIDES = dict.fromkeys((0x202D, 0x202E))

Attributes = dict[str, str]


class TooDeepError(Exception):
    """The text nests more elements than any page needs."""


@dataclass(frozen=True, slots=True)
class _OpenLink:
    kept: bool
    note: bool  # leads to a footnote or back
    asked: str  # the address that ``resolve`` answered; empty for others
    words: str  # shown when the author gave none
    start: int  # how much was written before it


class Placement(HTMLParser):
    """Reads what the allow-list let through, once, and writes it again for one page.

    ``heading_level`` is the level that a second-level heading gets; ``prefix`` starts every id. ``apart``:
    each block is laid out in the direction of its own first letters, for texts in scripts of both kinds.
    """

    def __init__(self, resolve: Resolve, heading_level: int, prefix: str, apart: bool = False) -> None:
        super().__init__(convert_charrefs=True)
        self.headings: list[Heading] = []
        self.asked: dict[str, bool] = {}
        """Every address that ``resolve`` was asked for, and whether the answer's title may be shown."""
        self._resolve = resolve
        self._shift = heading_level - 2
        self._highest = heading_level
        self._prefix = prefix
        self._apart = apart
        self._made: list[str] = []
        self._words: list[str] = []
        self._depth = 0
        self._ids: set[str] = set()
        self._links: list[_OpenLink] = []
        self._open_headings: list[tuple[int, str, int, int]] = []  # level, id, where, words before
        self._silent = 0  # within a note's number or arrow, which are no words of the text

    @property
    def html(self) -> str:
        """What was written."""
        return "".join(self._made)

    @property
    def plain(self) -> str:
        """The words alone, one line for each block."""
        lines = ("".join(self._words)).split("\n")
        return "\n".join(line for line in (" ".join(each.split()) for each in lines) if line)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Write an opening tag, changed where the page asks for it."""
        attributes = {name: (value or "").translate(_OVERRIDES) for name, value in attrs}
        if tag not in _VOID:
            self._depth += 1
            if self._depth > DEEPEST:
                raise TooDeepError
        if self._apart and self._depth == 1 and tag not in _INLINE | _VOID:
            attributes.setdefault("dir", "auto")
        self._words.append(_gap(tag))
        if tag in HEADINGS:
            self._start_heading(tag, attributes)
        elif tag == "a":
            self._start_link(attributes)
        elif tag == "img":
            self._picture(attributes)
        else:
            self._own_id(attributes)
            self._made.append(_tag(tag, attributes))

    def handle_endtag(self, tag: str) -> None:
        """Write a closing tag; a heading or link is settled now that its words are known."""
        if tag in _VOID:
            return
        self._depth -= 1
        if tag in HEADINGS:
            self._end_heading()
        elif tag == "a":
            self._end_link(self._links.pop())
        else:
            self._made.append(f"</{tag}>")
        self._words.append(_gap(tag))

    def handle_data(self, data: str) -> None:
        """Write text."""
        self._text(data.translate(_OVERRIDES))

    def _text(self, words: str) -> None:
        self._made.append(escape(words, quote=False))
        if not self._silent:
            self._words.append(words.replace("\n", " "))

    def _start_heading(self, tag: str, attributes: Attributes) -> None:
        level = min(6, max(self._highest, int(tag[1]) + self._shift))
        own = attributes.pop("id", "")
        self._open_headings.append((level, own, len(self._made), len(self._words)))
        self._made.append(_tag(f"h{level}", attributes)[:-1])  # the id follows when the title is known

    def _end_heading(self) -> None:
        level, own, where, before = self._open_headings.pop()
        title = " ".join("".join(self._words[before:]).split())
        heading = Heading(level, self._unique(own or anchor(title)), title)
        self._made[where] += f' id="{escape(heading.id)}">'
        self._made.append(f"</h{level}>")
        if title:
            self.headings.append(heading)

    def _start_link(self, attributes: Attributes) -> None:
        href = attributes.pop("href", "")
        target = self._target(href)
        asked = tidy(href) if kind(tidy(href)) is Kind.LOCAL else ""
        self._own_id(attributes)
        if target is None:
            words = href[2:-2] if href.startswith("[[") and href.endswith("]]") else ""
            if "id" in attributes:  # an anchor to come back to stays, without leading anywhere
                self._made.append(_tag("span", {"id": attributes["id"]}) + "</span>")
        else:
            words = target.title or href.removeprefix("[[").removesuffix("]]")
            self._made.append(_tag("a", {"href": target.href, **attributes}))
        note = attributes.get("class", "").startswith("footnote")
        self._silent += note
        self._links.append(_OpenLink(target is not None, note, asked, words, len(self._made)))

    def _end_link(self, link: _OpenLink) -> None:
        wordless = not "".join(self._made[link.start :]).strip()
        if link.asked:
            self.asked[link.asked] = self.asked.get(link.asked, False) or wordless
        if link.words and wordless:
            self._text(link.words)
        self._silent -= link.note
        self._made.append("</a>" if link.kept else "")

    def _target(self, href: str) -> Target | None:
        match kind(tidy(href)):
            case Kind.FRAGMENT:
                return Target("#" + self._prefix + href[1:].removeprefix(self._prefix))
            case Kind.OUTSIDE:
                return Target(tidy(href))
            case Kind.LOCAL:
                return self._resolve(tidy(href))
        return None

    def _picture(self, attributes: Attributes) -> None:
        source = attributes.pop("src", "")
        alt = attributes.get("alt", "")
        target = self._resolve(source) if source else None
        if source:
            self.asked.setdefault(source, False)
        if target is None:
            self._made.append('<span class="not-shown">')
            told = say("(picture not shown: {alt})", alt=alt) if alt.strip() else say("(picture not shown)")
            self._text(told)
            self._made.append("</span>")
            return
        self._own_id(attributes)
        self._words.append(f" {alt} ")
        if target.width and target.height:
            attributes |= {"width": str(target.width), "height": str(target.height)}
        wanted = {"src": target.href, "alt": alt, **attributes, "loading": "lazy"}
        self._made.append(_tag("img", wanted))

    def _own_id(self, attributes: Attributes) -> None:
        if "id" in attributes:
            attributes["id"] = self._unique(attributes["id"])

    def _unique(self, wanted: str) -> str:
        bare = self._prefix + wanted.removeprefix(self._prefix)
        name, count = bare, 1
        while name in self._ids:
            count += 1
            name = f"{bare}-{count}"
        self._ids.add(name)
        return name


def _gap(tag: str) -> str:
    """What parts the words before and after a tag."""
    if tag in _INLINE:
        return ""
    return " " if tag in _CELL else "\n"


def _tag(name: str, attributes: Attributes) -> str:
    written = "".join(f' {key}="{escape(value)}"' for key, value in attributes.items())
    return f"<{name}{written}>"
