"""One strict YAML reader for everything that people write.

It reads less than YAML offers, on purpose: no anchors, aliases, merge keys or tags, no duplicate
keys, only ``true`` and ``false`` as booleans (so ``no`` stays a word), only decimal numbers, and
limits on size and depth that are checked on the parser's events before anything is built.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar, cast

import yaml

from proofolio.adapters.files.sheet import Mark, Route
from proofolio.adapters.files.yaml_trouble import QUOTES, malformed
from proofolio.core.diagnostics.finding import Finding, Related
from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.diagnostics.rules import reading

_Parser = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Loader(_Parser):  # type: ignore[misc, valid-type]
    """PyYAML's safe loader with the resolvers of YAML 1.2's core schema, and plain dates."""

    yaml_implicit_resolvers: ClassVar[dict[str, list[tuple[str, re.Pattern[str]]]]] = {}


for _tag, _pattern, _first in (
    ("bool", r"^(?:true|True|TRUE|false|False|FALSE)$", "tTfF"),
    ("int", r"^[-+]?(?:0|[1-9][0-9_]*)$", "-+0123456789"),
    ("float", r"^[-+]?(?:[0-9]+\.[0-9]*|\.[0-9]+|[0-9]+)(?:[eE][-+]?[0-9]+)?$", "-+.0123456789"),
    ("null", r"^(?:~|null|Null|NULL|)$", ["~", "n", "N", ""]),
    ("timestamp", r"^\d{4}-\d{1,2}-\d{1,2}$", "0123456789"),
):
    _Loader.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(_pattern), list(_first))


@dataclass(frozen=True, slots=True)
class Limits:
    """How much YAML is read: bytes, nesting depth, nodes."""

    size: int = 64 * 1024
    depth: int = 8
    nodes: int = 2_000


PERSONAL = Limits()
"""For what educators write."""
ORGANISATIONAL = Limits(size=4 * 1024 * 1024, depth=16, nodes=200_000)
"""For the roster and the definitions, which the organisation keeps."""


class _Stop(Exception):
    """Carries the finding that ends the reading of one file."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.message)
        self.finding = finding


@dataclass(slots=True)
class Reading:
    """What came out: the data (None when it cannot be used), positions, findings."""

    data: Any
    values: dict[Route, Mark]
    keys: dict[Route, Mark]
    findings: list[Finding]


def read_yaml(text: str, file: str, limits: Limits = PERSONAL, first_line: int = 1) -> Reading:
    """Read ``text``; ``first_line`` is where it starts within ``file``. Never raises for content."""
    reading_ = Reading(None, {}, {}, [])
    builder = _Builder(file, first_line, reading_)
    try:
        text = _guarded(text, file, limits, first_line)
        loader = _Loader(text)
        try:
            node = loader.get_single_node()
        finally:
            loader.dispose()
        reading_.data = builder.build(node, ()) if node is not None else {}
    except _Stop as stop:
        reading_.findings.append(stop.finding)
    except yaml.MarkedYAMLError as error:
        reading_.findings.append(malformed(error, text, file, first_line))
    except yaml.YAMLError as error:
        reading_.findings.append(
            Finding(reading.MALFORMED_YAML, f"the YAML cannot be read: {error}", Pointer(file))
        )
    if reading_.findings and any(each.rule is not reading.DUPLICATE_KEY for each in reading_.findings):
        reading_.data = None
    return reading_


_COLON_IN_TEXT = re.compile(
    r"^(?P<head>[ ]*(?:- )?[A-Za-z_][\w-]*:[ ]+)(?P<text>[^\s'\"\[\]{}|>&*!%@`#-].*?)(?P<rest>\s+#.*|\s*)$"
)


def _with_quoted_colon(text: str, error: yaml.MarkedYAMLError) -> str | None:
    """Quote a text that holds a colon, as in ``title: Menu maths: ratios``; None if it is no such line.

    YAML refuses such a line, people write it all the time, and it can mean one thing only. A file
    that YAML accepts is never touched; what is quoted keeps its line and column.
    """
    lines = text.split("\n")
    at = error.problem_mark.line if error.problem_mark else len(lines)
    found = _COLON_IN_TEXT.match(lines[at]) if at < len(lines) else None
    if found is None or "mapping values are not allowed" not in str(error.problem):
        return None
    quoted = found["text"].replace("'", "''")
    lines[at] = f"{found['head']}'{quoted}'{found['rest']}"
    return "\n".join(lines)


