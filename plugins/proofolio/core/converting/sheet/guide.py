"""What the rows and columns of a sheet are for, as a sheet, and an example to start from."""

from __future__ import annotations

from proofolio.core.converting.sheet.layout import HEAD, LEVELS, TABLE
from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.model.competency import Alignment, Competency, Exemplar, Resource
from proofolio.core.model.framework import CompetencySet, Domain, Framework, Level, Provenance
from proofolio.core.model.rubric import Criterion, Rubric

_EXAMPLE = "inquiry-example"


def guide() -> list[list[str]]:
    """A sheet that explains the other one."""
    return [
        ["Above the table", "What it says"],
        *([each.header, each.says] for each in HEAD),
        [],
        ["Column", "What it says"],
        *([each.header, each.says] for each in TABLE[:9]),
        ["(a level)", LEVELS],
        *([each.header, each.says] for each in TABLE[9:]),
        [],
        ["Good to know", "Columns may stand in any order, and those that you do not need may be deleted."],
        ["", "A row that begins with # is for people only."],
        ["", "Empty rows are passed over. A column of your own is kept, and written back on export."],
        [
            "",
            "A text that begins with = + - or @ gets an apostrophe in front, so that nothing calculates it.",
        ],
    ]


def remarks() -> list[list[str]]:
    """The same as remarks above an example, for a file with one sheet."""
    return [
        [" ".join(["#", *(f"{each}:" if at == 0 else each for at, each in enumerate(row))])]
        for row in guide()
    ]


def example() -> Framework:
    """A small framework in which every row and column is used."""
    return Framework(
        id=_EXAMPLE,
        title="Inquiry in the classroom (example)",
        version="2026.1",
        vision="Learners find things out, and can say how they know.",
        levels=(
            Level("trying", "Trying"),
            Level("secure", "Secure", mastery=True),
            Level("leading", "Leading"),
        ),
        domains=(
            Domain("planning", "Planning", "Before and while an investigation is planned."),
            Domain("arguing", "Arguing from evidence"),
        ),
        sets=(CompetencySet("starters", "For a start", prerequisite_for_all=True),),
        provenance=Provenance(
            "What we mean by inquiry", "Science department", "https://science.example.org", "CC-BY-4.0"
        ),
        competencies={each.id: each for each in (_investigate(), _evidence())},
        source=Pointer(f"competencies/frameworks/{_EXAMPLE}/framework.yml"),
        description="What science teachers are asked to know and do, in all grades.",
    )


def _investigate() -> Competency:
    rubric = {
        "fair-test": (
            "The teacher gives the plan. Learners can say which step comes next, not why.",
            "Learners choose one thing to change, and can say what they keep the same and how.",
            "Learners find the weak point of one another's plans before they start.",
        ),
        "safe-freedom": (
            "Every step needs the teacher's word, or none does.",
            "Limits are agreed beforehand. Within them, groups work without asking.",
            "Groups write their own limits, and the teacher only has to check them.",
        ),
    }
    return Competency(
        framework=_EXAMPLE,
        id="investigate-with-learners",
        title="Let learners plan an investigation",
        domain="planning",
        sets=("starters",),
        statement="Hands the planning of an investigation to learners, and keeps it fair and safe.",
        why="Those who plan a test themselves have to decide what would count as an answer.",
        indicators={
            "fair-test": "Learners decide what to change, what to measure and what to keep the same.",
            "safe-freedom": "Learners know what they may decide alone, and what they ask about first.",
        },
        rubric=_rubric(rubric),
        prerequisites=(),
        related=("argue-from-evidence",),
        themes=("authentic",),
        pitfalls={"recipe-in-disguise": "A plan with gaps to fill in is still the teacher's plan."},
        practice={"one-variable": "Give a class one question and three things that could be changed."},
        exemplars=(
            Exemplar(
                "Planning at the board", "https://video.example.org/planning", "video", "The long wait."
            ),
        ),
        resources=(Resource("A one-page guide to fair tests", "https://science.example.org/fair-tests"),),
        alignments=(Alignment("state-science-practices", "3", "narrower"),),
        source=Pointer(f"competencies/frameworks/{_EXAMPLE}/investigate-with-learners.yml"),
        code="P.1",
    )


def _evidence() -> Competency:
    return Competency(
        framework=_EXAMPLE,
        id="argue-from-evidence",
        title="Have learners argue from evidence",
        domain="arguing",
        sets=(),
        statement="Gets learners to say what they claim, what it rests on and what speaks against it.",
        why="",
        indicators={"claim-and-reason": "Learners name the evidence before they are asked."},
        rubric=_rubric(
            {
                "claim-and-reason": (
                    "Learners give an answer, and a reason when they are asked for one.",
                    "Learners say unasked what their answer rests on.",
                    "Learners say what would change their mind.",
                )
            }
        ),
        prerequisites=("investigate-with-learners",),
        related=(),
        themes=(),
        pitfalls={},
        practice={},
        exemplars=(),
        resources=(),
        alignments=(),
        source=Pointer(f"competencies/frameworks/{_EXAMPLE}/argue-from-evidence.yml"),
        code="A.1",
    )


def _rubric(rows: dict[str, tuple[str, str, str]]) -> Rubric:
    levels = ("trying", "secure", "leading")
    return Rubric(
        {
            key: Criterion(key, key.replace("-", " ").capitalize(), dict(zip(levels, texts, strict=True)))
            for key, texts in rows.items()
        }
    )
