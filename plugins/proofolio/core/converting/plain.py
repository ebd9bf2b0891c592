"""Other formats' texts (HTML, many lines, odd characters) as the plain text that our files hold."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser

ENDING = "..."
_HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e007f\ud800-\udfff]"
)
_HTML = re.compile(
    r"</?(?:p|br|div|span|ul|ol|li|a|b|i|u|em|strong|h[1-6]|table|thead|tbody|tr|td|th|img|hr|sup|sub|font|"
    r"blockquote|pre|code|section|article|script|style|dl|dt|dd|small)\b[^<>]*>|<!--",
    re.IGNORECASE,
)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});")
_BLOCKS = frozenset(
    [
        *("p", "br", "div", "ul", "ol", "li", "h1", "h2", "h3", "h4", "h5", "h6", "table", "tr", "td", "th"),
        *("hr", "blockquote", "pre", "section", "article", "dl", "dt", "dd"),
    ]
)
_UNSEEN = ("script", "style")


def line(text: str) -> str:
    """One line of plain text, as titles are: no ``<``, ``>`` or hidden character; "" if nothing is left."""
    return _folded(text).replace("<", "‹").replace(">", "›")


def prose(text: str) -> str:
    """Plain text of any length, white space folded; nothing in it looks like a tag."""
    return re.sub(r"<(?=[a-zA-Z/!])", "< ", _folded(text))


def title(text: str) -> str:
    """A title that may hold tags, as one line. What only looks like a character's code stays."""
    return line(_from_html(text) if _HTML.search(text) else text)


def description(text: str) -> str:
    """A description that may hold HTML, as plain text; items of lists begin with a bullet."""
    return prose(_from_html(text))


def cut(text: str, limit: int) -> str:
    """At most ``limit`` characters; what is longer is cut between words where one can, and ends in dots."""
    if len(text) <= limit:
        return text
    head = text[: limit - len(ENDING)]
    return (head.rpartition(" ")[0] or head).rstrip(" ,;:.") + ENDING


def stem(text: str) -> str | None:
    """What stands before the dots of a text that was cut; None for one that ends otherwise."""
    for ending in (ENDING, "…"):
        if text.rstrip().endswith(ending):
            return text.rstrip().removesuffix(ending).rstrip(" ,;:.") or None
    return None


def _folded(text: str) -> str:
    return re.sub(r"\s+", " ", _HIDDEN.sub(" ", text)).strip()


def _from_html(text: str) -> str:
    if not _HTML.search(text):
        return unescape(text) if _ENTITY.search(text) else text
    reader = _Reader()
    reader.feed(_closed(text))
    reader.close()
    return "".join(reader.parts)


def _closed(text: str) -> str:
    """The text with what opens and never closes as plain signs: the parser would seek each one's end."""
    for opening, end in (("<!--", "-->"), ("<", ">")):
        at = text.rfind(end) + 1
        text = text[:at] + text[at:].replace(opening, f"&lt;{opening[1:]}")
    return text


class _Reader(HTMLParser):
    """Collects the words of an HTML text; blocks part them, list items get a bullet, links their address."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._unseen = 0
        self._address = ""
        self._since = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A block begins; a link is remembered."""
        if tag in _UNSEEN:
            self._unseen += 1
        if tag in _BLOCKS:
            self.parts.append(" • " if tag == "li" else " ")
        if tag == "a":
            address = dict(attrs).get("href") or ""
            self._address = address if re.match(r"https?://", address) else ""
            self._since = len(self.parts)

    def handle_endtag(self, tag: str) -> None:
        """A block ends; a link's address follows its words."""
        if tag in _UNSEEN:
            self._unseen = max(0, self._unseen - 1)
        if tag in _BLOCKS:
            self.parts.append(" ")
        if tag == "a" and self._address:
            if self._address not in "".join(self.parts[self._since :]):
                self.parts.append(f" ({self._address})")
            self._address = ""

    def handle_data(self, data: str) -> None:
        """Words."""
        if not self._unseen:
            self.parts.append(data)
