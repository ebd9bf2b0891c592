"""A competency's page tells how it came about, out of a real repository and through a rename."""

from __future__ import annotations

import os
import subprocess
from datetime import date
from pathlib import Path

from proofolio import pipeline
from proofolio.adapters.demo.replay import replay
from proofolio.core.publishing.page import Audience, Ref

FOLDER = "competencies/frameworks/foundational"
BEFORE, AFTER = "communication-and-feedback", "feedback-that-is-used"
MESSAGE = """\
A name that says what it is for

Co-authored-by: Somebody Else <12+amina-y@users.noreply.github.com>
"""


def git(root: Path, *arguments: str) -> None:
    clean = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    settings = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    subprocess.run(["git", *arguments], cwd=root, env={**clean, **settings}, check=True, capture_output=True)


def test_changes_are_followed_through_a_rename_with_everybody_credited(tmp_path: Path) -> None:
    root = tmp_path / "district"
    replay(root)
    git(root, "mv", f"{FOLDER}/{BEFORE}.yml", f"{FOLDER}/{AFTER}.yml")
    who = ("-c", "user.name=G. O.", "-c", "user.email=1+Grace-Oduya@users.noreply.github.com")
    git(root, *who, "commit", "--quiet", "--date", "2026-11-19T12:00:00-07:00", "--message", MESSAGE)
    plan = pipeline.inspect(root, date(2026, 11, 22)).site(Audience.PUBLIC)
    (found,) = [each for each in plan.pages if each.uri == f"{FOLDER}/{AFTER}.md"]
    newest, proposal, first = found.view.changes  # type: ignore[attr-defined]
    assert newest.who == (
        Ref("Grace Oduya", "portfolios/grace-oduya/index.md"),
        Ref("Amina Yusuf", "portfolios/amina-yusuf/index.md"),
    )
    assert (newest.on, newest.what) == ("2026-11-19", "A name that says what it is for")
    assert [each.title for each in proposal.who] == ["Elena Marsh", "Hugo Brandt"]
    assert (proposal.on, first.on) == ("2026-09-24", "2025-08-01")
