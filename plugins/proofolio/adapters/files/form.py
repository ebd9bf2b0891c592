"""Issue forms as the files that forges read: ``.github/ISSUE_TEMPLATE/*.yml``. Gitea reads them too."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import yaml

from proofolio.core.drafting.form import LABEL, Control, Field, Form
from proofolio.core.drafting.questions import forms
from proofolio.core.model.district import District

FOLDER = ".github/ISSUE_TEMPLATE"
MADE = "# Made by `proofolio forms --write` from competencies/; change the definitions and make it anew.\n"
_CONFIG = "blank_issues_enabled: true\n"


def form_files(district: District) -> Mapping[str, str]:
    """Every file of the folder, by path: the same definitions give the same bytes."""
    made = {f"{FOLDER}/{each.file}": form_text(each) for each in forms(district)}
    return {f"{FOLDER}/config.yml": MADE + _CONFIG, **dict(sorted(made.items()))}


def form_text(form: Form) -> str:
    """One form as YAML."""
    data = {
        "name": form.name,
        "description": form.description,
        "title": form.title,
        "labels": [LABEL],
        "body": [_field(each) for each in form.fields],
    }
    return MADE + yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=100)


class _Dumper(yaml.SafeDumper):
    """Texts of several lines as blocks, to be read."""


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


_Dumper.add_representer(str, _text)


def _field(field: Field) -> dict[str, Any]:
    attributes: dict[str, Any] = {"label": field.label}
    for key, value in (
        ("description", field.description), ("placeholder", field.placeholder), ("value", field.value)
    ):  # fmt: skip
        if value:
            attributes[key] = value
    if field.control is Control.TICKS:
        attributes["options"] = [{"label": each} for each in field.options]
    elif field.control is Control.CHOICE:
        attributes["options"] = list(field.options)
        if field.chosen:
            attributes["default"] = 0
    shape: dict[str, Any] = {"type": field.control.value, "id": field.id, "attributes": attributes}
    if field.required:
        shape["validations"] = {"required": True}
    return shape
