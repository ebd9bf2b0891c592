"""The digest a review binds to: one name for exactly what was read."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

PREFIX = "sha256:"
NOT_READ = ("reviews/", "credentials/")
"""Folders of a submission that are about the work and not part of it."""


def counts(path: str) -> bool:
    """Whether a file, by its path from the submission folder, is part of what a reviewer reads."""
    return not path.startswith(NOT_READ)


def blob_of(content: bytes) -> str:
    """The hexadecimal blob id that Git gives to a file of this content."""
    return hashlib.sha1(b"blob %d\0" % len(content) + content, usedforsecurity=False).hexdigest()


def digest_of(blobs: Mapping[str, str]) -> str:
    """The digest of a submission folder (formats, *Digest*): ``sha256:`` and 64 hexadecimal digits.

    Args:
        blobs: the Git blob id of each regular file by its path from the submission folder, with
            ``/``. Files for which :func:`counts` is false are left out here, so callers may pass all.

    A path that is not UTF-8 comes in with surrogate escapes and counts by its original bytes.
    """
    lines = sorted(
        path.encode("utf-8", "surrogateescape") + b"\0" + blob.encode("ascii") + b"\n"
        for path, blob in blobs.items()
        if counts(path)
    )
    return PREFIX + hashlib.sha256(b"".join(lines)).hexdigest()
