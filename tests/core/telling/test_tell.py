"""The story stops where somebody looked, tells what changed between, and stays true when things go odd."""

from __future__ import annotations

from datetime import date

from tests.core.telling.versions import SUBMITTED, Desk, shown

from proofolio.core.model.history import Signature
from proofolio.core.model.review import Verdict
from proofolio.core.model.story import FactChange, FileFate, FileStory
from proofolio.core.model.visibility import Visibility
from proofolio.core.telling.tell import blobs_needed, tell


def rounds() -> Desk:
    """Two saves, a review, two more saves, a review that is content."""
    desk = Desk()
    desk.save("One.", data={"title": "A title", "status": "draft"}, day=1)
    desk.save("One two.", {"plan.pdf": "old"}, day=2)
    desk.review(3)
    desk.save("One two three.", {"plan.pdf": "old"}, day=4)
    desk.save("One two four.", {"plan.pdf": "new", "wall.png": "wall"}, day=5)
    desk.review(6, Verdict.MET)
    return desk


def test_a_chapter_ends_where_somebody_looked() -> None:
    first, second = rounds().story().chapters
    assert (first.number, first.saves, first.begun.day, first.at.day) == (1, 2, 1, 2)
    assert (second.number, second.saves, second.begun.day, second.at.day) == (2, 2, 4, 5)
    assert [each.on.day for each in first.reviews] == [3]
    assert [each.on.day for each in second.reviews] == [6]
    assert (first.present, second.present) == (False, True)
    assert first.submitted
    assert first.sections == first.files == first.facts == ()


def test_what_changed_is_told_between_chapters_not_between_saves() -> None:
    _, second = rounds().story().chapters
    assert [shown(each.words) for each in second.sections] == ["One [-two.-] {+two four.+}"]
    assert second.files == (
        FileStory("plan.pdf", FileFate.REPLACED),
        FileStory("wall.png", FileFate.ADDED),
    )


def test_work_that_changed_after_its_review_has_a_last_chapter_of_its_own() -> None:
    desk = rounds()
    desk.save("One two five.", day=7)
    last = desk.story().chapters[-1]
    assert (last.number, last.present, last.reviews) == (3, True, ())
    assert last.sections


def test_without_a_review_there_is_one_chapter_with_all_saves() -> None:
    desk = Desk()
    for number in range(3):
        desk.save(f"Text {number}.")
    (only,) = desk.story().chapters
    assert (only.saves, only.present, only.sections) == (3, True, ())


def test_without_history_there_is_no_story() -> None:
    desk = Desk()
    desk.write("Not saved.")
    assert desk.story().chapters == ()


def test_what_is_not_saved_yet_is_a_chapter_without_a_day() -> None:
    desk = rounds()
    desk.write("One two five.")
    last = desk.story().chapters[-1]
    assert (last.at, last.begun, last.saves, last.authors, last.present) == (None, None, 0, (), True)
    assert [shown(each.words) for each in last.sections] == ["One two [-four.-] {+five.+}"]


def test_work_that_went_back_says_so_and_keeps_each_review_where_it_was() -> None:
    desk = Desk()
    desk.save("Good.", day=1)
    desk.review(2)
    desk.save("Worse.", day=3)
    desk.review(4)
    desk.save("Good.", day=5)
    first, second, third = desk.story().chapters
    assert [(each.same_as, [r.on.day for r in each.reviews]) for each in (first, second, third)] == [
        (None, [2]),
        (None, [4]),
        (1, []),
    ]
    desk.review(6, Verdict.MET)
    assert [[r.on.day for r in each.reviews] for each in desk.story().chapters] == [[2], [4], [6]]


def test_a_review_of_an_unknown_version_stands_by_its_date() -> None:
    desk = rounds()
    desk.review(4, digest="sha256:" + "0" * 64, by="tom")
    desk.review(1, digest="sha256:" + "1" * 64, by="tom")
    first, second = desk.story().chapters
    assert [each.on.day for each in first.reviews] == [1, 3, 4]
    assert [each.on.day for each in second.reviews] == [6]


def test_who_steps_back_makes_no_chapter() -> None:
    desk = Desk()
    desk.save("One.", day=1)
    desk.review(2, Verdict.RECUSED)
    desk.save("Two.", day=3)
    (only,) = desk.story().chapters
    assert [each.verdict for each in only.reviews] == [Verdict.RECUSED]


