"""CASE packages become frameworks; whatever has no place is kept and told."""

from __future__ import annotations

from itertools import pairwise

import pytest
from tests.core.converting.case.builders import (
    DAY,
    association,
    below,
    criterion,
    item,
    link,
    package,
    rubric,
    small,
    uri,
    uuid,
)

from proofolio.core.converting.case.read import read
from proofolio.core.converting.imported import Imported
from proofolio.core.converting.trouble import Unreadable
from proofolio.core.model.competency import Alignment, Competency
from proofolio.core.model.framework import Framework


def one(data: object) -> Imported:
    (found,) = read(data)
    return found


def framework(data: object) -> Framework:
    return one(data).framework


def accounted(found: Imported) -> int:
    """Every association of a report: what it became, and what was kept of it."""
    kinds = ("places in the tree", "prerequisites", "related competencies", "alignments", "exemplars",
             "replacements")  # fmt: skip
    made = sum(count for name, count in found.report.made.items() if name in kinds)
    return made + sum(each.count for each in found.report.notes if each.what.startswith("associations '"))


def test_a_package_becomes_a_framework() -> None:
    found = one(small())
    made = found.framework
    assert (made.id, made.title, made.version) == ("example-standards", "Example standards", DAY[:10])
    assert made.provenance is not None
    assert (made.provenance.publisher, made.provenance.url) == ("Example Board", uri("document"))
    assert [(each.id, each.title) for each in made.domains] == [
        ("planning", "Planning"),
        ("teaching", "Teaching"),
    ]
    assert [(each.id, each.domain, each.code) for each in made.competencies.values()] == [
        ("p-1", "planning", "P.1"), ("p-2", "planning", "P.2"), ("listen", "teaching", None),
    ]  # fmt: skip
    units, pace, listen = made.competencies.values()
    assert (units.title, units.statement) == ("Plan units", "Plans units with care.")
    assert pace.title == "P.2 Paces each unit."
    assert (pace.prerequisites, pace.related) == (("p-1",), ("listen",))
    assert listen.indicators == {"leaves-time-to-answer": "Leaves time to answer."}
    assert listen.alignments == (Alignment("standards.example.org", "elsewhere", "exact"),)
    assert [each.title for each in made.levels] == ["Beginning", "Developing", "Proficient", "Leading"]
    assert made.mastery is not None
    assert made.mastery.id == "proficient"
    assert list(pace.rubric.criteria) == ["pace", "choice"]
    assert pace.rubric.criteria["pace"].descriptors["leading"] == "Pace at Leading."
    assert accounted(found) == found.report.held["associations"] == 10
    assert any(
        "1 associations lead to something" in each and uuid("elsewhere") in each
        for each in found.report.warnings
    )


def test_what_has_no_place_is_kept_as_it_came() -> None:
    made = framework(small())
    kept = made.competencies["p-1"].kept["case"]
    assert (kept["identifier"], kept["uri"]) == (uuid("b"), uri("b"))
    assert (kept["notes"], kept["conceptKeywords"], kept["educationLevel"]) == ("Mind.", ["planning"], ["KG"])
    assert kept["fullStatement"] == "Plans **units** with <em>care</em>."
    assert made.domains[0].kept["case"]["CFItemType"] == "Strand"
    (odd,) = made.competencies["listen"].kept["case"]["associations"]
    assert odd["associationType"] == "hasSkillLevel"
    assert made.kept["case"]["definitions"]["CFSubjects"][0]["title"] == "maths"


def test_a_flat_list_is_competencies_without_a_domain() -> None:
    made = framework(package([item("a"), item("b")], below("document", "a", "b")))
    assert made.domains == ()
    assert [each.domain for each in made.competencies.values()] == [None, None]


def test_the_type_may_say_that_the_top_is_a_competency_or_a_domain() -> None:
    items = [item("a", CFItemType="Competency"), item("b"), item("d", CFItemType="Domain")]
    made = framework(package(items, [*below("document", "a", "d"), *below("a", "b")]))
    assert [each.id for each in made.domains] == ["says-what-d-is-about"]
    (only,) = made.competencies.values()
    assert len(only.indicators) == 1


