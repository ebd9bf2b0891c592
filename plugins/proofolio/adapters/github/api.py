"""Asking a forge over its REST API, politely: time limits, second tries, all pages, never too much.

Written for GitHub; Gitea and Forgejo have the same paths for nearly all that is asked here (see
``pulls`` for what differs). Whatever comes back is other people's text.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator, Mapping
from urllib.parse import urlsplit

import requests

from proofolio import __version__
from proofolio.adapters.github.refusal import limited, refusal
from proofolio.core.diagnostics.error import ProofolioError

TIMEOUT_SECONDS = (10.0, 30.0)
"""To connect, and between two pieces of an answer."""
LARGEST_ANSWER = 16 * 1024 * 1024
MOST_PAGES = 100
TRIES = 4
LONGEST_WAIT_SECONDS = 60.0
_LOOPBACK = ("127.0.0.1", "::1", "localhost")
_SERVER_TROUBLE = (500, 502, 503, 504)

Json = object


class Api:
    """One forge, asked in the name of one token; without a token, as anybody."""

    def __init__(
        self, address: str, token: str | None = None, sleep: Callable[[float], None] = time.sleep
    ) -> None:
        parts = urlsplit(address)
        if parts.scheme not in ("https", "http") or not parts.hostname or parts.username:
            raise ProofolioError(
                f"'{address}' is not the address of a forge's API",
                "set GITHUB_API_URL, for instance to https://api.github.com",
            )
        if token and parts.scheme == "http" and parts.hostname not in _LOOPBACK:
            raise ProofolioError(
                "the forge's API is asked without encryption, so the token is kept back",
                "set GITHUB_API_URL to an https address",
            )
        self.address = address.rstrip("/")
        self._origin = (parts.scheme, parts.netloc)
        self._token = token
        self._sleep = sleep
        self._session = requests.Session()
        self._session.headers.update(
            {
                "Accept": "application/vnd.github+json",
                "X-GitHub-Api-Version": "2022-11-28",
                "User-Agent": f"proofolio/{__version__}",
            }
        )
        # Set as authentication and not as a header, which a .netrc would replace.
        self._session.auth = self._sign

    @property
    def gitea(self) -> bool:
        """Whether this is Gitea or Forgejo, told by the address of its API."""
        return self.address.endswith("/api/v1")

    def get(self, path: str, **query: str | int) -> Json:
        """The answer to a question. Raises ProofolioError when there is none."""
        return _parsed(self._ask("GET", self.address + path, query=query)[0], path)

    def pages(self, path: str, **query: str | int) -> list[Mapping[str, object]]:
        """A list, all its pages followed."""
        # GitHub calls the size of a page one thing, Gitea another; each overlooks the other's word.
        return list(self._pages(path, {"per_page": 100, "limit": 50, **query}))

    def send(self, method: str, path: str, content: Mapping[str, object]) -> Json:
        """Make or change something (``POST``, ``PATCH``); the answer."""
        return _parsed(self._ask(method, self.address + path, content=content)[0], path)

    def graph(self, query: str, **variables: str | int) -> Json:
        """The data that GitHub's other API, GraphQL, has for a query. Raises ProofolioError for none."""
        address = self.address.removesuffix("/v3") + "/graphql"
        body, _ = self._ask("POST", address, content={"query": query, "variables": variables})
        answer = _parsed(body, "/graphql")
        data = answer.get("data") if isinstance(answer, dict) and not answer.get("errors") else None
        if data is None:
            raise ProofolioError("the forge does not answer what it was asked (/graphql)")
        return data

    def _pages(self, path: str, query: Mapping[str, str | int]) -> Iterator[Mapping[str, object]]:
        address: str | None = self.address + path
        for _ in range(MOST_PAGES):
            if address is None:
                return
            body, following = self._ask("GET", address, query=query)
            items = _parsed(body, path)
            if not isinstance(items, list):
                raise ProofolioError(f"the forge answered with something else than a list ({path})")
            yield from (each for each in items if isinstance(each, dict))
            address, query = following, {}
        if address is not None:
            raise ProofolioError(f"the forge has more than {MOST_PAGES} pages of this ({path})")

    def _ask(
        self,
        method: str,
        address: str,
        query: Mapping[str, str | int] | None = None,
        content: Mapping[str, object] | None = None,
    ) -> tuple[bytes, str | None]:
        """Body and address of the next page; waits and tries again where that may help."""
        if urlsplit(address)[:2] != self._origin:
            raise ProofolioError("the forge sent us on to another server, which is not followed")
        for left in reversed(range(TRIES)):
            try:
                answer = self._session.request(
                    method,
                    address,
                    params=dict(query or {}),
                    json=content,
                    timeout=TIMEOUT_SECONDS,
                    stream=True,
                    allow_redirects=False,
                )
                with answer:
                    body = _read(answer)
            except requests.RequestException as error:
                # What was sent may have arrived, so only questions are asked again.
                if left and method == "GET":
                    self._sleep(2.0 ** (TRIES - left))
                    continue
                raise _unreachable(urlsplit(address).netloc, error) from None
            if answer.ok and not answer.is_redirect:
                return body, answer.links.get("next", {}).get("url")
            pause = _pause(answer, body, TRIES - left, method)
            if not left or pause is None or pause > LONGEST_WAIT_SECONDS:
                raise refusal(method, urlsplit(address).path, answer.status_code, answer.headers, body)
            self._sleep(pause)
        raise AssertionError("the last try either answers or raises")

    def _sign(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        if self._token:
            request.headers["Authorization"] = f"Bearer {self._token}"
        return request


def _read(answer: requests.Response) -> bytes:
    body = bytearray()
    for piece in answer.iter_content(64 * 1024):
        body += piece
        if len(body) > LARGEST_ANSWER:
            raise ProofolioError(
                f"the forge's answer is larger than {LARGEST_ANSWER // (1024 * 1024)} MiB; it is not read"
            )
    return bytes(body)


def _parsed(body: bytes, path: str) -> Json:
    try:
        return json.loads(body) if body else None
    except (ValueError, RecursionError):
        raise ProofolioError(f"the forge's answer cannot be read ({path})") from None


def _pause(answer: requests.Response, body: bytes, turn: int, method: str) -> float | None:
    """How many seconds to wait before asking again; None when that would not help."""
    status = answer.status_code
    if limited(status, answer.headers, body):
        said, reset = answer.headers.get("Retry-After", ""), answer.headers.get("X-RateLimit-Reset", "")
        if said.isdigit():
            return float(said)
        if answer.headers.get("X-RateLimit-Remaining") == "0" and reset.isdigit():
            return max(1.0, float(reset) - time.time())
        return 2.0**turn
    return 2.0**turn if status in _SERVER_TROUBLE and method == "GET" else None


def _unreachable(server: str, error: requests.RequestException) -> ProofolioError:
    if isinstance(error, requests.exceptions.SSLError):
        return ProofolioError(
            f"the connection to {server} is not safe (its certificate cannot be verified)",
            "check GITHUB_API_URL, and the certificates of this computer",
        )
    if isinstance(error, requests.Timeout):
        return ProofolioError(f"{server} does not answer in time", "try again later")
    return ProofolioError(f"{server} cannot be reached", "check the network, and GITHUB_API_URL")
