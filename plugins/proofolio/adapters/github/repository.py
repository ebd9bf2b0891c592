"""Which repository on which forge, and in whose name, from what a workflow's environment says."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from proofolio.adapters.github.api import Api
from proofolio.adapters.github.refusal import Refused
from proofolio.core.diagnostics.error import ProofolioError
from proofolio.core.model.change import WORKFLOW_ACCOUNT

ADDRESS = "https://api.github.com"
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}/[A-Za-z0-9._-]{1,100}")
_COMMIT = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")


@dataclass(frozen=True, slots=True)
class Repository:
    """A repository on a forge, ready to be asked. ``name`` is ``owner/name``."""

    api: Api
    name: str

    @property
    def path(self) -> str:
        """Where the API keeps all that belongs to it."""
        return f"/repos/{self.name}"

    def own_login(self) -> str:
        """The account in whose name the token writes.

        A workflow's token is nobody's; what it writes bears a name that no person can take.
        """
        try:
            account = self.api.get("/user")
        except Refused as error:
            if error.status in (403, 404):
                return WORKFLOW_ACCOUNT
            raise
        login = account.get("login") if isinstance(account, dict) else None
        return login if isinstance(login, str) else WORKFLOW_ACCOUNT


def repository_of(environment: Mapping[str, str]) -> Repository:
    """The repository that ``GITHUB_REPOSITORY`` names, at ``GITHUB_API_URL``, with ``GITHUB_TOKEN``."""
    name = environment.get("GITHUB_REPOSITORY", "")
    if not _NAME.fullmatch(name) or ".." in name:
        raise ProofolioError(
            "it is not said which repository this is about",
            "set GITHUB_REPOSITORY to its owner and name, such as cedar-valley/portfolios",
        )
    address = environment.get("GITHUB_API_URL") or ADDRESS
    return Repository(Api(address, environment.get("GITHUB_TOKEN") or None), name)


def commit_id(text: str) -> str:
    """A commit's whole id, or a ProofolioError: nothing else may become part of an address."""
    if not is_commit(text):
        raise ProofolioError(f"'{text[:64]}' is not a commit's id", "give all 40 characters of it")
    return text


def is_commit(text: str) -> bool:
    """Whether this is a commit's whole id."""
    return _COMMIT.fullmatch(text) is not None
