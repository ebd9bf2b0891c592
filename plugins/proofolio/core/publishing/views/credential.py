"""The page of one credential."""

from __future__ import annotations

from dataclasses import dataclass

from proofolio.core.publishing.page import Prose, Ref, WebLink
from proofolio.core.publishing.views.level import LevelView, RubricCell
from proofolio.core.publishing.views.standing import StandingView
from proofolio.core.publishing.views.submission import Fact


@dataclass(frozen=True, slots=True)
class CriterionReached:
    """One criterion as it was on the day of the award: its levels, lowest first, and the one reached."""

    title: str
    reached: LevelView | None
    required: LevelView | None
    cells: tuple[RubricCell, ...]


@dataclass(frozen=True, slots=True)
class EvidenceLine:
    """A piece of evidence. Without ``page`` and ``link`` it is kept where only the issuer sees it.

    ``since`` tells whether it is still what was reviewed; ``digest`` and ``commit`` name exactly that.
    """

    title: str
    page: Ref | None
    link: WebLink | None
    narrative: str | None
    since: str | None
    digest: str | None
    commit: str | None


@dataclass(frozen=True, slots=True)
class ProofView:
    """The signature in plain words; ``since`` is the first day that a credential shown here has its key."""

    did: str
    key: str
    signed_on: str | None
    since: str | None
    words: str


@dataclass(frozen=True, slots=True)
class Download:
    """A file to take along, and what it is good for."""

    title: str
    uri: str
    hint: str


@dataclass(frozen=True, slots=True)
class Aside:
    """A sentence about other credentials of the same kind: ``before`` the link, and ``after`` it."""

    before: str
    ref: Ref
    after: str


@dataclass(frozen=True, slots=True)
class CredentialView:
    """``portfolios/<person>/credentials/<name>.md``: all of it from the signed document.

    Attributes:
        name, description: what was earned.
        kind: in words.
        badge: URI of the picture with the credential in it.
        recipient: by the name in the document; ``person`` is her page.
        issuer: by the name in the document, leading to the issuer's page.
        on: ISO day of the award; ``until`` the last day on which it holds.
        state: valid, expired or revoked, in words.
        asides: corrections and renewals.
        achievement: today's definition.
        criteria: what was asked, in words of that day.
        reached: the rubric's criteria with their levels.
        changed: a sentence when today's rubric reads differently.
        results: results that are no levels, such as hours.
        evidence, assessors: what was looked at, and who found it met.
        proof: None when the document does not say how it was signed.
        downloads: the files.
        address: the credential's own web address; ``web`` that of this page.
        verify: URI of the page that checks it, and ``given`` what to hand it: a path from that page.
        profile: fields for a profile elsewhere; ``signature`` a line for the foot of a letter.
    """

    name: str
    description: str | None
    kind: str
    badge: str
    recipient: str
    person: Ref
    issuer: Ref
    on: str
    until: str | None
    state: StandingView
    asides: tuple[Aside, ...]
    achievement: Ref
    criteria: Prose | None
    reached: tuple[CriterionReached, ...]
    changed: str | None
    results: tuple[Fact, ...]
    evidence: tuple[EvidenceLine, ...]
    assessors: tuple[Ref, ...]
    proof: ProofView | None
    downloads: tuple[Download, ...]
    address: str
    web: str
    verify: str
    given: str
    profile: tuple[Fact, ...]
    signature: str
