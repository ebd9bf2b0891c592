"""Shape errors, told all at once, each at its own key or value, with the nearest right word."""

from __future__ import annotations

import pytest
from pydantic import BaseModel

from proofolio.adapters.files.documents.definitions import IssuerDocument, RosterDocument
from proofolio.adapters.files.documents.framework import CompetencyDocument, FrameworkDocument
from proofolio.adapters.files.documents.learning import RenewalDocument
from proofolio.adapters.files.documents.micro_credential import MicroCredentialDocument
from proofolio.adapters.files.documents.pathway import PathwayDocument
from proofolio.adapters.files.documents.person import LogDocument, ProfileDocument, SelfAssessmentDocument
from proofolio.adapters.files.documents.review import ReviewDocument
from proofolio.adapters.files.documents.submission import SubmissionDocument
from proofolio.adapters.files.sheet import Mark, Sheet
from proofolio.adapters.files.validate import validate
from proofolio.adapters.files.yaml_reader import read_yaml
from proofolio.core.diagnostics.finding import Finding

SUBMISSION = "title: Work\nmicro_credential: m\n"


def wrong(shape: type[BaseModel], text: str) -> list[tuple[Finding, Mark | None]]:
    reading = read_yaml(text, "a.yml")
    assert reading.findings == []
    sheet = Sheet("a.yml", reading.data, reading.values, reading.keys)
    _, findings = validate(sheet, shape)
    return [(each, sheet.mark(each.where)) for each in findings]


def told(shape: type[BaseModel], text: str) -> list[tuple[str, int, int]]:
    return [
        (each.rule.name, mark.line if mark else 0, mark.column if mark else 0)
        for each, mark in wrong(shape, text)
    ]


