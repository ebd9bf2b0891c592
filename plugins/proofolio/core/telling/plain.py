"""A Markdown body as its readers meet it: without comments, tags, and addresses within the site.

What a page does not show must not come to light in the story of the text either: a remark between
comment signs, the attributes of a tag, a link into somebody's hidden work. Signs that only shape the
text (``**``, ``-``, ``|``) stay as they are written.
"""

from __future__ import annotations

import re

from proofolio.core.language.say import say

# Gone with all they hold: the page shows nothing of them.
_SWALLOWED = re.compile(
    r"<(?P<name>script|style|template|iframe|object|embed|applet|noscript|noembed|noframes|svg|math"
    r"|select|textarea|title|xmp|plaintext|frameset|audio|video|canvas)\b",
    re.IGNORECASE,
)
_AUTOLINK = re.compile(r"<((?:https?://|mailto:)[^<>\s]*|[^<>\s@]+@[^<>\s@]+)>")
_TAG = re.compile(r"<[/a-zA-Z!?][^<>]*>")
_OPEN_TAG = re.compile(r"<[a-zA-Z/!?](?:[^\n]|\n(?![ \t]*\n))*")
_PICTURE = re.compile(r"!\[([^\[\]]*)\]\([^()]*+(?:\([^()]*+\)[^()]*+)?\)")
_LINK = re.compile(r"\[([^\[\]]*)\]\(\s*+([^()\s]*+(?:\([^()\s]*+\)[^()\s]*+)?)[^()]*+\)")
_HOST = re.compile(r"https?://(?:www\.)?([^/?#:@\s]+)(?=[/?#:]|$)", re.IGNORECASE)
_RULE = re.compile(r"^ {0,3}\|?[ \t]*+:?-{2,}+[-|: \t]*+$\n?", re.MULTILINE)
_BY_LABEL = re.compile(r"(!?)\[([^\[\]]+)\] ?\[[^\[\]]*\]")
_WIKI = re.compile(r"\[\[([^\[\]\n|]+)(?:\|([^\[\]\n]*))?\]\]")
_DEFINITION = re.compile(r"^ {0,3}\[(?!\^)[^\[\]\n]+\]:.*$", re.MULTILINE)
_ATTRIBUTES = re.compile(r"\{[:#.][^{}\n]*\}")


def plain(body: str) -> str:
    """The body's words with their blanks; see the module's text. Linear in the length of the body."""
    text = body.replace("\r\n", "\n").replace("\r", "\n")
    text = _without_swallowed(_without_comments(text))
    text = _AUTOLINK.sub(r"\1", text)
    text = _OPEN_TAG.sub("", _TAG.sub("", text)) if "<" in text else text
    text = _WIKI.sub(lambda found: found[2] or found[1], text)
    text = _PICTURE.sub(lambda found: _picture(found[1]), text)
    text = _LINK.sub(_link, text)
    text = _DEFINITION.sub("", text)
    text = _BY_LABEL.sub(lambda found: _picture(found[2]) if found[1] else found[2], text)
    return _ATTRIBUTES.sub("", text)


def unruled(text: str) -> str:
    """The text without the rows of dashes that only rule a table or part a page."""
    return _RULE.sub("", text)


def _picture(alt: str) -> str:
    return say("(picture: {alt})", alt=alt.strip()) if alt.strip() else say("(picture)")


def _link(found: re.Match[str]) -> str:
    """A link's words; whose site it leads to is told when that is elsewhere, and so on the page anyway."""
    words, host = found[1], _HOST.match(found[2].strip("<>"))
    return f"{words} ({host[1]})" if host else words


def _without_comments(text: str) -> str:
    pieces, at = [], 0
    while (start := text.find("<!--", at)) >= 0:
        pieces.append(text[at:start])
        end = text.find("-->", start + 4)
        at = end + 3 if end >= 0 else len(text)  # never closed: nobody can tell where it was to end
    return "".join((*pieces, text[at:]))


def _without_swallowed(text: str) -> str:
    pieces, at = [], 0
    while found := _SWALLOWED.search(text, at):
        pieces.append(text[at : found.start()])
        end = re.compile(rf"</{found['name']}[^<>]*>", re.IGNORECASE).search(text, found.end())
        at = end.end() if end else len(text)
    return "".join((*pieces, text[at:]))
