"""Slips in submissions: front matter, sections and impact."""

from __future__ import annotations

from pathlib import Path

from tests.doors.mutation import Mutation, edit

FOLDER = "portfolios/amina-yusuf/menu-maths"

WORK = f"{FOLDER}/index.md"

DRAFT = "portfolios/amina-yusuf/table-talk/index.md"


def _without(heading: str) -> Mutation:
    """Take a whole section out."""

    def change(root: Path) -> None:
        text = (root / WORK).read_text(encoding="utf-8")
        start = text.index(f"## {heading}")
        end = text.find("\n## ", start)
        (root / WORK).write_text(text[:start] + (text[end + 1 :] if end > 0 else ""), encoding="utf-8")

    rule = "missing-reflection" if heading == "Reflection" else "missing-section"
    return Mutation(f"without the section {heading}", change, rule, WORK, "micro_credential:")


def _short(heading: str) -> Mutation:
    """Cut a section down to three words."""

    def change(root: Path) -> None:
        text = (root / WORK).read_text(encoding="utf-8")
        start = text.index(f"## {heading}") + len(f"## {heading}")
        end = text.find("\n## ", start)
        rest = text[end:] if end > 0 else ""
        (root / WORK).write_text(f"{text[:start]}\n\nOnly three words.\n{rest}", encoding="utf-8")

    return Mutation(f"a short section {heading}", change, "too-few-words", WORK, f"## {heading}")


SETTINGS = (
    edit("an unknown micro-credential", WORK, "pace-a-unit", "pace-a-unti", "unknown-micro-credential"),
    edit("no micro-credential", WORK, "micro_credential: pace-a-unit\n", "", "missing-key", 1),
    edit(
        "an empty micro-credential",
        WORK,
        "micro_credential: pace-a-unit",
        "micro_credential:",
        "wrong-type",
        "micro_credential:\n",
    ),
    edit("a hyphen for an underscore", WORK, "micro_credential:", "micro-credential:", "unknown-key"),
    edit("no title", WORK, 'title: "Menu maths: ratios with a real restaurant"\n', "", "missing-key", 1),
    edit(
        "a number for a title",
        WORK,
        'title: "Menu maths: ratios with a real restaurant"',
        "title: 2026",
        "wrong-type",
    ),
    edit(
        "a title with a colon and no quotes",
        WORK,
        '"Menu maths: ratios with a real restaurant"',
        "Menu maths: ratios with a real restaurant",
        None,
    ),
    edit("a quote never closed", WORK, 'restaurant"', "restaurant", "malformed-yaml"),
    edit("an unknown status", WORK, "status: submitted", "status: sumbitted", "unknown-value"),
    edit("a misspelt status", WORK, "status:", "statsu:", "unknown-key"),
    edit("a status with capitals", WORK, "status: submitted", "status: Submitted", "unknown-value"),
    edit("an extra key", WORK, "status: submitted", "status: submitted\ngrade: A", "unknown-key", "grade: A"),
    edit(
        "a key twice",
        WORK,
        "status: submitted",
        "status: submitted\nstatus: draft",
        "duplicate-key",
        "status: draft",
    ),
    edit("learners in words", WORK, "learners: 26}", "learners: many}", "wrong-type"),
    edit("a misspelt key within", WORK, "setting: Grade 4", "seting: Grade 4", "unknown-key"),
    edit("a day that is not", WORK, "date: 2026-08-31,", "date: 2026-02-31,", "bad-date"),
    edit(
        "applied as text",
        WORK,
        "applied: {date: 2026-08-31, setting: Grade 4, subject: Mathematics, learners: 26}",
        "applied: In August",
        "wrong-type",
    ),
    edit(
        "demonstrates an unknown competency",
        WORK,
        "competency: promote-learner-agency",
        "competency: promote-learner-agenci",
        "unknown-competency",
    ),
    edit("demonstrates without because", WORK, "    because: From", "    becuase: From", "unknown-key"),
    edit(
        "demonstrates as a text",
        WORK,
        "  - competency: promote-learner-agency\n    because: From stop 3 on, learners chose when to take a check, whether to go back a stop, and how to show the last one.",
        "  - promote-learner-agency",
        "wrong-type",
    ),
    edit(
        "an unknown co-author",
        WORK,
        "status: submitted",
        "status: submitted\nwith: [ben-okafro]",
        "unknown-person",
        "with:",
    ),
    edit(
        "the owner as co-author",
        WORK,
        "status: submitted",
        "status: submitted\nwith: [amina-yusuf]",
        "co-author-is-owner",
        "with:",
    ),
    edit(
        "a co-author as text",
        WORK,
        "status: submitted",
        "status: submitted\nwith: ben-okafor",
        "wrong-type",
        "with:",
    ),
    edit(
        "an unknown visibility",
        WORK,
        "status: submitted",
        "status: submitted\nvisibility: hidden",
        "unknown-value",
        "visibility:",
    ),
    edit(
        "an unknown stage",
        WORK,
        "status: submitted",
        "status: submitted\nstage: practise",
        "unknown-value",
        "stage:",
    ),
    edit("a draft asks for nothing", DRAFT, "Next time I would", "Later", None),
    edit("a draft with a misspelt key", DRAFT, "micro_credential:", "microcredential:", "unknown-key"),
)

