"""From the tree to the district: every file in its place, read, validated, turned into the model."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from proofolio.adapters.files.documents.definitions import FORMAT, IssuerDocument, RosterDocument
from proofolio.adapters.files.documents.framework import CompetencyDocument, FrameworkDocument
from proofolio.adapters.files.documents.learning import CourseDocument, RenewalDocument
from proofolio.adapters.files.documents.micro_credential import MicroCredentialDocument
from proofolio.adapters.files.documents.opportunity import OpportunityDocument
from proofolio.adapters.files.documents.pathway import PathwayDocument
from proofolio.adapters.files.folders import COMPETENCIES, missing_folders
from proofolio.adapters.files.ledger import load_issuing
from proofolio.adapters.files.outline import outline, slug
from proofolio.adapters.files.places import (
    Kind,
    is_id,
    is_ledger_name,
    place_of,
    renamed,
    where_instead,
)
from proofolio.adapters.files.portfolio import load_portfolios
from proofolio.adapters.files.recognition import load_recognitions
from proofolio.adapters.files.sheet import Sheet
from proofolio.adapters.files.shelf import FILE, Shelf
from proofolio.adapters.files.survey import load_surveys
from proofolio.adapters.files.tree import REFUSED, Tree, read_tree
from proofolio.adapters.files.write import ROSTER
from proofolio.core.diagnostics.finding import Finding
from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.diagnostics.rules import reading
from proofolio.core.model import address
from proofolio.core.model.competency import Competency
from proofolio.core.model.district import District
from proofolio.core.model.framework import Framework


@dataclass(frozen=True, slots=True)
class Loaded:
    """The district with its sheets (for positions), the first pass's findings, and the tree."""

    district: District
    sheets: dict[str, Sheet]
    findings: tuple[Finding, ...]
    broken_paths: frozenset[str]
    tree: Tree


def load(root: Path) -> Loaded:
    """Load the repository at ``root``. Raises ProofolioError when there is nothing to load."""
    return load_tree(read_tree(root))


def load_tree(tree: Tree) -> Loaded:
    """Load a tree, wherever it was read: from the disk or from a commit."""
    shelf = Shelf(tree)
    shelf.findings.extend(tree.findings)
    for each in tree.findings:
        if each.rule in REFUSED:
            shelf.stand_in(each.where.file)
    _sort_out(shelf)
    issuer = roster = None
    for file in shelf.by_kind[Kind.ISSUER].values():
        found = shelf.document(file, IssuerDocument)
        issuer = found[0].model(Pointer(file.path)) if found else None
        if found and found[0].format != FORMAT:
            message = f"format {found[0].format} is not known here (only {FORMAT})"
            shelf.findings.append(Finding(reading.UNKNOWN_FORMAT, message, Pointer(file.path).down("format")))
    for file in shelf.by_kind[Kind.ROSTER].values():
        found_roster = shelf.document(file, RosterDocument)
        roster = found_roster[0].model(Pointer(file.path)) if found_roster else None
    _one_of_each(shelf, roster is None)
    frameworks = _frameworks(shelf)
    micro_credentials, pathways, courses, renewals, opportunities = {}, {}, {}, {}, {}
    shelf.each(
        Kind.MICRO_CREDENTIAL,
        MicroCredentialDocument,
        lambda name, document, sheet: micro_credentials.update(
            {name: document.model(name, Pointer(sheet.file))}
        ),
    )
    shelf.each(
        Kind.PATHWAY,
        PathwayDocument,
        lambda name, document, sheet: pathways.update({name: document.model(name, Pointer(sheet.file))}),
    )
    shelf.each(
        Kind.COURSE,
        CourseDocument,
        lambda name, document, sheet: courses.update(
            {name: document.model(name, outline(sheet.body, sheet.body_line), Pointer(sheet.file))}
        ),
    )
    shelf.each(
        Kind.RENEWAL,
        RenewalDocument,
        lambda name, document, sheet: renewals.update({name: document.model(name, Pointer(sheet.file))}),
    )
    surveys = load_surveys(shelf)
    shelf.each(
        Kind.OPPORTUNITY,
        OpportunityDocument,
        lambda name, document, sheet: opportunities.update({name: document.model(name, Pointer(sheet.file))}),
    )
    portfolios = load_portfolios(shelf)
    keys, status_list, revocations = load_issuing(shelf)
    missing_folders(shelf, portfolios.values())
    district = District(
        issuer=issuer,
        frameworks=frameworks,
        micro_credentials=micro_credentials,
        pathways=pathways,
        courses=courses,
        renewals=renewals,
        people=roster or {},
        portfolios=portfolios,
        broken={kind: frozenset(ids) for kind, ids in shelf.broken.items()},
        keys=keys,
        revocations=revocations,
        status_list=status_list,
        surveys=surveys,
        recognitions=load_recognitions(shelf),
        opportunities=opportunities,
    )
    return Loaded(district, shelf.sheets, tuple(shelf.findings), frozenset(shelf.broken_paths), tree)


