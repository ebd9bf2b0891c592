"""Recognitions: of work that is there and shared, by somebody who may, with everybody's consent."""

from __future__ import annotations

from collections.abc import Iterator

from proofolio.core.checking.body import check_body
from proofolio.core.checking.place import is_withheld
from proofolio.core.checking.reference import check_person_name, excused, hint_for
from proofolio.core.diagnostics.finding import PORTFOLIOS, Finding, Related
from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.diagnostics.rules.recognition import (
    RECOGNITION_BY_UNQUALIFIED,
    RECOGNITION_OF_OWN_WORK,
    RECOGNITION_OF_UNSHARED_WORK,
    RECOGNITION_WITHOUT_CONSENT,
)
from proofolio.core.diagnostics.rules.reference import UNKNOWN_WORK
from proofolio.core.model import address
from proofolio.core.model.district import District
from proofolio.core.model.portfolio import Profile
from proofolio.core.model.recognition import Recognition, may_recognise
from proofolio.core.model.showcase import disagreeing, showcase_of
from proofolio.core.model.submission import Status, Submission, SubmissionKey
from proofolio.core.model.visibility import Visibility


def check_recognitions(district: District) -> Iterator[Finding]:
    """Every recognition. Where there is nobody's work at all, definitions stand alone."""
    if not district.portfolios and not district.people:
        return
    for each in district.recognitions.values():
        yield from check_recognition(district, each)


def check_recognition(district: District, recognition: Recognition) -> Iterator[Finding]:
    """One recognition."""
    source, where = recognition.source, recognition.source.down("work")
    work = district.submission(recognition.key)
    yield from _check_giver(district, recognition, work)
    if work is None:
        yield from check_work_name(district, recognition.work, where)
    else:
        yield from _check_shared(district, work, where)
        yield from _check_consent(district, work, where)
    yield from check_body(district, recognition.body, source)


def check_showcase(district: District, person: str, profile: Profile) -> Iterator[Finding]:
    """What a profile agrees to have shown is there."""
    for at, ref in enumerate(profile.showcase.works):
        whole = ref if "/" in ref else f"{person}/{ref}"
        yield from check_work_name(district, whole, profile.source.down("showcase", at), person)


def check_work_name(
    district: District, ref: str, where: Pointer, near: str | None = None
) -> Iterator[Finding]:
    """A reference to a piece of work, ``person/slug``; ``near`` is the person who names her own by slug."""
    person, _, slug = ref.partition("/")
    if district.submission((person, slug)) is not None or _unread(district, (person, slug)):
        return
    every = [each.key for each in district.submissions()]
    tail = ref.rstrip("/").rpartition("/")[2]
    alike = [each for each in every if each[1] == tail]
    own = [each for each in every if each[0] == person] or alike or every
    known = [each[1] if each[0] == near else "/".join(each) for each in own]
    shown = slug if person == near else ref
    yield Finding(UNKNOWN_WORK, f"unknown work '{shown}'", where, hint_for(shown, known))


def _unread(district: District, key: SubmissionKey) -> bool:
    """Whether a piece of work may be there and could not be read: it has a finding of its own."""
    person, slug = key
    known = person in district.portfolios or person in district.people
    if not slug or not (known or excused(district, "person", person)):
        return False
    folder = f"{PORTFOLIOS}/{person}/"
    index = f"{folder}{slug}/index.md"
    portfolio = district.portfolios.get(person)
    if portfolio is None or index in portfolio.broken or is_withheld(district, index):
        return True
    # a folder whose name was refused may be the one that is meant
    return any(each.startswith(folder) for each in district.broken.get("file", ()))


def _check_giver(district: District, given: Recognition, work: Submission | None) -> Iterator[Finding]:
    where = given.source.down("by")
    person = district.people.get(given.by)
    if given.by == given.key[0] or (work is not None and given.by in work.co_authors):
        message = f"{district.name_of(given.by)} took part in this work"
        yield Finding(RECOGNITION_OF_OWN_WORK, message, where, "ask somebody else to say thank you")
    elif person is None:
        yield from check_person_name(district, given.by, where)
    elif not may_recognise(person):
        message = f"{person.name} is no leader, coach or approver"
        hint = "a recognition is the organisation's; roles are given on the roster"
        yield Finding(RECOGNITION_BY_UNQUALIFIED, message, where, hint)


def _check_shared(district: District, work: Submission, where: Pointer) -> Iterator[Finding]:
    related = (Related(work.source, "the work is here"),)
    if work.practice:
        message, hint = "this work is practice, which is never shown", "choose work that was handed in"
    elif work.status is not Status.SUBMITTED:
        message, hint = "this work is still a draft", "it is shown once its author hands it in"
    elif district.portfolios[work.person].visibility_of(work) is Visibility.PRIVATE:
        message, hint = "this work is private", "it is shown once its author shares it"
    else:
        return
    yield Finding(RECOGNITION_OF_UNSHARED_WORK, message, where, hint, related)


def _check_consent(district: District, work: Submission, where: Pointer) -> Iterator[Finding]:
    """The line that is missing, for each person who has not agreed; nobody is pressed."""
    for person in disagreeing(district.portfolios, work):
        file = address.of_person(person)
        portfolio = district.portfolios.get(person)
        profile = portfolio.profile if portfolio else None
        if profile is None and (is_withheld(district, file) or (portfolio and file in portfolio.broken)):
            continue
        if person not in district.people:
            continue  # nobody can agree for a stranger, and the name has its finding where it stands
        showcase, name = showcase_of(district.portfolios, person), district.name_of(person)
        message = f"{name} has not agreed that this work is shown as a bright spot"
        change = showcase.change_for(person, work)
        hint = f"ask {name} to {change} at the top of {file}; until then it is shown nowhere"
        related = (Related(profile.source, "the line belongs here"),) if profile else ()
        yield Finding(RECOGNITION_WITHOUT_CONSENT, message, where, hint, related)
