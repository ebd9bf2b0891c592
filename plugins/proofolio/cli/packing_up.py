"""Putting a package together: from the repository as it is committed to a folder that stands alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from proofolio import pipeline
from proofolio.adapters.files.tree import open_source
from proofolio.adapters.git.repository import reach_of
from proofolio.adapters.language.setting import site_tongue
from proofolio.adapters.portable import parcel
from proofolio.adapters.portable.history import OwnHistory, own_history
from proofolio.adapters.portable.leaving import bundle, complete, lay_out, put_file, surroundings
from proofolio.adapters.portable.parcel import Provenance, parties
from proofolio.adapters.portable.tables import record_files
from proofolio.adapters.portable.welcome import Extent, welcome
from proofolio.adapters.portable.workshop import BRANCH
from proofolio.adapters.rendering.shell import Cover
from proofolio.adapters.rendering.standalone import write_standalone
from proofolio.cli.options import whose_portfolio
from proofolio.core.diagnostics.error import ProofolioError
from proofolio.core.language.say import speaking
from proofolio.core.model.history import Reach
from proofolio.core.publishing.own import kept_from_others, opened
from proofolio.core.publishing.page import Audience
from proofolio.core.recording.belongings import KEYS, STATUS_LIST, all_definitions, definitions, people
from proofolio.core.recording.record import record
from proofolio.pipeline import Inspection

_CANNOT: Mapping[Reach, tuple[str, str]] = {
    Reach.SHALLOW: (
        "this clone holds only the latest commits, so the history would be lost",
        "fetch the rest (git fetch --unshallow) and export again",
    ),
    Reach.NOT_TRUSTED: (
        "Git does not trust this repository, because it belongs to another user",
        "export as the user who owns it (see git config safe.directory)",
    ),
    Reach.UNREADABLE: ("the history of this repository cannot be read", "git fsck tells what is damaged"),
}


@dataclass(frozen=True, slots=True)
class Found:
    """What is there to pack. ``head`` is the commit that it is taken from; "" where there is none."""

    root: Path
    person: str
    inspection: Inspection
    head: str
    day: date
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Packed:
    """What was packed."""

    name: str
    extent: Extent


def find(root: Path, person: str, day: date) -> Found:
    """Find the person's portfolio: as it is committed, or as it lies there where Git has nothing of it.

    Raises ProofolioError for somebody who has none, and for a history that cannot be told whole.
    """
    here = pipeline.inspect(root, day)
    name = whose_portfolio(here, person).person
    reach, head = reach_of(root)
    if reach in _CANNOT:
        raise ProofolioError(*_CANNOT[reach])
    if not head:
        return Found(root, name, here, "", day, ("There is no Git history here, so the package has none.",))
    committed = pipeline.inspect_at(root, head, day)
    if name not in committed.progress:
        note = "Nothing of this portfolio is committed yet, so the package has no history."
        return Found(root, name, here, "", day, (note,))
    same = _files(here, name) == _files(committed, name)
    notes = (
        () if same else ("Only what is committed is in the package; this folder holds changes that are not.",)
    )
    return Found(root, name, committed, head, day, notes)


def pack(found: Found, folder: Path, work: Path) -> Packed:
    """Fill the package's ``folder``; ``work`` is a place for what is needed meanwhile."""
    inspection, person = found.inspection, found.person
    progress = inspection.progress[person]
    tree = work / "tree"
    own, alone, left = _alone(found, work, tree)
    owner, issuer = parties(inspection.district, person)
    provenance = Provenance(owner, issuer, found.day.isoformat())
    if own is not None:
        bundle(own, folder / parcel.REPOSITORY)
        provenance = replace(provenance, head=found.head, history=own.tip, commits=own.originals)
    else:
        for part in ("competencies", "portfolios/roster.yml"):
            _copy(tree, folder / parcel.DEFINITIONS, part)
    _copy(tree / "portfolios" / person, folder / parcel.PORTFOLIO)
    credentials = _credentials(tree, person, folder)
    seen = kept_from_others(alone.district, person)
    cover = Cover(person, owner.name, issuer.name, issuer.url, found.day.isoformat(), seen)
    district = opened(alone.district, person)
    with speaking(site_tongue(found.root)):
        plan = replace(alone, loaded=replace(alone.loaded, district=district)).site(Audience.INTERNAL)
        pages, _ = write_standalone(plan, cover, tree, folder / parcel.SITE)
    _badges(folder, person)
    for path, text in record_files(record(inspection.district, progress, found.day)):
        put_file(folder, path, text.encode())
    extent = Extent(pages, len(provenance.commits), credentials, False, tuple(left))
    put_file(folder, parcel.PROVENANCE, provenance.text().encode())
    put_file(folder, parcel.README, welcome(provenance, extent).encode())
    return Packed(owner.name, extent)


