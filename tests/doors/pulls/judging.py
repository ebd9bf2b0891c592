"""Asking the command about a pull request."""

from __future__ import annotations

from click.testing import CliRunner, Result
from tests.doors.pulls.district import Repository

from proofolio.cli.main import main


def run(*arguments: str) -> Result:
    """The command; it never ends with a stack trace."""
    result = CliRunner().invoke(main, [*arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def judge(
    repository: Repository, actor: str | None, *more: str, number: int | None = None, base: str = "main"
) -> Result:
    """``check --base`` for the branch ``work``; what lies uncommitted on the disk is committed first."""
    if not repository.sealed and repository.git("status", "--porcelain"):
        repository.commit()
    arguments = ["check", "--root", str(repository.root), "--base", base, "--head", "work", *more]
    if actor is not None:
        arguments += ["--actor", actor]
    if repository.form is not None:
        arguments += ["--form", str(repository.form)]
    if number is not None:
        arguments += ["--actor-id", str(number)]
    return run(*arguments)
