"""The issue behind a branch that a workflow pushed for a form, with who changed it last."""

from __future__ import annotations

import json
import re
from pathlib import Path

from proofolio.adapters.github.issue import NOBODY
from proofolio.adapters.github.repository import Repository
from proofolio.core.diagnostics.error import ProofolioError

_BRANCH = re.compile(r"form/([1-9][0-9]{0,8})-[a-z0-9-]*")
_EDITOR = """query($owner: String!, $name: String!, $number: Int!) {
  repository(owner: $owner, name: $name) { issue(number: $number) { lastEditedAt editor { login } } }
}"""


def issue_of(branch: str) -> int | None:
    """The number of the issue that a branch was made for; None when it is no branch of a form."""
    found = _BRANCH.fullmatch(branch)
    return int(found[1]) if found else None


def fetch_issue(repository: Repository, number: int, file: Path) -> None:
    """Write an issue into a file, as the REST API has it, and under ``editor`` who changed it last.

    Whoever may sort issues may also change what others wrote in them. The REST API does not tell that;
    GitHub's other one does. Gitea and Forgejo do not, so there the key is left out.
    """
    issue = repository.api.get(f"{repository.path}/issues/{number}")
    if not isinstance(issue, dict):
        raise ProofolioError(f"the forge tells nothing of issue {number}")
    told = dict(issue) if repository.api.gitea else {**issue, "editor": _editor(repository, number)}
    text = json.dumps(told, ensure_ascii=False, indent=1) + "\n"
    file.write_bytes(text.encode("utf-8", "replace"))


def _editor(repository: Repository, number: int) -> dict[str, str] | None:
    owner, _, name = repository.name.partition("/")
    answer = repository.api.graph(_EDITOR, owner=owner, name=name, number=number)
    for key in ("repository", "issue"):
        answer = answer.get(key) if isinstance(answer, dict) else None
    if not isinstance(answer, dict) or "lastEditedAt" not in answer:
        raise ProofolioError(
            f"the forge does not say who changed issue {number} last",
            "give the workflow's job the permission issues: read",
        )
    if answer["lastEditedAt"] is None:
        return None
    editor = answer.get("editor")
    login = editor.get("login") if isinstance(editor, dict) else None
    return {"login": login if isinstance(login, str) else NOBODY}
