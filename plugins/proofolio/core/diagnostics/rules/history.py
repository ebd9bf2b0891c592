"""Rules about what Git can tell, and about folders that it cannot."""

from __future__ import annotations

from proofolio.core.diagnostics.rule import Rule, Severity

SHALLOW_HISTORY = Rule(
    "shallow-history",
    "Only the latest part of the history is here",
    "This copy was made without the earlier commits. Dates, versions and who took part come from them, so "
    "none are shown, rather than wrong ones. Nobody's work is withheld for it.",
    "Fetch the rest with git fetch --unshallow; in a workflow, give the checkout step fetch-depth: 0.",
    Severity.WARNING,
)
REPOSITORY_NOT_TRUSTED = Rule(
    "repository-not-trusted",
    "Git does not trust this folder",
    "The folder belongs to another user of this computer, so Git answers no question about it until you "
    "say that it is yours. Until then no dates, versions and authors are shown. Nobody's work is withheld "
    "for it.",
    "Tell Git that you trust it, once: git config --global --add safe.directory, followed by the "
    "folder's full path.",
    Severity.WARNING,
)
HISTORY_UNREADABLE = Rule(
    "history-unreadable",
    "The history cannot be read",
    "There is a Git repository, but a part of its history is missing or damaged, or was never fetched. "
    "Dates, versions and who took part are not shown, rather than wrong ones. Nobody's work is withheld "
    "for it.",
    "Clone the whole repository again, without --filter and --depth, and work in that. git fsck tells what "
    "is damaged in this one.",
    Severity.WARNING,
)
NESTED_REPOSITORY = Rule(
    "nested-repository",
    "A repository inside the repository",
    "A folder with a repository of its own is only a reference to the commits around it: whoever clones "
    "finds it empty, and nobody can tell who changed what in it.",
    "Delete the .git in that folder, then add and commit the folder's files like all others.",
    Severity.WARNING,
)

RULES = tuple(value for value in list(globals().values()) if isinstance(value, Rule))
