"""Asking the web for a document: politely, little, and never for what lies inside the own network.

The addresses come out of documents that anybody may have written. So only ``https`` is spoken, no
redirect is followed, and the machine that is asked is one of the public internet: its name is looked up
once, judged, and the connection goes to just that address.
"""

from __future__ import annotations

import ipaddress
import os
import socket
import threading
from collections.abc import Callable
from typing import Any
from urllib.parse import SplitResult, urlsplit, urlunsplit

import requests
from requests.adapters import HTTPAdapter
from urllib3.exceptions import HTTPError
from urllib3.util.retry import Retry

from proofolio import __version__
from proofolio.adapters.verifying.reading import MOST_IMAGE_BYTES, limit_of, read_json
from proofolio.core.diagnostics.error import ProofolioError
from proofolio.core.verifying.world import Fetched, Reach

_CONNECT_SECONDS, _READ_SECONDS = 5.0, 10.0
_WHOLE_SECONDS = 20.0
_MOST_QUESTIONS = 100
_CHUNK = 1 << 16
_OK, _GONE = 200, (404, 410)


class Unanswered(Exception):
    """Nobody was asked, or nobody answered; the message ends a sentence."""


class Web:
    """The public web. One of it for a run: it asks only so many questions."""

    def __init__(self) -> None:
        self._left = _MOST_QUESTIONS

    def fetch(self, address: str) -> Fetched | None:
        """The JSON document at an address."""
        try:
            data = self.ask(address)
        except Unanswered as trouble:
            return Fetched(Reach.UNREACHED, why=str(trouble))
        if data is None:
            return Fetched(Reach.ABSENT, why="nothing lies at its address")
        try:
            return Fetched(Reach.THERE, read_json(data))
        except ProofolioError as error:
            return Fetched(Reach.BROKEN, why=error.message)

    def ask(self, address: str) -> bytes | None:
        """The bytes at an address; None when nothing lies there. Raises Unanswered."""
        if self._left <= 0:
            raise Unanswered("too many addresses were asked for already")
        self._left -= 1
        try:
            parts = urlsplit(address)
            host, port = parts.hostname, parts.port or 443
        except ValueError:
            host = None
        if not host or parts.scheme != "https" or parts.username is not None or not address.isascii():
            raise Unanswered("only https addresses are asked")
        return _in_time(lambda: _asked(parts, host, port), host)

    def reviewed_work(self, subject: str, digest: str) -> bool | None:
        """The web shows only what is public."""
        return None

    def revocation(self, credential: str) -> str | None:
        """The web's word about that is the issuer's list."""
        return None


def _in_time(ask: Callable[[], bytes | None], host: str) -> bytes | None:
    """The answer, if it comes in time: a server can drip a byte now and then for ever."""
    answers: list[bytes | None] = []
    troubles: list[Unanswered] = []

    def work() -> None:
        try:
            answers.append(ask())
        except Unanswered as trouble:
            troubles.append(trouble)
        except (requests.RequestException, HTTPError, OSError, ValueError) as error:
            troubles.append(Unanswered(f"{host} does not answer ({type(error).__name__})"))

    asking = threading.Thread(target=work, daemon=True)
    asking.start()
    asking.join(_WHOLE_SECONDS)
    if answers:
        return answers[0]
    raise troubles[0] if troubles else Unanswered(f"{host} takes too long to answer")


def _asked(parts: SplitResult, host: str, port: int) -> bytes | None:
    number = public_address(host, port)
    netloc = f"[{number}]:{port}" if ":" in number else f"{number}:{port}"
    return _answer(urlunsplit(("https", netloc, parts.path or "/", parts.query, "")), host, parts.netloc)


def public_address(host: str, port: int) -> str:
    """The number of a host, when every number that it has is of the public internet."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise Unanswered(f"{host} cannot be found") from None
    numbers = [str(each[4][0]) for each in found]
    if not numbers or not all(is_public(each) for each in numbers):
        raise Unanswered(f"{host} is not on the public internet")
    return numbers[0]


def is_public(number: str) -> bool:
    """Whether an address is of the public internet, not of this machine, a private or a special network."""
    try:
        address = ipaddress.ip_address(number.partition("%")[0])
    except ValueError:
        return False
    inner: Any = None
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour or (address.teredo or (None, None))[1]
        if address in ipaddress.ip_network("64:ff9b::/96"):
            inner = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return address.is_global and not address.is_multicast and (inner is None or is_public(str(inner)))


class _Pinned(HTTPAdapter):
    """Connects to a number and expects the certificate of a name."""

    def __init__(self, host: str) -> None:
        self._host = host
        super().__init__(max_retries=Retry(0, read=False, redirect=0))

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        """Pass the name on to every connection."""
        super().init_poolmanager(*args, **kwargs, server_hostname=self._host, assert_hostname=self._host)


def _answer(target: str, host: str, netloc: str) -> bytes | None:
    with requests.Session() as session:
        session.trust_env = False  # no proxy, no password file: the connection goes where it was judged
        session.mount("https://", _Pinned(host))
        headers = {"Host": netloc, "Accept-Encoding": "identity", "User-Agent": f"proofolio/{__version__}"}
        with session.get(
            target,
            headers=headers,
            timeout=(_CONNECT_SECONDS, _READ_SECONDS),
            allow_redirects=False,
            stream=True,
            verify=os.environ.get("REQUESTS_CA_BUNDLE") or os.environ.get("SSL_CERT_FILE") or True,
        ) as answer:
            if answer.status_code in _GONE:
                return None
            if answer.is_redirect or 300 <= answer.status_code < 400:
                raise Unanswered(f"{host} sends on to another address, which is not followed")
            if answer.status_code != _OK or answer.headers.get("Content-Encoding", "identity") != "identity":
                raise Unanswered(f"{host} answers with {answer.status_code}")
            return _read(answer, host)


def _read(answer: requests.Response, host: str) -> bytes:
    data = b""
    while piece := answer.raw.read(_CHUNK, decode_content=False):
        data += piece
        if len(data) > min(limit_of(data), MOST_IMAGE_BYTES):
            raise Unanswered(f"{host} answers with far too much")
    return data
