"""Courses: for a competency that exists, with links that lead somewhere."""

from __future__ import annotations

from collections.abc import Iterator

from proofolio.core.checking.body import check_body
from proofolio.core.checking.reference import check_competency_name
from proofolio.core.diagnostics.finding import Finding
from proofolio.core.model.course import Course
from proofolio.core.model.district import District


def check_courses(district: District) -> Iterator[Finding]:
    """Every course."""
    for course in district.courses.values():
        yield from check_course(district, course)


def check_course(district: District, course: Course) -> Iterator[Finding]:
    """One micro-course."""
    yield from check_competency_name(district, course.competency, course.source.down("competency"))
    yield from check_body(district, course.body, course.source)
