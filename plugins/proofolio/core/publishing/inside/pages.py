"""The pages that only an internal site has."""

from __future__ import annotations

from collections.abc import Iterator

from proofolio.core.model.figures import Inside, Report
from proofolio.core.publishing.inside.agreement import agreement_page
from proofolio.core.publishing.inside.coaches import coaches_page
from proofolio.core.publishing.inside.progress import progress_page
from proofolio.core.publishing.inside.queue import queue_page
from proofolio.core.publishing.page import Page
from proofolio.core.publishing.scene import Scene


def inside_pages(scene: Scene, report: Report) -> Iterator[Page]:
    """All of them. A report without inside figures leaves them empty, and they say so."""
    inside = report.inside or Inside()
    yield queue_page(scene, inside.pace)
    yield progress_page(scene, inside)
    yield coaches_page(scene, inside)
    yield agreement_page(scene)
