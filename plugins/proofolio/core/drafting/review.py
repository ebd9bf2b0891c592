"""A review ready to fill in: the digest of what is read, every criterion, the levels' words."""

from __future__ import annotations

from collections.abc import Iterator

from proofolio.core.drafting.lines import prompt, remark
from proofolio.core.model.district import District
from proofolio.core.model.micro_credential import MicroCredential
from proofolio.core.model.rubric_digest import rubric_digest
from proofolio.core.model.submission import Submission


def review(district: District, asked: MicroCredential, work: Submission) -> str:
    """The text of a review file. Each rating is left open, so that nothing is rated by accident."""
    return review_of(district, asked, work.digest)


def review_of(district: District, asked: MicroCredential, digest: str, descriptors: bool = True) -> str:
    """The same for work with this digest; without ``descriptors`` the rubric's words are left out."""
    return "\n".join((*_front(district, asked, digest), *_body(district, asked, descriptors), ""))


def _front(district: District, asked: MicroCredential, digest: str) -> Iterator[str]:
    competency = district.competency_of(asked)
    framework = district.frameworks.get(competency.framework) if competency else None
    levels = " | ".join(level.id for level in framework.levels) if framework else ""
    mastery = framework.mastery.id if framework and framework.mastery else "the mastery level"
    yield "---"
    yield f"reviewed: {digest}"
    rubric = rubric_digest(district, asked)
    if rubric is not None:
        yield f"rubric: {rubric}"
    yield "ratings:"
    for criterion in district.criteria_of(asked):
        yield f"  {criterion.id}:   # {levels}"
    yield remark(f"One next step for each rating below {mastery}; one to three in all help most.")
    yield "# next_steps:"
    for criterion in district.criteria_of(asked):
        yield f"#   {criterion.id}: …"
    yield "verdict:   # met | revise | recused (you step back from this work; your text says why)"
    yield "---"


def _body(district: District, asked: MicroCredential, descriptors: bool) -> Iterator[str]:
    competency = district.competency_of(asked)
    framework = district.frameworks.get(competency.framework) if competency else None
    for criterion in district.criteria_of(asked):
        yield f"**{criterion.id}** – "
        yield ""
        for level in framework.levels if framework and descriptors else ():
            if level.id in criterion.descriptors:
                yield prompt(f"{level.title}: {criterion.descriptors[level.id]}")
        yield ""
