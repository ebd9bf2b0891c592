"""A small district with a history, and a repository in which a pull request is made from it."""

from __future__ import annotations

import base64
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from tests.adapters.git.test_signatures import Key
from tests.cases.case import BASE

from proofolio.core.model.digest import blob_of, digest_of

WORK = "portfolios/ada-moss/fair-shares"
DRAFT = "portfolios/ada-moss/open-door"
SHARED = "portfolios/ben-oak/group-talk"
COACHS = "portfolios/carl-finch/my-questions"
REVIEW = f"{WORK}/reviews/2026-10-05-carl-finch.md"
LEDGER = "portfolios/ada-moss/credentials/quick-feedback.json"

ROSTER = """people:
  ada-moss:
    name: Ada Moss
    github: ada-moss
    organization: hill-school
    coach: carl-finch
  ben-oak:
    name: Ben Oak
    github: ben-oak
    github_id: 4242
    signing_keys: [{key}]
    organization: hill-school
    coach: carl-finch
  carl-finch:
    name: Carl Finch
    github: Carl-Finch
    organization: hill-school
    roles: [educator, coach]
  dora-lane:
    name: Dora Lane
    github: dora-lane
    organization: hill-school
    roles: [educator, assessor]
    since: 2026-09-01
  eve-cole:
    name: Eve Cole
    organization: hill-school
  finn-gray:
    name: Finn Gray
    github: twin
    organization: hill-school
  gina-gray:
    name: Gina Gray
    github: twin
    organization: hill-school
  lena-hart:
    name: Lena Hart
    github: lena-hart
    organization: hill-school
    roles: [educator, coach, leader]
"""

QUESTIONS = """---
title: {title}
micro_credential: open-questions
status: {status}
{more}---
## Reflection

{text}
"""

CREDENTIAL = """{
  "@context": ["https://www.w3.org/ns/credentials/v2"],
  "id": "urn:uuid:0d9b6d1e-5a1f-4b55-8f0e-0f6f3c1d7e21",
  "type": ["VerifiableCredential", "AchievementCredential"],
  "name": "Quick feedback",
  "issuer": {"id": "https://small-town.example.org", "type": ["Profile"], "name": "Small Town Schools"},
  "validFrom": "2026-06-01T08:00:00Z",
  "credentialSubject": {
    "type": ["AchievementSubject"],
    "achievement": {
      "id": "https://small-town.example.org/quick-feedback",
      "type": ["Achievement"],
      "name": "Quick feedback",
      "description": "Gives feedback that learners act on.",
      "criteria": {"narrative": "See the rubric."}
    }
  },
  "proof": [{"type": "DataIntegrityProof", "cryptosuite": "eddsa-jcs-2022", "proofValue": "z5y8"}]
}
"""


def questions(title: str, text: str, status: str = "submitted", more: str = "") -> str:
    """A submission about open questions."""
    return QUESTIONS.format(title=title, status=status, more=more, text=text)


def review(digest: str, verdict: str = "revise", **ratings: str) -> str:
    """A review of feedback work, or of questions when ``open`` is rated."""
    ratings = ratings or {"timely": "secure", "used": "starting"}
    lines = [
        "---",
        f"reviewed: {digest}",
        "ratings:",
        *(f"  {name}: {level}" for name, level in ratings.items()),
    ]
    below = [name for name, level in ratings.items() if level == "starting"]
    if below:
        lines += ["next_steps:", *(f"  {name}: Show one learner's work." for name in below)]
    return "\n".join((*lines, f"verdict: {verdict}", "---", "What I saw.", ""))


def key(number: int) -> Key:
    """A key for signing, always the same one for a number; Ben's on the roster is the first."""
    made = Key()
    made.private = Ed25519PrivateKey.from_private_bytes(bytes([number]) * 32)
    made.text = made.private.public_key().public_bytes(Encoding.OpenSSH, PublicFormat.OpenSSH).decode()
    made.blob = base64.b64decode(made.text.split()[1])
    return made


