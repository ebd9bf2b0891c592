"""Review files as people write them by hand: what is good passes, what is not is said with a way out."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.doors.forge import run

FOLDER = "portfolios/amina-yusuf/menu-maths"
GOOD = """---
reviewed: DIGEST
ratings:
  units-from-competencies: proficient
  pacing: developing
next_steps:
  pacing: Show how the pace changed for two learners.
verdict: revise
---
**pacing** – good walls.
"""


@dataclass(frozen=True)
class Case:
    """A file, and the rule that it breaks (None: none) with words that say what to do."""

    text: str
    rule: str | None = None
    words: str = ""
    name: str = "2026-11-20-rosa-diaz.md"
    encoding: str = "utf-8"


CASES = {
    "good": Case(GOOD),
    "line ends of Windows": Case(GOOD.replace("\n", "\r\n")),
    "a byte-order mark": Case(GOOD, encoding="utf-8-sig"),
    "quotes around everything": Case(
        GOOD.replace("proficient", '"proficient"').replace("revise", "'revise'")
    ),
    "one line for the ratings": Case(
        GOOD.replace(
            "ratings:\n  units-from-competencies: proficient\n  pacing: developing",
            "ratings: {units-from-competencies: proficient, pacing: developing}",
        )
    ),
    "a step over several lines": Case(GOOD.replace("Show how", ">-\n    Show\n    how")),
    "no text of its own": Case(GOOD.replace("**pacing** – good walls.\n", "")),
    "stepping back without ratings": Case(
        "---\nreviewed: DIGEST\nverdict: recused\n---\nShe is my sister.\n"
    ),
    "a criterion's title": Case(
        GOOD.replace("  units-from-competencies:", "  Units from competencies:"), "bad-id", "not a valid id"
    ),
    "a level's title": Case(GOOD.replace("proficient", "Proficient"), "unknown-level", "proficient"),
    "a slip in a level": Case(GOOD.replace("developing", "developping"), "unknown-level", "developing"),
    "a slip in a criterion": Case(GOOD.replace("pacing:", "paceing:"), "unknown-criterion", "pacing"),
    "another word for the verdict": Case(GOOD.replace("revise", "not yet"), "unknown-value", "revise"),
    "no verdict": Case(GOOD.replace("verdict: revise\n", ""), "missing-key", "verdict"),
    "no digest": Case(GOOD.replace("reviewed: DIGEST\n", ""), "missing-key", "reviewed"),
    "half a digest": Case(GOOD.replace("DIGEST", "sha256:52b57a62ea77"), "bad-digest", "digest"),
    "a digest that never was": Case(
        GOOD.replace("DIGEST", "sha256:" + "1" * 64), "unknown-digest", "proofolio digest"
    ),
    "one criterion only": Case(
        GOOD.replace("  units-from-competencies: proficient\n", ""), "unrated-criterion", "units"
    ),
    "no next step": Case(
        GOOD.replace("next_steps:\n  pacing: Show how the pace changed for two learners.\n", ""),
        "missing-next-step",
        "pacing",
    ),
    "met, and below mastery": Case(GOOD.replace("revise", "met"), "verdict-contradicts-ratings", "pacing"),
    "rated twice": Case(
        GOOD.replace("  pacing: dev", "  pacing: emerging\n  pacing: dev"), "duplicate-key", "pacing"
    ),
    "a key with a slip": Case(GOOD.replace("next_steps", "next_step"), "unknown-key", "next_steps"),
    "front matter never closed": Case(
        GOOD.replace("revise\n---", "revise"), "front-matter-unclosed", "add a line ---"
    ),
    "no front matter": Case("Good work.\n", "front-matter-missing", "---"),
    "another encoding": Case(GOOD, "not-utf8", "UTF-16", encoding="utf-16"),
    "no reviewer in the name": Case(GOOD, "bad-file-name", "<date>-<reviewer>.md", name="2026-11-20.md"),
    "a day that is none": Case(GOOD, "bad-file-name", "<date>", name="2026-11-31-rosa-diaz.md"),
    "the author's own": Case(GOOD, "review-by-owner", "coach", name="2026-11-20-amina-yusuf.md"),
    "somebody without the role": Case(
        GOOD, "review-by-unqualified", "coaches", name="2026-11-20-ben-okafor.md"
    ),
    "a slip in the reviewer": Case(GOOD, "unknown-person", "rosa-diaz", name="2026-11-20-rosa-dias.md"),
}


@pytest.mark.parametrize("name", CASES)
def test_a_review_written_by_hand(district: Path, name: str) -> None:
    case = CASES[name]
    digest = run(district, "digest", f"{district}/{FOLDER}").output.strip()
    path = district / FOLDER / "reviews" / case.name
    path.write_bytes(case.text.replace("DIGEST", digest).encode(case.encoding))
    found = json.loads(run(district, "check", "--format", "json").output)["findings"]
    if case.rule is None:
        assert found == []
        return
    mine = [each for each in found if each["rule"] == case.rule]
    assert mine, found
    said = json.dumps(mine[0])
    assert mine[0]["file"].endswith(case.name)
    assert mine[0]["line"] is not None
    assert case.words in said
