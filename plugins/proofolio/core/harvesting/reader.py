"""Reading a review block, line after line, in the way people write it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from proofolio.core.diagnostics.suggestion import nearest
from proofolio.core.harvesting import directive, hint, phrase, table
from proofolio.core.harvesting.block import Block, Slip
from proofolio.core.harvesting.lines import Line
from proofolio.core.harvesting.spelling import Meant, folded, meant
from proofolio.core.harvesting.vocabulary import Vocabulary
from proofolio.core.model.review import Verdict

_LABELS = frozenset({"level", "my-level", "rating", "my-rating", "score"})


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
        self.topic: str | None = None
        self.columns: tuple[str, ...] | None = None
        self.open: tuple[str, int] | None = None
        self.listing = False
        self.doubtful: list[tuple[str, Slip]] = []
        self.in_code: list[str] = []
        self.kept: list[str] = []
        self.words_kept: set[int] = set()

    def read(self, lines: Sequence[Line]) -> Block:
        for line in lines:
            if not line.read:
                self._pass(line)
                continue
            for part in self._parts(line):
                if not any(
                    take(part)
                    for take in (self._directive, self._topic, self._next, self._rating, self._more)
                ):
                    self._leave(part)
        block = self.block
        block.slips += [slip for criterion, slip in self.doubtful if criterion not in block.ratings]
        if self.in_code and not block.ratings:
            why = "it stands in a code block, and those are not read"
            block.slips.append(Slip(self.in_code[0], why))
        ruled = block.ratings and not any(
            row.lstrip().startswith("|") and not _is_rule(row) for row in self.kept
        )
        left = (
            row for at, row in enumerate(self.kept) if at in self.words_kept or not (ruled and _is_rule(row))
        )
        block.text = "\n".join(left).strip("\n")
        return block

    def _pass(self, line: Line) -> None:
        """A line that is not read: a quotation, code, or nothing."""
        if line.code and self._rates(line):
            self.in_code.append(line.raw.strip())
        elif (line.words or line.quoted) and self._rates(line):
            self._hint(line, hint.WORDS if line.words else hint.QUOTED)
        if not line.raw.strip():
            self.open = self.columns = None
        if line.words:
            self.words_kept.add(len(self.kept))
        self.kept.append(line.raw)

    def _parts(self, line: Line) -> list[Line]:
        """The line, or one for each criterion that it rates."""
        columns = table.columns_of(line)
        if columns:
            self.columns = columns
            return []
        if self.columns and "|" in line.raw:
            made = table.row(line, self.columns)
            if made is not None or not line.raw.strip(" |:-\t"):
                return [replace(line, bare=made)] if made else []
        self.columns = None
        parts = phrase.apart(line.bare, self.words, not line.raw.lstrip().startswith("|"))
        return [replace(line, raw=each, bare=each) for each in parts] if len(parts) > 1 else [line]

    def _topic(self, line: Line) -> bool:
        """A criterion's name alone, or a level alone below one."""
        bare = line.bare.strip("# ")
        named = self.words.criterion_names.get(folded(bare))
        if named:
            if self.listing:
                self.open = (named, line.indent - 1)
                return True
            self.topic = self.last = named
            self.open = None
            if bare.endswith(":"):
                why = f"what follows '{bare.rstrip(' :')}' is not one of the levels"
                self.doubtful.append((named, Slip(line.raw.strip(), why)))
            self.kept.append(line.raw)
            return True
        if line.bare.startswith("# "):
            self.topic = None
        if self.topic is None or line.ticked is False:
            return False
        label, value = next(phrase.parted(bare), ("", ""))
        given = phrase.level(value if folded(label) in _LABELS else bare, self.words)
        if given is None or given.several or given.meant.id is None or not given.meant.sure:
            return False
        if folded(label) not in _LABELS and given.rest.strip(" .!") and phrase.next_in(given.rest)[1] is None:
            return False
        found = phrase.Rating(Meant(self.topic), self.topic, value, given)
        return self._rated(self.topic, found, given, line)

    def _rates(self, line: Line) -> bool:
        found = phrase.rating(line.bare, self.words)
        given = found.level if found else None
        return given is not None and not given.several

    def _slip(self, line: Line, why: str) -> None:
        self.block.slips.append(Slip(line.raw.strip(), why))

    def _hint(self, line: Line, why: str) -> None:
        if len(self.block.hints) < hint.MOST:
            self.block.hints.append(Slip(line.raw.strip(), why))

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
            if phrase.next_in(found.level.rest)[1] or any(sign in line.raw for sign in ("~~", "**", "__")):
                self._slip(line, "all levels are still there; leave only the one that you mean")
            else:
                self._hint(line, hint.EMPTY)
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
        label = folded(next(phrase.parted(line.bare), ("", ""))[0])
        if found is None or label in self.words.criterion_names:
            return False  # or it is about a criterion whose own name speaks of next steps
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
        said = f"-{folded(found[0])}-"
        inside = [name for name in self.words.criterion_names if f"-{name}-" in said]
        near = inside[0] if len(inside) == 1 else nearest(found[0], self.words.criterion_names)
        hint = f"; did you mean {self.words.criterion_names[near]}?" if near else ""
        self._slip(line, f"'{found[0]}' is not a criterion that is asked here{hint}")
        return True

    def _criterion(self, name: str) -> str | None:
        from_name = meant(name, self.words.criterion_names)
        return from_name.id if from_name and (from_name.sure or self.block.ratings) else None

    def _leave(self, line: Line) -> None:
        self.open = None
        why = hint.hint(line.bare, self.words, self.topic)
        if why:
            self._hint(line, why)
        self.kept.append(line.raw)
