"""Rules about who may change what. They are told only with ``check --base``."""

from __future__ import annotations

from proofolio.core.diagnostics.rule import Rule

UNKNOWN_ACTOR = Rule(
    "unknown-actor",
    "Nobody on the roster opened this change",
    "Who may change what depends on the person. The roster that counts is the one on the base branch, and"
    " people are found there by their forge account.",
    "Ask a leader to add you, with your account, to portfolios/roster.yml. Once that is on the base branch,"
    " run the check again.",
)
RECYCLED_ACCOUNT = Rule(
    "recycled-account",
    "The account has changed hands",
    "The login is that of somebody on the roster, but the account's number is not. A login that was given up"
    " can be taken by anybody.",
    "Ask a leader to check whose account this is, and to set github and github_id on the roster.",
)
FORM_DIFFERS = Rule(
    "form-differs",
    "The change is not what somebody sent with a form",
    "The workflow opens a pull request in the name of whoever sent the form, so it may hold what the form"
    " says, files that go with it, and nothing else.",
    "To propose it all the same, close this pull request and open one from its branch with your own account;"
    " then it is judged as yours. To go back to the form, edit its issue once more.",
)
MIXED_CHANGE = Rule(
    "mixed-change",
    "One change does several kinds of things",
    "Evidence, reviews, credentials and administration are looked at by different people. Apart, nobody has"
    " to wonder what came in along with what.",
    "Open one pull request for each kind.",
)
NOT_YOUR_FOLDER = Rule(
    "not-your-folder",
    "A file in somebody else's portfolio",
    "A portfolio is in its owner's own words; nobody else writes, moves or deletes what is in it.",
    "Take this file out of the change, and tell the owner what you would like to see changed.",
)
NOT_YOUR_ROLE = Rule(
    "not-your-role",
    "Your role does not include this",
    "The roster, the competencies, the workflows and everything that holds the site together decide about"
    " everybody, so leaders keep them; reviews and credentials have keepers too.",
    "Take this file out of the change, or ask a leader to make it.",
)
REVIEW_FOR_ANOTHER = Rule(
    "review-for-another",
    "A review in somebody else's name",
    "A review says what its reviewer found. Its file bears the reviewer's name, and only they can write it.",
    "Let the reviewer hand it in, or put your own id in the file's name.",
)
REVIEW_REWRITTEN = Rule(
    "review-rewritten",
    "A review that was there already was changed",
    "The next version of the work, decisions and credentials rest on what it said.",
    "Restore the review as it was, and write a new one with today's date in its name.",
)
REVIEW_REMOVED = Rule(
    "review-removed",
    "A review was deleted or moved",
    "Reviews are part of the record. Renaming or deleting the folder around a review takes it away too.",
    "Restore the review at its place. A leader can rename a submission's whole folder, reviews included.",
)
REVIEW_DATE = Rule(
    "review-date",
    "A review that was not written on its date",
    "The date in a review's name says which came first, and the latest one counts.",
    "Name the file by the day on which you wrote the review.",
)
VERDICT_ON_DRAFT = Rule(
    "verdict-on-draft",
    "A draft was found to be met",
    "The author has not handed it in yet. Handing it in changes the work, so this verdict would never count.",
    "Use the verdict revise to give feedback on a draft, or wait until its status is submitted.",
)
MISPLACED_RECORD = Rule(
    "misplaced-record",
    "A review or credential at a place where none belongs",
    "Reviews lie in the reviews folder of the submission they are about, credentials in their owner's"
    " credentials folder. Anywhere else nobody would find them, or they would pass for what they are not.",
    "Move the file to portfolios/<person>/<submission>/reviews/<date>-<reviewer>.md. Name folders for"
    " evidence otherwise than reviews and credentials.",
)
CREDENTIAL_CHANGED = Rule(
    "credential-changed",
    "A credential or a revocation was changed or deleted",
    "A credential is its educator's for good. Nobody edits it, and only a revocation ends it, which stays on"
    " record too.",
    "Restore the file from Git.",
)
OWN_CREDENTIAL = Rule(
    "own-credential",
    "A credential for oneself",
    "Nobody can decide on their own work, leaders included.",
    "Let another leader bring it in.",
)
UNFIT_FILE = Rule(
    "unfit-file",
    "A file that has no place in a portfolio",
    "Hidden files, programs and very long paths do nothing for a reader, and can do things on other people's"
    " computers.",
    "Take the file out of the change.",
)
HUGE_CHANGE = Rule(
    "huge-change",
    "More files than anybody can look through",
    "Somebody has to read what comes in.",
    "Split the change, or put what belongs together into one file.",
)
BAD_SIGNATURE = Rule(
    "bad-signature",
    "A commit whose signature does not hold",
    "It was changed after it was signed, or the signature was made up.",
    "Make the commit anew with your own key, or ask its author to.",
)
STRANGE_SIGNATURE = Rule(
    "strange-signature",
    "A commit signed with a key that is not its author's",
    "The roster says which keys are whose. This one is not the author's, so somebody else may have made the"
    " commit.",
    "Sign with a key that the roster lists for you, or ask a leader to add your new key under signing_keys.",
)

RULES = tuple(value for value in list(globals().values()) if isinstance(value, Rule))
