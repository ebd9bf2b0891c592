"""Awards, without those that rest on hidden work."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from proofolio.core.model.portfolio import Portfolio
from proofolio.core.model.progress import PersonProgress
from proofolio.core.model.standing import Award, Decision, Standing
from proofolio.core.publishing.sight import Sight

_GIVES = frozenset({Standing.MET, Standing.EARNED, Standing.EXPIRED})


def awards_seen(
    unsifted: Sight,
    person: str,
    progress: PersonProgress,
    decisions: Mapping[str, Decision],
    issued: frozenset[str] = frozenset(),
) -> dict[str, Award]:
    """A person's awards that published work or a published credential stands behind, by micro-credential.

    ``decisions`` are those on published work; ``issued`` names what published credentials are for.
    """
    shown: dict[str, Award] = {}
    portfolio = unsifted.district.portfolios[person]
    for key, award in sorted(progress.awards.items()):
        if award.submission is None:
            visible = unsifted.opens(person) and not _may_be_hidden(portfolio, key, decisions)
        else:
            visible = award.submission in decisions
        found = award if visible else _instead(key, award, decisions)
        if found is None and award.issued and key in issued:
            found = replace(award, submission=None)
        if found is not None:
            shown[key] = found
    return shown


def accepted_out_of_sight(progress: PersonProgress, decisions: Mapping[str, Decision]) -> frozenset[str]:
    """The micro-credentials for which hidden work was accepted, perhaps beside published work.

    A pathway may ask for a kind of evidence, and that could be in the hidden work only.
    """
    return frozenset(
        each.micro_credential
        for slug, each in progress.decisions.items()
        if slug not in decisions and each.standing in _GIVES
    )


def _may_be_hidden(portfolio: Portfolio, key: str, decisions: Mapping[str, Decision]) -> bool:
    """Whether an award that only the ledger tells of may belong to work that is hidden now."""
    bids = (slug for slug, each in portfolio.submissions.items() if each.micro_credential == key)
    unreadable = any(path.count("/") == 3 and path.endswith("/index.md") for path in portfolio.broken)
    return unreadable or any(slug not in decisions for slug in bids)


def _instead(key: str, award: Award, decisions: Mapping[str, Decision]) -> Award | None:
    """The same award by published work, when there is such work beside the hidden one."""
    for slug, each in decisions.items():
        if each.micro_credential == key and each.standing in _GIVES and each.decided_on is not None:
            return Award(award.person, key, each.decided_on, each.expires_on, slug, False)
    return None