def _guarded(text: str, file: str, limits: Limits, first_line: int) -> str:
    """The text once its events are known to be harmless, with unquoted colons mended."""
    for _ in range(100):
        try:
            _guard(text, file, limits, first_line)
        except yaml.MarkedYAMLError as error:
            mended = _with_quoted_colon(text, error)
            if mended is None:
                raise
            text = mended
        else:
            break
    return text


def _guard(text: str, file: str, limits: Limits, first_line: int) -> None:
    """Refuse what is too big, too deep or uses a forbidden feature, event by event."""
    if len(text.encode()) > limits.size:
        message = f"the YAML is larger than {limits.size // 1024} KiB"
        raise _Stop(Finding(reading.TOO_COMPLEX, message, Pointer(file, line=first_line)))
    depth = nodes = 0

    def at(event: Any) -> Pointer:
        return Pointer(file, line=event.start_mark.line + first_line, column=event.start_mark.column + 1)

    for event in _events(text):
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            name = getattr(event, "anchor", "")
            sign = "*" if isinstance(event, yaml.AliasEvent) else "&"
            message = f"anchors and aliases are not allowed ('{sign}{name}')"
            raise _Stop(Finding(reading.YAML_FEATURE, message, at(event), QUOTES))
        if getattr(event, "tag", None) is not None:
            message = f"tags are not allowed ('{event.tag}')"
            raise _Stop(Finding(reading.YAML_FEATURE, message, at(event), QUOTES))
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        nodes += isinstance(event, yaml.NodeEvent)
        if depth > limits.depth or nodes > limits.nodes:
            what = f"nested more than {limits.depth} deep" if depth > limits.depth else "too many values"
            raise _Stop(Finding(reading.TOO_COMPLEX, f"the YAML is too complex: {what}", at(event)))


def _events(text: str) -> Iterator[Any]:
    return cast("Iterator[Any]", yaml.parse(text, Loader=_Loader))


class _Builder:
    """Builds plain data from nodes, noting where each key and value stands."""

    def __init__(self, file: str, first_line: int, reading_: Reading) -> None:
        self.file, self.first_line, self.into = file, first_line, reading_

    def mark(self, node: yaml.Node) -> Mark:
        return Mark(node.start_mark.line + self.first_line, node.start_mark.column + 1)

    def pointer(self, node: yaml.Node) -> Pointer:
        mark = self.mark(node)
        return Pointer(self.file, line=mark.line, column=mark.column)

    def build(self, node: yaml.Node, route: Route) -> Any:
        self.into.values[route] = self.mark(node)
        if isinstance(node, yaml.MappingNode):
            return self.mapping(node, route)
        if isinstance(node, yaml.SequenceNode):
            return [self.build(item, (*route, index)) for index, item in enumerate(node.value)]
        return self.scalar(cast("yaml.ScalarNode", node))

    def mapping(self, node: yaml.MappingNode, route: Route) -> dict[str, Any]:
        data: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key = key_node.value
            if not isinstance(key, str):
                raise _Stop(
                    Finding(reading.WRONG_TYPE, "a key must be a word, not a list", self.pointer(key_node))
                )
            if key == "<<":
                raise _Stop(
                    Finding(reading.YAML_FEATURE, "merge keys are not allowed", self.pointer(key_node))
                )
            here = (*route, key)
            if key in data:
                first = self.into.keys[here]
                earlier = Related(
                    Pointer(self.file, line=first.line, column=first.column), "first written here"
                )
                message = f"the key '{key}' stands twice"
                self.into.findings.append(
                    Finding(reading.DUPLICATE_KEY, message, self.pointer(key_node), None, (earlier,))
                )
                continue
            self.into.keys[here] = self.mark(key_node)
            data[key] = self.build(value_node, here)
        return data

    def scalar(self, node: yaml.ScalarNode) -> Any:
        kind, text = node.tag.rsplit(":", 1)[-1], str(node.value)
        if kind == "bool":
            return text.lower() == "true"
        if kind == "int":
            return int(text.replace("_", "")) if len(text) <= 18 else text
        if kind == "float":
            return float(text)
        if kind == "null":
            return None
        if kind == "timestamp":
            try:
                return date(*(int(part) for part in text.split("-")))
            except ValueError:
                message = f"there is no day {text}"
                self.into.findings.append(Finding(reading.BAD_DATE, message, self.pointer(node)))
                return None
        return text
