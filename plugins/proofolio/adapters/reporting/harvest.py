"""What became of each review in a pull request, as text for people and as JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from proofolio.adapters.reporting.visible import one_line
from proofolio.core.harvesting.outcome import Outcome, Reply
from proofolio.core.model.district import District


def harvest_text(outcomes: Iterable[Outcome], replies: Sequence[Reply], district: District) -> str:
    """A line for each outcome, with its reason below it."""
    return "".join(f"{line}\n" for line in _lines(sorted(outcomes, key=_order), replies, district))


def _lines(outcomes: list[Outcome], replies: Sequence[Reply], district: District) -> Iterator[str]:
    if not outcomes:
        yield "nothing was said that is a review"
    for each in outcomes:
        who = f" {district.name_of(each.by)}" if each.by else ""
        about = each.path or ("/".join(each.work) if each.work else "")
        yield one_line(f"{each.result.value}: #{each.pull}{who}{f' – {about}' if about else ''}")
        yield "  " + one_line(each.reason)
        if each.address:
            yield "  " + one_line(each.address)
    if replies:
        noun = "reply" if len(replies) == 1 else "replies"
        yield f"{len(replies)} {noun} to post (--replies FILE writes {'it' if len(replies) == 1 else 'them'})"


def harvest_json(outcomes: Iterable[Outcome], replies: Iterable[Reply], district: District) -> str:
    """The same, complete."""
    data = {
        "outcomes": [
            {
                "result": each.result.value,
                "pull": each.pull,
                "reviewer": each.by,
                "submission": "/".join(each.work) if each.work else None,
                "path": each.path,
                "reason": each.reason,
                "address": each.address,
            }
            for each in sorted(outcomes, key=_order)
        ],
        "replies": [_reply(each) for each in replies],
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def replies_json(replies: Iterable[Reply]) -> str:
    """The replies as a list, for whatever posts them."""
    return json.dumps([_reply(each) for each in replies], ensure_ascii=False, indent=2) + "\n"


def _reply(reply: Reply) -> dict[str, Any]:
    return {
        "pull": reply.pull,
        "in_reply_to": reply.in_reply_to,
        "marker": reply.marker,
        "text": reply.text,
    }


def _order(outcome: Outcome) -> tuple[int, str, str, str]:
    return outcome.pull, outcome.path or "~", outcome.address or "", outcome.reason
