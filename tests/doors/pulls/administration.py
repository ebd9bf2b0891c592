"""Pull requests that change the roster, the rules, or what holds the district together."""

from __future__ import annotations

from tests.doors.pulls.district import WORK, review
from tests.doors.pulls.pull import Pull, steps

ROSTER = "portfolios/roster.yml"
RUBRIC = "competencies/frameworks/teaching/feedback.yml"
MICRO = "competencies/micro-credentials/quick-feedback.yml"
TODAY = "2026-11-20"
MET = {"timely": "secure", "used": "secure"}
SECOND = (
    "  ada-two:\n    name: Ada Two\n    github: ada-two\n    organization: hill-school\n    roles: [coach]\n"
)


ADMINISTRATION = (
    Pull(
        "roster edited along with evidence",
        "ada-moss",
        steps(
            lambda r: r.add(f"{WORK}/index.md"),
            lambda r: r.edit(ROSTER, "name: Ada Moss", "name: Ada M. Moss"),
        ),
        ("mixed-change", "not-your-role"),
    ),
    Pull(
        "role granted to oneself",
        "ada-moss",
        lambda r: r.edit(ROSTER, "    coach: carl-finch\n", "    roles: [educator, leader]\n"),
        ("not-your-role",),
        says="the roster can be changed by leaders only, and Ada Moss is not one",
    ),
    Pull(
        "role granted to oneself, and used",
        "ben-oak",
        steps(
            lambda r: r.edit(
                ROSTER, "    github_id: 4242\n", "    github_id: 4242\n    roles: [educator, coach]\n"
            ),
            lambda r: r.write(f"{WORK}/reviews/{TODAY}-ben-oak.md", review(r.digest(WORK))),
        ),
        ("mixed-change", "not-your-role", "review-by-unqualified"),
    ),
    Pull(
        "second account on the roster, and its review",
        "ada-moss",
        steps(
            lambda r: r.add(ROSTER, SECOND),
            lambda r: r.write(f"{WORK}/reviews/{TODAY}-ada-two.md", review(r.digest(WORK), "met", **MET)),
        ),
        ("mixed-change", "not-your-role", "review-by-owner", "review-for-another"),
    ),
    Pull(
        "second account that is on the roster only in the change",
        "ada-two",
        steps(
            lambda r: r.add(ROSTER, SECOND),
            lambda r: r.write(f"{WORK}/reviews/{TODAY}-ada-two.md", review(r.digest(WORK), "met", **MET)),
        ),
        ("unknown-actor",),
    ),
    Pull(
        "leader makes a coach and lets her review at once",
        "lena-hart",
        steps(
            lambda r: r.add(ROSTER, SECOND),
            lambda r: r.write(f"{WORK}/reviews/{TODAY}-ada-two.md", review(r.digest(WORK), "met", **MET)),
        ),
        ("mixed-change", "review-for-another"),
    ),
    Pull(
        "rubric eased",
        "ada-moss",
        lambda r: r.edit(RUBRIC, "Learners change their work", "Learners nod"),
        ("not-your-role",),
    ),
    Pull(
        "mastery moved",
        "carl-finch",
        lambda r: r.edit(
            "competencies/frameworks/teaching/framework.yml",
            "{id: starting, title: Starting}\n  - {id: secure, title: Secure, mastery: true}",
            "{id: starting, title: Starting, mastery: true}\n  - {id: secure, title: Secure}",
        ),
        ("not-your-role",),
    ),
    Pull(
        "less asked of a micro-credential",
        "ada-moss",
        lambda r: r.edit(MICRO, "at_least: 1", "at_least: 0"),
        ("not-your-role",),
    ),
    Pull(
        "workflow edited",
        "ada-moss",
        lambda r: r.write(".github/workflows/check.yml", "on: push\n"),
        ("not-your-role",),
    ),
    Pull(
        "workflow added",
        "carl-finch",
        lambda r: r.write(".github/workflows/more.yml", "on: push\n"),
        ("not-your-role",),
    ),
    Pull(
        "CODEOWNERS edited",
        "ada-moss",
        lambda r: r.write(".github/CODEOWNERS", "* @ada-moss\n"),
        ("not-your-role",),
    ),
    Pull(
        "CODEOWNERS at another place",
        "ada-moss",
        lambda r: r.write("docs/CODEOWNERS", "* @ada-moss\n"),
        ("not-your-role",),
        says="who is asked to review what",
    ),
    Pull(
        "hook in mkdocs.yml",
        "ada-moss",
        lambda r: r.add("mkdocs.yml", "hooks: [portfolios/ada-moss/x.py]\n"),
        ("not-your-role",),
    ),
    Pull("plugin code", "ada-moss", lambda r: r.write("plugins/tool.py", "import os\n"), ("not-your-role",)),
    Pull(
        "mailmap edited",
        "ada-moss",
        lambda r: r.add(".mailmap", "Carl Finch <c@x.org> <ada@example.org>\n"),
        ("not-your-role",),
    ),
    Pull(
        "settings of Git at the top",
        "ada-moss",
        lambda r: r.write(".gitattributes", "* filter=x\n"),
        ("not-your-role",),
    ),
    Pull(
        "a folder that looks like portfolios",
        "lena-hart",
        lambda r: r.write("Portfolios/ada-moss/x.txt", "x\n"),
        ("not-your-folder",),
    ),
)
