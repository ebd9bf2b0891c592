"""Slips in the issuer's file, in frameworks and in competencies."""

from __future__ import annotations

from tests.doors.mutation import edit, gone, moved, put

ISSUER = "competencies/issuer.yml"

FRAMEWORK = "competencies/frameworks/foundational/framework.yml"

COMPETENCY = "competencies/frameworks/foundational/mastery-approach.yml"

PACING = "  pacing:\n    emerging: >-\n      The calendar"

ISSUERS = (
    edit("a misspelt key", ISSUER, "format: 1", "fromat: 1", "unknown-key"),
    edit("a format of the future", ISSUER, "format: 1", "format: 2", "unknown-format"),
    edit("a text for a number", ISSUER, "format: 1", 'format: "1"', "wrong-type"),
    edit("a fraction for a whole number", ISSUER, "format: 1", "format: 1.5", "wrong-type"),
    edit("a missing key", ISSUER, "id: cedar-valley\n", "", "missing-key", 1),
    edit("an id with capitals", ISSUER, "id: cedar-valley", "id: Cedar-Valley", "bad-id"),
    edit("an address without https", ISSUER, "url: https://", "url: ", "bad-address"),
    edit("an address that runs", ISSUER, "url: https://cedar", "url: javascript:cedar", "bad-address"),
    edit(
        "an address that no library splits",
        ISSUER,
        "https://cedar-valley.example.org",
        "http://[::1/",
        "bad-address",
    ),
    edit("a misspelt key within", ISSUER, "{name: Juniper", "{nmae: Juniper", "unknown-key"),
    edit("an extra key within", ISSUER, "Middle School}", "Middle School, town: X}", "unknown-key"),
    edit(
        "nothing within", ISSUER, "{name: Juniper Middle School}", "{}", "missing-key", "juniper-middle: {}"
    ),
    edit("a text for keys", ISSUER, "{name: Juniper Middle School}", "Juniper", "wrong-type"),
    edit(
        "within an unknown one",
        ISSUER,
        "Middle School}",
        "Middle School, within: valley-hihg}",
        "unknown-organization",
    ),
    edit(
        "within itself",
        ISSUER,
        "Middle School}",
        "Middle School, within: juniper-middle}",
        "organization-cycle",
    ),
    edit("a school misspelt", ISSUER, "  cedar-elementary:", "  cedar-elementry:", "unknown-organization"),
    edit(
        "a list for keys",
        ISSUER,
        "organizations:\n  cedar-elementary: {name: Cedar Elementary School}\n  juniper-middle: {name: Juniper Middle School}\n  valley-high: {name: Valley High School}",
        "organizations: [cedar]",
        "wrong-type",
    ),
    edit("a tab", ISSUER, "  juniper-middle:", "\tjuniper-middle:", "malformed-yaml"),
    edit("null", ISSUER, "name: Cedar Valley Unified School District", "name:", "wrong-type", "name:\nurl"),
    edit(
        "a school taken out",
        ISSUER,
        "  cedar-elementary: {name: Cedar Elementary School}\n",
        "",
        "unknown-organization",
        "organizations:",
    ),
    gone("no issuer", ISSUER, "missing-file"),
    put("an empty issuer", ISSUER, "", "not-a-mapping"),
    put("a list for an issuer", ISSUER, "- a\n- b\n", "not-a-mapping"),
    moved("another ending", ISSUER, "competencies/issuer.yaml", "misplaced-file"),
)

