"""Views made from their own types: every field filled, or every field as empty as it may be."""

from __future__ import annotations

import types
import typing
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from proofolio.core.publishing.page import Page, Prose, View
from proofolio.core.publishing.views.competency import CompetencyView
from proofolio.core.publishing.views.course import CoursesView, CourseView
from proofolio.core.publishing.views.credential import CredentialView
from proofolio.core.publishing.views.directory import DirectoryView
from proofolio.core.publishing.views.figures import FiguresView
from proofolio.core.publishing.views.framework import BrowserView, FrameworkView
from proofolio.core.publishing.views.inside import AgreementView, CoachesView, ProgressView, QueueView
from proofolio.core.publishing.views.issuer import IssuerView
from proofolio.core.publishing.views.landing import LandingView
from proofolio.core.publishing.views.micro_credential import LibraryView, MicroCredentialView
from proofolio.core.publishing.views.opportunity import OpportunitiesView, OpportunityView
from proofolio.core.publishing.views.packet import PacketView
from proofolio.core.publishing.views.pathway import PathwaysView, PathwayView
from proofolio.core.publishing.views.plan_form import PlanFormView
from proofolio.core.publishing.views.portfolio import PortfolioView
from proofolio.core.publishing.views.recognition import BrightSpotsView
from proofolio.core.publishing.views.renewal import RenewalView
from proofolio.core.publishing.views.review_form import ReviewFormView
from proofolio.core.publishing.views.search import SearchView
from proofolio.core.publishing.views.self_assessment_form import SelfAssessmentFormView
from proofolio.core.publishing.views.submission import SubmissionView
from proofolio.core.publishing.views.theme import ThemesView
from proofolio.core.publishing.views.transcript import TranscriptView
from proofolio.core.publishing.views.verify import VerifyView
from proofolio.core.publishing.views.write import WriteEvidenceView, WriteView

TEMPLATES: dict[str, Any] = {
    "browser.html": BrowserView,
    "competency.html": CompetencyView,
    "course.html": CourseView,
    "courses.html": CoursesView,
    "credential.html": CredentialView,
    "directory.html": DirectoryView,
    "figures.html": FiguresView,
    "framework.html": FrameworkView,
    "inside-agreement.html": AgreementView,
    "inside-coaches.html": CoachesView,
    "inside-progress.html": ProgressView,
    "inside-queue.html": QueueView,
    "issuer.html": IssuerView,
    "landing.html": LandingView,
    "library.html": LibraryView,
    "micro-credential.html": MicroCredentialView,
    "opportunities.html": OpportunitiesView,
    "opportunity.html": OpportunityView,
    "packet.html": PacketView,
    "pathway.html": PathwayView,
    "pathways.html": PathwaysView,
    "portfolio.html": PortfolioView,
    "record.html": TranscriptView,
    "bright-spots.html": BrightSpotsView,
    "renewal.html": RenewalView,
    "search.html": SearchView,
    "submission.html": SubmissionView,
    "themes.html": ThemesView,
    "verify.html": VerifyView,
    "write-evidence.html": WriteEvidenceView,
    "write-plan.html": PlanFormView,
    "write-review.html": ReviewFormView,
    "write-self-assessment.html": SelfAssessmentFormView,
    "write.html": WriteView,
}

NEVER_EMPTY = {
    "record.html": "a person has a transcript once something is earned",
    "search.html": "its lists to look through are always the same",
    "themes.html": "there is such a page once a competency has a theme",
}
"""Pages that are not made when there is nothing to show, and why."""

# Words that decide which branch of a template is taken; a filled view can be made once for each.
CHOICES: dict[str, tuple[str, ...]] = {
    "preview": ("image", "pdf", "data", "video", "audio", "file", "link"),
    "direction": ("better", "worse", "same"),
    "state": ("met", "on-the-way"),
    "span": ("same", "added", "removed", "cut"),
    "whole": ("", "added", "removed"),
}
_DEEPEST = 3


class Filler:
    """Fills a view: each text is ``text`` and a number of its own, so that no two are the same.

    ``days`` replaces the text of fields that hold a day. With ``turn`` a field of ``CHOICES`` takes
    that choice instead, and truths alternate.
    """

    def __init__(self, text: str, days: str | None = None, turn: int | None = None, most: int = 2) -> None:
        self._text = text
        self._days = days
        self._turn = turn
        self._most = most
        self._seen: list[type] = []
        self.count = 0

    def view(self, cls: type) -> Any:
        """An instance of a dataclass of views."""
        self._seen.append(cls)
        hints = typing.get_type_hints(cls)
        made = cls(**{each.name: self._value(each.name, hints[each.name]) for each in fields(cls)})
        self._seen.pop()
        return made

    def _value(self, name: str, kind: Any) -> Any:
        origin = typing.get_origin(kind)
        if origin in (typing.Union, types.UnionType):
            inner = next(each for each in typing.get_args(kind) if each is not type(None))
            return self._value(name, inner) if self._most else None
        if origin is tuple:
            inner = typing.get_args(kind)[0]
            if is_dataclass(inner) and self._seen.count(typing.cast(type, inner)) >= _DEEPEST:
                return ()
            return tuple(self._value(name, inner) for _ in range(self._most))
        if is_dataclass(kind):
            return self.view(typing.cast(type, kind))
        return self._plain(name, kind)

    def _plain(self, name: str, kind: Any) -> Any:
        self.count += 1
        if kind is bool:
            return bool(self._most) and (self._turn is None or (self.count + self._turn) % 2 == 0)
        if kind is int:
            return 2 if self._most else 0
        if kind is float:
            return 41.5 if self._most else 0.0
        if self._turn is not None and name in CHOICES:
            return CHOICES[name][self._turn % len(CHOICES[name])]
        if name in ("on", "until", "by", "earned_on", "expires_on", "before_date", "after_date"):
            return self._days or self._text
        if not self._most and self._seen[-1] is Prose:
            return ""
        return f"{self._text} {self.count}"


def page(template: str, view: View, title: str = "A title") -> Page:
    """A page of that template."""
    uri = "portfolios/amina/menu-maths/index.md"
    return Page(uri, title, template, view, None, "", ())


def full_pages(text: str, days: str | None = None) -> Iterator[Page]:
    """Every template with everything in it, once for each branch."""
    for template, cls in TEMPLATES.items():
        for turn in (None, *range(7)):
            yield page(template, Filler(text, days, turn).view(cls), text)


def empty_pages() -> Iterator[Page]:
    """Every template with as little as there may be."""
    for template, cls in TEMPLATES.items():
        if template not in NEVER_EMPTY:
            yield page(template, Filler("Word", most=0).view(cls))
