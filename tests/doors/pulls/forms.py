"""Pull requests that a workflow opened for somebody who sent a form."""

from __future__ import annotations

import json
from typing import Any

from click.testing import CliRunner
from tests.doors.pulls.district import CREDENTIAL, DRAFT, WORK, Repository, questions, review
from tests.doors.pulls.pull import Do, Pull, steps
from tests.doors.test_propose import body, form

from proofolio.cli.main import main
from proofolio.core.drafting.form import HAND_IN

BOT, BOTS = "github-actions[bot]", 41898282
NEW = "portfolios/ada-moss/asking-more"
PAGE = f"{NEW}/index.md"
SAID = {"what": "Asking more", "section-reflection": "I asked what else it could be.", "status": HAND_IN}
ENTRY = {"what": "Watched Ben", "kind": "observation", "hours": "1", "text": "I saw groups talk."}
ADA, BEN = {"login": "ada-moss", "id": 11}, {"login": "ben-oak", "id": 4242}
DIFFERS = ("form-differs",)


def sent(
    repository: Repository,
    answers: dict[str, str] = SAID,
    file: str = "evidence-open-questions.yml",
    **changes: Any,
) -> None:
    """Issue 31 as the forge's API tells it now."""
    text = body(form(repository.root, file), answers)
    told = {"number": 31, "title": "Evidence", "body": text, "state": "open", "user": ADA, "comments": 0}
    repository.form = repository.top.parent / "issue.json"
    issue = {**told, "created_at": "2026-11-20T10:00:00Z", **changes}
    repository.form.write_text(json.dumps(issue), encoding="utf-8")


def filed(repository: Repository) -> None:
    """What the workflow does with it: the branch is in the clone already, the base is main."""
    assert repository.form is not None
    main_tree = repository.top.parent / "main"
    repository.git("worktree", "add", "--quiet", "--force", "--detach", str(main_tree), "main")
    command = ["propose", "--root", str(main_tree), "--issue", str(repository.form)]
    done = CliRunner().invoke(main, [*command, "--out", str(repository.root)])
    assert json.loads(done.output)["path"], done.output
    repository.git("worktree", "remove", "--force", str(main_tree))


def proposed(*then: Do, **more: Any) -> Do:
    """Ada's form became a pull request, and then this happened."""
    return steps(lambda repository: sent(repository, **more), filed, *then)


def again(repository: Repository) -> None:
    """Ada gave it another title, and the workflow filed it again."""
    repository.commit()
    sent(repository, {**SAID, "what": "Another title"})
    filed(repository)


def moved(name: str) -> Do:
    """The folder of what was filed got another name on the branch."""
    return proposed(lambda repository: repository.move(NEW, f"portfolios/ada-moss/{name}"))


def of_form(name: str, do: Do, rules: tuple[str, ...] = (), says: str = "", actor: str = BOT) -> Pull:
    return Pull(f"form: {name}", actor, do, rules, BOTS, says)


def beside(name: str, path: str, text: str = "x\n") -> Pull:
    """Refused: something that is no artifact of the same work, put beside it."""
    return of_form(name, proposed(lambda r: r.write(path, text)), DIFFERS, "this is no artifact that can go")


