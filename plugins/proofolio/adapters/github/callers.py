"""The workflows of a district: short files that call Proofolio's own, at one pinned commit."""

from __future__ import annotations

import re
from importlib.resources import files

from proofolio.core.diagnostics.error import ProofolioError

NAMES = ("check", "comment", "digest", "export", "propose", "publish")
_PIN = re.compile(r"(?P<name>[A-Za-z0-9][A-Za-z0-9-]*/[A-Za-z0-9._-]+)@(?P<commit>[0-9a-f]{40})")


def callers(pin: str) -> dict[str, str]:
    """The files by path, for Proofolio at ``pin``: ``owner/name@`` and a commit's whole id.

    A branch or tag is refused: it may be moved, and what it leads to runs with the right to write.
    """
    found = _PIN.fullmatch(pin)
    if found is None:
        raise ProofolioError(
            f"'{pin}' does not say which Proofolio to call",
            "give owner/name@ and all 40 characters of a commit of Proofolio's repository",
        )
    folder = files("proofolio.adapters.github") / "callers"
    made = {f".github/workflows/{name}.yml": (folder / f"{name}.yml").read_text("utf-8") for name in NAMES}
    made[".github/dependabot.yml"] = (folder / "dependabot.yml").read_text("utf-8")
    return {
        path: text.replace("OWNER/PROOFOLIO", found["name"]).replace("@COMMIT", f"@{found['commit']}")
        for path, text in made.items()
    }
