"""The allow-list that all contributed HTML passes, twice: after conversion and as the last step.

Everything not named here is taken away: elements, attributes, address schemes, class names.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import nh3

from proofolio.adapters.rendering.headings import HEADINGS
from proofolio.adapters.rendering.links import SCHEMES, Kind, kind, tidy

REL = "noopener nofollow ugc"
ID_PREFIX = "user-content-"

_TAGS = (
    "p br hr div section ul ol li dl dt dd blockquote pre code kbd samp var em strong b i u s del ins "
    "sub sup small mark abbr cite q dfn time ruby rt rp bdi wbr span a img figure figcaption details "
    "summary table caption colgroup col thead tbody tfoot tr th td"
)
TAGS = frozenset(_TAGS.split()) | frozenset(HEADINGS)

# Gone with all they hold. Other unknown elements lose their tags and keep their words.
_SWALLOWED_TAGS = (
    "script style template iframe object embed applet noscript noembed noframes svg math select "
    "textarea title xmp plaintext frameset audio video canvas"
)
_SWALLOWED = frozenset(_SWALLOWED_TAGS.split())

_ATTRIBUTES = {
    "*": {"id", "title", "dir", "lang"},
    "a": {"href", "class"},
    "img": {"src", "alt", "width", "height", "loading"},
    "ol": {"start", "reversed"},
    "li": {"value"},
    "th": {"align", "colspan", "rowspan", "scope"},
    "td": {"align", "colspan", "rowspan"},
    "time": {"datetime"},
    "details": {"open"},
    "code": {"class"},
    "div": {"class"},
    "span": {"class"},
}

_PATTERNS = {
    "dir": r"ltr|rtl|auto",
    "lang": r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}",
    "loading": r"lazy",
    "width": r"[1-9]\d{0,3}",
    "height": r"[1-9]\d{0,3}",
    "start": r"-?\d{1,6}",
    "value": r"-?\d{1,6}",
    "reversed": r"(reversed)?",
    "open": r"(open)?",
    "align": r"left|right|center",
    "colspan": r"\d{1,2}",
    "rowspan": r"\d{1,2}",
    "scope": r"row|col|rowgroup|colgroup",
    "datetime": r"[\dTZPWYMDHS:.+\- ]{1,40}",
}
_COMPILED = {name: re.compile(pattern) for name, pattern in _PATTERNS.items()}

_CLASSES = {
    "code": re.compile(r"language-[A-Za-z0-9][A-Za-z0-9+#.\-]{0,30}"),
    "a": re.compile(r"footnote-ref|footnote-backref"),
    "div": re.compile(r"footnote"),
    "span": re.compile(r"not-shown"),
}
_ID = re.compile(r"[^\s<>\"'&]{1,120}")


def _attribute(tag: str, name: str, value: str) -> str | None:
    """The value to keep, or None to drop the attribute."""
    if name in _COMPILED:
        return value if _COMPILED[name].fullmatch(value) else None
    if name == "class":
        return value if _CLASSES[tag].fullmatch(value) else None
    if name == "title":
        # Themes turn tooltips into HTML again, so nothing may be left that could become a tag.
        return value.replace("<", "").replace(">", "")
    if name == "id":
        return value if _ID.fullmatch(value) else None
    if name == "href":
        return None if kind(tidy(value)) is Kind.REFUSED else tidy(value)
    if name == "src":
        return tidy(value) if kind(tidy(value)) is Kind.LOCAL else None
    return value


def _final(tag: str, name: str, value: str) -> str | None:
    """As :func:`_attribute`; ids and fragments must be in the authors' own range by now."""
    if name == "id" and not value.startswith(ID_PREFIX):
        return None
    if name == "href" and value.startswith("#") and not value.startswith("#" + ID_PREFIX):
        return None
    return _attribute(tag, name, value)


def _cleaner(attribute_filter: Callable[[str, str, str], str | None]) -> nh3.Cleaner:
    return nh3.Cleaner(
        tags=TAGS,
        clean_content_tags=_SWALLOWED,
        attributes=_ATTRIBUTES,
        attribute_filter=attribute_filter,
        strip_comments=True,
        link_rel=REL,
        url_schemes=SCHEMES,
    )


_FIRST = _cleaner(_attribute)
_LAST = _cleaner(_final)


def clean(html: str) -> str:
    """Well-formed, harmless HTML; links and ids are still the author's own."""
    return _FIRST.clean(html)


def seal(html: str) -> str:
    """The last step before a page: the same list, and every id and fragment prefixed."""
    return _LAST.clean(html)
