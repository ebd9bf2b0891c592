"""The story on a page: true for those inside, and for the public in the words of today alone."""

from __future__ import annotations

import json
import re
from dataclasses import asdict, replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.core.publishing.builders import TODAY, district, portfolio, view
from tests.core.publishing.laid_out import laid_out
from tests.core.telling.versions import SUBMITTED, Desk

from proofolio.core.awarding.decide import decide
from proofolio.core.model.artifact import Artifact, ArtifactKind
from proofolio.core.model.district import District
from proofolio.core.model.history import History, Reach, Signature
from proofolio.core.model.review import Verdict
from proofolio.core.model.visibility import Visibility
from proofolio.core.publishing.page import Audience, SitePlan
from proofolio.core.publishing.views.story import StoryView

URI = "portfolios/ann/work/index.md"
PLAN = Artifact("plan.pdf", None, ArtifactKind.UNIT, "The plan")


def site(
    desk: Desk, audience: Audience = Audience.PUBLIC, known: District | None = None, **changes: Any
) -> SitePlan:
    """The site with this one piece of work."""
    work = desk.submission(**changes)
    given = replace(known or district(), portfolios={"ann": portfolio("ann", work)})
    told = {work.key: desk.story(**changes)}
    history = History(Reach.WHOLE)
    return laid_out(given, decide(given, {}, TODAY), history, audience, (), TODAY, stories=told)


def story(desk: Desk, audience: Audience = Audience.PUBLIC, **changes: Any) -> StoryView:
    """The story on its page."""
    found = view(site(desk, audience, **changes), URI).story
    assert isinstance(found, StoryView)
    return found


def words(told: StoryView) -> str:
    """Every word of the texts that changed, as they are shown."""
    signs = {"same": "{}", "cut": "…", "added": "{{+{}+}}", "removed": "[-{}-]"}
    return " ¶ ".join(
        "".join(run.gap + signs[run.span].format(run.text) for run in part.words)
        for each in told.rounds
        for passage in each.passages
        for part in passage.paragraphs
    )


def three_rounds() -> Desk:
    desk = Desk()
    desk.save("I decide it all myself. Canary struggled.", {"plan.pdf": "old", "canary.pdf": "x"}, day=1)
    desk.review(2)
    desk.save("They decide it all myself. Another canary here. So it went.", {"plan.pdf": "new"}, day=3)
    desk.review(4)
    desk.save("They decide it all myself. So it went.", {"plan.pdf": "new"}, day=5)
    desk.review(6, Verdict.MET)
    return desk


def test_the_public_reads_only_what_stands_today() -> None:
    told = story(three_rounds())
    assert words(told) == "{+They+} decide it all myself. … {+So it went.+}"
    assert told.rounds[1].passages[0].summary == "7 words added, 3 taken out"
    assert told.rounds[1].passages[0].note == "Three of the words added did not stay; they are not shown."
    assert told.rounds[2].passages[0].paragraphs == ()
    assert told.rounds[2].summary == "3 words taken out"


def test_those_inside_read_the_whole_difference() -> None:
    told = story(three_rounds(), Audience.INTERNAL)
    early, late = words(told).split(" ¶ ")
    assert early == (
        "[-I-] {+They+} decide it all myself. [-Canary struggled.-] {+Another canary here. So it went.+}"
    )
    assert late == "They decide it all myself. [-Another canary here.-] So it went."


CANARY = "zebedee"
FACTS: dict[str, dict[str, Any]] = {
    "title": {"title": CANARY},
    "setting": {"applied": {"setting": CANARY}},
    "measure": {"impact": [{"measure": CANARY}]},
    "source": {"impact": [{"measure": "M", "source": CANARY}]},
    "evidence": {"artifacts": [{"title": CANARY, "url": "u"}]},
    "address": {"artifacts": [{"title": "T", "url": CANARY}]},
    "competency": {"demonstrates": [{"competency": CANARY}]},
    "problem": {"problem_of_practice": CANARY},
    "co-author": {"with": [CANARY]},
}
BODIES = {
    "body": f"Text. {CANARY} was late.",
    "heading": f"## {CANARY}\nSame words here and now.",
    "comment": f"Text. <!-- {CANARY} -->",
    "link": f"[Text](../{CANARY}/index.md).",
}
FILES = {"file": {"plan.pdf": "x", f"{CANARY}.pdf": "y"}, "earlier name": {f"{CANARY}.pdf": "x"}}


