"""How large a file may be that somebody brings."""

from __future__ import annotations

from proofolio.core.converting.trouble import Trouble, Unreadable

MIB = 1024 * 1024
MAX_FILE = 20 * MIB


def must_be_small(data: bytes) -> None:
    """Raises ``Unreadable`` for a file that no framework needs, and for an empty one."""
    if len(data) > MAX_FILE:
        why = f"the file has more than {MAX_FILE // MIB} MiB"
        raise Unreadable([Trouble("", why, "split it into one file for each framework")])
    if not data.strip():
        raise Unreadable([Trouble("", "the file is empty")])
