"""The page of one person's portfolio."""

from __future__ import annotations

from proofolio.core.language.name import plain
from proofolio.core.language.say import say
from proofolio.core.model import address
from proofolio.core.model.log_entry import LogEntry
from proofolio.core.model.standing import Award
from proofolio.core.publishing import growth, mastery, words
from proofolio.core.publishing.action import forge_of, portfolio_actions
from proofolio.core.publishing.board import board
from proofolio.core.publishing.card import card
from proofolio.core.publishing.career import career
from proofolio.core.publishing.comparison import in_short, side_by_side
from proofolio.core.publishing.curve import curve, grown
from proofolio.core.publishing.cycle import cycles
from proofolio.core.publishing.elsewhere import elsewhere
from proofolio.core.publishing.external import external_cards
from proofolio.core.publishing.forge import workflow
from proofolio.core.publishing.holding import card as credential_card
from proofolio.core.publishing.hours import hours
from proofolio.core.publishing.inputs import portfolio_inputs
from proofolio.core.publishing.opportunity import within_reach
from proofolio.core.publishing.page import Page, Prose, Ref
from proofolio.core.publishing.pathway import shape, so_far
from proofolio.core.publishing.scene import Scene
from proofolio.core.publishing.signed_file import has_record
from proofolio.core.publishing.timeline import timeline
from proofolio.core.publishing.transcript import has_transcript
from proofolio.core.publishing.views.portfolio import (
    AwardRow,
    HoursView,
    LogRow,
    PathwayBar,
    PortfolioView,
)


def portfolio_page(scene: Scene, person: str) -> Page:
    """A portfolio's page; a bare notice when its profile could not be read."""
    name = scene.district.name_of(person)
    opens = scene.sight.opens(person)
    profile = scene.district.portfolios[person].profile
    headline = profile.headline if profile and opens else None
    return Page(
        address.of_person(person),
        name,
        "portfolio.html",
        _view(scene, person) if opens else _closed(scene, person),
        # a portfolio without a profile has no file to edit yet
        address.of_person(person) if profile or person in scene.sight.closed else None,
        say("{name}: {headline}", name=name, headline=headline)
        if headline
        else say("The portfolio of {name}.", name=name),
        portfolio_inputs(scene, person),
    )


def _view(scene: Scene, person: str) -> PortfolioView:
    district = scene.district
    profile = district.portfolios[person].profile
    seen = scene.people[person]
    known = district.people.get(person)
    maps = mastery.maps(scene, person)
    both_views = side_by_side(scene, person)
    return PortfolioView(
        name=district.name_of(person),
        organization=scene.sight.organization(person),
        headline=profile.headline if profile else None,
        career_goal=profile.career_goal if profile else None,
        coach=scene.sight.person(known.coach) if known and known.coach else None,
        about=Prose(profile.body.text, profile.source.file) if profile and not profile.body.blank else None,
        notices=scene.mending.of_person(person),
        plan=growth.goals(scene, person),
        maps=maps,
        sets=mastery.sets(scene, person),
        side_by_side=both_views,
        views_in_short=in_short(both_views),
        board=board(scene, person, maps),
        curve=curve(scene, person),
        grown=grown(scene, person),
        pathways=_pathways(scene, person),
        awards=_awards(scene, person),
        hours=hours(scene, person),
        submissions=tuple(card(scene, each) for each in seen.submissions),
        log=tuple(_log_row(scene, each) for each in reversed(seen.log)),
        timeline=timeline(scene, person),
        cycles=cycles(scene, person),
        career=career(scene, person),
        actions=portfolio_actions(scene, person),
        elsewhere=elsewhere(scene, person),
        external=external_cards(scene, person),
        credentials=tuple(credential_card(scene, each) for each in scene.credentials.get(person, ())),
        met=_met(scene, person),
        record=address.of_learner_record(person) if has_record(scene, person) else None,
        transcript=address.of_transcript(person) if has_transcript(scene, person) else None,
        person=person,
        export=workflow(kept, "export") if (kept := forge_of(scene)) else None,
        opportunities=within_reach(scene, person),
    )


def _closed(scene: Scene, person: str) -> PortfolioView:
    return PortfolioView(
        name=scene.district.name_of(person),
        organization=None,
        headline=None,
        career_goal=None,
        coach=None,
        about=None,
        notices=scene.mending.of_person(person),
        plan=(),
        maps=(),
        sets=(),
        side_by_side=(),
        pathways=(),
        awards=(),
        hours=HoursView(words.hours(0), (), ()),
        submissions=(),
        log=(),
        timeline=(),
    )


def _pathways(scene: Scene, person: str) -> tuple[PathwayBar, ...]:
    """The pathways of the plan, and those to which visible awards already count."""
    profile = scene.district.portfolios[person].profile
    chosen = profile.pathways if profile else ()
    bars = [
        PathwayBar(scene.sight.pathway(key), key in chosen, each.met, so_far(each), shape(scene, each))
        for key, each in scene.people[person].pathways.items()
        if key in chosen or each.met or each.have
    ]
    return tuple(sorted(bars, key=lambda each: not each.chosen))


def _awards(scene: Scene, person: str) -> tuple[AwardRow, ...]:
    rows = (_award(scene, each) for each in scene.people[person].awards.values())
    return tuple(sorted(rows, key=lambda each: (each.on, each.micro_credential.title)))


def _award(scene: Scene, award: Award) -> AwardRow:
    return AwardRow(
        scene.sight.micro_credential(award.micro_credential),
        scene.award_submission(award),
        award.on.isoformat(),
        award.until.isoformat() if award.until else None,
        scene.lapsed(award),
        award.issued,
    )


def _met(scene: Scene, person: str) -> tuple[AwardRow, ...]:
    """What is earned and has no credential that is shown: no badge until somebody has signed it."""
    seen = scene.people[person]
    rows = [_award(scene, each) for each in seen.awards.values() if scene.credential_of(each) is None]
    issued = {each.credential.achievement for each in scene.credentials.get(person, ())}
    for key, progress in seen.pathways.items():
        pathway = scene.district.pathways.get(key)
        if progress.met and progress.on and pathway and pathway.award and key not in issued:
            rows.append(AwardRow(scene.sight.pathway(key), None, progress.on.isoformat(), None, False))
    return tuple(sorted(rows, key=lambda each: (each.on, each.micro_credential.title)))


def _log_row(scene: Scene, entry: LogEntry) -> LogRow:
    sight = scene.sight
    course: Ref | None = sight.course(entry.course) if entry.course else None
    return LogRow(
        entry.on.isoformat(),
        entry.title,
        plain(entry.kind.value),
        words.hours(entry.hours) if entry.hours else None,
        sight.competency(entry.competency) if entry.competency else None,
        course,
        sight.companions(entry.companions),
        Prose(entry.body.text, entry.source.file) if not entry.body.blank else None,
        _observed(scene, entry),
        entry.follow_up,
    )


def _observed(scene: Scene, entry: LogEntry) -> Ref | None:
    """Whom an observation watched: to be watched at work is for that person to show, or to keep."""
    if entry.observed is None:
        return None
    shown = scene.sight.person(entry.observed)
    return shown if shown.uri else Ref(say("a colleague"), None)
