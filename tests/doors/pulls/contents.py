"""Pull requests with things that have no place in a portfolio."""

from __future__ import annotations

from tests.doors.pulls.district import DRAFT, WORK, Repository, review
from tests.doors.pulls.pull import Pull, steps

TODAY = "2026-11-20"


def submodule(repository: Repository, path: str) -> None:
    head = repository.git("rev-parse", "HEAD")
    repository.git("update-index", "--add", "--cacheinfo", f"160000,{head},{path}")


def ignored_submodule(repository: Repository) -> None:
    """The settings of submodules ask Git to keep quiet about it."""
    path = f"{WORK}/more"
    repository.write(".gitmodules", f'[submodule "m"]\n\tpath = {path}\n\turl = ./x\n\tignore = all\n')
    repository.git("add", ".gitmodules")
    submodule(repository, path)
    repository.seal()


def stage(path: str, text: str = "More.\n", mode: str = "100644") -> object:
    """A file of any name and mode, without the disk's help."""

    def do(repository: Repository) -> None:
        repository.stage(path, text, mode)
        repository.seal()

    return do


def twice(repository: Repository) -> None:
    """One folder with two files of the same name. Git shows the one or the other."""
    made = repository.git("hash-object", "-w", "--stdin", given="Another page.\n")
    steps = ("", *(f"{'/'.join(WORK.split('/')[: number + 1])}" for number in range(3)))
    for number, folder in reversed(list(enumerate(steps))):
        listed = repository.git("ls-tree", f"work:{folder}").splitlines()
        if number == 3:
            listed.append(f"100644 blob {made}\tindex.md")
        else:
            name = WORK.split("/")[number]
            listed = [each for each in listed if not each.endswith(f"\t{name}")]
            listed.append(f"040000 tree {made}\t{name}")
        made = repository.git("mktree", given="\n".join(listed) + "\n")
    commit = repository.git("commit-tree", made, "-p", "work", "-m", "Work")
    repository.git("update-ref", "refs/heads/work", commit)
    repository.sealed = True


def program(repository: Repository) -> None:
    repository.git("update-index", "--chmod=+x", f"{WORK}/slips.csv")
    repository.seal()


def many(repository: Repository, folder: str, number: int) -> None:
    for each in range(number):
        repository.write(f"{folder}/page-{each}.txt", "Some text.\n")


CONTENTS = (
    Pull(
        "link to a file",
        "ada-moss",
        lambda r: r.link(f"{WORK}/x.csv", "../../roster.yml"),
        ("symbolic-link",),
    ),
    Pull(
        "link to a folder",
        "ada-moss",
        lambda r: r.link("portfolios/ada-moss/all", "../ben-oak"),
        ("symbolic-link",),
    ),
    Pull("absolute link", "ada-moss", lambda r: r.link(f"{WORK}/x.txt", "/etc/passwd"), ("symbolic-link",)),
    Pull(
        "file turned into a link",
        "ada-moss",
        lambda r: r.link(f"{WORK}/slips.csv", "/etc/hostname"),
        ("symbolic-link",),
    ),
    Pull(
        "own folder turned into a link",
        "ada-moss",
        lambda r: r.link(DRAFT, "../ben-oak/group-talk"),
        ("symbolic-link",),
    ),
    Pull(
        "reviews folder turned into a link",
        "ada-moss",
        lambda r: r.link(f"{WORK}/reviews", "/tmp"),
        ("misplaced-record", "review-removed", "symbolic-link"),
    ),
    Pull(
        "another repository",
        "ada-moss",
        steps(lambda r: submodule(r, "portfolios/ada-moss/more"), lambda r: r.seal()),
        ("special-file",),
    ),
    Pull(
        "another repository that asks to be passed over",
        "ada-moss",
        ignored_submodule,
        ("mixed-change", "not-your-role", "special-file"),
    ),
    Pull("program", "ada-moss", program, ("unfit-file",)),
    Pull(
        "settings of Git in a portfolio",
        "ada-moss",
        lambda r: r.write(f"{WORK}/.gitattributes", "* -diff\n"),
        ("unfit-file",),
    ),
    Pull("compiled Python", "ada-moss", lambda r: r.write(f"{WORK}/__pycache__/x.pyc", "x"), ("unfit-file",)),
    Pull("line break in a name", "ada-moss", stage(f"{WORK}/a\nportfolios/ben-oak/b.txt"), ("bad-name",)),
    Pull(
        "line break in a name, to get into another's folder",
        "ben-oak",
        stage(f"{WORK}/a\nportfolios/ben-oak/b.txt"),
        ("bad-name", "not-your-folder"),
    ),
    Pull("name that is not text", "ada-moss", stage(f"{WORK}/caf\udce9.txt"), ("bad-name",)),
    Pull("name that turns round", "ada-moss", stage(f"{WORK}/\u202etxt.exe"), ("bad-name",)),
    Pull(
        "hidden letter in reviews",
        "ada-moss",
        stage(f"{WORK}/re\u200bviews/{TODAY}-carl-finch.md", review("sha256:" + "1f" * 32)),
        ("bad-name", "misplaced-record"),
    ),
    Pull("space after a name", "ada-moss", stage(f"{WORK}/slips.csv "), ("bad-name",)),
    Pull("reserved name", "ada-moss", stage(f"{WORK}/con.txt"), ("bad-name",)),
    Pull("two names that differ only in capitals", "ada-moss", stage(f"{WORK}/Slips.csv"), ("name-clash",)),
    Pull("deep path", "ada-moss", lambda r: r.write(f"{WORK}/{'a/' * 40}x.txt", "x\n"), ("unfit-file",)),
    Pull("very deep path", "ada-moss", stage(f"{WORK}/{'d/' * 1100}x.txt"), ("unfit-file",)),
    Pull("one name twice", "ada-moss", twice, ("name-clash",)),
    Pull("more files than anybody reads", "ada-moss", lambda r: many(r, WORK, 1001), ("huge-change",)),
    Pull(
        "another's folder flooded",
        "ben-oak",
        lambda r: many(r, WORK, 1200),
        ("huge-change", "not-your-folder"),
        says="the same in 1190 more files",
    ),
)
