"""What needs mending, and the notices that say so without telling what is in it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from proofolio.core.language.phrase import capital, figure
from proofolio.core.language.say import say, says
from proofolio.core.model import address
from proofolio.core.model.district import District
from proofolio.core.model.submission import Submission
from proofolio.core.publishing.page import Audience, Withheld
from proofolio.core.publishing.sift import needs_mending, sift
from proofolio.core.publishing.sight import Sight

_KEPT_FOLDERS = frozenset({"log", "self-assessments", "credentials"})
_UNTOLD = ("competencies/issuer/", "competencies/recognitions/")
"""Folders beside the definitions. Thanks that are not published yet are nobody's to hear of."""
_WORK = "work"
_ORDER = ("credentials", "log", _WORK, "self-assessments")


@dataclass(frozen=True, slots=True)
class Mending:
    """``paths`` are withheld files; ``whole`` is the view of the district with them still in.

    ``whole`` serves only to tell whether a withheld thing would have been shown: a draft that
    needs mending gets no notice, because nobody is to know that there is a draft.
    """

    paths: frozenset[str]
    whole: Sight

    def of_person(self, person: str) -> tuple[str, ...]:
        """The notices for a portfolio's page."""
        if person in self.whole.closed:
            return (say("This portfolio is withheld because its file needs mending."),)
        units: dict[str, set[str]] = {}
        notices: list[str] = []
        for path in sorted(self.paths):
            parts = path.split("/")
            if parts[0] != "portfolios" or len(parts) < 3 or parts[1] != person:
                continue
            if path == address.of_person(person):
                notices.append(say("The profile and the plan are withheld because their file needs mending."))
            elif parts[2] in _KEPT_FOLDERS and len(parts) > 3:
                if self._shows_kept(person, path):
                    units.setdefault(parts[2], set()).add(path)
            elif self._shows_work(person, parts[2], path):
                units.setdefault(_WORK, set()).add(parts[2])
        return (*notices, *(_notice(kind, len(units[kind])) for kind in _ORDER if kind in units))

    def of_submission(self, submission: Submission) -> tuple[str, ...]:
        """The notices for a published submission's page."""
        folder = address.folder(submission) + "/"
        reviews = sum(1 for each in self.paths if each.startswith(folder + "reviews/"))
        return (_notice("reviews", reviews),) if reviews else ()

    def definitions(self) -> tuple[str, ...]:
        """The notices for the pages of what the organisation keeps."""
        kept = (each for each in self.paths if not each.startswith(_UNTOLD))
        found = sum(1 for each in kept if each.startswith("competencies/"))
        return (_notice("definitions", found),) if found else ()

    def _shows_kept(self, person: str, path: str) -> bool:
        portfolio = self.whole.district.portfolios[person]
        entry = next((each for each in portfolio.log if each.source.file == path), None)
        if entry is not None:
            return self.whole.shows_entry(entry)
        # an entry that could not be read may be one that is private
        return path.split("/")[2] != "log" or self.whole.audience is Audience.INTERNAL

    def _shows_work(self, person: str, slug: str, path: str) -> bool:
        submission = self.whole.district.submission((person, slug))
        if submission is None:
            # Unreadable, so perhaps a draft or private: only the organisation's own people are told.
            return self.whole.audience is Audience.INTERNAL
        return needs_mending(submission, frozenset({path})) and self.whole.shows(submission)


def mend(district: District, audience: Audience, withheld: tuple[Withheld, ...]) -> tuple[Sight, Mending]:
    """Set aside what needs mending: the view of the rest, and the notices."""
    broken = {path for each in district.portfolios.values() for path in each.broken}
    paths = frozenset({*(each.path.rstrip("/") for each in withheld), *broken})
    # a profile that is there but could not be read; one that is merely missing means internal
    closed = frozenset(
        person
        for person, each in district.portfolios.items()
        if each.profile is None and address.of_person(person) in paths
    )
    # nobody knows whose work this is: neither can it be reviewed, nor is anybody there to publish it
    strangers = frozenset(district.portfolios) - frozenset(district.people)
    if not district.broken.get("roster"):
        closed |= strangers
    whole = Sight(district, audience, closed, paths)
    return replace(whole, district=sift(district, paths)), Mending(paths, whole)


def _notice(kind: str, number: int) -> str:
    n = figure(number)
    match kind:
        case "credentials":
            told = says(
                "{n} credential is withheld because its file needs mending.",
                "{n} credentials are withheld because their files need mending.",
                number,
                n=n,
            )
        case "definitions":
            told = says(
                "{n} definition is withheld because its file needs mending.",
                "{n} definitions are withheld because their files need mending.",
                number,
                n=n,
            )
        case "log":
            told = says(
                "{n} log entry is withheld because its file needs mending.",
                "{n} log entries are withheld because their files need mending.",
                number,
                n=n,
            )
        case "reviews":
            told = says(
                "{n} review is withheld because its file needs mending.",
                "{n} reviews are withheld because their files need mending.",
                number,
                n=n,
            )
        case "self-assessments":
            told = says(
                "{n} self-assessment is withheld because its file needs mending.",
                "{n} self-assessments are withheld because their files need mending.",
                number,
                n=n,
            )
        case _:
            told = says(
                "{n} piece of work is withheld because its file needs mending.",
                "{n} pieces of work are withheld because their files need mending.",
                number,
                n=n,
            )
    return capital(told)
