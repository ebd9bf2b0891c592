"""Pull requests with credentials."""

from __future__ import annotations

from tests.doors.pulls.district import CREDENTIAL, LEDGER, WORK
from tests.doors.pulls.pull import Pull, steps

RECORDS = (
    Pull("credential deleted", "ada-moss", lambda r: r.delete(LEDGER), ("credential-changed",)),
    Pull("credential deleted by a leader", "lena-hart", lambda r: r.delete(LEDGER), ("credential-changed",)),
    Pull(
        "credential edited",
        "lena-hart",
        lambda r: r.edit(LEDGER, "2026-06-01", "2024-06-01"),
        ("credential-changed",),
    ),
    Pull(
        "credential written by its owner",
        "ben-oak",
        lambda r: r.write("portfolios/ben-oak/credentials/quick-feedback.json", CREDENTIAL),
        ("not-your-role",),
    ),
    Pull(
        "credential of another taken over",
        "ben-oak",
        lambda r: r.move(LEDGER, "portfolios/ben-oak/credentials/quick-feedback.json"),
        ("credential-changed", "not-your-role"),
    ),
    Pull(
        "leader's credential for herself",
        "lena-hart",
        lambda r: r.write("portfolios/lena-hart/credentials/quick-feedback.json", CREDENTIAL),
        ("own-credential",),
    ),
    Pull(
        "credential along with evidence",
        "lena-hart",
        steps(
            lambda r: r.write("portfolios/lena-hart/index.md", "---\n---\nHello.\n"),
            lambda r: r.write("portfolios/ben-oak/credentials/quick-feedback.json", CREDENTIAL),
        ),
        ("mixed-change",),
    ),
    Pull(
        "credential inside a submission",
        "lena-hart",
        lambda r: r.write(f"{WORK}/credentials/quick-feedback.json", CREDENTIAL),
        ("misplaced-file", "misplaced-record"),
    ),
)
