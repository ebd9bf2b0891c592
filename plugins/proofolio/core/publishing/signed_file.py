"""Files beside the pages: signed ones that are copied, facts about evidence, and badges to draw."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace

from proofolio.core.model import address
from proofolio.core.model.micro_credential import MicroCredential
from proofolio.core.model.pathway import Pathway, PathwayAward
from proofolio.core.publishing.holding import badge_of
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
    publishes, district = scene.sight.publishes, scene.district
    for each in filter(publishes, district.micro_credentials.values()):
        yield _micro_credential(scene, each)
    for pathway in filter(publishes, district.pathways.values()):
        if pathway.id not in district.micro_credentials and pathway.award is not None:
            yield _pathway(scene, pathway, pathway.award)
    for ledger in scene.credentials.values():
        yield from (_baked(scene, held) for held in ledger)


def _micro_credential(scene: Scene, asked: MicroCredential) -> Badge:
    competency = scene.district.competency_of(asked)
    domain = f"{competency.framework}/{competency.domain or ''}" if competency else ""
    criteria = len(scene.district.criteria_of(asked))
    uri, hours = _bare(badge_of(scene, asked.id)), asked.hours or None
    return Badge(uri, asked.title, _issuer(scene), "micro-credential", asked.id, domain, criteria, hours)


def _pathway(scene: Scene, pathway: Pathway, award: PathwayAward) -> Badge:
    uri = _bare(badge_of(scene, pathway.id))
    return Badge(uri, award.title, _issuer(scene), "pathway", pathway.id, hours=award.hours or None)


def _baked(scene: Scene, held: Held) -> Badge:
    """The badge of one credential: it looks as its definition does, and says what the credential says."""
    name, district = held.credential.achievement, scene.district
    uri, path = _bare(held.beside("svg")), held.credential.source.file
    pathway = district.pathways.get(name)
    if name in district.micro_credentials:
        plain = _micro_credential(scene, district.micro_credentials[name])
    elif pathway is not None and pathway.award is not None:
        plain = _pathway(scene, pathway, pathway.award)
    else:
        plain = Badge(uri, held.credential.name, _issuer(scene), "micro-credential", name)
    return replace(plain, uri=uri, title=held.credential.name, holds=path)


def _issuer(scene: Scene) -> str:
    return scene.district.issuer.name if scene.district.issuer else ""


def _bare(uri: str | None) -> str:
    return (uri or "").removesuffix(".svg")
