"""A recognition ready to fill in, and the line by which the people concerned agree to it."""

from __future__ import annotations

from collections.abc import Iterator

from proofolio.core.drafting.lines import prompt, yaml_text
from proofolio.core.model import address
from proofolio.core.model.district import District
from proofolio.core.model.showcase import disagreeing, showcase_of
from proofolio.core.model.submission import Submission


def recognition(work: Submission, by: str, title: str) -> str:
    """The text of a recognition's file."""
    return "\n".join(
        (
            "---",
            f"work: {'/'.join(work.key)}",
            f"by: {by}",
            f"title: {yaml_text(title)}",
            "---",
            prompt("Why you want everyone to see this: what you saw, and what others can learn from it."),
            "",
        )
    )


def still_to_agree(district: District, work: Submission) -> Iterator[str]:
    """What those who have not agreed do in their profile, a sentence each."""
    for person in disagreeing(district.portfolios, work):
        change = showcase_of(district.portfolios, person).change_for(person, work)
        name, file = district.name_of(person), address.of_person(person)
        yield f"it is shown nowhere until {name} agrees: {change} at the top of {file}"