def test_two_reviews_of_one_version_share_its_chapter() -> None:
    desk = Desk()
    desk.save("One.", day=1)
    desk.review(3, by="tom")
    desk.review(2, by="rosa")
    (only,) = desk.story().chapters
    assert [each.reviewer for each in only.reviews] == ["rosa", "tom"]


def test_files_keep_their_story_under_another_name() -> None:
    desk = Desk()
    desk.save("One.", {"a.pdf": "same", "b.pdf": "same", "c.pdf": "gone", "d.pdf": "stays"})
    desk.review(2)
    desk.save("One.", {"b.pdf": "same", "new.pdf": "same", "d.pdf": "stays"})
    assert desk.story().chapters[-1].files == (
        FileStory("new.pdf", FileFate.RENAMED, "a.pdf"),
        FileStory("c.pdf", FileFate.REMOVED),
    )


def test_facts_are_told_in_plain_words() -> None:
    impact = {"measure": "Check", "unit": "percent", "before": 41, "after": 65, "n": 26}
    before = {**SUBMITTED, "applied": {"setting": "Grade 3", "date": date(2026, 8, 31)}, "impact": [impact]}
    after = {
        **SUBMITTED,
        "title": "Another title",
        "applied": {"setting": "Grade 4"},
        "impact": [{**impact, "after": 78}],
        "artifacts": [
            {"file": "a.pdf", "kind": "unit", "title": "Plan", "consent": True, "commentary": [{}]}
        ],
        "themes": ["equitable", "authentic"],
        "with": ["bea", "cid"],
    }
    desk = Desk()
    desk.save("One.", data=before)
    desk.review(2)
    desk.save("One.", data=after)
    assert desk.story().chapters[-1].facts == (
        FactChange("title", "A title", "Another title"),
        FactChange("setting", "Grade 3", "Grade 4"),
        FactChange("with", None, "bea, cid"),
        FactChange("themes", None, "equitable, authentic"),
        FactChange("artifacts", None, "unit, a.pdf, with consent, 1 remark", "Plan"),
        FactChange("impact", "41 → 65 percent, 26 learners", "41 → 78 percent, 26 learners", "Check"),
        FactChange("date", "2026-08-31", None),
    )


def test_odd_front_matter_is_passed_over() -> None:
    odd = {**SUBMITTED, "applied": ["x"], "impact": "41", "artifacts": [3, {"title": {"a": 1}}], "with": 7}
    desk = Desk()
    desk.save("One.", data=odd)
    desk.review(2)
    desk.save("Two.")
    assert desk.story().chapters[-1].sections


def test_what_a_version_says_of_itself_is_known() -> None:
    desk = Desk()
    for number, more in enumerate(
        ({"status": "draft"}, {"stage": "practice"}, {"visibility": "private"}, {"visibility": "nobody"}, {})
    ):
        desk.save(f"{number}", data={**SUBMITTED, **more})
        desk.review(number + 1)
    assert [(each.submitted, each.visibility) for each in desk.story().chapters] == [
        (False, None),
        (False, None),
        (True, Visibility.PRIVATE),
        (True, Visibility.PRIVATE),
        (True, None),
    ]


def test_a_text_that_cannot_be_read_leaves_its_chapters_without_words() -> None:
    desk = rounds()
    submission = desk.submission()
    lost = desk.versions[1].files["index.md"]
    assert lost in blobs_needed(submission, desk.versions)
    texts = {blob: text for blob, text in desk.texts.items() if blob != lost}
    first, second = tell(submission, desk.versions, texts).chapters
    assert (first.legible, first.submitted) == (False, False)
    assert (second.legible, second.sections, second.facts) == (False, (), ())
    assert second.files


def test_a_chapter_is_as_sure_of_its_author_as_its_weakest_save() -> None:
    desk = Desk()
    desk.save("One.", signature=Signature.GOOD)
    desk.review(2)
    desk.save("Two.", signature=Signature.GOOD)
    desk.save("Three.", signature=Signature.NONE, author="Bea Example")
    first, second = desk.story().chapters
    assert (first.signature, second.signature) == (Signature.GOOD, Signature.NONE)
    assert [each.name for each in second.authors] == ["Ann Example", "Bea Example"]


def test_only_the_texts_of_chapters_are_asked_for() -> None:
    desk = rounds()
    told = {desk.versions[1].files["index.md"], desk.versions[3].files["index.md"]}
    assert blobs_needed(desk.submission(), desk.versions) == told
