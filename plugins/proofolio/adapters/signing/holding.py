"""Whether signatures hold: each document is looked at once, and many at the same time.

Canonicalising takes about fifteen milliseconds for a credential with a rubric, which is nothing for a
dozen and too long for a thousand; so a thousand are shared out among processes.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor

from proofolio.adapters.confined.process import Confined, Limits, Stopped
from proofolio.adapters.signing.document import parse
from proofolio.adapters.signing.proof import proof_trouble
from proofolio.core.diagnostics.error import ProofolioError
from proofolio.core.model.did import IssuerKeys

Keys = frozenset[tuple[str, str]]
"""The keys that may have signed: each one's absolute id, and its multibase."""

_MOST_KEPT = 20_000
_FEW = 150
"""Up to so many, starting further processes takes longer than the work."""
_MOST_WORKERS = 8
_LIMITS = Limits(cpu_seconds=600, wall_seconds=600, memory_bytes=2 * 1024 * 1024 * 1024)
_TASK = "proofolio.adapters.signing.holding:batch"
_known: dict[tuple[bytes, Keys], str | None] = {}


def by_method(keys: IssuerKeys) -> Keys:
    """An issuer's keys by their absolute ids."""
    return frozenset((each.id_under(keys.did), each.multibase) for each in keys.keys)


def trouble(data: bytes, keys: Keys) -> str | None:
    """Why the proof of the document in these bytes does not hold, in words; None when it does."""
    if (data, keys) not in _known:
        _keep(data, keys, _look(data, keys))
    return _known[data, keys]


def look_through(documents: Iterable[bytes], keys: Keys) -> None:
    """Look at all of these documents now, so that :func:`trouble` knows each at once."""
    new = [each for each in dict.fromkeys(documents) if (each, keys) not in _known]
    workers = min(os.cpu_count() or 1, _MOST_WORKERS)
    if len(new) <= _FEW or workers < 2:
        return
    parts = [new[at::workers] for at in range(workers)]
    with ThreadPoolExecutor(workers) as pool:
        for part, answers in zip(parts, pool.map(lambda part: _elsewhere(part, keys), parts), strict=True):
            for data, answer in zip(part, answers, strict=False):
                _keep(data, keys, answer)


def batch(payload: bytes) -> bytes:
    """The far side of :func:`look_through`: JSON in, one answer for each document out."""
    given = json.loads(payload)
    keys = frozenset((method, multibase) for method, multibase in given["keys"])
    found = [_look(each.encode("utf-8", "surrogateescape"), keys) for each in given["documents"]]
    return json.dumps(found).encode()


def _elsewhere(part: list[bytes], keys: Keys) -> list[str | None]:
    """The answers of a process of its own; none when it could not give them."""
    documents = [each.decode("utf-8", "surrogateescape") for each in part]
    answer = Confined(_TASK, _LIMITS).run(json.dumps({"keys": sorted(keys), "documents": documents}).encode())
    found: list[str | None] = [] if isinstance(answer, Stopped) else json.loads(answer)
    return found


def _look(data: bytes, keys: Keys) -> str | None:
    try:
        return proof_trouble(parse(data), dict(keys))
    except ProofolioError as error:
        return error.message
    except (ValueError, RecursionError):
        return "it is not a document that can be read"


def _keep(data: bytes, keys: Keys, answer: str | None) -> None:
    if len(_known) >= _MOST_KEPT:
        _known.clear()
    _known[data, keys] = answer
