"""Who may touch what: the rules by themselves."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.guarding.builders import added, commit, edited, gone, judged, with_work

from proofolio.core.guarding.place import Kind, folded, shown, touched
from proofolio.core.model.change import FileChange, Stored
from proofolio.core.model.history import Signature

WORK = "portfolios/ada/work"


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        (f"{WORK}/index.md", Kind.EVIDENCE),
        ("portfolios/ada/index.md", Kind.EVIDENCE),
        ("portfolios/ada/log/x.md", Kind.EVIDENCE),
        (f"{WORK}/reviews.pdf", Kind.EVIDENCE),
        (f"{WORK}/reviews/x.md", Kind.REVIEW),
        (f"{WORK}/reviews", Kind.REVIEW),
        (f"{WORK}/a/b/reviews/x.md", Kind.REVIEW),
        (f"{WORK}/ＲＥＶＩＥＷＳ/x.md", Kind.REVIEW),
        (f"{WORK}/rev\u200biews/x.md", Kind.REVIEW),
        (f"{WORK}/Reviews. /x.md", Kind.REVIEW),
        (f"{WORK}/ reviews/x.md", Kind.REVIEW),
        ("portfolios/ada/reviews/x.md", Kind.REVIEW),
        ("portfolios/ada/credentials/x.json", Kind.CREDENTIAL),
        ("portfolios/ada/Credentials/x.json", Kind.CREDENTIAL),
        (f"{WORK}/credentials/x.json", Kind.CREDENTIAL),
        (f"{WORK}/reviews/credentials/x.json", Kind.REVIEW),
        ("portfolios/roster.yml", Kind.ADMINISTRATION),
        ("portfolios/ada", Kind.ADMINISTRATION),
        ("competencies/issuer.yml", Kind.ADMINISTRATION),
        ("reviews/x.md", Kind.ADMINISTRATION),
        ("../portfolios/ada/x.md", Kind.ADMINISTRATION),
        ("Portfolios/ada/x.md", Kind.EVIDENCE),
        (".mailmap", Kind.ADMINISTRATION),
        ("README.md", Kind.ADMINISTRATION),
    ],
)
def test_kinds_of_paths(path: str, kind: Kind) -> None:
    assert touched(FileChange(path, None, Stored("100644", "a" * 40))).kind is kind


THANKS = "competencies/recognitions/2026-11-19-thanks.md"


@pytest.mark.parametrize(
    ("who", "change", "refused"),
    [
        ("lena", added(THANKS), []),
        ("lena", edited(THANKS), []),
        ("lena", gone(THANKS), []),
        ("ben", added(THANKS), [("not-your-role", THANKS)]),
        ("ben", gone(THANKS), [("not-your-role", THANKS)]),
        ("carl", added(THANKS), [("not-your-role", THANKS)]),
        ("ada", edited("portfolios/ada/index.md"), []),
        ("lena", edited("portfolios/ada/index.md"), [("not-your-folder", "portfolios/ada/index.md")]),
    ],
)
def test_thanks_are_the_leaders_and_the_consent_is_ones_own(
    who: str, change: FileChange, refused: list[tuple[str, str]]
) -> None:
    assert judged(who, change) == refused


@pytest.mark.parametrize("who", ["ben", "carl", "lena"])
@pytest.mark.parametrize("change", [added, edited, gone])
def test_nobody_touches_anothers_evidence(who: str, change: type[FileChange]) -> None:
    assert judged(who, change(f"{WORK}/index.md")) == [("not-your-folder", f"{WORK}/index.md")]


@given(st.lists(st.text(min_size=1).filter(lambda each: "/" not in each and "\0" not in each), min_size=1))
def test_outside_of_ones_folder_an_educator_changes_nothing_at_all(steps: list[str]) -> None:
    path = "/".join(steps)
    if not path.startswith("portfolios/ben/"):
        assert judged("ben", added(path))
        assert judged("ben", edited(path))
        assert judged("ben", gone(path))


@given(st.lists(st.text(min_size=1).filter(lambda each: "/" not in each and "\0" not in each), min_size=1))
def test_leaders_too_stay_out_of_portfolios(steps: list[str]) -> None:
    path = "portfolios/ada/" + "/".join(steps)
    assert judged("lena", edited(path))
    assert judged("lena", gone(path))


@given(st.text())
def test_paths_can_always_be_shown(text: str) -> None:
    assert shown(text).isprintable()
    assert folded(folded(text)) == folded(text)


def test_co_authors_of_before_and_after_both_count() -> None:
    path = f"{WORK}/reviews/2026-11-20-carl.md"
    without, together = with_work(), with_work(("carl",))
    assert judged("carl", added(path), base=without, head=without) == []
    refused = [("review-by-co-author", path)]
    assert judged("carl", added(path), base=together, head=without) == refused
    assert judged("carl", added(path), base=without, head=together) == refused


@pytest.mark.parametrize(
    "path",
    [
        f"{WORK}/reviews/2026-13-01-carl.md",
        f"{WORK}/reviews/2026-11-20.md",
        f"{WORK}/reviews/2026-11-20-carl.markdown",
        f"{WORK}/reviews/2026-11-20-Carl.md",
        f"{WORK}/reviews/x/2026-11-20-carl.md",
        f"{WORK}/Reviews/2026-11-20-carl.md",
        "portfolios/ada/reviews/2026-11-20-carl.md",
        "portfolios/ada/none/reviews/2026-11-20-carl.md",
        "Portfolios/ada/work/reviews/2026-11-20-carl.md",
        f"{WORK}/reviews/٢٠٢٦-11-20-carl.md",
    ],
)
def test_reviews_have_one_place(path: str) -> None:
    assert judged("carl", added(path)) == [("misplaced-record", path)]


@pytest.mark.parametrize(
    ("day", "refused"),
    [("2026-11-22", False), ("2026-11-23", False), ("2026-11-24", True), ("0001-01-01", False)],
)
def test_tomorrow_has_come_somewhere(day: str, refused: bool) -> None:
    path = f"{WORK}/reviews/{day}-carl.md"
    assert judged("carl", added(path)) == ([("review-date", path)] if refused else [])


def test_a_moved_folder_is_whole_or_it_is_not_moved() -> None:
    names = ("index.md", "x.pdf", "reviews/2026-11-01-carl.md")
    before = [gone(f"{WORK}/{each}") for each in names]
    after = [FileChange(f"portfolios/ada/new/{each}", None, before[0].before) for each in names]
    there = [f"portfolios/ada/new/{each}" for each in names]
    assert judged("lena", *before, *after, standing=there) == []
    assert judged("lena", *before, *after, standing=[*there, f"{WORK}/left.pdf"])
    assert judged("lena", *before, *after, standing=[*there, "portfolios/ada/new/other.pdf"])
    assert judged("lena", *before, *after[:-1], standing=there[:-1])
    assert judged("lena", *before[2:], *after[2:], standing=there[2:])
    assert judged("ada", *before, *after, standing=there) == [
        ("review-removed", f"{WORK}/reviews/2026-11-01-carl.md")
    ]
    elsewhere = [FileChange(each.path.replace("/ada/", "/ben/"), None, each.after) for each in after]
    assert judged("lena", *before, *elsewhere, standing=[each.path for each in elsewhere])


def test_taking_away_what_should_not_be_there_is_fine() -> None:
    path = "portfolios/ada/.gitattributes"
    assert judged("ada", gone(path)) == []
    assert judged("ada", edited(path)) == [("unfit-file", path)]


def test_one_more_edit_of_an_old_program_is_fine_but_no_new_one() -> None:
    path, program = f"{WORK}/x.pdf", Stored("100755", "c" * 40)
    assert judged("ada", FileChange(path, program, Stored("100755", "d" * 40))) == []
    assert judged("ada", FileChange(path, Stored("100644", "c" * 40), program)) == [("unfit-file", path)]


@pytest.mark.parametrize(
    ("author", "signature", "rules"),
    [
        ("ada", Signature.NONE, []),
        ("ada", Signature.GOOD, []),
        ("ada", Signature.UNCHECKED, []),
        ("ada", Signature.BAD, ["bad-signature"]),
        ("ada", Signature.STRANGER, ["strange-signature"]),
        ("ben", Signature.STRANGER, []),
        ("nobody", Signature.STRANGER, []),
        ("nobody", Signature.BAD, ["bad-signature"]),
    ],
)
def test_signatures(author: str, signature: Signature, rules: list[str]) -> None:
    found = judged("ada", added(f"{WORK}/x.pdf"), commits=(commit(author, signature),))
    assert [rule for rule, _ in found] == rules


def test_a_thousand_of_the_same_are_told_in_short() -> None:
    found = judged("ben", *(added(f"{WORK}/{each}.pdf") for each in range(500)))
    assert len(found) == 11


LEDGER = "portfolios/ada/credentials"


@pytest.mark.parametrize(
    ("who", "change", "rules"),
    [
        ("lena", added(f"{LEDGER}/pace.json"), []),
        ("lena", added(f"{LEDGER}/pace.2029-05-01.json"), []),
        ("lena", added(f"{LEDGER}/record.clr.json"), []),
        ("lena", edited(f"{LEDGER}/record.clr.json"), []),
        ("lena", gone(f"{LEDGER}/record.clr.json"), []),
        ("ada", edited(f"{LEDGER}/record.clr.json"), ["not-your-role"]),
        ("carl", added(f"{LEDGER}/record.clr.json"), ["not-your-role"]),
        ("lena", added(f"{LEDGER}/external/diploma.json"), []),
        ("lena", added(f"{LEDGER}/external/diploma.yml"), []),
        ("ada", added(f"{LEDGER}/external/diploma.json"), ["not-your-role"]),
        ("lena", edited(f"{LEDGER}/external/diploma.yml"), ["credential-changed"]),
        ("lena", gone(f"{LEDGER}/external/diploma.json"), ["credential-changed"]),
        ("lena", added(f"{LEDGER}/external/more/diploma.json"), ["misplaced-record"]),
        ("lena", added(f"{LEDGER}/external.json.md"), ["misplaced-record"]),
        ("lena", edited(f"{LEDGER}/pace.json"), ["credential-changed"]),
        ("lena", gone(f"{LEDGER}/pace.2029-05-01.json"), ["credential-changed"]),
        ("lena", added("competencies/issuer/did.json"), []),
        ("lena", edited("competencies/issuer/did.json"), []),
        ("ada", edited("competencies/issuer/did.json"), ["not-your-role"]),
        ("carl", edited("competencies/issuer/revocations.json"), ["not-your-role"]),
        ("lena", added("competencies/issuer/revocations/2026-11-01-x.yml"), []),
        ("ada", added("competencies/issuer/revocations/2026-11-01-x.yml"), ["not-your-role"]),
        ("lena", edited("competencies/issuer/revocations/2026-11-01-x.yml"), ["credential-changed"]),
        ("lena", gone("competencies/issuer/Revocations/2026-11-01-x.yml"), ["credential-changed"]),
    ],
)
def test_the_ledger_only_grows(who: str, change: FileChange, rules: list[str]) -> None:
    assert [rule for rule, _ in judged(who, change)] == rules
