"""The door to MkDocs (and ProperDocs): a plan goes in, finished pages and files come out.

The host never reads a contributed file. It is handed pages whose content is done and files whose
bytes are clean, and wraps the pages in its theme.
"""

from __future__ import annotations

import os
import posixpath
from collections.abc import Callable, Iterator
from dataclasses import replace
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment
from mkdocs.config import config_options as option
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as HostPage
from mkdocs.structure.toc import get_toc
from mkdocs.utils import get_relative_url

from proofolio import pipeline
from proofolio.adapters.images.refusal import Refusal
from proofolio.adapters.language.catalogue import tongue
from proofolio.adapters.language.setting import theme_language
from proofolio.adapters.rendering.earned import earned
from proofolio.adapters.rendering.equipment import equipment
from proofolio.adapters.rendering.finishing import Finishing
from proofolio.adapters.rendering.handbook import handbook
from proofolio.adapters.rendering.inline_scripts import inline_scripts
from proofolio.adapters.rendering.keys import MANIFEST, manifest
from proofolio.adapters.rendering.menu import menu
from proofolio.adapters.rendering.navigation import arranged, labels
from proofolio.adapters.rendering.pages import PageRenderer, RenderedPage
from proofolio.adapters.rendering.policy import policy
from proofolio.adapters.rendering.presence import Presence
from proofolio.adapters.rendering.publication import Publisher
from proofolio.adapters.rendering.settings import docs_within, extended, settle, silenced, unsafe
from proofolio.adapters.rendering.stylesheet import assets
from proofolio.cli.options import today
from proofolio.core.diagnostics.error import ProofolioError
from proofolio.core.language.say import speaking
from proofolio.core.language.tongue import English, Tongue
from proofolio.core.model import address
from proofolio.core.publishing.page import Audience, Page, SitePlan

log = get_plugin_logger(__name__)

DEPTHS = 8
"""How deep pages lie at most; the theme's own inline script names the way up."""


class ProofolioConfig(Config):
    """What ``mkdocs.yml`` may say of the plugin."""

    root = option.Type(str, default=".")
    """The folder that holds competencies/ and portfolios/, from where mkdocs.yml is."""
    handbook = option.Type(bool, default=True)
    """Whether guides, glossary and the pages about findings are part of the site."""
    audience = option.Choice(tuple(Audience), default=Audience.PUBLIC.value)
    """For whom the site is built; the environment's PROOFOLIO_AUDIENCE goes before it."""


class PlannedFile(File):
    """A page of the plan, as the host knows it: an address, and nothing to read."""

    planned: Page
    rendered: RenderedPage | None = None


