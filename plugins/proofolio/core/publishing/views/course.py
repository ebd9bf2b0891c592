"""Micro-courses: the list, and the page of one."""

from __future__ import annotations

from dataclasses import dataclass

from proofolio.core.publishing.page import Prose, Ref


@dataclass(frozen=True, slots=True)
class CourseCard:
    """A micro-course in a list. ``duration`` in words ("about 12 minutes"), None if not said."""

    ref: Ref
    competency: Ref
    duration: str | None
    steps: int


@dataclass(frozen=True, slots=True)
class CoursesView:
    """``competencies/courses/index.md``."""

    cards: tuple[CourseCard, ...]


@dataclass(frozen=True, slots=True)
class CourseView:
    """``competencies/courses/<id>.md``. ``steps`` are the titles of the body's second level.

    ``next`` are the micro-credentials in which the evidence can be used; ``log`` is the page of the form for
    the log, where the course goes by ``id``.
    """

    competency: Ref
    duration: str | None
    licence: str | None
    adapted_from: str | None
    steps: tuple[str, ...]
    body: Prose
    next: tuple[Ref, ...]
    id: str
    log: str
