"""Summaries to tell: every situation that a comment has to find words for."""

from __future__ import annotations

from typing import Any

from proofolio.adapters.reporting.summary_document import Count, Level, Map, Step, Summary, Trouble, Work
from proofolio.core.model.standing import Standing

OFFER = (
    "```review\namina-yusuf/menu-maths:\npacing: emerging | proficient – next: …\nverdict: met | revise\n```"
)


def work(**changes: Any) -> Work:
    usual: dict[str, Any] = {
        "file": "portfolios/amina-yusuf/menu-maths/index.md",
        "title": "Menu maths",
        "by": "Amina Yusuf",
        "micro_credential": "Pace a unit for mastery",
        "before": Standing.DRAFT,
        "after": Standing.WAITING,
        "complete": True,
        "missing": (),
        "missing_more": 0,
        "competent": False,
        "decided": "Not decided yet: no rating counts at the moment",
        "next_step": "Waiting for a first review.",
        "blind": False,
        "offer": OFFER,
    }
    return Work(**usual | changes)


def trouble(**changes: Any) -> Trouble:
    usual: dict[str, Any] = {
        "rule": "unknown-competency",
        "error": True,
        "message": "there is no competency 'pacin'",
        "hint": "did you mean pacing?",
        "file": "portfolios/amina-yusuf/menu-maths/index.md",
        "line": 4,
        "column": 13,
    }
    return Trouble(**usual | changes)


def map_(**changes: Any) -> Map:
    usual: dict[str, Any] = {
        "name": "Amina Yusuf",
        "private": False,
        **dict.fromkeys(("levels", "demonstrated", "sets", "pathways", "finished", "earned", "lost"), ()),
        "hours_before": 0.0,
        "hours_after": 0.0,
    }
    return Map(**usual | changes)


def summary(**changes: Any) -> Summary:
    usual: dict[str, Any] = {
        "proofolio": "summary",
        "version": 1,
        "base": "a" * 40,
        "head": "b" * 40,
        "next_step": Step(whose="Amina Yusuf", text="Waiting for a first review.", done=False),
        **dict.fromkeys(("refused", "findings", "works", "people"), ()),
        **dict.fromkeys(("refused_more", "findings_more", "works_more", "people_more", "others"), 0),
    }
    return Summary(**usual | changes)


HOSTILE = (
    "<script>alert(1)</script> <img src=x onerror=alert(1)> <!-- -->",
    "@octocat @org/team fixes #12 GH-12 owner/repo#7",
    "[x](javascript:alert(1)) ![y](https://evil.example/p.png) [z][1]",
    "https://evil.example www.evil.example",
    "``` ```` ~~~ `code` **bold** | a | b |",
    "::error file=x::boo ##[set-output name=x]y",
    "# heading",
    "- [x] list",
    "1. one",
    "> [!WARNING]",
    "</details></summary>",
    "\\` \\[ \\",
)
EVIL_OFFER = "```\n</details>\n@octocat\n::error::boo\n  ::warning::boo\n`````\n# heading\n<script>\n````"


def hostile(text: str) -> Summary:
    """The same text wherever text may stand."""
    return summary(
        next_step=Step(whose=text, text=text, done=False),
        refused=(trouble(message=text, hint=text),),
        findings=(trouble(message=text, hint=text, error=False),),
        works=(
            work(
                title=text,
                by=text,
                micro_credential=text,
                missing=(text, text),
                decided=text,
                next_step=text,
                offer=EVIL_OFFER,
            ),
        ),
        people=(
            map_(
                name=text,
                levels=(Level(competency=text, criterion=text, before=text, after=text),),
                demonstrated=(text,),
                sets=(Count(title=text, before=1, after=2, of=3),),
                pathways=(Count(title=text, before=1, after=2, of=3),),
                finished=(text,),
                earned=(text,),
                lost=(text,),
            ),
        ),
    )


EARNED = map_(
    levels=(
        Level(competency="Pacing", criterion="Clear", before=None, after="Proficient"),
        Level(competency="Pacing", criterion="Kind", before="Developing", after="Proficient"),
    ),
    demonstrated=("Pacing",),
    sets=(Count(title="Foundational", before=4, after=5, of=12),),
    pathways=(Count(title="Teacher leadership", before=3, after=4, of=8),),
    finished=("Good start",),
    earned=("Pace a unit for mastery",),
    hours_after=15.0,
)

SITUATIONS = {
    "complete": summary(works=(work(),)),
    "missing": summary(
        next_step=Step(whose="Amina Yusuf", text="2 artifacts asked, none is there yet: add 2.", done=False),
        works=(
            work(
                after=Standing.INCOMPLETE,
                complete=False,
                missing=("2 artifacts asked, none is there yet", "the section 'Reflection' is missing"),
                missing_more=3,
                offer=None,
                next_step=None,
            ),
        ),
    ),
    "findings": summary(
        next_step=Step(whose=None, text="there is no competency 'pacin': did you mean pacing?", done=False),
        works=(work(complete=False, after=Standing.INCOMPLETE, offer=None, next_step=None),),
        findings=(trouble(), trouble(rule="image-without-alt", error=False, hint=None, line=30)),
    ),
    "refused": summary(
        next_step=Step(whose=None, text="portfolios/ben-okafor belongs to Ben Okafor", done=False),
        refused=(
            trouble(
                rule="not-your-folder",
                message="portfolios/ben-okafor belongs to Ben Okafor",
                hint="ask Ben Okafor to make this change",
                file="portfolios/ben-okafor/index.md",
                line=1,
            ),
        ),
        refused_more=2,
    ),
    "nothing": summary(
        next_step=Step(
            whose=None,
            text="Nothing to do: this change leaves all work and every mastery map as they are.",
            done=True,
        )
    ),
    "reviewed": summary(
        next_step=Step(
            whose="Amina Yusuf", text="Nothing more to do: the credential can be issued.", done=False
        ),
        works=(
            work(
                before=Standing.WAITING,
                after=Standing.MET,
                competent=True,
                decided="Competent: reviewers found every criterion at mastery",
                next_step="Nothing more to do: the credential can be issued.",
                offer=None,
            ),
        ),
        people=(EARNED,),
    ),
    "blind": summary(works=(work(blind=True),), people=(map_(private=True),), others=3),
    "many": summary(
        findings=tuple(trouble(line=at) for at in range(1, 41)),
        findings_more=160,
        works=tuple(work(title=f"Work {at}") for at in range(20)),
        works_more=5,
        people=(EARNED,) * 20,
        people_more=1,
        others=1,
    ),
}
