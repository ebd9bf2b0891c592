"""The packet of an application: the plan of a site, narrowed to one document and what belongs to it.

It is made from the pages that the site would have, so that text, ratings and feedback stand in it as they
stand there, and names of others are kept where they are kept there.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from proofolio.core.language.say import say
from proofolio.core.model import address
from proofolio.core.model.application import Application
from proofolio.core.model.visibility import Visibility
from proofolio.core.publishing.opportunity import reached_at, when
from proofolio.core.publishing.page import Badge, Page, Prose, Publication, Ref, SitePlan
from proofolio.core.publishing.views.packet import CountedLine, PacketView, PieceView
from proofolio.core.publishing.views.submission import SubmissionView
from proofolio.core.publishing.views.transcript import TranscriptLine, TranscriptView

LETTER = "letter.md"
_KEYS = (address.DID, address.STATUS_LIST)


def packet(plan: SitePlan, application: Application, organization: str | None, issuer: str) -> SitePlan:
    """The packet's plan. ``plan`` shows all of the person's submitted work; the chosen pieces are kept.

    Of what was earned, that comes along which the opportunity counts, or which a chosen piece earned.
    """
    person = application.person
    folders = tuple(f"portfolios/{person}/{slug}/" for slug, _ in application.pieces)
    badges = _badges(plan, application)
    stems = {each.uri for each in badges}
    signed = tuple(each for each in plan.signed if _stem(each) in stems or each.uri in _KEYS)
    kept = SitePlan(
        (), tuple(each for each in plan.files if each.uri.startswith(folders)), (), signed, badges=badges
    )
    view = _view(plan, kept, application, organization, issuer)
    title = say("Application of {name}: {role}", name=application.name, role=view.role)
    page = Page(address.LANDING, title, "packet.html", view, None, view.about, ())
    return replace(kept, pages=(page,))


def unshown(plan: SitePlan, application: Application) -> tuple[str, ...]:
    """The chosen pieces that have no page, because something in them needs mending."""
    there = {each.uri for each in plan.pages}
    return tuple(slug for slug, _ in application.pieces if _uri(application.person, slug) not in there)


def place(uri: str, person: str) -> str:
    """Where a file of the packet's plan lies in it."""
    own = f"portfolios/{person}/"
    if uri == address.LANDING:
        return "index.html"
    if uri.startswith(f"{own}credentials/"):
        return uri.removeprefix(own)
    return f"evidence/{uri.removeprefix(own)}" if uri.startswith(own) else uri


def _view(
    plan: SitePlan, kept: SitePlan, application: Application, organization: str | None, issuer: str
) -> PacketView:
    role, pages = application.opportunity, {each.uri: each for each in plan.pages}
    transcript = pages.get(address.of_transcript(application.person))
    told = transcript.view if transcript else None
    lines = told.lines if isinstance(told, TranscriptView) else ()
    asked, found = role.letter, application.eligibility
    return PacketView(
        name=application.name,
        organization=organization,
        issuer=issuer,
        on=application.on.isoformat(),
        role=role.title,
        about=role.about,
        when=when(role, application.on),
        contact=reached_at(role),
        met=say("{name} meets what is asked.", name=application.name)
        if found.met
        else say("{name} does not meet all that is asked yet.", name=application.name),
        because=found.because,
        counted=tuple(_counted(kept, lines, application, issuer)),
        hours=_hours(told),
        prompt=asked.prompt if asked and application.letter.strip() else None,
        letter=Prose(application.letter, LETTER) if application.letter.strip() else None,
        pieces=tuple(_pieces(pages, application, issuer)),
        verify=told.verify if isinstance(told, TranscriptView) else None,
    )


def _hours(told: object) -> str:
    return told.hours.total if isinstance(told, TranscriptView) else ""


def _counted(
    kept: SitePlan, lines: tuple[TranscriptLine, ...], application: Application, issuer: str
) -> Iterator[CountedLine]:
    badges = {f"{each.uri}.md": each for each in kept.badges}
    plain = {address.of_micro_credential(each) for each in application.names}
    plain |= {address.of_pathway(each) for each in application.names}
    there = {each.uri for each in kept.signed}
    for each in lines:
        badge = badges.get(each.what.uri or "")
        if badge is not None:
            yield _line(each, badge, there, issuer)
        elif each.what.uri in plain:
            yield _line(each, None, there, issuer)


def _line(line: TranscriptLine, badge: Badge | None, there: set[str], issuer: str) -> CountedLine:
    uri = f"{badge.uri}.json" if badge else ""
    files = []
    if badge is not None and uri in there:
        files = [Ref("JSON", uri), Ref("SVG", f"{badge.uri}.svg"), Ref("PNG", f"{badge.uri}.png")]
    proof = (
        say("Signed by {issuer}; its files in this packet can be checked by anybody.", issuer=issuer)
        if files
        else line.state.meaning
    )
    return CountedLine(
        line.what.title,
        line.shows,
        line.on,
        line.until,
        line.hours,
        line.by,
        line.state,
        proof,
        line.web,
        tuple(files),
        f"{badge.uri}.svg" if badge else None,
    )


def _pieces(pages: dict[str, Page], application: Application, issuer: str) -> Iterator[PieceView]:
    for slug, seen in application.pieces:
        page = pages[_uri(application.person, slug)]
        work = page.view
        if isinstance(work, SubmissionView):
            # what every level looks like is the rubric's; the packet shows what was reached
            panel = tuple(replace(each, cells=()) for each in work.panel)
            yield PieceView(page.title, _who_sees(seen, application.name, issuer), replace(work, panel=panel))


def _who_sees(seen: Visibility, name: str, issuer: str) -> str:
    match seen:
        case Visibility.PUBLIC:
            return say("Public: everybody can see this work on the site of {issuer}.", issuer=issuer)
        case Visibility.INTERNAL:
            return say(
                "Internal: {issuer} shows this work inside the organisation only; {name} sends it here.",
                issuer=issuer,
                name=name,
            )
        case Visibility.PRIVATE:
            return say(
                "Private: {issuer} shows this work to nobody; {name} sends it here.", issuer=issuer, name=name
            )


def _is_own(badge: Badge, application: Application) -> bool:
    """Whether a badge holds one of the person's credentials that come along."""
    own = badge.uri.startswith(f"portfolios/{application.person}/")
    return own and badge.holds is not None and badge.achievement in application.names


def _badges(plan: SitePlan, application: Application) -> tuple[Badge, ...]:
    """The badges that come along: of several for one thing those that hold, or else the last."""
    page = next((each for each in plan.pages if each.uri == address.of_transcript(application.person)), None)
    lines = page.view.lines if page and isinstance(page.view, TranscriptView) else ()
    order = {each.what.uri: at for at, each in enumerate(lines)}
    holding = {each.what.uri for each in lines if each.state.done}
    every: dict[str, list[Badge]] = {}
    for badge in plan.badges:
        if _is_own(badge, application) and f"{badge.uri}.md" in order:
            every.setdefault(badge.achievement, []).append(badge)
    kept = []
    for same in every.values():
        same.sort(key=lambda each: order[f"{each.uri}.md"])
        kept += [each for each in same if f"{each.uri}.md" in holding] or same[-1:]
    return tuple(kept)


def _stem(signed: Publication) -> str:
    return signed.uri.removesuffix(".json")


def _uri(person: str, slug: str) -> str:
    return f"portfolios/{person}/{slug}/index.md"
