"""``proofolio schema``: written where the modelines point, printed by name, and true of the demo."""

from __future__ import annotations

import json
import re
from pathlib import Path

import jsonschema
import pytest
import yaml
from click.testing import CliRunner

from proofolio.adapters.files.schema import SCHEMAS
from proofolio.cli.main import main


class _AsText(yaml.SafeLoader):
    """Dates stay texts, as an editor's YAML 1.2 reads them."""


_AsText.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in pairs if not tag.endswith("timestamp")]
    for first, pairs in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


@pytest.mark.parametrize("name", sorted(SCHEMAS))
def test_each_is_printed_by_its_name(name: str) -> None:
    result = CliRunner().invoke(main, ["schema", name])
    assert result.exit_code == 0
    jsonschema.Draft202012Validator.check_schema(json.loads(result.output))


def test_all_are_written_where_the_modelines_point(district: Path) -> None:
    result = CliRunner().invoke(main, ["schema", "--root", str(district)])
    assert result.exit_code == 0, result.output
    pointed = re.compile(r"^# yaml-language-server: \$schema=(\S+)")
    checked = 0
    for path in sorted(district.glob("[cp]*/**/*.yml")):
        text = path.read_text(encoding="utf-8")
        found = pointed.match(text)
        assert found, f"{path} has no modeline"
        schema = json.loads((path.parent / found[1]).read_text(encoding="utf-8"))
        jsonschema.validate(yaml.load(text, _AsText), schema)
        checked += 1
    assert checked > 60


def test_front_matter_of_the_demo_is_accepted_too(district: Path) -> None:
    kinds = {
        "portfolios/*/index.md": "profile",
        "portfolios/*/log/*.md": "log",
        "portfolios/*/*/index.md": "submission",
        "portfolios/*/*/reviews/*.md": "review",
        "competencies/courses/*.md": "course",
    }
    for pattern, name in kinds.items():
        schema = json.loads(CliRunner().invoke(main, ["schema", name]).output)
        paths = sorted(district.glob(pattern))
        assert paths
        for path in paths:
            head = path.read_text(encoding="utf-8").split("---\n")[1]
            jsonschema.validate(yaml.load(head, _AsText), schema)