SECTIONS = (
    _without("Context"),
    _without("What I did"),
    _without("Reflection"),
    _short("Context"),
    _short("What I did"),
    _short("Reflection"),
    edit("a heading renamed", WORK, "## What I did", "## My story", "missing-section", "micro_credential:"),
    edit(
        "a heading one level deeper",
        WORK,
        "## Reflection",
        "### Reflection",
        "missing-reflection",
        "micro_credential:",
    ),
    edit("a heading in capitals is fine", WORK, "## Reflection", "## REFLECTION", None),
    edit("a heading without a space is fine", WORK, "## Reflection", "##Reflection", None),
    edit(
        "a heading that is only bold",
        WORK,
        "## Reflection",
        "**Reflection**",
        "missing-reflection",
        "micro_credential:",
    ),
)

IMPACTS = (
    edit(
        "dates swapped",
        WORK,
        "before_date: 2026-08-31",
        "before_date: 2026-12-31",
        "impact-dates-out-of-order",
        "after_date",
    ),
    edit("units differ", WORK, "after: 78", "after: 9 points", "impact-units-differ"),
    edit("more than all", WORK, "after: 78", "after: 178", "impact-out-of-range"),
    edit("less than none", WORK, "before: 41", "before: -41", "impact-out-of-range"),
    edit(
        "no source",
        WORK,
        "    source: Unit check written by the Grade 4 team; learners sat again the questions of stops they had not met\n",
        "",
        "impact-without-source",
        "  - measure",
    ),
    edit("no n", WORK, "    n: 26\n", "", "impact-without-n", "  - measure"),
    edit("n in words", WORK, "n: 26", "n: all", "wrong-type"),
    edit("half a learner", WORK, "n: 26", "n: 25.5", "wrong-type"),
    edit("a value in words", WORK, "after: 78", "after: better", "wrong-type"),
    edit("no value", WORK, "    after: 78\n", "", "missing-key", "  - measure"),
    edit("an empty value", WORK, "after: 78", "after:", "wrong-type", "    after:\n"),
    edit("a misspelt key of a measure", WORK, "before_date", "date_before", "unknown-key"),
    edit("a measure misspelt", WORK, "  - measure:", "  - mesure:", "unknown-key"),
    edit(
        "no impact",
        WORK,
        "impact:\n  - measure: Mean score on the twelve-question unit check\n    unit: percent\n    before: 41\n    after: 78\n    n: 26\n    before_date: 2026-08-31\n    after_date: 2026-10-23\n    source: Unit check written by the Grade 4 team; learners sat again the questions of stops they had not met\n",
        "",
        "missing-impact",
        "micro_credential",
    ),
    edit("impact not as a list", WORK, "  - measure: Mean", "    measure: Mean", "wrong-type"),
    edit(
        "a measure twice in two units",
        WORK,
        "impact:\n",
        "impact:\n  - {measure: Mean score on the twelve-question unit check, unit: points, before: 5, after: 9, n: 26, source: Check}\n",
        "impact-units-differ",
        "    unit: percent",
    ),
)

MUTATIONS = (
    *SETTINGS,
    *SECTIONS,
    *IMPACTS,
)
