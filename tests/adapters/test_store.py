"""What is kept between builds: whole or not at all, and not for ever."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from proofolio.adapters.store import Store

DAY = 24 * 60 * 60


@pytest.mark.parametrize("broken", [b"", b"PK\x03\x04 half"])
def test_a_kept_part_that_is_broken_is_as_if_there_were_none(tmp_path: Path, broken: bytes) -> None:
    store = Store(tmp_path)
    store.keep("key", {"a": b"1"})
    assert store.find("key") == {"a": b"1"}
    (tmp_path / "key.zip").write_bytes(broken)
    assert store.find("key") is None


def test_a_store_that_cannot_be_written_is_no_reason_to_stop(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    Store(tmp_path / "file" / "below").keep("key", {"a": b"1"})
    assert Store(tmp_path / "file" / "below").find("key") is None


def test_what_nobody_asked_for_in_a_month_is_forgotten_by_the_next_build(tmp_path: Path) -> None:
    before = Store(tmp_path)
    for name in ("asked-for", "forgotten", "younger"):
        before.keep(name, {"a": b"1"})
    (tmp_path / "half.new").write_bytes(b"a build that was broken off")
    for name, days in {"asked-for.zip": 40, "forgotten.zip": 31, "younger.zip": 29, "half.new": 31}.items():
        os.utime(tmp_path / name, (time.time() - days * DAY,) * 2)
    now = Store(tmp_path)
    assert now.find("asked-for") == {"a": b"1"}
    now.keep("new", {"a": b"2"})
    assert sorted(each.name for each in tmp_path.iterdir()) == ["asked-for.zip", "new.zip", "younger.zip"]
