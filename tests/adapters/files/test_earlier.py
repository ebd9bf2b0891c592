"""Earlier texts are read like today's, or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from proofolio.adapters.files.earlier import read_text, read_texts
from proofolio.adapters.files.tree import SourceFile
from proofolio.core.model.digest import blob_of

GOOD = b"---\ntitle: A title\nstatus: submitted\n---\n## Context\nText.\n"


@pytest.mark.parametrize("data", [GOOD, b"\xef\xbb\xbf" + GOOD, GOOD.replace(b"\n", b"\r\n")])
def test_front_matter_and_body_come_apart(data: bytes) -> None:
    text = read_text(data)
    assert text is not None
    assert text.data == {"title": "A title", "status": "submitted"}
    assert text.body == "## Context\nText.\n"


ILLEGIBLE = {
    "no front matter": b"Text.",
    "never closed": b"---\ntitle: A\n",
    "not YAML": b"---\ntitle: [\n---\nText.",
    "a key twice": b"---\ntitle: A\ntitle: B\n---\nText.",
    "a list": b"---\n- a\n---\nText.",
    "not UTF-8": GOOD.replace(b"Text", b"\xff"),
    "hidden characters": GOOD.replace(b"Text", "\u202e".encode()),
    "an endless line": GOOD + b"a" * 6_000,
    "too large": GOOD + b"a\n" * 200_000,
    "empty": b"",
}


@pytest.mark.parametrize("data", ILLEGIBLE.values(), ids=ILLEGIBLE)
def test_what_is_not_sound_is_no_text(data: bytes) -> None:
    assert read_text(data) is None


def test_what_was_read_already_is_not_asked_for(tmp_path: Path) -> None:
    blob = blob_of(GOOD)
    present = {blob: SourceFile("portfolios/a/b/index.md", len(GOOD), blob, GOOD)}
    assert set(read_texts(tmp_path, [blob, "0" * 40], present)) == {blob}
