"""A commit's status: what the forge's rules for a branch ask for, where no check could run by itself."""

from __future__ import annotations

from collections.abc import Mapping

from proofolio.adapters.github.repository import Repository, commit_id

_SAID = {True: "Nothing speaks against it", False: "The check found something; the details say what"}


def set_status(repository: Repository, commit: str, context: str, passed: bool, details: str | None) -> None:
    """Say of a commit whether it passed. ``context`` is what it is called; ``details`` an address."""
    content = {
        "state": "success" if passed else "failure",
        "context": context,
        "description": _SAID[passed],
        **({"target_url": details} if details else {}),
    }
    repository.api.send("POST", f"{repository.path}/statuses/{commit_id(commit)}", content)


def run_address(environment: Mapping[str, str]) -> str | None:
    """Where the forge shows the workflow's run that this is part of; None outside of one."""
    names = ("GITHUB_SERVER_URL", "GITHUB_REPOSITORY", "GITHUB_RUN_ID")
    server, repository, run = (environment.get(each, "") for each in names)
    return f"{server.rstrip('/')}/{repository}/actions/runs/{run}" if server and repository and run else None
