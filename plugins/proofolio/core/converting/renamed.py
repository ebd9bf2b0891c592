"""A framework under another id."""

from __future__ import annotations

from dataclasses import replace

from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.model.competency import Competency
from proofolio.core.model.framework import Framework


def renamed(framework: Framework, new: str) -> Framework:
    """The framework with another id; what names its competencies in full names them by the new one."""
    old = framework.id

    def ref(name: str) -> str:
        return f"{new}/{name.removeprefix(f'{old}/')}" if name.startswith(f"{old}/") else name

    def competency(each: Competency) -> Competency:
        return replace(
            each,
            framework=new,
            prerequisites=tuple(map(ref, each.prerequisites)),
            related=tuple(map(ref, each.related)),
            replaced_by=ref(each.replaced_by) if each.replaced_by else None,
            alignments=tuple(
                replace(to, framework=new) if to.framework == old else to for to in each.alignments
            ),
            source=Pointer(f"competencies/frameworks/{new}/{each.id}.yml"),
        )

    return replace(
        framework,
        id=new,
        competencies={key: competency(each) for key, each in framework.competencies.items()},
        source=Pointer(f"competencies/frameworks/{new}/framework.yml"),
    )
