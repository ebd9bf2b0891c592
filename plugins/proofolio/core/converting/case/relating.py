"""Associations of a package as what our files say: what comes before what, what corresponds to what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from proofolio.core.converting.case.draft import Draft, Place
from proofolio.core.converting.case.package import names
from proofolio.core.converting.case.tree import CHILD, Role
from proofolio.core.converting.case.value import Json, is_web, ours, table, text
from proofolio.core.converting.case.wording import one_line, plain
from proofolio.core.converting.identify import is_identifier
from proofolio.core.model.competency import Alignment, Exemplar
from proofolio.core.model.crosswalk import EXACT, RELATED

PRECEDES, REPLACED, EXEMPLAR = "precedes", "replacedBy", "exemplar"
RELATIONS = {"exactMatchOf": EXACT, "isTranslationOf": EXACT, "isRelatedTo": RELATED, "isPeerOf": RELATED}
"""How the other end of an association compares with its origin."""
PLACED = "places in the tree"
_NAMELESS = {"", "origin", "destination", "untitled"}
_ELSEWHERE = "CASE"


@dataclass(slots=True)
class Related:
    """What associations say of one competency."""

    prerequisites: list[str] = field(default_factory=list)
    related: list[str] = field(default_factory=list)
    alignments: list[Alignment] = field(default_factory=list)
    exemplars: list[Exemplar] = field(default_factory=list)
    replaced_by: str | None = None


@dataclass(slots=True)
class Relations:
    """What became of every association of a package.

    ``of`` is by competency id. ``carried`` are the positions (in ``associations``) of those that our
    files say in their own way, with what each became; ``left`` those that they cannot say, with why.
    ``dangling`` are those of which an end is not in the file.
    """

    of: dict[str, Related] = field(default_factory=dict)
    carried: dict[int, str] = field(default_factory=dict)
    left: dict[int, str] = field(default_factory=dict)
    dangling: list[int] = field(default_factory=list)

    @property
    def made(self) -> Counter[str]:
        """How many associations became what."""
        return Counter(self.carried.values())


def relations(every: Sequence[Draft]) -> tuple[Relations, ...]:
    """Read the associations of all packages of a file; they may lead from one into another."""
    places: dict[str, Place] = {}
    for draft in every:
        for key, place in draft.places.items():
            for name in (key, *names(draft.package.items[key])):
                places.setdefault(name, place)
    found = {draft.id: Relations() for draft in every}
    circles: dict[str, dict[str, set[str]]] = {PRECEDES: {}, REPLACED: {}}
    for draft in every:
        found[draft.id].carried = dict.fromkeys(draft.tree.placed.values(), PLACED)
        for at, each in enumerate(draft.package.associations):
            _read(draft, at, each, places, found, circles)
    return tuple(found[draft.id] for draft in every)


def _read(
    draft: Draft,
    at: int,
    given: Json,
    places: Mapping[str, Place],
    found: dict[str, Relations],
    circles: dict[str, dict[str, set[str]]],
) -> None:
    own = found[draft.id]
    kind = text(given.get("associationType"))
    origin, other = (_place(draft, given.get(end), places) for end in ("originNodeURI", "destinationNodeURI"))
    to_document = draft.package.resolve(given.get("destinationNodeURI")) == ""
    if (origin is None or (other is None and not to_document)) and not ours(given):
        own.dangling.append(at)
    if kind == CHILD:
        _settle(own, at, own.carried.get(at), "name a further parent, or one that is not there")
        return
    if outside := _outside(draft, kind, given, origin, other, own):
        _settle(own, at, outside, "")
        return
    if origin is None or origin.role is not Role.COMPETENCY or origin.framework != draft.id:
        _settle(own, at, None, "begin at a domain, at an indicator or outside the file")
        return
    into = own.of.setdefault(origin.id, Related())
    there = other if other is not None and other.role is Role.COMPETENCY and other != origin else None
    if kind == PRECEDES:
        _settle(
            own,
            at,
            _precede(origin, there, found, circles[PRECEDES]),
            "name no other competency of the file to prepare for, or close a circle",
        )
    elif kind == REPLACED:
        _settle(
            own,
            at,
            _replace(origin, there, into, circles[REPLACED]),
            "name no competency of the file that replaces this one, or close a circle",
        )
    elif kind == EXEMPLAR:
        _settle(own, at, _example(given, into), "lead to no web address")
    elif kind in RELATIONS and other is not origin:
        _settle(
            own,
            at,
            _align(origin, there, other, given, into, kind),
            "say what is said already, or name a part of the framework that is no competency",
        )
    else:
        _settle(own, at, None, "are of a kind that our files do not have")


def _outside(
    draft: Draft, kind: str, given: Json, origin: Place | None, other: Place | None, own: Relations
) -> str | None:
    """A reference to another framework that an export of ours names as our files do."""
    told = ours(given)
    ref = f"{one_line(told.get('framework'))}/{one_line(told.get('target'))}"
    here = other if kind == PRECEDES else origin
    if told.get("relation") or not all(is_identifier(each) for each in ref.split("/")):
        return None
    if (origin is None) is (other is None) or here is None or here.role is not Role.COMPETENCY:
        return None
    if here.framework != draft.id or kind not in (PRECEDES, REPLACED, "isRelatedTo"):
        return None
    into = own.of.setdefault(here.id, Related())
    if kind == REPLACED:
        into.replaced_by, became = into.replaced_by or ref, "replacements"
    elif kind == PRECEDES:
        became = "prerequisites"
        into.prerequisites.append(ref)
    else:
        became = "related competencies"
        into.related.append(ref)
    return became


def _settle(own: Relations, at: int, became: str | None, why: str) -> None:
    if became:
        own.carried[at] = became
    else:
        own.left[at] = why


def _place(draft: Draft, link: object, places: Mapping[str, Place]) -> Place | None:
    if draft.package.resolve(link) == "":
        return None
    return draft.place(link) or next((places[name] for name in names(link) if name in places), None)


def _ref(place: Place) -> str:
    return f"{place.framework}/{place.id}"


def _closes(circles: dict[str, set[str]], start: str, end: str) -> bool:
    """Whether a step from ``start`` to ``end`` would close a circle; if not, it is taken."""
    todo, seen = [end], {end}
    while todo:
        each = todo.pop()
        if each == start:
            return True
        new = circles.get(each, set()) - seen
        seen |= new
        todo.extend(new)
    circles.setdefault(start, set()).add(end)
    return False


def _precede(
    origin: Place, there: Place | None, found: dict[str, Relations], circles: dict[str, set[str]]
) -> str | None:
    if there is None:
        return None
    later = found[there.framework].of.setdefault(there.id, Related())
    name = origin.ref(there.framework)
    if name in later.prerequisites or _closes(circles, _ref(origin), _ref(there)):
        return None
    later.prerequisites.append(name)
    return "prerequisites"


def _replace(origin: Place, there: Place | None, into: Related, circles: dict[str, set[str]]) -> str | None:
    if there is None or into.replaced_by or _closes(circles, _ref(origin), _ref(there)):
        return None
    into.replaced_by = there.ref(origin.framework)
    return "replacements"


def _example(given: Json, into: Related) -> str | None:
    found = example_of(given)
    if found is None or found in into.exemplars:
        return None
    into.exemplars.append(found)
    return "exemplars"


def example_of(given: Mapping[str, object]) -> Exemplar | None:
    """The exemplar that an association becomes; None when it lead to no web address."""
    told, link = ours(given), table(given.get("destinationNodeURI"))
    url = text(link.get("uri"))
    _, mark, inner = url.rpartition("/uri/http")  # OpenSALT writes its own address before the real one
    url = f"http{inner}" if mark and not told else url
    if not is_web(url):
        return None
    name = one_line(link.get("title"))
    if not told and name.lower() in _NAMELESS:
        name = _host(url)
    return Exemplar(
        name or _host(url), url, one_line(told.get("kind")) or "link", plain(told.get("notice")) or None
    )


def _align(
    origin: Place, there: Place | None, other: Place | None, given: Json, into: Related, kind: str
) -> str | None:
    told = ours(given)
    if there is None and other is not None:
        return None
    if kind in ("isRelatedTo", "isPeerOf") and there is not None and not told.get("relation"):
        name = there.ref(origin.framework)
        if name in into.related:
            return None
        into.related.append(name)
        return "related competencies"
    alignment = alignment_of(given, there)
    if alignment in into.alignments:
        return None
    into.alignments.append(alignment)
    return "alignments"


def alignment_of(given: Mapping[str, object], there: Place | None = None) -> Alignment:
    """The alignment that an association becomes; ``there`` is the competency, where the file holds it."""
    told, link = ours(given), table(given.get("destinationNodeURI"))
    relation = one_line(told.get("relation")) or RELATIONS.get(text(given.get("associationType")), RELATED)
    if there is not None:
        return Alignment(there.framework, there.id, relation)
    framework, target = one_line(told.get("framework")), one_line(told.get("target"))
    if framework and target:
        return Alignment(framework, target, relation)
    uri = text(link.get("uri"))
    name = one_line(link.get("title"))
    target = one_line(link.get("identifier")) or one_line(uri) if name.lower() in _NAMELESS else name
    return Alignment(_host(uri), target or _ELSEWHERE, relation)


def _host(uri: str) -> str:
    try:
        return one_line(urlsplit(uri).hostname or "") or _ELSEWHERE
    except ValueError:
        return _ELSEWHERE
