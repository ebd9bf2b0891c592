"""The digest of a rubric: one name for exactly what work was rated against."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from proofolio.core.model.digest import PREFIX
from proofolio.core.model.district import District
from proofolio.core.model.micro_credential import MicroCredential


def rubric_digest(district: District, asked: MicroCredential) -> str | None:
    """The digest of what reviewers hold work for a micro-credential against; None without a rubric.

    SHA-256 over lines of fields that are parted by a NUL byte, each line ended by a line feed, as
    UTF-8: the micro-credential's id, its competency and its key method; the scale's levels with the
    mastery threshold; the criteria that are asked, each with its title and its descriptors. Hours,
    stipend and what makes work complete are no part of it.
    """
    competency = district.competency_of(asked)
    framework = district.frameworks.get(competency.framework) if competency else None
    criteria = district.criteria_of(asked)
    if competency is None or framework is None or not criteria:
        return None

    def fields() -> Iterator[tuple[str, ...]]:
        yield "micro-credential", asked.id, competency.ref, asked.key_method or ""
        for level in framework.levels:
            yield "level", level.id, level.title, "mastery" if level.mastery else ""
        for criterion in criteria:
            yield "criterion", criterion.id, criterion.title
            for level in framework.levels:
                yield "descriptor", criterion.id, level.id, criterion.descriptors.get(level.id, "")

    lines = ("\0".join(" ".join(each.split()) for each in line) + "\n" for line in fields())
    return PREFIX + hashlib.sha256("".join(lines).encode("utf-8", "surrogatepass")).hexdigest()
