"""The search's indexes: the same each time, parted so that little is made anew, and without surprises."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from proofolio.adapters.searching import finder as finding
from proofolio.adapters.searching import service
from proofolio.adapters.searching.bucket import GUIDES, MOST, buckets
from proofolio.adapters.searching.entry import FIRST_WORDS, entry
from proofolio.adapters.searching.finder import FOLDER, Finder, scripts
from proofolio.adapters.searching.settled import settled
from proofolio.core.diagnostics.error import ProofolioError
from proofolio.core.publishing.record import HELP, Record
from proofolio.core.publishing.views.filter import FilterTag


def record(number: int, home: str = "") -> Record:
    tags = (FilterTag("kind", ("work",)), FilterTag("competency", ("a/x", f"a/{number % 5}", "a/z")))
    return Record(f"p/{number}/index.md", f"Title {number}", "work", "Ann", "Words", ("More",), tags, home)


def url(uri: str) -> str:
    return uri.removesuffix("index.md")


def built(root: Path, *records: Record) -> dict[str, bytes]:
    finder = Finder(root, "en")
    finder.learn(records)
    return finder.files(url)


def test_the_same_pages_give_the_same_bytes_whatever_their_order(tmp_path: Path) -> None:
    some = [record(number) for number in range(40)]
    first = built(tmp_path / "one", *some)
    for number in range(3):
        assert built(tmp_path / f"again{number}", *reversed(some)) == first


def test_the_site_gets_what_it_needs_and_none_of_the_ready_made_interfaces(tmp_path: Path) -> None:
    names = {path.removeprefix(FOLDER).split(".")[0].split("/")[-1] for path in built(tmp_path, record(1))}
    assert {"find", "pagefind", "wasm", "pagefind-entry"} <= names
    assert not [path for path in built(tmp_path, record(1)) if "ui" in path.rsplit("/", 1)[-1]]
    programs = [path for path in built(tmp_path, record(1)) if "/wasm." in path]
    assert programs == [f"{FOLDER}0/wasm.en.pagefind"]


def test_an_index_that_is_there_from_before_is_not_made_again(tmp_path: Path) -> None:
    first = Finder(tmp_path, "en")
    first.learn([record(1)])
    made = first.files(url)
    again = Finder(tmp_path, "en")
    again.learn([record(1)])
    assert again.files(url) == made
    assert (first.made, again.made) == (1, 0)
    other = Finder(tmp_path, "en")
    other.learn([record(1), record(2)])
    other.files(url)
    assert other.made == 1


def test_an_edit_has_one_index_made_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("proofolio.adapters.searching.bucket.MOST", 20)
    people = [record(number, f"portfolios/p{number}/") for number in range(70)]
    before = Finder(tmp_path, "en")
    before.learn(people)
    before.files(url)
    assert before.made == 4
    after = Finder(tmp_path, "en")
    after.learn([*people[1:], record(500, "portfolios/p0/")])
    files = after.files(url)
    assert after.made == 1
    told = json.loads(files[f"{FOLDER}find.json"])
    assert told["indexes"] == ["0", "1", "2", "3"]
    assert len([path for path in files if "/wasm." in path]) == 1, "all indexes share one program"


def test_where_somebody_is_depends_on_nobody_else() -> None:
    some = [record(number, f"portfolios/p{number}/") for number in range(60)]
    everybody = buckets(some)
    assert list(everybody) == ["0"]
    assert [each.uri for each in everybody["0"]] == sorted(each.uri for each in some)
    many = [record(number, f"portfolios/p{number}/") for number in range(MOST + 1)]
    first, fewer = buckets(many), buckets([*many[1:], record(9_999_999, "portfolios/new/")])
    place = {each.home: name for name, found in first.items() for each in found}
    assert all(
        place[each.home] == name for name, found in fewer.items() for each in found if each.home in place
    )
    assert min(len(each) for each in first.values()) > MOST // 3


def test_the_handbook_is_apart_and_weighs_less() -> None:
    guide = Record("guides/teacher.md", "For teachers", HELP)
    assert list(buckets([guide, record(1, "portfolios/p1/"), record(2)])) == ["0", GUIDES]
    worker = scripts()[f"{FOLDER}worker.js"].decode()
    assert f'name === "{GUIDES}" ? {{ indexWeight: 0.3 }}' in worker


def test_a_help_page_is_found_by_its_words(tmp_path: Path) -> None:
    finder = Finder(tmp_path, "en")
    finder.help("guides/teacher.md", "For teachers", "How to begin.")
    fragment = next(data for path, data in finder.files(url).items() if path.endswith(".pf_fragment"))
    told = json.loads(gzip.decompress(fragment).removeprefix(b"pagefind_dcd"))
    assert told["content"] == "How to begin."
    assert told["filters"] == {"kind": ["help"]}


def test_only_the_first_words_go_in_and_the_names_always() -> None:
    made = entry(record(1), "p/1/", "word " * 500)
    assert len(made.content.split()) <= FIRST_WORDS + 2
    assert made.content.endswith("· More")
    assert made.meta == {"title": "Title 1", "kind": "work", "by": "Ann"}


def test_without_the_program_there_are_words_for_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing() -> tuple[Path, str]:
        raise ProofolioError("Pagefind, which makes the search, is not installed", "install it")

    monkeypatch.setattr(finding, "program", missing)
    trouble = Finder(tmp_path, "en").trouble()
    assert trouble == "Pagefind, which makes the search, is not installed: install it"
    assert Finder.trouble(Finder(tmp_path, "en")) is not None


def test_a_program_that_does_not_run_is_told_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wrong = tmp_path / "pagefind"
    wrong.write_text("no program")
    wrong.chmod(0o755)
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", str(wrong))
    service.program.cache_clear()
    try:
        assert "does not run here" in str(Finder(tmp_path, "en").trouble())
    finally:
        service.program.cache_clear()


def test_a_form_that_is_not_known_is_left_as_it_is() -> None:
    files = {"filter/en_1.pf_filter": b"nothing of the kind", "pagefind-entry.json": b"{}"}
    assert settled(files) == files
