"""The review block: what one comment says of one submission, in the way people write it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from proofolio.core.diagnostics.suggestion import nearest
from proofolio.core.harvesting import directive, phrase
from proofolio.core.harvesting.lines import Line
from proofolio.core.harvesting.spelling import folded, meant
from proofolio.core.harvesting.vocabulary import Vocabulary
from proofolio.core.model.review import Verdict

_TABLE_HEADS = frozenset({"criterion", "criteria", "level", "rating", "next", "next-step", "next-steps"})


@dataclass(frozen=True, slots=True)
class Slip:
    """A line that looks like part of a review and could not be understood, and why."""

    line: str
    why: str


@dataclass(slots=True)
class Block:
    """What was understood. ``remarks`` say what a word with a slip in it was taken for.

    ``version`` are the digits of the digest that was read, if a line gives them; ``recused`` and
    ``confirmed`` are None unless said, else what was said with it. ``unclear``: two lines say
    opposite things. ``text`` is everything else.
    """

    ratings: dict[str, str] = field(default_factory=dict)
    next_steps: dict[str, str] = field(default_factory=dict)
    verdict: Verdict | None = None
    version: str | None = None
    recused: str | None = None
    confirmed: str | None = None
    slips: list[Slip] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    unclear: bool = False
    text: str = ""

    @property
    def speaks(self) -> bool:
        """Whether anything was said that makes it a review."""
        return bool(self.ratings or self.next_steps or self.verdict) or self.steps_in

    @property
    def steps_in(self) -> bool:
        """Whether it is a recusal or a confirmation."""
        return self.recused is not None or self.confirmed is not None


def read_block(lines: Sequence[Line], words: Vocabulary) -> Block:
    """What lines say in the words of one micro-credential's rubric."""
    return _Reader(words).read(lines)


def _is_rule(row: str) -> bool:
    """Whether a row is the ruled line below a table's head."""
    return row.lstrip().startswith("|") and not row.strip(" |:-\t")