_ANYTHING = (Kind.ARTIFACT, Kind.IMPORTED)
_CHIEFS = ("index.md", "framework.yml")
_LATER_BY_DATE = (Kind.CREDENTIAL, Kind.PROVENANCE, Kind.IMPORTED_RECORD)
_PERSONAL = (Kind.PROFILE, Kind.SUBMISSION, Kind.LOG, Kind.SELF_ASSESSMENT)
_ONE_OF_EACH = (
    (Kind.ISSUER, "competencies/issuer.yml", "nobody issues the credentials"),
    (Kind.ROSTER, ROSTER, "nobody knows whose work this is"),
)


def _one_of_each(shelf: Shelf, without_roster: bool) -> None:
    """Two files that must be there; without the roster, nobody is blamed for not being on it."""
    if not any(shelf.tree.below(COMPETENCIES)) and COMPETENCIES not in shelf.broken[FILE]:
        message = "the folder competencies is missing, and with it everything that can be earned"
        shelf.findings.append(Finding(reading.MISSING_FILE, message, Pointer(COMPETENCIES)))
        shelf.broken[FILE].add(COMPETENCIES)
    for kind, path, why in _ONE_OF_EACH:
        if COMPETENCIES in shelf.broken[FILE] and kind is Kind.ISSUER:
            continue
        wanted = kind is Kind.ISSUER or any(shelf.tree.below("portfolios"))
        if wanted and not shelf.by_kind[kind] and path not in shelf.broken[FILE]:
            message = f"{path} is missing: {why}"
            shelf.findings.append(Finding(reading.MISSING_FILE, message, Pointer(path)))
    if without_roster:
        shelf.broken["person"].update(
            ids[0] for kind in Kind for ids in shelf.by_kind[kind] if kind in _PERSONAL
        )
        shelf.broken["roster"].add("roster")


def _sort_out(shelf: Shelf) -> None:
    """Put every file on its shelf; say of each that has no place where it belongs."""
    misplaced: set[str] = set()
    for path, file in shelf.tree.files.items():
        place = place_of(path)
        name = path.rsplit("/", 1)[-1]
        if folder := _folder_for_file(path):
            if folder not in shelf.broken[FILE]:
                message = f"'{folder.rsplit('/', 1)[-1]}' is a folder, and a file is wanted here"
                hint = "move what is in it elsewhere, and write the file"
                shelf.findings.append(Finding(reading.MISPLACED_FILE, message, Pointer(folder), hint))
                shelf.stand_in(folder)
            continue
        if place is None:
            if not name.startswith(".") and not name.startswith("README"):
                message = f"nothing is read from '{name}' in this folder"
                shelf.findings.append(
                    Finding(reading.MISPLACED_FILE, message, Pointer(path), where_instead(path))
                )
                shelf.stand_in(renamed(path))
                misplaced.add(path)
            continue
        shelf.put(place, file)
        _judge_ids(shelf, path, place.kind, place.ids)
    # What a file in nobody's place holds does not matter any more.
    as_artifacts = (reading.FILE_TYPE_NOT_ALLOWED, reading.CONTENT_DIFFERS)
    shelf.findings = [
        each for each in shelf.findings if each.where.file not in misplaced or each.rule not in as_artifacts
    ]


