"""Whether a change is its author's to make. What is not allowed here is refused."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from proofolio.core.diagnostics.finding import PORTFOLIOS, Finding, Related
from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.diagnostics.rules.authority import MIXED_CHANGE
from proofolio.core.diagnostics.rules.history import HISTORY_UNREADABLE
from proofolio.core.guarding.administration import check_administration
from proofolio.core.guarding.credential import check_credentials
from proofolio.core.guarding.evidence import check_evidence
from proofolio.core.guarding.fitness import unfit
from proofolio.core.guarding.imported import check_imported
from proofolio.core.guarding.moving import moved
from proofolio.core.guarding.place import Kind, Touched, touched
from proofolio.core.guarding.proposal import Proposal
from proofolio.core.guarding.review import carried, check_reviews
from proofolio.core.guarding.signature import check_signatures
from proofolio.core.model.history import Reach
from proofolio.core.model.person import Role

MOST_ALIKE = 10
"""Findings that say the same are listed up to this many; a pull request can have a thousand files."""

_ORDINARY = "100644"

_CHECKS: dict[Kind, Callable[[Proposal, Sequence[Touched]], Iterator[Finding]]] = {
    Kind.EVIDENCE: check_evidence,
    Kind.REVIEW: check_reviews,
    Kind.CREDENTIAL: check_credentials,
    Kind.IMPORTED: check_imported,
    Kind.ADMINISTRATION: check_administration,
}


def guard(proposal: Proposal) -> tuple[Finding, ...]:
    """Everything about the change that its author may not do, with the reason."""
    files = _sorted_out(proposal)
    findings = [finding for each in files for finding in unfit(each)]
    for kind, check in _CHECKS.items():
        findings += check(proposal, [each for each in files if each.kind is kind])
    findings += _mixed(files)
    findings += check_signatures(proposal)
    findings += _untold(proposal)
    return tuple(_in_short(dict.fromkeys(findings)))


def _sorted_out(proposal: Proposal) -> tuple[Touched, ...]:
    """The changed files by kind. A folder that a leader renames whole is administration, and so is the
    empty portfolio that a leader starts for somebody new (as ``proofolio new person`` does).
    """
    files = tuple(touched(each) for each in proposal.change.files)
    if Role.LEADER not in proposal.person.roles:
        return files
    renamed = moved(files, proposal.standing)
    return tuple(
        replace(each, kind=Kind.ADMINISTRATION)
        if each.file.path in renamed or _is_welcome(proposal, each)
        else each
        for each in files
    )


def _is_welcome(proposal: Proposal, each: Touched) -> bool:
    """Whether this is the first page of somebody on the roster who has no portfolio yet."""
    after = each.file.after
    return (
        each.is_new
        and after is not None
        and after.mode == _ORDINARY
        and each.owner in proposal.head.people
        and each.owner not in proposal.base.portfolios
        and each.file.path == f"{PORTFOLIOS}/{each.owner}/index.md"
    )


def _mixed(files: Sequence[Touched]) -> Iterator[Finding]:
    """Several kinds in one change; what nobody may do to a record is refused as that, not as a kind."""
    first: dict[Kind, Touched] = {}
    brought = carried(each for each in files if each.kind is Kind.REVIEW)
    for each in files:
        is_record = each.kind in (Kind.REVIEW, Kind.CREDENTIAL)
        if not is_record or (each.is_new and each not in brought):
            first.setdefault(each.kind, each)
    # an import brings the credentials from elsewhere along
    if len(first) < 2 or first.keys() == {Kind.CREDENTIAL, Kind.IMPORTED}:
        return
    named = [kind for kind in Kind if kind in first]
    message = f"this change holds {', '.join(named[:-1])} and {named[-1]}"
    related = tuple(Related(first[kind].where, f"{kind} is here") for kind in named[:-1])
    yield Finding(MIXED_CHANGE, message, first[named[-1]].where, related=related)


def _untold(proposal: Proposal) -> Iterator[Finding]:
    """A history that cannot be read: what reviews are about, and who put them in, is not known then."""
    if proposal.history.reach is Reach.UNREADABLE:
        message = "with this change the history cannot be read, so nobody can judge it"
        yield Finding(HISTORY_UNREADABLE, message, Pointer(PORTFOLIOS))


def _in_short(findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings, with long runs of the same one cut short."""
    alike: dict[tuple[str, str], list[Finding]] = defaultdict(list)
    for each in findings:
        alike[each.rule.name, each.message].append(each)
    for group in alike.values():
        yield from group[:MOST_ALIKE]
        more = len(group) - MOST_ALIKE
        if more > 0:
            message = f"{group[0].message} (the same in {more} more {'file' if more == 1 else 'files'})"
            yield replace(group[MOST_ALIKE], message=message)
