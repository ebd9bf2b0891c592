"""A change that a workflow proposed: it is its sender's if it is what they sent with a form."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from proofolio.core.diagnostics.finding import PORTFOLIOS, Finding
from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.diagnostics.rules.authority import FORM_DIFFERS, UNKNOWN_ACTOR
from proofolio.core.guarding.actor import whose
from proofolio.core.guarding.place import Kind, Touched, folded, touched
from proofolio.core.model.change import Change, Filed
from proofolio.core.model.person import Person

_PAGE = "index.md"
_STEPS_OF_A_PAGE = 4
"""``portfolios``, the person, the submission, and its page."""


def sender(change: Change, filed: Filed, people: Mapping[str, Person]) -> Person | Finding:
    """The person on the base's roster who sent this with a form, or why it is not taken for theirs.

    What is filed must be in the change byte for byte. Beside it there may be artifacts of the same
    submission, and nothing else: whoever put them there, the form does not say.
    """
    found = whose(change, filed.sender, people)
    if isinstance(found, Finding):
        if found.rule is not UNKNOWN_ACTOR:
            return found
        message = f"the form was sent in issue {filed.issue}, but {found.message}"
        return Finding(FORM_DIFFERS, message, found.where)
    if found.account_number is not None and filed.sender.number is None:
        message = f"issue {filed.issue} does not say which account's number sent it"
        return Finding(FORM_DIFFERS, message, Pointer(f"{PORTFOLIOS}/{found.id}"))
    if filed.objection or not filed.files:
        message = filed.objection or f"nothing is filed from issue {filed.issue}"
        return Finding(FORM_DIFFERS, message, Pointer(f"{PORTFOLIOS}/{found.id}"))
    differing = list(_differing(change, filed, found))
    if not differing:
        return found
    more = len(differing) - 1
    rest = f" (and {more} more {'file is' if more == 1 else 'files are'} not from the form)" if more else ""
    return Finding(FORM_DIFFERS, differing[0].message + rest, differing[0].where)


def _differing(change: Change, filed: Filed, person: Person) -> Iterator[Finding]:
    """What the form should have made and did not, then what does not come from it."""
    form = f"the form that {person.name} sent in issue {filed.issue}"
    held = {each.path: each.after for each in change.files}
    for path, blob in filed.files.items():
        after = held.get(path)
        if after is None:
            yield Finding(FORM_DIFFERS, f"this file, which {form} makes, is not in the change", Pointer(path))
        elif after.blob != blob:
            yield Finding(FORM_DIFFERS, f"this text is not what {form} says", Pointer(path))
    for each in map(touched, change.files):
        if each.file.path not in filed.files and not _goes_with(each, filed):
            yield Finding(FORM_DIFFERS, f"this is no artifact that can go with {form}", each.where)


def _goes_with(each: Touched, filed: Filed) -> bool:
    """Whether this is an artifact that comes, or changes, in the folder of what was filed."""
    if each.kind is not Kind.EVIDENCE or each.is_gone or folded(each.steps[-1]) == _PAGE:
        return False
    folders = (path.split("/")[:-1] for path in filed.files if _is_page(path))
    return any(list(each.steps[: len(folder)]) == folder for folder in folders)


def _is_page(path: str) -> bool:
    """Whether a path is a submission's page; a log entry has no artifacts."""
    steps = path.split("/")
    return len(steps) == _STEPS_OF_A_PAGE and steps[-1] == _PAGE