@pytest.mark.parametrize("where", [*FACTS, *BODIES, *FILES])
@pytest.mark.parametrize("place", ["first", "between"])
def test_a_word_that_was_taken_out_is_on_no_public_page(where: str, place: str) -> None:
    desk = Desk()
    if place == "between":
        desk.save("Text before.", {"plan.pdf": "x"})
        desk.review(1, by="tom")
    body = BODIES.get(where, "Text.")
    desk.save(body, FILES.get(where, {"plan.pdf": "x"}), {**SUBMITTED, **FACTS.get(where, {})})
    desk.review(3)
    desk.save("Text. Same words here and now.", {"plan.pdf": "x"})
    assert len(story(desk).rounds) == len(desk.versions)
    out = json.dumps([asdict(each) for each in site(desk, artifacts=(PLAN,)).pages])
    assert CANARY not in out


WORD = st.sampled_from(
    ["the", "a", "pace", "class", "moved.", "Maria", "Jon", "cried", "\n\n", "\n\n## Part\n\n"]
)
BODY = st.lists(WORD, max_size=25).map(" ".join)


@settings(max_examples=200, deadline=None)
@given(st.lists(BODY, min_size=2, max_size=4))
def test_no_public_word_is_missing_from_the_work_of_today(bodies: list[str]) -> None:
    desk = Desk()
    for number, body in enumerate(bodies):
        desk.save(body, day=number + 1)
        desk.review(number + 1, by=f"by{number}")
    told = story(desk)
    assert set(re.findall(r"\w+\.?", words(told))) <= set(re.findall(r"\w+\.?", bodies[-1]))
    headings = {passage.title for each in told.rounds for passage in each.passages}
    assert headings <= {
        "Part",
        "Before the first heading",
        "A section that has another name today, or is gone",
    }
    assert "Part" not in headings or "## Part" in bodies[-1]


HIDDEN = ({"status": "draft"}, {"stage": "practice"}, {"visibility": "private"}, {"visibility": "nonsense"})


@pytest.mark.parametrize("audience", Audience)
@pytest.mark.parametrize("more", HIDDEN, ids=str)
def test_a_version_that_was_not_open_is_told_only_to_have_been(
    audience: Audience, more: dict[str, str]
) -> None:
    desk = Desk()
    desk.save("Hidden words. Shared.", data={**SUBMITTED, **more})
    desk.review(2)
    desk.save("Open words. Shared.")
    desk.review(3, Verdict.MET)
    first, second = story(desk, audience).rounds
    assert (first.note or "").startswith("It began here.")
    assert (second.summary, second.passages, second.evidence, second.facts) == (None, (), (), ())
    assert second.note == "What changed is not shown, because the version before was not open to all."
    assert len(first.feedback) == len(second.feedback) == 1


def test_an_internal_version_is_open_to_those_inside_alone() -> None:
    desk = Desk()
    desk.save("Inner words.", data={**SUBMITTED, "visibility": "internal"})
    desk.review(2)
    desk.save("Open words.", data={**SUBMITTED, "visibility": "public"})
    assert story(desk, visibility=Visibility.PUBLIC).rounds[1].passages == ()
    assert story(desk, Audience.INTERNAL, visibility=Visibility.PUBLIC).rounds[1].passages


def test_work_that_changed_after_its_review_says_so_and_shows_it() -> None:
    desk = three_rounds()
    desk.save("They decide it all myself. So it went. And on.", {"plan.pdf": "new"}, day=7)
    told = story(desk)
    last = told.rounds[-1]
    assert (last.stale, last.present, last.open) == (True, True, True)
    assert words(replace(told, rounds=(last,))) == "They decide it all myself. So it went. {+And on.+}"
    assert not any(each.stale for each in told.rounds[:-1])


