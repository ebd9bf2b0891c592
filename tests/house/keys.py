"""What the documents say about their keys, as tables in plain words; the page about files holds them.

Types are told by the names that the documents' own annotations use (``Text``, ``Day``, …), because
those names mean more to a reader than what they resolve to.
"""

from __future__ import annotations

import ast
import inspect
import sys
from collections.abc import Iterator
from enum import StrEnum
from typing import Any, NamedTuple, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from proofolio.adapters.files.schema import SCHEMAS

Shape = type[BaseModel]

SPOKEN = {
    "Text": ("one line of text", "lines of text"),
    "Prose": ("text", "texts"),
    "Id": ("an id", "ids"),
    "Ref": ("an id", "ids"),
    "Address": ("a web address", "web addresses"),
    "Contact": ("a web or e-mail address", "web or e-mail addresses"),
    "Span": ("a duration, such as `P3Y` or `P18M`", "durations"),
    "Digest": ("a digest", "digests"),
    "Day": ("a date", "dates"),
    "Moment": ("a date with a time", "dates with times"),
    "Timecode": ("a time such as 12:40 or 1:02:33", "times"),
    "Amount": ("a number, 0 or more", "numbers, 0 or more"),
    "Count": ("a whole number, 0 or more", "whole numbers, 0 or more"),
    "Flag": ("`yes` or `no`", "`yes` or `no`"),
    "Quantity": ("a number", "numbers"),
    "Given": ("a level's id, or keys and values as below", "levels"),
    "Item": ("one line of text, or keys and values as below", "items"),
    "RuleDocument": ("a rule", "rules"),
    "Consent": ("`all`, or a list of folders' names", "lists"),
    "Pool": ("a list of rules, or one selector", "rules"),
    "int": ("a whole number", "whole numbers"),
    "str": ("text", "texts"),
    "Any": ("anything", "anything"),
    "Kept": ("objects, by the format's name", "objects"),
}
"""One and several of each type that annotations name."""
FORMS = ("RuleDocument", "Pool", "Given", "Item")
"""Names behind which several shapes stand."""


class Part(NamedTuple):
    """A shape within a file's shape, and how a reader gets there."""

    shape: Shape
    way: str


def tables(kind: str) -> str:
    """All tables of one kind of file: its own keys, then those of everything within."""
    top = SCHEMAS[kind]
    blocks = [_table(top)]
    for part in _parts(top):
        said = inspect.cleandoc(part.shape.__doc__ or "")
        blocks.append(f"{part.way} – {said}\n\n{_table(part.shape)}")
    return "\n\n".join(blocks)


def _table(shape: Shape) -> str:
    rows = ["| Key | Required | What it holds |", "| --- | --- | --- |"]
    for name, field in shape.model_fields.items():
        required = "yes" if field.is_required() else "no"
        rows.append(f"| `{field.alias or name}` | {required} | {_cell(shape, name, field)} |")
    return "\n".join(rows)


def _cell(shape: Shape, name: str, field: FieldInfo) -> str:
    if not field.description:
        raise ValueError(f"{shape.__name__}.{name} has no description")
    kind = _bounded(_type(_annotation(shape, name), shape), field)
    default = field.default
    if isinstance(default, tuple) and len(default) == 1:
        (default,) = default
    told = (
        default not in (None, "", 0, (), {}) and not isinstance(default, BaseModel) and default is not False
    )
    ends = f"; default `{default}`" if told and not field.is_required() else ""
    return f"{field.description} *{kind[:1].upper()}{kind[1:]}{ends}.*".replace("|", "\\|")


def _bounded(kind: str, field: FieldInfo) -> str:
    """The type with its limits, where a field has an upper one."""
    low = next((each.ge for each in field.metadata if hasattr(each, "ge")), 0)
    high = next((each.le for each in field.metadata if hasattr(each, "le")), None)
    return f"{kind.partition(',')[0]}, {low} to {high}" if high is not None else kind


def _annotation(shape: Shape, name: str) -> ast.expr:
    """A field's type as written, without what ``Annotated`` adds to it."""
    node: ast.expr = ast.parse(shape.__annotations__[name], mode="eval").body
    if isinstance(node, ast.Subscript) and _name(node.value) == "Annotated":
        return _inner(node)[0]
    return node


def _inner(node: ast.Subscript) -> list[ast.expr]:
    return node.slice.elts if isinstance(node.slice, ast.Tuple) else [node.slice]


def _name(node: ast.expr) -> str:
    return node.id if isinstance(node, ast.Name) else ""


def _type(node: ast.expr, shape: Shape, several: bool = False) -> str:
    """An annotation in words."""
    if isinstance(node, ast.BinOp):
        sides = [each for each in (node.left, node.right) if not isinstance(each, ast.Constant)]
        return " or ".join(_type(each, shape, several) for each in sides)
    if isinstance(node, ast.Subscript):
        return _container(node, shape, several)
    name = _name(node)
    if name in SPOKEN:
        return SPOKEN[name][several]
    known = _resolve(name, shape)
    if isinstance(known, type) and issubclass(known, StrEnum):
        return _one_of([each.value for each in known])
    return "keys and values, as below"


def _container(node: ast.Subscript, shape: Shape, several: bool) -> str:
    inner = _inner(node)
    match _name(node.value):
        case "Literal":
            return _one_of([ast.literal_eval(each) for each in inner])
        case "tuple" | "list":
            held = _type(inner[0], shape, several=True)
            return (
                f"a list; each entry is {held}"
                if held.startswith(("one of", "keys"))
                else f"a list of {held}"
            )
        case "dict":
            if _name(inner[1]) == "Any":
                return "objects" if several else "an object"
            names = "ids" if _name(inner[0]) in ("Id", "Ref") else f"names ({_type(inner[0], shape)})"
            return f"{names}, each with {_type(inner[1], shape)}"
    raise ValueError(ast.unparse(node))


def _one_of(words: list[str]) -> str:
    return ("one of " if len(words) > 1 else "") + ", ".join(f"`{each}`" for each in words)


def _resolve(name: str, shape: Shape) -> Any:
    return getattr(sys.modules[shape.__module__], name)


def _parts(shape: Shape, above: str = "") -> Iterator[Part]:
    """Every shape within a shape, outermost first, each once."""
    seen: set[Shape] = {shape}
    todo = [(shape, above)]
    while todo:
        outer, way = todo.pop(0)
        for name, field in outer.model_fields.items():
            node = _annotation(outer, name)
            here = " → ".join(filter(None, (way, field.alias or name)))
            for each, form in _named(node, outer):
                if each not in seen:
                    seen.add(each)
                    many = "each of " if isinstance(node, ast.Subscript) and not form else ""
                    ending = f", with {_keys(each)}" if form else ""
                    yield Part(each, f"**In {many}`{here}`{ending}**")
                    todo.append((each, way if form else here))


def _named(node: ast.expr, shape: Shape) -> Iterator[tuple[Shape, bool]]:
    """The shapes that an annotation names, and whether each is one of several forms."""
    for each in ast.walk(node):
        name = _name(each) if isinstance(each, ast.expr) else ""
        if name in FORMS:
            for found in _within(_resolve(name, shape)):
                yield found, True
        elif name.endswith("Document"):
            yield _resolve(name, shape), False


def _within(annotation: Any) -> Iterator[Shape]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for each in get_args(annotation):
        yield from _within(each)


def _keys(shape: Shape) -> str:
    needed = [name for name, field in shape.model_fields.items() if field.is_required()]
    return " … ".join(f"`{each}`" for each in needed) or "a selector"
