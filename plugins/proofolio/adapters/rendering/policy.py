"""The content security policy: what a page may load and run, said in the page itself.

The last line of defence: should markup ever slip through, the visitor's browser does not run it.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable

_META = '<meta http-equiv="Content-Security-Policy" content="{}">'
_OURS = re.compile(r'\s*<meta http-equiv="Content-Security-Policy" content="[^"]*">')
# Comments are stepped over, so that a ``<head>`` inside one is not taken for the page's own.
_HEAD = re.compile(r"<!--.*?-->|(?P<head><head(?:\s[^>]*)?>)", re.IGNORECASE | re.DOTALL)
_HOST = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+")
_START = re.compile(r"\s*(?:<!doctype[^>]*>)?\s*(?:<html(?:\s[^>]*)?>)?", re.IGNORECASE)


def policy(inline_scripts: Iterable[str] = ()) -> str:
    """The policy that lets the site's own files through, and these inline scripts, by their hash.

    Give the theme's scripts exactly as they stand between the tags, taken from the theme rendered
    *without* content; never from a finished page, or it would bless what it should stop.
    """
    hashes = sorted({_hash(script) for script in inline_scripts})
    rules = {
        "default-src": "'none'",
        "script-src": " ".join(["'self'", *hashes]),
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data:",
        "font-src": "'self'",
        "connect-src": "'self'",
        "worker-src": "'self'",
        "frame-src": "'none'",
        "media-src": "'none'",
        "object-src": "'none'",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    return "; ".join(f"{name} {sources}" for name, sources in rules.items())


def admitting(policy: str, frames: Iterable[str], media: Iterable[str]) -> str:
    """The policy of a page on which these hosts' players, and these hosts' files, may be shown over https.

    Only what looks like a host name is let in. The page asks none of them before its reader does.
    """
    for name, hosts in (("frame-src", frames), ("media-src", media)):
        known = " ".join(f"https://{each}" for each in sorted(set(hosts)) if _HOST.fullmatch(each))
        if known:
            policy = policy.replace(f"{name} 'none'", f"{name} {known}")
    return policy


def insert(html: str, policy: str) -> str:
    """The page with the policy as the first thing in its head; doing it again changes nothing.

    A page without a head gets one: there is no page without a policy.
    """
    meta = _META.format(policy.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;"))
    head = next((found for found in _HEAD.finditer(html) if found["head"]), None)
    if head is None:
        start = _START.match(html)
        end = start.end() if start else 0
        return f"{html[:end]}<head>{meta}</head>{html[end:]}"
    rest = html[head.end() :]
    before = _OURS.match(rest)
    return html[: head.end()] + meta + (rest[before.end() :] if before else rest)


def _hash(script: str) -> str:
    # The browser sees line breaks as line feeds, whatever the file has.
    text = script.replace("\r\n", "\n").replace("\r", "\n")
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"
