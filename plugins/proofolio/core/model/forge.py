"""The forge that keeps the repository: where its pages for editing are."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class ForgeKind(StrEnum):
    """The forges whose addresses are known here. Forgejo's are Gitea's."""

    GITHUB = "github"
    GITEA = "gitea"


@dataclass(frozen=True, slots=True)
class Forge:
    """A repository on a forge: its web address without a slash at the end, and the main branch.

    ``folder`` is where the district lies in the repository, "" for its top.
    """

    kind: ForgeKind
    url: str
    branch: str = "main"
    folder: str = ""
