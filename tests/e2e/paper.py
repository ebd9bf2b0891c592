"""A page as it is printed."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from tests.e2e.browse import open_page


def printed(browser: Any, address: str, target: Path) -> list[str]:
    """The words on each sheet."""
    page, _ = open_page(browser, address)
    page.pdf(path=str(target), prefer_css_page_size=True, format="A4")
    page.context.close()
    reader = shutil.which("pdftotext")
    if reader is None:
        pytest.skip("pdftotext (poppler-utils) is not installed")
    told = subprocess.run([reader, "-layout", str(target), "-"], capture_output=True, text=True, check=True)
    return told.stdout.split("\f")[:-1]