def _folder_for_file(path: str) -> str | None:
    """The folder above a path that stands where a file belongs, such as one called index.md."""
    steps = path.split("/")
    above = ("/".join(steps[:at]) for at in range(2, len(steps)))
    return next((each for each in above if (place := place_of(each)) and place.kind not in _ANYTHING), None)


def _judge_ids(shelf: Shelf, path: str, kind: Kind, ids: tuple[str, ...]) -> None:
    """Ids come from names, so a name that is no id is a finding, once for each folder or file."""
    named_by_date = (Kind.SELF_ASSESSMENT, Kind.REVIEW, Kind.LOG, Kind.REVOCATION, Kind.RECOGNITION)
    checked = ids[:-1] if kind in (*named_by_date, Kind.ARTIFACT, Kind.IMPORTED) else ids
    for each in checked:
        if not is_id(each) and not (kind in _LATER_BY_DATE and is_ledger_name(each)):
            for meant in _meant(path, each):
                shelf.stand_in(meant)
            finding = Finding(reading.BAD_ID, f"'{each}' is not a valid id", _chief(shelf, path, each))
            if not any(known.message == finding.message for known in shelf.findings):
                shelf.findings.append(finding)
    if kind is Kind.SUBMISSION and ids[1] in address.RESERVED:
        message = f"a submission cannot be called '{ids[1]}'"
        shelf.findings.append(Finding(reading.RESERVED_NAME, message, Pointer(path)))


def _chief(shelf: Shelf, path: str, name: str) -> Pointer:
    """Where a name that is no id is told: for a folder at the file that says what it is, if it is there."""
    folder = path.partition(f"/{name}/")[0] + f"/{name}"
    return Pointer(next((each for end in _CHIEFS if (each := f"{folder}/{end}") in shelf.tree.files), path))


def _meant(path: str, name: str) -> tuple[str, str]:
    """The file, and the part up to the name, that a name which is no id was probably meant for."""
    steps = path.split("/")
    at = next((at for at, step in enumerate(steps) if step.split(".")[0] == name), len(steps) - 1)
    own, dot, ending = steps[at].partition(".")
    steps[at] = slug(own.replace("_", "-")) + dot + ending
    return "/".join(steps), "/".join(steps[: at + 1])


def _frameworks(shelf: Shelf) -> dict[str, Framework]:
    """Frameworks with the competencies below them."""
    competencies: dict[str, dict[str, Competency]] = defaultdict(dict)
    for (framework, name), file in shelf.by_kind[Kind.COMPETENCY].items():
        found = shelf.document(file, CompetencyDocument)
        if found:
            competencies[framework][name] = found[0].model(framework, name, Pointer(file.path))
        else:
            shelf.broken["competency"].update((name, f"{framework}/{name}"))
    frameworks = {}
    for (name,), file in shelf.by_kind[Kind.FRAMEWORK].items():
        found_framework = shelf.document(file, FrameworkDocument)
        if found_framework:
            frameworks[name] = found_framework[0].model(name, competencies.pop(name, {}), Pointer(file.path))
        else:
            shelf.broken["framework"].add(name)
            for each in competencies.pop(name, {}):
                shelf.broken["competency"].update((each, f"{name}/{each}"))
    for name, orphans in competencies.items():
        path = f"competencies/frameworks/{name}/framework.yml"
        if path not in shelf.broken[FILE]:
            message = f"the framework '{name}' has competencies but no framework.yml"
            shelf.findings.append(Finding(reading.MISSING_FILE, message, Pointer(path)))
        shelf.broken["framework"].add(name)
        for each in orphans:
            shelf.broken["competency"].update((each, f"{name}/{each}"))
    return frameworks
