"""JSON Schemas of the files, made from the documents; shipped in the package, checked for drift."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path

from pydantic import BaseModel

from proofolio.adapters.files.documents.credential import CredentialDocument
from proofolio.adapters.files.documents.definitions import IssuerDocument, RosterDocument
from proofolio.adapters.files.documents.framework import CompetencyDocument, FrameworkDocument
from proofolio.adapters.files.documents.issuing import RevocationDocument
from proofolio.adapters.files.documents.learning import CourseDocument, RenewalDocument
from proofolio.adapters.files.documents.micro_credential import MicroCredentialDocument
from proofolio.adapters.files.documents.opportunity import OpportunityDocument
from proofolio.adapters.files.documents.pathway import PathwayDocument
from proofolio.adapters.files.documents.person import LogDocument, ProfileDocument, SelfAssessmentDocument
from proofolio.adapters.files.documents.recognition import RecognitionDocument
from proofolio.adapters.files.documents.review import ReviewDocument
from proofolio.adapters.files.documents.submission import SubmissionDocument
from proofolio.adapters.files.documents.survey import SurveyDocument
from proofolio.adapters.files.places import Kind

PLACE = ".proofolio/schemas"
"""Where a repository keeps them; the modelines of its files point there."""
DIALECT = "https://json-schema.org/draft/2020-12/schema"

SCHEMAS: dict[str, type[BaseModel]] = {
    Kind.ISSUER.value: IssuerDocument,
    Kind.ROSTER.value: RosterDocument,
    Kind.FRAMEWORK.value: FrameworkDocument,
    Kind.COMPETENCY.value: CompetencyDocument,
    Kind.MICRO_CREDENTIAL.value: MicroCredentialDocument,
    Kind.PATHWAY.value: PathwayDocument,
    Kind.COURSE.value: CourseDocument,
    Kind.RENEWAL.value: RenewalDocument,
    Kind.SURVEY.value: SurveyDocument,
    Kind.RECOGNITION.value: RecognitionDocument,
    Kind.OPPORTUNITY.value: OpportunityDocument,
    Kind.PROFILE.value: ProfileDocument,
    Kind.SELF_ASSESSMENT.value: SelfAssessmentDocument,
    Kind.SUBMISSION.value: SubmissionDocument,
    Kind.REVIEW.value: ReviewDocument,
    Kind.LOG.value: LogDocument,
    Kind.CREDENTIAL.value: CredentialDocument,
    Kind.REVOCATION.value: RevocationDocument,
}


def file_name(name: str) -> str:
    """The name of a schema's file."""
    return f"{name}.schema.json"


def modeline(path: str, name: str) -> str:
    """The first line of a file that an editor reads: where its schema is, from ``path`` in the repository."""
    return f"# yaml-language-server: $schema={'../' * path.count('/')}{PLACE}/{file_name(name)}\n"


def make_schema(name: str) -> str:
    """A schema's text, made afresh from the document (JSON Schema 2020-12)."""
    shape = SCHEMAS[name]
    schema = shape.model_json_schema(by_alias=True, mode="validation")
    head = {"$schema": DIALECT, "$id": f"urn:proofolio:schema:{name}:1", **schema}
    return json.dumps(head, indent=2, ensure_ascii=False) + "\n"


def schema_text(name: str) -> str:
    """A schema as the package ships it."""
    return (files("proofolio.adapters.files") / "schemas" / file_name(name)).read_text(encoding="utf-8")


def write_schemas(target: Path) -> list[Path]:
    """Write every schema into a folder (made if needed) and say which files were written."""
    target.mkdir(parents=True, exist_ok=True)
    written = []
    for name in sorted(SCHEMAS):
        path = target / file_name(name)
        path.write_text(make_schema(name), encoding="utf-8", newline="\n")
        written.append(path)
    return written
