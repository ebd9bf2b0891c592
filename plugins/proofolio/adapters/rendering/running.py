"""The running title: what stands at the top of every sheet of a page that is printed."""

from __future__ import annotations

import re

# Our layout writes it on the page's root element; contributed texts never have an attribute of that name.
_GIVEN = re.compile(r'<div class="pf [^"]*" id="pf" (data-pf-running="[^"]*")>')
_ROOT = re.compile(r"<html\b(?![^>]*data-pf-running)", re.IGNORECASE)


def running(html: str) -> str:
    """The whole page with its running title on the root element, from where a sheet's margin can take it."""
    given = _GIVEN.search(html)
    return _ROOT.sub(lambda root: f"{root[0]} {given[1]}", html, count=1) if given else html
