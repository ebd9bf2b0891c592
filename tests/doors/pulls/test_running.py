"""Nothing that comes with a repository or a change is ever run."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.doors.pulls.district import WORK, Repository
from tests.doors.pulls.judging import run

from proofolio import pipeline


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
