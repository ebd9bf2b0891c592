"""Frameworks, files and texts for property tests; all of them as our own reader would leave them."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from proofolio.core.converting.plain import line, prose
from proofolio.core.converting.sorting import ordered
from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.model.competency import Alignment, Competency, Exemplar, Resource
from proofolio.core.model.framework import CompetencySet, Domain, Framework, Level, Provenance
from proofolio.core.model.rubric import Criterion, Rubric

SIGNS = "aeiou ABZ 019 äßøñ漢字 ,;:.|\\'\"<>&=+-@#*%[]{}()/\t\n\r…‹•\u00a0\u2028\u202e\ufeff\x07"
wild = (
    st.text(SIGNS, max_size=40)
    | st.text(max_size=12)
    | st.sampled_from(
        [
            "<p>One</p><ul><li>two</li></ul>",
            "a &amp; b",
            "A < b",
            "A text that was cut...",
            "=1+1",
            "-5",
            "1.10",
            "null",
            "x: y",
        ]
    )
)
lines = wild.map(line).filter(bool)
texts = (wild | st.lists(wild, min_size=5, max_size=30).map(" ".join)).map(prose).filter(bool)
ids = st.from_regex(r"[a-z]{3,6}(-[a-z0-9]{1,5}){0,2}", fullmatch=True)
addresses = st.sampled_from(["https://a.example.org/x?y=1&z=|2", "http://b.example/", "https://c.example/ä"])


def maybe(strategy: st.SearchStrategy[Any], empty: Any = "") -> st.SearchStrategy[Any]:
    return st.just(empty) | strategy


def unique(strategy: st.SearchStrategy[Any], most: int = 3) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(strategy, max_size=most, unique=True).map(tuple)


@st.composite
def frameworks(draw: st.DrawFn) -> Framework:
    """A framework that passes the checks: complete rubrics, known domains, references that arrive."""
    own = draw(ids)
    level_ids = draw(st.lists(ids, min_size=1, max_size=4, unique=True))
    mastery = draw(st.integers(0, len(level_ids) - 1))
    levels = tuple(
        Level(each, draw(lines.filter(lambda text: not text.endswith("*"))), at == mastery)
        for at, each in enumerate(level_ids)
    )
    domains = tuple(Domain(each, draw(lines), draw(maybe(texts))) for each in draw(unique(ids)))
    sets = tuple(CompetencySet(each, draw(lines), draw(st.booleans())) for each in draw(unique(ids)))
    names = draw(
        st.lists(
            ids.filter(lambda each: each not in ("framework", "con", "prn", "aux", "nul")),
            min_size=1,
            max_size=4,
            unique=True,
        )
    )
    competencies = [draw(_competency(own, each, names, levels, domains, sets)) for each in names]
    given = draw(st.none() | st.tuples(*[st.none() | lines] * 4).filter(any))
    return Framework(
        id=own,
        title=draw(lines),
        version=draw(lines),
        vision=draw(maybe(texts)),
        levels=levels,
        domains=domains,
        sets=sets,
        provenance=Provenance(*given) if given else None,
        competencies=ordered(competencies, domains),
        source=Pointer(f"competencies/frameworks/{own}/framework.yml"),
        description=draw(maybe(texts)),
    )


@st.composite
def _competency(
    draw: st.DrawFn,
    framework: str,
    own: str,
    names: list[str],
    levels: tuple[Level, ...],
    domains: tuple[Domain, ...],
    sets: tuple[CompetencySet, ...],
) -> Competency:
    at = names.index(own)
    told = st.lists(texts, min_size=len(levels), max_size=len(levels), unique_by=str.casefold)
    rubric = {
        each: Criterion(
            each,
            each.replace("-", " ").capitalize(),
            dict(zip((x.id for x in levels), draw(told), strict=True)),
        )
        for each in draw(unique(ids, 2))
    }
    exemplars = st.builds(Exemplar, lines, addresses, lines, st.none() | texts)
    return Competency(
        framework=framework,
        id=own,
        title=draw(lines),
        domain=draw(st.sampled_from([None, *(each.id for each in domains)])),
        sets=tuple(draw(unique(st.sampled_from([each.id for each in sets])))) if sets else (),
        statement=draw(maybe(texts)),
        why=draw(maybe(texts)),
        indicators=draw(st.dictionaries(ids | st.sampled_from([*rubric, "one"]), texts, max_size=3)),
        rubric=Rubric(rubric),
        prerequisites=tuple(draw(unique(st.sampled_from(names[:at])))) if at else (),
        related=tuple(draw(unique(st.sampled_from([*names, f"{framework}/{own}"])))),
        themes=draw(unique(ids)),
        pitfalls=draw(st.dictionaries(ids, texts, max_size=2)),
        practice=draw(st.dictionaries(ids, texts, max_size=2)),
        exemplars=tuple(draw(unique(exemplars, 2))),
        resources=tuple(draw(unique(st.builds(Resource, lines, addresses), 2))),
        alignments=tuple(
            draw(
                unique(
                    st.builds(
                        Alignment, lines, lines, st.sampled_from(["exact", "broader", "narrower", "related"])
                    ),
                    2,
                )
            )
        ),
        source=Pointer(f"competencies/frameworks/{framework}/{own}.yml"),
        replaced_by=draw(st.none() | st.sampled_from(names[:at])) if at else None,
        code=draw(st.none() | lines),
    )
