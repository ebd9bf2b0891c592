"""Answers as people give them, and as nobody should: for the writers of files here and in the browser."""

from __future__ import annotations

from pathlib import Path

from hypothesis import strategies as st

from proofolio.adapters.files.load import load
from proofolio.core.drafting.assessed import AssessmentAnswers, name_of
from proofolio.core.drafting.logged import LogAnswers
from proofolio.core.drafting.plan import GoalAnswer, PlanAnswers
from proofolio.core.drafting.reviewed import ReviewAnswers
from proofolio.core.model.district import District
from proofolio.core.model.log_entry import LogKind
from proofolio.core.model.micro_credential import MicroCredential

ROOT = Path(__file__).parents[3]
DIGEST = "sha256:0123456789abcdef" + "fedcba98" * 6
WORK = ("amina-yusuf", "menu-maths")

NASTY = (
    "Proficient, I would say",
    "developing",
    "pacing: exemplary",
    "verdict: met",
    "version: 0123456789ab",
    "I confirm",
    "still stands",
    "recuse: me",
    "next: try",
    "→ try",
    "agency: proficient, and pacing: emerging",
    "| criterion | level |",
    "|---|",
    "amina-yusuf/menu-maths:",
    "---",
    "===",
    "-",
    "# Big",
    "###### x",
    "#tag",
    "```",
    "```review",
    "~~~",
    "    code",
    "> quoted",
    ">>>>>>>>>> deep",
    "- a",
    "1. b",
    "* * *",
    "\t",
    "  ",
    "<b>bold</b>",
    "<!-- hidden",
    "-->",
    "<!-- words -->",
    "<script>",
    "a < b > c",
    "&lt;",
    "&#58;",
    "[[x]]",
    "[a](https://a.example/b)",
    "[a](../b.md)",
    "![alt](x.png)",
    "[r]: https://x.example",
    "\\[x]",
    "\\",
    "\\\\[",
    "@amina-y",
    "a@b.example",
    "'",
    '"',
    "“curly”",
    "«dentro»",
    "‹ x ›",
    "it’s",
    "`code`",
    "**bold**",
    "_em_",
    "snake_case",
    "2 * 3",
    "(open",
    "close)",
    "]",
    "…",
    "...",
    "?",
    "yes",
    "null",
    "2026-10-05",
    "a: b",
    "a #b",
    "ñandú",
    "日本",
    "🌱",
    "e\u0301",
    "\u200b",
    "\u202e",
    "\ufeff",
    "\u2028",
    "\r\n",
    "\r",
    "\n",
    "\n\n\n",
    "\x00",
    "\x7f",
    "https://x.example/a",
    "<https://x.example>",
    "：wide",
    "｜",
    "➡️",
    "x" * 70,
    "end.",
    "Ask: “Why?”",
)
PIECES = st.lists(
    st.one_of(
        st.sampled_from(NASTY), st.text(max_size=8), st.sampled_from(("Two learners ", "showed ", " "))
    ),
    max_size=9,
).map("".join)
TEXTS = st.one_of(st.just(""), PIECES, st.lists(PIECES, max_size=4).map("\n".join))


def demo() -> District:
    """The definitions that come along, and nobody's work."""
    return load(ROOT).district


def reviews(district: District, asked: MicroCredential) -> st.SearchStrategy[ReviewAnswers]:
    """Whole and half reviews."""
    competency = district.competency_of(asked)
    levels = [each.id for each in district.frameworks[competency.framework].levels] if competency else []
    criteria = [each.id for each in district.criteria_of(asked)]

    def by_criterion(values: st.SearchStrategy[str]) -> st.SearchStrategy[dict[str, str]]:
        return st.fixed_dictionaries({}, optional=dict.fromkeys(criteria, values))

    return st.builds(
        ReviewAnswers,
        work=st.just("/".join(WORK)),
        version=st.just(DIGEST),
        ratings=st.one_of(
            st.fixed_dictionaries({each: st.sampled_from(levels) for each in criteria}),
            by_criterion(st.sampled_from([*levels, ""])),
        ),
        strengths=by_criterion(TEXTS),
        next_steps=by_criterion(TEXTS),
        words=TEXTS,
        verdict=st.sampled_from(("met", "revise", "recused", "")),
        why=TEXTS,
    )


