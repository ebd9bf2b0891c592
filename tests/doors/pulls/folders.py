"""Pull requests in other people's folders, and histories that hide it."""

from __future__ import annotations

from tests.doors.pulls.district import DRAFT, SHARED, WORK, Repository, questions
from tests.doors.pulls.pull import Pull, steps

ROSTER = "portfolios/roster.yml"
RUBRIC = "competencies/frameworks/teaching/feedback.yml"


def evil_merge(repository: Repository) -> None:
    """The merge commit itself changes what neither side did."""
    repository.add(f"{WORK}/index.md")
    repository.commit()
    repository.on_main(("competencies/note.txt", "Main went on.\n"))
    repository.git("merge", "--quiet", "--no-ff", "--no-commit", "main")
    repository.edit(RUBRIC, "Learners read the feedback.", "Learners breathe.")
    repository.commit("Merge main")


def hidden_by_criss_cross(repository: Repository) -> None:
    """Of two common commits, one has the file as the head has it, and main another."""
    repository.git("switch", "--quiet", "main")
    repository.write("mkdocs.yml", "site_name: Fine\n")
    fine = repository.commit("Main mends the settings")
    repository.git("switch", "--quiet", "work")
    repository.add(f"{WORK}/index.md")
    part = repository.commit()
    repository.git("switch", "--quiet", "main")
    repository.git("merge", "--quiet", "--no-ff", "-m", "Take the first part", part)
    repository.git("switch", "--quiet", "work")
    repository.git("merge", "--quiet", "--no-ff", "-s", "ours", "-m", "Merge main", fine)


def replaced(repository: Repository) -> None:
    """Git is told to show an innocent commit instead of the one that is handed in."""
    repository.edit(RUBRIC, "Learners read the feedback.", "Learners breathe.")
    bad = repository.commit()
    repository.git("switch", "--quiet", "--detach", "main")
    repository.add(f"{WORK}/index.md")
    good = repository.commit()
    repository.git("switch", "--quiet", "work")
    repository.git("replace", bad, good)
    repository.sealed = True


def replaced_tree(repository: Repository) -> None:
    """Git is told to show the base's files for the new ones."""
    repository.edit(ROSTER, "    coach: carl-finch\n", "    roles: [educator, leader]\n")
    repository.commit()
    repository.git("replace", "work^{tree}", "main^{tree}")
    repository.sealed = True


def grafted(repository: Repository) -> None:
    """Git is told that the base's tip has the head among its parents, so that nothing is new."""
    repository.edit(RUBRIC, "Learners read the feedback.", "Learners breathe.")
    bad = repository.commit()
    repository.write(".git/info/grafts", f"{repository.git('rev-parse', 'main')} {bad}\n")
    repository.sealed = True


FOLDERS = (
    Pull(
        "another's evidence edited",
        "ben-oak",
        lambda r: r.add(f"{WORK}/index.md"),
        ("not-your-folder",),
        says="this is Ada Moss's portfolio, and Ben Oak is not Ada Moss",
    ),
    Pull(
        "another's evidence edited by the coach",
        "carl-finch",
        lambda r: r.add(f"{WORK}/index.md"),
        ("not-your-folder",),
    ),
    Pull(
        "another's evidence edited by a co-author",
        "carl-finch",
        lambda r: r.add(f"{SHARED}/index.md"),
        ("not-your-folder",),
    ),
    Pull(
        "renamed out of another's folder",
        "ben-oak",
        lambda r: r.move(DRAFT, "portfolios/ben-oak/open-door"),
        ("not-your-folder",),
    ),
    Pull(
        "somebody's folder deleted",
        "lena-hart",
        lambda r: r.delete("portfolios/ben-oak"),
        ("not-your-folder",),
        says="Lena Hart deleted a file of Ben Oak's portfolio",
    ),
    Pull(
        "case-folded folder",
        "ada-moss",
        lambda r: r.write("portfolios/Ada-Moss/log/2026-11-20-x.md", "x\n"),
        ("bad-id", "not-your-folder"),
        says="though it looks like it",
    ),
    Pull(
        "folder with a space at its end",
        "ada-moss",
        lambda r: r.write("portfolios/ada-moss /x.txt", "x\n"),
        ("bad-name", "not-your-folder"),
    ),
    Pull(
        "folder with look-alike letters",
        "ada-moss",
        lambda r: r.write("portfolios/аda-moss/x.txt", "x\n"),
        ("misplaced-file", "not-your-folder"),
    ),
    Pull("evil merge", "ada-moss", evil_merge, ("mixed-change", "not-your-role")),
    Pull(
        "main's change undone behind two common commits",
        "ada-moss",
        hidden_by_criss_cross,
        ("not-your-role",),
    ),
    Pull("replaced commit", "ada-moss", replaced, ("not-your-role",)),
    Pull("replaced files", "ada-moss", replaced_tree, ("not-your-role",)),
    Pull("grafted history", "ada-moss", grafted, ("not-your-role",)),
    Pull(
        "leader starts a portfolio with more in it",
        "lena-hart",
        steps(
            lambda r: r.add(
                "portfolios/roster.yml", "  hugo-ash:\n    name: Hugo Ash\n    github: hugo-ash\n"
            ),
            lambda r: r.write("portfolios/hugo-ash/index.md", "---\nheadline: New here\n---\nHello.\n"),
            lambda r: r.write("portfolios/hugo-ash/work/index.md", questions("Work", "I asked.")),
        ),
        ("mixed-change", "not-your-folder"),
    ),
    Pull(
        "leader starts a portfolio for nobody",
        "lena-hart",
        lambda r: r.write("portfolios/hugo-ash/index.md", "---\nheadline: New here\n---\nHello.\n"),
        ("not-your-folder", "person-not-on-roster"),
    ),
    Pull(
        "leader rewrites the first page of a portfolio",
        "lena-hart",
        lambda r: r.edit("portfolios/ada-moss/index.md", "Grade 3", "Grade 4"),
        ("not-your-folder",),
    ),
)
