"""What people earned, as files of the site: signed ones as they are, pictures, and what is told as JSON."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from proofolio.adapters.images.refusal import Refusal
from proofolio.adapters.rendering.badges import BadgeMaker
from proofolio.adapters.rendering.publication import Publisher
from proofolio.core.diagnostics.error import ProofolioError
from proofolio.core.publishing.page import SitePlan


def earned(plan: SitePlan, root: Path, warn: Callable[[str], None]) -> dict[str, str | bytes]:
    """Contents by path from the site's root. ``warn`` is told what is withheld, and why."""
    contents: dict[str, str | bytes] = {each.uri: each.content for each in plan.documents}
    publisher, maker = Publisher(root), BadgeMaker(root)
    for each in plan.signed:
        copied = publisher.copy(each)
        if isinstance(copied, Refusal):
            warn(f"withheld: {each.source}: {copied.message} {copied.hint}")
        else:
            contents[each.uri] = copied
    for badge in plan.badges:
        try:
            contents.update(maker.make(badge))
        except (OSError, ProofolioError) as error:
            warn(f"withheld: the badge of {badge.holds or badge.achievement}: {error}")
    return contents