class FinishedPage(HostPage):
    """A page whose content is done; the host only wraps it in its theme."""

    file: PlannedFile

    def read_source(self, config: MkDocsConfig) -> None:
        """There is no source to read: the page's text and data are set here."""
        planned = self.file.planned
        self.markdown = ""
        # The theme prints the description into an attribute without escaping it.
        # The navigation has nothing on its left for our pages, so they get the room.
        told = escape(planned.description, quote=True)
        self.meta = {"title": planned.title, "description": told, "hide": ["navigation"]}

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Set content and table of contents; no Markdown passes through the host."""
        rendered = self.file.rendered
        if rendered is None:
            raise PluginError(f"{self.file.src_uri} was not rendered")
        self.content, heads = rendered.html, rendered.toc
        self.toc = get_toc(
            [{"level": each.level, "id": each.id, "name": each.title, "children": []} for each in heads]
        )
        self.present_anchor_ids = {each.id for each in rendered.toc}


class ProofolioPlugin(BasePlugin[ProofolioConfig]):
    """Publishes portfolios, mapped to their rubrics."""

    def __init__(self) -> None:
        self.plan = SitePlan((), (), ())
        self.root = Path()
        self.pictures: dict[str, tuple[int, int]] = {}
        self.tongue: Tongue = English()
        self.audience = Audience.PUBLIC
        self.organization: str | None = None
        self.presence: Presence
        self.finishing: Finishing
        self.urls: dict[str, str] = {}

    @event_priority(100)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Refuse a theme set-up that would undo the sanitising; watch the contributed folders."""
        self.root = (Path(config.config_file_path or "mkdocs.yml").parent / self.config.root).resolve()
        self.tongue = _tongue(config)
        with speaking(self.tongue):
            config.nav = menu(config.nav)
            settle(config.theme, config.nav)
        if self.config.handbook:
            config.markdown_extensions = extended(config.markdown_extensions)
        if silenced(config.plugins):
            log.info("the site has a search of its own; `search` can be left out of the plugins")
        name = os.environ.get("PROOFOLIO_AUDIENCE") or self.config.audience
        if name not in tuple(Audience):
            raise PluginError(f"proofolio: a site is for {' or '.join(Audience)}, not for '{name}'")
        self.audience = Audience(name)
        for feature in unsafe(config.theme["features"]):
            raise PluginError(f"proofolio: the theme feature {feature} runs text as markup; remove it")
        config.watch.extend(str(self.root / name) for name in ("competencies", "portfolios"))
        config.extra_css.extend(path for path in assets() if path.endswith(".css"))
        config.extra_javascript.extend(path for path in assets() if path.endswith(".js"))
        if self.audience is Audience.INTERNAL:
            config.site_url = ""  # an internal site names no address of the public one
        return config

    @event_priority(50)
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Load, check, decide, plan; hand the host what the plan holds."""
        try:
            with speaking(self.tongue):
                inspection = pipeline.inspect(self.root, today())
                self.plan = inspection.site(self.audience)
        except ProofolioError as error:
            raise PluginError(f"proofolio: {error.message}. {error.hint or ''}") from error
        issuer = inspection.district.issuer
        self.organization = issuer.name if issuer else None
        named = config.site_url, config.site_name
        self.presence = Presence(self.plan, self.root, self.tongue.code, *named, log.warning)
        for each in self.plan.withheld:
            log.warning(f"withheld: {each.path}: {each.message}")
        with speaking(self.tongue):
            config.nav = self._nav(files, config.nav)
            for made in self._made(config):
                if made.src_uri not in files.src_uris:  # the site's own docs may replace a page of ours
                    files.append(made)
            self._render(files, config)
        return files

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Learn the theme's own inline scripts from an empty page, for the security policy."""
        # Pages name the way up to the site's root; 404.html, which is shown anywhere, names the root.
        ups = [get_relative_url(".", "x/" * depth) for depth in range(DEPTHS)]
        ups.append(urlsplit(config.site_url or "/").path)
        empty = (_empty_page(env, config, up) for up in ups)
        allowed = policy(script for html in empty for script in inline_scripts(html))
        known = self.presence, self.tongue, self.audience, self.organization
        self.finishing = Finishing(*known, allowed, self.urls[address.SEARCH])
        return env

    def on_post_page(self, output: str, *, page: HostPage, config: MkDocsConfig) -> str:
        """Put the security policy into every page, and what it alone needs into a single one."""
        planned = page.file.planned if isinstance(page.file, PlannedFile) else None
        uri, link = page.file.src_uri, _from(page.url)
        return self.finishing.page(output, uri, planned, link, foreign=self._foreign(page.file))

    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
        """And into those that are no pages, such as 404.html."""
        link = f"{urlsplit(config.site_url or '/').path.rstrip('/')}/{{}}".format
        return self.finishing.other(output_content, template_name, link)

    def on_page_content(self, html: str, *, page: HostPage, config: MkDocsConfig, files: Files) -> str:
        """Have the search know the host's own pages. The handbook is English only, and says so."""
        if not isinstance(page.file, PlannedFile) and not page.meta.get("search", {}).get("exclude"):
            self.presence.learn(page.file.src_uri, str(page.title), html)
        changed = self.presence.changed(page.file.src_uri)
        page.update_date = page.update_date if changed is None else changed
        return f'<div lang="en" dir="ltr">\n{html}\n</div>' if self._foreign(page.file) else html

    def _foreign(self, file: File) -> bool:
        english = self.tongue.code.partition("-")[0] == "en"
        return not english and handbook().get(file.src_uri) == file.content_string

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Make the search's indexes, now that every page is known."""
        with speaking(self.tongue):
            self.presence.indexes(lambda uri: self.urls[uri], Path(config.site_dir))

    def _nav(self, files: Files, nav: Any) -> Any:
        own = [each.src_uri for each in files.documentation_pages() if not each.inclusion.is_not_in_nav()]
        there = {each.uri for each in self.plan.pages}.union(own, handbook() if self.config.handbook else ())
        return arranged(nav, there.__contains__, own, internal=self.audience is Audience.INTERNAL)

    def _made(self, config: MkDocsConfig) -> Iterator[File]:
        """Everything that the plan adds to the host's files."""
        up = posixpath.relpath(".", docs_within(self.root, config.docs_dir))
        named = dict(labels(config.nav))
        for page in self.plan.pages:
            file = PlannedFile(page.uri, None, config.site_dir, config.use_directory_urls)
            file.planned, file.generated_by = page, "proofolio"
            file.inclusion = InclusionLevel.NOT_IN_NAV
            file.content_string = ""
            if page.source:
                file.edit_uri = f"{up}/{page.source}"
            FinishedPage(named.get(page.uri), file, config)
            yield file
        publisher = Publisher(self.root)
        for each in self.plan.files:
            made = publisher.make(each)
            if isinstance(made, Refusal):
                log.warning(f"withheld: {each.source}: {made.message} {made.hint}")
                continue
            if made.size:
                self.pictures[each.uri] = made.size
            yield File.generated(config, each.uri, content=made.data, inclusion=InclusionLevel.NOT_IN_NAV)
        contents = earned(self.plan, self.root, log.warning)
        contents |= self.presence.files(contents) | assets() | equipment()
        contents |= handbook() if self.config.handbook else {}
        for uri, content in contents.items():
            yield File.generated(config, uri, content=content, inclusion=InclusionLevel.NOT_IN_NAV)

    def _render(self, files: Files, config: MkDocsConfig) -> None:
        renderer = PageRenderer(self.plan, pictures=self.pictures, handbook=self.config.handbook)
        keys = {}
        for file in files:
            if isinstance(file, PlannedFile):
                link = _linker(file, files)
                made = renderer.render(file.planned, link)
                file.rendered = replace(made, html=self.presence.content(file.planned, made, link))
                keys[file.src_uri] = renderer.key(file.planned, link)
                for trouble in file.rendered.trouble:
                    log.warning(trouble)
        files.append(File.generated(config, MANIFEST, content=manifest(keys, self.audience)))
        self.urls = {file.src_uri: file.url for file in files.documentation_pages()}