@pytest.mark.parametrize(
    ("shape", "text", "findings"),
    [
        (SubmissionDocument, SUBMISSION + "artefacts: []", [("unknown-key", 3, 1)]),
        (SubmissionDocument, SUBMISSION + "co_authors: [ben]", [("unknown-key", 3, 1)]),
        (
            SubmissionDocument,
            SUBMISSION + "aplied: {}\nimpcat: []",
            [("unknown-key", 3, 1), ("unknown-key", 4, 1)],
        ),
        (SubmissionDocument, "titel: Work\nmicro_credential: m", [("unknown-key", 1, 1)]),
        (
            SubmissionDocument,
            "extra: Work\nmicro_credential: m",
            [("missing-key", 0, 0), ("unknown-key", 1, 1)],
        ),
        (
            SubmissionDocument,
            SUBMISSION + "artifacts:\n  - {fil: a, kind: data, title: A}",
            [("unknown-key", 4, 6)],
        ),
        (
            SubmissionDocument,
            SUBMISSION + "artifacts:\n  - {file: a, kind: data, titel: A}",
            [("unknown-key", 4, 27)],
        ),
        (SubmissionDocument, SUBMISSION + "artifacts:\n  - {file: a, kind: data}", [("missing-key", 4, 5)]),
        (
            SubmissionDocument,
            SUBMISSION + "artifacts:\n  - {file: a, url: 'https://b.org', kind: data, title: A}",
            [("missing-key", 4, 5)],
        ),
        (SubmissionDocument, SUBMISSION + "artifacts:\n  - {kind: data, title: A}", [("missing-key", 4, 5)]),
        (SubmissionDocument, SUBMISSION + "artifacts:\n  - a.pdf", [("wrong-type", 4, 5)]),
        (SubmissionDocument, SUBMISSION + "artifacts: a.pdf", [("wrong-type", 3, 12)]),
        (SubmissionDocument, SUBMISSION + "artifacts:", [("wrong-type", 3, 11)]),
        (SubmissionDocument, SUBMISSION + "with: ben", [("wrong-type", 3, 7)]),
        (SubmissionDocument, SUBMISSION + "with: [1]", [("wrong-type", 3, 8)]),
        (SubmissionDocument, SUBMISSION + "status: done", [("unknown-value", 3, 9)]),
        (SubmissionDocument, SUBMISSION + "applied: {learners: 2.5}", [("wrong-type", 3, 21)]),
        (SubmissionDocument, SUBMISSION + "applied: {learners: -1}", [("wrong-type", 3, 21)]),
        (SubmissionDocument, SUBMISSION + "applied: {learners: '2'}", [("wrong-type", 3, 21)]),
        (SubmissionDocument, SUBMISSION + "applied: {learners: true}", [("wrong-type", 3, 21)]),
        (SubmissionDocument, SUBMISSION + "applied: {date: last week}", [("bad-date", 3, 17)]),
        (SubmissionDocument, SUBMISSION + "applied: {date: 2026}", [("bad-date", 3, 17)]),
        (SubmissionDocument, SUBMISSION + "applied: Year 3", [("wrong-type", 3, 10)]),
        (SubmissionDocument, "title: 12\nmicro_credential: m", [("wrong-type", 1, 8)]),
        (SubmissionDocument, "title: 2026-10-05\nmicro_credential: m", [("wrong-type", 1, 8)]),
        (SubmissionDocument, "title: [a]\nmicro_credential: m", [("wrong-type", 1, 8)]),
        (SubmissionDocument, "title: ''\nmicro_credential: m", [("missing-key", 1, 8)]),
        (SubmissionDocument, "title:\nmicro_credential: m", [("wrong-type", 1, 7)]),
        (SubmissionDocument, "title: a <b>\nmicro_credential: m", [("not-plain-text", 1, 8)]),
        (SubmissionDocument, "title: |\n  a\n  b\nmicro_credential: m", [("not-plain-text", 1, 8)]),
        (SubmissionDocument, SUBMISSION + "problem_of_practice: '<script>'", [("not-plain-text", 3, 22)]),
        (
            SubmissionDocument,
            SUBMISSION + "impact:\n  - {measure: A, unit: percent, before: many, after: 2}",
            [("wrong-type", 4, 41)],
        ),
        (
            SubmissionDocument,
            SUBMISSION + "artifacts:\n  - {url: example.org, kind: data, title: A}",
            [("bad-address", 4, 11)],
        ),
        (
            SubmissionDocument,
            SUBMISSION + "artifacts:\n  - {url: 'javascript:alert(1)', kind: data, title: A}",
            [("bad-address", 4, 11)],
        ),
        (
            SubmissionDocument,
            SUBMISSION + "artifacts:\n  - {url: 'https://', kind: vidoe, title: A}",
            [("bad-address", 4, 11), ("unknown-value", 4, 29)],
        ),
        (IssuerDocument, "format: 1\nid: Lakes\nname: L\nurl: https://l.org", [("bad-id", 2, 5)]),
        (
            IssuerDocument,
            "format: 1\nid: l\nname: L\nurl: https://l.org\norganizations: {Pine Primary: {name: P}}",
            [("bad-id", 5, 17)],
        ),
        (
            IssuerDocument,
            "format: 1\nid: l\nname: L\nurl: https://l.org\norganizations: {p: {nam: P}}",
            [("unknown-key", 5, 21)],
        ),
        (RosterDocument, "people: {ada: {name: Ada, roles: [teacher]}}", [("unknown-value", 1, 35)]),
        (RosterDocument, "people: [ada]", [("wrong-type", 1, 9)]),
        (RosterDocument, "people: {Ada: {name: Ada}}", [("bad-id", 1, 10)]),
        (RosterDocument, "people: {ada: {name: Ada, coch: ben}}", [("unknown-key", 1, 27)]),
        (FrameworkDocument, "title: F\nversion: 2026.1\nlevels: []", [("wrong-type", 2, 10)]),
        (
            FrameworkDocument,
            "title: F\nversion: '1'\nlevels:\n  - {id: a, title: A, mastry: true}",
            [("unknown-key", 4, 23)],
        ),
        (
            FrameworkDocument,
            "title: F\nversion: '1'\nlevels:\n  - {id: a, title: A, mastery: maybe}",
            [("wrong-type", 4, 32)],
        ),
        (
            FrameworkDocument,
            "title: F\nversion: '1'\nlevels: []\nsets: {s: {title: S, prerequisite_for: most}}",
            [("unknown-value", 4, 40)],
        ),
        (CompetencyDocument, "title: C\nrubric: {a: {low: 1}}", [("wrong-type", 2, 19)]),
        (CompetencyDocument, "title: C\nrubric: {A: {low: x}}", [("bad-id", 2, 10)]),
        (CompetencyDocument, "title: C\nrubric: {a: x}", [("wrong-type", 2, 13)]),
        (
            CompetencyDocument,
            "title: C\nalignments: [{framework: f, target: 6, relation: same}]",
            [("wrong-type", 2, 37), ("unknown-value", 2, 50)],
        ),
        (
            MicroCredentialDocument,
            "title: M\ncompetency: c\nsubmission: {sections: {a: {titel: A}}}",
            [("unknown-key", 3, 29)],
        ),
        (
            MicroCredentialDocument,
            "title: M\ncompetency: c\nsubmission: {artifacts: {kinds: {vidoe: 1}}}",
            [("unknown-value", 3, 34)],
        ),
        (MicroCredentialDocument, "title: M\ncompetency: c\nexpires: 3 years", [("bad-duration", 3, 10)]),
        (
            MicroCredentialDocument,
            "title: M\ncompetency: c\nstipend: {amount: 2, currency: dollars}",
            [("wrong-type", 3, 32)],
        ),
        (MicroCredentialDocument, "title: M\ncompetency: c\nreview: {reviewers: 0}", [("wrong-type", 3, 21)]),
        (PathwayDocument, "title: P\nrule: 3", [("bad-rule", 2, 7)]),
        (PathwayDocument, "title: P\nrule: {all_of: [a, 3]}", [("bad-rule", 2, 20)]),
        (PathwayDocument, "title: P\nrule: {at_least: 2}", [("missing-key", 2, 7)]),
        (PathwayDocument, "title: P\nrule: {at_least: two, of: [a]}", [("wrong-type", 2, 18)]),
        (PathwayDocument, "title: P\nrule: {at_least: 1, of: a}", [("bad-rule", 2, 25)]),
        (
            PathwayDocument,
            "title: P\nrule: {at_least: 1, of: {framework: f, theme: t}}",
            [("bad-rule", 2, 25)],
        ),
        (PathwayDocument, "title: P\nrule: {allof: [a]}", [("unknown-key", 2, 8)]),
        (PathwayDocument, "title: P\nrule: {all_of: [{any_of: [a], extra: 1}]}", [("unknown-key", 2, 31)]),
        (
            RenewalDocument,
            "title: R\ncycle: P5Y\nhours: {at_least: 5}\nexamples: [{given: {}, expect: yes}]",
            [("unknown-value", 4, 32)],
        ),
        (RenewalDocument, "title: R\ncycle: P5Y\nhours: 150", [("wrong-type", 3, 8)]),
        (ProfileDocument, "visibility: hidden", [("unknown-value", 1, 13)]),
        (ProfileDocument, "plan: [{gaol: x}]", [("unknown-key", 1, 9)]),
        (ProfileDocument, "renewal: state", [("wrong-type", 1, 10)]),
        (SelfAssessmentDocument, "ratings: {a: 3}", [("wrong-type", 1, 14)]),
        (SelfAssessmentDocument, "ratings: {a: {level: x, confidence: 9}}", [("wrong-type", 1, 37)]),
        (SelfAssessmentDocument, "ratings: {a: {levl: x}}", [("unknown-key", 1, 15)]),
        (LogDocument, "title: L\nkind: lunch", [("unknown-value", 2, 7)]),
        (LogDocument, "title: L\nkind: practice\nhours: 1h", [("wrong-type", 3, 8)]),
        (LogDocument, "title: L\nkind: practice\nhours: 9999", [("wrong-type", 3, 8)]),
        (
            ReviewDocument,
            "reviewed: sha256:12\nverdict: maybe",
            [("bad-digest", 1, 11), ("unknown-value", 2, 10)],
        ),
        (
            ReviewDocument,
            "reviewed: latest\nverdict: met\nratings: {Pacing: x}",
            [("bad-digest", 1, 11), ("bad-id", 3, 11)],
        ),
    ],
)
def test_places(shape, text, findings) -> None:
    assert told(shape, text) == findings


