"""What can be done from each page, for whom, and that nothing hidden shows by it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, replace
from urllib.parse import parse_qs, urlsplit

import pytest
from tests.core.publishing.builders import TODAY, district, page, portfolio, reviewed, submission, uris, view
from tests.core.publishing.laid_out import laid_out

from proofolio.core.awarding.decide import decide
from proofolio.core.drafting.starters import starters
from proofolio.core.language.say import speaking
from proofolio.core.language.tongue import English
from proofolio.core.model.district import District
from proofolio.core.model.forge import Forge, ForgeKind
from proofolio.core.model.history import History
from proofolio.core.model.submission import Status
from proofolio.core.model.visibility import Visibility
from proofolio.core.publishing.page import Audience, SitePlan
from proofolio.core.publishing.views.action import ActionsView, ActionView
from proofolio.core.publishing.views.portfolio import PortfolioView


class Spanish(English):
    """A language that knows a few messages and says the others in English."""

    def __init__(self, told: Mapping[str, str]) -> None:
        self.told = told

    def text(self, message: str) -> str:
        return self.told.get(message, message)


HUB = Forge(ForgeKind.GITHUB, "https://github.com/valley/portfolios")
WORK = "portfolios/ann/menu/index.md"


def kept(*portfolios, forge: Forge | None = HUB) -> District:
    made = district(*portfolios)
    return replace(made, issuer=replace(made.issuer, forge=forge)) if made.issuer else made


def site(given: District, audience: Audience = Audience.PUBLIC) -> SitePlan:
    return laid_out(given, decide(given, {}, TODAY), History(), audience, (), TODAY, starters=starters(given))


def links(given: SitePlan, uri: str) -> dict[str, ActionView]:
    found: ActionsView = page(given, uri).view.actions
    return {each.link.title: each for group in found.groups for each in (*group.actions, *group.more)}


def query(action: ActionView) -> dict[str, list[str]]:
    return parse_qs(urlsplit(action.link.url or "").query)


def test_without_an_address_of_the_repository_there_are_no_links() -> None:
    for forge in (None, replace(HUB, url="https://github.com/a?b")):
        made = site(kept(portfolio("ann", submission("ann", "menu")), forge=forge))
        assert all(getattr(each.view, "actions", None) is None for each in made.pages)


def test_a_portfolio_offers_evidence_a_reflection_and_the_profile() -> None:
    found = links(site(kept(portfolio("ann"))), "portfolios/ann/index.md")
    titles = list(found)
    assert titles[0] == f"Add evidence: {district().micro_credentials['pacing'].title}"
    form = found[titles[0]].form
    assert form is not None
    assert (form.uri, form.person) == ("write/evidence/pacing/index.md", "ann")
    assert titles[1] == "Write it in the editor of github.com"
    assert titles[2:4] == ["Add a reflection to the log", "Edit my profile and plan"]
    evidence = found[titles[1]]
    assert query(evidence)["filename"] == ["portfolios/ann/pacing/index.md"]
    assert "micro_credential: pacing" in query(evidence)["value"][0]
    log = found["Add a reflection to the log"].form
    assert log is not None
    assert (log.uri, log.person) == ("write/log/index.md", "ann")
    assert (found["Edit my profile and plan"].link.url or "").endswith("/edit/main/portfolios/ann/index.md")


def test_a_reflection_begins_in_the_language_of_the_site() -> None:
    told = {
        "What I tried": "Lo que probé",
        "what-i-tried": "lo-que-probe",
        "What do you understand now that you did not before?": "¿Qué entiendes ahora que antes no?",
        "your-folder": "tu-carpeta",
    }
    with speaking(Spanish(told)):
        form = view(site(kept(portfolio("ann"))), "write/log/index.md")
    log = parse_qs(urlsplit(form.others[-1].url).query)
    assert log["filename"] == ["portfolios/tu-carpeta/log/YYYY-MM-DD-lo-que-probe.md"]
    assert "title: Lo que probé\n" in log["value"][0]
    assert "<!-- ¿Qué entiendes ahora que antes no? -->" in log["value"][0]


def test_what_is_begun_or_earned_is_not_offered_again_and_no_name_is_taken_twice() -> None:
    made = site(kept(portfolio("ann", submission("ann", "listening", "pacing"))))
    found = links(made, "portfolios/ann/index.md")
    assert not any(each.form and "/pacing/" in each.form.uri for each in found.values())
    named = site(kept(portfolio("ann", submission("ann", "pacing", "listening"))))
    editor = links(named, "portfolios/ann/index.md")["Write it in the editor of github.com"]
    assert query(editor)["filename"] == ["portfolios/ann/pacing-2/index.md"]


def test_what_needs_nothing_first_comes_first() -> None:
    group = page(site(kept(portfolio("ann"))), "portfolios/ann/index.md").view.actions.groups[0]
    offered = [each.form.uri.split("/")[2] for each in (group.actions[0], *group.more)]
    assert offered.index("listening") > offered.index("pacing")
    assert offered[0] == "pacing"


@pytest.mark.parametrize("change", [{"status": Status.DRAFT}, {"visibility": Visibility.PRIVATE}])
def test_hidden_work_does_not_show_by_what_is_offered(change) -> None:
    hidden = reviewed(submission("ann", "pacing", "pacing", word="canary", **change))
    with_it = page(site(kept(portfolio("ann", hidden))), "portfolios/ann/index.md").view.actions
    without = page(site(kept(portfolio("ann"))), "portfolios/ann/index.md").view.actions
    assert with_it == without


def test_work_can_be_edited_and_reviewed_in_the_coachs_name() -> None:
    given = kept(portfolio("ann", submission("ann", "menu")))
    found = links(site(given), WORK)
    assert (found["Edit the text"].link.url or "").endswith("/edit/main/portfolios/ann/menu/index.md")
    assert (found["Add a file"].link.url or "").endswith("/upload/main/portfolios/ann/menu")
    review = query(found["Write a review"])
    assert review["filename"] == ["portfolios/ann/menu/reviews/YYYY-MM-DD-rosa.md"]
    assert "reviewed: sha256:ann-menu\n" in review["value"][0]


def test_blind_reviewers_and_work_with_the_coach_name_nobody() -> None:
    blind = links(site(kept(portfolio("ann", submission("ann", "menu", "guiding")))), WORK)
    together = links(site(kept(portfolio("ann", submission("ann", "menu", co_authors=("rosa",))))), WORK)
    for found in (blind, together):
        assert query(found["Write a review"])["filename"] == [
            "portfolios/ann/menu/reviews/YYYY-MM-DD-your-id.md"
        ]


def test_definitions_offer_a_change_and_a_start() -> None:
    made = site(kept(portfolio("ann")))
    change = links(made, "competencies/frameworks/main/mastery.md")["Suggest a change"]
    assert "/edit/main/competencies/" in (change.link.url or "")
    found = links(made, "competencies/micro-credentials/pacing.md")
    form = found["Add evidence"].form
    assert form is not None
    assert (form.uri, form.person) == ("write/evidence/pacing/index.md", None), "nobody knows who reads it"
    start = found["Use the form on github.com"]
    assert start.link.url == f"{HUB.url}/issues/new?template=evidence-pacing.yml"


def test_every_link_leads_to_the_forge_and_pages_do_not_change_from_day_to_day() -> None:
    given = kept(portfolio("ann", submission("ann", "menu")))
    made = site(given)
    for uri in uris(made):
        found = getattr(page(made, uri).view, "actions", None)
        for group in found.groups if found else ():
            for each in (*group.actions, *group.more):
                inside = each.form is not None and each.form.uri in uris(made)
                assert inside or (each.link.url or "").startswith(f"{HUB.url}/")
        assert TODAY.isoformat() not in json.dumps(asdict(found) if found else {})


@pytest.mark.parametrize(
    ("forge", "page"),
    [
        (HUB, f"{HUB.url}/actions/workflows/export.yml"),
        (replace(HUB, kind=ForgeKind.GITEA), None),
        (replace(HUB, url="https://github.com/a?b"), None),
        (None, None),
    ],
)
def test_everything_is_packed_where_the_forge_does_it(forge: Forge | None, page: str | None) -> None:
    made = site(kept(portfolio("ann", submission("ann", "menu")), forge=forge))
    view = next(each.view for each in made.pages if isinstance(each.view, PortfolioView))
    assert view.export == page


def test_an_address_for_examples_says_that_it_leads_nowhere() -> None:
    nobodys = replace(HUB, url="https://forge.example.org/valley/portfolios")
    told = page(site(kept(portfolio("ann"), forge=nobodys)), "portfolios/ann/index.md").view.actions
    assert "forge.example.org belongs to nobody" in (told.warning or "")
    assert page(site(kept(portfolio("ann"))), "portfolios/ann/index.md").view.actions.warning is None


@pytest.mark.parametrize("status", list(Status))
def test_a_reviewer_gets_the_block_to_copy_while_the_work_waits(status: Status) -> None:
    work = replace(submission("ann", "menu"), status=status)
    given = kept(portfolio("ann", work))
    blocks = {work.key: "pacing: emerging | secure", ("ann", "other"): "not this one"}
    begun = replace(starters(given), blocks=blocks)
    progress = decide(given, {}, TODAY)
    made = laid_out(given, progress, History(), Audience.PUBLIC, (), TODAY, starters=begun)
    if status is Status.DRAFT:
        assert WORK not in uris(made)
        return
    (found,) = [each.block for each in page(made, WORK).view.actions.groups if each.block]
    assert found == "pacing: emerging | secure"
    done = replace(progress["ann"].decisions["menu"], waits_for=None)
    settled = {"ann": replace(progress["ann"], decisions={"menu": done})}
    made = laid_out(given, settled, History(), Audience.PUBLIC, (), TODAY, starters=begun)
    assert not any(each.block for each in page(made, WORK).view.actions.groups)
