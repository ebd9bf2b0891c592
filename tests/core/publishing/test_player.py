"""Which addresses are played within a page, and which stay links."""

from __future__ import annotations

import pytest
from tests.core.publishing.builders import district, page, portfolio, site, submission

from proofolio.core.model.artifact import Artifact, ArtifactKind
from proofolio.core.publishing.player import player

UUID = "9c9de5e8-0a1e-484a-b099-e80766180a6d"


@pytest.mark.parametrize(
    ("url", "kind", "played"),
    [
        ("https://www.youtube.com/watch?v=abcdefghi_1", "frame", "https://www.youtube-nocookie.com/embed/abcdefghi_1"),
        ("https://youtu.be/abcdefghi-1?t=5", "frame", "https://www.youtube-nocookie.com/embed/abcdefghi-1"),
        ("https://m.youtube.com/shorts/abcdefghi_1", "frame", "https://www.youtube-nocookie.com/embed/abcdefghi_1"),
        ("https://vimeo.com/123456789", "frame", "https://player.vimeo.com/video/123456789?dnt=1"),
        ("https://vimeo.com/123456789/0a1b2c3d4e", "frame", "https://player.vimeo.com/video/123456789?dnt=1&h=0a1b2c3d4e"),
        (f"https://tube.example.org/videos/watch/{UUID}", "frame", f"https://tube.example.org/videos/embed/{UUID}"),
        ("https://tube.example.org/w/kkGMgK9ZtnKfYAgnEtQxbv", "frame", "https://tube.example.org/videos/embed/kkGMgK9ZtnKfYAgnEtQxbv"),
        ("https://video.example.org/a/film.MP4?x=1", "video", "https://video.example.org/a/film.MP4?x=1"),
        ("https://video.example.org/talk.mp3", "audio", "https://video.example.org/talk.mp3"),
    ],
)  # fmt: skip
def test_known_players_and_plain_files_are_played(url: str, kind: str, played: str) -> None:
    found = player(url)
    assert found is not None
    assert (found.kind, found.url) == (kind, played)
    assert played.startswith(f"https://{found.host}/")


@pytest.mark.parametrize(
    ("url", "start"),
    [
        ("https://youtu.be/abcdefghi-1", "https://www.youtube-nocookie.com/embed/abcdefghi-1?start={at}&autoplay=1"),
        ("https://vimeo.com/123456789/0a1b2c3d4e", "https://player.vimeo.com/video/123456789?dnt=1&h=0a1b2c3d4e&autoplay=1#t={at}s"),
        (f"https://tube.example.org/w/{UUID}", f"https://tube.example.org/videos/embed/{UUID}?start={{at}}s&autoplay=1"),
        ("https://video.example.org/a.mp4", None),
    ],
)  # fmt: skip
def test_a_frame_begins_where_it_is_told(url: str, start: str | None) -> None:
    found = player(url)
    assert found is not None
    assert found.start == start


@pytest.mark.parametrize(
    "url",
    [
        None, "", "http://vimeo.com/123456789", "javascript:alert(1)", "https://video.example.org/cedar/launch",
        "https://www.youtube.com/watch?v=short", "https://www.youtube.com/watch?v=abcdefghi_1%22onload=",
        "https://www.youtube.com/@somebody", "https://vimeo.com/channels/staff",
        "https://user:key@a.example.org/x.mp4",
        "https://a.example.org:8443/x.mp4", "https://10.0.0.1/x.mp4", "https://localhost/x.mp4",
        "https://[::1]/x.mp4",
        "https://a.example.org;script-src/x.mp4", "https://a_b.example.org/x.mp4",
        "https://a.example.org/x y.mp4",
        "https://evil.example.org/w/short", "https://site.example.org/film.mp4",
    ],
)  # fmt: skip
def test_everything_else_stays_a_link(url: str | None) -> None:
    assert player(url, "https://site.example.org") is None


def test_a_page_names_the_hosts_of_its_own_films_only() -> None:
    film = Artifact(None, "https://vimeo.com/123456789", ArtifactKind.VIDEO, "A film")
    spoken = Artifact(None, "https://files.example.org/a.mp3", ArtifactKind.AUDIO, "A talk")
    linked = Artifact(None, "https://vimeo.com/987654321", ArtifactKind.LINK, "A link")
    work = submission("ann", "paced", artifacts=(film, spoken, linked))
    refused = submission(
        "ann", "kept", artifacts=(Artifact(None, film.url, film.kind, "Kept", consent=False),)
    )
    shown = site(district(portfolio("ann", work, refused)))
    own = page(shown, "portfolios/ann/paced/index.md")
    assert (own.frames, own.media) == (("player.vimeo.com",), ("files.example.org",))
    kept = page(shown, "portfolios/ann/kept/index.md")
    assert (kept.frames, kept.media) == ((), ())
    assert [each.uri for each in shown.pages if each.frames] == ["portfolios/ann/paced/index.md"]
