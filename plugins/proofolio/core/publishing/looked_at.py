"""What was looked at for a credential, and by whom, as far as the audience may know."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote

from proofolio.core.language.say import deferred, said, say
from proofolio.core.model.submission import Submission
from proofolio.core.publishing.artifact import web_link
from proofolio.core.publishing.holding import card
from proofolio.core.publishing.ledger import Held, site_of
from proofolio.core.publishing.page import Ref
from proofolio.core.publishing.scene import Scene
from proofolio.core.publishing.signed import Signed, many, text
from proofolio.core.publishing.views.credential import EvidenceLine
from proofolio.core.publishing.views.earned import CredentialCard

_REVIEWED = re.compile(
    r"\s*Reviewed as (?P<digest>sha256:[0-9a-f]{64})(?: at commit (?P<commit>[0-9a-f]{40,64}))?\.?"
)
_KEPT = deferred("Kept in the issuer’s repository")


def evidence(scene: Scene, held: Held) -> tuple[EvidenceLine, ...]:
    """The pieces of evidence, in the document's order."""
    return tuple(_line(scene, each) for each in many(held.document.get("evidence")))


def assessors(scene: Scene, held: Held) -> tuple[Ref, ...]:
    """Who found the work met, by the names in the document."""
    return tuple(_assessors(scene, held))


def work_behind(scene: Scene, held: Held) -> tuple[tuple[str, str], ...]:
    """The submissions that the evidence names: person and slug."""
    found = (_place(scene, text(each, "id")) for each in many(held.document.get("evidence")))
    return tuple(dict.fromkeys(each for each in found if each is not None))


def earned_with(scene: Scene, submission: Submission) -> CredentialCard | None:
    """The newest credential whose evidence a submission is."""
    ledger = scene.credentials.get(submission.person, ())
    found = [each for each in ledger if submission.key in work_behind(scene, each)]
    return card(scene, found[-1]) if found else None


def _line(scene: Scene, given: Signed) -> EvidenceLine:
    told = text(given, "narrative") or ""
    exact = _REVIEWED.search(told)
    digest = exact["digest"] if exact else None
    commit = exact["commit"] if exact else None
    rest = (told[: exact.start()] + told[exact.end() :] if exact else told).strip()
    url = text(given, "id")
    place = _place(scene, url)
    submission = scene.district.submission(place) if place else None
    if submission is not None and scene.sight.shows(submission):
        page = scene.sight.submission(submission)
        return EvidenceLine(
            page.title, page, None, rest or None, _since(submission.digest, digest), digest, commit
        )
    earned = _earned(scene, url)
    if earned is not None:
        return EvidenceLine(earned.title, earned, None, rest or None, None, digest, commit)
    title = text(given, "name")
    if url is None and title is None:
        return EvidenceLine(said(_KEPT), None, None, None, None, digest, commit)
    link = web_link(title or url or "", url)
    return EvidenceLine(link.title, None, link, rest or None, None, digest, commit)


def _earned(scene: Scene, url: str | None) -> Ref | None:
    """The credential whose page is at an address."""
    steps = (url or "").removeprefix(f"{site_of(scene.sight)}/portfolios/").rstrip("/").split("/")
    if len(steps) != 3 or steps[1] != "credentials":
        return None
    ledger = scene.credentials.get(steps[0], ())
    return next((Ref(each.credential.name, each.uri) for each in ledger if each.name == steps[2]), None)


def _since(now: str, then: str | None) -> str | None:
    if then is None:
        return None
    if now == then:
        return say("It is still exactly what was reviewed.")
    return say("It has been changed since it was reviewed.")


def _place(scene: Scene, url: str | None) -> tuple[str, str] | None:
    """The person and folder of a submission's address under this site."""
    start = f"{site_of(scene.sight)}/portfolios/"
    steps = (url or "").removeprefix(start).partition("#")[0].split("/")
    if url is None or not url.startswith(start) or len(steps) < 2 or steps[1] in ("", "credentials"):
        return None
    return unquote(steps[0]), unquote(steps[1])


def _assessors(scene: Scene, held: Held) -> Iterator[Ref]:
    start = f"{site_of(scene.sight)}/portfolios/"
    for each in many(held.subject.get("source")):
        name, url = text(each, "name"), text(each, "id") or ""
        person = url.removeprefix(start).strip("/") if url.startswith(start) else ""
        known = scene.sight.person(person) if person in scene.district.people else None
        if name or known:
            yield Ref(name or known.title if known else name or "", known.uri if known else None)
