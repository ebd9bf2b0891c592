"""What the search costs those who build it and those who use it: ``python -m tests.bench.search [PAGES …]``.

Seconds of processor time and the most memory of making all indexes, the same after one edit, what lies
on the disk, and the octets that a visitor's first search asks for: without the choices of the page that
searches, and with them. The words are made up, as often as words are in English (Zipf).
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

from proofolio.adapters.searching.finder import FOLDER, Finder, scripts
from proofolio.core.publishing.record import Record
from proofolio.core.publishing.views.filter import FilterTag

SIZES = (350, 3_500, 12_000)
WORDS, COMPETENCIES, SCHOOLS, EACH = 12_000, 60, 30, 8
MEBI = 1024


def main() -> None:
    """Run every size in a process of its own and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pages", nargs="*", type=int, default=list(SIZES))
    parser.add_argument("--one", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.one:
        print(json.dumps(measure(given.pages[0])))  # noqa: T201
        return
    found = {}
    for number in given.pages:
        command = [sys.executable, "-m", "tests.bench.search", str(number), "--one"]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        found[number] = json.loads(done.stdout.splitlines()[-1])
    print("".ljust(34), *(f"{number:>10}" for number in found))  # noqa: T201
    for name in next(iter(found.values())):
        print(name.ljust(34), *(f"{each[name]:>10,}" for each in found.values()))  # noqa: T201


def measure(pages: int) -> dict[str, float]:
    """The figures for so many pages."""
    everybody, texts = district(pages)
    with tempfile.TemporaryDirectory() as folder:
        first, files, made = build(Path(folder), everybody, texts)
        most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
        texts[everybody[-1].uri] = f"An edit {texts[everybody[-1].uri]}"
        again, _, edited = build(Path(folder), everybody, texts)
    base = {path.removeprefix(FOLDER): len(data) for path, data in files.items()}
    return {
        "indexes": made,
        "all indexes, CPU s": round(first, 2),
        "one edit, CPU s": round(again, 2),
        "indexes made after the edit": edited,
        "most memory of Pagefind, MiB": most // MEBI,
        "files": len(files),
        "octets on the disk": sum(base.values()),
        "octets, scripts and program": _scripts(files),
        "octets, descriptions": _sum(base, "pf_meta") + _sum(base, "entry.json"),
        "octets, a word (mean chunks)": _mean(base, "pf_index", made) + 10 * _mean(base, "pf_fragment", 1),
        "octets, a word (largest chunks)": _most(base, made) + 10 * _mean(base, "pf_fragment", 1),
        "octets, choices with counts": _sum(base, "pf_filter"),
    }


def build(root: Path, records: list[Record], texts: dict[str, str]) -> tuple[float, dict[str, bytes], int]:
    """CPU seconds, the files, and how many indexes were made."""
    finder = Finder(root, "en")
    finder.learn(records)
    for uri, text in texts.items():
        finder.read(uri, text)
    before = _spent()
    files = finder.files(lambda uri: uri.removesuffix("index.md"))
    return _spent() - before, files, finder.made


def district(pages: int) -> tuple[list[Record], dict[str, str]]:
    """Records of people with their work, eight pages each, and the text on them."""
    chance = random.Random(7)
    known = ["".join(chance.choices("aeiou" + "bcdfglmnprst", k=chance.randint(3, 10))) for _ in range(WORDS)]
    weights = [1 / (rank + 2) for rank in range(WORDS)]

    def words(number: int) -> str:
        return " ".join(chance.choices(known, weights, k=number))

    competencies = [(f"main/{number}", words(4)) for number in range(COMPETENCIES)]
    records, texts = [], {}
    for number in range(pages):
        person = number // EACH
        shown = chance.sample(competencies, 6 if number % EACH == 0 else 2)
        tags = (
            FilterTag("kind", ("person" if number % EACH == 0 else "work",)),
            FilterTag("competency", tuple(sorted(ref for ref, _ in shown))),
            FilterTag("level", (chance.choice(("Emerging", "Developing", "Proficient")),)),
            FilterTag("organization", (f"school-{person % SCHOOLS}",)),
        )
        home, uri = f"portfolios/p{person}/", f"portfolios/p{person}/{number}/index.md"
        names = tuple(title for _, title in shown)
        records.append(Record(uri, words(5), "work", words(6), words(15), names, tags, home))
        texts[uri] = words(300)
    return records, texts


def _spent() -> float:
    used = [resource.getrusage(each) for each in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)


def _scripts(files: dict[str, bytes]) -> int:
    """All that is fetched once, whatever is looked for; text as a server sends it."""
    own = {path: data for path, data in scripts().items() if not path.endswith("page.js")}
    fixed = {path: data for path, data in files.items() if path.endswith((".js", "find.json", ".pagefind"))}
    return sum(min(len(data), len(gzip.compress(data))) for data in (own | fixed).values())


def _sum(sizes: dict[str, int], ending: str) -> int:
    return sum(size for path, size in sizes.items() if path.endswith(ending))


def _mean(sizes: dict[str, int], ending: str, times: int) -> int:
    found = [size for path, size in sizes.items() if path.endswith(ending)]
    return round(times * sum(found) / len(found))


def _most(sizes: dict[str, int], indexes: int) -> int:
    found = sorted((size for path, size in sizes.items() if path.endswith("pf_index")), reverse=True)
    return sum(found[:indexes])


if __name__ == "__main__":
    main()