@pytest.mark.parametrize(
    ("shape", "text", "message", "hint"),
    [
        (
            SubmissionDocument,
            "titel: Work\nmicro_credential: m",
            "unknown key 'titel'",
            "did you mean title?",
        ),
        (SubmissionDocument, SUBMISSION + "With: [a]", "unknown key 'With'", "did you mean with?"),
        (
            SubmissionDocument,
            SUBMISSION + "applied: {lerners: 2}",
            "unknown key 'lerners'",
            "did you mean learners?",
        ),
        (SubmissionDocument, SUBMISSION + "zzz: 1", "unknown key 'zzz'", "known: applied, artifacts,"),
        (
            MicroCredentialDocument,
            "title: M\ncompetency: c\nsubmission: {artifacts: {atleast: 1}}",
            "unknown key 'atleast'",
            "did you mean at_least?",
        ),
        (SubmissionDocument, "micro_credential: m", "the key 'title' is missing", "add a line title: …"),
        (
            SubmissionDocument,
            "title: 12\nmicro_credential: m",
            "a text is wanted here, not '12'",
            'put it in quotes: "12"',
        ),
        (
            SubmissionDocument,
            "title:\nmicro_credential: m",
            "a text is wanted here, not nothing",
            "write a value after the colon, or remove the line",
        ),
        (
            SubmissionDocument,
            SUBMISSION + "with: ben",
            "a list is wanted here, not 'ben'",
            "put the values between [ and ]",
        ),
        (
            SubmissionDocument,
            SUBMISSION + "applied: [1]",
            "keys and values are wanted here, not a list",
            "each in a line of its own",
        ),
        (
            SubmissionDocument,
            SUBMISSION + "status: Submited",
            "unknown value 'Submited'",
            "did you mean submitted? (allowed: draft, submitted)",
        ),
        (
            RosterDocument,
            "people: {ada: {name: Ada, roles: [teacher]}}",
            "unknown value 'teacher'",
            "allowed: educator, coach, assessor, approver, leader",
        ),
        (
            LogDocument,
            "title: L\nkind: practice\nhours: two",
            "a number is wanted here, not 'two'",
            "write the number alone",
        ),
        (
            SubmissionDocument,
            SUBMISSION + "artifacts: [{file: a, url: 'https://b.org', kind: data, title: A}]",
            "an artifact is either a file or a url, not both",
            "",
        ),
        (
            PathwayDocument,
            "title: P\nrule: [a]",
            "a rule is an id, or one of all_of, any_of, at_least … of",
            "",
        ),
    ],
)
def test_words(shape, text, message, hint) -> None:
    ((finding, _),) = wrong(shape, text)
    assert finding.message == message
    assert hint in (finding.hint or "")


