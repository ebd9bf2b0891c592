"""The review queue for a person at a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from proofolio.adapters.reporting.visible import one_line
from proofolio.adapters.reporting.waiting import how_long, summed_up, turned_around, waits_for
from proofolio.core.model.district import District
from proofolio.core.model.queue import Queue, Waiting


def queue_text(district: District, queue: Queue) -> str:
    """One block for each piece of work, the longest wait first."""
    blocks = ["\n".join(_block(district, each)) + "\n\n" for each in queue.waiting]
    return "".join(blocks) + f"{summed_up(queue)}\n{turned_around(queue.turnaround)}\n"


def _block(district: District, each: Waiting) -> Iterator[str]:
    submission = each.submission
    asked = district.micro_credentials.get(submission.micro_credential)
    title = asked.title if asked else submission.micro_credential
    name = district.name_of(submission.person)
    yield one_line(f"{submission.person}/{submission.slug}: {submission.title}")
    yield "  " + one_line(f"{name}, for {title}")
    yield f"  waits {how_long(each)} for {waits_for(each)}"
    names = ", ".join(district.name_of(person) for person in each.asked)
    yield f"  asked: {one_line(names) or 'nobody on the roster may do this yet'}"
