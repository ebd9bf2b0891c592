"""Who was judged, by what: the line below the report of a change."""

from __future__ import annotations

from proofolio.adapters.reporting.visible import one_line
from proofolio.core.model.person import Person

_SHORT = 7


def judged(person: Person | None, by_claim: bool, base: str, target: str, issue: int | None = None) -> str:
    """One sentence: whose change it was taken for, who said so, and against what.

    ``issue`` is that of the form which the change holds, if it was taken for one.
    """
    against = f"against {base} ({target[:_SHORT]})"
    account = f" ({person.github})" if person and person.github else ""
    if person is None:
        sentence = f"Nobody on the roster could be told, so only the files were judged, {against}."
    elif by_claim:
        why = "by what its commits claim; --actor names the account"
        sentence = f"Judged as the change of {person.name}, {why}, {against}."
    elif issue is not None:
        sentence = f"Judged as the form that {person.name}{account} sent in issue {issue}, {against}."
    else:
        sentence = f"Judged as the change of {person.name}{account} {against}."
    return one_line(sentence)
