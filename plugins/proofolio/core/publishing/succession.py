"""What became of a competency: who changed it, what replaces it, what it replaces."""

from __future__ import annotations

from collections.abc import Iterator

from proofolio.core.model.competency import Competency
from proofolio.core.model.identity import Identity, person_of
from proofolio.core.model.succession import forebears, successor
from proofolio.core.publishing.page import Ref
from proofolio.core.publishing.revision import author
from proofolio.core.publishing.scene import Scene
from proofolio.core.publishing.views.competency import ChangeRow


def replacement(scene: Scene, competency: Competency) -> Ref | None:
    """The competency that took the place of this one."""
    found = successor(scene.district, competency)
    return scene.sight.competency(found.ref) if found else None


def replaced(scene: Scene, competency: Competency) -> tuple[Ref, ...]:
    """The competencies whose place this one took."""
    return tuple(scene.sight.competency(each.ref) for each in forebears(scene.district, competency))


def changes(scene: Scene, competency: Competency) -> tuple[ChangeRow, ...]:
    """The changes of a competency's own file, newest first; none when Git cannot tell."""
    steps = scene.changes.get(competency.source.file, ())
    return tuple(
        ChangeRow(
            step.revision.at.date().isoformat(),
            tuple(dict.fromkeys(_who(scene, (step.revision.author, *step.revision.co_authors)))),
            # a commit that also touched hidden work may speak of it
            step.revision.subject if step.alone else None,
        )
        for step in reversed(steps)
    )


def _who(scene: Scene, identities: tuple[Identity, ...]) -> Iterator[Ref]:
    for each in identities:
        person = person_of(each, scene.district.people)
        yield scene.sight.person(person) if person else Ref(author(scene, each), None)
