"""The page of themes: tags that run across frameworks, with what published work shows of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from proofolio.core.language.name import plain
from proofolio.core.language.say import say, says
from proofolio.core.model import address
from proofolio.core.model.competency import Competency
from proofolio.core.model.submission import Submission
from proofolio.core.publishing.card import card, latest_day
from proofolio.core.publishing.page import Page
from proofolio.core.publishing.scene import Scene
from proofolio.core.publishing.views.theme import TaggedWork, ThemeCompetency, ThemeSection, ThemesView

_MOST = 3


def themes_page(scene: Scene) -> Iterator[Page]:
    """``competencies/themes/index.md``, where some competency has a theme."""
    by_theme: dict[str, list[Competency]] = {}
    for competency in filter(scene.sight.publishes, scene.district.competencies()):
        for theme in competency.themes:
            by_theme.setdefault(theme, []).append(competency)
    if not by_theme:
        return
    tagged = _tagged(scene)
    sections = tuple(_section(scene, theme, by_theme[theme], tagged) for theme in sorted(by_theme))
    told = says(
        "{n} theme that runs across frameworks.", "{n} themes that run across frameworks.", len(sections)
    )
    inputs = ("competencies/", "portfolios/")
    yield Page(address.THEMES, say("Themes"), "themes.html", ThemesView(sections), None, told, inputs)


def _section(
    scene: Scene, theme: str, competencies: list[Competency], tagged: Mapping[str, list[Submission]]
) -> ThemeSection:
    rows = tuple(_row(scene, each) for each in competencies)
    have = sum(each.shown for each in rows)
    claims = {each.key: each for one in competencies for each in scene.claims.get(one.ref, ())}
    cards = sorted((card(scene, each) for each in _one_each(claims.values())), key=lambda each: each.on or "")
    left = len(claims) - min(_MOST, len(cards))
    given = tuple(_given(scene, each, each.key in claims) for each in tagged.get(theme, ()))
    return ThemeSection(
        theme,
        plain(theme),
        says(
            "{have} of {n} competency shown in published work",
            "{have} of {n} competencies shown in published work",
            len(rows),
            have=have,
        ),
        have,
        len(rows),
        rows,
        tuple(reversed(cards))[:_MOST],
        says("{n} more piece on the competencies’ pages", "{n} more pieces on the competencies’ pages", left)
        if left
        else None,
        given,
        _given_words(len(given)) if given else None,
    )


def _tagged(scene: Scene) -> Mapping[str, list[Submission]]:
    """Published work by the themes that its author gave it, the latest first."""
    found: dict[str, list[Submission]] = {}
    for each in sorted(scene.submissions(), key=lambda one: latest_day(scene, one) or "", reverse=True):
        for theme in dict.fromkeys(each.themes):
            found.setdefault(theme, []).append(each)
    return found


def _given(scene: Scene, work: Submission, also: bool) -> TaggedWork:
    sight = scene.sight
    asked = sight.micro_credential(work.micro_credential)
    return TaggedWork(sight.submission(work), sight.person(work.person), asked, also)


def _given_words(number: int) -> str:
    return says(
        "{n} piece of work, for whatever competency. A tag is its author’s word: it adds nothing"
        " to the count above.",
        "{n} pieces of work, for whatever competency. A tag is its author’s word: it adds nothing"
        " to the count above.",
        number,
    )


def _row(scene: Scene, competency: Competency) -> ThemeCompetency:
    number = len(scene.claims.get(competency.ref, ()))
    work = says("{n} piece of work", "{n} pieces of work", number) if number else say("none yet")
    framework = scene.sight.framework(competency.framework)
    return ThemeCompetency(scene.sight.competency(competency.ref), framework, work, number > 0)


def _one_each(submissions: Iterable[Submission]) -> Iterator[Submission]:
    """One piece for each person, so that no single portfolio fills the page."""
    people = set()
    for each in submissions:
        if each.person not in people:
            people.add(each.person)
            yield each
