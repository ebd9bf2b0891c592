"""Install pip into this virtual environment from the package index, where ensurepip is missing."""

from __future__ import annotations

import configparser
import html.parser
import os
import pathlib
import re
import runpy
import ssl
import sys
import tempfile
import urllib.parse
import urllib.request

CONFIGS = ("/etc/pip.conf", "~/.config/pip/pip.conf", "~/.pip/pip.conf")
WHEEL = re.compile(r"pip-(\d+(?:\.\d+)*)-py3-none-any\.whl")


class Links(html.parser.HTMLParser):
    """Collects the addresses of a simple index page (PEP 503)."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep the address of every link."""
        if tag == "a":
            self.found.extend(value for name, value in attrs if name == "href" and value)


def setting(name: str, default: str) -> str:
    """What pip itself would use: the environment, then its configuration files."""
    value = os.environ.get("PIP_" + name.upper().replace("-", "_"))
    for place in CONFIGS:
        parser = configparser.ConfigParser(interpolation=None)
        parser.read(pathlib.Path(place).expanduser())
        value = value or parser.get("global", name, fallback=None)
    return value or default


def main() -> None:
    """Fetch the newest pip wheel and let it install itself."""
    index = setting("index-url", "https://pypi.org/simple").rstrip("/") + "/pip/"
    bundle = setting("cert", "")
    context = ssl.create_default_context(cafile=bundle or None)
    with urllib.request.urlopen(index, context=context, timeout=60) as answer:
        links = Links()
        links.feed(answer.read().decode())
        base = answer.url
    wheels = {match.group(1): link for link in links.found if (match := WHEEL.search(link))}
    if not wheels:
        sys.exit(f"no pip wheel found at {index}; install your system's python3-venv package and try again")
    newest = max(wheels, key=lambda version: tuple(int(part) for part in version.split(".")))
    address = urllib.parse.urljoin(base, wheels[newest]).partition("#")[0]
    with tempfile.TemporaryDirectory() as folder:
        wheel = pathlib.Path(folder) / f"pip-{newest}-py3-none-any.whl"
        with urllib.request.urlopen(address, context=context, timeout=120) as answer:
            wheel.write_bytes(answer.read())
        sys.path.insert(0, str(wheel))
        sys.argv = ["pip", "install", "-q", "--disable-pip-version-check", str(wheel)]
        runpy.run_module("pip", run_name="__main__")


if __name__ == "__main__":
    main()
