"""Previews: what a credential would say, in a form that nobody can take for one."""

from __future__ import annotations

from typing import Any

MARK = "PREVIEW, NOT A CREDENTIAL: nobody has signed this. "


def preview(document: dict[str, Any]) -> dict[str, Any]:
    """An unsigned document that says so in the first words that a reader or a program shows."""
    kept = {name: value for name, value in document.items() if name not in ("proof", "credentialStatus")}
    return {
        **kept,
        "name": f"{MARK}{document['name']}",
        "description": f"{MARK}{document.get('description', '')}",
    }
