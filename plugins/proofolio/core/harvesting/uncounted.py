"""Words that cannot count: whether they rate something all the same, and what is to be said of them."""

from __future__ import annotations

from collections.abc import Iterable

from proofolio.core.harvesting.lines import lines_of
from proofolio.core.harvesting.reader import read_block
from proofolio.core.harvesting.saying import Saying
from proofolio.core.harvesting.vocabulary import vocabulary
from proofolio.core.model.district import District
from proofolio.core.model.submission import SubmissionKey

OWN = (
    "Thank you. I cannot keep this rating: nobody reviews what they hand in, or took part in. Please ask"
    " another coach or assessor."
)
NOTHING_THERE = (
    "Thank you. I found a rating here, and nothing that it could be about: when it was written, this pull"
    " request had not changed any submission that can be rated. Please rate where the evidence is."
)


def rates(saying: Saying, district: District) -> bool:
    """Whether something in it is a rating in the words of any micro-credential."""
    lines = lines_of("\n".join((saying.text, *(each.text for each in saying.lines))))
    found = (vocabulary(district, each) for each in district.micro_credentials)
    return any(read_block(lines, words).ratings for words in found if words is not None)


def dismissed(saying: Saying, district: District) -> str:
    """What became of a review that was dismissed on the forge."""
    file = kept_in(saying, district)
    if file is None:
        return "the review was dismissed, so it is not harvested"
    return (
        f"the review was dismissed after it had been kept in {file};"
        " a leader decides whether that file is taken back"
    )


def rated_in_files(
    district: District, keys: Iterable[SubmissionKey], reviewer: str
) -> set[tuple[SubmissionKey, str]]:
    """The submissions and digests that a person's review files are of."""
    works = (work for key in keys if (work := district.submission(key)) is not None)
    return {(work.key, each.reviewed) for work in works for each in work.reviews if each.reviewer == reviewer}


def kept_in(saying: Saying, district: District) -> str | None:
    """The file that an earlier harvest made of it; None when there is none."""
    if saying.address is None:
        return None
    reviews = (each for work in district.submissions() for each in work.reviews)
    return next((each.source.file for each in reviews if each.origin == saying.address), None)
