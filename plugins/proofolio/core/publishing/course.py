"""The list of micro-courses, and the page of one."""

from __future__ import annotations

from proofolio.core.language.say import say, says
from proofolio.core.model import address
from proofolio.core.model.course import Course
from proofolio.core.publishing.page import Page, Prose
from proofolio.core.publishing.scene import Scene
from proofolio.core.publishing.views.course import CourseCard, CoursesView, CourseView


def courses_page(scene: Scene) -> Page:
    """``competencies/courses/index.md``."""
    cards = tuple(
        CourseCard(
            scene.sight.course(key),
            scene.sight.competency(each.competency),
            _duration(each),
            len(each.body.sections),
        )
        for key, each in scene.district.courses.items()
    )
    told = says(
        "{n} micro-course, each ending in something to show.",
        "{n} micro-courses, each ending in something to show.",
        len(cards),
    )
    return Page(
        address.COURSES,
        say("Micro-courses"),
        "courses.html",
        CoursesView(cards),
        None,
        told,
        ("competencies/",),
    )


def course_page(scene: Scene, course: Course) -> Page:
    """The page of one micro-course."""
    competency = scene.district.competency(course.competency)
    view = CourseView(
        scene.sight.competency(course.competency),
        _duration(course),
        course.licence,
        course.adapted_from,
        tuple(each.title for each in course.body.sections),
        Prose(course.body.text, course.source.file),
        tuple(
            scene.sight.micro_credential(key)
            for key, each in scene.district.micro_credentials.items()
            if competency is not None and scene.district.competency_of(each) == competency
        ),
        course.id,
        address.WRITE_LOG,
    )
    about = competency.title if competency else course.competency
    return Page(
        address.of_course(course.id),
        course.title,
        "course.html",
        view,
        course.source.file,
        say("A micro-course for the competency “{title}”.", title=about),
        ("competencies/",),
    )


def _duration(course: Course) -> str | None:
    if not course.minutes:
        return None
    return says("about {n} minute", "about {n} minutes", course.minutes)
