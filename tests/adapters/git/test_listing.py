"""The names in a commit's folders: the same as on the disk, from one question."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.doors.pulls.district import WORK, Repository, build

from proofolio.adapters.files.proposal import names_on_disk
from proofolio.adapters.git.listing import names_at
from proofolio.core.diagnostics.error import ProofolioError

FOLDERS = (
    "portfolios",
    "portfolios/ada-moss",
    WORK,
    f"{WORK}/reviews",
    "portfolios/nobody",
    f"{WORK}/index.md",
)


@pytest.mark.parametrize("below", ["", "schools/district"])
def test_it_is_what_lies_on_the_disk(tmp_path: Path, below: str) -> None:
    made = build(tmp_path / "origin", below)
    made.link("portfolios/ada-moss/a-link", "..")
    made.write("portfolios/ada-moss/naïve – «x».txt")
    made.write("portfolios/ada-moss/.hidden")
    commit = made.commit()
    there, here = names_at(made.root, commit, "portfolios"), names_on_disk(made.root)
    for folder in FOLDERS:
        assert set(there(folder)) == set(here(folder)), folder
    assert there("portfolios/ada-moss/a-link") == frozenset()
    assert "a-link" in there("portfolios/ada-moss")


def test_a_commit_that_is_not_there(tmp_path: Path) -> None:
    made: Repository = build(tmp_path / "origin")
    with pytest.raises(ProofolioError, match="cannot list"):
        names_at(made.root, "a" * 40, "portfolios")
