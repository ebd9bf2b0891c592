"""Portfolios: one person's folder at a time, so that one broken file never hides another."""

from __future__ import annotations

from proofolio.adapters.files.documents.person import LogDocument, ProfileDocument, SelfAssessmentDocument
from proofolio.adapters.files.documents.review import ReviewDocument
from proofolio.adapters.files.documents.submission import SubmissionDocument
from proofolio.adapters.files.imported import load_imported
from proofolio.adapters.files.ledger import load_credentials, load_external, load_record
from proofolio.adapters.files.outline import outline
from proofolio.adapters.files.places import Kind, dated, is_id, renamed
from proofolio.adapters.files.shelf import FILE, Shelf, bad_name
from proofolio.adapters.files.tree import SourceFile
from proofolio.core.diagnostics.finding import Finding
from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.diagnostics.rules import reading
from proofolio.core.model.artifact import StoredFile
from proofolio.core.model.digest import counts, digest_of
from proofolio.core.model.log_entry import LogEntry
from proofolio.core.model.portfolio import Portfolio, Profile
from proofolio.core.model.review import Review
from proofolio.core.model.self_assessment import SelfAssessment
from proofolio.core.model.submission import Submission

_IN_FOLDERS = (Kind.SUBMISSION, Kind.ARTIFACT, Kind.REVIEW)


def load_portfolios(shelf: Shelf) -> dict[str, Portfolio]:
    """Every portfolio of the tree, by person."""
    people = sorted(
        {path.split("/")[1] for path in shelf.tree.files if path.count("/") > 1 and path.startswith("portf")}
    )
    return {person: _portfolio(shelf, person) for person in people if is_id(person)}


def evidence(files: list[SourceFile], folder: str) -> tuple[StoredFile, ...]:
    """The files that a review judges: all below the folder but reviews and credentials."""
    found = (StoredFile(file.path[len(folder) + 1 :], file.size, file.blob) for file in files)
    return tuple(each for each in found if counts(each.path))


def _portfolio(shelf: Shelf, person: str) -> Portfolio:
    profile: Profile | None = None
    file = shelf.by_kind[Kind.PROFILE].get((person,))
    if file:
        found = shelf.document(file, ProfileDocument)
        if found:
            profile = found[0].model(outline(found[1].body, found[1].body_line), Pointer(file.path))
    assessments = tuple(_self_assessments(shelf, person))
    submissions = _submissions(shelf, person)
    log = tuple(_log(shelf, person))
    credentials = load_credentials(shelf, person)
    external = load_external(shelf, person)
    record = load_record(shelf, person)
    imported = load_imported(shelf, person)
    prefix = f"portfolios/{person}/"
    broken = tuple(sorted(path for path in shelf.broken_paths if path.startswith(prefix)))
    return Portfolio(
        *(person, profile, submissions, assessments, log, credentials, broken, external, record, imported)
    )


def _self_assessments(shelf: Shelf, person: str) -> list[SelfAssessment]:
    found = []
    for (name,), file in shelf.by_person[Kind.SELF_ASSESSMENT, person].items():
        when = dated(name)
        if when is None or when[1] is not None:
            bad_name(shelf, file, "<date>.yml, for example 2026-10-05.yml")
            continue
        document = shelf.document(file, SelfAssessmentDocument)
        if document:
            found.append(document[0].model(person, when[0], Pointer(file.path)))
    return sorted(found, key=lambda each: each.on)


def _log(shelf: Shelf, person: str) -> list[LogEntry]:
    found = []
    for (name,), file in shelf.by_person[Kind.LOG, person].items():
        when = dated(name)
        if when is None or when[1] is None or not is_id(when[1]):
            bad_name(shelf, file, "<date>-<words>.md, for example 2026-10-05-watched-ben.md")
            continue
        document = shelf.document(file, LogDocument)
        if document:
            body = outline(document[1].body, document[1].body_line)
            found.append(document[0].model(person, name, when[0], body, Pointer(file.path)))
    return sorted(found, key=lambda each: (each.on, each.slug))


def _submissions(shelf: Shelf, person: str) -> dict[str, Submission]:
    folders = {ids[0] for kind in _IN_FOLDERS for ids in shelf.by_person[kind, person]}
    found = {}
    for slug in sorted(folders):
        folder = f"portfolios/{person}/{slug}"
        file = shelf.by_person[Kind.SUBMISSION, person].get((slug,))
        reviews = tuple(_reviews(shelf, person, slug))
        files = evidence(list(shelf.tree.below(folder)), folder)
        if file is None:
            _without_index(shelf, folder, slug, files)
            continue
        document = shelf.document(file, SubmissionDocument)
        if document and is_id(slug):
            digest = digest_of({each.path: each.blob for each in files})
            body = outline(document[1].body, document[1].body_line)
            key = (person, slug)
            found[slug] = document[0].model(key, body, files, digest, reviews, Pointer(file.path))
    return found


def _without_index(shelf: Shelf, folder: str, slug: str, files: tuple[StoredFile, ...]) -> None:
    """Say that a folder lacks its index.md, unless that was refused and said so already."""
    if f"{folder}/index.md" in shelf.broken[FILE]:
        return
    message = f"the folder '{slug}' has no index.md that says what it is evidence for"
    alike = [each.path for each in files if renamed(each.path.lower()) == "index.md"]
    hint = f"rename {alike[0]} to index.md" if alike else None
    shelf.findings.append(Finding(reading.MISSING_FILE, message, Pointer(f"{folder}/index.md"), hint))
    shelf.stand_in(f"{folder}/index.md")


def _reviews(shelf: Shelf, person: str, slug: str) -> list[Review]:
    found = []
    for (folder, name), file in shelf.by_person[Kind.REVIEW, person].items():
        if folder != slug:
            continue
        when = dated(name)
        if when is None or not when[1] or not is_id(when[1]):
            bad_name(shelf, file, "<date>-<reviewer>.md, for example 2026-10-05-rosa-diaz.md")
            continue
        document = shelf.document(file, ReviewDocument)
        if document:
            body = outline(document[1].body, document[1].body_line)
            found.append(document[0].model(when[0], when[1], body, Pointer(file.path)))
    return sorted(found, key=lambda each: (each.on, each.source.file))
