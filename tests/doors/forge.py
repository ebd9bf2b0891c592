"""Payloads as a forge's REST API returns them (every key, fictional values), and a clone to go with them."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from proofolio.cli.main import main

API = "https://api.github.com/repos/cedar-valley/portfolios"
WEB = "https://github.com/cedar-valley/portfolios"
NUMBER = 12


def run(root: Path, *arguments: str) -> Result:
    result = CliRunner().invoke(main, [*arguments, "--root", str(root)])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def user(login: str | None, number: int = 1001, kind: str = "User") -> dict[str, Any] | None:
    if login is None:
        return None
    base = f"https://api.github.com/users/{login}"
    return {
        "login": login,
        "id": number,
        "node_id": "MDQ6VXNlcjEwMDE=",
        "avatar_url": f"https://avatars.githubusercontent.com/u/{number}?v=4",
        "gravatar_id": "",
        "url": base,
        "html_url": f"https://github.com/{login}",
        "followers_url": f"{base}/followers",
        "following_url": f"{base}/following{{/other_user}}",
        "gists_url": f"{base}/gists{{/gist_id}}",
        "starred_url": f"{base}/starred{{/owner}}{{/repo}}",
        "subscriptions_url": f"{base}/subscriptions",
        "organizations_url": f"{base}/orgs",
        "repos_url": f"{base}/repos",
        "events_url": f"{base}/events{{/privacy}}",
        "received_events_url": f"{base}/received_events",
        "type": kind,
        "user_view_type": "public",
        "site_admin": False,
    }


def pull(
    base: str, head: str, merged: str | None = None, login: str | None = "amina-y", number: int = NUMBER
) -> dict[str, Any]:
    repository = {"id": 77, "name": "portfolios", "full_name": "cedar-valley/portfolios", "private": False}
    at = "2026-11-20T09:00:00Z"
    return {
        "url": f"{API}/pulls/{number}",
        "id": 9000 + number,
        "node_id": "PR_kwDO",
        "html_url": f"{WEB}/pull/{number}",
        "diff_url": f"{WEB}/pull/{number}.diff",
        "patch_url": f"{WEB}/pull/{number}.patch",
        "issue_url": f"{API}/issues/{number}",
        "number": number,
        "state": "closed" if merged else "open",
        "locked": False,
        "title": "My evidence",
        "user": user(login, 1001),
        "body": None,
        "created_at": at,
        "updated_at": at,
        "closed_at": at if merged else None,
        "merged_at": at if merged else None,
        "merge_commit_sha": merged or "f" * 40,
        "assignee": None,
        "assignees": [],
        "requested_reviewers": [],
        "requested_teams": [],
        "labels": [],
        "milestone": None,
        "draft": False,
        "commits_url": f"{API}/pulls/{number}/commits",
        "review_comments_url": f"{API}/pulls/{number}/comments",
        "review_comment_url": f"{API}/pulls/comments{{/number}}",
        "comments_url": f"{API}/issues/{number}/comments",
        "statuses_url": f"{API}/statuses/{head}",
        "head": {"label": "amina-y:evidence", "ref": "evidence", "sha": head, "user": None, "repo": None},
        "base": {"label": "cv:main", "ref": "main", "sha": base, "user": None, "repo": repository},
        "_links": {"self": {"href": f"{API}/pulls/{number}"}, "html": {"href": f"{WEB}/pull/{number}"}},
        "author_association": "MEMBER",
        "auto_merge": None,
        "active_lock_reason": None,
        "merged": bool(merged),
        "mergeable": None,
        "rebaseable": None,
        "mergeable_state": "unknown",
        "merged_by": None,
        "comments": 0,
        "review_comments": 0,
        "maintainer_can_modify": False,
        "commits": 1,
        "additions": 10,
        "deletions": 0,
        "changed_files": 1,
    }


def review(
    number: int,
    text: str | None,
    commit: str | None,
    *,
    login: str | None = "rosa-diaz-cv",
    account: int = 2002,
    kind: str = "User",
    state: str = "COMMENTED",
    at: str | None = "2026-11-20T10:00:00Z",
    pull: int = NUMBER,
) -> dict[str, Any]:
    made = {
        "id": number,
        "node_id": "PRR_kwDO",
        "user": user(login, account, kind),
        "body": text,
        "state": state,
        "html_url": f"{WEB}/pull/{pull}#pullrequestreview-{number}",
        "pull_request_url": f"{API}/pulls/{pull}",
        "author_association": "MEMBER",
        "_links": {
            "html": {"href": f"{WEB}/pull/{pull}#pullrequestreview-{number}"},
            "pull_request": {"href": f"{API}/pulls/{pull}"},
        },
        "submitted_at": at,
        "commit_id": commit,
    }
    if at is None:
        del made["submitted_at"]
    return made


def line_comment(
    number: int, text: str, commit: str, path: str, *, in_review: int | None, line: int | None = 12, **by: Any
) -> dict[str, Any]:
    at = "2026-11-20T09:59:00Z"
    return {
        "url": f"{API}/pulls/comments/{number}",
        "pull_request_review_id": in_review,
        "id": number,
        "node_id": "PRRC_kwDO",
        "diff_hunk": "@@ -1 +1 @@\n-a\n+b",
        "path": path,
        "position": 1,
        "original_position": 1,
        "commit_id": commit,
        "original_commit_id": commit,
        "user": user(by.get("login", "rosa-diaz-cv"), by.get("account", 2002)),
        "body": text,
        "created_at": at,
        "updated_at": at,
        "html_url": f"{WEB}/pull/{NUMBER}#discussion_r{number}",
        "pull_request_url": f"{API}/pulls/{NUMBER}",
        "author_association": "MEMBER",
        "_links": {"self": {"href": f"{API}/pulls/comments/{number}"}},
        "reactions": {"url": "", "total_count": 0, "+1": 0, "-1": 0, "laugh": 0, "eyes": 0},
        "start_line": None,
        "original_start_line": None,
        "start_side": None,
        "line": None,
        "original_line": line,
        "side": "RIGHT",
        "subject_type": "line",
    }


def comment(number: int, text: str, *, at: str = "2026-11-20T10:30:00Z", **by: Any) -> dict[str, Any]:
    return {
        "url": f"{API}/issues/comments/{number}",
        "html_url": f"{WEB}/pull/{NUMBER}#issuecomment-{number}",
        "issue_url": f"{API}/issues/{NUMBER}",
        "id": number,
        "node_id": "IC_kwDO",
        "user": user(by.get("login", "rosa-diaz-cv"), by.get("account", 2002), by.get("kind", "User")),
        "created_at": at,
        "updated_at": at,
        "body": text,
        "author_association": "MEMBER",
        "reactions": {"url": "", "total_count": 0, "+1": 0, "-1": 0},
        "performed_via_github_app": None,
    }


class Clone:
    """A clone in which pull requests are made and merged; a folder that is none becomes one."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.minute = 0
        self.day = "2026-11-20"
        self.author = ("Amina Yusuf", "1001+amina-y@users.noreply.github.com")
        if not (folder / ".git").exists():
            self.git("init", "--quiet", "--initial-branch=main", "--template=")
            self.commit("Start")
        self.start = self.head()

    def git(self, *arguments: str) -> str:
        clean = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
        nobody = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
        who = {}
        for role in ("AUTHOR", "COMMITTER"):
            who[f"GIT_{role}_NAME"], who[f"GIT_{role}_EMAIL"] = self.author
            who[f"GIT_{role}_DATE"] = f"{self.day}T08:{self.minute:02d}:00Z"
        done = subprocess.run(
            ["git", *arguments],
            cwd=self.folder,
            env={**clean, **nobody, **who},
            capture_output=True,
            check=True,
            text=True,
        )
        return done.stdout.strip()

    def head(self) -> str:
        return self.git("rev-parse", "HEAD")

    def commit(self, message: str, **files: str) -> str:
        """Write files (their names with ``__`` for ``/``) and commit everything."""
        for name, text in files.items():
            path = self.folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        self.minute += 1
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", message)
        return self.head()

    def branch(self, name: str, start: str | None = None) -> None:
        self.git("checkout", "--quiet", "-B", name, start or self.start)

    def merge(self, name: str) -> str:
        self.minute += 1
        self.git("checkout", "--quiet", "main")
        self.git("merge", "--quiet", "--no-ff", "--message", f"Merge {name}", name)
        return self.head()

    def squash(self, name: str) -> str:
        self.git("checkout", "--quiet", "main")
        self.git("merge", "--quiet", "--squash", name)
        return self.commit(f"Squashed {name}")

    def harvest(self, *payloads: Any, options: tuple[str, ...] = ()) -> dict[str, Any]:
        """Run harvest over payloads and give back what it says as JSON."""
        folder = self.folder.parent / "payloads"
        folder.mkdir(exist_ok=True)
        names = []
        for number, payload in enumerate(payloads):
            path = folder / f"{number}.json"
            path.write_text(json.dumps(payload), encoding="utf-8")
            names.append(str(path))
        result = run(self.folder, "harvest", *names, "--format", "json", *options)
        assert result.exit_code == 0, result.output
        found: dict[str, Any] = json.loads(result.output)
        return found
