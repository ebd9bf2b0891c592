"""The signatures of commits: which have one, and what it proves by itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from proofolio.adapters.git.command import ask
from proofolio.adapters.git.objects import contents
from proofolio.adapters.git.ssh_signature import BEGIN, verify
from proofolio.core.model.history import Signature

_HEADER = b"gpgsig"
_HEADERS = (_HEADER, b"gpgsig-sha256")
Proof = tuple[Signature, str | None]
"""What a signature proves, and the text of the SSH key that made it."""


def read_signatures(root: Path, commits: Iterable[str]) -> dict[str, Proof]:
    """What the signature of each commit proves; commits without one are left out.

    One call to Git for all of them. A signature that holds is ``stranger`` here: whose key it is,
    the roster says.
    """
    wanted = "".join(f"{each}\n" for each in commits)
    if not wanted:
        return {}
    output = ask(root, "cat-file", "--batch", "--buffer", given=wanted.encode("ascii")) or b""
    if b"\n" + _HEADER not in output:
        return {}
    return {
        id_: _judged(content)
        for id_, content in contents(output).items()
        if _HEADER in content.partition(b"\n\n")[0]
    }


def _judged(commit: bytes) -> Proof:
    """What the signature of a commit proves, from the commit as Git keeps it."""
    signatures: list[bytes] = []
    rest: list[bytes] = []
    head, blank, message = commit.partition(b"\n\n")
    for header in _headers(head):
        name, _, value = header.partition(b" ")
        if name in _HEADERS:
            signatures.append(value.replace(b"\n ", b"\n"))
        else:
            rest.append(header)
    if not signatures:
        return Signature.NONE, None
    if len(signatures) > 1:
        return Signature.BAD, None  # which one is meant, nobody could say
    if not signatures[0].startswith(BEGIN):
        return Signature.UNCHECKED, None
    return verify(signatures[0], b"\n".join(rest) + blank + message)


def _headers(head: bytes) -> Iterator[bytes]:
    """The headers of a commit, each with the lines that go on from it."""
    lines = head.split(b"\n")
    header = lines[0]
    for line in lines[1:]:
        if line.startswith(b" "):
            header += b"\n" + line
        else:
            yield header
            header = line
    yield header
