"""Steps of a tiny district."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest

from proofolio.adapters.demo.district import Step

START = datetime(2026, 10, 5, 16, 20, tzinfo=timezone(timedelta(hours=-6)))


@pytest.fixture
def step():
    """Makes a step; ``number`` is how many hours after the first it happened."""

    def make(
        number: int, files=None, author="amina-yusuf", delete=(), co_authors=(), message="Subject\n"
    ) -> Step:
        content = {path: text.encode() for path, text in (files or {}).items()}
        at = START + timedelta(hours=number)
        return Step(
            f"2026-10-05-step-{number}", author, at, message, tuple(co_authors), tuple(delete), content
        )

    return make


@pytest.fixture
def people() -> dict[str, str]:
    """Names by id."""
    return {"amina-yusuf": "Amina Yusuf", "ben-okafor": "Ben Okafor", "rosa-diaz": "Rosa Díaz"}