def _tongue(config: MkDocsConfig) -> Tongue:
    """The theme's language is ours too; one that we have no words in leaves ours in English."""
    code = str(config.theme.get("language") or "en")
    config.theme["language"] = theme_language(code, config.theme.dirs)
    try:
        return tongue(code)
    except ProofolioError as error:
        log.info(f"proofolio: {error.message}, so its own words are English ({error.hint})")
        return English()


def _linker(here: File, files: Files) -> Callable[[str], str]:
    """Turns an address of the plan into one relative to a page."""

    def link(uri: str) -> str:
        bare, sign, place = uri.partition("#")
        there = files.get_file_from_path(bare)
        return (there.url_relative_to(here) if there else get_relative_url(bare, here.url)) + sign + place

    return link


def _from(url: str) -> Callable[[str], str]:
    """Turns an address from the site's root into one relative to ``url``."""
    return lambda path: get_relative_url(path, url)


def _empty_page(env: Environment, config: MkDocsConfig, up: str) -> str:
    """The theme around nothing: all script in it is the theme's own. ``up`` leads to the root."""
    page = HostPage("", File.generated(config, "index.md", content=""), config)
    page.content, page.meta = "", {}
    context: dict[str, Any] = {
        "nav": Navigation([], []),
        "pages": [],
        "base_url": up.rstrip("/") or "/",
        "extra_css": [],
        "extra_javascript": [],
        "mkdocs_version": "",
        "config": config,
        "page": page,
        "build_date_utc": None,
    }
    return str(env.get_template("main.html").render(context))
