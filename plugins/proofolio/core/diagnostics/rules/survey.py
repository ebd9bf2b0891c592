"""Rules about surveys and their answers."""

from __future__ import annotations

from proofolio.core.diagnostics.rule import Rule

BAD_SCALE = Rule(
    "bad-scale",
    "The scale cannot be used",
    "An answer is counted by its place on the scale, so each answer needs a place and a word of its own.",
    "Write 2 to 7 different answers in words, the lowest first.",
)
SURVEY_WITHOUT_ITEMS = Rule(
    "survey-without-items",
    "The survey asks nothing",
    "Figures are made for each item, so without one there is nothing to tell.",
    "Add at least one line below items: an id, a colon and the sentence that was asked.",
)
SURVEY_ABOUT_TWO = Rule(
    "survey-about-two",
    "The survey is about two things at once",
    "Its figures stand on the page of the learning that it is about, and that can be one page only.",
    "Keep micro_credential or pathway, and delete the other line.",
)
SURVEY_DATES_OUT_OF_ORDER = Rule(
    "survey-dates-out-of-order",
    "The day after lies before the day before",
    "A change can only be read from an earlier to a later day.",
    "Correct the days; before is the earlier one.",
)
ANSWERS_WITHOUT_SURVEY = Rule(
    "answers-without-survey",
    "Answers to a survey that is not there",
    "Without the questions and the scale nobody can tell what was answered.",
    "Write the survey beside its answers, in a file of the same name that ends in .yml.",
)
MALFORMED_CSV = Rule(
    "malformed-csv",
    "The table cannot be read",
    "Each row is what one person answered at one moment. A row that does not fit below the headings could "
    "put an answer into the wrong column.",
    "Export the table once more from the form tool or the spreadsheet, as CSV (UTF-8), and do not edit it by "
    "hand.",
)
UNKNOWN_COLUMN = Rule(
    "unknown-column",
    "A column that is no item of the survey",
    "It would be left out silently. It may also hold what nobody meant to share, such as a name or the time "
    "at which somebody answered.",
    "Delete the column, or write the id of the item that it holds as its heading.",
)
MISSING_COLUMN = Rule(
    "missing-column",
    "A column is missing",
    "Answers are paired by respondent and moment, and each item has a column of its own.",
    "Add the column, or correct its heading. An item that nobody answered has an empty column.",
)
UNKNOWN_ANSWER = Rule(
    "unknown-answer",
    "An answer that is not on the scale",
    "Only answers on the scale can be compared before and after.",
    "Write the answer’s number on the scale, or its words as the survey has them. Leave it empty if nothing "
    "was answered.",
)
ANSWERED_TWICE = Rule(
    "answered-twice",
    "The same respondent answered twice at one moment",
    "Only one of the two rows could count, and nobody could tell which.",
    "Keep one row. If they are two people, give them two codes.",
)
RESPONDENT_NAMED = Rule(
    "respondent-named",
    "A respondent can be recognised",
    "People were told that nobody would know what they answered. Everybody who can read the repository can "
    "read this file, and its history.",
    "Write a code that only the person knows, such as the colour and number that they chose, wherever this "
    "one stands. Ask whoever keeps the repository to take the earlier version out of its history.",
)

RULES = tuple(value for value in list(globals().values()) if isinstance(value, Rule))
