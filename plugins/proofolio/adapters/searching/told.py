"""What the scripts of the search are told: where its indexes are, and what to say."""

from __future__ import annotations

import json
from collections.abc import Iterable

from proofolio.core.language.say import say, say_as, says, spoken
from proofolio.core.publishing.record import (
    COMPETENCY,
    COURSE,
    CREDENTIAL,
    FRAMEWORK,
    HELP,
    LIST,
    MICRO_CREDENTIAL,
    PATHWAY,
    PERSON,
    WORK,
)


def told(indexes: Iterable[str], page: str, tag: str) -> bytes:
    """The document. ``page`` is the address of the page that searches, from the site's root; ``tag`` changes
    with the indexes, so that none of before is used with those of now.
    """
    document = {
        "language": spoken().code,
        "page": page,
        "indexes": list(indexes),
        "tag": tag,
        "kinds": _kinds(),
        "words": _words(),
    }
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode()


def _kinds() -> dict[str, str]:
    """What one page of each kind is called."""
    return {
        PERSON: say_as("search", "Person"),
        WORK: say_as("search", "Work"),
        CREDENTIAL: say_as("search", "Credential"),
        COMPETENCY: say_as("search", "Competency"),
        MICRO_CREDENTIAL: say_as("search", "Micro-credential"),
        PATHWAY: say_as("search", "Pathway"),
        COURSE: say_as("search", "Micro-course"),
        FRAMEWORK: say_as("search", "Framework"),
        HELP: say_as("search", "Help"),
        LIST: say_as("search", "List"),
    }


def _words() -> dict[str, str | dict[str, str]]:
    return {
        "search": say("Search this site"),
        "hint": say("A name, a competency, a subject …"),
        "close": say("Close the search"),
        "all": say("See all results, and narrow them down"),
        "start": say("Type to search. The arrow keys move through what is found."),
        "wait": say("Searching …"),
        "none": say("Nothing was found for “{words}”."),
        "empty": say("Nothing here fits that."),
        "advice": say("Try fewer or other words, or one of the lists."),
        "trouble": say("The search could not be started here. The lists on the search page need none."),
        "count": {
            "one": says("{n} result", "{n} results", 1, n="{n}"),
            "other": says("{n} result", "{n} results", 2, n="{n}"),
        },
        "more": say("Show more"),
        "people": say("People who show this"),
        "work": say("Work that shows this"),
        "keys": say("The keys / and s open the search"),
    }
