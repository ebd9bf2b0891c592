"""A day in words, in the language that is spoken, whatever the machine's locale."""

from __future__ import annotations

from proofolio.core.language.say import day as day
