"""What is mended in the theme's pages, and that everything else stays."""

from __future__ import annotations

from proofolio.adapters.rendering.running import running
from proofolio.adapters.rendering.theme import mend

SEARCH = (
    '<div class="md-search" data-md-component="search" role="dialog">'
    '<input type="text" class="md-search__input" name="query" aria-label="Search"></div>'
)
THEIRS = '<script src="../assets/javascripts/bundle.1a2b.min.js"></script>'
OURS = '<script src="../assets/proofolio/proofolio.js"></script>'


def test_the_search_dialog_is_named_once() -> None:
    once = mend(SEARCH)
    assert 'role="dialog" aria-label="Search"' in once
    assert mend(once) == once


def test_a_group_of_pages_is_named_by_its_own_title() -> None:
    group = (
        '<nav class="md-nav" data-md-level="1" aria-labelledby="__nav_7_label" aria-expanded="true">'
        '<label class="md-nav__title" for="__nav_7"><span class="md-nav__icon md-icon"></span> Help </label>'
    )
    assert mend(group).startswith('<nav class="md-nav" data-md-level="1" aria-label="Help" aria-expanded')


def test_every_page_of_ours_has_a_way_past_the_navigation() -> None:
    frame = '<div data-md-component="skip">\n</div>'
    assert 'href="#pf"' in mend(f'{frame}<div class="pf" id="pf">')
    assert mend(frame) == frame


def test_an_empty_corner_is_no_heading() -> None:
    assert mend("<tr><th></th><th>Who</th></tr>") == "<tr><td></td><th>Who</th></tr>"


def test_the_page_for_missing_ones_says_what_to_do() -> None:
    lost = mend('<a href="/here/" title="x" class="md-header__button md-logo"></a><h1>404 - Not found</h1>')
    assert '<a href="/here/">begin at the front door</a>' in lost
    assert "404" not in lost


def test_our_script_comes_before_the_theme_s_and_there_is_one() -> None:
    mended = mend(f"<body>{THEIRS}\n{OURS}\n</body>")
    assert mended.index(OURS) < mended.index(THEIRS)
    assert mended.count("<script") == 2
    assert mend(mended) == mended


def test_what_is_not_the_theme_s_stays() -> None:
    for html in ("<p>404 - Not found</p>", THEIRS, OURS, ""):
        assert mend(html) == html


def test_the_running_title_goes_to_the_root_from_where_a_sheet_takes_it() -> None:
    body = '<div class="pf pf-page-portfolio" id="pf" data-pf-running="Ann &#34;A&#34; · Portfolio">'
    once = running(f'<html lang="en" class="no-js"><body>{body}')
    assert once.startswith('<html data-pf-running="Ann &#34;A&#34; · Portfolio" lang="en" class="no-js">')
    assert running(once) == once
    for other in ('<html><div class="pf" id="pf">', '<html><p data-pf-running="x">', body):
        assert running(other) == other
