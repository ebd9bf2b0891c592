"""Every page is sound HTML that one can read by ear, by keyboard and without script."""

from __future__ import annotations

import importlib.util
import re
import sys
from pathlib import Path

import pytest

from proofolio.adapters.rendering.pages import PageRenderer
from proofolio.core.publishing.page import Page

HERE = Path(__file__).parent


def _neighbour(name: str):  # noqa: ANN202
    spec = importlib.util.spec_from_file_location(f"pages_{name}", HERE / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module
