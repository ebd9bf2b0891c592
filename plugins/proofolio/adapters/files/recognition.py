"""Recognitions: what the organisation holds up to everyone, one file each, by file name."""

from __future__ import annotations

from proofolio.adapters.files.documents.recognition import RecognitionDocument
from proofolio.adapters.files.outline import outline
from proofolio.adapters.files.places import Kind, dated, is_id
from proofolio.adapters.files.shelf import Shelf, bad_name
from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.model.recognition import Recognition


def load_recognitions(shelf: Shelf) -> dict[str, Recognition]:
    """Every recognition that can be read."""
    found = {}
    for (name,), file in sorted(shelf.by_kind[Kind.RECOGNITION].items()):
        when = dated(name)
        if when is None or when[1] is None or not is_id(when[1]):
            bad_name(shelf, file, "<date>-<words>.md, for example 2026-10-05-choice-for-all.md")
            continue
        document = shelf.document(file, RecognitionDocument)
        if document:
            body = outline(document[1].body, document[1].body_line)
            found[name] = document[0].model(name, when[0], body, Pointer(file.path))
    return found
