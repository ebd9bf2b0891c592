"""From a source file to a sheet: decoded, split, its YAML read, its body guarded."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from proofolio.adapters.files.sheet import Mark, Route, Sheet
from proofolio.adapters.files.text import decode, split
from proofolio.adapters.files.tree import SourceFile
from proofolio.adapters.files.yaml_reader import ORGANISATIONAL, PERSONAL, read_yaml
from proofolio.core.diagnostics.finding import Finding
from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.diagnostics.rules import reading

MAX_LINE = 5_000
# Sequences on which Python-Markdown's or the host's HTML parser stops with an error (an unfinished
# marked section or declaration), and an address that the standard library refuses to split.
_STOPPERS = (
    (re.compile(r"<!\[(?!CDATA\[)"), "'<![' stops the program that makes the pages"),
    (re.compile(r"<!\[CDATA\["), "'<![CDATA[' stops the program that makes the pages"),
    (
        re.compile(r"\]\(\s*<?[a-z]+://\[[^\]\s)]*(?=[\s)])", re.IGNORECASE),
        "this address has an opened bracket",
    ),
    (
        re.compile(r"\[{40,}|\({200,}|(?:\[[^\[\]\n]{0,3}){60,}"),
        "so many brackets stop the program that makes the pages",
    ),
    (
        re.compile(r"^(?:[ \t]*[>*+-]){40,}", re.MULTILINE),
        "so deep a nesting stops the program that makes the pages",
    ),
)


def read_sheet(file: SourceFile) -> tuple[Sheet | None, list[Finding]]:
    """The sheet of a YAML, Markdown or JSON file, or None and why it is withheld."""
    if file.data is None:
        return None, []
    text = decode(file.data, file.path)
    if isinstance(text, Finding):
        return None, [text]
    if file.path.endswith(".json"):
        return _read_json(text, file.path)
    limits = PERSONAL if _is_personal(file.path) else ORGANISATIONAL
    if file.path.endswith(".yml"):
        result = read_yaml(text, file.path, limits)
        return _sheet(file.path, result.data, result.values, result.keys, "", 1), result.findings
    parts = split(text, file.path)
    if isinstance(parts, Finding):
        return None, [parts]
    result = read_yaml(parts.yaml, file.path, limits, parts.yaml_line)
    findings = result.findings + guard_body(parts.body, file.path, parts.body_line)
    withheld = any(each.rule in (reading.UNSAFE_MARKDOWN, reading.LINE_TOO_LONG) for each in findings)
    data = None if withheld else result.data
    return _sheet(file.path, data, result.values, result.keys, parts.body, parts.body_line), findings


def guard_body(body: str, file: str, first_line: int) -> list[Finding]:
    """What in a body would stop or stall the conversion, with its place. Code is looked at too."""
    lines = body.split("\n")
    # No pattern reaches over a line's end, so a body in which none is found has no line with one.
    if max(map(len, lines)) <= MAX_LINE and not any(pattern.search(body) for pattern, _ in _STOPPERS):
        return []
    findings = []
    for number, line in enumerate(lines, first_line):
        if len(line) > MAX_LINE:
            message = f"the line has {len(line)} characters (at most {MAX_LINE})"
            findings.append(Finding(reading.LINE_TOO_LONG, message, Pointer(file, line=number, column=1)))
            continue
        for pattern, why in _STOPPERS:
            found = pattern.search(line)
            if found:
                where = Pointer(file, line=number, column=found.start() + 1)
                findings.append(Finding(reading.UNSAFE_MARKDOWN, why, where))
                break
    return findings


def _sheet(file: str, data: Any, values: Any, keys: Any, body: str, body_line: int) -> Sheet | None:
    return None if data is None else Sheet(file, data, values, keys, body, body_line)


def _is_personal(path: str) -> bool:
    return path.startswith("portfolios/") and path != "portfolios/roster.yml"


_TRAILING = "Illegal trailing comma before end of object"
_JSON_TROUBLE = {
    "Expecting ',' delimiter": "a comma is missing before this place",
    "Expecting ':' delimiter": "a colon is missing before this place",
    "Expecting property name enclosed in double quotes": "a name in double quotes is wanted here",
    _TRAILING: "there is a comma too many here",
    "Illegal trailing comma before end of array": "there is a comma too many here",
    "Expecting value": "a value is wanted here",
    "Unterminated string starting at": "the text that starts here is never closed",
    "Invalid control character at": "a line break or tab stands inside a text",
    "Extra data": "something follows after the end",
}


def _read_json(text: str, file: str) -> tuple[Sheet | None, list[Finding]]:
    try:
        return Sheet(file, json.loads(text, object_pairs_hook=_once, parse_constant=_no_number)), []
    except json.JSONDecodeError as error:
        error = _with_comma(error)
        where = Pointer(file, line=error.lineno, column=error.colno)
        why = _JSON_TROUBLE.get(error.msg, error.msg)
    except (RecursionError, _Unfit) as error:
        where = _second(text, file)
        why = str(error) if isinstance(error, _Unfit) else "it is nested too deeply"
    return None, [Finding(reading.MALFORMED_JSON, f"the JSON cannot be read: {why}", where)]


def _with_comma(error: json.JSONDecodeError) -> json.JSONDecodeError:
    """The same error, at the comma before a closing bracket: only Python 3.13 and later say so."""
    before = error.doc[: error.pos].rstrip()
    if before.endswith(",") and error.doc[error.pos : error.pos + 1] in ("}", "]"):
        return json.JSONDecodeError(_TRAILING, error.doc, len(before) - 1)
    return error


class _Unfit(Exception):
    """What Python takes for JSON, but other readers refuse or understand in another way."""


def _no_number(word: str) -> Any:
    raise _Unfit(f"{word} is not a number")


def _second(text: str, file: str) -> Pointer:
    """Where a name stands for the second time; the whole file when no place can be told."""
    found = read_yaml(text, file, ORGANISATIONAL).findings
    return next((each.where for each in found if each.rule is reading.DUPLICATE_KEY), Pointer(file))


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in pairs:
        if name in found:
            raise _Unfit(f"the name '{name}' stands twice")
        found[name] = value
    return found


def places_in_json(data: bytes) -> Mapping[Route, Mark]:
    """Where the values of a JSON file stand. It takes a second reading, so ask only for a finding."""
    text = data.decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n")
    return read_yaml(text, "", ORGANISATIONAL).values  # JSON is YAML, but for oddities that give no place
