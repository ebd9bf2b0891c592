"""Pathways: a rule that somebody can meet, and a name of their own."""

from __future__ import annotations

from collections.abc import Iterator

from proofolio.core.checking.cycle import closing, cycles
from proofolio.core.checking.requirement import check_requirement
from proofolio.core.diagnostics.finding import Finding, Related
from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.diagnostics.rules.pathway import PATHWAY_CYCLE
from proofolio.core.diagnostics.rules.reference import AMBIGUOUS_ID
from proofolio.core.model.district import District
from proofolio.core.model.requirement import Named, Requirement, Selector


def check_pathways(district: District) -> Iterator[Finding]:
    """Every pathway, then pathways that contain one another."""
    for pathway in district.pathways.values():
        twin = district.micro_credentials.get(pathway.id)
        if twin is not None:
            message = f"'{pathway.id}' is the id of a pathway and of a micro-credential"
            related = (Related(twin.source, "the micro-credential"),)
            hint = "give one of the two files another name"
            yield Finding(AMBIGUOUS_ID, message, pathway.source, hint, related)
        yield from check_requirement(district, pathway.rule)
    yield from _check_cycles(district)


def _check_cycles(district: District) -> Iterator[Finding]:
    needs = {each.id: _needs(district, each.rule) for each in district.pathways.values()}
    for found in cycles({name: tuple(each) for name, each in needs.items()}):
        following = (*found[1:], found[0])
        steps = [(name, needs[name][other]) for name, other in zip(found, following, strict=True)]
        yield closing(PATHWAY_CYCLE, "contain one another", steps)


def _needs(district: District, rule: Requirement) -> dict[str, Pointer]:
    """The pathways that a rule names, each with its first place."""
    if isinstance(rule, Named):
        is_pathway = rule.id in district.pathways and rule.id not in district.micro_credentials
        return {rule.id: rule.source} if is_pathway else {}
    if isinstance(rule, Selector):
        return {}
    places: dict[str, Pointer] = {}
    for part in rule.parts:
        places = _needs(district, part) | places
    return places