def test_what_lies_deeper_is_an_indicator_and_remembers_its_place() -> None:
    names = ("d", "c", "i", "j", "k")
    chain = [
        each
        for parent, child in zip(("document", *names), names, strict=False)
        for each in below(parent, child)
    ]
    found = one(package([item(each, each.upper()) for each in names], chain))
    (only,) = found.framework.competencies.values()
    assert only.indicators == {"i": "I", "j": "J", "k": "K"}
    assert only.kept["indicators"]["k"]["case"]["below"] == "j"
    assert any(
        each.what == "items deeper than three levels" and each.count == 2 for each in found.report.notes
    )


def test_order_follows_the_numbers_and_then_the_file() -> None:
    items = [item("c"), item("x", "X"), item("y", "Y"), item("z", "Z")]
    places = [
        *below("document", "c"),
        association("isChildOf", "x", "c"),
        association("isChildOf", "y", "c", sequenceNumber=7),
        association("isChildOf", "z", "c", sequenceNumber=2),
    ]
    items[0]["CFItemType"] = "Competency"
    (only,) = framework(package(items, places)).competencies.values()
    assert list(only.indicators.values()) == ["Z", "Y", "X"]


def test_several_parents_circles_and_the_unplaced_are_told() -> None:
    items = [item(each, each.upper()) for each in ("d", "e", "a", "p", "q", "lost")]
    places = [
        *below("document", "d", "e"),
        *below("d", "a"),
        *below("e", "a"),
        association("isChildOf", "p", "q"),
        association("isChildOf", "q", "p"),
        association("isChildOf", "lost", "lost"),
    ]
    found = one(package(items, places))
    assert found.framework.competencies["a"].domain == "d"
    assert {each.id for each in found.framework.domains} >= {"d", "p"}
    told = " ".join(found.report.warnings)
    assert "1 items stand below themselves" in told
    assert f"1 items are placed by nothing, and stand at the top: {uuid('lost')}" in told
    assert accounted(found) == len(places)
    total = (
        found.report.made["domains"]
        + found.report.made["competencies"]
        + found.report.made.get("indicators", 0)
    )
    assert total == len(items)


@pytest.mark.parametrize(
    ("kind", "origin", "destination", "where"),
    [
        ("precedes", "a", "gone", "kept"),
        ("precedes", "gone", "a", "kept"),
        ("precedes", "d", "a", "kept"),
        ("precedes", "a", "a", "kept"),
        ("isPartOf", "a", "b", "kept"),
        ("ext:odd", "a", "b", "kept"),
        ("exactMatchOf", "d", "gone", "kept"),
        ("exactMatchOf", "a", "gone", "alignments"),
        ("isTranslationOf", "a", "b", "alignments"),
        ("isRelatedTo", "a", "gone", "alignments"),
        ("isRelatedTo", "a", "b", "related competencies"),
        ("isPeerOf", "a", "b", "related competencies"),
        ("replacedBy", "a", "b", "replacements"),
        ("exemplar", "a", "film", "exemplars"),
    ],
)
def test_every_kind_of_association_has_a_place(kind: str, origin: str, destination: str, where: str) -> None:
    items = [item("d", "D"), item("a", "A"), item("b", "B")]
    one_more = association(kind, origin, destination)
    found = one(package(items, [*below("document", "d"), *below("d", "a", "b"), one_more]))
    assert accounted(found) == 4
    if where == "kept":
        assert (
            sum(each.count for each in found.report.notes if each.what.startswith(f"associations '{kind}'"))
            == 1
        )
    else:
        assert found.report.made[where] == 1


def test_a_circle_of_prerequisites_is_not_closed() -> None:
    circle = [association("precedes", "a", "b"), association("precedes", "b", "a")]
    found = one(package([item("a", "A"), item("b", "B")], [*below("document", "a", "b"), *circle]))
    assert found.report.made["prerequisites"] == 1
    assert accounted(found) == 4


def test_packages_of_one_file_may_lead_into_each_other() -> None:
    first = package([item("a", "A")], [*below("document", "a"), association("exactMatchOf", "a", "b")])
    second = package(
        [item("b", "B")], below("other", "b"), document={"identifier": uuid("other"), "uri": uri("other")}
    )
    left, right = (each.framework for each in read({"CFPackages": [first, second]}))
    assert (left.id, right.id) == ("example-standards", "example-standards-2")
    assert left.competencies["a"].alignments == (Alignment("example-standards-2", "b", "exact"),)


