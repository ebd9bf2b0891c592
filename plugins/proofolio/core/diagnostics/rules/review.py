"""Rules about reviews."""

from __future__ import annotations

from proofolio.core.diagnostics.rule import Rule

REVIEW_BY_OWNER = Rule(
    "review-by-owner",
    "A review of one's own work",
    "Nobody can decide on their own work.",
    "Ask a coach or an assessor to review it.",
)
REVIEW_BY_CO_AUTHOR = Rule(
    "review-by-co-author",
    "A review by a co-author",
    "Whoever worked on it cannot decide on it.",
    "Ask somebody else with a reviewing role.",
)
REVIEW_BY_UNQUALIFIED = Rule(
    "review-by-unqualified",
    "The reviewer does not have a reviewing role",
    "Reviews by coaches, assessors and approvers count, because they have agreed on what the levels mean.",
    "Ask somebody with such a role, or give the role to this person on the roster.",
)
UNRATED_CRITERION = Rule(
    "unrated-criterion",
    "A criterion is not rated",
    "The decision needs a level for every criterion that is asked.",
    "Add the criterion with its level under ratings.",
)
MISSING_NEXT_STEP = Rule(
    "missing-next-step",
    "A rating below mastery without a next step",
    "Below mastery means not yet; without a next step the teacher does not know what to do.",
    "Say under next_steps, for this criterion, one thing that would bring it to mastery.",
)
NEXT_STEP_FOR_UNKNOWN_CRITERION = Rule(
    "next-step-for-unknown-criterion",
    "A next step for a criterion that is not asked",
    "The step would be shown nowhere.",
    "Use the id of a criterion of this micro-credential.",
)
VERDICT_CONTRADICTS_RATINGS = Rule(
    "verdict-contradicts-ratings",
    "The verdict says met, a rating says not yet",
    "Met means that every criterion is at mastery; the teacher would read two different answers.",
    "Change the verdict to revise, or the rating, whichever you did not mean.",
)
UNKNOWN_DIGEST = Rule(
    "unknown-digest",
    "The review names a version that never was",
    "A review counts for exactly the version that was read. This submission never had a version with this"
    " digest.",
    "Run proofolio digest on the submission's folder as you read it, and copy what it prints into reviewed.",
)
REVIEW_COMMITTED_BY_AUTHOR = Rule(
    "review-committed-by-author",
    "A review that an author of the work put in",
    "A review tells what somebody else found. This one was saved under the account of a person who did the"
    " work, so nothing shows that the reviewer wrote it, and it counts for nothing.",
    "Ask the reviewer to save it under their own account, or let it be taken from the pull request.",
)

RULES = tuple(value for value in list(globals().values()) if isinstance(value, Rule))
