"""Addresses of a forge's proposals: the open ones, a search among them, the page on which one is reviewed.

Sources for their shapes: GitHub's documentation on filtering issues and pull requests, and on reviewing
proposed changes (``/pull/N/files``); Gitea's routes (``/pulls/N/files``, ``q`` and ``state`` of a list),
which Forgejo shares.
"""

from __future__ import annotations

from urllib.parse import quote

from proofolio.core.model.forge import Forge, ForgeKind


def pulls(forge: Forge) -> dict[str, str]:
    """``open`` lists the open ones; words behind ``search`` look among them; ``one``, a number and ``files``
    make the page where changes are read and a review is written.
    """
    if forge.kind is ForgeKind.GITHUB:
        asked, one = f"q={quote('is:pr is:open ')}", "pull"
    else:
        asked, one = "type=all&state=open&q=", "pulls"
    return {
        "kind": forge.kind.value,
        "open": f"{forge.url}/pulls",
        "search": f"{forge.url}/pulls?{asked}",
        "one": f"{forge.url}/{one}/",
        "files": "/files",
    }
