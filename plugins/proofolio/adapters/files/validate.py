"""From a sheet to a document: shape errors become findings at the right key, all at once."""

from __future__ import annotations

import re
import types
from collections.abc import Iterator
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError

from proofolio.adapters.files.sheet import Route, Sheet
from proofolio.core.diagnostics.finding import Finding
from proofolio.core.diagnostics.pointer import Pointer, Step
from proofolio.core.diagnostics.rules import reading
from proofolio.core.diagnostics.suggestion import did_you_mean, known_words, nearest

Shape = TypeVar("Shape", bound=BaseModel)

_OWN = {rule.name: rule for rule in reading.RULES}
_WANTED = {
    "string_type": "a text is wanted here",
    "float_type": "a number is wanted here",
    "int_type": "a whole number is wanted here",
    "int_from_float": "a whole number is wanted here",
    "bool_type": "true or false is wanted here",
    "list_type": "a list is wanted here",
    "tuple_type": "a list is wanted here",
    "dict_type": "keys and values are wanted here",
    "model_type": "keys and values are wanted here",
    "model_attributes_type": "keys and values are wanted here",
    "finite_number": "an ordinary number is wanted here",
}
_HOW = (
    ("number", "write the number alone, in digits"),
    ("true", "write true or false, without quotes"),
    ("list", "put the values between [ and ], with commas between them"),
    ("keys", "write its keys below it, each in a line of its own and indented"),
    ("text", "write one text, without brackets or further keys"),
)


def validate(sheet: Sheet, shape: type[Shape]) -> tuple[Shape | None, list[Finding]]:
    """The document, or None with everything that is wrong with its shape."""
    if not isinstance(sheet.data, dict):
        message = "the file does not hold keys and values"
        begin = sheet.values.get(())
        where = Pointer(sheet.file, line=begin.line, column=begin.column) if begin else Pointer(sheet.file)
        return None, [Finding(reading.NOT_A_MAPPING, message, where)]
    try:
        return shape.model_validate(sheet.data), []
    except ValidationError as error:
        errors = error.errors(include_url=False)
        if not sheet.data:
            return None, [_empty(errors, sheet)]
        misspelt = _misspelt(errors, sheet, shape)
        found = [_finding(each, sheet, shape) for each in errors if each["loc"] not in misspelt]
        return None, list(dict.fromkeys(found))


def _empty(errors: list[Any], sheet: Sheet) -> Finding:
    """A file in which nothing stands yet is one finding, not one for each key that it lacks."""
    nothing = (
        "there is nothing between the two lines of dashes" if sheet.body_line > 1 else "the file is empty"
    )
    wanted = ", ".join(str(each["loc"][-1]) for each in errors)
    return Finding(reading.NOT_A_MAPPING, nothing, Pointer(sheet.file), f"write at least {wanted}")


def _misspelt(errors: list[Any], sheet: Sheet, shape: type[BaseModel]) -> set[tuple[Step, ...]]:
    """The missing keys that an unknown key beside them was meant to be: one slip is one finding."""
    missing = {each["loc"] for each in errors if each["type"] == "missing"}
    meant: set[tuple[Step, ...]] = set()
    for each in errors:
        if each["type"] == "extra_forbidden":
            beside = [str(loc[-1]) for loc in missing if loc[:-1] == each["loc"][:-1]]
            known = _keys(shape, _route(each["loc"][:-1], sheet.data)[0])
            near = nearest(str(each["loc"][-1]), known)
            meant.update((*each["loc"][:-1], name) for name in beside if name == near)
    return meant


