"""``check --base`` as somebody at a terminal, or a workflow, meets it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from tests.doors.pulls.district import REVIEW, WORK, Repository, build, copy, review
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


@pytest.mark.parametrize(
    ("base", "says"),
    [
        ("nowhere", "there is no version 'nowhere' in this clone"),
        ("--output=/tmp/x", "is not the name of a version"),
        ("-h", "is not the name of a version"),
        ("", "is not the name of a version"),
        ("main\nwork", "is not the name of a version"),
        ("main:portfolios", "there is no version 'main:portfolios'"),
    ],
)
def test_a_base_that_is_none(clone: Repository, base: str, says: str) -> None:
    result = run("check", "--root", str(clone.root), f"--base={base}", "--actor", "ada-moss")
    assert result.exit_code == 2
    assert says in result.stderr
    result = run(
        "check", "--root", str(clone.root), "--base", "main", f"--head={base}", "--actor", "ada-moss"
    )
    assert result.exit_code == 2
    assert says in result.stderr


def test_a_tag_with_the_name_of_the_branch_is_not_taken_for_it(clone: Repository) -> None:
    clone.edit("portfolios/roster.yml", "    coach: carl-finch\n", "    roles: [leader]\n")
    clone.git("tag", "main", clone.commit())
    result = judge(clone, "ada-moss")
    assert result.exit_code == 2
    assert "two versions called 'main'" in result.stderr
    assert judge(clone, "ada-moss", base="refs/heads/main").exit_code == 1


@pytest.mark.parametrize("place", ["main", "refs/main"])
def test_a_file_in_the_repository_with_the_name_of_the_branch_is_not_taken_for_it(
    clone: Repository, place: str
) -> None:
    """Git itself would look there first."""
    clone.edit("portfolios/roster.yml", "    coach: carl-finch\n", "    roles: [leader]\n")
    (clone.top / ".git" / place).write_text(f"{clone.commit()}\n", encoding="utf-8")
    result = judge(clone, "ada-moss")
    assert result.exit_code == 2
    assert "two versions called 'main'" in result.stderr
    assert judge(clone, "ada-moss", base="refs/heads/main").exit_code == 1


def test_a_tag_of_a_tag_is_a_version(clone: Repository) -> None:
    for name, of in (("first", "main"), ("second", "first"), ("third", "second")):
        clone.git("tag", "--annotate", "--message", "A tag", name, of)
    clone.add(f"{WORK}/index.md")
    assert judge(clone, "ada-moss", base="third").exit_code == 0


def test_a_clone_without_the_files_is_refused_with_the_way_out(clone: Repository, tmp_path: Path) -> None:
    clone.add(f"{WORK}/index.md")
    clone.commit()
    clone.git("config", "uploadpack.allowFilter", "true")
    for filter_ in ("blob:none", "tree:0"):
        top = tmp_path / filter_.replace(":", "-")
        more = (f"--filter={filter_}", "--no-checkout")
        clone.git("clone", "--quiet", *more, clone.top.as_uri(), str(top))
        result = run(
            "check",
            "--root",
            str(top),
            "--base",
            "origin/main",
            "--head",
            "origin/work",
            "--actor",
            "ada-moss",
        )
        assert result.exit_code == 2
        assert "without --filter" in result.stderr


def test_a_damaged_history_is_not_taken_for_an_unrelated_one(clone: Repository) -> None:
    clone.add(f"{WORK}/index.md")
    clone.commit()
    clone.git("unpack-objects", "-q", given=_packed(clone))
    (clone.top / ".git/objects/info/commit-graph").unlink(missing_ok=True)  # it would stand in
    first = clone.git("rev-list", "--max-parents=0", "main")
    (clone.top / ".git" / "objects" / first[:2] / first[2:]).unlink()
    result = judge(clone, "ada-moss")
    assert result.exit_code == 2
    assert "missing or damaged" in result.stderr


def _packed(clone: Repository) -> bytes:
    """What is in the repository's pack, taken away from it, to be stored file by file."""
    (pack,) = (clone.top / ".git" / "objects" / "pack").glob("*.pack")
    content = pack.read_bytes()
    for each in pack.parent.iterdir():
        each.unlink()
    return content


