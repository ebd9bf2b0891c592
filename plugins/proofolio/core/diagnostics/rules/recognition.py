"""Rules about recognitions."""

from __future__ import annotations

from proofolio.core.diagnostics.rule import Rule, Severity

RECOGNITION_OF_OWN_WORK = Rule(
    "recognition-of-own-work",
    "A recognition of one's own work",
    "Thanks are worth something because somebody else gives them.",
    "Ask another leader, coach or approver to write it, and put their id into by.",
)
RECOGNITION_BY_UNQUALIFIED = Rule(
    "recognition-by-unqualified",
    "This person does not speak for the organisation",
    "A recognition is the organisation's thanks, so a leader, a coach or an approver gives it. Colleagues"
    " can always say thank you in a review or in a log.",
    "Put the id of a leader, coach or approver into by, or give this person such a role on the roster.",
)
RECOGNITION_WITHOUT_CONSENT = Rule(
    "recognition-without-consent",
    "Somebody whose work this is has not agreed yet",
    "To be held up to everyone is for each teacher to decide. Until everybody whose name stands on the work"
    " has agreed, nothing of the recognition is shown anywhere. Nobody has to agree, and whoever takes the"
    " line out again takes the recognition off the site.",
    "Ask them to add the line that the hint shows to their own profile.",
    Severity.WARNING,
    waits=True,
)
RECOGNITION_OF_UNSHARED_WORK = Rule(
    "recognition-of-unshared-work",
    "The recognised work is not shared",
    "Drafts, practice and private work are on no page, so what is said about them is not shown either.",
    "Wait until the work is handed in and shared, or choose other work.",
    Severity.WARNING,
    waits=True,
)

RULES = tuple(value for value in list(globals().values()) if isinstance(value, Rule))
