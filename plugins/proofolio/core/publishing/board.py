"""Where a person stands: what is demonstrated, what is in progress, and what could come next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from proofolio.core.language.say import say
from proofolio.core.publishing.growth import gaps, next_steps, strengths
from proofolio.core.publishing.page import Ref
from proofolio.core.publishing.scene import Scene
from proofolio.core.publishing.suggestion import suggestions
from proofolio.core.publishing.views.board import Board, NextStep, Stand
from proofolio.core.publishing.views.mastery import MapRow, MasteryMap

MOST = 3
"""So many suggestions are an invitation; more are a list."""


def board(scene: Scene, person: str, maps: tuple[MasteryMap, ...]) -> Board:
    """The three columns, from the mastery maps."""
    rows = [row for each in maps for row in each.rows]
    steps = next_steps(scene, person)
    told = gaps(maps)
    open_ = suggestions(scene, person)
    named = {each.competency for each in open_[:MOST]}
    return Board(
        tuple(_stand(row, row.words, ()) for row in rows if row.state == "demonstrated"),
        tuple(_under_way(rows, told, steps)),
        tuple(
            _stand(row, say("Aiming at {level}", level=row.target.title), ())
            for row in rows
            if row.state == "not-started" and row.target is not None and row.competency not in named
        ),
        open_[:MOST],
        len(open_) > MOST,
    )


def _under_way(
    rows: Iterable[MapRow], told: Mapping[Ref, str], steps: tuple[NextStep, ...]
) -> Iterator[Stand]:
    for row in rows:
        # what only counts here by alignment goes on where it is worked on
        if row.state == "in-progress" and row.submissions > row.beside:
            words = told.get(row.competency) or say(
                "{rated} of {of} criteria rated", rated=row.rated, of=row.of
            )
            yield _stand(row, words, tuple(each for each in steps if each.competency == row.competency))


def _stand(row: MapRow, words: str, steps: tuple[NextStep, ...]) -> Stand:
    above = strengths(row) if row.state == "demonstrated" else None
    return Stand(row.competency, row.level, words, row.rated, row.of, steps, above)