@pytest.mark.parametrize("text", ["- a", "just words", "12", "[]"])
def test_what_is_no_mapping(text) -> None:
    assert [each for each, *_ in told(ProfileDocument, text)] == ["not-a-mapping"]


@pytest.mark.parametrize(
    ("shape", "text"),
    [
        (ProfileDocument, "{}"),
        (SelfAssessmentDocument, "ratings:"),
        (SubmissionDocument, SUBMISSION + "artifacts: [{file: a, kind: data, title: A, consent: no}]"),
        (
            SubmissionDocument,
            SUBMISSION + "impact: [{measure: A, unit: '%', before: 4 %, after: 5.5 percent}]",
        ),
        (SubmissionDocument, SUBMISSION + "problem_of_practice: Fewer than < 5 learners\n  ask."),
        (LogDocument, "title: L\nkind: practice\nhours: 0.25"),
        (PathwayDocument, "title: P\nrule: a"),
    ],
)
def test_what_is_fine(shape, text) -> None:
    assert told(shape, text) == []


REMARKS = SUBMISSION + "artifacts:\n  - url: https://b.org\n    kind: video\n    title: A\n    commentary:\n"


@pytest.mark.parametrize(
    ("written", "seconds"),
    [
        ("1:05", 65), ('"1:05"', 65), ("'0:07'", 7), ("12:40", 760), ("90:00", 5400), ("1:02:33", 3753),
        ("01:02:33", 3753), ("00:00", 0), ("65", None), ("1.05", None), ("1:5", None), ("1:65", None),
        ("1:60:00", None), ("yes", None), ("2026-10-05", None), ("-1:05", None), ("", None),
        ('"１:05"', None), ("1000:00", None),
    ],
)  # fmt: skip
@pytest.mark.parametrize("form", ["      - {{at: {}, note: x}}\n", "      - at: {}\n        note: x\n"])
def test_a_time_is_what_players_show_with_or_without_quotes(
    written: str, seconds: int | None, form: str
) -> None:
    """YAML 1.1 would take 1:05 for the number 65; nothing here does."""
    reading = read_yaml(REMARKS + form.format(written), "f")
    document, wrong = validate(Sheet("f", reading.data, reading.values, reading.keys), SubmissionDocument)
    if seconds is None:
        assert [(each.rule.name, *each.where.route[-2:]) for each in wrong] == [("bad-time", 0, "at")]
    else:
        assert document is not None, wrong
        assert [each.model().at for each in document.artifacts[0].commentary] == [seconds]
