"""A credential that somebody hands in: a file, an image with one inside, or its address."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from proofolio.adapters.verifying.reading import MOST_IMAGE_BYTES, is_image, read_json
from proofolio.adapters.verifying.web import Unanswered, Web
from proofolio.core.diagnostics.error import ProofolioError

_TOKEN = re.compile(rb"eyJ[\w-]*\.[\w-]+\.[\w-]*")


@dataclass(frozen=True, slots=True)
class Received:
    """What came: ``data`` as it came, ``content`` the JSON of it, and what that says of itself."""

    data: bytes
    content: bytes
    is_address: bool
    id: str
    title: str
    issuer: str
    issuer_id: str


def received(source: str, web: Web) -> Received:
    """Fetch or read it. Raises ProofolioError with what to do."""
    is_address = source.startswith(("http://", "https://"))
    data = _asked(source, web) if is_address else _read(Path(source))
    content = _inside(data, source) if is_image(data) else data
    if _TOKEN.fullmatch(content.strip()):
        raise ProofolioError(
            "this credential is signed as a token (VC-JWT), and that form is not read here",
            "ask its issuer for the form with the signature inside the JSON (Data Integrity)",
        )
    document = read_json(content)
    issuer = document.get("issuer")
    named: dict[str, Any] = issuer if isinstance(issuer, dict) else {}
    issuer_id = issuer if isinstance(issuer, str) else named.get("id")
    title = document.get("name") or _achievement(document)
    return Received(
        data,
        content,
        is_address,
        _text(document.get("id")),
        _text(title) or "credential",
        _text(named.get("name")) or "elsewhere",
        _text(issuer_id),
    )


def _asked(source: str, web: Web) -> bytes:
    try:
        data = web.ask(source)
    except Unanswered as trouble:
        raise ProofolioError(
            f"{source} cannot be fetched: {trouble}", "save the file, and name that"
        ) from None
    if data is None:
        raise ProofolioError(f"nothing lies at {source}", "check the address")
    return data


def _read(path: Path) -> bytes:
    if not path.is_file():
        raise ProofolioError(
            f"there is no file {path}", "name a .json, .png or .svg file, or an https address"
        )
    if path.stat().st_size > MOST_IMAGE_BYTES:
        raise ProofolioError(f"{path} is too large for a credential")
    return path.read_bytes()


def _inside(data: bytes, source: str) -> bytes:
    from proofolio.adapters.badges.baking import unbake  # images only: it needs a picture library

    inside = unbake(data)
    if inside is None:
        raise ProofolioError(f"there is no credential in {source}: it is only a picture")
    return inside


def _achievement(document: dict[str, Any]) -> object:
    subject = document.get("credentialSubject")
    achievement = subject.get("achievement") if isinstance(subject, dict) else document.get("badge")
    return achievement.get("name") if isinstance(achievement, dict) else None


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
