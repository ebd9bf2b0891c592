"""What the YAML parser complains about, in the words of whoever wrote the file, at the place to mend."""

from __future__ import annotations

import re
from dataclasses import dataclass

import yaml

from proofolio.core.diagnostics.finding import Finding
from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.diagnostics.rule import Rule
from proofolio.core.diagnostics.rules import reading

QUOTES = "put the whole text in quotes"


@dataclass(frozen=True, slots=True)
class _Trouble:
    """One complaint: what the parser says (a part of it), what we say, and where the cause stands."""

    said: str
    message: str
    hint: str
    at_start: bool = False
    rule: Rule = reading.MALFORMED_YAML


_TROUBLES = (
    _Trouble(
        "unexpected end of stream",
        "the quote opened here is never closed",
        "close the text with the same quote, or leave both out",
        at_start=True,
    ),
    _Trouble(
        "alphabetic or numeric character",
        "a text that starts with * or & means something else in YAML",
        QUOTES,
        at_start=True,
        rule=reading.YAML_FEATURE,
    ),
    _Trouble("tab character", "this line is indented with a tab", "indent with spaces, not with the tab key"),
    _Trouble("cannot start any token", "a text cannot start with this character", QUOTES),
    _Trouble(
        "unknown escape character",
        "a backslash means something else between double quotes",
        "use single quotes, or write / instead",
    ),
    _Trouble(
        "hexdecimal number", "a backslash means something else between double quotes", "use single quotes"
    ),
    _Trouble(
        "could not find expected ':'",
        "there is no key with a colon in this line",
        "write key: value, or indent the line if it goes on with the text above",
        at_start=True,
    ),
    _Trouble(
        "comment or line break",
        "nothing may follow | or > in the same line",
        "start the text in the next line, indented",
    ),
    _Trouble(
        "'-' indicator",
        "this line does not line up with the list above",
        "indent it like the lines that it belongs to",
    ),
    _Trouble(
        "block sequence entries", "a list cannot start behind its key", "start it in the next line, indented"
    ),
    _Trouble(
        "found another document", "a line --- stands in the middle of the file", "delete the line of dashes"
    ),
    _Trouble("node content", "a value is missing here", "write one, or take out the comma or bracket"),
    _Trouble(
        "mapping values are not allowed",
        "there is a second colon in this line, or the line is indented too far",
        "put a text that holds a colon in quotes, and line keys up with their neighbours",
    ),
)
_ELSE = _Trouble(
    "",
    "this does not fit to what stands before it",
    "check the indentation and the quotes of this line and of the one above",
)
_NEVER_CLOSED = _Trouble(
    "",
    "the bracket opened here is never closed",
    "close [ with ] and { with }",
)
_WITHIN_BRACKETS = _Trouble(
    "",
    "between brackets a comma or the closing bracket is missing here",
    "a text that holds a colon, a comma or brackets needs quotes there",
)
_CONFLICT = re.compile(r"^(?:<{7}|={7}|>{7})(?: |$)", re.MULTILINE)
_OPENED = re.compile(r"[ ]*(?:- )*(?:[A-Za-z_][\w-]*:[ ]+)(?P<quote>[\"'])(?:(?!(?P=quote)).)*$")
_NO_SPACE = re.compile(r"[ ]*(?:- )?[A-Za-z_][\w-]*(?P<colon>:)[^\s/:]")


def malformed(error: yaml.MarkedYAMLError, text: str, file: str, first_line: int) -> Finding:
    """The finding for YAML that cannot be read. ``first_line`` is where ``text`` starts in ``file``."""
    lines = text.split("\n")
    conflict = _CONFLICT.search(text)
    if conflict:
        line = text.count("\n", 0, conflict.start())
        told = "these are the marks of two versions that Git could not join"
        hint = "keep the lines that you want, and delete the others and the three lines of marks"
        return _finding(reading.MALFORMED_YAML, told, hint, Pointer(file, line=line + first_line, column=1))
    said = str(error.problem)
    trouble = next((each for each in _TROUBLES if each.said in said), _ELSE)
    mark = (error.context_mark if trouble.at_start else None) or error.problem_mark or error.context_mark
    if mark is None:
        return _finding(trouble.rule, trouble.message, trouble.hint, Pointer(file))
    if "']'" in said or "'}'" in said:
        trouble, mark = _bracket(error.context_mark or mark, error.problem_mark or mark, lines)
    if "node content" in said and not "".join(lines[mark.line :])[mark.column :].strip():
        trouble = _NEVER_CLOSED
        mark = _last_opened(lines) or mark
    row = lines[mark.line] if mark.line < len(lines) else ""
    where = Pointer(file, line=mark.line + first_line, column=mark.column + 1)
    if "\t" in row[: len(row) - len(row.lstrip())]:
        trouble = next(each for each in _TROUBLES if each.said == "tab character")
    elif glued := _glued(said, lines, mark.line):
        line, column = glued
        where = Pointer(file, line=line + first_line, column=column + 1)
        return _finding(trouble.rule, "a space is missing after this colon", "write key: value", where)
    elif trouble is _ELSE and (opened := _opened_above(lines, mark.line)):
        line, column = opened
        trouble = next(each for each in _TROUBLES if each.said == "unexpected end of stream")
        where = Pointer(file, line=line + first_line, column=column + 1)
    elif trouble is _ELSE and re.search(r"[\"']\s*$", row[: mark.column]):
        told = "something follows the closing quote"
        hint = "put the whole text in quotes, or none of it; between single quotes, write '' for '"
        return _finding(trouble.rule, told, hint, where)
    return _finding(trouble.rule, trouble.message, trouble.hint, where)


def _glued(said: str, lines: list[str], line: int) -> tuple[int, int] | None:
    """The line and offset of a colon without a space after it, which makes a key part of a text."""
    at = line - 1 if "mapping values" in said else line
    if not ("mapping values" in said or "':'" in said) or not 0 <= at < len(lines):
        return None
    found = _NO_SPACE.match(lines[at])
    return (at, found.start("colon")) if found else None


def _opened_above(lines: list[str], noticed: int) -> tuple[int, int] | None:
    """The line and offset of a value above whose quote is not closed in its line, if there is one.

    The next quote anywhere below would then close it, and only what follows that one is noticed.
    """
    for line in range(noticed - 1, -1, -1):
        found = _OPENED.match(lines[line])
        if found:
            return line, found.start("quote")
    return None


def _last_opened(lines: list[str]) -> yaml.Mark | None:
    """Where the last bracket of a text opens."""
    for line in range(len(lines) - 1, -1, -1):
        column = max(lines[line].rfind("["), lines[line].rfind("{"))
        if column >= 0:
            return yaml.Mark("", 0, line, column, None, 0)
    return None


def _bracket(opened: yaml.Mark, noticed: yaml.Mark, lines: list[str]) -> tuple[_Trouble, yaml.Mark]:
    """A bracket that is never closed is told where it opens; a slip between brackets, where it is."""
    row = lines[noticed.line] if noticed.line < len(lines) else ""
    left = [len(each) - len(each.lstrip()) for each in (lines[opened.line], row)]
    goes_on = noticed.line == opened.line or left[1] > left[0]
    return (_WITHIN_BRACKETS, noticed) if goes_on and row.strip() else (_NEVER_CLOSED, opened)


def _finding(rule: Rule, told: str, hint: str, where: Pointer) -> Finding:
    said = told if rule is reading.YAML_FEATURE else f"the YAML cannot be read: {told}"
    return Finding(rule, said, where, hint)
