"""The weekly digest: the review queue as the text of one issue, by reviewer."""

from __future__ import annotations

from collections.abc import Iterator

from proofolio.adapters.reporting.markdown import escaped
from proofolio.adapters.reporting.waiting import how_long, summed_up, turned_around, waits_for
from proofolio.core.model.district import District
from proofolio.core.model.queue import Queue, Waiting
from proofolio.core.model.visibility import Visibility

MOST = 60_000
"""The forge takes 65,536 characters."""
MOST_EACH = 50
_ANYONE = "Whoever may review"
_BLIND = "Blind reviews, for whoever may review"
_NOBODY = "Nobody on the roster may do this yet"


def queue_markdown(district: District, queue: Queue) -> str:
    """The digest. Names are no mentions, titles no markup; private work is counted and not told of.

    Work whose reviewers stay unnamed to its author is not sorted under anybody's name.
    """
    parts = [f"**{summed_up(queue)}** {turned_around(queue.turnaround)}\n"]
    groups: dict[str, list[Waiting]] = {}
    for each in queue.waiting:
        groups.setdefault(_group(district, each), []).append(each)
    late = (_ANYONE, _BLIND, _NOBODY)
    for name in sorted(groups, key=lambda name: (late.index(name) + 1 if name in late else 0, name)):
        heading = name if name in late else escaped(name)
        parts.append(f"### {heading}\n\n" + "\n".join(_entries(district, groups[name])) + "\n")
    text = ""
    for part in parts:
        if len(text) + len(part) > MOST:
            return f"{text}\nThe rest is in `proofolio queue`.\n"
        text += ("\n" if text else "") + part
    return text


def _group(district: District, each: Waiting) -> str:
    if not each.asked:
        return _NOBODY
    if each.blind:
        return _BLIND
    return district.name_of(each.asked[0]) if len(each.asked) == 1 else _ANYONE


def _entries(district: District, waiting: list[Waiting]) -> Iterator[str]:
    for each in waiting[:MOST_EACH]:
        yield f"- {_entry(district, each)}"
    if len(waiting) > MOST_EACH:
        yield f"- … and {len(waiting) - MOST_EACH} more"


def _entry(district: District, each: Waiting) -> str:
    submission = each.submission
    asked = district.micro_credentials.get(submission.micro_credential)
    wanted = escaped(_short(asked.title if asked else submission.micro_credential))
    told = f"waits {how_long(each)} for {waits_for(each)}"
    portfolio = district.portfolios.get(submission.person)
    visibility = portfolio.visibility_of(submission) if portfolio else Visibility.PRIVATE
    if visibility is Visibility.PRIVATE:
        return f"private work for *{wanted}*: {told}"
    title = escaped(_short(submission.title))
    if visibility is Visibility.PUBLIC and district.issuer is not None:
        home = district.issuer.url.rstrip("/")
        title = f"[{title}](<{home}/portfolios/{submission.person}/{submission.slug}/>)"
    others = "" if each.blind or len(each.asked) < 2 else f" Asked: {_names(district, each.asked)}."
    return f"{title} by {escaped(district.name_of(submission.person))}, for *{wanted}*: {told}.{others}"


def _names(district: District, people: tuple[str, ...]) -> str:
    names = [escaped(district.name_of(each)) for each in people]
    return ", ".join(names) if len(names) <= 4 else f"{', '.join(names[:3])} and {len(names) - 3} others"


def _short(text: str) -> str:
    return text if len(text) <= 200 else f"{text[:199]}…"
