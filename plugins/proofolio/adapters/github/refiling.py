"""An issue form, filed once more on the base: what a change that claims to come from it must hold."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from proofolio.adapters.files.load import Loaded
from proofolio.adapters.git.listing import names_at
from proofolio.adapters.github.filing import derive
from proofolio.adapters.github.issue import Issue
from proofolio.core.diagnostics.finding import PORTFOLIOS
from proofolio.core.model.change import Actor, Filed
from proofolio.core.model.digest import blob_of


def refile(root: Path, base: Loaded, issue: Issue, today: date, commits: tuple[str, str]) -> Filed:
    """File an issue on the base, without writing anything.

    ``base`` is what the first of the two ``commits`` holds; the second is the change's last one. From
    that, nothing but a folder's name is taken: the one where the work of this issue lies already,
    whatever the title was when it was first sent. A closed issue was sent all the same.
    """
    taken, there = (names_at(root, each, PORTFOLIOS) for each in commits)
    filing, text = derive(base, replace(issue, is_open=True), today, taken, there)
    files = {filing.path: blob_of(text.encode("utf-8"))} if filing.path else {}
    sender = Actor(issue.login, issue.account_number)
    return Filed(issue.number, sender, files, "" if filing.path else _objection(issue, filing.reply))


def _objection(issue: Issue, reply: str) -> str:
    """Why nothing is filed, in a sentence about the change and not to the sender."""
    if issue.editor is not None and issue.editor.lower() != issue.login.lower():
        return (
            f"issue {issue.number} was last changed by '{issue.editor}', not by '{issue.login}' who sent it"
        )
    if not reply:
        return f"issue {issue.number} was not made with a form"
    return f"nothing can be filed from issue {issue.number} as it is now"
