"""Themes of work: those that its author gave it, beside those of the competencies that it is for."""

from __future__ import annotations

from proofolio.core.language.name import plain
from proofolio.core.model import address
from proofolio.core.model.submission import Submission
from proofolio.core.publishing.page import Ref
from proofolio.core.publishing.scene import Scene


def themes_of(scene: Scene) -> frozenset[str]:
    """The themes that have a place on the page of themes."""
    shown = filter(scene.sight.publishes, scene.district.competencies())
    return frozenset(theme for each in shown for theme in each.themes)


def tags(scene: Scene, submission: Submission) -> tuple[Ref, ...]:
    """The author's own themes of published work, each once; one that no competency has leads nowhere."""
    known = themes_of(scene) if submission.themes else frozenset()
    return tuple(
        Ref(plain(each), f"{address.THEMES}#{each}" if each in known else None)
        for each in dict.fromkeys(submission.themes)
    )
