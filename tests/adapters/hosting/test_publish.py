"""Publishing a built site: looked over first, then all at once; the old one stays until then."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections import namedtuple
from pathlib import Path

import pytest
from click.testing import CliRunner

from proofolio.adapters.hosting import exchange as module
from proofolio.adapters.hosting.exchange import exchange
from proofolio.adapters.hosting.verify import verify
from proofolio.adapters.rendering.policy import insert, policy
from proofolio.cli.main import main
from proofolio.core.diagnostics.error import ProofolioError

PAGE = insert("<!doctype html><html><head><title>x</title></head><body>new</body></html>", policy())


@pytest.fixture
def built(tmp_path: Path) -> Path:
    folder = tmp_path / "built"
    (folder / "people").mkdir(parents=True)
    for name in ("index.html", "404.html", "people/index.html"):
        (folder / name).write_text(PAGE, encoding="utf-8")
    (folder / "people" / "photo.png").write_bytes(b"png")
    return folder


@pytest.fixture
def target(tmp_path: Path) -> Path:
    folder = tmp_path / "www" / "site"
    folder.mkdir(parents=True)
    (folder / "index.html").write_text("old", encoding="utf-8")
    return folder


def state(folder: Path) -> dict[str, bytes]:
    return {str(each.relative_to(folder)): each.read_bytes() for each in folder.rglob("*") if each.is_file()}


def test_a_site_is_measured(built: Path) -> None:
    extent = verify(built)
    assert (extent.pages, extent.files, extent.size) == (3, 4, 3 * len(PAGE.encode()) + 3)


def test_the_real_site_is_fit(site: Path) -> None:
    assert verify(site).pages > 40


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("bare.html", "<html><head></head></html>", "bare.html has no security policy"),
        ("late.html", PAGE.replace("<head>", "<head><script>1</script>"), "late.html has no security policy"),
        ("upload.HTM", "<script>1</script>", "upload.HTM has no security policy"),
        ("weak.html", PAGE.replace("default-src 'none'", "default-src *"), "weak.html has no security"),
    ],
)
def test_a_page_without_the_policy_is_refused(built: Path, name: str, content: str, words: str) -> None:
    (built / name).write_text(content, encoding="utf-8")
    with pytest.raises(ProofolioError, match=words):
        verify(built)


def test_links_and_pipes_are_refused(built: Path) -> None:
    (built / "secret").symlink_to("/etc/hostname")
    (built / "folder").symlink_to("people")
    os.mkfifo(built / "pipe")
    with pytest.raises(ProofolioError, match=r"folder is no ordinary file; pipe is no .*; secret is no"):
        verify(built)


def test_a_file_beyond_all_measure_is_refused(built: Path) -> None:
    with (built / "film.mp4").open("wb") as stream:
        stream.truncate(101 * 1024 * 1024)
    with pytest.raises(ProofolioError, match=r"film\.mp4 is larger than 100 MiB"):
        verify(built)


def test_what_is_no_site_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ProofolioError, match="no index"):
        verify(tmp_path)


def test_the_new_site_takes_the_place_of_the_old(built: Path, target: Path) -> None:
    result = CliRunner().invoke(main, ["publish", str(built), str(target)])
    assert result.exit_code == 0, result.output
    assert "3 pages, 4 files" in result.output
    assert state(target) == state(built)
    assert sorted(each.name for each in target.parent.iterdir()) == [".site.lock", "site"]


def test_a_bad_site_leaves_the_old_one(built: Path, target: Path) -> None:
    (built / "bare.html").write_text("<p>", encoding="utf-8")
    before = state(target)
    assert CliRunner().invoke(main, ["publish", str(built), str(target)]).exit_code == 2
    assert state(target) == before


@pytest.mark.parametrize("there", [True, False])
def test_without_an_exchange_in_one_step(
    built: Path, target: Path, monkeypatch: pytest.MonkeyPatch, there: bool
) -> None:
    monkeypatch.setattr(module, "_swapped", lambda *_: False)
    if not there:
        (target / "index.html").unlink()
        target.rmdir()
    exchange(built, target, 1)
    assert state(target) == state(built)


def test_a_failure_between_the_steps_puts_the_old_one_back(
    built: Path, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_swapped", lambda *_: False)
    rename, before = os.rename, state(target)

    def fail(source: Path, goal: Path) -> None:
        if source.name == ".site.coming":
            raise OSError(5, "Input/output error")
        rename(source, goal)

    monkeypatch.setattr(module.os, "rename", fail)
    with pytest.raises(ProofolioError, match="could not be copied"):
        exchange(built, target, 1)
    assert state(target) == before


def test_a_run_that_was_killed_between_the_steps_is_mended(built: Path, target: Path) -> None:
    target.rename(target.with_name(".site.going"))
    (built / "more.txt").write_text("x", encoding="utf-8")
    exchange(built, target, 1)
    assert state(target) == state(built)


def test_a_full_disk_is_said_before_anything_is_done(
    built: Path, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(module.shutil, "disk_usage", lambda _: usage(10, 10, 10))
    before = state(target)
    with pytest.raises(ProofolioError, match="not enough room"):
        exchange(built, target, 1)
    assert state(target) == before


def test_two_at_once_are_kept_apart(built: Path, target: Path) -> None:
    with module._alone(target.absolute()), pytest.raises(ProofolioError, match="another run"):
        exchange(built, target, 1)


def test_a_link_as_target_is_refused(built: Path, target: Path, tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(target)
    with pytest.raises(ProofolioError, match="not a folder"):
        exchange(built, link, 1)


def test_killed_at_any_moment_the_site_is_whole(built: Path, target: Path) -> None:
    for number in range(300):
        (built / f"{number}.txt").write_text("x" * 2000, encoding="utf-8")
    program = (
        "import sys; from pathlib import Path; from proofolio.adapters.hosting.exchange import exchange\n"
        "print('go', flush=True)\n"
        "while True: exchange(Path(sys.argv[1]), Path(sys.argv[2]), 1)"
    )
    whole = (state(target), state(built))
    for moment in range(5):
        process = subprocess.Popen(
            [sys.executable, "-c", program, str(built), str(target)], stdout=subprocess.PIPE, text=True
        )
        assert process.stdout is not None
        process.stdout.readline()
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(0.02 + moment * 0.03)
        process.send_signal(signal.SIGKILL)
        process.wait()
        process.stdout.close()
        assert state(target) in whole
