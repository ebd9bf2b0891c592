"""What Git remembers of a file, and of the versions of a submission."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from proofolio.core.model.identity import Identity, person_of
from proofolio.core.model.person import Person


class Reach(StrEnum):
    """How far Git can tell what happened."""

    WHOLE = "whole"
    NO_GIT = "no-git"
    NO_REPOSITORY = "no-repository"
    NO_COMMITS = "no-commits"
    SHALLOW = "shallow"
    NOT_TRUSTED = "not-trusted"
    UNREADABLE = "unreadable"


class Signature(StrEnum):
    """What a commit's signature proves.

    ``good``: made with a key that the roster gives to the author. ``stranger``: it holds, but the
    key is not the author's on the roster. ``bad``: it does not hold. ``unchecked``: of a kind that
    is not checked here (only SSH signatures are).
    """

    NONE = "none"
    GOOD = "good"
    STRANGER = "stranger"
    BAD = "bad"
    UNCHECKED = "unchecked"


@dataclass(frozen=True, slots=True)
class Revision:
    """One commit that touched something: when (with zone), by whom (as claimed), and its subject.

    ``paths`` are the files below ``portfolios`` and ``competencies`` that it changed. ``committer`` is
    told only where a change is judged.
    """

    commit: str
    at: datetime
    author: Identity
    subject: str
    paths: tuple[str, ...] = ()
    co_authors: tuple[Identity, ...] = ()
    signature: Signature = Signature.NONE
    committer: Identity | None = None


@dataclass(frozen=True, slots=True)
class Version:
    """A submission's folder as one commit left it.

    ``files`` maps each file's path below the folder to its Git blob id; reviews and credentials are
    left out, as the digest leaves them out.
    """

    digest: str
    revision: Revision
    files: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class History:
    """Revisions by file path, oldest first. Empty unless ``reach`` is ``whole``.

    ``versions`` maps a submission's folder (``portfolios/<person>/<slug>``) to the versions it had,
    oldest first, each differing from the one before it; a folder that was renamed keeps them. So does
    a file its revisions, under its new path.
    ``digests_before`` maps a review's path to every digest that its submission had in a commit
    before the review's present text came in. Empty where the history cannot tell (both arrived
    together, as in an import). ``origins`` maps a review's path to the author of the commit that first
    put its present text into this person's portfolio, whatever the submission was called then, and
    whatever date the commit claims to have. Versions and digests are not told in a repository whose
    blobs have SHA-256 ids.
    """

    reach: Reach = Reach.NO_REPOSITORY
    by_path: Mapping[str, tuple[Revision, ...]] = field(default_factory=dict)
    versions: Mapping[str, tuple[Version, ...]] = field(default_factory=dict)
    digests_before: Mapping[str, frozenset[str]] = field(default_factory=dict)
    origins: Mapping[str, Identity] = field(default_factory=dict)

    @property
    def known(self) -> bool:
        """Whether the whole history could be read."""
        return self.reach is Reach.WHOLE

    def below(self, folder: str) -> tuple[Revision, ...]:
        """Every revision of anything below a folder, oldest first, each once."""
        prefix = folder.rstrip("/") + "/"
        found: dict[str, Revision] = {}
        for path, revisions in self.by_path.items():
            if path.startswith(prefix):
                found.update((each.commit, each) for each in revisions)
        return tuple(sorted(found.values(), key=lambda each: (each.at, each.commit)))


def signature_by(author: Identity, key: str, people: Mapping[str, Person]) -> Signature:
    """What a signature that holds proves about a commit's author.

    ``key`` is the text of the SSH key that made it; the roster says whose keys are whose, and a
    comment behind one there does not matter.
    """
    person = person_of(author, people)
    theirs = people[person].signing_keys if person is not None else ()
    return Signature.GOOD if key.split()[:2] in [each.split()[:2] for each in theirs] else Signature.STRANGER
