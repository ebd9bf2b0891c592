"""``check --base`` as somebody at a terminal, or a workflow, meets it."""

from __future__ import annotations

import json
from datetime import date

import pytest
from tests.doors.pulls.district import REVIEW, WORK, Repository
from tests.doors.pulls.honest import swap_after_approval
from tests.doors.pulls.judging import judge, run

from proofolio import pipeline


def test_the_last_line_says_who_was_judged_by_what(clone: Repository) -> None:
    clone.add(f"{WORK}/index.md")
    result = judge(clone, "ADA-moss")
    short = clone.git("rev-parse", "main")[:7]
    assert result.output.endswith(f"Judged as the change of Ada Moss (ada-moss) against main ({short}).\n")
    assert result.exit_code == 0


def test_names_in_commits_are_believed_only_when_nothing_better_is_there_and_it_is_said(
    clone: Repository,
) -> None:
    clone.name, clone.email = "Ada", "ada@example.org"  # the base's .mailmap knows the address
    clone.add(f"{WORK}/index.md")
    result = judge(clone, None)
    assert result.exit_code == 0
    assert "Judged as the change of Ada Moss, by what its commits claim" in result.output


def test_the_forge_committing_for_somebody_is_nobody_else(clone: Repository) -> None:
    clone.add(f"{WORK}/index.md")
    clone.git("add", "--all")
    author = {
        "GIT_AUTHOR_EMAIL": "7+ada-moss@users.noreply.github.com",
        "GIT_COMMITTER_EMAIL": "noreply@github.com",
    }
    clone.git("commit", "--quiet", "-m", "Edit in the browser", **author)
    assert judge(clone, None).exit_code == 0


@pytest.mark.parametrize("form", ["text", "json", "github", "sarif", "markdown"])
def test_every_format_can_tell_of_files_that_are_gone_or_odd(clone: Repository, form: str) -> None:
    clone.delete(REVIEW)
    clone.commit()
    clone.stage(f"{WORK}/a\n::error::b\udce9.txt")
    clone.seal()
    result = judge(clone, "ada-moss", "--format", form)
    assert result.exit_code == 1
    assert "review-removed" in result.stdout
    assert "bad-name" in result.stdout
    assert "\n::error::b" not in result.stdout
    assert "Judged as the change of Ada Moss" in (result.stdout if form == "text" else result.stderr)
    if form in ("json", "sarif"):
        json.loads(result.stdout)


def test_what_is_not_committed_is_not_judged_and_this_is_said(clone: Repository) -> None:
    clone.write("portfolios/ben-oak/x.txt", "x\n")
    result = run("check", "--root", str(clone.root), "--base", "main", "--actor", "ada-moss")
    assert result.exit_code == 0
    assert "Only what is committed is judged" in result.stderr
    clone.delete("portfolios/ben-oak/x.txt")
    result = run("check", "--root", str(clone.root), "--base", "main", "--actor", "ada-moss")
    assert "Only what is committed" not in result.stderr


def test_a_path_narrows_what_is_told_but_never_what_is_refused(clone: Repository) -> None:
    clone.edit(f"{WORK}/index.md", "kind: student-work", "kind: studentwork")
    clone.edit("portfolios/roster.yml", "name: Ben Oak", "name: Ben")
    result = judge(clone, "ada-moss", "portfolios/carl-finch")
    assert "not-your-role" in result.stdout
    assert "studentwork" not in result.stdout


def test_evidence_swapped_after_approval_counts_for_nothing(clone: Repository) -> None:
    swap_after_approval(clone)
    clone.commit()
    before, after = (pipeline.inspect_at(clone.root, rev, date(2026, 11, 22)) for rev in ("main", "work"))
    assert before.progress["ada-moss"].decisions["fair-shares"].standing.value == "met"
    assert after.progress["ada-moss"].decisions["fair-shares"].standing.value == "stale"


def test_options_that_need_others(clone: Repository) -> None:
    for given in (["--head", "work"], ["--actor", "x"], ["--base", "main", "--actor-id", "5"]):
        assert run("check", "--root", str(clone.root), *given).exit_code == 2


def test_the_map_of_names_in_the_work_tree_is_not_believed(clone: Repository) -> None:
    clone.name, clone.email = "Me", "me@example.org"
    clone.write(
        "portfolios/roster.yml", clone.text("portfolios/roster.yml").replace("name: Ben Oak", "name: Ben")
    )
    clone.commit()
    clone.write(".mailmap", "Lena <lena-hart@users.noreply.github.com> <me@example.org>\n")
    result = run("check", "--root", str(clone.root), "--base", "main")
    assert "unknown-actor" in result.stdout
