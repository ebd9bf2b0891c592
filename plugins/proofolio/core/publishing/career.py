"""A career goal that names a pathway, linked to what is still missing for it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from proofolio.core.model.pathway import Pathway
from proofolio.core.publishing.pathway import shape, so_far
from proofolio.core.publishing.scene import Scene
from proofolio.core.publishing.views.portfolio import CareerView

_WORDS = re.compile(r"\w+")


def career(scene: Scene, person: str) -> CareerView | None:
    """The pathway that a person's career goal names by its title or award; None when it names none."""
    profile = scene.district.portfolios[person].profile
    goal = _plain(profile.career_goal or "") if profile else " "
    named = [
        (-len(name), key not in (profile.pathways if profile else ()), key)
        for key, pathway in scene.district.pathways.items()
        for name in _names(pathway)
        if name.strip() and name in goal
    ]
    progress = scene.people[person].pathways.get(min(named)[2]) if named else None
    if progress is None:
        return None
    missing = tuple(each for each in shape(scene, progress) if not each.met)
    return CareerView(scene.sight.pathway(progress.pathway), so_far(progress), missing)


def _names(pathway: Pathway) -> Iterator[str]:
    """The words by which a goal may name a pathway; the longest that it holds counts."""
    yield _plain(pathway.title)
    if pathway.award is not None:
        yield _plain(pathway.award.title)


def _plain(text: str) -> str:
    """Words alone, in small letters, each with a space before and behind it."""
    return f" {' '.join(_WORDS.findall(text.casefold()))} "