FRAMEWORKS = (
    edit("a misspelt key", FRAMEWORK, "title: F", "titel: F", "unknown-key"),
    edit("a number for text", FRAMEWORK, 'version: "2026.1"', "version: 2026.1", "wrong-type"),
    edit(
        "a text for keys",
        FRAMEWORK,
        "source:\n  title: Educator Competencies for Personalized, Learner-Centered Teaching (2015)\n  publisher: Jobs for the Future and the Council of Chief State School Officers\n",
        "source: Jobs\n",
        "wrong-type",
    ),
    edit("an extra key in the source", FRAMEWORK, "  publisher:", "  publischer:", "unknown-key"),
    edit(
        "a misspelt key in a level",
        FRAMEWORK,
        "{id: emerging, title:",
        "{id: emerging, titel:",
        "unknown-key",
    ),
    edit(
        "a level without title", FRAMEWORK, "{id: emerging, title: Emerging}", "{id: emerging}", "missing-key"
    ),
    edit("no mastery level", FRAMEWORK, ", mastery: true", "", "no-mastery-level", "levels:"),
    edit(
        "two mastery levels",
        FRAMEWORK,
        "title: Exemplary",
        "title: Exemplary, mastery: true",
        "several-mastery-levels",
    ),
    edit("mastery in other words", FRAMEWORK, "mastery: true", "mastery: perhaps", "wrong-type"),
    edit(
        "a level twice", FRAMEWORK, "domains:", "  - {id: exemplary, title: Again}\ndomains:", "duplicate-id"
    ),
    edit(
        "no levels",
        FRAMEWORK,
        "levels:\n  - {id: emerging, title: Emerging}\n  - {id: developing, title: Developing}\n  - {id: proficient, title: Proficient, mastery: true}\n  - {id: exemplary, title: Exemplary}",
        "levels: []",
        "no-levels",
    ),
    edit(
        "levels missing",
        FRAMEWORK,
        "levels:\n  - {id: emerging, title: Emerging}\n  - {id: developing, title: Developing}\n  - {id: proficient, title: Proficient, mastery: true}\n  - {id: exemplary, title: Exemplary}\n",
        "",
        "missing-key",
        1,
    ),
    edit(
        "levels as text",
        FRAMEWORK,
        "levels:\n  - {id: emerging, title: Emerging}\n  - {id: developing, title: Developing}\n  - {id: proficient, title: Proficient, mastery: true}\n  - {id: exemplary, title: Exemplary}",
        "levels: four",
        "wrong-type",
    ),
    edit(
        "levels as keys",
        FRAMEWORK,
        "  - {id: emerging, title: Emerging}\n  - {id: developing, title: Developing}\n  - {id: proficient, title: Proficient, mastery: true}\n  - {id: exemplary, title: Exemplary}",
        "  emerging: {title: E}",
        "wrong-type",
    ),
    edit("a domain misspelt", FRAMEWORK, "id: instructional", "id: instructionl", "unknown-domain"),
    edit("a set misspelt", FRAMEWORK, "  foundational: {", "  foundationl: {", "unknown-set"),
    edit("a level misspelt", FRAMEWORK, "id: exemplary", "id: exemplry", "unknown-level"),
    edit("a domain twice", FRAMEWORK, "sets:", "  - {id: cognitive, title: Again}\nsets:", "duplicate-id"),
    edit("a set for some", FRAMEWORK, "prerequisite_for: all", "prerequisite_for: al", "unknown-value"),
    edit("a level as a list", FRAMEWORK, "- {id: emerging, title: Emerging}", "- [emerging]", "wrong-type"),
    edit(
        "a level taken out",
        FRAMEWORK,
        "  - {id: exemplary, title: Exemplary}\n",
        "",
        "unknown-level",
        "levels:",
    ),
    edit(
        "a domain taken out",
        FRAMEWORK,
        "  - {id: cognitive, title: Cognitive}\n",
        "",
        "unknown-domain",
        "domains:",
    ),
    edit(
        "sets taken out",
        FRAMEWORK,
        "sets:\n  foundational: {title: Foundational, prerequisite_for: all}\n",
        "",
        "unknown-set",
        1,
    ),
    gone("no framework.yml", FRAMEWORK, "missing-file"),
    put("an empty framework.yml", FRAMEWORK, "", "not-a-mapping"),
    edit("an opened bracket", FRAMEWORK, "title: Emerging}", "title: Emerging", "malformed-yaml"),
)

