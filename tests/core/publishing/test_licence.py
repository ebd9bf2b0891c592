"""A licence leads to its words, or nowhere."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.core.publishing.builders import TODAY, district, page, site

from proofolio.core.publishing.licence import licence_address

COMMONS = "https://creativecommons.org"


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("CC-BY-4.0", f"{COMMONS}/licenses/by/4.0/"),
        ("cc-by-nc-sa-3.0", f"{COMMONS}/licenses/by-nc-sa/3.0/"),
        ("CC-BY-NC-ND-4.0", f"{COMMONS}/licenses/by-nc-nd/4.0/"),
        ("CC-BY-SA-3.0-AT", f"{COMMONS}/licenses/by-sa/3.0/at/"),
        ("CC0-1.0", f"{COMMONS}/publicdomain/zero/1.0/"),
        ("https://licences.example.org/own", "https://licences.example.org/own"),
        ("CC-BY", None),
        ("CC-BY-SA-ND-4.0", None),
        ("CC-BY-4.0 or later", None),
        ("All rights reserved", None),
        ("", None),
        (None, None),
    ],
)
def test_only_a_known_name_has_an_address(name: str | None, address: str | None):
    assert licence_address(name) == address


@pytest.mark.parametrize(
    ("name", "told"), [("CC-BY-4.0", f"{COMMONS}/licenses/by/4.0/"), ("Ask us first", None)]
)
def test_a_course_tells_search_engines_the_address(name: str, told: str | None):
    made = district()
    courses = {key: replace(each, licence=name) for key, each in made.courses.items()}
    shown = site(replace(made, courses=courses), today=TODAY)
    (key,) = courses
    about = page(shown, f"competencies/courses/{key}.md").head.graph
    assert [each.get("license") for each in about if each.get("@type") == "LearningResource"] == [told]
