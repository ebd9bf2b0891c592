"""Rules about the roster and the organisations."""

from __future__ import annotations

from proofolio.core.diagnostics.rule import Rule

ORGANIZATION_CYCLE = Rule(
    "organization-cycle",
    "Organisations lie within one another in a circle",
    "An organisation cannot be part of its own part, and no overview could add them up.",
    "Take within out of one of the organisations named in the message.",
)
NOT_A_COACH = Rule(
    "not-a-coach",
    "The named coach does not have the role coach",
    "Coaches see drafts and get the questions of those they coach; that needs the role.",
    "Add coach to that person's roles, or name another coach.",
)
OWN_COACH = Rule(
    "own-coach",
    "A person is their own coach",
    "Coaching and review need a second pair of eyes.",
    "Name somebody else, or leave coach out.",
)
DUPLICATE_ACCOUNT = Rule(
    "duplicate-account",
    "Two people have the same account",
    "Commits and reviews are mapped to people by their account; with two owners they could be credited to"
    " the wrong one.",
    "Give each person their own account; capitals make no difference.",
)
PERSON_NOT_ON_ROSTER = Rule(
    "person-not-on-roster",
    "A portfolio whose owner is not on the roster",
    "Nobody knows whose work this is, so it can neither be reviewed nor published.",
    "Add the person to portfolios/roster.yml, or rename the folder to the person's id.",
)
NOT_AN_OBSERVATION = Rule(
    "not-an-observation",
    "Somebody is named as observed, but the entry is not an observation",
    "To be watched at work is a matter of trust, so it is kept apart from having been there together.",
    "Write kind: observation if you watched somebody, or name the person under with.",
)

RULES = tuple(value for value in list(globals().values()) if isinstance(value, Rule))
