"""Bodies: links that lead somewhere, and pictures that everybody can read."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Iterator

from proofolio.core.checking.place import is_withheld, leads_to_page
from proofolio.core.checking.reference import competency_excused, hint_for
from proofolio.core.diagnostics.finding import Finding
from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.diagnostics.rules.body import DANGLING_LINK, IMAGE_WITHOUT_ALT, REMOTE_IMAGE, UNSAFE_LINK
from proofolio.core.diagnostics.rules.reference import AMBIGUOUS_ID
from proofolio.core.diagnostics.suggestion import did_you_mean
from proofolio.core.model.body import Body, Link, Picture
from proofolio.core.model.district import District

WEB = frozenset({"http", "https"})
SAFE = WEB | {"mailto"}
# A scheme of one letter would be a drive (C:\plan.pdf); that is a path which leads nowhere.
_SCHEME = re.compile(r"^([a-z][a-z0-9+.-]+):", re.IGNORECASE)
_ESCAPED = re.compile(r"(?:%[0-9a-f]{2})+", re.IGNORECASE)
# A name and password before the host are there to mislead; without a host it is no address at all.
_WHOLE = re.compile(r"https?://(?![/\\])(?![^/?#\\]*@)[^\s\\]+|mailto:[^\s@:/\\]+@[^\s@/\\]+", re.IGNORECASE)
# Browsers overlook these inside an address, so java\nscript: is read as one word.
_UNSEEN = re.compile(r"[\x00-\x20\x7f\u200b-\u200f\u2028-\u202f\ufeff]")


def check_body(
    district: District, body: Body, source: Pointer, files: Collection[str] = ()
) -> Iterator[Finding]:
    """All links and pictures of a body.

    Args:
        district: what links may lead to.
        body: the body.
        source: a place in its file; relative links start at that file's folder.
        files: files that may be linked to, as paths from the repository's root.
    """
    for link in body.links:
        where = source.at(link.line, link.column)
        if link.wiki:
            yield from _check_competency(district, link, where)
        else:
            yield from _check_link(district, link, where, files)
    for picture in body.pictures:
        yield from _check_picture(district, picture, source.at(picture.line, picture.column), files)


def _check_competency(district: District, link: Link, where: Pointer) -> Iterator[Finding]:
    ref = link.target.strip()
    found = district.competencies_named(ref)
    if len(found) > 1:
        hint = "write " + " or ".join(f"[[{each.ref}]]" for each in found)
        yield Finding(AMBIGUOUS_ID, f"'{ref}' is the id of {len(found)} competencies", where, hint)
    elif not found and not competency_excused(district, ref):
        known = [each.ref if "/" in ref else each.id for each in district.competencies()]
        yield Finding(DANGLING_LINK, f"[[{ref}]] is not a competency", where, hint_for(ref, known))


def _check_link(district: District, link: Link, where: Pointer, files: Collection[str]) -> Iterator[Finding]:
    scheme = _scheme(link.target)
    if scheme is not None:
        if scheme not in SAFE:
            message = f"links that start with '{scheme}' are not published"
            yield Finding(UNSAFE_LINK, message, where, "use an address that starts with https:// or mailto:")
        elif not _WHOLE.fullmatch(link.target.strip()):
            message = f"the address '{link.target}' cannot be published"
            yield Finding(
                UNSAFE_LINK, message, where, "copy the whole address from the browser, without a login"
            )
        return
    path = _path(link.target)
    if not path and link.target.strip():
        return
    arrived = _arrive(where.file, path)
    there = arrived in files or leads_to_page(district, arrived) or is_withheld(district, arrived)
    if path and not path.startswith("/") and there:
        return
    message = f"the link '{link.target}' leads nowhere" if path else "the link has no address"
    yield Finding(DANGLING_LINK, message, where, _advice(path, where.file, files))


def _check_picture(
    district: District, picture: Picture, where: Pointer, files: Collection[str]
) -> Iterator[Finding]:
    if not picture.alt.strip():
        message = f"the picture '{picture.target}' has no text alternative"
        hint = "say between the square brackets what the picture shows"
        if picture.html:
            hint = 'say what the picture shows: alt="…"'
        yield Finding(IMAGE_WITHOUT_ALT, message, where, hint)
    scheme, path = _scheme(picture.target), _path(picture.target)
    if scheme in WEB:
        message = f"the picture '{picture.target}' is on another site, so it is not shown"
        yield Finding(REMOTE_IMAGE, message, where, "copy it into the folder, or make it an ordinary link")
    elif scheme is not None:
        message = f"pictures that start with '{scheme}' are not published"
        yield Finding(UNSAFE_LINK, message, where, "copy the picture into the folder as a file")
    elif not path or path.startswith("/") or _is_gone(district, _arrive(where.file, path), files):
        message = f"there is no picture '{picture.target}' here"
        yield Finding(DANGLING_LINK, message, where, _advice(path, where.file, files))


def _is_gone(district: District, path: str, files: Collection[str]) -> bool:
    return path not in files and not is_withheld(district, path)


def _scheme(target: str) -> str | None:
    """The scheme of an address, lower-case; ``//`` for one that borrows the page's own."""
    clean = _UNSEEN.sub("", target)
    if clean.startswith("//"):
        return "//"
    found = _SCHEME.match(clean)
    return found.group(1).lower() if found else None


def _path(target: str) -> str:
    """The path of a relative address, without what follows ``?`` or ``#``."""
    return _decoded(re.split(r"[?#]", target.strip(), maxsplit=1)[0])


def _decoded(path: str) -> str:
    """A path with ``%20`` and the like as the characters that they stand for."""
    return _ESCAPED.sub(
        lambda found: bytes.fromhex(found[0].replace("%", "")).decode("utf-8", "replace"), path
    )


def _arrive(file: str, path: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(file), path))


def _advice(path: str, file: str, files: Collection[str]) -> str:
    folder = posixpath.dirname(file)
    near = did_you_mean(path, (posixpath.relpath(each, folder) for each in files)) if path else None
    if near is None and path.lower().startswith("www."):
        return f"did you mean https://{path}?"
    return near or "link to a file of this folder, to a submission's folder, or to an https:// address"
