"""Times as credentials write them: with a zone, always."""

from __future__ import annotations

import re
from datetime import UTC, datetime

_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)", re.ASCII)
_FRACTION = re.compile(r"\.\d+")


def moment(text: object) -> datetime | None:
    """The time that an XML Schema ``dateTimeStamp`` means; None when it is not one."""
    if not isinstance(text, str) or not _MOMENT.fullmatch(text):
        return None
    try:
        return datetime.fromisoformat(_FRACTION.sub(_micro, text)).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _micro(found: re.Match[str]) -> str:
    return f"{found.group()[:7]:0<7}"
