"""What of the host's own pages the search may find."""

from __future__ import annotations

from pathlib import Path

import pytest

from proofolio.adapters.rendering.presence import Presence
from proofolio.adapters.searching.finder import Finder
from proofolio.core.publishing.page import SitePlan


@pytest.fixture
def taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """What a site learns of four pages."""
    kept: dict[str, str] = {}
    monkeypatch.setattr(Finder, "help", lambda _, uri, title, text: kept.update({uri: text}))
    presence = Presence(SitePlan((), (), ()), tmp_path, "en", None, "Fern Hill", lambda _: None)
    block = '<div class="highlight"><pre><code>error → portfolios/amina/index.md</code></pre></div>'
    presence.learn("findings/bad-id.md", "bad-id", f"<p>Kept simple.</p>{block}<p>So be it.</p>")
    presence.learn("guides/coach.md", "Coach", "<p>In <code>portfolios/x.md</code>, <code>kind</code>.</p>")
    presence.learn("adr/0001-host.md", "Host", "<p>Decided.</p>")
    return kept


def test_examples_are_not_found(taken: dict[str, str]) -> None:
    assert taken["findings/bad-id.md"] == "Kept simple.\nSo be it."
    assert taken["guides/coach.md"] == "In , kind."


def test_decisions_are_not_found(taken: dict[str, str]) -> None:
    assert set(taken) == {"findings/bad-id.md", "guides/coach.md"}
