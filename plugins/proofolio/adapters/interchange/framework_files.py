"""Writing frameworks into a repository: all their files or none, never over one that is there."""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence
from pathlib import Path

from proofolio.adapters.files.documents.framework import CompetencyDocument, FrameworkDocument
from proofolio.adapters.files.read import read_sheet
from proofolio.adapters.files.tree import SourceFile, text_limit
from proofolio.adapters.files.validate import validate
from proofolio.adapters.interchange.framework_text import framework_texts
from proofolio.core.diagnostics.error import ProofolioError
from proofolio.core.diagnostics.finding import Finding
from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.model.competency import Competency
from proofolio.core.model.framework import Framework

FOLDER = "competencies/frameworks"


def planned(root: Path, frameworks: Sequence[Framework]) -> dict[str, str]:
    """The files to be written, by path.

    Raises ProofolioError when a folder is there already, or when our own reader would not read a file.
    """
    clashes = [each.id for each in frameworks if os.path.lexists(root / FOLDER / each.id)]
    if clashes:
        names = ", ".join(f"{FOLDER}/{each}" for each in clashes)
        there = "is there already" if len(clashes) == 1 else "are there already"
        raise ProofolioError(f"{names} {there}", "nothing was written; choose another id with --id")
    files: dict[str, str] = {}
    for each in frameworks:
        texts = framework_texts(each)
        read_back(texts, each.id)
        files.update(texts)
    return files


def write_files(root: Path, files: dict[str, str]) -> None:
    """Write what was planned: folder by folder beside its place, then all of them into it."""
    ids = dict.fromkeys(path.split("/")[2] for path in files)
    parent = root / FOLDER
    parent.mkdir(parents=True, exist_ok=True)
    aside = {each: parent / f".{each}.new" for each in ids}
    done: list[Path] = []
    try:
        for each, folder in aside.items():
            folder.mkdir()
            for path, text in files.items():
                if path.split("/")[2] == each:
                    (folder / path.rsplit("/", 1)[-1]).write_text(text, encoding="utf-8", newline="\n")
        for each, folder in aside.items():
            os.rename(folder, parent / each)
            done.append(parent / each)
    except BaseException:
        for made in done:
            shutil.rmtree(made, ignore_errors=True)
        raise
    finally:
        for folder in aside.values():
            shutil.rmtree(folder, ignore_errors=True)


def read_back(texts: dict[str, str], framework: str) -> Framework:
    """The framework as its files will be read. Raises ProofolioError when one could not be."""
    folder = f"{FOLDER}/{framework}"
    chief = f"{folder}/framework.yml"
    competencies: dict[str, Competency] = {}
    whole: FrameworkDocument | None = None
    for path, text in texts.items():
        data = text.encode()
        if len(data) > text_limit(path):
            raise _unwritable(path, "it would be too large")
        sheet, findings = read_sheet(SourceFile(path, len(data), "", data))
        if sheet is None or sheet.data is None or findings:
            raise _unwritable(path, _first(findings))
        if path == chief:
            whole, found = validate(sheet, FrameworkDocument)
        else:
            name = path.rsplit("/", 1)[-1].removesuffix(".yml")
            document, found = validate(sheet, CompetencyDocument)
            if document is not None:
                competencies[name] = document.model(framework, name, Pointer(path))
        if found:
            raise _unwritable(path, _first(found))
    if whole is None:
        raise _unwritable(chief, "it is missing")
    return whole.model(framework, competencies, Pointer(chief))


def _first(findings: Sequence[Finding]) -> str:
    return findings[0].message if findings else "it would be empty"


def _unwritable(path: str, why: str) -> ProofolioError:
    return ProofolioError(
        f"{path} cannot be written so that it can be read again: {why}", "nothing was written"
    )