def of(*criteria: object) -> Imported:
    items = [item("d", "D"), item("a", "A"), item("b", "B"), item("i", "I")]
    places = [*below("document", "d"), *below("d", "a", "b"), *below("a", "i")]
    return one(package(items, places, rubric(*criteria)))  # type: ignore[arg-type]


def rubric_of(found: Imported, name: str = "a") -> Competency:
    return found.framework.competencies[name]


def test_the_most_common_scale_is_the_frameworks_and_the_others_are_kept() -> None:
    found = of(criterion("One", "a"), criterion("Two", "b"), criterion("Three", "a", ("No", "Yes")))
    assert len(found.framework.levels) == 4
    assert list(rubric_of(found).rubric.criteria) == ["one"]
    (kept,) = found.framework.kept["case"]["rubrics"]
    assert [each["category"] for each in kept["CFRubricCriteria"]] == ["Three"]
    assert any(each.what == "criteria on another scale than most" for each in found.report.notes)


def test_a_criterion_may_be_about_an_indicator_or_share_its_neighbours() -> None:
    found = of(criterion("One", "i"), criterion("Two", None))
    assert list(rubric_of(found).rubric.criteria) == ["i", "two"]


@pytest.mark.parametrize("about", ["d", "gone"])
def test_a_criterion_about_nothing_that_is_rated_is_kept(about: str) -> None:
    found = of(criterion("One", about))
    assert found.report.made.get("criteria", 0) == 0
    assert len(found.framework.kept["case"]["rubrics"][0]["CFRubricCriteria"]) == 1


def test_levels_that_say_nothing_or_the_same_make_no_rubric() -> None:
    same = criterion("One", "a")
    for each in same["CFRubricCriterionLevels"]:
        each["description"] = "Same."
    empty = criterion("Two", "a")
    empty["CFRubricCriterionLevels"][1]["description"] = None
    found = of(same, empty)
    assert rubric_of(found).rubric.criteria == {}
    assert [each.title for each in found.framework.levels] == [
        "Emerging",
        "Developing",
        "Proficient",
        "Exemplary",
    ]
    assert any(each.count == 2 and "not described" in each.what for each in found.report.notes)


def test_without_scores_the_positions_order_the_levels() -> None:
    row = criterion("One", "a", ("Low", "High"))
    for each in row["CFRubricCriterionLevels"]:
        del each["score"]
        each["position"] = 1 if each["quality"] == "Low" else 2
    row["CFRubricCriterionLevels"].reverse()
    assert [each.id for each in of(row).framework.levels] == ["low", "high"]


@pytest.mark.parametrize(
    ("statement", "title", "said"),
    [
        ("a < b & <b>c</b>", "a ‹ b & c", "a < b & c"),
        ("## Head\n* one\n* two", "Head • one • two", "Head • one • two"),
        (
            "See [this](https://a.example/x).",
            "See this (https://a.example/x).",
            "See this (https://a.example/x).",
        ),
        ("word " * 40, ("word " * 15).strip() + "...", ("word " * 40).strip()),
        ("tab\there​\x0b", "tab here​", "tab here​"),
        ("", "Untitled", ""),
        (17, "17", "17"),
        (None, "Untitled", ""),
    ],
)
def test_statements_become_plain_text(statement: object, title: str, said: str) -> None:
    (only,) = framework(
        package([item("a") | {"fullStatement": statement}], below("document", "a"))
    ).competencies.values()
    assert (only.title, only.statement) == (title, said)


def test_ids_are_unique_and_legal_whatever_the_words() -> None:
    names = ["Same", "Same", "数学", "", "framework", "x" * 90]
    items = [item(f"n{at}", each) for at, each in enumerate(names)]
    made = framework(package(items, below("document", *(f"n{at}" for at in range(len(names))))))
    assert len(made.competencies) == len(names)
    assert {"same", "same-2", "framework-2", "x" * 64} <= made.competencies.keys()


