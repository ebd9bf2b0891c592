"""Pull requests with reviews of oneself, in another's name, or of the past."""

from __future__ import annotations

from tests.doors.pulls.district import COACHS, DRAFT, REVIEW, SHARED, WORK, Repository, questions, review
from tests.doors.pulls.pull import Pull, steps

ROSTER = "portfolios/roster.yml"
TODAY = "2026-11-20"
BY_CARL = f"{WORK}/reviews/{TODAY}-carl-finch.md"
BY_DORA = f"{WORK}/reviews/{TODAY}-dora-lane.md"
MOVED_TO_OTHER_WORK = (
    "next-step-for-unknown-criterion",
    "review-removed",
    "unknown-criterion",
    "unknown-digest",
    "unrated-criterion",
)
MET = {"timely": "secure", "used": "secure"}


def left_and_back(repository: Repository) -> None:
    """The evidence was bent for a while, so that a digest of it exists in the branch."""
    before = repository.text(f"{WORK}/slips.csv")
    repository.write(f"{WORK}/slips.csv", "learner,changed\nL01,no\n")
    digest = repository.digest(WORK)
    repository.commit()
    repository.write(f"{WORK}/slips.csv", before)
    repository.commit()
    repository.write(BY_DORA, review(digest, "met", **MET))


def without_role_meanwhile(repository: Repository) -> None:
    """Carl was a coach when the branch began, and is none any more on main."""
    repository.write(BY_CARL, review(repository.digest(WORK)))
    repository.commit()
    now = repository.text(ROSTER).replace("roles: [educator, coach]\n", "roles: [educator]\n", 1)
    repository.on_main((ROSTER, now))


