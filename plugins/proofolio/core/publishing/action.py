"""What can be done from a page: the links into the forge's editor and forms.

They are the same for every reader, because a page does not know who looks at it; so each says whose
it is. Without the repository's address there are none.
"""

from __future__ import annotations

from collections.abc import Iterator

from proofolio.core.language.say import say
from proofolio.core.model import address
from proofolio.core.model.competency import Competency
from proofolio.core.model.forge import Forge
from proofolio.core.model.micro_credential import MicroCredential
from proofolio.core.model.starters import UNREAD
from proofolio.core.model.submission import Submission
from proofolio.core.publishing import forge
from proofolio.core.publishing.page import Ref, WebLink
from proofolio.core.publishing.scene import Scene
from proofolio.core.publishing.suggestion import suggested
from proofolio.core.publishing.views.action import ActionGroup, ActionsView, ActionView, FormLink

DAY = "YYYY-MM-DD"
"""Stands for the day on which a link is followed; a script on the page puts that day in.

The day of the build would be wrong by tomorrow, and would change every page every day.
"""

LOG_FORM = "log-entry.yml"
_NOBODY = "your-id"
_MOST = 12


def evidence_form(micro_credential: str) -> str:
    """The name of the file of a micro-credential's issue form."""
    return f"evidence-{micro_credential}.yml"


def portfolio_actions(scene: Scene, person: str) -> ActionsView | None:
    """For the owner of a portfolio: evidence, a reflection for the log, the profile."""
    kept = forge_of(scene)
    if kept is None:
        return None
    first, *others = suggested(scene, person) or (None,)
    actions = []
    if first:
        actions += [_form(scene, person, first, named=True), _evidence(scene, kept, person, first)]
    name = say("what-i-tried")  # of a file: small ASCII letters and hyphens
    path = f"portfolios/{person}/log/{DAY}-{name}.md"
    starters = scene.starters.log if scene.starters else ()
    hint = say("The file's name starts with the day: put it in place of {day}, if it is not there.", day=DAY)
    actions.append(
        ActionView(_link(say("Add a reflection to the log"), forge.new_file(kept, path, starters).url), hint)
    )
    profile = scene.district.portfolios[person].profile
    if profile is not None:
        actions.append(
            ActionView(_link(say("Edit my profile and plan"), forge.edit(kept, profile.source.file)))
        )
    actions += _about_oneself(scene, person)
    more = tuple(_form(scene, person, each, named=False) for each in others[:_MOST] if each)
    rest = Ref(say("All micro-credentials"), address.WRITE) if len(others) > _MOST else None
    summary = say("Add evidence for something else") if more else None
    group = ActionGroup(say("Is this your portfolio?"), tuple(actions), summary, more, rest)
    return _actions(kept, group)


def _about_oneself(scene: Scene, person: str) -> Iterator[ActionView]:
    """The forms for rating oneself and for one's plan."""
    framework = next(filter(scene.sight.publishes, scene.district.frameworks.values()), None)
    if framework is not None and framework.competencies and framework.levels:
        form = FormLink(address.of_self_assessment_form(framework.id), person)
        yield ActionView(_link(say("Where do I stand? Rate myself"), None), form=form)
    yield ActionView(_link(say("Change my plan"), None), form=FormLink(address.WRITE_PLAN, person))


def submission_actions(scene: Scene, submission: Submission) -> ActionsView | None:
    """For the author: the text and files; for a reviewer: a review."""
    kept = forge_of(scene)
    if kept is None:
        return None
    own = (
        ActionView(_link(say("Edit the text"), forge.edit(kept, submission.source.file))),
        ActionView(
            _link(say("Add a file"), forge.upload(kept, address.folder(submission))),
            say("Then name the file under artifacts in the text, so that it is shown."),
        ),
    )
    groups = (
        ActionGroup(say("Is this your work?"), own),
        ActionGroup(
            say("Do you review it?"),
            (*_review_form(scene, submission), _review(scene, kept, submission)),
            block=_block(scene, submission),
            block_hint=say(
                "Or copy this into a review or a comment of the pull request: leave one level on each"
                " line, write over the dots, and add whatever else you have to say."
            ),
        ),
    )
    return _actions(kept, *groups)


def competency_actions(scene: Scene, competency: Competency) -> ActionsView | None:
    """For everybody: a better wording."""
    kept = forge_of(scene)
    if kept is None:
        return None
    action = ActionView(_link(say("Suggest a change"), forge.edit(kept, competency.source.file)))
    return _actions(kept, ActionGroup(say("Could this be said better?"), (action,)))


