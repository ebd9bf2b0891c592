"""The page on which visitors check a credential: what it is told of the site."""

from __future__ import annotations

from dataclasses import replace

from tests.core.publishing.builders import district, portfolio, site, uris, view

from proofolio.core.model.did import did_of
from proofolio.core.publishing.views.verify import VerifyView

PAGE = "verify/index.md"


def test_it_knows_whose_site_it_is_on() -> None:
    given = district(portfolio("ann"))
    shown = view(site(given), PAGE)
    assert isinstance(shown, VerifyView)
    assert given.issuer
    assert shown.site == given.issuer.url.rstrip("/")
    assert shown.did == did_of(given.issuer.url)
    assert shown.samples == ()
    assert shown.commands == ("proofolio verify badge.png",)


def test_there_is_none_where_nobody_can_issue_anything() -> None:
    assert PAGE not in uris(site(replace(district(portfolio("ann")), issuer=None)))