def test_evidence_goes_by_the_names_of_today() -> None:
    desk = Desk()
    desk.save("Text.", {"plan.pdf": "old", "gone.pdf": "x"}, day=1)
    desk.review(2)
    desk.save("Text.", {"plan.pdf": "new", "loose.pdf": "y"}, day=3)
    _, second = story(desk, artifacts=(PLAN,)).rounds
    assert [(each.fate, each.what, each.detail) for each in second.evidence] == [
        ("Replaced", "The plan", None)
    ]
    assert second.rest == "Two files changed besides that are not shown here."
    assert second.summary == "Three pieces of evidence new or changed"
    _, inside = story(desk, Audience.INTERNAL, artifacts=(PLAN,)).rounds
    assert [(each.fate, each.what) for each in inside.evidence] == [
        ("Added", "loose.pdf"), ("Replaced", "The plan"), ("Taken out", "gone.pdf"),
    ]  # fmt: skip


def test_evidence_that_came_with_its_file_is_named_once() -> None:
    desk = Desk()
    desk.save("Text.")
    desk.review(2)
    named = [{"file": "plan.pdf", "title": "The plan", "kind": "unit"}]
    desk.save("Text.", {"plan.pdf": "x"}, {**SUBMITTED, "artifacts": named})
    for audience in Audience:
        _, second = story(desk, audience, artifacts=(PLAN,)).rounds
        assert [(each.fate, each.what) for each in second.evidence] == [("Added", "The plan")]


def test_facts_show_earlier_values_to_those_inside_alone() -> None:
    desk = Desk()
    desk.save("Text.", data={**SUBMITTED, "applied": {"setting": "Grade 3", "learners": 4}})
    desk.review(2)
    desk.save("Text.", data={**SUBMITTED, "applied": {"setting": "plain setting", "learners": 3}})
    _, outside = story(desk).rounds
    assert [(each.fate, each.what, each.detail) for each in outside.facts] == [
        ("Changed", "Setting", "plain setting"),
        ("Changed", "Number of learners", None),
    ]
    _, inside = story(desk, Audience.INTERNAL).rounds
    assert [each.detail for each in inside.facts] == ["plain setting (before: Grade 3)", "3 (before: 4)"]


def test_feedback_leads_to_the_whole_review() -> None:
    told = story(three_rounds())
    (first,) = told.rounds[0].feedback
    assert (first.number, first.reviewer.title, first.verdict, first.met) == (
        1,
        "Rosa Example",
        "Revise",
        False,
    )
    assert [each.next_step for each in first.ratings] == ["Show two learners."]
    assert told.rounds[2].feedback[0].met
    assert told.lead == "Three versions and three reviews, from 1 October 2026 to 6 October 2026."


def test_a_review_of_an_unknown_version_is_marked() -> None:
    desk = three_rounds()
    desk.review(3, digest="sha256:" + "0" * 64, by="tom")
    told = story(desk)
    assert [each.elsewhere for each in told.rounds[1].feedback] == [True, False]


def test_reviewers_stay_unnamed_where_they_are_to() -> None:
    desk = Desk()
    desk.save("Text.", author="Rosa Example")
    desk.review(2)
    desk.save("Text two.")
    told = story(desk, micro_credential="guiding")
    assert "Rosa" not in json.dumps(asdict(told))
    assert told.rounds[0].feedback[0].reviewer.title == "A reviewer"


def test_only_a_signature_that_holds_is_shown() -> None:
    for signature in Signature:
        desk = Desk()
        desk.save("Text.", signature=signature)
        assert story(desk).rounds[0].signed is (signature is Signature.GOOD)


def test_work_that_went_back_says_so() -> None:
    desk = three_rounds()
    desk.save("I decide it all myself. Canary struggled.", {"plan.pdf": "old", "canary.pdf": "x"}, day=8)
    assert story(desk).rounds[-1].note == "The work went back to what it was as version 1."


def test_without_versions_there_is_no_story() -> None:
    desk = Desk()
    desk.write("Text.")
    assert view(site(desk), URI).story is None


def test_what_is_not_saved_is_said_to_be_so() -> None:
    desk = three_rounds()
    desk.write("They decide it all myself. So it went. And on.", {"plan.pdf": "new"})
    last = story(desk).rounds[-1]
    assert (last.on, last.note) == (None, "This version is not saved in Git yet.")
    assert last.passages