def _alone(found: Found, work: Path, tree: Path) -> tuple[OwnHistory | None, Inspection, list[str]]:
    """The portfolio without its organisation: its repository, what it says there, and what was left."""
    inspection, person = found.inspection, found.person
    loaded, district = inspection.loaded, inspection.district
    files = definitions(district, inspection.progress[person])
    named = people(district, person)
    before = {_told(each) for each in inspection.findings}
    own = _history(found, work / "repository") if found.head else None
    every = files | all_definitions(loaded.tree.files)
    for some in (files, every):
        around = surroundings(loaded, person, some, named)
        if own is None:
            _lay_out_from_disk(found, tree, around)
            alone = pipeline.inspect(tree, found.day)
        else:
            complete(found.root, found.head, own, person, around, loaded)
            alone = pipeline.inspect_at(own.workshop.place, BRANCH, found.day)
        if all(_told(each) in before for each in alone.findings):
            break  # else something names a definition in a way that is not known here: take them all
    left = lay_out(own.workshop.place, BRANCH, tree) if own is not None else []
    return own, alone, left


def _history(found: Found, place: Path) -> OwnHistory:
    known = found.inspection.district.people
    others = {word for each in known.values() if each.id != found.person for word in (each.id, each.name)}
    return own_history(found.root, found.person, found.head, place, others)


def _told(finding: object) -> tuple[object, ...]:
    return finding.rule.name, finding.where.file, finding.message  # type: ignore[attr-defined]


def _lay_out_from_disk(found: Found, tree: Path, around: Mapping[str, bytes]) -> None:
    prefix = f"portfolios/{found.person}/"
    for path in found.inspection.loaded.tree.files:
        if path.startswith(prefix):
            put_file(tree, path, open_source(found.root, path))
    for path, content in around.items():
        put_file(tree, path, content)


def _credentials(tree: Path, person: str, folder: Path) -> int:
    """Copy the ledger, and what it takes to check it; how many credentials there are."""
    ledger = tree / "portfolios" / person / "credentials"
    _copy(ledger, folder / parcel.CREDENTIALS)
    for path in (KEYS, STATUS_LIST):
        if (tree / path).is_file():
            put_file(folder, f"{parcel.ISSUER}/{path.rpartition('/')[2]}", (tree / path).read_bytes())
    return sum(1 for each in ledger.glob("*.json") if each.name != "record.clr.json")


def _badges(folder: Path, person: str) -> None:
    """The pictures with a credential in them, beside the credentials themselves."""
    drawn = folder / parcel.SITE / "portfolios" / person / parcel.CREDENTIALS
    for path in sorted(drawn.iterdir()) if drawn.is_dir() else ():
        if path.suffix in (".png", ".svg"):
            put_file(folder, f"{parcel.CREDENTIALS}/{path.name}", path.read_bytes())


def _copy(source: Path, target: Path, part: str = "") -> None:
    """Copy the files below a folder, or those of them that lie in (or are) one ``part`` of it."""
    for path in sorted(source.rglob("*")) if source.is_dir() else ():
        name = path.relative_to(source).as_posix()
        if path.is_file() and pipeline.is_below(name, part):
            put_file(target, name, path.read_bytes())


def _files(inspection: Inspection, person: str) -> dict[str, str]:
    prefix = f"portfolios/{person}/"
    return {path: file.blob for path, file in inspection.loaded.tree.files.items() if path.startswith(prefix)}
