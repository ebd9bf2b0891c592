"""Files beside the pages: signed ones that are copied, facts about evidence, and badges to draw."""

from __future__ import annotations

import json
from collections.abc import Iterator

from proofolio.core.model import address
from proofolio.core.publishing.holding import badge_of, is_pathway
from proofolio.core.publishing.ledger import Held
from proofolio.core.publishing.page import Badge, Document, Publication
from proofolio.core.publishing.scene import Scene
from proofolio.core.publishing.signed import many, one

STATUS_SOURCE = "competencies/issuer/revocations.json"
"""Where the signed list of revocations is kept."""


def signed_files(scene: Scene) -> Iterator[Publication]:
    """What is copied byte for byte. Of two for one address the first counts."""
    keys = scene.district.keys
    if keys is not None:
        yield Publication(address.DID, keys.source.file)
    if STATUS_SOURCE in scene.proven:
        yield Publication(address.STATUS_LIST, STATUS_SOURCE)
    for person, ledger in scene.credentials.items():
        for held in ledger:
            yield Publication(held.file, held.credential.source.file)
        for held in ledger:
            for each in (held.credential, *reversed(held.earlier)):
                uri = address.of_credential_file(person, each.file_name)
                yield Publication(uri, each.source.file)
        if has_record(scene, person):
            yield Publication(address.of_learner_record(person), address.of_learner_record(person))


def has_record(scene: Scene, person: str) -> bool:
    """Whether the document that holds all of a person's credentials holds only what is shown."""
    record = scene.proven.get(address.of_learner_record(person))
    if record is None or not (ledger := scene.credentials.get(person)):
        return False
    shown = [scene.proven[each.source.file] for held in ledger for each in (held.credential, *held.earlier)]
    inside = many(one(record.get("credentialSubject")).get("verifiableCredential"))
    return bool(inside) and all(each in shown for each in inside)


def evidence_facts(scene: Scene) -> Iterator[Document]:
    """For each published submission, what tells a verifier whether it still is what was reviewed."""
    for submission in scene.submissions():
        facts = {
            "digest": submission.digest,
            "micro_credential": submission.micro_credential,
            "commit": scene.present.get(submission.key),
        }
        yield Document(address.of_evidence_facts(submission), json.dumps(facts, indent=2) + "\n")


def badges(scene: Scene) -> Iterator[Badge]:
    """The plain badge of everything that can be earned, and one with each credential in it."""
    issuer = scene.district.issuer.name if scene.district.issuer else ""
    publishes = scene.sight.publishes
    for each in filter(publishes, scene.district.micro_credentials.values()):
        yield Badge(_bare(badge_of(scene, each.id)), each.title, issuer, "micro-credential", each.id)
    for pathway in filter(publishes, scene.district.pathways.values()):
        if pathway.id not in scene.district.micro_credentials:
            title = pathway.award.title if pathway.award else pathway.title
            yield Badge(_bare(badge_of(scene, pathway.id)), title, issuer, "pathway", pathway.id)
    for ledger in scene.credentials.values():
        for held in ledger:
            yield _baked(scene, held, issuer)


def _baked(scene: Scene, held: Held, issuer: str) -> Badge:
    credential = held.credential
    sort = "pathway" if is_pathway(scene, held) else "micro-credential"
    return Badge(
        _bare(held.beside("svg")),
        credential.name,
        issuer,
        sort,
        credential.achievement,
        credential.source.file,
    )


def _bare(uri: str | None) -> str:
    return (uri or "").removesuffix(".svg")
