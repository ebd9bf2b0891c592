"""Frameworks of our own for the round trip: one with everything, and many at random."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.model.competency import Alignment, Competency, Exemplar, Resource
from proofolio.core.model.district import District
from proofolio.core.model.framework import CompetencySet, Domain, Framework, Level, Provenance
from proofolio.core.model.issuer import Issuer
from proofolio.core.model.rubric import Criterion, Rubric

SITE = "https://town.example.org/learn"
LEVELS = (Level("starting", "Starting"), Level("secure", "Secure", mastery=True), Level("leading", "Leading"))


def competency(name: str, framework: str = "teaching", **changes: Any) -> Competency:
    made = Competency(
        framework=framework, id=name, title=f"Do {name}", domain=None, sets=(),
        statement=f"Does {name} well.", why="", indicators={}, rubric=Rubric({}), prerequisites=(),
        related=(), themes=(), pitfalls={}, practice={}, exemplars=(), resources=(), alignments=(),
        source=Pointer(f"competencies/frameworks/{framework}/{name}.yml"),
    )  # fmt: skip
    return replace(made, **changes)


def framework(*competencies: Competency, name: str = "teaching", **changes: Any) -> Framework:
    made = Framework(
        id=name, title="Teaching", version="2026.1", vision="", levels=LEVELS, domains=(), sets=(),
        provenance=None, competencies={each.id: each for each in competencies},
        source=Pointer(f"competencies/frameworks/{name}/framework.yml"),
    )  # fmt: skip
    return replace(made, **changes)


def row(name: str, levels: tuple[Level, ...] = LEVELS) -> Criterion:
    title = name.replace("-", " ").capitalize()
    return Criterion(name, title, {each.id: f"{title} when {each.title}." for each in levels})


def district(*frameworks: Framework) -> District:
    issuer = Issuer("town", "Small Town Schools", SITE, {}, Pointer("competencies/issuer.yml"))
    return District(issuer, {each.id: each for each in frameworks}, {}, {}, {}, {}, {}, {})


def everything() -> Framework:
    """A framework in which every key that our files know holds something."""
    full = competency(
        "pace", domain="planning", code="P.1", sets=("core",), why="Because time is short.",
        indicators={"slow-down": "Slows down where it matters.", "look": "Looks twice."},
        rubric=Rubric({"slow-down": row("slow-down"), "choice": row("choice")}),
        prerequisites=("plan", "leading/guide"), related=("listen",), themes=("equitable", "time"),
        pitfalls={"hurry": "Covering all."}, practice={"one": "Try one."},
        exemplars=(Exemplar("A lesson", "https://video.example.org/1", "video", "The pause."),),
        resources=(Resource("A book", "https://books.example.org/1"),),
        alignments=(Alignment("leading", "guide", "narrower"), Alignment("intasc", "6", "exact")),
    )  # fmt: skip
    plan = competency("plan", domain="planning", statement="", rubric=Rubric({"aims": row("aims")}))
    listen = competency(
        "listen", title="Listens to all.", statement="Listens to all.", indicators={"ear": "Hears."}
    )
    old = competency("old", domain="empty-hands", replaced_by="pace", related=("plan",))
    return framework(
        old, full, plan, listen,
        vision="Every learner.", description="For all who teach.",
        domains=(Domain("empty-hands", "Hands"), Domain("planning", "Planning", "All about plans."),
                 Domain("alone", "Alone")),
        sets=(CompetencySet("core", "Core", True),),
        provenance=Provenance("A book of standards", "A board", "https://board.example.org", "CC-BY-4.0"),
        kept={"moodle": {"scale": "1,2"}},
    )  # fmt: skip


SOURCES = [None, Provenance("T", "P", "https://a.example/x", "MIT"), Provenance(None, "P")]
WORDS = st.text(alphabet="abc de'ÄßΩ-&.,:", min_size=1, max_size=30).map(lambda text: " ".join(text.split()))
SAID = WORDS.filter(lambda text: bool(text) and not text.startswith(("-", "&")) and "&" not in text)
IDS = st.from_regex(r"[a-z]{1,6}(-[a-z]{1,4})?", fullmatch=True)


@st.composite
def frameworks(draw: st.DrawFn) -> Framework:
    """Some framework of ours that the checks accept."""
    names = draw(st.lists(IDS.filter(lambda name: name != "framework"), unique=True, max_size=5))
    names = [
        each for each in names if each not in ("index", "search", "assets", "log", "credentials", "reviews")
    ]
    domains = tuple(
        Domain(each, draw(SAID), draw(st.sampled_from(["", "What it is about, said at length."])))
        for each in draw(st.lists(IDS, unique=True, max_size=3))
    )
    rank = {each.id: at for at, each in enumerate(domains)}
    levels = tuple(
        Level(each, draw(SAID), at == 0)
        for at, each in enumerate(draw(st.lists(IDS, unique=True, min_size=1, max_size=4)))
    )
    made = [draw(_competency(each, names[:at], tuple(rank), levels)) for at, each in enumerate(names)]
    made.sort(key=lambda each: (rank.get(each.domain or "", len(rank)), each.id))
    return framework(
        *made, title=draw(SAID), version=draw(SAID), vision=draw(st.sampled_from(["", "To see."])),
        levels=levels, domains=domains, provenance=draw(st.sampled_from(SOURCES)),
    )  # fmt: skip


def _competency(
    name: str, earlier: list[str], domains: tuple[str, ...], levels: tuple[Level, ...]
) -> st.SearchStrategy[Competency]:
    some = st.lists(st.sampled_from(earlier), unique=True).map(tuple) if earlier else st.just(())
    points = st.dictionaries(IDS, SAID, max_size=3)
    rows = st.lists(IDS, unique=True, max_size=2).map(
        lambda names: Rubric({each: row(each, levels) for each in names})
    )
    return st.builds(
        lambda **given: competency(name, **given),
        title=SAID, statement=st.one_of(st.just(""), SAID), code=st.one_of(st.none(), SAID),
        domain=st.sampled_from([None, *domains]), why=st.sampled_from(["", "Why not."]), indicators=points,
        pitfalls=points, practice=points, rubric=rows, prerequisites=some, related=some,
        themes=st.lists(IDS, unique=True, max_size=2).map(tuple),
        alignments=st.lists(
            st.builds(Alignment, st.sampled_from(["intasc", "other"]),
                      st.sampled_from(["6", "https://a.example/6"]),
                      st.sampled_from(["exact", "broader", "narrower", "related"])),
            max_size=2, unique_by=lambda each: (each.framework, each.target),
        ).map(tuple),
    )  # fmt: skip
