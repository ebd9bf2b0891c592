"""A package on its way to a framework: what each item is called in our files."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from proofolio.core.converting.case.package import Package
from proofolio.core.converting.case.tree import Role, Tree, tree
from proofolio.core.converting.case.value import Json, ours, text
from proofolio.core.converting.case.wording import one_line, titles
from proofolio.core.converting.identify import DEVICES, Ids, identifier, is_identifier

TAKEN = (
    *("framework", "index", "search", "assets", "log", "credentials", "reviews", "self-assessments"),
    *DEVICES,
)
"""Names that files and folders of ours have already."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where an item comes to stand. ``competency`` is its own id, or that of the one it belongs to."""

    framework: str
    role: Role
    id: str
    competency: str | None

    def ref(self, near: str) -> str:
        """The competency, as a file of the framework ``near`` names it."""
        return self.id if self.framework == near else f"{self.framework}/{self.id}"


@dataclass(slots=True)
class Draft:
    """A package with its tree, and by item key its place."""

    id: str
    package: Package
    tree: Tree
    places: dict[str, Place] = field(default_factory=dict)

    def keys(self, role: Role) -> tuple[str, ...]:
        """The items of a role, in the tree's order."""
        return tuple(key for key in self.tree.order if self.tree.roles[key] is role)

    def place(self, link: object) -> Place | None:
        """The place of the item that a link leads to."""
        key = self.package.resolve(link)
        return self.places.get(key) if key else None


def drafts(packages: Sequence[Package]) -> tuple[Draft, ...]:
    """Give everything its id: the one that an export of ours told, else one made of its words."""
    found = []
    names = Ids(*TAKEN)
    for package in packages:
        told = text(ours(package.document).get("id"))
        name = names.take(told, one_line(package.document.get("title")), otherwise="framework")
        draft = Draft(name, package, tree(package))
        _call(draft)
        found.append(draft)
    return tuple(found)


def wishes(item: Json) -> tuple[str, ...]:
    """What an item's id can be made of, best first."""
    title, statement, code = titles(item)
    return code or "", one_line(item.get("abbreviatedStatement")), title, statement


def _call(draft: Draft) -> None:
    _name(draft, draft.keys(Role.DOMAIN), Ids())
    competencies = draft.keys(Role.COMPETENCY)
    _name(draft, competencies, Ids(*TAKEN))
    for key in competencies:
        _name(draft, tuple(draft.tree.below(key)), Ids())


def _name(draft: Draft, keys: Sequence[str], scope: Ids) -> None:
    """Ids that were told come first, so that a made one never takes them away."""
    told = {
        key: name for key in keys if is_identifier(name := text(ours(draft.package.items[key]).get("id")))
    }
    given = {key: scope.take(name) for key, name in told.items()}
    for key in keys:
        if key not in given:
            item = draft.package.items[key]
            given[key] = scope.take(*wishes(item), otherwise=f"item-{identifier(key)[:8]}".rstrip("-"))
        home = draft.tree.competency_of(key)
        competency = None if home is None else given[key] if home == key else draft.places[home].id
        draft.places[key] = Place(draft.id, draft.tree.roles[key], given[key], competency)
