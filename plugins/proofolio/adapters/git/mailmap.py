"""The repository's ``.mailmap``: one name and address for each person, whatever their commits say.

It is read here and not by Git, which would also obey the files that its configuration names and the
one in the work tree, committed or not.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from proofolio.adapters.git.command import ask
from proofolio.adapters.git.objects import read_blobs

LARGEST = 1 << 20
Pair = tuple[bytes | None, bytes | None]


@dataclass(frozen=True, slots=True)
class Mailmap:
    """Names and addresses by the address that a commit has, and by its name where one is given."""

    by_email: dict[bytes, Pair] = field(default_factory=dict)
    by_both: dict[tuple[bytes, bytes], Pair] = field(default_factory=dict)

    def proper(self, name: bytes, email: bytes) -> tuple[bytes, bytes]:
        """The name and address to use for those of a commit."""
        key = email.lower()
        found = self.by_both.get((key, name.lower())) or self.by_email.get(key)
        if found is None:
            return name, email
        return found[0] or name, found[1] or email


def read_mailmap(root: Path, commit: str) -> Mailmap:
    """The ``.mailmap`` at the top of a commit's tree; an empty one where there is none.

    A symbolic link is none, nor is a file of more than 1 MiB.
    """
    listed = ask(root, "ls-tree", "-z", "--full-tree", "--long", commit, ".mailmap") or b""
    about = listed.partition(b"\t")[0].split()
    if len(about) != 4 or not about[0].startswith(b"100") or not about[3].isdigit():
        return Mailmap()
    if int(about[3]) > LARGEST:
        return Mailmap()
    blob = about[2].decode("ascii")
    return parse_mailmap(read_blobs(root, (blob,)).get(blob, b""))


def parse_mailmap(content: bytes) -> Mailmap:
    """Read the four forms of line that ``git help mailmap`` describes; others are passed over."""
    mailmap = Mailmap()
    for line in content.split(b"\n"):
        first = None if line.startswith(b"#") else _pair(line)
        if first is None or not first[1]:
            continue
        name, email, rest = first
        second = _pair(rest)
        if second is None:
            _add(mailmap, (name, None), email, None)
        else:
            old_name, old_email, _ = second
            _add(mailmap, (name, email), old_email, old_name)
    return mailmap


def _add(mailmap: Mailmap, proper: Pair, email: bytes, name: bytes | None) -> None:
    key = email.lower()
    if name is not None:
        mailmap.by_both[key, name.lower()] = proper
        return
    known = mailmap.by_email.get(key, (None, None))
    mailmap.by_email[key] = (proper[0] or known[0], proper[1] or known[1])


def _pair(text: bytes) -> tuple[bytes | None, bytes, bytes] | None:
    """``Name <address>`` at the start of a text, and what follows it."""
    name, opened, rest = text.partition(b"<")
    email, closed, rest = rest.partition(b">")
    return (name.strip() or None, email, rest) if opened and closed else None
