"""README.md of a package: what it is, how to open, verify and move it."""

from __future__ import annotations

from dataclasses import dataclass

from proofolio.adapters.portable.parcel import Provenance


@dataclass(frozen=True, slots=True)
class Extent:
    """How much a package holds. ``left`` are what could not come along, as they are no ordinary files."""

    pages: int
    commits: int
    credentials: int
    others: bool
    left: tuple[str, ...] = ()


def welcome(provenance: Provenance, extent: Extent) -> str:
    """The text, in plain words."""
    name, issuer = provenance.person.name, provenance.issuer
    home = f"{issuer.name} ({issuer.url})" if issuer.url else issuer.name
    parts = [
        f"# The portfolio of {name}\n\n"
        f"This is everything that {name} made, showed and earned at {home}, as it was on "
        f"{provenance.exported}. It belongs to {name}. It needs no account, no server and no network.\n",
        "## Look at it\n\nOpen `site/index.html` in a browser. It also prints well. Work that was handed in "
        "is shown, internal and private work too, because this copy is the owner's; such a page says so. "
        "Drafts and practice are not laid out as pages; they lie in `portfolio/` as they were written.\n",
        _contents(provenance, extent),
        _verifying(provenance, extent),
        _moving(provenance),
        _words(provenance),
    ]
    if extent.left:
        listed = "\n".join(f"- `{each}`" for each in extent.left)
        parts.append(
            f"## What stayed behind\n\nLinks and other things that are no ordinary files:\n\n{listed}\n"
        )
    return "\n".join(parts)


def _contents(provenance: Provenance, extent: Extent) -> str:
    lines = [
        f"- `site/`: {extent.pages} pages to read.",
        "- `portfolio/`: the Markdown and the files themselves.",
    ]
    if provenance.history:
        lines.append(
            f"- `repository.bundle`: the portfolio's own history, {extent.commits} commits with their "
            "authors, dates and words, as a Git repository in one file. "
            "`git clone repository.bundle my-portfolio` unpacks it. The tag `history` marks the last "
            "of these commits; the one after it adds the competencies "
            "and the names that the portfolio refers to."
        )
    else:
        lines.append("- `definitions/`: the competencies and the names that the portfolio refers to.")
    if extent.credentials:
        lines.append(
            f"- `credentials/`: {extent.credentials} signed credentials, and `issuer/`: the keys to check "
            "them."
        )
    lines += [
        "- `record.json`: everything as data; `record/`: the same as tables that a spreadsheet opens.",
        "- `provenance.json`: where this comes from, and which commit was which at the issuer's.",
    ]
    return "## What is in it\n\n" + "\n".join(lines) + "\n"


def _verifying(provenance: Provenance, extent: Extent) -> str:
    if not extent.credentials:
        return "## Verify it\n\nThere are no signed credentials in it.\n"
    return (
        "## Verify it\n\nThe credentials follow Open Badges 3.0, so many tools can check them. "
        "With Proofolio:\n\n"
        "    proofolio verify PACKAGE\n\n"
        "That needs no network: it uses the keys and the list of revocations in `issuer/`. Whether those are "
        f"really the keys of {provenance.issuer.name}, and whether anything was revoked since, its own site "
        f"tells while it is there: {provenance.issuer.did or provenance.issuer.url}.\n"
    )


def _moving(provenance: Provenance) -> str:
    history = "with the whole history, " if provenance.history else ""
    return (
        "## Bring it elsewhere\n\nIn a clone of the other organisation's repository, on a branch of its "
        "own:\n\n"
        "    proofolio import-portfolio PACKAGE\n\n"
        f"That adds the work {history}as what it is: made and reviewed at {provenance.issuer.name}. Without "
        "Proofolio the files stay what they are: Markdown, pictures, JSON and a Git repository.\n"
    )


def _words(provenance: Provenance) -> str:
    parts = []
    if provenance.history:
        parts.append(
            "The history keeps names and e-mail addresses as the commits have them, those of reviewers and "
            "co-authors too. It holds drafts and what was deleted since. Think of both before you "
            "publish it. Where a commit also changed other people's folders, its message stayed behind; "
            "signatures of commits stayed behind as well, because they are of the whole repository."
        )
    else:
        parts.append("There was no Git history to take along, so this holds the latest state only.")
    return "## Good to know\n\n" + "\n\n".join(parts) + "\n"
