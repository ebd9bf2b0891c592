"""The pull request of a filed form, and the answer in its issue."""

from __future__ import annotations

from urllib.parse import quote

from proofolio.adapters.github.filing import Filing
from proofolio.adapters.github.refusal import Refused
from proofolio.adapters.github.repository import Repository
from proofolio.adapters.github.sticky import keep_comment
from proofolio.core.diagnostics.error import ProofolioError

_MARK = "form"


def open_and_answer(repository: Repository, filing: Filing, base: str, server: str, checked: str) -> str:
    """Open the pull request, unless it is open already, and say so in the issue; where it is.

    When the forge does not let a workflow open pull requests, the answer has the link to do it by hand.
    """
    if not filing.reply:
        return ""
    link = ""
    answer = filing.reply
    if filing.branch:
        try:
            link = _open(repository, filing, base)
            answer += f"\n\nThe proposal: {link}"
        except Refused as error:
            if error.status not in (403, 422):
                raise
            name = f"{quote(base, safe='/')}...{quote(filing.branch, safe='/')}"
            link = f"{server.rstrip('/')}/{repository.name}/compare/{name}?expand=1"
            answer += f"\n\nOne step is left: [open the proposal]({link})."
    if checked:
        answer += f"\n\n<details><summary>What the check says</summary>\n\n{checked}\n\n</details>"
    keep_comment(repository, filing.number, _MARK, answer)
    return link


def _open(repository: Repository, filing: Filing, base: str) -> str:
    pulls = f"{repository.path}/pulls"
    owner = repository.name.partition("/")[0]
    for each in repository.api.pages(pulls, state="open", head=f"{owner}:{filing.branch}"):
        head = each.get("head")
        # a forge that overlooks the question gives all of them
        if isinstance(head, dict) and head.get("ref") == filing.branch:
            number = each.get("number")
            repository.api.send("PATCH", f"{pulls}/{number}", {"title": filing.title, "body": filing.body})
            return _address(each)
    content = {"title": filing.title, "body": filing.body, "head": filing.branch, "base": base}
    return _address(repository.api.send("POST", pulls, content))


def _address(pull: object) -> str:
    url = pull.get("html_url") if isinstance(pull, dict) else None
    if not isinstance(url, str):
        raise ProofolioError("the forge does not say where the pull request is")
    return url