FORMS = (
    of_form(
        "as it was sent",
        proposed(),
        says="the form that Ada Moss (ada-moss) sent in issue 31, against main (",
    ),
    of_form("an artifact was added to it", proposed(lambda r: r.write(f"{NEW}/a/slips.csv", "a,b\n1,2\n"))),
    of_form("an entry of the log", proposed(answers=ENTRY, file="log-entry.yml")),
    of_form("edited and filed again", proposed(again)),
    of_form("its issue was closed", proposed(lambda r: sent(r, state="closed"))),
    of_form("its capitals are others", proposed(user={"login": "Ada-MOSS", "id": 11})),
    of_form("the account with the roster's number", proposed(user=BEN), says="Ben Oak (ben-oak)"),
    of_form(
        "main went on meanwhile",
        proposed(lambda r: r.commit(), lambda r: r.on_main(("mkdocs.yml", "site_name: Other\n"))),
    ),
    of_form(
        "the text was changed on the branch",
        proposed(lambda r: r.add(PAGE)),
        DIFFERS,
        "this text is not what the form that Ada Moss sent in issue 31 says",
    ),
    of_form("the issue was edited after", proposed(lambda r: sent(r, {**SAID, "what": "Else"})), DIFFERS),
    of_form("the page is missing", proposed(lambda r: r.delete(NEW)), DIFFERS, "is not in the change"),
    of_form("the page is a link", proposed(lambda r: r.link(PAGE, "x.csv")), (*DIFFERS, "symbolic-link")),
    of_form(
        "the page is a program",
        proposed(lambda r: r.path(PAGE).chmod(0o755)),
        ("unfit-file",),
        "marked as a program",
    ),
    of_form(
        "an artifact is a link",
        proposed(lambda r: r.link(f"{NEW}/x.csv", "index.md")),
        ("symbolic-link",),
    ),
    of_form("a hidden file beside it", proposed(lambda r: r.write(f"{NEW}/.x", "x")), ("unfit-file",)),
    of_form(
        "a review beside it",
        proposed(
            lambda r: r.write(
                f"{NEW}/reviews/2026-11-20-carl-finch.md", review(r.digest(NEW), open="starting")
            )
        ),
        DIFFERS,
    ),
    beside("a review in disguise", f"{NEW}/a/REVIEWS/2026-11-20-carl-finch.md", review("sha256:0")),
    of_form(
        "a review of another work",
        proposed(lambda r: r.write(f"{WORK}/reviews/2026-11-20-carl-finch.md", review(r.digest(WORK)))),
        DIFFERS,
    ),
    beside("a credential beside it", "portfolios/ada-moss/credentials/open-questions.json", CREDENTIAL),
    beside("a second work", "portfolios/ada-moss/zebra/index.md", questions("More", "I asked.", "draft")),
    beside("an artifact of another work", f"{WORK}/more.csv"),
    of_form("another work's page", proposed(lambda r: r.add(f"{WORK}/index.md")), DIFFERS),
    beside("a page in the folder's folder", f"{NEW}/a/Index.md"),
    beside("somebody else's portfolio", "portfolios/ben-oak/index.md", "---\nheadline: Hi\n---\n"),
    of_form(
        "the roster",
        proposed(lambda r: r.add("portfolios/roster.yml", "  hugo-ash:\n    name: Hugo Ash\n")),
        DIFFERS,
    ),
    beside("a workflow", ".github/workflows/check.yml", "on: push\n"),
    of_form("the page in a folder for reviews", moved("reviews"), (*DIFFERS, "reserved-name")),
    of_form("the page in a folder of another name", moved("Zebra stripes"), ("bad-id", *DIFFERS)),
    of_form("the page in a folder that fits", moved("zebra-stripes")),
    of_form("a deletion beside it", proposed(lambda r: r.delete(DRAFT)), DIFFERS),
    of_form(
        "an artifact of a log entry",
        proposed(lambda r: r.write("portfolios/ada-moss/log/x.csv"), answers=ENTRY, file="log-entry.yml"),
        (*DIFFERS, "misplaced-file"),
    ),
    of_form(
        "several things beside it",
        proposed(lambda r: r.write(f"{WORK}/a.csv"), lambda r: r.write(f"{WORK}/b.csv")),
        DIFFERS,
        "(and 1 more file is not from the form)",
    ),
    of_form("no change at all", sent, DIFFERS, "is not in the change"),
    of_form(
        "another person's issue",
        proposed(lambda r: sent(r, user=BEN)),
        DIFFERS,
        "portfolios/ben-oak/asking-more",
    ),
    of_form(
        "somebody who is not on the roster",
        proposed(lambda r: sent(r, user={"login": "stranger", "id": 5})),
        DIFFERS,
        "the account 'stranger' is nobody's on the roster",
    ),
    of_form(
        "an account that has changed hands",
        proposed(lambda r: sent(r, user={"login": "ben-oak", "id": 77})),
        ("recycled-account",),
    ),
    of_form("an account without its number", proposed(lambda r: sent(r, user={"login": "ben-oak"})), DIFFERS),
    of_form(
        "the issue was changed by somebody else",
        proposed(lambda r: sent(r, editor={"login": "carl-finch"})),
        DIFFERS,
        "issue 31 was last changed by 'carl-finch'",
    ),
    of_form(
        "the issue is no form", proposed(lambda r: sent(r, body="Hello")), DIFFERS, "was not made with a form"
    ),
    of_form(
        "a form of something else",
        proposed(lambda r: sent(r, body="### This form is for\n\nnothing\n")),
        DIFFERS,
        "nothing can be filed from issue 31",
    ),
    of_form("another bot", proposed(), ("unknown-actor",), actor="dependabot[bot]"),
    of_form("the bot in capitals", proposed(), ("unknown-actor",), actor="GitHub-Actions[bot]"),
    of_form("an account that looks like the bot", proposed(), ("unknown-actor",), actor="github-actions"),
    Pull("form: opened by its sender", "ada-moss", proposed(), (), 11, "the change of Ada Moss (ada-moss)"),
    Pull("form: opened by another person", "ben-oak", proposed(), ("not-your-folder",), 4242),
)
