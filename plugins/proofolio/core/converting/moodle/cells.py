"""What Moodle's cells say in our words, and how our words are written into cells."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from html import escape

from proofolio.core.converting.identify import is_identifier
from proofolio.core.converting.plain import cut, description, line, stem, title
from proofolio.core.converting.scale import scale
from proofolio.core.model.framework import Level

NAME_LIMIT = 100
"""Characters that Moodle stores of a name; it cuts off the rest without a word."""
WHOLE_NAME = 300
"""A first paragraph up to this length may be the whole of a name that was cut."""
_FIRST = re.compile(r"\s*<p>(?P<first>.*?)</p>\s*(?P<rest>.*)", re.DOTALL | re.IGNORECASE)


def name_and_statement(shortname: str, text: str) -> tuple[str, str]:
    """Title and statement. A name that ends in dots is whole in the description, where it begins so."""
    named, head = title(shortname), stem(title(shortname))
    paragraphs = _FIRST.fullmatch(text)
    first, rest = (paragraphs["first"], paragraphs["rest"]) if paragraphs else (text, "")
    whole = line(description(first))
    if head and whole.startswith(head) and len(head) < len(whole) <= WHOLE_NAME:
        return whole, description(rest)
    return named, description(text)


def was_cut(shortname: str, text: str) -> bool:
    """Whether the whole name was found in the description."""
    return name_and_statement(shortname, text)[0] != title(shortname)


def words(shortname: str, text: str) -> str:
    """Name and description as one sentence, for an indicator."""
    named, said = name_and_statement(shortname, text)
    if not said or said == named:
        return named
    start = stem(named) or named
    return said if not named or said.startswith(start) else f"{named.rstrip('.')}: {said}"


def written(name: str, statement: str) -> tuple[str, str]:
    """The two cells for a title and a statement. A name that is too long stands whole in the second."""
    said = escape(statement, quote=False)
    if len(name) <= NAME_LIMIT:
        # a short name that ends in dots must not be taken for one that was cut
        return name, f"<p></p>{said}" if name_and_statement(name, said) != (name, statement) else said
    return cut(name, NAME_LIMIT), f"<p>{escape(name, quote=False)}</p>" + (f"<p>{said}</p>" if said else "")


def written_words(text: str) -> tuple[str, str]:
    """The two cells for an indicator."""
    if len(text) <= NAME_LIMIT and words(text, "") == text:
        return text, ""
    return cut(text, NAME_LIMIT), escape(text, quote=False)


def references(cell: str) -> tuple[str, ...]:
    """The ID numbers in a list; a comma within one is written ``%2C``."""
    return tuple(each.strip().replace("%2C", ",") for each in cell.split(",") if each.strip())


def written_references(numbers: Sequence[str]) -> str:
    """A list of ID numbers in one cell."""
    return ",".join(each.replace(",", "%2C") for each in numbers)


def levels(values: str, configuration: str) -> tuple[Level, ...]:
    """The scale, lowest first; the threshold is the lowest value that counts as proficient."""
    titles = [each.strip() for each in values.split(",") if each.strip()]
    proficient = [at for at in proficient_at(configuration) if 1 <= at <= len(titles)]
    return scale(titles, min(proficient) - 1 if proficient else None)


def proficient_at(configuration: str) -> tuple[int, ...]:
    """Positions, from 1, of the values that a scale's configuration calls proficient."""
    entries = configured(configuration) or []
    found = []
    for each in entries:
        if isinstance(each, Mapping) and str(each.get("proficient", 0)) in ("1", "True"):
            position = str(each.get("id", ""))
            if re.fullmatch(r"[0-9]{1,4}", position):
                found.append(int(position))
    return tuple(found)


def configured(configuration: str) -> list[object] | None:
    """The list in a scale's configuration; None when it is not one."""
    try:
        data = json.loads(configuration)
    except (ValueError, RecursionError):
        return None
    return data if isinstance(data, list) else None


def written_levels(scale_: Sequence[Level]) -> tuple[str, str]:
    """The two cells for a scale. Moodle parts values at commas, so none may stand in a value."""
    values = ",".join(each.title.replace(",", ";") for each in scale_)
    threshold = next((at for at, each in enumerate(scale_, 1) if each.mastery), len(scale_))
    entries: list[dict[str, object]] = [{"scaleid": "1"}]
    for at in range(threshold, len(scale_) + 1):
        entries.append({"id": at, "scaledefault": int(at == threshold), "proficient": 1})
    return values, json.dumps(entries, separators=(",", ":"))


def id_and_code(number: str) -> tuple[str, str | None]:
    """What an ID number is here: an id when it looks like a word, else the code that people know."""
    plain = line(number)
    if is_identifier(plain) and re.search(r"[a-z]{3}", plain):
        return plain, None
    return "", plain or None
