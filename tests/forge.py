"""A small forge on 127.0.0.1 for tests: it answers like GitHub's REST API, and can be made to fail."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlsplit

NAME = "cedar-valley/portfolios"
BOT = "github-actions[bot]"
TOKEN = "token-for-tests"

Answer = dict[str, Any]


@dataclass
class Forge:
    """What the forge knows, what it was asked, and how it is to fail next."""

    pulls: list[Answer] = field(default_factory=list)
    reviews: dict[int, list[Answer]] = field(default_factory=dict)
    line_comments: dict[int, list[Answer]] = field(default_factory=dict)
    comments: dict[int, list[Answer]] = field(default_factory=dict)
    issues: list[Answer] = field(default_factory=list)
    commits: dict[str, list[int]] = field(default_factory=dict)
    statuses: dict[str, list[Answer]] = field(default_factory=dict)
    editors: dict[int, str | None] = field(default_factory=dict)
    account: str | None = None
    page: int = 2
    failures: list[tuple[int, dict[str, str], bytes]] = field(default_factory=list)
    asked: list[tuple[str, str]] = field(default_factory=list)
    tokens: set[str | None] = field(default_factory=set)
    address: str = ""

    def sent(self) -> list[tuple[str, str]]:
        """What was to change something."""
        return [each for each in self.asked if each[0] != "GET"]

    def find(self, path: str) -> Any:
        """The answer to a question; None when there is nothing."""
        if path == "/user":
            return {"login": self.account} if self.account else None
        found = re.fullmatch(rf"/repos/{NAME}/(.*)", path)
        parts = found[1].split("/") if found else []
        match parts:
            case ["pulls"]:
                return self.pulls
            case ["pulls", number]:
                return next((each for each in self.pulls if each["number"] == int(number)), None)
            case ["pulls", number, "reviews"]:
                return self.reviews.get(int(number), [])
            case ["pulls", number, "comments"]:
                return self.line_comments.get(int(number), [])
            case ["issues"]:
                return self.issues
            case ["issues", number]:
                return next((each for each in self.issues if each["number"] == int(number)), None)
            case ["statuses", commit]:
                return self.statuses.setdefault(commit, [])
            case ["issues", number, "comments"]:
                return self.comments.setdefault(int(number), [])
            case ["commits", commit, "pulls"]:
                return [each for each in self.pulls if each["number"] in self.commits.get(commit, [])]
        return None

    def make(self, path: str, content: Answer) -> Answer:
        """Something new, written by the token's account; or GraphQL's answer about an issue."""
        if path == "/graphql":
            return self.told(content["variables"])
        where = self.find(path)
        made = {"id": 1000 + len(where), "number": 900 + len(where), "user": {"login": BOT}, **content}
        if path.endswith("/issues"):
            made["labels"] = [{"name": each} for each in content.get("labels", [])]
        if path.endswith("/pulls"):
            made["html_url"] = f"https://forge.example/{NAME}/pull/{made['number']}"
        where.append(made)
        return made

    def told(self, asked: Answer) -> Answer:
        """Who changed an issue last: nobody, unless ``editors`` says so (None: an account that is gone)."""
        number = asked["number"]
        if f"{asked['owner']}/{asked['name']}" != NAME or self.find(f"/repos/{NAME}/issues/{number}") is None:
            return {"data": {"repository": None}, "errors": [{"message": "Could not resolve"}]}
        login = self.editors.get(number)
        at = "2026-11-21T08:00:00Z" if number in self.editors else None
        issue = {"lastEditedAt": at, "editor": {"login": login} if login else None}
        return {"data": {"repository": {"issue": issue}}}

    def change(self, path: str, content: Answer) -> Answer | None:
        """Change a comment, an issue or a pull request."""
        number = int(path.rsplit("/", 1)[1])
        comments = [each for listed in self.comments.values() for each in listed]
        found = [each for each in comments if each["id"] == number] if "/comments/" in path else []
        kept = self.pulls if "/pulls/" in path else self.issues
        found += [each for each in kept if each["number"] == number and "/comments/" not in path]
        for each in found:
            each.update(content)
            return each
        return None


@contextmanager
def running(forge: Forge) -> Iterator[Forge]:
    """Let the forge answer at ``forge.address`` meanwhile."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(forge))
    forge.address = f"http://127.0.0.1:{server.server_address[1]}"
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield forge
    finally:
        server.shutdown()
        server.server_close()


def _handler(forge: Forge) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def log_message(self, *_: Any) -> None:
            pass

        def do_GET(self) -> None:
            self._answer("GET")

        def do_POST(self) -> None:
            self._answer("POST")

        def do_PATCH(self) -> None:
            self._answer("PATCH")

        def _answer(self, method: str) -> None:
            forge.asked.append((method, self.path))
            forge.tokens.add(self.headers.get("Authorization"))
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            if forge.failures:
                status, headers, text = forge.failures.pop(0)
                self._send(status, text, headers)
                return
            parts = urlsplit(self.path)
            if method == "POST":
                self._json(201, forge.make(parts.path, json.loads(body)))
            elif method == "PATCH":
                changed = forge.change(parts.path, json.loads(body))
                self._json(200 if changed else 404, changed or {})
            else:
                self._found(forge.find(parts.path), parts.path, parse_qs(parts.query))

        def _found(self, found: Any, path: str, query: dict[str, list[str]]) -> None:
            if found is None:
                self._json(403 if path == "/user" else 404, {"message": "Not for you"})
            elif not isinstance(found, list):
                self._json(200, found)
            else:
                page = int(query.get("page", ["1"])[0])
                more = len(found) > page * forge.page
                link = f'<{forge.address}{path}?page={page + 1}>; rel="next"'
                shown = found[(page - 1) * forge.page : page * forge.page]
                self._json(200, shown, {"Link": link} if more else {})

        def _json(self, status: int, content: Any, headers: dict[str, str] | None = None) -> None:
            self._send(status, json.dumps(content).encode(), headers or {})

        def _send(self, status: int, body: bytes, headers: dict[str, str]) -> None:
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

    return Handler


def pull(number: int, commit: str, **more: Any) -> Answer:
    """A pull request as the API tells of it, merged into main unless said otherwise."""
    return {
        "number": number,
        "state": "open",
        "user": {"login": "amina-y", "id": 101},
        "head": {"sha": commit, "ref": "menu-maths", "repo": {"full_name": "amina-y/portfolios"}},
        "base": {"ref": "main", "sha": "b" * 40, "repo": {"full_name": NAME}},
        "merged_at": "2026-11-20T10:00:00Z",
        "html_url": f"https://forge.example/{NAME}/pull/{number}",
        **more,
    }