COMPETENCIES = (
    edit("an unknown domain", COMPETENCY, "domain: instructional", "domain: instructionl", "unknown-domain"),
    edit("an unknown set", COMPETENCY, "sets: [foundational]", "sets: [foundationl]", "unknown-set"),
    edit("a text for a list", COMPETENCY, "sets: [foundational]", "sets: foundational", "wrong-type"),
    edit("no title", COMPETENCY, "title: Use a mastery approach to learning\n", "", "missing-key", 1),
    edit(
        "an empty title", COMPETENCY, "title: Use a mastery approach to learning", 'title: ""', "missing-key"
    ),
    edit("markup in a title", COMPETENCY, "title: Use a", "title: Use <b>a", "not-plain-text"),
    edit(
        "a script in a statement",
        COMPETENCY,
        "  Plans, teaches",
        "  <script>Plans, teaches",
        "not-plain-text",
        "statement:",
    ),
    edit(
        "a level without words",
        COMPETENCY,
        "    exemplary: >-\n      Learners read their own evidence and plan their next steps with the educator, including when to slow down. Supports are\n      added and taken away as the evidence changes, so that no group becomes permanent.\n",
        "",
        "missing-descriptor",
        PACING.split("\n")[0] + "\n    emerging: >-\n      The calendar",
    ),
    edit(
        "a level that is empty",
        COMPETENCY,
        "    emerging: >-\n      Marks are final. Work comes back with a score, the class goes on to something new, and learners put the paper away\n      without changing anything.\n",
        "    emerging:\n",
        "wrong-type",
        "    emerging:\n    dev",
    ),
    edit(
        "a level misspelt",
        COMPETENCY,
        "    exemplary: >-\n      Learners read",
        "    exemplry: >-\n      Learners read",
        "unknown-level",
    ),
    edit(
        "two levels that read alike",
        COMPETENCY,
        "    developing: >-\n      Learners may redo work on request, mostly to raise a mark. Corrections copy the right answer, and those who most need a\n      second attempt rarely ask for one.",
        "    developing: >-\n      Marks are final. Work comes back with a score, the class goes on to something new, and learners put the paper away\n      without changing anything.",
        "identical-descriptors",
        "    developing: >-\n      Marks",
    ),
    edit(
        "a criterion twice",
        COMPETENCY,
        "  revise-and-improve:\n    emerging",
        "  pacing:\n    emerging",
        "duplicate-key",
        "  pacing:\n    emerging: >-\n      Marks",
    ),
    edit(
        "a criterion with capitals",
        COMPETENCY,
        "  integrates-competencies:\n    emerging",
        "  Integrates:\n    emerging",
        "bad-id",
    ),
    edit(
        "a criterion misspelt",
        COMPETENCY,
        "  units-from-competencies:\n    emerging",
        "  units-from-competences:\n    emerging",
        "unknown-criterion",
        "  units-from-competences:",
    ),
    edit(
        "an unknown prerequisite",
        COMPETENCY,
        "themes:",
        "prerequisites: [growth-mindst]\nthemes:",
        "unknown-competency",
    ),
    edit(
        "its own prerequisite",
        COMPETENCY,
        "themes:",
        "prerequisites: [mastery-approach]\nthemes:",
        "prerequisite-cycle",
    ),
    edit(
        "an unknown related one",
        COMPETENCY,
        "lead-towards-mastery,",
        "lead-toward-mastery,",
        "unknown-competency",
    ),
    edit("a theme with capitals", COMPETENCY, "equitable]", "Equitable]", "bad-id"),
    edit(
        "a list for keys",
        COMPETENCY,
        "pitfalls:\n  covering-not-mastering: >-\n",
        "pitfalls:\n  - >-\n",
        "malformed-yaml",
        "  same-test-again",
    ),
    edit(
        "an exemplar that runs",
        COMPETENCY,
        "https://video.example.org/kinder",
        "javascript:alert(1)//",
        "bad-address",
    ),
    edit(
        "an exemplar without title",
        COMPETENCY,
        "  - title: Kindergarten learners explain their own targets\n    url",
        "  - url",
        "missing-key",
    ),
    edit(
        "a misspelt key in a resource",
        COMPETENCY,
        "    url: https://cedar-valley.example.org/guides/checkpoint-planner",
        "    ulr: https://cedar-valley.example.org/guides/checkpoint-planner",
        "unknown-key",
    ),
    edit("an unknown relation", COMPETENCY, "relation: related", "relation: relatet", "unknown-value"),
    edit(
        "an alignment that arrives nowhere",
        COMPETENCY,
        'framework: intasc, target: "6"',
        "framework: leadership, target: coach-colleages",
        "unknown-competency",
    ),
    edit("a number for a text", COMPETENCY, 'target: "6"', "target: 6", "wrong-type"),
    edit("tagged", COMPETENCY, "title: Use", "title: !!str Use", "yaml-feature"),
    moved("another ending", COMPETENCY, COMPETENCY[:-3] + "yaml", "misplaced-file"),
    moved(
        "capitals in the name",
        COMPETENCY,
        "competencies/frameworks/foundational/Mastery-Approach.yml",
        "bad-id",
    ),
    gone("deleted", COMPETENCY, "missing-file"),
    moved("one letter off", COMPETENCY, COMPETENCY.replace("approach", "aproach"), "missing-file"),
)

MUTATIONS = (
    *ISSUERS,
    *FRAMEWORKS,
    *COMPETENCIES,
)
