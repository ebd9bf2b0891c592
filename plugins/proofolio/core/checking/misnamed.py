"""Names that were misspelt where they are given, and are right everywhere else.

One slip of the pen is one finding, at the place of the slip: not one in every file that is right.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from difflib import get_close_matches

from proofolio.core.checking.wording import counted, listed
from proofolio.core.diagnostics.finding import Finding
from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.diagnostics.rule import Rule
from proofolio.core.diagnostics.rules.reference import UNKNOWN_CRITERION
from proofolio.core.model.competency import Competency
from proofolio.core.model.framework import Framework

NEAR = 0.75


def misnamed(given: Iterable[str], used: Iterable[str]) -> dict[str, str | None]:
    """Words that several places use and nobody gave, each with the near name that nobody uses.

    None: there is no near name at all, so the line that gave it was probably taken out.
    """
    uses, names = Counter(used), tuple(given)
    idle = [each for each in names if each not in uses]
    found: dict[str, str | None] = {}
    for word, number in uses.items():
        if number < 2 or word in names:
            continue
        near = get_close_matches(word, idle, n=1, cutoff=NEAR)
        if near:
            found[word] = near[0]
            idle.remove(near[0])
        elif not get_close_matches(word, names, n=1, cutoff=NEAR):
            found[word] = None
    return found


def told_once(
    rule: Rule, noun: str, given: Mapping[str, Pointer], used: Collection[str], whole: Pointer
) -> Iterator[Finding]:
    """The findings for misspelt names, where they are given, and for those taken out, at the ``whole``."""
    found = misnamed(given, used)
    for word, name in found.items():
        if name is not None:
            message = f"nothing uses the {noun} '{name}', but {_places(used, {word})} name '{word}'"
            yield Finding(rule, message, given[name], f"did you mean {word}?")
    lost = [word for word, name in found.items() if name is None]
    if lost:
        names = listed([f"'{each}'" for each in lost])
        message = f"{_places(used, set(lost))} name the {noun} {names}, which is not listed here"
        yield Finding(rule, message, whole, f"list it here, or correct the {noun} there")


def _places(used: Collection[str], words: set[str]) -> str:
    return counted(sum(each in words for each in used), "place")


def misnamed_levels(framework: Framework) -> dict[str, str | None]:
    """The levels that rubrics describe under another name than the scale's."""
    return misnamed([each.id for each in framework.levels], described(framework))


def described(framework: Framework) -> list[str]:
    """Every level that a rubric of the framework describes, as often as one does."""
    return [
        level
        for competency in framework.competencies.values()
        for criterion in competency.rubric.criteria.values()
        for level in criterion.descriptors
    ]


def misnamed_criterion(competency: Competency, ref: str) -> Finding | None:
    """The finding for a criterion whose rubric row alone is misspelt: its indicator is called ``ref``."""
    if ref not in competency.indicators or ref in competency.rubric.criteria:
        return None
    idle = [each for each in competency.rubric.criteria if each not in competency.indicators]
    near = get_close_matches(ref, idle, n=1, cutoff=NEAR)
    if not near:
        return None
    message = f"the rubric says '{near[0]}', but the indicator is called '{ref}'"
    where = competency.source.down("rubric").key(near[0])
    return Finding(UNKNOWN_CRITERION, message, where, f"did you mean {ref}?")