def _finding(error: Any, sheet: Sheet, shape: type[BaseModel]) -> Finding:
    kind, value = error["type"], error.get("input")
    route, rest = _route(error["loc"], sheet.data)
    here = Pointer(sheet.file, route)
    if kind == "extra_forbidden":
        key = str(route[-1]) if not rest else str(rest[-1])
        known = tuple(_keys(shape, route[:-1]))
        hint = did_you_mean(key, known) or known_words(known, 14)
        return Finding(
            reading.UNKNOWN_KEY, f"unknown key '{key}'", here.key(key) if rest else _as_key(here), hint
        )
    if kind == "missing":
        key = str(error["loc"][-1])
        return Finding(reading.MISSING_KEY, f"the key '{key}' is missing", here, f"add a line {key}: …")
    if error["loc"] and error["loc"][-1] == "[key]":
        here = _as_key(here)
    if kind in ("enum", "literal_error"):
        allowed = re.findall(r"'([^']*)'", error["ctx"]["expected"])
        near = did_you_mean(str(value), allowed)
        allowed_words = f"allowed: {', '.join(allowed)}"
        return Finding(
            reading.UNKNOWN_VALUE,
            f"unknown value '{value}'",
            here,
            f"{near} ({allowed_words})" if near else allowed_words,
        )
    otherwise = reading.BAD_ID if here.at_key else reading.WRONG_TYPE
    return Finding(_OWN.get(kind, otherwise), _message(error), here, _hint(kind, value))


def _message(error: Any) -> str:
    kind, value = error["type"], error.get("input")
    if kind in _OWN:
        return str(error["msg"])
    if kind in _WANTED:
        return f"{_WANTED[kind]}, not {_shown(value)}"
    return f"{_shown(value)} cannot be used here: {error['msg'][:1].lower()}{error['msg'][1:]}"


def _hint(kind: str, value: Any) -> str | None:
    if (kind == "string_type" and isinstance(value, (int, float, bool))) or (
        kind == "string_type" and hasattr(value, "year")
    ):
        return f'put it in quotes: "{value}"'
    if value is None:
        return "write a value after the colon, or remove the line"
    return next((hint for word, hint in _HOW if word in _WANTED.get(kind, "")), None)


def _shown(value: Any) -> str:
    if value is None:
        return "nothing"
    if isinstance(value, dict):
        return "keys and values"
    if isinstance(value, list):
        return "a list"
    text = str(value)
    return f"'{text[:40]}{'…' if len(text) > 40 else ''}'"


def _as_key(pointer: Pointer) -> Pointer:
    return (
        Pointer(pointer.file).down(*pointer.route[:-1]).key(pointer.route[-1]) if pointer.route else pointer
    )


def _route(loc: tuple[Step, ...], data: Any) -> tuple[Route, tuple[Step, ...]]:
    """The part of a location that exists in the data, and what is left (a missing key).

    Pydantic adds the tags of unions to its locations; they are in no data and are passed over.
    """
    route: list[Step] = []
    rest: list[Step] = []
    for step in loc:
        if (isinstance(data, dict) and isinstance(step, str) and step in data) or (
            isinstance(data, list) and isinstance(step, int) and step < len(data)
        ):
            data = data[step]  # type: ignore[index]
            route.append(step)
        elif not (isinstance(step, str) and (":" in step or step == "[key]")):
            rest.append(step)
    return tuple(route), tuple(rest)


def _keys(shape: type[BaseModel], route: Route) -> Iterator[str]:
    """The keys that are known at a place: for "did you mean"."""
    shapes: set[Any] = {shape}
    for step in route:
        shapes = {inner for each in shapes for inner in _inside(each, step)}
    for each in shapes:
        for name, field in each.model_fields.items():
            yield field.alias or name


def _inside(shape: type[BaseModel], step: Step) -> Iterator[type[BaseModel]]:
    for name, field in shape.model_fields.items():
        if step in (name, field.alias):
            yield from _models(field.annotation)
    if isinstance(step, int) or step not in shape.model_fields:
        yield shape


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    """Every document class that an annotation mentions."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    elif get_origin(annotation) in (Union, types.UnionType, Annotated, tuple, list, dict):
        for each in get_args(annotation):
            yield from _models(each)
