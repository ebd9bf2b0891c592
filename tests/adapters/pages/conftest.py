"""A renderer without a plan, for pages that link nowhere."""

from __future__ import annotations

import pytest

from proofolio.adapters.rendering.markdown import MarkdownConverter
from proofolio.adapters.rendering.pages import PageRenderer
from proofolio.core.publishing.page import SitePlan


@pytest.fixture(scope="session")
def converter() -> MarkdownConverter:
    """One converter for all tests: it starts a child process."""
    return MarkdownConverter()


@pytest.fixture(scope="session")
def renderer(converter: MarkdownConverter) -> PageRenderer:
    """A renderer over an empty plan."""
    return PageRenderer(SitePlan((), (), ()), converter)
