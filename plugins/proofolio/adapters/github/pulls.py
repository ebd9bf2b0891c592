"""Pull requests as the forge tells them, kept word for word in files for ``harvest``.

What Gitea and Forgejo do differently is here: they give the comments on lines review by review, and
one pull request for a commit instead of a list.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from proofolio.adapters.github.refusal import Refused
from proofolio.adapters.github.repository import Repository, commit_id, is_commit
from proofolio.core.diagnostics.error import ProofolioError

Answer = Mapping[str, object]

PARTS = ("pull.json", "reviews.json", "review-comments.json", "issue-comments.json")


def open_pull(repository: Repository, head: str, home: str | None, branch: str | None) -> Answer | None:
    """The one open pull request whose head is this commit now; None when there is none, or several.

    The list of open pull requests is searched, because asking for a commit's pull requests leaves
    out those that come from forks. ``home`` and ``branch`` (where the head lies) are compared when
    they are known: somebody else may propose the same commit.
    """
    commit_id(head)
    found = [
        each
        for each in repository.api.pages(f"{repository.path}/pulls", state="open")
        if _at(each, "head", "sha") == head
        and (home is None or _at(each, "head", "repo", "full_name") == home)
        and (branch is None or _at(each, "head", "ref") == branch)
    ]
    return found[0] if len(found) == 1 else None


def merged_pulls(repository: Repository, commits: Iterable[str], branch: str) -> list[int]:
    """The numbers of the pull requests that brought these commits into the branch, lowest first."""
    found: set[int] = set()
    for commit in commits:
        for each in _pulls_of(repository, commit_id(commit)):
            number = each.get("number")
            here = (_at(each, "base", "repo", "full_name") or "").lower() == repository.name.lower()
            merged = each.get("merged_at") is not None and _at(each, "base", "ref") == branch
            if here and merged and isinstance(number, int):
                found.add(number)
    return sorted(found)


def _pulls_of(repository: Repository, commit: str) -> list[Answer]:
    if not repository.api.gitea:
        return repository.api.pages(f"{repository.path}/commits/{commit}/pulls")
    try:
        only = repository.api.get(f"{repository.path}/commits/{commit}/pull")
    except Refused as error:
        if error.status == 404:
            return []
        raise
    return [only] if isinstance(only, dict) else []


def fetch_pull(repository: Repository, number: int, folder: Path) -> Path:
    """Write everything said in a pull request into ``folder/<number>``; that folder.

    Four files, each as the forge's API has it, with all pages in one list: the pull request, its
    reviews, the comments on lines, the conversation.
    """
    pull = f"{repository.path}/pulls/{number}"
    reviews = repository.api.pages(f"{pull}/reviews")
    answers = (
        repository.api.get(pull),
        reviews,
        _line_comments(repository, pull, reviews),
        repository.api.pages(f"{repository.path}/issues/{number}/comments"),
    )
    target = folder / str(number)
    target.mkdir(parents=True, exist_ok=True)
    for name, answer in zip(PARTS, answers, strict=True):
        text = json.dumps(answer, ensure_ascii=False, indent=1) + "\n"
        (target / name).write_bytes(text.encode("utf-8", "replace"))
    return target


def _line_comments(repository: Repository, pull: str, reviews: Iterable[Answer]) -> list[Answer]:
    if not repository.api.gitea:
        return repository.api.pages(f"{pull}/comments")
    ids = (each.get("id") for each in reviews)
    return [
        comment
        for id_ in ids
        if isinstance(id_, int)
        for comment in repository.api.pages(f"{pull}/reviews/{id_}/comments")
    ]


def number_of(pull: Answer) -> int:
    """The number of a pull request."""
    number = pull.get("number")
    if not isinstance(number, int):
        raise ProofolioError("the forge tells of a pull request without a number")
    return number


def spoken_of(folder: Path) -> list[str]:
    """The commits that fetched pull requests name: what was proposed, and what each review looked at."""
    found: set[str] = set()
    for part in ("pull.json", "reviews.json"):
        for path in sorted(folder.glob(f"*/{part}")):
            answer = json.loads(path.read_bytes())
            each: Answer
            for each in answer if isinstance(answer, list) else [answer]:
                found |= {_at(each, "head", "sha") or "", _at(each, "commit_id") or ""}
    return sorted(each for each in found if is_commit(each))


def _at(answer: Answer, *keys: str) -> str | None:
    value: object = answer
    for key in keys:
        value = value.get(key) if isinstance(value, dict) else None
    return value if isinstance(value, str) else None
