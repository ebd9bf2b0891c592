"""What goes out comes back: our files through CASE, and CASE through our files."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.core.converting.case.builders import (
    association,
    below,
    criterion,
    item,
    package,
    rubric,
    small,
    uuid,
)
from tests.core.converting.case.frameworks import (
    SITE,
    competency,
    district,
    everything,
    framework,
    frameworks,
    row,
)
from tests.core.converting.case.rules import broken, objects

from proofolio.core.converting.case.read import read
from proofolio.core.converting.case.surroundings import Surroundings
from proofolio.core.converting.case.write import write
from proofolio.core.converting.settled import settled
from proofolio.core.model import case_identity
from proofolio.core.model.competency import Alignment
from proofolio.core.model.framework import Framework
from proofolio.core.model.history import History, Reach, Revision
from proofolio.core.model.identity import Identity
from proofolio.core.model.rubric import Rubric

DAY = "2026-11-22T00:00:00Z"
Json = dict[str, Any]


def written(given: Framework, *others: Framework, history: History | None = None) -> Json:
    made, _ = write(given, Surroundings.of(district(given, *others), history, DAY))
    return json.loads(json.dumps(made))


def bare(given: Framework) -> Framework:
    """The framework without what was kept of CASE: the one thing that a round trip adds."""

    def without(kept: Any) -> Json:
        return {name: value for name, value in kept.items() if name not in ("case", "indicators")}

    return replace(
        given,
        kept=without(given.kept),
        domains=tuple(replace(each, kept=without(each.kept)) for each in given.domains),
        competencies={
            key: replace(each, kept=without(each.kept)) for key, each in given.competencies.items()
        },
    )


def alike(given: Json) -> Json:
    """A package as far as the standard goes: without our extension and the order of its lists."""

    def tidy(thing: Json) -> Json:
        made = {name: value for name, value in thing.items() if name != "caseVersion"}
        told = made.pop("extensions", {})
        told = told[0] if isinstance(told, list) else dict(told)
        made |= told.pop("proofolio", {}).get("members", {})
        return made | ({"extensions": told} if told else {})

    return {
        f"{kind} {each['identifier']}": tidy(
            {k: v for k, v in each.items() if not k.startswith("CFRubricCriteri")}
        )
        for kind, each in objects(given)
    }


def test_everything_comes_back() -> None:
    lead = framework(competency("guide", "leading"), name="leading")
    given = everything()
    out = written(given, lead)
    assert broken(out) == []
    (back,) = read(out)
    assert bare(back.framework) == given
    assert written(back.framework, lead) == out
    assert written(read(written(back.framework))[0].framework, lead) == out, (
        "also where the other one is not kept"
    )


@settings(max_examples=30, deadline=None)
@given(frameworks())
def test_our_files_come_back_the_same(given: Framework) -> None:
    out = written(given)
    assert broken(out) == []
    names = [each["identifier"] for _, each in objects(out)]
    assert len(names) == len(set(names))
    (back,) = read(out)
    assert bare(back.framework) == replace(given, id=back.framework.id)
    assert back.framework.id == given.id
    assert written(back.framework) == out


def test_a_package_comes_back_as_it_was() -> None:
    given = small()
    (found,) = read(given)
    out = written(found.framework)
    assert broken(out) == []
    assert alike(out) == alike(given)
    assert out["CFDocument"]["caseVersion"] == "1.1"
    assert written(read(out)[0].framework) == out


TEXTS = st.sampled_from(
    ["A", "Does it.", "<p>Two<br>lines</p>", "*x* **y**", "a < b", "", " padded ", "Ä" * 90, "&amp;"]
)
ITEMS = st.fixed_dictionaries(
    {"fullStatement": TEXTS.filter(bool)},
    optional={
        "abbreviatedStatement": TEXTS.filter(bool), "notes": TEXTS.filter(bool), "language": st.just("en"),
        "humanCodingScheme": st.sampled_from(["A.1", "a", "<i>"]),
        "CFItemType": st.sampled_from(["Domain", "Cluster"]),
        "educationLevel": st.lists(st.sampled_from(["KG", "01"]), min_size=1),
        "extensions": st.just({"acme": {"deep": [1, {"x": "y"}]}}),
    },
)  # fmt: skip
KINDS = st.sampled_from(
    [
        "precedes",
        "isRelatedTo",
        "isPeerOf",
        "exactMatchOf",
        "isPartOf",
        "replacedBy",
        "exemplar",
        "ext:odd",
        "isChildOf",
    ]
)


@st.composite
def packages(draw: st.DrawFn) -> Json:
    names = [f"n{at}" for at in range(draw(st.integers(0, 7)))]
    items = [item(each) | draw(ITEMS) for each in names]
    places, seen = [], set()
    for at, each in enumerate(names):
        parent = draw(st.sampled_from(["document", "gone", *names[:at]]))
        places.append(association("isChildOf", each, parent, sequenceNumber=at))
        seen.add((each, parent, "isChildOf"))
    ends = st.sampled_from([*names, "document", "gone"])
    for origin, other, kind in draw(st.lists(st.tuples(ends, ends, KINDS), max_size=8)):
        if (origin, other, kind) not in seen:
            seen.add((origin, other, kind))
            places.append(association(kind, origin, other))
    rows = []
    for at in range(draw(st.integers(0, 3)) if names else 0):
        scale = draw(st.sampled_from([("No", "Yes"), ("Low", "Mid", "High"), ("Same", "Same")]))
        about = draw(st.sampled_from([*names, "gone", None]))
        rows.append(criterion(f"c{at}", about, scale, position=at + 1))
    return package(items, places, *([rubric(*rows)] if rows else []))


@settings(max_examples=80, deadline=None)
@given(packages())
def test_any_package_comes_back_with_all_it_held(given: Json) -> None:
    (found,) = read(given)
    out = written(found.framework)
    assert broken(out) == []
    assert alike(out) == alike(given)
    assert written(read(out)[0].framework) == out
    made = found.framework
    count = (
        len(made.domains)
        + len(made.competencies)
        + sum(len(each.indicators) for each in made.competencies.values())
    )
    assert count == len(given["CFItems"])


def test_identities_follow_from_the_address_and_never_change() -> None:
    given = framework(
        competency("pace", rubric=Rubric({"choice": row("choice")}), indicators={"see": "Sees."})
    )
    out = written(given)
    page = f"{SITE}/competencies/frameworks/teaching/pace/"
    ((pace, see),) = [out["CFItems"]]
    assert (pace["uri"], pace["identifier"]) == (page, str(uuid5(NAMESPACE_URL, page)))
    assert see["uri"] == f"{page}#indicator-see"
    (rows,) = [each["CFRubricCriteria"] for each in out["CFRubrics"]]
    assert [each["uri"] for each in rows] == [f"{page}#choice"]
    assert rows[0]["CFItemURI"]["identifier"] == pace["identifier"]
    assert next(each["uri"] for each in rows[0]["CFRubricCriterionLevels"]) == f"{page}#choice-starting"
    assert [each["score"] for each in rows[0]["CFRubricCriterionLevels"]] == [1, 2, 3]
    assert case_identity.package_uri(case_identity.of_framework(SITE, given)) == (
        f"ims/case/v1p1/CFPackages/{out['CFDocument']['identifier']}.json"
    )


def test_no_two_things_share_an_identity_however_they_are_called() -> None:
    rows = {each: row(each) for each in ("a", "a-secure", "rubric", "indicator-x")}
    given = framework(competency("pace", rubric=Rubric(rows), indicators={"x": "X.", "a": "A."}))
    names = [each["identifier"] for _, each in objects(written(given))]
    assert len(names) == len(set(names))


def test_edits_after_an_import_win_over_what_was_kept() -> None:
    (found,) = read(small())
    old = found.framework.competencies["p-1"]
    changed = replace(old, title="Plan", statement="Plans.", code="P.9")
    pace = replace(found.framework.competencies["p-2"], prerequisites=())
    given = replace(found.framework, title="New", version="2", competencies={**found.framework.competencies,
                    "p-1": changed, "p-2": pace})  # fmt: skip
    out = written(given)
    (said,) = [each for each in out["CFItems"] if each["identifier"] == uuid("b")]
    assert (said["abbreviatedStatement"], said["fullStatement"], said["humanCodingScheme"]) == (
        "Plan",
        "Plans.",
        "P.9",
    )
    assert (said["notes"], said["language"]) == ("Mind.", "en")
    assert (out["CFDocument"]["title"], out["CFDocument"]["version"]) == ("New", "2")
    assert not [each for each in out["CFAssociations"] if each["associationType"] == "precedes"]
    assert bare(read(out)[0].framework).competencies["p-1"].title == "Plan"


def revision(day: int) -> Revision:
    return Revision(f"{day:040}", datetime(2026, 5, day, 10, tzinfo=UTC), Identity("A", "a@example.org"), "s")


def test_git_tells_when_something_changed_unless_it_only_saw_it_come() -> None:
    given = framework(competency("pace"))
    (found,) = read(small())
    path, head = "competencies/frameworks/example-standards/p-1.yml", found.framework.source.file

    def days(made: Framework, by_path: dict[str, tuple[Revision, ...]]) -> tuple[str, str]:
        out = written(made, history=History(Reach.WHOLE, by_path))
        (first, *_) = [
            each
            for each in out["CFItems"]
            if each["identifier"] in (uuid("b"), out["CFItems"][0]["identifier"])
        ]
        said = [each for each in out["CFItems"] if each["identifier"] == uuid("b")] or [first]
        return out["CFDocument"]["lastChangeDateTime"], said[0]["lastChangeDateTime"]

    own = {
        given.source.file: (revision(1),),
        given.competencies["pace"].source.file: (revision(1), revision(2)),
    }
    assert days(given, own) == ("2026-05-01T10:00:00Z", "2026-05-02T10:00:00Z")
    assert days(given, {}) == (DAY, DAY)
    came = "2024-03-01T08:00:00Z"
    assert days(found.framework, {path: (revision(1),), head: (revision(1),)}) == (came, came)
    assert days(found.framework, {path: (revision(1), revision(3))}) == (came, "2026-05-03T10:00:00Z")


def test_alignments_lead_to_what_is_kept_here_or_has_an_address() -> None:
    there = competency("guide", "leading")
    own = competency(
        "pace",
        alignments=(
            Alignment("leading", "guide", "exact"),
            Alignment("asn", "https://asn.example.org/S1", "broader"),
            Alignment("intasc", "6", "exact"),
        ),
    )
    made, report = write(
        framework(own), Surroundings.of(district(framework(own), framework(there, name="leading")))
    )
    found = [each for each in made["CFAssociations"] if each["associationType"] != "isChildOf"]
    assert [(each["associationType"], each["destinationNodeURI"]["uri"]) for each in found] == [
        ("exactMatchOf", f"{SITE}/competencies/frameworks/leading/guide/"),
        ("isRelatedTo", "https://asn.example.org/S1"),
    ]
    assert any(each.what == "alignments without a web address" and each.count == 1 for each in report.notes)


def test_unlawful_things_find_a_lawful_place() -> None:
    bad = small()
    bad["CFItems"][2] |= {
        "identifier": "not-a-uuid",
        "statusStartDate": "someday",
        "licenseURI": {"uri": "x"},
    }
    bad["CFAssociations"] += [{"identifier": "z"}, association("odd kind!", "c", "a")]
    bad["CFDefinitions"]["CFItemTypes"] = [{"title": "T", "description": None}]
    (found,) = read(bad)
    out = written(found.framework)
    assert broken(out) == []
    again = written(read(out)[0].framework)
    assert broken(again) == []
    assert read(again)[0].framework == read(out)[0].framework
    kept = read(out)[0].framework.competencies["p-1"].kept["case"]
    assert (kept["identifier"], kept["statusStartDate"]) == ("not-a-uuid", "someday")


def test_places_are_numbered_and_below_the_right_thing() -> None:
    out = written(everything())
    by_name = {
        each["identifier"]: each.get("abbreviatedStatement") or each["fullStatement"]
        for each in out["CFItems"]
    }
    places = [
        (
            by_name[each["originNodeURI"]["identifier"]],
            each["destinationNodeURI"]["title"],
            each["sequenceNumber"],
        )
        for each in out["CFAssociations"]
        if each["associationType"] == "isChildOf"
    ]
    assert ("Hands", "Teaching", 1) in places
    assert ("Do plan", "Planning", 2) in places
    assert ("Looks twice.", "P.1", 2) in places
    assert ("Listens to all.", "Teaching", 4) in places


def test_the_first_place_of_an_item_is_kept_apart_from_the_second() -> None:
    given = package([item("d", "D"), item("e", "E"), item("a", "A")],
                    [*below("document", "d", "e"), *below("d", "a"), *below("e", "a")])  # fmt: skip
    out = written(read(given)[0].framework)
    assert alike(out) == alike(given)


def test_a_prerequisite_of_a_framework_that_is_not_here_goes_out_again() -> None:
    other = framework(competency("first", "other"), name="other")
    before = written(framework(competency("second", prerequisites=("other/first",))), other)
    (there,) = settled(read(before), {})
    assert there.framework.competencies["second"].prerequisites == ()
    after = written(there.framework)
    assert after["CFAssociations"] == before["CFAssociations"]


def test_one_that_no_association_came_with_has_a_line() -> None:
    lost = competency("second", kept={"unresolved": {"prerequisites": ["other/first"]}})
    _, report = write(framework(lost), Surroundings.of(district(framework(lost)), None, DAY))
    assert ("references to competencies that are not there", 1) in {
        (each.what, each.count) for each in report.notes
    }
