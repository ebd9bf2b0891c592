"""Addresses of the forge's own pages: a new file in its editor, an edit, an upload, a form.

Sources for their shapes: Gitea's documentation ("Pre-Fill New File name and contents") and its routes;
GitHub's for the parameters of new issues. Everything that comes from elsewhere is percent-encoded.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote, urlsplit

from proofolio.core.model.forge import Forge, ForgeKind

LIMITS = {ForgeKind.GITHUB: 8_000, ForgeKind.GITEA: 4_000}
"""The longest address in bytes, when it has been through the page for signing in.

GitHub declines an address above 8,191 bytes, and a visitor who has to sign in first is sent on by an
address that holds the whole of this one, encoded a second time. Gitea and Forgejo remember it in a
cookie meanwhile, and browsers keep no cookie above 4,096 bytes.
"""

_SIGN_IN = "https://example.com/login?return_to="
_ESCAPED_AGAIN = re.compile(r"[^A-Za-z0-9_.~-]")
_FORMS = ".github/ISSUE_TEMPLATE"
# Hosts that are set aside for examples (RFC 2606, RFC 6761): nobody can ever own one.
_NOBODYS = ("example", "test", "invalid", "localhost", "example.com", "example.net", "example.org")


@dataclass(frozen=True, slots=True)
class Prefilled:
    """An address that opens a new file. ``text`` is what the editor will hold; "" when it was too long."""

    url: str
    text: str


def new_file(forge: Forge, path: str, texts: Iterable[str] = ()) -> Prefilled:
    """The editor with a new file: its name, and the first of ``texts`` that the address can carry.

    A text is taken whole or not at all. Without any that fits, only the name is filled in.
    """
    verb = "new" if forge.kind is ForgeKind.GITHUB else "_new"
    head = f"{_at(forge, verb, forge.folder)}?filename={_value(path)}"
    for text in texts:
        url = f"{head}&value={_value(text)}"
        if fits(forge, url):
            return Prefilled(url, text)
    return Prefilled(head, "")


def edit(forge: Forge, path: str) -> str:
    """The editor with a file that is there."""
    return _at(forge, "edit" if forge.kind is ForgeKind.GITHUB else "_edit", _inside(forge, path))


def look(forge: Forge, folder: str) -> str:
    """The page that shows a folder's files."""
    return _at(forge, "tree" if forge.kind is ForgeKind.GITHUB else "src/branch", _inside(forge, folder))


def upload(forge: Forge, folder: str) -> str:
    """The page for putting files into a folder."""
    return _at(forge, "upload" if forge.kind is ForgeKind.GITHUB else "_upload", _inside(forge, folder))


def history(forge: Forge, path: str) -> str:
    """Every change of a file or folder, as the forge shows it."""
    return _at(forge, "commits" if forge.kind is ForgeKind.GITHUB else "commits/branch", _inside(forge, path))


def workflow(forge: Forge, name: str) -> str | None:
    """The page on which somebody starts a workflow by hand; None where there are no such workflows."""
    return f"{forge.url}/actions/workflows/{name}.yml" if forge.kind is ForgeKind.GITHUB else None


def new_issue(forge: Forge, form: str, **fields: str) -> str:
    """An issue form by its file's name, with some fields filled in by their ids.

    Fields that would make the address too long are left for the person to fill in, the last ones first.
    """
    if forge.kind is ForgeKind.GITHUB:
        pairs = [("template", form), *fields.items()]
    else:
        pairs = [("template", f"{_FORMS}/{form}"), *((f"field:{key}", each) for key, each in fields.items())]
    while True:
        url = f"{forge.url}/issues/new?" + "&".join(f"{_value(key)}={_value(each)}" for key, each in pairs)
        if fits(forge, url) or len(pairs) == 1:
            return url
        pairs.pop()


def fits(forge: Forge, url: str) -> bool:
    """Whether the forge will take the address, even from somebody who has to sign in first."""
    return len(_SIGN_IN) + len(url) + 2 * len(_ESCAPED_AGAIN.findall(url)) <= LIMITS[forge.kind]


def room(forge: Forge) -> int:
    """How long an address may be when every escaped character in it counts three times, as in ``fits``."""
    return LIMITS[forge.kind] - len(_SIGN_IN)


def host(forge: Forge) -> str | None:
    """The forge's host; None when the address is not one that pages can be added to."""
    try:
        parts = urlsplit(forge.url)
        plain = not (parts.query or parts.fragment or "@" in parts.netloc)
        return parts.hostname if plain and parts.scheme in ("http", "https") else None
    except ValueError:
        return None


def is_nobodys(host: str) -> bool:
    """Whether a host is one of those that are kept for examples, so that nothing can be there."""
    return host in _NOBODYS or host.endswith(tuple(f".{each}" for each in _NOBODYS))


def _at(forge: Forge, verb: str, path: str) -> str:
    parts = (forge.url, verb, _path(forge.branch), _path(path))
    return "/".join(part for part in parts if part)


def _inside(forge: Forge, path: str) -> str:
    return f"{forge.folder}/{path}" if forge.folder else path


def _path(text: str) -> str:
    return quote(text, safe="/")


@lru_cache(maxsize=4096)
def _value(text: str) -> str:
    return quote(text, safe="/")