def assessments(district: District, framework: str) -> st.SearchStrategy[AssessmentAnswers]:
    """Some ratings of one framework."""
    known = district.frameworks[framework]
    targets = [
        target
        for each in known.competencies.values()
        for target in (
            name_of(district, each),
            *(f"{name_of(district, each)}/{c}" for c in each.rubric.criteria),
        )
    ]

    def by_target(values: st.SearchStrategy[str]) -> st.SearchStrategy[dict[str, str]]:
        return st.dictionaries(st.sampled_from(targets), values, max_size=8)

    return st.builds(
        AssessmentAnswers,
        levels=by_target(st.sampled_from([*(each.id for each in known.levels), ""])),
        confidence=by_target(st.sampled_from(("", "1", "3", "5", "6", "x"))),
        notes=by_target(TEXTS),
    )


def entries(district: District) -> st.SearchStrategy[LogAnswers]:
    """Entries of a log, with hours and people that may be none."""
    people = sorted(district.people)
    return st.builds(
        LogAnswers,
        date=st.just("2026-11-22"),
        kind=st.sampled_from(["", "party", *LogKind]).map(str),
        title=TEXTS,
        hours=st.sampled_from(("", "0", "1,5", "2", "744", "745", "-1", "1,200", "two")),
        category=st.sampled_from(("", "content")),
        competency=st.sampled_from(["", *(name_of(district, each) for each in district.competencies())]),
        course=st.sampled_from(["", *district.courses]),
        companions=st.lists(st.sampled_from(people), max_size=3).map(tuple),
        observed=st.sampled_from(["", *people]),
        follow_up=TEXTS,
        visibility=st.sampled_from(("", "public", "internal", "private")),
        text=TEXTS,
    )


def plans(district: District) -> st.SearchStrategy[PlanAnswers]:
    """Some goals."""
    competencies = [name_of(district, each) for each in district.competencies()]
    goal = st.builds(
        GoalAnswer,
        goal=TEXTS,
        competency=st.sampled_from(["", *competencies]),
        target=st.sampled_from(["", "proficient"]),
        by=st.sampled_from(("", "2027-01-31", "2027-02-30", "soon")),
        how=TEXTS,
    )
    return st.builds(
        PlanAnswers,
        career_goal=TEXTS,
        pathways=st.lists(st.sampled_from(list(district.pathways)), max_size=3).map(tuple),
        plan=st.lists(goal, max_size=4).map(tuple),
    )


_SETTINGS = (
    "headline: Grade 4, mathematics",
    "headline: 'It''s me'",
    'headline: "a: b # no"',
    "visibility: public",
    "renewal: {profile: example-state, cycle_start: 2025-07-01}",
    "renewal:\n  profile: x",
    "# a remark",
    "",
    "career_goal: Teacher leader",
    "career_goal: >-\n  Teacher\n  leader",
    "pathways: [teacher-leadership]",
    "pathways:\n- a\n- b",
    "pathways:\n  - a   # why\n  # and b\n  - b\n",
    "pathways: [\n  a,\n  b ]",
    "plan:\n  - goal: Set the pace\n    by: 2027-01-31\n    how: Co-plan # soon\n  # later:\n  - goal: x",
    "plan:\n- {goal: 'a # b', competency: x}",
    "plan: []",
    "plan: [{goal: a},\n  {goal: b}]  # two",
    "x-odd: |\n  a\n\n  b",
)
_ODD = (
    "plan",
    "? a",
    "'plan': x",
    "headline: [a",
    "{a: b}",
    'headline: "never closed',
    "\tx",
    "- a",
    "a: &b c",
    "---",
)


def profiles() -> st.SearchStrategy[str]:
    """Profiles as they may be: most in order, some that nobody can be sure about."""
    kept = st.lists(st.sampled_from(_SETTINGS), max_size=6, unique_by=lambda each: each.split(":")[0])
    odd = st.lists(st.one_of(st.sampled_from(_SETTINGS), st.sampled_from(_ODD)), max_size=6)

    def made(rows: list[str], body: str, first: str, newline: str) -> str:
        whole = "\n".join((first, *rows, "---", body))
        return whole.replace("\n", newline)

    return st.builds(
        made,
        st.one_of(kept, kept, odd),
        st.sampled_from(("", "About me.\n", "\n\nplan: no\n---\nend")),
        st.sampled_from(("---", "---", "--- ", "\ufeff---", "", "text")),
        st.sampled_from(("\n", "\n", "\r\n")),
    )
