"""What may be played within a page, once the reader has asked for it: known players and plain media files.

Nothing is loaded before that. Only https, only addresses whose form is known, only a plain host name:
the page's security policy is opened for exactly the hosts named here, so none may hold anything else.
"""

from __future__ import annotations

import re
from urllib.parse import SplitResult, parse_qs, urlsplit

from proofolio.core.publishing.views.player import PlayerView

_HOST = re.compile(r"(?=.{4,253}$)[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+")
_YOUTUBE = re.compile(r"/(?:embed|shorts|live)/([A-Za-z0-9_-]{11})/?")
_YOUTUBE_ID = re.compile(r"[A-Za-z0-9_-]{11}")
_VIMEO = re.compile(r"/(?:video/)?(\d{5,12})(?:/([0-9a-f]{6,20}))?/?")
_PEERTUBE = re.compile(r"/(?:w|videos/watch|videos/embed)/([A-Za-z0-9]{22}|[0-9a-f-]{36})/?")
_MEDIA = {"mp4": "video", "webm": "video", "mp3": "audio", "m4a": "audio"}
_TUBES = frozenset({"youtube.com", "www.youtube.com", "m.youtube.com", "www.youtube-nocookie.com"})


def player(url: str | None, own: str | None = None) -> PlayerView | None:
    """How an address is played; None when a plain link is all there is. ``own`` is this site's address:
    a player from the very same host would not be a stranger to the page, so it stays a link.
    """
    parts = _parts(url)
    if parts is None or parts.hostname == (_parts(own) or urlsplit("")).hostname:
        return None
    host, path = parts.hostname or "", parts.path
    if host in _TUBES or host == "youtu.be":
        return _framed("www.youtube-nocookie.com", "/embed/", _youtube(parts), "?start={at}&autoplay=1")
    if host in ("vimeo.com", "www.vimeo.com", "player.vimeo.com"):
        found = _VIMEO.fullmatch(path)
        unlisted = f"&h={found[2]}" if found and found[2] else ""
        name = f"{found[1]}?dnt=1{unlisted}" if found else None
        return _framed("player.vimeo.com", "/video/", name, "&autoplay=1#t={at}s")
    kind = _MEDIA.get(path.rpartition(".")[2].lower())
    if kind is not None:
        return PlayerView(kind, parts.geturl(), host)
    found = _PEERTUBE.fullmatch(path)
    return _framed(host, "/videos/embed/", found[1] if found else None, "?start={at}s&autoplay=1")


def _parts(url: str | None) -> SplitResult | None:
    """The parts of a plain https address; None for any other: with a user, a port, a blank, bare numbers."""
    try:
        parts = urlsplit((url or "").strip())
        plain = parts.port is None and parts.username is None and parts.password is None
    except ValueError:
        return None
    host = parts.hostname or ""
    fits = parts.scheme == "https" and plain and _HOST.fullmatch(host) and not host[-1].isdigit()
    return parts if fits and re.fullmatch(r"[!-~]+", parts.geturl()) else None


def _youtube(parts: SplitResult) -> str | None:
    if parts.hostname == "youtu.be":
        given = parts.path.strip("/")
    elif parts.path == "/watch":
        given = parse_qs(parts.query).get("v", [""])[0]
    else:
        found = _YOUTUBE.fullmatch(parts.path)
        given = found[1] if found else ""
    return given if _YOUTUBE_ID.fullmatch(given) else None


def _framed(host: str, path: str, name: str | None, later: str) -> PlayerView | None:
    """A frame; ``later`` is what its address ends in to begin at a moment."""
    url = f"https://{host}{path}{name}"
    return PlayerView("frame", url, host, url + later) if name else None