def test_older_and_sloppy_exports_are_read() -> None:
    sloppy = item(
        "a", educationalLevel="06,07", lastChangeDateTime="2017-05-25T18:05:33", CFDocumentURI="x", notes=None
    )
    place = association("isChildOf", "a", "document", sequenceNumber="1")
    found = one(package([sloppy], [place, "nonsense", None]))  # type: ignore[list-item]
    (only,) = found.framework.competencies.values()
    assert only.kept["case"]["educationLevel"] == ["06", "07"]
    assert only.kept["case"]["lastChangeDateTime"] == "2017-05-25T18:05:33Z"
    told = " ".join(found.report.warnings)
    assert "1 dates of the last change have no time zone" in told
    assert "CFDocumentURI (1)" in told


def test_links_by_uri_alone_and_items_without_identifier_are_found() -> None:
    items = [item("a", "A"), item("b", "B")]
    for each in items:
        del each["identifier"]
    places = [
        {"associationType": "isChildOf", "originNodeURI": uri("b"), "destinationNodeURI": {"uri": uri("a")}}
    ]
    made = framework(package(items, places))
    assert [each.id for each in made.domains] == ["a"]
    assert list(made.competencies) == ["b"]


def test_an_identifier_that_stands_twice_is_told_and_kept() -> None:
    found = one(package([item("a", "A"), item("a", "Other")], below("document", "a")))
    assert found.report.held["items"] == 2
    assert any(each.what == "items with the identifier of another" for each in found.report.notes)
    assert found.framework.kept["case"]["items"][0]["fullStatement"] == "Other"


@pytest.mark.parametrize(
    "data", [None, [], {}, {"CFItems": []}, {"CFDocument": "x"}, "text", 7, [{"CFDocument": None}]]
)
def test_what_is_no_package_is_refused_in_words(data: object) -> None:
    with pytest.raises(Unreadable, match="no CASE framework"):
        read(data)


@pytest.mark.parametrize(
    "data",
    [
        {"CFDocument": {}},
        {
            "CFDocument": {"title": 3},
            "CFItems": [{}, {"identifier": []}],
            "CFAssociations": [{}, {"associationType": 3}],
        },
        {
            "CFDocument": {},
            "CFItems": {"identifier": "x"},
            "CFRubrics": [{"CFRubricCriteria": [{"CFItemURI": 3}]}],
        },
        {
            "CFDocument": {"extensions": [1, {"proofolio": 3}]},
            "CFDefinitions": {"CFItemTypes": 3, "x": [None]},
        },
        {
            "CFDocument": {
                "extensions": {"proofolio": {"levels": [{"id": "a"}, {"id": "a"}], "sets": 3, "source": 3}}
            }
        },
    ],
)
def test_odd_shapes_never_stop_the_reader(data: object) -> None:
    assert framework(data).levels


def test_a_very_deep_tree_is_read() -> None:
    names = [f"n{at}" for at in range(1000)]
    places = [association("isChildOf", names[0], "document")]
    places += [association("isChildOf", child, parent) for parent, child in pairwise(names)]
    (only,) = framework(package([item(each) for each in names], places)).competencies.values()
    assert len(only.indicators) == 998


def test_links_are_never_mistaken_for_addresses() -> None:
    bad = association(
        "exemplar", "a", "film", destinationNodeURI={**link("film"), "uri": "javascript:alert(1)"}
    )
    found = one(package([item("a", "A")], [*below("document", "a"), bad]))
    assert found.framework.competencies["a"].exemplars == ()
    assert accounted(found) == 2


def test_what_is_cut_beside_or_of_no_form_has_a_line() -> None:
    data = small() | {"top": "text"}
    data["CFItems"] = [*data["CFItems"], "a text", item("long", abbreviatedStatement="w " * 300)]
    told = {each.what: each.count for each in one(data).report.notes}
    assert told["titles and codes that are longer than titles are here"] == 1
    assert told["“top” beside the document"] == 1
    assert told["entries of lists that are no objects, or lists that are none"] == 1


def test_no_id_is_one_that_some_computers_cannot_store() -> None:
    found = framework(small() | {"CFDocument": small()["CFDocument"] | {"title": "Con"}})
    assert found.id == "con-2"
