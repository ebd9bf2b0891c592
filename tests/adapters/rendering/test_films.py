"""A finished page lets in the hosts of its own films, and every other page lets in nobody."""

from __future__ import annotations

import pytest

from proofolio.adapters.rendering.finishing import Finishing
from proofolio.adapters.rendering.policy import policy
from proofolio.core.language.tongue import English
from proofolio.core.publishing.page import Audience, Page
from proofolio.core.publishing.views.player import PlayerView

VIEW = PlayerView("frame", "https://player.vimeo.com/video/1", "player.vimeo.com")
BARE = "<html><head></head><body></body></html>"
NOBODY = "frame-src 'none'; media-src 'none'"


class _Plain:
    """A presence that adds nothing."""

    def finish(self, html: str, *_: object) -> str:
        """The page as it is."""
        return html


def finished(planned: Page | None) -> str:
    touches = Finishing(_Plain(), English(), Audience.PUBLIC, None, policy(), "search/")  # type: ignore[arg-type]
    return touches.page(BARE, "portfolios/ann/paced/index.md", planned, str, foreign=False)


@pytest.mark.parametrize(
    ("frames", "media", "rule"),
    [
        ((), (), NOBODY),
        (("player.vimeo.com",), (), "frame-src https://player.vimeo.com; media-src 'none'"),
        ((), ("files.example.org",), "frame-src 'none'; media-src https://files.example.org;"),
    ],
)
def test_the_policy_is_opened_for_that_page_alone(
    frames: tuple[str, ...], media: tuple[str, ...], rule: str
) -> None:
    uri = "portfolios/ann/paced/index.md"
    planned = Page(uri, "Paced", "submission.html", VIEW, None, "", (), True, frames, media)
    assert rule in finished(planned)
    assert NOBODY in finished(None)
