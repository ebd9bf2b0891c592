"""What is said to somebody who sent a form, and what the pull request made of it is called."""

from __future__ import annotations

import re
from collections.abc import Iterable

from proofolio.core.model.person import Person

_LONGEST_TITLE = 120


def not_on_the_roster(login: str) -> str:
    """To an account that belongs to nobody known."""
    return (
        f"Thank you! Nothing was filed yet: the account `{login}` belongs to nobody on the roster.\n\n"
        f"Ask whoever keeps `portfolios/roster.yml` to add `github: {login}` to your entry. Then edit this "
        "issue, a space will do, and it is read again. What you wrote stays here meanwhile."
    )


def another_account(login: str) -> str:
    """To an account whose name is known, but whose number is not the one on the roster."""
    return (
        f"Nothing was filed: the roster knows `{login}`, but with another account number. Logins can change "
        "hands, so both have to agree. Ask whoever keeps `portfolios/roster.yml` to look at your entry."
    )


def edited_by_another(login: str, editor: str) -> str:
    """When somebody else changed what a person wrote."""
    return (
        f"This was last changed by `{editor}`, and only `{login}` can file something for `{login}`. "
        "Edit it once more yourself, and it is read again."
    )


def closed() -> str:
    """When the form's issue has been closed, as it is when its work is in."""
    return (
        "This issue is closed, so nothing was changed. If its work is on the site already, change it there: "
        "its page has a link *Edit the text*."
    )


def too_much(reason: str) -> str:
    """When what was sent cannot become a file."""
    return (
        f"Nothing was filed yet: {reason}. Edit this issue, and it is read again; what you wrote stays here."
    )


def unknown_form() -> str:
    """When a form is older than the definitions."""
    return (
        "Thank you! Nothing was filed: what this form is for is not among the micro-credentials (any more). "
        "Open a new issue with a form of today, and copy over what you wrote; it stays here meanwhile."
    )


def filed(
    path: str,
    told: Iterable[str],
    missing: Iterable[str],
    attached: Iterable[str],
    handed_in: bool,
    upload: str | None = None,
) -> str:
    """What became of it. The link to the pull request is added where it is known.

    ``upload`` is where files can be added to the proposal.
    """
    lines = ["Thank you! This is filed as", "", f"`{path}`", ""]
    lacking = [f"- {inert(each)}" for each in missing]
    if handed_in:
        lines.append(
            "It is handed in: the next step is a reviewer's."
            if not lacking
            else "It stays a draft for now, because some of what is asked is not there yet:"
        )
    elif lacking:
        lines.append("It is a draft. Before you hand it in:")
    lines += ["", *lacking] if lacking else []
    notes = [f"- {inert(each)}" for each in told]
    where = f"[add the file to the proposal]({upload})" if upload else "put the file into that folder"
    stays = [inert(each) for each in attached]
    if stays:
        notes.append(
            f"- {', '.join(stays)}: attached here, so the portfolio only links to it. To keep it with your "
            f"portfolio, {where} and write `file:` with its name in place of `url:`."
        )
    lines += ["", *notes] if notes else []
    lines += ["", "Edit this issue to change anything: the proposal follows."]
    return "\n".join(lines).replace("\n\n\n", "\n\n")


def headline(text: str) -> str:
    """A title as part of a pull request's, which may become a commit's: nothing in it calls or closes."""
    calm = re.sub(r"(?i)\bgh-(?=\d)", "gh ", text.replace("#", " ").replace("@", " ").replace("://", " "))
    calm = " ".join(calm.split())
    return calm if len(calm) <= _LONGEST_TITLE else calm[: _LONGEST_TITLE - 1].rstrip() + "…"


def commit_message(what: str, person: Person, number: int, login: str, account_number: int | None) -> str:
    """The commit's message, which gives the work to the person who wrote it."""
    name = " ".join(re.sub(r"[<>\r\n]", " ", person.name).split())
    address = f"{f'{account_number}+' if account_number else ''}{login}@users.noreply.github.com"
    return (
        f"{what} by {name}\n\nSent with the form of issue {number}.\n\nCo-authored-by: {name} <{address}>\n"
    )


def pull_text(number: int, path: str, login: str, notes: str) -> str:
    """The pull request's text; merging it closes the issue."""
    return (
        f"{notes}\n\n"
        f"Written by @{login} with the form of #{number}; the file is `{path}`.\n\n"
        "Reviewers: rate it here, in a comment or a review; the site takes it from there.\n\n"
        f"Closes #{number}\n"
    )


def inert(text: str) -> str:
    """A text in a comment of ours that mentions nobody and links nowhere."""
    flat = " ".join(text.split())
    return re.sub(r"([\\`*_\[\]<>#~|!])", r"\\\1", flat).replace("@", "@\u200b").replace("://", ":\u200b//")
