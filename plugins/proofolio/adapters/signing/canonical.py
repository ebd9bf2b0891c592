"""The one text that a document is, whoever writes it: RDF Dataset Canonicalization (RDFC-1.0)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from pyld import jsonld  # type: ignore[import-untyped]
from pyld.canon import URDNA2015  # type: ignore[import-untyped]

from proofolio.adapters.signing.contexts import document_loader
from proofolio.adapters.signing.fault import Fault
from proofolio.core.diagnostics.error import ProofolioError

_MOST_ALIKE = 6
_MOST_STEPS = 5000
"""More of either only occurs in documents made to keep a verifier busy (RDFC-1.0, 7.1)."""
_SHOWN = 5


class UnsignableError(ProofolioError):
    """A document that cannot be signed, or whose signature would not mean what it seems to."""


def unsignable(found: Iterable[Fault]) -> UnsignableError:
    """The faults of a document in one error."""
    faults = tuple(found)
    lines = [str(each) for each in faults[:_SHOWN]]
    more = len(faults) - len(lines)
    lines += [f"and {more} more"] if more else []
    return UnsignableError("this cannot be signed:\n  " + "\n  ".join(lines))


def canonical(document: Mapping[str, Any]) -> str:
    """The document as canonical N-Quads, lines sorted, each with a line feed.

    It is URDNA2015, of which RDFC-1.0 is the standardised form; they differ in control characters
    only, which :func:`proofolio.adapters.signing.faults.faults` refuses.
    Raises UnsignableError when the document is not JSON-LD or was made to be hard to canonicalise.
    """
    try:
        options = {"documentLoader": document_loader, "processingMode": "json-ld-1.1"}
        dataset = jsonld.to_rdf(_plain(document), options)
        text = _Bounded().main(dataset, {"format": "application/n-quads"})
    except jsonld.JsonLdError as error:
        raise UnsignableError(f"this is not JSON-LD: {_reason(error)}") from None
    except RecursionError:
        raise UnsignableError("this document is nested too deep") from None
    return str(text)


class _Bounded(URDNA2015):  # type: ignore[misc]
    """Gives up in good time where many nameless nodes look alike."""

    def __init__(self) -> None:
        super().__init__()
        self._steps = 0

    def create_hash_to_related(self, id_: str, issuer: Any) -> Any:
        self._steps += 1
        found = super().create_hash_to_related(id_, issuer)
        if self._steps > _MOST_STEPS or any(len(each) > _MOST_ALIKE for each in found.values()):
            raise UnsignableError(
                "too many entries without an id look alike", "give the entries of its lists ids of their own"
            )
        return found


def _plain(value: Any) -> Any:
    """A copy in dicts and lists: pyld knows no other mappings and may write into what it is given."""
    if isinstance(value, Mapping):
        return {key: _plain(each) for key, each in value.items()}
    return [_plain(each) for each in value] if isinstance(value, list | tuple) else value


def _reason(error: Exception) -> str:
    """The innermost words of pyld; ours, when the document loader spoke."""
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ProofolioError):
            return cause.message
        following = getattr(cause, "cause", None) or cause.__cause__
        if not isinstance(following, BaseException):
            break
        cause = following
    return str(getattr(cause, "message", cause)).split("\n")[0].split(";")[0]