class Repository:
    """A clone in which somebody works; ``main`` is the base."""

    def __init__(self, top: Path, folder: str = "") -> None:
        self.top = top
        self.root = top / folder if folder else top
        self.minute = 0
        self.sealed = False
        self.form: Path | None = None
        self.name, self.email = "Somebody", "somebody@example.org"

    def git(self, *arguments: str, given: str | bytes | None = None, **extra: str) -> str:
        """Run Git untouched by the user's own settings."""
        self.minute += 1
        clean = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
        people = {
            f"GIT_{role}_{what}": value
            for role in ("AUTHOR", "COMMITTER")
            for what, value in (
                ("NAME", self.name),
                ("EMAIL", self.email),
                ("DATE", f"2026-11-{10 + self.minute // 60:02d}T16:{self.minute % 60:02d}:00+00:00"),
            )
        }
        settings = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
        done = subprocess.run(
            ["git", *arguments],
            cwd=self.top,
            env={**clean, **settings, **people, **extra},
            input=given.encode("utf-8", "surrogateescape") if isinstance(given, str) else given,
            capture_output=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr.decode("utf-8", "replace")
        return done.stdout.decode("utf-8", "surrogateescape").strip()

    def path(self, path: str) -> Path:
        """Where a path of the district lies."""
        return self.root / path

    def text(self, path: str) -> str:
        """A file's text."""
        return self.path(path).read_text(encoding="utf-8")

    def write(self, path: str, text: str | bytes = "More.\n") -> None:
        """Write a file with its folders."""
        place = self.path(path)
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(text if isinstance(text, bytes) else text.encode())

    def edit(self, path: str, old: str, new: str) -> None:
        """Put one text for another."""
        before = self.text(path)
        assert old in before, f"{old!r} is not in {path}"
        self.write(path, before.replace(old, new, 1))

    def add(self, path: str, text: str = "\nMore.\n") -> None:
        """Write something at the end of a file."""
        self.write(path, self.text(path) + text)

    def delete(self, path: str) -> None:
        """Take a file or folder away."""
        place = self.path(path)
        shutil.rmtree(place) if place.is_dir() and not place.is_symlink() else place.unlink()

    def move(self, old: str, new: str) -> None:
        """Give a file or folder another name."""
        self.path(new).parent.mkdir(parents=True, exist_ok=True)
        self.path(old).rename(self.path(new))

    def link(self, path: str, aim: str) -> None:
        """A symbolic link, in place of whatever was there."""
        if self.path(path).exists():
            self.delete(path)
        self.path(path).parent.mkdir(parents=True, exist_ok=True)
        self.path(path).symlink_to(aim)

    def digest(self, folder: str) -> str:
        """A submission's digest as it stands on the disk."""
        place = self.path(folder)
        files = {each.relative_to(place).as_posix(): each for each in place.rglob("*") if each.is_file()}
        return digest_of({name: blob_of(each.read_bytes()) for name, each in files.items()})

    def commit(self, subject: str = "Work") -> str:
        """Commit all that is on the disk; the commit's id."""
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "-m", subject)
        return self.git("rev-parse", "HEAD")

    def sign(self, with_: Key, altered: str = "") -> None:
        """Put a signature into the last commit; ``altered`` changes the message afterwards."""
        raw = self.git("cat-file", "commit", "HEAD") + "\n"
        head, _, message = raw.partition("\n\n")
        signature = with_.sign(raw.encode()).rstrip("\n").replace("\n", "\n ")
        whole = f"{head}\ngpgsig {signature}\n\n{altered or message}"
        made = self.git("hash-object", "-t", "commit", "-w", "--stdin", given=whole)
        self.git("update-ref", "refs/heads/work", made)

    def stage(self, path: str, text: str = "More.\n", mode: str = "100644") -> None:
        """Put a file into the next commit whatever name it has; :meth:`seal` makes the commit."""
        blob = self.git("hash-object", "-w", "--stdin", given=text)
        self.git("update-index", "-z", "--index-info", given=f"{mode} {blob}\t{path}\0")

    def seal(self) -> str:
        """Commit what is staged, without looking at the disk."""
        self.sealed = True
        self.git("commit", "--quiet", "-m", "Work")
        return self.git("rev-parse", "HEAD")

    def on_main(self, *paths_and_texts: tuple[str, str]) -> None:
        """Main goes on meanwhile: commit these there, and come back."""
        self.git("switch", "--quiet", "main")
        for path, text in paths_and_texts:
            self.write(path, text)
        self.commit("Meanwhile")
        self.git("switch", "--quiet", "work")


def files() -> Iterator[tuple[str, str]]:
    """What the district holds beside the shared base of the cases."""
    yield "portfolios/roster.yml", ROSTER.format(key=key(1).text)
    yield f"{DRAFT}/index.md", questions("Open door", "I asked why, and waited.", "draft")
    shared = "with: [carl-finch]\n"
    yield f"{SHARED}/index.md", questions("Group talk", "Groups asked one another.", more=shared)
    yield f"{COACHS}/index.md", questions("My questions", "I asked what else it could be.")
    yield LEDGER, CREDENTIAL
    yield "mkdocs.yml", "site_name: Small Town\n"
    yield ".github/CODEOWNERS", "* @lena-hart\n"
    yield ".github/workflows/check.yml", "on: pull_request\n"
    yield ".mailmap", "Ada Moss <ada-moss@users.noreply.github.com> <ada@example.org>\n"
    yield "plugins/tool.py", "print('hello')\n"


def build(top: Path, folder: str = "") -> Repository:
    """Make the district's repository, with two commits on ``main``."""
    repository = Repository(top, folder)
    top.mkdir(parents=True)
    repository.git("init", "--quiet", "--initial-branch=main", "--template=")
    shutil.copytree(BASE, repository.root, dirs_exist_ok=True)
    later = repository.text(REVIEW)
    repository.delete(REVIEW)
    for path, text in files():
        repository.write(path, text)
    repository.commit("The district")
    repository.write(REVIEW, later)
    repository.commit("Carl's review")
    repository.git("gc", "--quiet")
    return repository


def copy(of: Repository, target: Path) -> Repository:
    """A clone of one's own, on the branch ``work``."""
    shutil.copytree(of.top, target, symlinks=True)
    made = Repository(target, of.root.relative_to(of.top).as_posix() if of.root != of.top else "")
    made.minute = 60
    made.git("switch", "--quiet", "-c", "work")
    return made
