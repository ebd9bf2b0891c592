"""Where the links of contributed texts reach within the portfolios, be anything there or not."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from urllib.parse import unquote

from proofolio.core.model import address
from proofolio.core.model.body import Body
from proofolio.core.model.submission import Submission

PEOPLE = "portfolios/"
_MARKUP = re.compile(r"<\s*(?:a|img)\b", re.IGNORECASE)


def reach(body: Body, file: str) -> Iterator[str]:
    """The paths below the portfolios that the links of a file's text lead to."""
    if _MARKUP.search(body.text):
        yield PEOPLE  # a link written in HTML: the outline does not know it
    for link in body.links:
        path = unquote(link.target.partition("#")[0].partition("?")[0])
        whole = posixpath.normpath(posixpath.join(posixpath.dirname(file), path))
        if not link.wiki and f"{whole}/".startswith(PEOPLE):
            yield whole


def reach_of(submission: Submission) -> Iterator[str]:
    """The same for a submission with its reviews: the paths that lie outside its own folder."""
    own = address.folder(submission) + "/"
    for body, file in (
        (submission.body, submission.source.file),
        *((each.body, each.source.file) for each in submission.reviews),
    ):
        yield from (each for each in reach(body, file) if not f"{each}/".startswith(own))


def home(path: str) -> str:
    """The folder of the person to whom a path below the portfolios belongs."""
    steps = path.split("/")
    return f"{PEOPLE}{steps[1]}/" if len(steps) > 1 and steps[1] else PEOPLE
