"""Pull requests that are fine."""

from __future__ import annotations

from tests.doors.pulls.district import (
    CREDENTIAL,
    DRAFT,
    LEDGER,
    WORK,
    Repository,
    questions,
    review,
)
from tests.doors.pulls.pull import Pull, steps

NEW = f"{WORK}/reviews/2026-11-20-carl-finch.md"


def swap_after_approval(repository: Repository) -> None:
    """Main holds a review that finds the work met; the evidence is another afterwards."""
    repository.git("switch", "--quiet", "main")
    text = review(repository.digest(WORK), "met", timely="secure", used="secure")
    repository.write(f"{WORK}/reviews/2026-11-01-carl-finch.md", text)
    repository.delete(LEDGER)  # what was decided is what counts here, not what was issued
    repository.commit("Approved")
    repository.git("switch", "--quiet", "-C", "work")
    repository.write(f"{WORK}/slips.csv", "learner,changed\nL99,yes\n")


def merge_of_main(repository: Repository) -> None:
    repository.add(f"{WORK}/index.md")
    repository.commit()
    repository.on_main(("mkdocs.yml", "site_name: Other\n"), ("portfolios/ben-oak/index.md", "---\n---\n"))
    repository.git("merge", "--quiet", "--no-ff", "-m", "Merge main", "main")


def criss_cross(repository: Repository) -> None:
    """Main took an earlier part of this branch, and the branch took main, at the same time."""
    repository.add(f"{WORK}/index.md")
    part = repository.commit()
    repository.on_main(("mkdocs.yml", "site_name: Other\n"))
    before = repository.git("rev-parse", "main")
    repository.git("switch", "--quiet", "main")
    repository.git("merge", "--quiet", "--no-ff", "-m", "Merge the pull request", part)
    repository.git("switch", "--quiet", "work")
    repository.git("merge", "--quiet", "--no-ff", "-m", "Merge main", before)
    repository.add(f"{WORK}/index.md", "\nAnd more.\n")


def review_upon_squashed_work(repository: Repository) -> None:
    """The reviewer built upon the teacher's branch, which main then took as one new commit."""
    repository.add(f"{WORK}/index.md")
    part = repository.commit()
    repository.git("switch", "--quiet", "main")
    repository.git("merge", "--quiet", "--squash", part)
    repository.commit("The teacher's work, squashed")
    repository.git("switch", "--quiet", "work")
    repository.write(NEW, review(repository.digest(WORK)))


HONEST = (
    Pull("teacher edits her work", "ada-moss", lambda r: r.add(f"{WORK}/index.md")),
    Pull(
        "teacher starts new work",
        "ada-moss",
        lambda r: r.write(
            "portfolios/ada-moss/new-start/index.md", questions("New start", "I began.", "draft")
        ),
    ),
    Pull(
        "teacher writes in her log",
        "ada-moss",
        lambda r: r.write(
            "portfolios/ada-moss/log/2026-11-20-watched.md",
            "---\ntitle: Watched\nkind: observation\nhours: 1\n---\nI saw.\n",
        ),
    ),
    Pull("teacher drops a draft nobody reviewed", "ada-moss", lambda r: r.delete(DRAFT)),
    Pull(
        "teacher renames a draft nobody reviewed",
        "ada-moss",
        lambda r: r.move(DRAFT, "portfolios/ada-moss/open-window"),
    ),
    Pull(
        "teacher without a portfolio begins one",
        "ben-oak",
        lambda r: r.write("portfolios/ben-oak/index.md", "---\nheadline: Grade 5\n---\nHello.\n"),
        number=4242,
    ),
    Pull("case-folded account", "ADA-Moss", lambda r: r.add(f"{WORK}/index.md")),
    Pull("coach reviews", "carl-finch", lambda r: r.write(NEW, review(r.digest(WORK)))),
    Pull(
        "assessor reviews",
        "dora-lane",
        lambda r: r.write(f"{WORK}/reviews/2026-11-20-dora-lane.md", review(r.digest(WORK))),
    ),
    Pull(
        "coach gives feedback on a draft",
        "carl-finch",
        lambda r: r.write(
            f"{DRAFT}/reviews/2026-11-20-carl-finch.md", review(r.digest(DRAFT), open="starting")
        ),
    ),
    Pull(
        "coach reviews two people's work",
        "lena-hart",
        steps(
            lambda r: r.write(f"{WORK}/reviews/2026-11-20-lena-hart.md", review(r.digest(WORK))),
            lambda r: r.write(
                f"{DRAFT}/reviews/2026-11-20-lena-hart.md", review(r.digest(DRAFT), open="starting")
            ),
        ),
    ),
    Pull(
        "leader adds a person",
        "lena-hart",
        lambda r: r.add(
            "portfolios/roster.yml",
            "  hugo-ash:\n    name: Hugo Ash\n    github: hugo-ash\n    organization: hill-school\n",
        ),
    ),
    Pull(
        "leader edits a workflow and a rubric",
        "lena-hart",
        steps(
            lambda r: r.add(".github/workflows/check.yml", "permissions: {}\n"),
            lambda r: r.edit(
                "competencies/frameworks/teaching/feedback.yml", "Learners read", "Learners look at"
            ),
        ),
    ),
    Pull(
        "leader imports a credential",
        "lena-hart",
        lambda r: r.write("portfolios/ben-oak/credentials/quick-feedback.json", CREDENTIAL),
    ),
    Pull(
        "leader renames a reviewed folder whole",
        "lena-hart",
        lambda r: r.move(WORK, "portfolios/ada-moss/sharing-fairly"),
    ),
    Pull("evidence swapped after approval", "ada-moss", swap_after_approval),
    Pull("main merged into the branch", "ada-moss", merge_of_main),
    Pull(
        "main moved on meanwhile",
        "ada-moss",
        steps(
            lambda r: r.add(f"{WORK}/index.md"),
            lambda r: r.commit(),
            lambda r: r.on_main(
                ("mkdocs.yml", "site_name: Other\n"), (LEDGER.replace("ada-moss", "ben-oak"), CREDENTIAL)
            ),
        ),
    ),
    Pull("main and branch took each other's commits", "ada-moss", criss_cross),
    Pull("review upon work that was squashed", "carl-finch", review_upon_squashed_work),
    Pull("nothing changed", "ada-moss", lambda r: None),
    Pull(
        "teacher takes back her own link",
        "ada-moss",
        steps(
            lambda r: r.git("switch", "--quiet", "main"),
            lambda r: r.link(f"{WORK}/x.csv", "slips.csv"),
            lambda r: r.commit(),
            lambda r: r.git("switch", "--quiet", "-C", "work"),
            lambda r: r.delete(f"{WORK}/x.csv"),
        ),
    ),
    Pull(
        "what was wrong on main already",
        "ada-moss",
        steps(
            lambda r: r.git("switch", "--quiet", "main"),
            lambda r: r.edit("competencies/micro-credentials/quick-feedback.yml", "feedback", "feetback"),
            lambda r: r.commit(),
            lambda r: r.git("switch", "--quiet", "-C", "work"),
            lambda r: r.add(f"{WORK}/index.md"),
        ),
    ),
    Pull(
        "leader puts a person on the roster and starts her portfolio",
        "lena-hart",
        steps(
            lambda r: r.add(
                "portfolios/roster.yml", "  hugo-ash:\n    name: Hugo Ash\n    github: hugo-ash\n"
            ),
            lambda r: r.write("portfolios/hugo-ash/index.md", "---\nheadline: New here\n---\nHello.\n"),
        ),
    ),
)
