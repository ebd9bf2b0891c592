"""A portfolio as its owner sees it: nothing of it is hidden from her."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.model import address
from proofolio.core.model.body import Body
from proofolio.core.model.district import District
from proofolio.core.model.imported import ImportedPortfolio
from proofolio.core.model.portfolio import Portfolio, Profile
from proofolio.core.model.submission import Status
from proofolio.core.model.visibility import Visibility


def opened(district: District, person: str) -> District:
    """The district with this one portfolio, and all that is submitted in it to be seen.

    The links for adding and editing lead into the organisation's repository, so they stay behind.
    """
    portfolio = district.portfolios[person]
    profile = portfolio.profile
    mine = replace(
        portfolio,
        profile=replace(profile, visibility=Visibility.INTERNAL) if profile else None,
        submissions={
            slug: replace(each, visibility=Visibility.INTERNAL)
            for slug, each in portfolio.submissions.items()
        },
        log=tuple(replace(each, visibility=Visibility.INTERNAL) for each in portfolio.log),
        imported={key: _all_of(each) for key, each in portfolio.imported.items()},
    )
    issuer = replace(district.issuer, forge=None) if district.issuer else None
    return replace(district, portfolios={person: mine}, issuer=issuer)


def sent(district: District, person: str) -> District:
    """The district as it is for whoever gets an application: all that she handed in is there to be seen.

    Of the others only that is left which says who may be named.
    """
    mine = opened(district, person)
    own = mine.portfolios[person]
    profile = replace(own.profile or _nothing_said(person), visibility=Visibility.PUBLIC)
    works = {slug: replace(each, visibility=Visibility.PUBLIC) for slug, each in own.submissions.items()}
    log = tuple(replace(each, visibility=Visibility.PUBLIC) for each in own.log)
    others = {
        key: Portfolio(key, each.profile, {}, (), (), {}, each.broken)
        for key, each in district.portfolios.items()
        if key != person
    }
    shown = replace(own, profile=profile, submissions=works, log=log)
    return replace(mine, portfolios={**others, person: shown})


def _nothing_said(person: str) -> Profile:
    source = Pointer(address.of_person(person))
    return Profile(None, None, Visibility.PUBLIC, (), None, (), Body(""), source)


def _all_of(brought: ImportedPortfolio) -> ImportedPortfolio:
    return replace(
        brought, works=tuple(replace(each, visibility=Visibility.INTERNAL) for each in brought.works)
    )


def kept_from_others(district: District, person: str) -> Mapping[str, Visibility]:
    """The pages of the portfolio that not everybody may see at the organisation's, by URI."""
    portfolio = district.portfolios[person]
    found = {
        address.of_submission(each): portfolio.visibility_of(each)
        for each in portfolio.submissions.values()
        if each.status is Status.SUBMITTED and not each.practice
    }
    found[address.of_person(person)] = portfolio.visibility
    return {uri: seen for uri, seen in sorted(found.items()) if seen is not Visibility.PUBLIC}
