"""For whom a built site is: what its manifest says, and what each of its pages says of itself."""

from __future__ import annotations

import json
import re
from pathlib import Path

from proofolio.adapters.rendering.inside import MARK
from proofolio.adapters.rendering.keys import MANIFEST
from proofolio.core.publishing.page import Audience

_MARK = re.compile(rb"<meta name=[\"']?" + re.escape(MARK.encode()) + rb"[\"']? content=[\"']?internal\b")


def audience_of(site: Path) -> Audience | None:
    """For whom a site was built; None when that cannot be told, because it is not one of ours.

    A site without a word about it was built before there were two kinds, so it is public.
    """
    try:
        manifest = json.loads((site / MANIFEST).read_text("utf-8"))
        return Audience(manifest.get("audience", Audience.PUBLIC.value))
    except (OSError, ValueError, AttributeError):
        return None


def is_internal(head: bytes) -> bool:
    """Whether a page says that it is for the organisation's own people. ``head`` is how it begins."""
    return bool(_MARK.search(head))
