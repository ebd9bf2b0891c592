"""Links that lead from a page to a form or into the forge's editor, for people who don't know Git."""

from __future__ import annotations

from dataclasses import dataclass

from proofolio.core.publishing.page import Ref, WebLink


@dataclass(frozen=True, slots=True)
class FormLink:
    """A form on the site; ``person`` is who is going to fill it in, if that is known.

    ``fragment`` stands behind the address's # and so never leaves the browser.
    """

    uri: str
    person: str | None = None
    fragment: str | None = None


@dataclass(frozen=True, slots=True)
class ActionView:
    """One thing to do. ``hint`` says in a sentence what to look out for.

    ``see`` is where the words stand that the editor could not be given. With ``form``, it is done on the
    site itself, and the link has no address.
    """

    link: WebLink
    hint: str | None = None
    see: Ref | None = None
    form: FormLink | None = None


@dataclass(frozen=True, slots=True)
class ActionGroup:
    """What one sort of reader may do; ``whose`` says for whom it is ("Is this your portfolio?").

    ``more`` are further choices, folded away under the words ``summary``; ``rest`` leads to those that
    are not among them. ``block`` is a text to copy; ``block_hint`` says where to.
    """

    whose: str
    actions: tuple[ActionView, ...]
    summary: str | None = None
    more: tuple[ActionView, ...] = ()
    rest: Ref | None = None
    block: str | None = None
    block_hint: str | None = None


@dataclass(frozen=True, slots=True)
class ActionsView:
    """All that can be done from a page. ``note`` says where the links lead and what becomes of it.

    ``warning`` is for all to see: the links lead nowhere, because this is an example.
    """

    groups: tuple[ActionGroup, ...]
    note: str
    warning: str | None = None
