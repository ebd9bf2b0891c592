"""Pull requests of somebody else than they say."""

from __future__ import annotations

from tests.doors.pulls.district import COACHS, SHARED, WORK, Repository, key, review
from tests.doors.pulls.pull import Do, Pull

ROSTER = "portfolios/roster.yml"
TODAY = "2026-11-20"
BY_CARL = f"{WORK}/reviews/{TODAY}-carl-finch.md"
MET = {"timely": "secure", "used": "secure"}


def spoofed(repository: Repository) -> None:
    """Every name and address in the commits is the coach's."""
    repository.name, repository.email = "Carl Finch", "1+carl-finch@users.noreply.github.com"
    repository.write(BY_CARL, review(repository.digest(WORK), "met", **MET))
    repository.commit()


def half_spoofed(repository: Repository) -> None:
    """The author is said to be the leader; the committer is somebody else."""
    repository.edit(ROSTER, "    coach: carl-finch\n", "")
    repository.name, repository.email = "Ada Moss", "ada-moss@users.noreply.github.com"
    repository.git("add", "--all")
    leader = {"GIT_AUTHOR_NAME": "Lena Hart", "GIT_AUTHOR_EMAIL": "lena-hart@users.noreply.github.com"}
    repository.git("commit", "--quiet", "-m", "Work", **leader)


def own_mailmap(repository: Repository) -> None:
    """The change's own map says that this address is the leader's."""
    repository.write(".mailmap", "Lena Hart <lena-hart@users.noreply.github.com> <me@example.org>\n")
    repository.name, repository.email = "Me", "me@example.org"
    repository.edit(ROSTER, "    coach: carl-finch\n", "")
    repository.commit()


def signed(number: int, altered: str = "") -> Do:
    """Ben's own work, signed with the key of this number."""

    def do(repository: Repository) -> None:
        repository.name, repository.email = "Ben Oak", "4242+ben-oak@users.noreply.github.com"
        repository.add(f"{SHARED}/index.md")
        repository.commit()
        repository.sign(key(number), altered)

    return do


ACTORS = (
    Pull("signed with one's own key", "ben-oak", signed(1)),
    Pull("signed with a stranger's key", "ben-oak", signed(2), ("strange-signature",)),
    Pull("changed after it was signed", "ben-oak", signed(1, "Something else\n"), ("bad-signature",)),
    Pull("spoofed names and addresses", "ada-moss", spoofed, ("review-by-owner", "review-for-another")),
    Pull("author spoofed, no account told", None, half_spoofed, ("unknown-actor",), says="these are claims"),
    Pull("the change's own map of names, no account told", None, own_mailmap, ("unknown-actor",)),
    Pull("look-alike account", "аda-moss", lambda r: r.add(f"{WORK}/index.md"), ("unknown-actor",)),
    Pull(
        "account whose small letters become another's",
        "Carl-finc\N{LATIN SMALL LETTER H}\N{ZERO WIDTH SPACE}",
        lambda r: r.add(f"{COACHS}/index.md"),
        ("unknown-actor",),
    ),
    Pull(
        "account with a Kelvin sign",
        "ben-oa\N{KELVIN SIGN}",
        lambda r: r.write("portfolios/ben-oak/x.txt", "x\n"),
        ("misplaced-file", "unknown-actor"),
    ),
    Pull(
        "account with a space at its end",
        "ada-moss ",
        lambda r: r.add(f"{WORK}/index.md"),
        ("unknown-actor",),
    ),
    Pull(
        "outsider's fork",
        "stranger",
        lambda r: r.add(f"{WORK}/index.md"),
        ("unknown-actor",),
        says="the account 'stranger' is nobody's on the roster",
    ),
    Pull(
        "newcomer who adds herself",
        "hugo-ash",
        lambda r: r.add(
            ROSTER, "  hugo-ash:\n    name: Hugo Ash\n    github: hugo-ash\n    organization: hill-school\n"
        ),
        ("unknown-actor",),
    ),
    Pull("bot", "dependabot[bot]", lambda r: r.add("mkdocs.yml", "# bump\n"), ("unknown-actor",)),
    Pull(
        "account of two people",
        "twin",
        lambda r: r.add(f"{WORK}/index.md"),
        ("unknown-actor",),
        says="stands on the roster twice",
    ),
    Pull(
        "no account", "", lambda r: r.add(f"{WORK}/index.md"), ("unknown-actor",), says="no account was named"
    ),
    Pull(
        "recycled account", "ben-oak", lambda r: r.add(f"{SHARED}/index.md"), ("recycled-account",), number=77
    ),
    Pull("no account and nobody's commits", None, lambda r: r.add(f"{WORK}/index.md"), ("unknown-actor",)),
)
