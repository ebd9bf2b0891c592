"""What is not there yet is told once, whatever it is called."""

from __future__ import annotations

from dataclasses import replace

from tests.core.checking.builders import with_submission

from proofolio.core.checking.soundness import faulty_files, gaps_with_errors
from proofolio.core.diagnostics.finding import Gap
from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.diagnostics.rules.reference import UNKNOWN_LEVEL
from proofolio.core.diagnostics.rules.submission import TOO_FEW_CYCLES

GIVEN = with_submission()
(KEY,) = [each.key for each in GIVEN.submissions()]
WHERE = next(GIVEN.submissions()).source.down("micro_credential")
GAP = Gap(TOO_FEW_CYCLES, "1 learning cycle asked, 0 logged", WHERE)


def test_a_gap_in_other_words_is_the_same_gap() -> None:
    in_other_words = replace(GAP.as_finding(), message="1 learning cycle asked, 0 logged up to 2026-10-29")
    assert gaps_with_errors(GIVEN, {KEY: (GAP,)}, [in_other_words]) == {KEY: (GAP,)}
    assert faulty_files([in_other_words], {KEY: (GAP,)}) == frozenset()


def test_an_error_elsewhere_is_one_more() -> None:
    other = replace(GAP.as_finding(), rule=UNKNOWN_LEVEL, where=Pointer(WHERE.file, ("demonstrates", 0)))
    found = gaps_with_errors(GIVEN, {KEY: (GAP,)}, [other])
    assert [each.rule for each in found[KEY]] == [TOO_FEW_CYCLES, UNKNOWN_LEVEL]
    assert faulty_files([other], {KEY: (GAP,)}) == {WHERE.file}