class _Reader:
    """Reads line after line, remembering which criterion a next step belongs to."""

    def __init__(self, words: Vocabulary) -> None:
        self.words = words
        self.block = Block()
        self.last: str | None = None
        self.open: tuple[str, int] | None = None
        self.listing = False
        self.doubtful: list[tuple[str, Slip]] = []
        self.in_code: list[str] = []
        self.kept: list[str] = []

    def read(self, lines: Sequence[Line]) -> Block:
        for line in lines:
            if not line.read:
                if line.code and self._rates(line):
                    self.in_code.append(line.raw.strip())
                if not line.raw.strip():
                    self.open = None
                self.kept.append(line.raw)
            elif not (self._directive(line) or self._next(line) or self._rating(line) or self._more(line)):
                self._leave(line)
        block = self.block
        block.slips += [slip for criterion, slip in self.doubtful if criterion not in block.ratings]
        if self.in_code and not block.ratings:
            why = "it stands in a code block, and those are not read"
            block.slips.append(Slip(self.in_code[0], why))
        ruled = block.ratings and not any(
            row.lstrip().startswith("|") and not _is_rule(row) for row in self.kept
        )
        block.text = "\n".join(row for row in self.kept if not (ruled and _is_rule(row))).strip("\n")
        return block

    def _rates(self, line: Line) -> bool:
        found = phrase.rating(line.bare, self.words)
        given = found.level if found else None
        return given is not None and not given.several

    def _slip(self, line: Line, why: str) -> None:
        self.block.slips.append(Slip(line.raw.strip(), why))

    def _directive(self, line: Line) -> bool:
        block, bare = self.block, line.bare.removeprefix("/").removeprefix("# ")
        said = directive.verdict(bare)
        if said:
            self.open, self.listing = None, False
            value, rest = said
            if value and block.verdict and value is not block.verdict:
                block.unclear = True
                self._slip(line, f"the verdict was '{block.verdict.value}' in a line before it")
            elif value is Verdict.RECUSED:
                block.recused = rest
            elif value:
                block.verdict = value
                self.kept += [rest] if rest else []
            elif bare.rstrip(" .…_").endswith((":", "=", "–", "-", "—")) or "|" in bare:
                pass  # nobody filled it in
            else:
                self._slip(line, "a verdict is met or revise")
            return True
        digits = directive.version(bare)
        if digits is not None:
            block.version = digits or block.version
            if not digits:
                self._slip(line, "a version has at least 12 digits, as the line to copy shows it")
            return True
        recused, confirmed = directive.recusal(bare), directive.confirmation(bare)
        if recused is not None:
            block.recused = recused
        elif confirmed is not None:
            block.confirmed = confirmed
        else:
            folded_bare = folded(bare)
            return folded_bare.startswith(("version", "digest")) and len(folded_bare) <= len("version")
        self.kept += [recused or confirmed or ""]
        return True

    def _rating(self, line: Line) -> bool:
        found = phrase.rating(line.bare, self.words)
        if found is None:
            return self._stray(line)
        criterion = found.criterion.id
        if criterion is None:
            if found.level:
                choices = " or ".join(found.criterion.choices)
                self._slip(line, f"'{found.label}' could mean {choices}")
            return found.level is not None
        if found.level is None:
            if self.listing:
                return self._step(criterion, found.value, line)
            why = f"what follows '{found.label}' is not one of the levels"
            self.doubtful.append((criterion, Slip(line.raw.strip(), why)))
            self.open = None
            self.kept.append(line.raw)
            return True
        if found.level.untouched:
            return True
        if found.level.several or found.level.meant.id is None:
            choices = " or ".join(found.level.meant.choices)
            why = f"it could mean {choices}" if choices else "it names more than one level"
            self._slip(line, why)
            return True
        return self._rated(criterion, found, found.level, line)

    def _rated(self, criterion: str, found: phrase.Rating, given: phrase.Level, line: Line) -> bool:
        block, level = self.block, given.meant.id or ""
        if block.ratings.get(criterion, level) != level:
            block.unclear = True
            self._slip(line, f"{criterion} was rated '{block.ratings[criterion]}' in a line before it")
            return True
        if not found.criterion.sure:
            block.remarks.append(f"'{found.label}' was read as {criterion}")
        if not given.meant.sure:
            block.remarks.append(f"'{found.value[: len(found.value) - len(given.rest)]}' was read as {level}")
        block.ratings[criterion] = level
        self.last, self.listing = criterion, False
        comment, step = phrase.next_in(given.rest)
        self.kept += [f"**{criterion}** – {comment}", ""] if comment else []
        self.open = None
        if step:
            self._step(criterion, step, line)
        return True

    def _next(self, line: Line) -> bool:
        found = phrase.own_next(line.bare)
        if found is None:
            return False
        name, step = found
        named = self._criterion(name) if name else None
        if name and named is None:
            return False
        criterion = named or self.last
        heading = criterion is None or line.bare.startswith("# ") or criterion in self.block.next_steps
        if heading and not name and not step:
            self.listing, self.open = True, None
            return True
        if criterion is None:
            return False
        if not step:
            self.open = (criterion, line.indent)
            return True
        return self._step(criterion, step, line)

    def _step(self, criterion: str, step: str, line: Line) -> bool:
        given = phrase.filled(step)
        if given:
            before = self.block.next_steps.get(criterion)
            self.block.next_steps[criterion] = f"{before} {given}" if before and before != given else given
        self.open = (criterion, line.indent) if given else None
        return True

    def _more(self, line: Line) -> bool:
        """A line that goes on with the next step above it: it is set in, or that one is still empty."""
        if self.open is None:
            return False
        criterion, indent = self.open
        if criterion in self.block.next_steps and line.indent <= indent:
            return False
        self._step(criterion, line.bare, line)
        self.open = (criterion, indent)
        return True

    def _stray(self, line: Line) -> bool:
        found = phrase.stray(line.bare, self.words)
        if found is None:
            return False
        near = nearest(found[0], self.words.criterion_names)
        hint = f"; did you mean {self.words.criterion_names[near]}?" if near else ""
        self._slip(line, f"'{found[0]}' is not a criterion that is asked here{hint}")
        return True

    def _criterion(self, name: str) -> str | None:
        from_name = meant(name, self.words.criterion_names)
        return from_name.id if from_name and (from_name.sure or self.block.ratings) else None

    def _leave(self, line: Line) -> None:
        self.open = None
        cells: Mapping[str, bool] = {folded(cell): True for cell in line.bare.split("|")}
        if line.raw.lstrip().startswith("|") and cells.keys() <= _TABLE_HEADS:
            return
        self.kept.append(line.raw)