def test_a_shallow_clone_is_refused_with_the_way_out(clone: Repository, tmp_path: Path) -> None:
    clone.add(f"{WORK}/index.md")
    clone.commit()
    shallow = Repository(tmp_path / "shallow")
    clone.git("clone", "--quiet", "--depth=1", "--no-single-branch", clone.top.as_uri(), str(shallow.top))
    result = run("check", "--root", str(shallow.root), "--base", "origin/main", "--actor", "ada-moss")
    assert result.exit_code == 2
    assert "fetch-depth: 0" in result.stderr


def test_a_history_that_was_rewritten_is_refused(clone: Repository) -> None:
    clone.git("checkout", "--quiet", "--orphan", "new")
    clone.commit("All of it, anew")
    clone.git("branch", "--quiet", "-M", "new", "work")
    result = judge(clone, "lena-hart")
    assert result.exit_code == 2
    assert "no commit in common" in result.stderr


def test_without_a_repository(tmp_path: Path, clone: Repository) -> None:
    (clone.top / ".git").rename(tmp_path / "away")
    result = run("check", "--root", str(clone.root), "--base", "main")
    assert result.exit_code == 2
    assert "Git knows no repository" in result.stderr


def test_options_that_need_others(clone: Repository) -> None:
    for given in (["--head", "work"], ["--actor", "x"], ["--base", "main", "--actor-id", "5"]):
        assert run("check", "--root", str(clone.root), *given).exit_code == 2


def test_a_bare_repository_has_all_that_is_needed(clone: Repository, tmp_path: Path) -> None:
    clone.add(f"{WORK}/index.md")
    clone.commit()
    bare = tmp_path / "bare.git"
    clone.git("clone", "--quiet", "--bare", str(clone.top), str(bare))
    result = run("check", "--root", str(bare), "--base", "main", "--head", "work", "--actor", "ben-oak")
    assert "not-your-folder" in result.stdout


def test_a_bare_repository_knows_which_versions_there_were(clone: Repository, tmp_path: Path) -> None:
    clone.write(f"{WORK}/reviews/2026-11-20-dora-lane.md", review("sha256:" + "0123456789abcdef" * 4))
    clone.commit()
    bare = tmp_path / "bare.git"
    clone.git("clone", "--quiet", "--bare", str(clone.top), str(bare))
    for root in (bare, clone.top / ".git", clone.top):
        result = run("check", "--root", str(root), "--base", "main", "--head", "work", "--actor", "dora-lane")
        assert "unknown-digest" in result.stdout


