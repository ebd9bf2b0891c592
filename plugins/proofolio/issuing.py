"""Issuing: from what is earned at a commit to signed credentials in the ledger."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from proofolio.adapters.git.unsaved import unsaved
from proofolio.adapters.signing.key import SigningKey
from proofolio.adapters.signing.ledger import Pen, write_anew, write_once
from proofolio.adapters.verifying.verify import verify_document
from proofolio.adapters.verifying.world import offline_world
from proofolio.core.diagnostics.error import ProofolioError
from proofolio.core.issuing.correction import corrected
from proofolio.core.issuing.credential import Desk, Obstacle, taken_indices, unsigned, with_status
from proofolio.core.issuing.due import Due, due
from proofolio.core.issuing.learner_record import in_record, is_current, learner_record
from proofolio.core.issuing.status_list_credential import status_list_credential
from proofolio.core.model.address import STATUS_LIST, of_learner_record
from proofolio.core.model.credential import Credential
from proofolio.core.model.history import Reach
from proofolio.core.model.issuer import Issuer
from proofolio.core.model.status_list import decode, is_set
from proofolio.core.verifying.check import Name
from proofolio.pipeline import Inspection, inspect

LIST_FILE = f"competencies/{STATUS_LIST}"
_REVOCATIONS = "competencies/issuer/revocations"
_BLIND = (Reach.SHALLOW, Reach.UNREADABLE, Reach.NOT_TRUSTED)
Json = dict[str, Any]


@dataclass
class Outcome:
    """What was done: paths of new credentials and of what was signed anew, and what could not be."""

    issued: list[tuple[Due, str]] = field(default_factory=list)
    anew: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    not_issued: list[tuple[Due, str]] = field(default_factory=list)


def desk_of(inspection: Inspection) -> Desk:
    """What credentials are made from."""
    return Desk(inspection.district, inspection.progress, inspection.history, inspection.today)


def whats_due(inspection: Inspection, wanted: Collection[tuple[str, str | None]] = ()) -> tuple[Due, ...]:
    """What is earned and not issued: all of it, or that of the people and achievements ``wanted``."""
    every = due(inspection.district, inspection.progress, inspection.today, inspection.faulty)
    if not wanted:
        return every
    asked = set(wanted)
    return tuple(each for each in every if asked & {(each.person, None), (each.person, each.achievement)})


def issue(
    root: Path, key: SigningKey, today: date, wanted: Collection[tuple[str, str | None]] = ()
) -> Outcome:
    """Sign and write everything that is due, then what follows from it; twice changes nothing.

    What one credential makes possible (a pathway's) is issued in the same run. Raises ProofolioError
    when the key is not the issuer's, or when what is here is not what a commit holds.
    """
    done = Outcome()
    tried: set[Due] = set()
    while True:
        inspection = inspect(root, today)
        pen = Pen.of(key, inspection.district.keys)
        todo = [each for each in whats_due(inspection, wanted) if each not in tried]
        waiting = [each for each in todo if each.why_not is not None]
        todo = [each for each in todo if each.why_not is None]
        require_commit(inspection, root, todo)
        if not todo:
            done.not_issued += [(each, each.why_not or "") for each in waiting]
            break
        tried.update(todo)
        _issue(root, inspection, pen, todo, done)
    follow_up(root, pen, inspection, done)
    return done


def _issue(root: Path, inspection: Inspection, pen: Pen, todo: list[Due], done: Outcome) -> None:
    desk, taken = desk_of(inspection), taken_indices(inspection.district)
    for each in todo:
        made = unsigned(desk, each)
        if isinstance(made, Obstacle):
            done.not_issued.append((each, made.why))
            continue
        whole = with_status(made, _issuer(inspection).url, taken)
        try:
            write_once(root, each.path, _sealed(root, inspection, pen, whole))
        except ProofolioError as error:
            done.not_issued.append((each, error.message))
            continue
        taken |= {int(whole["credentialStatus"]["statusListIndex"])}
        done.issued.append((each, each.path))


def _sealed(root: Path, inspection: Inspection, pen: Pen, document: Json, *aside: Name) -> Json:
    """The document signed, and found genuine by the verifier that everybody has.

    The checks ``aside`` are not asked for: the evidence behind a correction may have moved on. Raises
    ProofolioError for a document that would not verify; it is written nowhere.
    """
    made = pen.sign(document)
    world = offline_world(inspection.district, root, inspection.today, {made["id"]: made})
    found = verify_document(made, world).without(*aside)
    if not found.genuine:
        trouble = next(iter((*found.failed, *found.missing)), None)
        raise ProofolioError(
            f"it would not verify: {trouble.words if trouble else 'something could not be told'}",
            "nothing was written; proofolio check may say more",
        )
    return made


def correct(root: Path, key: SigningKey, today: date, wanted: Collection[tuple[str, str | None]]) -> Outcome:
    """Sign the newest credentials of these people, or for these achievements, again under their ids."""
    inspection = inspect(root, today)
    district, issuer = inspection.district, _issuer(inspection)
    pen, done = Pen.of(key, district.keys), Outcome()
    for person in dict.fromkeys(name for name, _ in wanted):
        require_commit(inspection, root, (), person)
        asked = {achievement for name, achievement in wanted if name == person}
        for each in _newest(inspection, person):
            if None not in asked and each.achievement not in asked:
                continue
            anew = Due(person, each.achievement, each.on, each.valid_until, _dated(each, today))
            if each.valid_from >= today:
                done.not_issued.append((anew, f"it is from {each.valid_from.isoformat()} already"))
                continue
            made = corrected(district, issuer, district.people[person], each, today)
            write_once(root, anew.path, _sealed(root, inspection, pen, made, Name.EVIDENCE))
            done.issued.append((anew, anew.path))
    follow_up(root, pen, inspect(root, today), done)
    return done


def follow_up(root: Path, pen: Pen, inspection: Inspection, done: Outcome) -> None:
    """Sign anew what the ledger's state makes out of date: the status list, and learner records."""
    _sign_list(root, pen, inspection, done)
    district, issuer = inspection.district, _issuer(inspection)
    for name, portfolio in sorted(district.portfolios.items()):
        # What has errors is not passed on in a record; unsigned documents have some.
        held = in_record(district, name, inspection.today)
        held = tuple(each for each in held if each.source.file not in inspection.faulty)
        earlier = dict(portfolio.record) if portfolio.record is not None else None
        if is_current(earlier, held) or name not in district.people:
            continue
        path = of_learner_record(name)
        if held:
            write_anew(root, path, pen.sign(learner_record(issuer, district.people[name], held, earlier)))
            done.anew.append(path)
        else:
            (root / path).unlink()
            done.removed.append(path)


def _sign_list(root: Path, pen: Pen, inspection: Inspection, done: Outcome) -> None:
    district = inspection.district
    ledger = [each for portfolio in district.portfolios.values() for each in portfolio.credentials.values()]
    revoked = {each.status_index for each in ledger if each.id in district.revocations} - {None}
    if _says(district.status_list, {each.status_index for each in ledger} - {None}, revoked):
        return
    days = [each.on for each in district.revocations.values()] or [each.valid_from for each in ledger]
    on = min(max(days, default=inspection.today), inspection.today)
    bits = [each for each in revoked if each is not None]
    write_anew(root, LIST_FILE, pen.sign(status_list_credential(_issuer(inspection), bits, on)))
    done.anew.append(LIST_FILE)


def _says(listed: Any, known: Collection[int | None], revoked: Collection[int | None]) -> bool:
    """Whether the signed list has exactly these bits, as far as anybody asks for them."""
    subject = listed.get("credentialSubject") if listed is not None else None
    bits = decode(str(subject.get("encodedList", ""))) if isinstance(subject, dict) else None
    if bits is None:
        return False
    return all(bool(is_set(bits, each)) == (each in revoked) for each in known if each is not None)


def require_commit(
    inspection: Inspection, root: Path, todo: Collection[Due], person: str | None = None
) -> None:
    """Raise ProofolioError unless what is signed would be what a commit holds.

    Without a repository nothing is compared; then no credential names a commit either.
    """
    people = {each.person for each in todo} | ({person} if person else set())
    if not people:
        return
    if inspection.history.reach in _BLIND:
        raise ProofolioError(
            "Git cannot tell the whole history here, and credentials name the commit that was reviewed",
            "fetch all of it (git fetch --unshallow; in a workflow fetch-depth: 0) and try again",
        )
    changed = sorted(
        each for each in unsaved(root, inspection.loaded.tree.files) or () if _matters(each, people)
    )
    if changed:
        more = f" (and {len(changed) - 1} more)" if len(changed) > 1 else ""
        raise ProofolioError(
            f"{changed[0]}{more} is not as the last commit has it, and a credential names the commit",
            "commit the change, or take it back, and try again",
        )


def _matters(path: str, people: Collection[str]) -> bool:
    """Whether a credential rests on a file: the ledger itself and revocations are left out."""
    steps = path.split("/")
    if steps[0] == "competencies":
        return not path.startswith(_REVOCATIONS)
    return len(steps) == 2 or (steps[1] in people and steps[2:3] != ["credentials"])


def _newest(inspection: Inspection, person: str) -> Iterator[Credential]:
    """What a person holds, whether its signature still holds or not; nothing that was revoked."""
    found: dict[str, Credential] = {}
    portfolio = inspection.district.portfolios[person]
    for each in sorted(portfolio.credentials.values(), key=lambda each: each.valid_from):
        found[each.id] = each
    yield from (each for each in found.values() if each.id not in inspection.district.revocations)


def _dated(credential: Credential, today: date) -> str:
    return f"{credential.achievement}.{today.isoformat()}"


def _issuer(inspection: Inspection) -> Issuer:
    issuer = inspection.district.issuer
    if issuer is None:
        raise ProofolioError("competencies/issuer.yml cannot be read", "proofolio check says what is wrong")
    return issuer
