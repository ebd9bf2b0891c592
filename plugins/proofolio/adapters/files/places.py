"""Which kind of thing a path holds. The path says it; nothing inside a file repeats it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Kind(StrEnum):
    """The kinds of files; the value is the kind's name for people and for its schema."""

    ISSUER = "issuer"
    FRAMEWORK = "framework"
    COMPETENCY = "competency"
    MICRO_CREDENTIAL = "micro-credential"
    PATHWAY = "pathway"
    COURSE = "course"
    RENEWAL = "renewal"
    SURVEY = "survey"
    SURVEY_ANSWERS = "survey answers"
    RECOGNITION = "recognition"
    OPPORTUNITY = "opportunity"
    ROSTER = "roster"
    PROFILE = "profile"
    SELF_ASSESSMENT = "self-assessment"
    SUBMISSION = "submission"
    REVIEW = "review"
    LOG = "log"
    CREDENTIAL = "credential"
    LEARNER_RECORD = "learner record"
    EXTERNAL = "external credential"
    EXTERNAL_RECORD = "record of an external credential"
    KEYS = "issuer's keys"
    STATUS_LIST = "status list"
    REVOCATION = "revocation"
    PROVENANCE = "provenance"
    IMPORTED_RECORD = "record from elsewhere"
    IMPORTED = "imported"
    ARTIFACT = "artifact"


_ID = r"[^/]+"
_WORK = "(?!log/|credentials/|self-assessments/|imported/)(ID)"
_PATTERNS = tuple(
    (kind, re.compile(pattern.replace("WORK", _WORK).replace("ID", _ID)))
    for kind, pattern in (
        (Kind.ISSUER, r"competencies/issuer\.yml"),
        (Kind.FRAMEWORK, r"competencies/frameworks/(ID)/framework\.yml"),
        (Kind.COMPETENCY, r"competencies/frameworks/(ID)/(ID)\.yml"),
        (Kind.MICRO_CREDENTIAL, r"competencies/micro-credentials/(ID)\.yml"),
        (Kind.PATHWAY, r"competencies/pathways/(ID)\.yml"),
        (Kind.COURSE, r"competencies/courses/(ID)\.md"),
        (Kind.RENEWAL, r"competencies/renewal/(ID)\.yml"),
        (Kind.SURVEY, r"competencies/surveys/(ID)\.yml"),
        (Kind.SURVEY_ANSWERS, r"competencies/surveys/(ID)\.csv"),
        (Kind.RECOGNITION, r"competencies/recognitions/(ID)\.md"),
        (Kind.OPPORTUNITY, r"competencies/opportunities/(ID)\.yml"),
        (Kind.ROSTER, r"portfolios/roster\.yml"),
        (Kind.PROFILE, r"portfolios/(ID)/index\.md"),
        (Kind.SELF_ASSESSMENT, r"portfolios/(ID)/self-assessments/(ID)\.yml"),
        (Kind.LOG, r"portfolios/(ID)/log/(ID)\.md"),
        (Kind.LEARNER_RECORD, r"portfolios/(ID)/credentials/record\.clr\.json"),
        (Kind.CREDENTIAL, r"portfolios/(ID)/credentials/(ID)\.json"),
        (Kind.EXTERNAL, r"portfolios/(ID)/credentials/external/(ID)\.json"),
        (Kind.EXTERNAL_RECORD, r"portfolios/(ID)/credentials/external/(ID)\.yml"),
        (Kind.KEYS, r"competencies/issuer/did\.json"),
        (Kind.STATUS_LIST, r"competencies/issuer/revocations\.json"),
        (Kind.REVOCATION, r"competencies/issuer/revocations/(ID)\.yml"),
        (Kind.PROVENANCE, r"portfolios/(ID)/imported/(ID)/provenance\.json"),
        (Kind.IMPORTED_RECORD, r"portfolios/(ID)/imported/(ID)/record\.json"),
        (Kind.IMPORTED, r"portfolios/(ID)/imported/([^/]+/.+)"),
        (Kind.SUBMISSION, r"portfolios/(ID)/WORK/index\.md"),
        (Kind.REVIEW, r"portfolios/(ID)/WORK/reviews/(ID)\.md"),
        (
            Kind.ARTIFACT,
            r"portfolios/(ID)/WORK/(?!reviews/|credentials/)(.+)",
        ),
    )
)
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_DATED = re.compile(r"(\d{4}-\d{2}-\d{2})(?:-(.+))?")
MAX_ID = 64


@dataclass(frozen=True, slots=True)
class Place:
    """A path's kind and the ids that the path names, outermost first."""

    kind: Kind
    ids: tuple[str, ...]


def place_of(path: str) -> Place | None:
    """What belongs at a path; None when nothing does."""
    for kind, pattern in _PATTERNS:
        found = pattern.fullmatch(path)
        if found:
            return Place(kind, found.groups())
    return None


def is_id(text: str) -> bool:
    """Whether a text is a valid id: lower-case ASCII kebab-case, at most 64 characters."""
    return len(text) <= MAX_ID and _SLUG.fullmatch(text) is not None


def dated(name: str) -> tuple[date, str | None] | None:
    """The date that a file's name starts with, and what follows it; None when it names none."""
    found = _DATED.fullmatch(name)
    if not found:
        return None
    try:
        return date.fromisoformat(found.group(1)), found.group(2)
    except ValueError:
        return None


def is_ledger_name(name: str) -> bool:
    """Whether a credential's file may have this name: an id, or an id, a dot and a date."""
    achievement, dot, when = name.partition(".")
    if dot and (found := dated(when)) is not None:
        return is_id(achievement) and found[1] is None
    return is_id(name)


def renamed(path: str) -> str:
    """The path with the ending that is read, if only the ending is wrong."""
    for ending, right in ((".yaml", ".yml"), (".markdown", ".md"), (".md.txt", ".md"), (".yml.txt", ".yml")):
        if path.endswith(ending):
            return path.removesuffix(ending) + right
    return path


def where_instead(path: str) -> str:
    """A hint for a file that is in nobody's place."""
    better = renamed(path)
    if better != path:
        return f"rename it to {better.rsplit('/', 1)[-1]}"
    if path.startswith("portfolios/"):
        if path.count("/") == 1:
            return "a person's files belong in a folder of their own: portfolios/<person>/"
        return "evidence belongs in a folder of its own with an index.md: portfolios/<person>/<submission>/"
    folders = "frameworks, micro-credentials, pathways, courses, renewal, opportunities, surveys"
    return f"definitions belong in competencies/{folders} or recognitions"