def test_modules_in_the_folder_here_are_never_loaded(clone: Repository, tmp_path: Path) -> None:
    canary = tmp_path / "canary"
    for name in ("click", "yaml", "git", "pydantic", "markdown", "cli", "inspect", "json"):
        clone.write(f"{name}.py", f"open({str(canary)!r}, 'w')\n")
    clone.commit()
    asked = [sys.executable, "-m", "proofolio", "check", "--base", "main", "--actor", "ada-moss"]
    plugins = Path(pipeline.__file__).parents[1]
    environment = {**os.environ, "PYTHONPATH": str(plugins)}
    done = subprocess.run(asked, cwd=clone.root, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stderr
    assert "not-your-role" in done.stdout
    assert not canary.exists()


def test_a_district_in_a_subfolder(tmp_path: Path) -> None:
    build(tmp_path / "origin", "schools/district")
    clone = copy(Repository(tmp_path / "origin", "schools/district"), tmp_path / "clone")
    clone.add(f"{WORK}/index.md")
    assert judge(clone, "ada-moss").exit_code == 0
    result = judge(clone, "ben-oak", "--format", "json")
    assert [(each["rule"], each["file"]) for each in json.loads(result.stdout)["findings"]] == [
        ("not-your-folder", f"{WORK}/index.md")
    ]
    (clone.top / "README.md").write_text("Changed.\n", encoding="utf-8")
    result = judge(clone, "ada-moss", "--format", "json")
    assert [(each["rule"], each["file"]) for each in json.loads(result.stdout)["findings"]] == [
        ("mixed-change", "../../README.md"),
        ("not-your-role", "../../README.md"),
    ]


CONFIG = """
[core]
    pager = touch {canary}; cat
    fsmonitor = touch {canary}
    hooksPath = {hooks}
    sshCommand = touch {canary}
    editor = touch {canary}
    askPass = touch {canary}
    gitProxy = touch {canary}
[pager]
    log = touch {canary}
    diff-tree = touch {canary}
[alias]
    log = !touch {canary}
    cat-file = !touch {canary}
[diff]
    external = touch {canary}
    orderFile = {canary}
    ignoreSubmodules = all
    renames = copies
[diff "x"]
    command = touch {canary}
    textconv = touch {canary}
[filter "x"]
    clean = touch {canary}
    smudge = touch {canary}
    process = touch {canary}
    required = true
[merge "x"]
    driver = touch {canary}
[gpg]
    program = {program}
[gpg "ssh"]
    program = {program}
[log]
    showSignature = true
    mailmap = true
[mailmap]
    file = {mailmap}
[credential]
    helper = !touch {canary}
[include]
    path = {included}
[color]
    ui = always
"""


def test_nothing_that_a_repository_names_is_ever_run(clone: Repository, tmp_path: Path) -> None:
    clone.write(".gitattributes", "* diff=x filter=x merge=x\n")
    clone.write("portfolios/ben-oak/.gitattributes", "* diff=x filter=x merge=x\n")
    clone.edit("portfolios/roster.yml", "name: Ada Moss", "name: Ada")
    clone.add(f"{WORK}/index.md")
    clone.commit()
    signed = clone.git("cat-file", "commit", "work").replace("\ncommitter ", "\ncommitter ", 1)
    head, _, message = signed.partition("\n\n")
    signature = "gpgsig -----BEGIN PGP SIGNATURE-----\n \n x\n -----END PGP SIGNATURE-----"
    made = clone.git(
        "hash-object", "-t", "commit", "-w", "--stdin", given=f"{head}\n{signature}\n\n{message}\n"
    )
    clone.git("update-ref", "refs/heads/work", made)
    canary, hooks, program = tmp_path / "canary", tmp_path / "hooks", tmp_path / "program"
    hooks.mkdir()
    program.write_text(f"#!/bin/sh\ntouch {canary}\n", encoding="utf-8")
    program.chmod(0o755)
    for name in (
        "post-index-change",
        "post-checkout",
        "pre-auto-gc",
        "reference-transaction",
        "fsmonitor-watchman",
    ):
        for folder in (hooks, clone.top / ".git" / "hooks"):
            folder.mkdir(exist_ok=True)
            (folder / name).write_text(program.read_text(encoding="utf-8"), encoding="utf-8")
            (folder / name).chmod(0o755)
    included, mailmap = tmp_path / "included", tmp_path / "mailmap"
    included.write_text(f"[core]\n\tfsmonitor = touch {canary}\n", encoding="utf-8")
    mailmap.write_text("Lena <lena-hart@users.noreply.github.com> <somebody@example.org>\n", encoding="utf-8")
    settings = CONFIG.format(canary=canary, hooks=hooks, program=program, included=included, mailmap=mailmap)
    with (clone.top / ".git" / "config").open("a", encoding="utf-8") as config:
        config.write(settings)
    (clone.root / WORK / "index.md").touch()
    for actor in (["--actor", "ada-moss"], []):
        for head in (["--head", "work"], []):
            result = run("check", "--root", str(clone.root), "--base", "main", *head, *actor)
            assert result.exit_code == 1, result.output
            assert ("not-your-role" if actor else "unknown-actor") in result.stdout
    assert not canary.exists()
    subprocess.run(["git", "status"], cwd=clone.top, capture_output=True, check=False)
    assert canary.exists(), "the trap works"


def test_the_map_of_names_in_the_work_tree_is_not_believed(clone: Repository) -> None:
    clone.name, clone.email = "Me", "me@example.org"
    clone.write(
        "portfolios/roster.yml", clone.text("portfolios/roster.yml").replace("name: Ben Oak", "name: Ben")
    )
    clone.commit()
    clone.write(".mailmap", "Lena <lena-hart@users.noreply.github.com> <me@example.org>\n")
    result = run("check", "--root", str(clone.root), "--base", "main")
    assert "unknown-actor" in result.stdout
