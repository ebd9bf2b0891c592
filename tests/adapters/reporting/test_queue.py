"""The review queue in its three formats."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date

import markdown
import pytest
from tests.adapters.reporting.summaries import HOSTILE
from tests.core.awarding.builders import PEOPLE, district, micro_credential, portfolio, submission

from proofolio.adapters.reporting.queue_json import queue_json
from proofolio.adapters.reporting.queue_markdown import MOST, queue_markdown
from proofolio.adapters.reporting.queue_text import queue_text
from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.model.district import District
from proofolio.core.model.issuer import Issuer
from proofolio.core.model.queue import Queue, Turnaround, Waiting
from proofolio.core.model.standing import Standing, Wait
from proofolio.core.model.visibility import Visibility

SITE = "https://cedar-valley.example.org"
LATELY = Turnaround(3.5, 12)
WORK = submission("menu-maths")


def world(**changes: object) -> District:
    issuer = Issuer("cedar", "Cedar Valley", f"{SITE}/", {}, Pointer("competencies/issuer.yml"))
    given = portfolio(WORK)
    assert given.profile is not None
    shown = replace(given, profile=replace(given.profile, **changes))
    return replace(district(shown), issuer=issuer)


def waiting(**changes: object) -> Waiting:
    usual = Waiting(
        WORK, Standing.WAITING, Wait.FIRST_REVIEW, ("rosa",), date(2026, 11, 13), 7, 1, blind=False
    )
    return replace(usual, **changes)  # type: ignore[arg-type]


def digest(*entries: Waiting, given: District | None = None, turnaround: Turnaround = LATELY) -> str:
    return queue_markdown(given or world(), Queue(entries, turnaround))


def test_an_empty_queue_is_good_news() -> None:
    empty = Queue((), Turnaround(None, 0))
    for say in (queue_text, queue_markdown):
        assert "Everyone who handed something in has heard back." in say(world(), empty)
    assert json.loads(queue_json(world(), empty)) == {
        "waiting": [],
        "turnaround": {"median_days": None, "n": 0, "over_days": 90},
    }


def test_text() -> None:
    two = waiting(asked=("rosa", "tomas"), since=None, days=None, round=2, wait=Wait.NEXT_ROUND)
    nobody = waiting(asked=(), days=1, wait=Wait.APPROVAL)
    assert queue_text(world(), Queue((waiting(), two, nobody), LATELY)) == (
        "amina/menu-maths: menu-maths\n"
        "  Amina Yusuf, for PACE\n"
        "  waits for 7 days (since 2026-11-13) for a first review\n"
        "  asked: Rosa Diaz\n\n"
        "amina/menu-maths: menu-maths\n"
        "  Amina Yusuf, for PACE\n"
        "  waits since a day that the history does not tell for another look after a revision (round 2)\n"
        "  asked: Rosa Diaz, Tomas Reyes\n\n"
        "amina/menu-maths: menu-maths\n"
        "  Amina Yusuf, for PACE\n"
        "  waits for 1 day (since 2026-11-13) for an approver\n"
        "  asked: nobody on the roster may do this yet\n\n"
        "3 pieces of work wait for somebody.\n"
        "In the last 90 days a first review came after 3.5 days (the median of 12 versions).\n"
    )


def test_json() -> None:
    (found,) = json.loads(queue_json(world(), Queue((waiting(),), LATELY)))["waiting"]
    assert found == {
        "person": "amina",
        "name": "Amina Yusuf",
        "submission": "menu-maths",
        "title": "menu-maths",
        "micro_credential": "pace",
        "standing": "waiting",
        "waits_for": "first-review",
        "round": 1,
        "asked": ["rosa"],
        "since": "2026-11-13",
        "days": 7,
        "blind": False,
    }


def test_the_digest_is_sorted_by_who_is_asked() -> None:
    text = digest(
        waiting(asked=("tomas",)),
        waiting(asked=("rosa", "tomas")),
        waiting(asked=()),
        waiting(),
        waiting(blind=True),
    )
    assert re.findall("^### (.*)$", text, re.MULTILINE) == [
        "Rosa Diaz",
        "Tomas Reyes",
        "Whoever may review",
        "Blind reviews, for whoever may review",
        "Nobody on the roster may do this yet",
    ]
    assert "Asked: Rosa Diaz, Tomas Reyes." in text
    assert "@" not in text


def test_blind_reviewers_are_not_named() -> None:
    text = digest(waiting(blind=True), waiting(blind=True, asked=("rosa", "tomas")))
    assert "Rosa" not in text
    assert "Tomas" not in text


def test_only_public_work_is_linked_and_private_work_not_told_of() -> None:
    link = f"[menu-maths](<{SITE}/portfolios/amina/menu-maths/>)"
    assert link in digest(waiting())
    internal = digest(waiting(), given=world(visibility=Visibility.INTERNAL))
    assert "](" not in internal
    assert "menu-maths by Amina Yusuf" in internal
    private = digest(waiting(), given=world(visibility=Visibility.PRIVATE))
    assert "menu-maths" not in private
    assert "Amina" not in private
    assert "private work for *PACE*" in private


@pytest.mark.parametrize("text", HOSTILE)
def test_names_and_titles_stay_text(text: str) -> None:
    people = tuple(replace(each, name=text) for each in PEOPLE)
    evil = replace(
        world(),
        people={each.id: each for each in people},
        micro_credentials={"pace": replace(micro_credential("pace"), title=text)},
    )
    entries = (waiting(submission=replace(WORK, title=text)), waiting(asked=("rosa", "tomas")))
    made = digest(*entries, given=evil)
    assert not re.search(r"@[\w-]|#\d|\bGH-\d|!\[", made.replace("&#8203;", "\u200b"))
    html = markdown.markdown(made)
    assert set(re.findall(r"<([a-z0-9]+)", html)) <= {"h3", "p", "ul", "li", "a", "strong", "em"}
    assert set(re.findall(r'href="([^"]*)"', html)) == {f"{SITE}/portfolios/amina/menu-maths/"}


def test_a_long_queue_fits() -> None:
    wide = replace(WORK, title="*" * 5_000)
    many = digest(*(waiting(submission=wide) for _ in range(200)))
    assert len(many) < MOST
    assert "and 150 more" in many
    reviewers = [replace(PEOPLE[2], id=f"r{at}", name=f"R{at} {'*' * 150}") for at in range(100)]
    crowd = replace(world(), people={each.id: each for each in (*PEOPLE, *reviewers)})
    entries = [waiting(submission=wide, asked=(each.id,)) for each in reviewers]
    long = digest(*entries, *entries, given=crowd)
    assert len(long) < MOST + 100
    assert "The rest is in `proofolio queue`." in long
