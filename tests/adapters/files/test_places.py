"""The path says what a file is."""

from __future__ import annotations

from datetime import date

import pytest

from proofolio.adapters.files.places import Kind, dated, is_id, place_of, renamed, where_instead


@pytest.mark.parametrize(
    ("path", "kind", "ids"),
    [
        ("competencies/issuer.yml", Kind.ISSUER, ()),
        ("competencies/frameworks/f/framework.yml", Kind.FRAMEWORK, ("f",)),
        ("competencies/frameworks/f/c.yml", Kind.COMPETENCY, ("f", "c")),
        ("competencies/micro-credentials/m.yml", Kind.MICRO_CREDENTIAL, ("m",)),
        ("competencies/pathways/p.yml", Kind.PATHWAY, ("p",)),
        ("competencies/courses/c.md", Kind.COURSE, ("c",)),
        ("competencies/renewal/r.yml", Kind.RENEWAL, ("r",)),
        ("competencies/recognitions/2026-10-05-r.md", Kind.RECOGNITION, ("2026-10-05-r",)),
        ("competencies/opportunities/o.yml", Kind.OPPORTUNITY, ("o",)),
        ("portfolios/roster.yml", Kind.ROSTER, ()),
        ("portfolios/ada/index.md", Kind.PROFILE, ("ada",)),
        ("portfolios/ada/self-assessments/2026-09-01.yml", Kind.SELF_ASSESSMENT, ("ada", "2026-09-01")),
        ("portfolios/ada/log/2026-09-01-x.md", Kind.LOG, ("ada", "2026-09-01-x")),
        ("portfolios/ada/credentials/m.json", Kind.CREDENTIAL, ("ada", "m")),
        ("portfolios/ada/unit/index.md", Kind.SUBMISSION, ("ada", "unit")),
        ("portfolios/ada/unit/reviews/2026-09-01-ben.md", Kind.REVIEW, ("ada", "unit", "2026-09-01-ben")),
        ("portfolios/ada/unit/plan.pdf", Kind.ARTIFACT, ("ada", "unit", "plan.pdf")),
        ("portfolios/ada/unit/deep/plan.pdf", Kind.ARTIFACT, ("ada", "unit", "deep/plan.pdf")),
        ("portfolios/ada/logbook/index.md", Kind.SUBMISSION, ("ada", "logbook")),
    ],
)
def test_every_place(path, kind, ids) -> None:
    place = place_of(path)
    assert place is not None
    assert (place.kind, place.ids) == (kind, ids)


@pytest.mark.parametrize(
    ("path", "hint"),
    [
        ("competencies/issuer.yaml", "rename it to issuer.yml"),
        ("competencies/frameworks/c.yml", "definitions belong in"),
        ("competencies/micro-credentials/sub/m.yml", "definitions belong in"),
        ("competencies/courses/c.yml", "definitions belong in"),
        ("portfolios/photo.png", "a folder of their own"),
        ("portfolios/ada/photo.png", "a folder of its own"),
        ("portfolios/ada/index.markdown", "rename it to index.md"),
        ("portfolios/ada/log/2026-09-01-x.md.txt", "rename it to 2026-09-01-x.md"),
        ("portfolios/ada/log/photo.png", "a folder of its own"),
        ("portfolios/ada/log/index.md.bak", "a folder of its own"),
        ("portfolios/ada/self-assessments/2026-09-01.yaml", "rename it to 2026-09-01.yml"),
        ("portfolios/ada/unit/reviews/x.txt", "a folder of its own"),
        ("portfolios/ada/unit/credentials/x.json", "a folder of its own"),
    ],
)
def test_what_has_no_place_is_told_where_it_belongs(path, hint) -> None:
    assert place_of(path) is None
    assert hint in where_instead(path)


@pytest.mark.parametrize(
    ("path", "better"), [("a/b.yaml", "a/b.yml"), ("b.md.txt", "b.md"), ("b.md", "b.md"), ("yaml", "yaml")]
)
def test_endings_that_are_meant(path, better) -> None:
    assert renamed(path) == better


@pytest.mark.parametrize("text", ["a", "a-b", "a1", "1", "open-questions-2", "x" * 64])
def test_ids(text) -> None:
    assert is_id(text)


@pytest.mark.parametrize(
    "text", ["", "A", "a_b", "a b", "-a", "a-", "a--b", "é", "a.b", "a/b", "x" * 65, "a\n", "١"]
)
def test_what_is_no_id(text) -> None:
    assert not is_id(text)


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("2026-10-05", (date(2026, 10, 5), None)),
        ("2026-10-05-rosa-diaz", (date(2026, 10, 5), "rosa-diaz")),
        ("2026-02-30", None),
        ("05-10-2026-x", None),
        ("2026-10-5", None),
        ("2026-10-05x", None),
        ("rosa-diaz-2026-10-05", None),
        ("٢٠٢٦-10-05", None),
    ],
)
def test_dates_in_names(name, found) -> None:
    assert dated(name) == found