def micro_credential_actions(scene: Scene, asked: MicroCredential) -> ActionsView | None:
    """For everybody who may earn it: the form that asks for all of it."""
    kept = forge_of(scene)
    if kept is None:
        return None
    url = forge.new_issue(kept, evidence_form(asked.id))
    actions = []
    if scene.sight.publishes(asked):
        form = FormLink(address.of_evidence_form(asked.id))
        told = say("A form on this site asks for everything and saves as you type; it works on a phone.")
        actions.append(ActionView(_link(say("Add evidence"), None), told, form=form))
    hint = say("A form asks for everything, a field at a time; it works on a phone.")
    where = say("Use the form on {host}", host=forge.host(kept))
    actions.append(ActionView(_link(where if actions else say("Start this"), url), hint))
    return _actions(kept, ActionGroup(say("Would you like to earn it?"), tuple(actions)))


def _form(scene: Scene, person: str, asked: str, named: bool) -> ActionView:
    """The form on the site for something that the person may earn next."""
    ref = scene.sight.micro_credential(asked)
    title = say("Add evidence: {title}", title=ref.title) if named else ref.title
    return ActionView(_link(title, None), form=FormLink(address.of_evidence_form(asked), person))


def _evidence(scene: Scene, kept: Forge, person: str, asked: str) -> ActionView:
    """The same as a new file in the forge's editor, with all its guidance."""
    texts = scene.starters.evidence.get(asked, ()) if scene.starters else ()
    path = f"portfolios/{person}/{_free(scene, person, asked)}/index.md"
    made = forge.new_file(kept, path, texts)
    ref = scene.sight.micro_credential(asked)
    title = say("Write it in the editor of {host}", host=forge.host(kept))
    return ActionView(_link(title, made.url), None, ref if texts and not made.text else None)


def _free(scene: Scene, person: str, wanted: str) -> str:
    """A folder's name that no published work of the person has."""
    taken = {each.slug for each in scene.people[person].submissions}
    names: Iterator[str] = (
        f"{wanted}-{number}" if number > 1 else wanted for number in range(1, len(taken) + 2)
    )
    return next(each for each in names if each not in taken)


def _review_form(scene: Scene, submission: Submission) -> Iterator[ActionView]:
    """The form on the site, for exactly this version; nothing where nothing can be rated."""
    asked = scene.district.micro_credentials.get(submission.micro_credential)
    if asked is None or not scene.sight.publishes(asked) or not scene.district.criteria_of(asked):
        return
    version = submission.digest.removeprefix("sha256:")
    fragment = f"of={submission.person}/{submission.slug}&version={version}"
    form = FormLink(address.of_review_form(asked.id), None, fragment)
    hint = say("The rubric as choices, room for what is strong and what comes next; it saves as you type.")
    yield ActionView(_link(say("Review it here"), None), hint, form=form)


def _review(scene: Scene, kept: Forge, submission: Submission) -> ActionView:
    """A new review of the work as it is, in the name of the author's coach or of whoever it will be."""
    district = scene.district
    author = district.people.get(submission.person)
    coach = district.people.get(author.coach) if author and author.coach else None
    known = (
        coach is not None and coach.may_review and coach.id not in (submission.person, *submission.co_authors)
    )
    reviewer = coach.id if coach and known and not scene.blind(submission) else _NOBODY
    path = f"{address.folder(submission)}/reviews/{DAY}-{reviewer}.md"
    found = scene.starters.reviews.get(submission.micro_credential, ()) if scene.starters else ()
    made = forge.new_file(kept, path, (each.replace(UNREAD, submission.digest) for each in found))
    hint = _reviewer_hint(reviewer)
    see = scene.sight.micro_credential(submission.micro_credential) if found and not made.text else None
    return ActionView(_link(say("Write a review"), made.url), hint, see)


def _reviewer_hint(reviewer: str) -> str:
    if reviewer == _NOBODY:
        return say("The file's name says who reviews: put your own id in place of {id}.", id=reviewer)
    return say(
        "The file's name says who reviews: put your own id in place of {id}, if you are somebody else.",
        id=reviewer,
    )


def _block(scene: Scene, submission: Submission) -> str | None:
    """The lines to rate with, while somebody's rating is waited for."""
    decision = scene.decision(submission)
    if decision is None or decision.waits_for is None or scene.starters is None:
        return None
    return scene.starters.blocks.get(submission.key) or None


def forge_of(scene: Scene) -> Forge | None:
    """The forge whose pages links may lead to; None when there is none, or its address is no good."""
    issuer = scene.district.issuer
    found = issuer.forge if issuer else None
    return found if found is not None and forge.host(found) else None


def _link(title: str, url: str | None) -> WebLink:
    return WebLink(title, url)


def _actions(kept: Forge, *groups: ActionGroup) -> ActionsView:
    where = forge.host(kept) or ""
    note = say(
        "These links open {where}, where you sign in, write and save. That makes a proposal, which is "
        "looked at before anything on this site changes.",
        where=where,
    )
    warning = say("An example: {where} belongs to nobody, so these links lead nowhere here.", where=where)
    return ActionsView(groups, note, warning if forge.is_nobodys(where) else None)
