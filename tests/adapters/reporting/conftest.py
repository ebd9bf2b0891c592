"""Located findings to report."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from proofolio.adapters.reporting.located import Located, RelatedPlace
from proofolio.core.diagnostics.finding import Finding
from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.diagnostics.rule import Rule, Severity

MakeLocated = Callable[..., Located]


@pytest.fixture
def located() -> MakeLocated:
    """Makes a located finding; what is not said is ordinary."""

    def make(
        rule: str = "unknown-competency",
        file: str = "portfolios/amina-yusuf/menu-maths/index.md",
        line: int = 3,
        column: int = 19,
        message: str = "there is no competency 'pace-a-unti'",
        hint: str | None = "did you mean pace-a-unit?",
        snippet: str | None = "micro_credential: pace-a-unti",
        warning: bool = False,
        related: tuple[RelatedPlace, ...] = (),
    ) -> Located:
        severity = Severity.WARNING if warning else Severity.ERROR
        broken = Rule(
            rule, "A competency that nobody defined", "It would map nowhere.", "Correct it.", severity
        )
        return Located(Finding(broken, message, Pointer(file), hint), line, column, snippet, related)

    return make


@pytest.fixture
def shuffled(located: MakeLocated) -> list[Located]:
    """Findings that stand in none of the right orders; ``message`` says where each belongs."""
    return [
        located(message="6", file="portfolios/b.md", line=1, column=1, warning=True),
        located(message="5", file="portfolios/a.md", line=10, column=1, rule="b"),
        located(message="2", file="portfolios/a.md", line=2, column=9, rule="b"),
        located(message="4", file="portfolios/a.md", line=10, column=1, rule="a"),
        located(message="3", file="portfolios/a.md", line=2, column=10, rule="a"),
        located(message="1", file="competencies/z.yml", line=99, column=99),
    ]
