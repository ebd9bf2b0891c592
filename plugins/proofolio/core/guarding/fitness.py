"""Whether a file may lie in a portfolio at all, whoever brings it."""

from __future__ import annotations

from collections.abc import Iterator

from proofolio.core.diagnostics.finding import Finding
from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.diagnostics.rules.authority import UNFIT_FILE
from proofolio.core.diagnostics.rules.reading import BAD_NAME, SPECIAL_FILE, SYMBOLIC_LINK
from proofolio.core.guarding.place import Kind, Touched, is_unseen, shown

LINK, REPOSITORY, PROGRAM = "120000", "160000", "100755"
MAX_STEPS = 12
MAX_PATH = 240
_PASSED_OVER = "__pycache__"


def unfit(each: Touched) -> Iterator[Finding]:
    """What is wrong with a file that comes in or changes. Taking one away is always fine."""
    after = each.file.after
    if after is None or each.kind is Kind.ADMINISTRATION:
        return
    if after.mode == LINK:
        yield Finding(SYMBOLIC_LINK, "a symbolic link, not a file", each.where)
    elif after.mode == REPOSITORY:
        yield Finding(SPECIAL_FILE, "another repository, not an ordinary file", each.where)
    elif after.mode == PROGRAM and (each.file.before is None or each.file.before.mode != PROGRAM):
        hint = "take the mark away (git update-index --chmod=-x, with the file's name behind it)"
        yield Finding(UNFIT_FILE, "the file is marked as a program", each.where, hint)
    yield from _name(each)


def _name(each: Touched) -> Iterator[Finding]:
    for at, step in enumerate(each.steps):
        if any(is_unseen(character) for character in step):
            message = "the name holds an invisible or unusable character"
            yield Finding(BAD_NAME, message, Pointer(shown("/".join(each.steps[: at + 1]))))
            return
    if any(step.startswith(".") or step == _PASSED_OVER for step in each.steps):
        yield Finding(UNFIT_FILE, "a hidden file, which no reader would see", each.where)
    elif each.kind is not Kind.IMPORTED and (len(each.steps) > MAX_STEPS or len(each.file.path) > MAX_PATH):
        message = f"the path is too long (at most {MAX_STEPS} steps and {MAX_PATH} characters)"
        yield Finding(UNFIT_FILE, message, each.where, "use fewer folders and shorter names")
