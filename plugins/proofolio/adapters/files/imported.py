"""What people brought along from elsewhere: told from its provenance and record, never read as work here."""

from __future__ import annotations

from proofolio.adapters.files.documents.imported import ProvenanceDocument, RecordDocument, imported_portfolio
from proofolio.adapters.files.places import Kind
from proofolio.adapters.files.shelf import Shelf
from proofolio.core.diagnostics.finding import Finding
from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.diagnostics.rules import reading
from proofolio.core.model.imported import ImportedPortfolio


def load_imported(shelf: Shelf, person: str) -> dict[str, ImportedPortfolio]:
    """A person's imports by folder. One without its provenance is nobody's: a finding says so."""
    found = {}
    for (folder,), file in shelf.by_person[Kind.PROVENANCE, person].items():
        told = shelf.document(file, ProvenanceDocument)
        kept = shelf.by_person[Kind.IMPORTED_RECORD, person].get((folder,))
        record = shelf.document(kept, RecordDocument) if kept else None
        made = (
            imported_portfolio((person, folder), told[0], record[0] if record else None, file.path)
            if told
            else None
        )
        if made is not None:
            found[folder] = made
        elif told:
            message = "this does not say when it was imported, and by whom"
            hint = "bring work in with proofolio import-portfolio"
            shelf.findings.append(Finding(reading.MISSING_KEY, message, Pointer(file.path), hint))
            shelf.broken_paths.add(file.path)
    for folder in _unexplained(shelf, person, found):
        where = f"portfolios/{person}/imported/{folder}/provenance.json"
        message = f"nothing says where '{folder}' comes from"
        hint = "bring work in with proofolio import-portfolio"
        shelf.findings.append(Finding(reading.MISSING_FILE, message, Pointer(where), hint))
        shelf.stand_in(where)
    return found


def _unexplained(shelf: Shelf, person: str, found: dict[str, ImportedPortfolio]) -> list[str]:
    there = {path.partition("/")[0] for (path,) in shelf.by_person[Kind.IMPORTED, person]}
    known = {folder for (folder,) in shelf.by_person[Kind.PROVENANCE, person]}
    return sorted(there - known - found.keys())
