"""The last touches to a page that the host has put its theme around."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from proofolio.adapters.rendering.equipment import equip
from proofolio.adapters.rendering.inside import mark
from proofolio.adapters.rendering.policy import admitting, insert
from proofolio.adapters.rendering.presence import Presence
from proofolio.adapters.rendering.running import running
from proofolio.adapters.rendering.theme import in_english, mend
from proofolio.core.language.say import speaking
from proofolio.core.language.tongue import Tongue
from proofolio.core.publishing.page import Audience, Page

Link = Callable[[str], str]
SITEMAP = "sitemap.xml"


@dataclass(frozen=True, slots=True)
class Finishing:
    """What is the same for all pages of a build. ``policy`` is the security policy, ``search`` the address of
    the page that searches, from the site's root, ``organization`` whose an internal site is.
    """

    presence: Presence
    tongue: Tongue
    audience: Audience
    organization: str | None
    policy: str
    search: str

    def page(self, html: str, uri: str, planned: Page | None, link: Link, *, foreign: bool) -> str:
        """A page, with the policy and with what it alone needs.

        ``planned`` is the plan's, if it is one of the plan's; ``foreign`` tells of one in English on a
        site that speaks another language.
        """
        equipped = equip(html, uri, link)
        told = in_english(equipped) if foreign else equipped
        allowed = admitting(self.policy, planned.frames, planned.media) if planned else self.policy
        return insert(self._mended(told, uri, planned, link), allowed)

    def other(self, html: str, name: str, link: Link) -> str:
        """What is no page of anybody's, such as 404.html; nothing for what is not to be there."""
        if not name.endswith(".html"):
            return "" if name == SITEMAP and self.audience is Audience.INTERNAL else html
        return insert(self._mended(html, name, None, link), self.policy)

    def _mended(self, html: str, uri: str, planned: Page | None, link: Link) -> str:
        with speaking(self.tongue):
            mended = running(mend(self.presence.finish(html, uri, planned, link(self.search), link)))
            return mended if self.audience is Audience.PUBLIC else mark(mended, self.organization)
