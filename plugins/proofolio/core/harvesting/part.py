"""Which submission the parts of a review are about, and what each part says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from proofolio.core.harvesting import prose
from proofolio.core.harvesting.block import Block, Slip
from proofolio.core.harvesting.lines import Line, lines_of
from proofolio.core.harvesting.reader import read_block
from proofolio.core.harvesting.saying import Saying
from proofolio.core.harvesting.section import sections
from proofolio.core.harvesting.vocabulary import Vocabulary
from proofolio.core.model.pull import LineComment
from proofolio.core.model.submission import SubmissionKey

Words = Mapping[SubmissionKey, Vocabulary]


@dataclass(slots=True)
class Parts:
    """A review by submission. ``text`` is what belongs to none; ``unplaced`` could be about several.

    ``hints`` only sound like a rating.
    """

    blocks: dict[SubmissionKey, Block] = field(default_factory=dict)
    text: list[str] = field(default_factory=list)
    unplaced: list[Slip] = field(default_factory=list)
    hints: list[Slip] = field(default_factory=list)

    def add(self, key: SubmissionKey, block: Block) -> None:
        """Put a block to what the same review says of the same submission elsewhere."""
        there = self.blocks.setdefault(key, Block())
        for criterion, level in block.ratings.items():
            if there.ratings.setdefault(criterion, level) != level:
                there.unclear = True
                there.slips.append(Slip(f"{criterion}: {level}", "another part of the review says otherwise"))
        there.next_steps.update(block.next_steps)
        there.verdict = block.verdict or there.verdict
        there.version = block.version or there.version
        there.recused = block.recused if block.recused is not None else there.recused
        there.confirmed = block.confirmed if block.confirmed is not None else there.confirmed
        there.slips += block.slips
        there.hints += block.hints
        there.remarks += block.remarks
        there.unclear = there.unclear or block.unclear
        there.text = "\n\n".join(each for each in (there.text, block.text) if each.strip())

    @property
    def everything(self) -> str:
        """All words that rate nothing."""
        texts = [*self.text, *(block.text for block in self.blocks.values())]
        return "\n\n".join(each for each in texts if each.strip())

    @property
    def all_hints(self) -> list[Slip]:
        """Whatever only sounds like a rating."""
        return [*self.hints, *(slip for block in self.blocks.values() for slip in block.hints)]


def parts(saying: Saying, words: Words) -> Parts:
    """Take a review or comment apart, in the words of the submissions that it may be about."""
    found = Parts()
    for key, lines in sections(lines_of(saying.text), words):
        place = key or _meant(lines, words)
        if place is not None:
            found.add(place, read_block(lines, words[place]))
        else:
            _unplaced(found, lines, words)
    for line in saying.lines:
        _line_comment(found, line, words)
    return found


def _meant(lines: list[Line], words: Words) -> SubmissionKey | None:
    """The one submission whose criteria fit what the lines name."""
    if len(words) == 1:
        return next(iter(words))
    rated = {key: set(read_block(lines, each).ratings) for key, each in words.items()}
    most = max((len(each) for each in rated.values()), default=0)
    fitting = [key for key, each in rated.items() if len(each) == most]
    return fitting[0] if most and len(fitting) == 1 else None


def _unplaced(found: Parts, lines: list[Line], words: Words) -> None:
    blocks = [read_block(lines, each) for each in words.values()]
    if any(each.speaks for each in blocks):
        names = " or ".join(f"{person}/{slug}" for person, slug in words)
        first = next(line.raw.strip() for line in lines if line.read)
        found.unplaced.append(Slip(first, f"it could be about {names}; put the name on a line before it"))
    else:
        found.hints += next((each.hints for each in blocks if each.hints), [])
        found.text.append("\n".join(line.raw for line in lines).strip("\n"))


def _line_comment(found: Parts, line: LineComment, words: Words) -> None:
    parted = line.path.split("/")
    key = (parted[1], parted[2]) if len(parted) > 3 and parted[0] == "portfolios" else None
    known = words.get(key) if key else None
    lines = lines_of(line.text)
    block = read_block(lines, known) if known else Block(text="\n".join(each.raw for each in lines))
    block.text = _placed(line, block.text)
    if key is not None and known:
        found.add(key, block)
    elif block.text:
        found.text.append(block.text)


def _placed(line: LineComment, text: str) -> str:
    """A line comment's words below the name of its place, with a link to where it was said."""
    if not text.strip():
        return ""
    name = line.path.split("/", 3)[-1] if line.path.startswith("portfolios/") else line.path
    where = prose.code(name) + (f", line {line.line}" if line.line else "")
    target = prose.address(line.address)
    head = f"[{where}]({target})" if target else where
    return f"{head}:\n\n{prose.quoted(text.strip())}"
