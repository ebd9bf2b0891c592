"""Slips in reviews."""

from __future__ import annotations

from tests.doors.mutation import edit, moved, put

FOLDER = "portfolios/amina-yusuf/menu-maths/reviews"
LAST = f"{FOLDER}/2026-10-29-rosa-diaz.md"
MIDDLE = f"{FOLDER}/2026-10-14-rosa-diaz.md"
DIGEST = "sha256:9edba7c96a94bafdd0397efff6324fa4f8176220659c495c8127147b9784b005"
EARLIER = "sha256:52b57a62ea77a15be02accb4cdb7557422490bf0c34d902eadbde323bfcb3434"
SHARED = "portfolios/amina-yusuf/three-line-feedback/reviews"

REVIEWS = (
    edit("all zeros", LAST, DIGEST, "sha256:" + "0" * 64, "unknown-digest"),
    edit("cut short", LAST, DIGEST, DIGEST[:-1], "bad-digest"),
    edit("another sum", LAST, DIGEST, DIGEST.replace("sha256", "sha1"), "bad-digest"),
    edit("a digest in capitals", LAST, DIGEST, "sha256:" + DIGEST[7:].upper(), "bad-digest"),
    edit("no digest", LAST, f"reviewed: {DIGEST}\n", "", "missing-key", 1),
    edit("a misspelt key", LAST, "reviewed:", "reviewd:", "unknown-key"),
    edit("ratings misspelt", LAST, "ratings:", "rating:", "unknown-key"),
    edit("no verdict", LAST, "verdict: met\n", "", "missing-key", 1),
    edit("an unknown verdict", LAST, "verdict: met", "verdict: mett", "unknown-value"),
    edit("an unknown level", LAST, "pacing: proficient", "pacing: proficent", "unknown-level"),
    edit("an unknown criterion", LAST, "  pacing: proficient", "  paceing: proficient", "unknown-criterion"),
    edit(
        "a criterion nobody asked for",
        LAST,
        "  pacing: proficient",
        "  pacing: proficient\n  trust: proficient",
        "unknown-criterion",
        "  trust:",
    ),
    edit("a criterion not rated", LAST, "  pacing: proficient\n", "", "unrated-criterion", "ratings:"),
    edit(
        "a criterion rated twice",
        LAST,
        "  pacing: proficient\n",
        "  pacing: proficient\n  pacing: exemplary\n",
        "duplicate-key",
        "  pacing: exemplary",
    ),
    edit(
        "no next step",
        MIDDLE,
        "next_steps:\n  pacing: Show how the pace changed for two learners, with what each could do before and after, and who made the decision to move.\n",
        "",
        "missing-next-step",
        "  pacing: developing",
    ),
    edit(
        "a next step for nothing",
        MIDDLE,
        "  pacing: Show",
        "  units: Plan\n  pacing: Show",
        "next-step-for-unknown-criterion",
        "  units:",
    ),
    edit(
        "a next step misspelt", MIDDLE, "  pacing: Show", "  pacng: Show", "next-step-for-unknown-criterion"
    ),
    edit(
        "an empty next step",
        MIDDLE,
        "  pacing: Show how the pace changed for two learners, with what each could do before and after, and who made the decision to move.",
        "  pacing:",
        "wrong-type",
        "  pacing:\nverdict",
    ),
    edit("a next step as text", MIDDLE, "next_steps:\n  pacing: Show", "next_steps: Show", "wrong-type"),
    edit(
        "a verdict against the ratings",
        MIDDLE,
        "verdict: revise",
        "verdict: met",
        "verdict-contradicts-ratings",
    ),
    edit("a number for a level", LAST, "pacing: proficient", "pacing: 3", "wrong-type"),
    edit(
        "a list of ratings",
        LAST,
        "ratings:\n  units-from-competencies: exemplary\n  pacing: proficient\n",
        "ratings: [proficient, proficient]\n",
        "wrong-type",
    ),
    edit(
        "no ratings",
        LAST,
        "ratings:\n  units-from-competencies: exemplary\n  pacing: proficient\n",
        "",
        "unrated-criterion",
        1,
    ),
    edit(
        "a source that is no address",
        LAST,
        "verdict: met",
        "verdict: met\nsource: pull request 12",
        "bad-address",
        "source:",
    ),
    edit(
        "a link to nothing", LAST, "Three rounds", "[Plan](../unit-paln.pdf)\nThree rounds", "dangling-link"
    ),
    edit(
        "a picture without words",
        LAST,
        "Three rounds",
        "![](../pace-wall.png)\nThree rounds",
        "image-without-alt",
    ),
    moved("by the owner", LAST, f"{FOLDER}/2026-10-29-amina-yusuf.md", "review-by-owner"),
    moved(
        "by somebody without the role", LAST, f"{FOLDER}/2026-10-29-elena-marsh.md", "review-by-unqualified"
    ),
    moved("by nobody known", LAST, f"{FOLDER}/2026-10-29-rosa-dias.md", "unknown-person"),
    moved(
        "by a co-author",
        f"{SHARED}/2026-11-03-rosa-diaz.md",
        f"{SHARED}/2026-11-03-ben-okafor.md",
        "review-by-co-author",
    ),
    moved("a day that is not", LAST, f"{FOLDER}/2026-10-32-rosa-diaz.md", "bad-file-name"),
    moved("no reviewer", LAST, f"{FOLDER}/2026-10-29.md", "bad-file-name"),
    moved("no day", LAST, f"{FOLDER}/rosa-diaz.md", "bad-file-name"),
    moved("a reviewer with capitals", LAST, f"{FOLDER}/2026-10-29-Rosa-Diaz.md", "bad-file-name"),
    moved("a folder too deep", LAST, f"{FOLDER}/october/2026-10-29-rosa-diaz.md", "misplaced-file"),
    moved("another ending", LAST, LAST + ".txt", "misplaced-file"),
    put("an empty review", LAST, "", "front-matter-missing"),
    put("words alone", LAST, "Well done, Amina!\n", "front-matter-missing"),
    put("nothing between the dashes", LAST, "---\n---\nWell done!\n", "not-a-mapping"),
)

MUTATIONS = REVIEWS
