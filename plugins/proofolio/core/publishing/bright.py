"""Which recognitions an audience sees: those of work that it sees, and that everybody concerned agreed to.

All that is asked for is asked here once more, also what ``check`` has asked: nobody is to be held up to
everyone because something was overlooked elsewhere.
"""

from __future__ import annotations

from datetime import date

from proofolio.core.language.say import say
from proofolio.core.model.recognition import Recognition, may_recognise
from proofolio.core.model.showcase import disagreeing
from proofolio.core.model.submission import Submission
from proofolio.core.publishing.page import Ref
from proofolio.core.publishing.sight import Sight

Bright = tuple[Recognition, Submission]
"""A recognition that is shown, and the work."""


def bright_spots(sight: Sight, today: date) -> tuple[Bright, ...]:
    """Those that are shown, newest first. One of a later day waits for its day."""
    found = []
    for each in sight.district.recognitions.values():
        work = sight.district.submission(each.key)
        if work is not None and each.on <= today and _is_sound(sight, each, work) and _is_agreed(sight, work):
            found.append((each, work))
    return tuple(sorted(found, key=lambda each: (-each[0].on.toordinal(), each[0].name)))


def giver(sight: Sight, recognition: Recognition) -> Ref:
    """Who says thank you. It is said for the organisation, so that one speaks for whoever is not named."""
    if sight.names(recognition.by):
        return sight.person(recognition.by)
    issuer = sight.district.issuer
    return Ref(issuer.name if issuer else say("a colleague"), None)


def _is_sound(sight: Sight, recognition: Recognition, work: Submission) -> bool:
    person = sight.district.people.get(recognition.by)
    by_others = recognition.by not in (work.person, *work.co_authors)
    return person is not None and may_recognise(person) and by_others


def _is_agreed(sight: Sight, work: Submission) -> bool:
    """Whether the work and its portfolio are open to the audience, and all whose work it is agree."""
    return (
        sight.shows(work)
        and sight.opens(work.person)
        and not sight.closed.intersection(work.co_authors)
        and not disagreeing(sight.district.portfolios, work)
    )
