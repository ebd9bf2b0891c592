"""Rules about names that lead nowhere, or to two things."""

from __future__ import annotations

from proofolio.core.diagnostics.rule import Rule, Severity

UNKNOWN_COMPETENCY = Rule(
    "unknown-competency",
    "The named competency does not exist",
    "What is claimed for a competency that does not exist shows up on no page and counts for nothing.",
    "Correct the spelling, or write framework/id. The framework pages list every competency with its id.",
)
UNKNOWN_CRITERION = Rule(
    "unknown-criterion",
    "The named criterion does not exist in this rubric",
    "A rating of a criterion that nobody asked for is lost, and the one that was meant stays unrated.",
    "Use the ids that stand under rubric in the competency's file; proofolio new review writes them for you.",
)
UNKNOWN_LEVEL = Rule(
    "unknown-level",
    "The named level is not on the framework's scale",
    "A level that is not on the scale is neither above nor below mastery.",
    "Use one of the ids that stand under levels in the framework's file.",
)
UNKNOWN_MICRO_CREDENTIAL = Rule(
    "unknown-micro-credential",
    "The named micro-credential does not exist",
    "Nobody can tell what is asked, so the work can neither be complete nor be earned.",
    "Correct the spelling; the library lists every micro-credential with its id.",
)
UNKNOWN_PATHWAY = Rule(
    "unknown-pathway",
    "The named pathway does not exist",
    "Progress towards it cannot be shown.",
    "Correct the spelling; each file in competencies/pathways is a pathway, and its name is the id.",
)
UNKNOWN_COURSE = Rule(
    "unknown-course",
    "The named course does not exist",
    "The hours would be credited to a course that nobody can look up.",
    "Correct the spelling, or leave course out and give the title of an outside course in the text.",
)
UNKNOWN_PERSON = Rule(
    "unknown-person",
    "The named person is not on the roster",
    "The roster says who belongs to the organisation and who may review; a name beside it counts for "
    "nothing.",
    "Use the person's id from portfolios/roster.yml, or ask whoever keeps the roster to add the person.",
)
UNKNOWN_WORK = Rule(
    "unknown-work",
    "The named work does not exist",
    "Thanks for work that nobody can look up are shown nowhere, and a consent to show it holds nothing.",
    "Write person/folder as they stand below portfolios; in your own profile the folder's name is enough.",
)
UNKNOWN_ORGANIZATION = Rule(
    "unknown-organization",
    "The named organisation does not exist",
    "People of an unknown organisation are missing from every overview by school.",
    "Use one of the ids that stand under organizations in competencies/issuer.yml, or add it there.",
)
UNKNOWN_RENEWAL_PROFILE = Rule(
    "unknown-renewal-profile",
    "The named licence-renewal profile does not exist",
    "Without the profile nobody can say how many hours are asked.",
    "Use the name of a file in competencies/renewal, without its ending.",
)
UNKNOWN_FRAMEWORK = Rule(
    "unknown-framework",
    "The named framework does not exist",
    "A rule that picks by a framework that does not exist picks nothing.",
    "Use the name of a folder in competencies/frameworks.",
)
UNKNOWN_DOMAIN = Rule(
    "unknown-domain",
    "The named domain does not exist",
    "A competency without its domain is missing where people browse by domain.",
    "Use one of the ids that stand under domains in the framework's file, or add the domain there.",
)
UNKNOWN_SET = Rule(
    "unknown-set",
    "The named set does not exist",
    "Progress is counted by set; a set that does not exist counts nothing.",
    "Use one of the names that stand under sets in the framework's file, or add the set there.",
)
UNKNOWN_THEME = Rule(
    "unknown-theme",
    "No competency has this theme",
    "A rule that picks by a theme that no competency has picks nothing.",
    "Correct the spelling, or add the theme to the competencies that you mean.",
)
THEME_WITHOUT_COMPETENCY = Rule(
    "theme-without-competency",
    "Work is tagged with a theme that no competency has",
    "The page of themes is made from the themes of competencies, so work with another tag is found on none of"
    " them. Everything else about the work stays as it is.",
    "Correct the spelling, or leave the tag out. A new theme begins in the file of a competency.",
    Severity.WARNING,
)
UNKNOWN_KIND = Rule(
    "unknown-kind",
    "There is no such kind of artifact",
    "A rule that asks for a kind of evidence that nobody can hand in can never be met.",
    "Use one of the kinds of artifact, such as video, student-work or lesson-plan.",
)
AMBIGUOUS_ID = Rule(
    "ambiguous-id",
    "The name could mean more than one thing",
    "Two things share this id. Guessing would credit the wrong one.",
    "Write framework/id for a competency. A micro-credential and a pathway need different ids: rename one"
    " file.",
)

RULES = tuple(value for value in list(globals().values()) if isinstance(value, Rule))