REVIEWS = (
    Pull(
        "self-review",
        "carl-finch",
        lambda r: r.write(
            f"{COACHS}/reviews/{TODAY}-carl-finch.md", review(r.digest(COACHS), "met", open="secure")
        ),
        ("review-by-owner",),
    ),
    Pull(
        "self-review by a leader",
        "lena-hart",
        steps(
            lambda r: r.git("switch", "--quiet", "main"),
            lambda r: r.write("portfolios/lena-hart/own/index.md", questions("Own", "I asked.")),
            lambda r: r.commit(),
            lambda r: r.git("switch", "--quiet", "-C", "work"),
            lambda r: r.write(
                f"portfolios/lena-hart/own/reviews/{TODAY}-lena-hart.md",
                review(r.digest("portfolios/lena-hart/own"), "met", open="secure"),
            ),
        ),
        ("review-by-owner",),
    ),
    Pull(
        "forged reviewer on one's own work",
        "ada-moss",
        lambda r: r.write(BY_CARL, review(r.digest(WORK), "met", **MET)),
        ("review-by-owner", "review-for-another"),
        says="in Carl Finch's name, and the change is Ada Moss's",
    ),
    Pull(
        "coach writes in the assessor's name",
        "carl-finch",
        lambda r: r.write(BY_DORA, review(r.digest(WORK))),
        ("review-for-another",),
    ),
    Pull(
        "leader writes in the coach's name",
        "lena-hart",
        lambda r: r.write(BY_CARL, review(r.digest(WORK))),
        ("review-for-another",),
    ),
    Pull(
        "edited rating",
        "ada-moss",
        lambda r: r.edit(REVIEW, "timely: secure", "timely: starting"),
        ("missing-next-step", "review-rewritten"),
    ),
    Pull(
        "coach edits his own earlier review",
        "carl-finch",
        lambda r: r.edit(REVIEW, "used: Show", "used: Do show"),
        ("review-rewritten",),
        says="write a new one",
    ),
    Pull(
        "coach edits another's review",
        "lena-hart",
        lambda r: r.edit(REVIEW, "used: Show", "used: Hide"),
        ("review-rewritten",),
    ),
    Pull("deleted review", "ada-moss", lambda r: r.delete(REVIEW), ("review-removed",)),
    Pull("coach deletes his own review", "carl-finch", lambda r: r.delete(REVIEW), ("review-removed",)),
    Pull(
        "review moved from another submission",
        "carl-finch",
        lambda r: r.move(REVIEW, f"{DRAFT}/reviews/2026-10-05-carl-finch.md"),
        MOVED_TO_OTHER_WORK,
    ),
    Pull(
        "review copied from another submission",
        "carl-finch",
        steps(
            lambda r: r.write(f"{SHARED.replace('group-talk', 'other')}/index.md", questions("Other", "x")),
            lambda r: r.git("switch", "--quiet", "-C", "main"),
            lambda r: r.commit(),
            lambda r: r.git("switch", "--quiet", "-C", "work"),
            lambda r: r.write(
                f"portfolios/ben-oak/other/reviews/{TODAY}-carl-finch.md",
                review(r.digest(WORK), "met", open="secure"),
            ),
        ),
        ("unknown-digest",),
    ),
    Pull(
        "reviewed folder renamed by its owner",
        "ada-moss",
        lambda r: r.move(WORK, "portfolios/ada-moss/fair-portions"),
        ("review-removed",),
    ),
    Pull(
        "reviews folder renamed",
        "ada-moss",
        lambda r: r.move(f"{WORK}/reviews", f"{WORK}/old-notes"),
        ("review-removed",),
    ),
    Pull("reviewed work deleted by its owner", "ada-moss", lambda r: r.delete(WORK), ("review-removed",)),
    Pull(
        "leader renames a reviewed folder and edits it",
        "lena-hart",
        steps(
            lambda r: r.move(WORK, "portfolios/ada-moss/fair-portions"),
            lambda r: r.add("portfolios/ada-moss/fair-portions/index.md"),
        ),
        ("not-your-folder", "review-removed"),
    ),
    Pull(
        "leader moves a review between two works of one person",
        "lena-hart",
        lambda r: r.move(REVIEW, f"{DRAFT}/reviews/2026-10-05-carl-finch.md"),
        MOVED_TO_OTHER_WORK,
    ),
    Pull(
        "review by somebody without the role",
        "ben-oak",
        lambda r: r.write(f"{WORK}/reviews/{TODAY}-ben-oak.md", review(r.digest(WORK))),
        ("review-by-unqualified",),
    ),
    Pull(
        "review of co-authored work",
        "carl-finch",
        lambda r: r.write(
            f"{SHARED}/reviews/{TODAY}-carl-finch.md", review(r.digest(SHARED), "met", open="secure")
        ),
        ("review-by-co-author",),
    ),
    Pull(
        "co-author struck out in the same change",
        "carl-finch",
        steps(
            lambda r: r.edit(f"{SHARED}/index.md", "with: [carl-finch]\n", ""),
            lambda r: r.write(
                f"{SHARED}/reviews/{TODAY}-carl-finch.md", review(r.digest(SHARED), "met", open="secure")
            ),
        ),
        ("mixed-change", "not-your-folder", "review-by-co-author", "unknown-digest"),
    ),
    Pull(
        "review dated in the future",
        "carl-finch",
        lambda r: r.write(f"{WORK}/reviews/2027-05-01-carl-finch.md", review(r.digest(WORK))),
        ("review-date",),
    ),
    Pull(
        "review dated before the reviewer came",
        "dora-lane",
        lambda r: r.write(f"{WORK}/reviews/2026-05-01-dora-lane.md", review(r.digest(WORK))),
        ("review-date",),
    ),
    Pull(
        "review by a role taken away meanwhile",
        "carl-finch",
        without_role_meanwhile,
        ("review-by-unqualified",),
    ),
    Pull("review of a version that only the branch had", "dora-lane", left_and_back, ("unknown-digest",)),
    Pull(
        "draft found to be met",
        "carl-finch",
        lambda r: r.write(
            f"{DRAFT}/reviews/{TODAY}-carl-finch.md", review(r.digest(DRAFT), "met", open="secure")
        ),
        ("verdict-on-draft",),
    ),
    Pull(
        "review of work that is not there",
        "carl-finch",
        lambda r: r.write(
            f"portfolios/ada-moss/dream/reviews/{TODAY}-carl-finch.md", review("sha256:" + "1f" * 32)
        ),
        ("misplaced-record", "missing-file"),
    ),
    Pull(
        "review without a reviewer in its name",
        "carl-finch",
        lambda r: r.write(f"{WORK}/reviews/review.md", review(r.digest(WORK))),
        ("bad-file-name", "misplaced-record"),
    ),
    Pull(
        "evidence and a review in one change",
        "carl-finch",
        steps(lambda r: r.add(f"{COACHS}/index.md"), lambda r: r.write(BY_CARL, review(r.digest(WORK)))),
        ("mixed-change",),
        says="holds evidence and a review",
    ),
    Pull(
        "file called reviews",
        "ada-moss",
        lambda r: r.write(f"{DRAFT}/reviews", "x\n"),
        ("file-type-not-allowed", "misplaced-record"),
    ),
    Pull(
        "reviews in capitals",
        "ada-moss",
        lambda r: r.write(f"{DRAFT}/Reviews/{TODAY}-carl-finch.md", review(r.digest(DRAFT))),
        ("misplaced-record",),
    ),
    Pull(
        "work moved away from under its reviews",
        "ada-moss",
        steps(
            lambda r: r.move(f"{WORK}/index.md", "portfolios/ada-moss/fresh/index.md"),
            lambda r: r.move(f"{WORK}/slips.csv", "portfolios/ada-moss/fresh/slips.csv"),
        ),
        ("missing-file",),
    ),
)
