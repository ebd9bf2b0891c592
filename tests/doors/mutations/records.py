"""Slips in logs and in the ledger."""

from __future__ import annotations

from tests.doors.mutation import edit, moved, put

LOG = "portfolios/amina-yusuf/log/2026-09-17-bens-conference.md"

COURSE_LOG = "portfolios/amina-yusuf/log/2026-02-12-course-pace-by-data.md"

CREDENTIAL = "portfolios/amina-yusuf/credentials/pace-a-unit.json"

LOGS = (
    edit("an unknown kind", LOG, "kind: observation", "kind: observaton", "unknown-value"),
    edit("hours in words", LOG, "hours: 1.5", "hours: 1,5", "wrong-type"),
    edit("hours with a unit", LOG, "hours: 1.5", "hours: 1.5h", "wrong-type"),
    edit("negative hours", LOG, "hours: 1.5", "hours: -1.5", "wrong-type"),
    edit("endless hours", LOG, "hours: 1.5", "hours: .inf", "wrong-type"),
    edit(
        "an unknown competency",
        LOG,
        "competency: mastery-approach",
        "competency: mastery-approch",
        "unknown-competency",
    ),
    edit("an unknown companion", LOG, "with: [ben-okafor]", "with: [ben-okafro]", "unknown-person"),
    edit("a companion as text", LOG, "with: [ben-okafor]", "with: ben-okafor", "wrong-type"),
    edit("a misspelt key", LOG, "category:", "catagory:", "unknown-key"),
    edit("no title", LOG, "title: Watched Ben's small-group conference\n", "", "missing-key", 1),
    edit(
        "an empty title",
        LOG,
        "title: Watched Ben's small-group conference",
        "title:",
        "wrong-type",
        "title:\n",
    ),
    edit("an unknown course", COURSE_LOG, "course: pace-by-data", "course: pace-by-dat", "unknown-course"),
    edit(
        "a visibility that is not",
        LOG,
        "hours: 1.5",
        "hours: 1.5\nvisibility: secret",
        "unknown-value",
        "visibility: secret",
    ),
    moved("30 February", LOG, "portfolios/amina-yusuf/log/2026-02-30-bens-conference.md", "bad-file-name"),
    moved("a day alone", LOG, "portfolios/amina-yusuf/log/2026-09-17.md", "bad-file-name"),
    moved("no day", LOG, "portfolios/amina-yusuf/log/bens-conference.md", "bad-file-name"),
    moved("another order", LOG, "portfolios/amina-yusuf/log/17-09-2026-ben.md", "bad-file-name"),
    moved("a folder too deep", LOG, "portfolios/amina-yusuf/log/2026/2026-09-17-ben.md", "misplaced-file"),
)

CREDENTIALS = (
    edit(
        "a comma missing",
        CREDENTIAL,
        '"validFrom": "2026-10-29T00:00:00Z",',
        '"validFrom": "2026-10-29T00:00:00Z"',
        "malformed-json",
        '  "awardedDate"',
    ),
    edit(
        "a name twice",
        CREDENTIAL,
        '  "name": "Pace a unit for mastery",\n',
        '  "name": "Pace a unit for mastery",\n  "name": "Other",\n',
        "malformed-json",
        '  "name": "Other"',
    ),
    edit("no beginning", CREDENTIAL, '  "validFrom": "2026-10-29T00:00:00Z",\n', "", "missing-key", 1),
    edit(
        "a beginning in words",
        CREDENTIAL,
        '"validFrom": "2026-10-29T00:00:00Z"',
        '"validFrom": "in October"',
        "wrong-type",
    ),
    edit(
        "a number for a name",
        CREDENTIAL,
        '  "name": "Pace a unit for mastery",\n  "description',
        '  "name": 7,\n  "description',
        "wrong-type",
        '"name": 7',
    ),
    edit(
        "an end before the beginning",
        CREDENTIAL,
        '  "awardedDate"',
        '  "validUntil": "2020-01-01T00:00:00Z",\n  "awardedDate"',
        "credential-dates",
        '"validUntil"',
    ),
    edit("no proof", CREDENTIAL, '"proof":', '"prof":', "credential-without-proof", 1),
    moved(
        "for something unknown",
        CREDENTIAL,
        "portfolios/amina-yusuf/credentials/pace-a-unti.json",
        "unknown-achievement",
    ),
    put("an empty credential", CREDENTIAL, "", "malformed-json"),
    put("a list", CREDENTIAL, "[]", "not-a-mapping"),
    put("deep brackets", CREDENTIAL, "[" * 100_000, "malformed-json"),
    edit("not a number", CREDENTIAL, '"hashed": false', '"hashed": NaN', "malformed-json", 1),
)

MUTATIONS = (
    *LOGS,
    *CREDENTIALS,
)
