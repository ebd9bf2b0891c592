"""A pathway's rule in Markdown, as it was when somebody finished it."""

from __future__ import annotations

from collections.abc import Iterator

from proofolio.core.issuing.wording import as_markdown
from proofolio.core.model.district import District
from proofolio.core.model.requirement import AllOf, AnyOf, AtLeast, Facet, Named, Requirement, Selector

_FACETS = {
    Facet.FRAMEWORK: "any of the framework",
    Facet.DOMAIN: "any of the domain",
    Facet.SET: "any of the set",
    Facet.THEME: "any of the theme",
    Facet.KIND: "any that is shown with evidence of the kind",
}


def rule_in_words(district: District, rule: Requirement) -> str:
    """The rule as a nested list."""
    return "\n".join(_lines(district, rule, 0))


def _lines(district: District, rule: Requirement, depth: int) -> Iterator[str]:
    indent = "    " * depth
    if isinstance(rule, Named):
        yield f"{indent}- {as_markdown(_title(district, rule.id))}"
    elif isinstance(rule, Selector):
        yield f"{indent}- {_FACETS[rule.facet]} {as_markdown(rule.value)}"
    else:
        yield f"{indent}- {_head(rule)}:"
        for part in rule.parts:
            yield from _lines(district, part, depth + 1)


def _head(rule: AllOf | AnyOf | AtLeast) -> str:
    if isinstance(rule, AllOf):
        return "All of these"
    return "One of these" if isinstance(rule, AnyOf) else f"At least {rule.number} of these"


def _title(district: District, name: str) -> str:
    if name in district.micro_credentials:
        return district.micro_credentials[name].title
    return district.pathways[name].title if name in district.pathways else name
