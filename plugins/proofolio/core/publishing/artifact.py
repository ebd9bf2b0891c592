"""Artifacts: what may be looked at, and which files are copied into the site."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from proofolio.core.language.say import say
from proofolio.core.model import address
from proofolio.core.model.artifact import RECORDINGS, Artifact, StoredFile
from proofolio.core.model.digest import counts
from proofolio.core.model.remark import Voice
from proofolio.core.model.submission import Submission
from proofolio.core.publishing import words
from proofolio.core.publishing.page import Publication, WebLink
from proofolio.core.publishing.player import player
from proofolio.core.publishing.views.submission import ArtifactView, RemarkView

_BY_ENDING = {
    "image": ("png", "jpg", "jpeg", "webp", "gif"),
    "pdf": ("pdf",),
    "data": ("csv",),
    "video": ("mp4", "webm"),
    "audio": ("mp3", "m4a"),
    "file": ("txt", "vtt", "docx", "pptx", "xlsx", "odt", "odp", "ods"),
}
_PREVIEWS = {ending: preview for preview, endings in _BY_ENDING.items() for ending in endings}
_WEB = frozenset({"http", "https", "mailto"})


def web_link(title: str, url: str | None) -> WebLink:
    """A link out of the site; without an address when it could do anything but open a page."""
    if url is None:
        return WebLink(title, None)
    try:
        scheme = urlsplit(url.strip()).scheme.lower()
    except ValueError:
        return WebLink(title, None)
    return WebLink(title, url.strip() if scheme in _WEB else None)


def artifact(submission: Submission, each: Artifact, site: str | None = None) -> ArtifactView:
    """One artifact of a published submission. ``site`` is the address of this site."""
    uri, size, notice, preview = None, None, None, "link"
    link = web_link(each.title, each.url) if each.url is not None else None
    if each.file is not None:
        stored = _stored(submission, each.file)
        preview = _PREVIEWS.get(_ending(each.file), "file")
        size = words.size(stored.size) if stored else None
        if stored is None:
            notice = say("This file is not there yet.")
        elif not _may_be_copied(stored.path):
            notice = say("Files of this kind are not shown on the site.")
        else:
            uri = f"{address.folder(submission)}/{stored.path}"
    elif each.kind in RECORDINGS:
        preview = each.kind.value
    if each.consent is False:
        # said plainly: those shown have not agreed
        uri, link, size = None, None, None
        notice = say("This is not shown, because those in it have not agreed.")
    kind = words.plain(each.kind.value)
    return ArtifactView(
        each.title,
        kind,
        preview,
        uri,
        link,
        size,
        each.licence,
        each.consent is True,
        notice,
        player(link.url, site) if link and preview in ("video", "audio") else None,
        tuple(_commentary(each)),
    )


def _commentary(each: Artifact) -> Iterator[RemarkView]:
    """What is said about a recording that may be shown; a student's words only with consent."""
    if each.consent is False or each.kind not in RECORDINGS:
        return
    for remark in sorted(each.commentary, key=lambda one: one.at):
        if remark.by is not Voice.STUDENT or each.consent:
            yield RemarkView(remark.at, remark.clock, words.plain(remark.by.value), remark.note)


def publications(submission: Submission) -> tuple[Publication, ...]:
    """The files of a published submission that its page shows: artifacts, and what its body uses.

    A file that merely lies in the folder is not published.
    """
    folder = address.folder(submission)
    unagreed = (each.file for each in submission.artifacts if each.file and each.consent is False)
    refused = {each.path for file in unagreed if (each := _stored(submission, file))}
    wanted = [each.file for each in submission.artifacts if each.file]
    wanted += [each.target for each in submission.body.pictures]
    wanted += [each.target for each in submission.body.links if not each.wiki]
    stored = (_stored(submission, each) for each in wanted)
    found = {each.path for each in stored if each and _may_be_copied(each.path)} - refused
    return tuple(Publication(f"{folder}/{path}", f"{folder}/{path}") for path in sorted(found))


def _stored(submission: Submission, target: str) -> StoredFile | None:
    for path in (_inside(target), _inside(unquote(target.partition("#")[0].partition("?")[0]))):
        found = next((each for each in submission.files if each.path == path), None)
        if found is not None:
            return found
    return None


def _inside(target: str) -> str | None:
    """A path within the folder without its dots; None when it leads out of it."""
    if target.startswith("/") or "\\" in target:
        return None
    steps: list[str] = []
    for step in target.split("/"):
        if step == ".." and not steps:
            return None
        if step == "..":
            steps.pop()
        elif step not in ("", "."):
            steps.append(step)
    return "/".join(steps)


def _may_be_copied(path: str) -> bool:
    hidden = any(step.startswith(".") for step in path.split("/"))
    return not hidden and counts(path) and _ending(path) in _PREVIEWS


def _ending(path: str) -> str:
    return path.rsplit("/", 1)[-1].rpartition(".")[2].lower()
