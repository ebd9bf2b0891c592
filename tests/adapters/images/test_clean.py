"""Pictures come out with what can be seen, and nothing else."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from typing import Any

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from proofolio.adapters.images import clean as module
from proofolio.adapters.images.clean import CleanImage, clean
from proofolio.adapters.images.cleaner import ImageCleaner
from proofolio.adapters.images.refusal import Refusal

RED, BLUE = (250, 10, 10), (10, 10, 250)
KINDS = {"a.png": "PNG", "a.jpg": "JPEG", "a.JPEG": "JPEG", "a.webp": "WEBP", "a.gif": "GIF"}
SECRET = b"Amina-secret-camera"


def encoded(picture: Image.Image, kind: str, **settings: Any) -> bytes:
    stream = BytesIO()
    picture.save(stream, format=kind, **settings)
    return stream.getvalue()


def two_tone(width: int = 64, height: int = 32) -> Image.Image:
    """Red on the left, blue on the right."""
    picture = Image.new("RGB", (width, height), RED)
    picture.paste(BLUE, (width // 2, 0, width, height))
    return picture


def opened(result: CleanImage | Refusal) -> Image.Image:
    assert isinstance(result, CleanImage), result
    picture = Image.open(BytesIO(result.data))
    picture.load()
    assert picture.size == (result.width, result.height)
    return picture


def exif(orientation: int = 1) -> bytes:
    data = Image.Exif()
    data[0x0112] = orientation
    data[0x010F] = SECRET.decode()  # maker
    data.get_ifd(0x8825).update({1: "N", 2: (47.0, 22.0, 30.0), 3: "E", 4: (8.0, 32.0, 0.0)})  # place
    return data.tobytes()


@pytest.mark.parametrize(("name", "kind"), KINDS.items())
def test_the_picture_stays_what_it_was(name: str, kind: str) -> None:
    result = clean(encoded(two_tone(), kind), name)
    picture = opened(result)
    assert (picture.format, picture.size) == (kind, (64, 32))
    assert isinstance(result, CleanImage)
    assert result.media_type == f"image/{kind.lower()}"
    pixel = picture.convert("RGB").getpixel((5, 5))
    assert isinstance(pixel, tuple)
    assert pixel[0] > 200 > pixel[2]


@pytest.mark.parametrize(("name", "kind"), [("a.jpg", "JPEG"), ("a.png", "PNG"), ("a.webp", "WEBP")])
def test_place_and_device_are_gone(name: str, kind: str) -> None:
    settings: dict[str, Any] = {"exif": exif(), "icc_profile": SECRET * 20, "xmp": b"<x>" + SECRET + b"</x>"}
    data = encoded(two_tone(), kind, **settings)
    assert SECRET in data
    result = clean(data, name)
    picture = opened(result)
    assert isinstance(result, CleanImage)
    assert SECRET not in result.data
    assert not dict(picture.getexif())
    assert not {"exif", "icc_profile", "xmp", "comment", "XML:com.adobe.xmp"} & set(picture.info)


def test_comments_thumbnails_and_what_follows_the_end_are_gone() -> None:
    notes = PngInfo()
    notes.add_text("Author", SECRET.decode())
    notes.add_itxt("Comment", SECRET.decode(), zip=False)
    samples = {
        "a.png": encoded(two_tone(), "PNG", pnginfo=notes) + b"PK\x03\x04" + SECRET,
        "a.jpg": encoded(two_tone(), "JPEG", comment=SECRET) + b"<script>" + SECRET,
        "a.gif": encoded(two_tone(), "GIF", comment=SECRET) + SECRET,
        "a.webp": encoded(two_tone(), "WEBP") + SECRET,
    }
    for name, data in samples.items():
        result = clean(data, name)
        assert isinstance(result, CleanImage), name
        assert SECRET not in result.data
        assert b"<script>" not in result.data


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize(
    ("orientation", "size", "red_at"),
    [
        (1, (64, 32), (4, 4)),
        (2, (64, 32), (60, 4)),
        (3, (64, 32), (60, 4)),
        (4, (64, 32), (4, 4)),
        (5, (32, 64), (4, 4)),
        (6, (32, 64), (4, 4)),
        (7, (32, 64), (4, 60)),
        (8, (32, 64), (4, 60)),
        (99, (64, 32), (4, 4)),
    ],
)
def test_the_picture_stands_upright(
    kind: str, orientation: int, size: tuple[int, int], red_at: tuple[int, int]
) -> None:
    name = next(name for name, each in KINDS.items() if each == kind)
    picture = opened(clean(encoded(two_tone(), kind, exif=exif(orientation)), name)).convert("RGB")
    assert picture.size == size
    pixel = picture.getpixel(red_at)
    assert isinstance(pixel, tuple)
    assert pixel[0] > 200 > pixel[2]


def test_large_pictures_become_small_enough() -> None:
    assert opened(clean(encoded(two_tone(5000, 1000), "JPEG"), "a.jpg")).size == (2000, 400)
    assert opened(clean(encoded(two_tone(2000, 5), "PNG"), "a.png")).size == (2000, 5)
    assert opened(clean(encoded(two_tone(9000, 2), "PNG"), "a.png")).size == (2000, 1)
    tall = encoded(two_tone(3000, 1000), "JPEG", exif=exif(6))
    assert opened(clean(tall, "a.jpg")).size == (667, 2000)


def test_transparency_stays() -> None:
    glass = Image.new("RGBA", (10, 10), (255, 0, 0, 0))
    glass.paste((0, 255, 0, 255), (0, 0, 5, 10))
    for name, data in {
        "a.png": encoded(glass, "PNG"),
        "a.webp": encoded(glass, "WEBP", lossless=True),
        "a.gif": encoded(glass, "GIF"),
        "b.png": encoded(glass.quantize(), "PNG"),
        "c.png": encoded(Image.new("LA", (10, 10), (7, 0)), "PNG"),
    }.items():
        picture = opened(clean(data, name)).convert("RGBA")
        pixel = picture.getpixel((9, 5))
        assert isinstance(pixel, tuple)
        assert pixel[3] == 0, name


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGB", "RGBA", "LA", "I;16"])
def test_every_sort_of_png_is_read(mode: str) -> None:
    assert opened(clean(encoded(Image.new(mode, (8, 8)), "PNG"), "a.png")).size == (8, 8)


def test_sixteen_bits_of_grey_are_scaled_not_clipped() -> None:
    grey = Image.new("I;16", (8, 8), 0x8000)
    assert opened(clean(encoded(grey, "PNG"), "a.png")).getpixel((1, 1)) == 128


def test_print_colours_become_screen_colours() -> None:
    assert opened(clean(encoded(Image.new("CMYK", (8, 8)), "JPEG"), "a.jpg")).mode == "RGB"


@pytest.mark.parametrize(("name", "kind"), [("a.gif", "GIF"), ("a.webp", "WEBP"), ("a.png", "PNG")])
def test_animations_keep_moving(name: str, kind: str) -> None:
    frames = [Image.new("RGB", (2500, 10), colour) for colour in (RED, BLUE, RED)]
    data = encoded(frames[0], kind, save_all=True, append_images=frames[1:], duration=[100, 200, 300], loop=0)
    picture = opened(clean(data, name))
    assert getattr(picture, "n_frames", 1) == 3
    assert picture.size == (2000, 8)
    assert picture.info.get("loop") == 0


@pytest.mark.parametrize(("name", "kind"), KINDS.items())
def test_the_same_picture_gives_the_same_bytes(name: str, kind: str) -> None:
    data = encoded(two_tone(), kind)
    assert clean(data, name) == clean(data, name)


def chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def claimed_png(width: int, height: int) -> bytes:
    """Says it is that large; unpacking would show how little is there."""
    header = struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    body = zlib.compress(b"\0" * 1000)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


@pytest.mark.parametrize(("width", "height"), [(8000, 5001), (50_000, 50_000), (2**31 - 1, 2**31 - 1)])
def test_bombs_are_refused_before_they_are_opened(
    monkeypatch: pytest.MonkeyPatch, width: int, height: int
) -> None:
    def load(*_: object) -> None:
        pytest.fail("decoded")

    monkeypatch.setattr("PIL.ImageFile.ImageFile.load", load)
    assert isinstance(clean(claimed_png(width, height), "a.png"), Refusal)


def test_long_animations_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    frames = [Image.new("L", (100, 100), shade) for shade in range(0, 200, 20)]
    data = encoded(frames[0], "GIF", save_all=True, append_images=frames[1:])
    assert isinstance(clean(data, "a.gif"), CleanImage)
    monkeypatch.setattr(module, "MOST_PIXELS_OF_ALL_FRAMES", 95_000)
    assert isinstance(clean(data, "a.gif"), Refusal)
    monkeypatch.undo()
    monkeypatch.setattr(module, "MOST_FRAMES", 9)
    assert isinstance(clean(data, "a.gif"), Refusal)


def test_names_must_tell_the_truth() -> None:
    png = encoded(two_tone(), "PNG")
    refused = clean(png, "a.jpg")
    assert isinstance(refused, Refusal)
    assert ".png" in refused.hint
    assert isinstance(clean(png, "a"), Refusal)
    assert isinstance(clean(png, "a.svg"), Refusal)
    assert isinstance(clean(png, "a.tiff"), Refusal)
    heic = clean(b"\0\0\0\x18ftypheic", "a.HEIC")
    assert isinstance(heic, Refusal)
    assert "JPEG" in heic.hint


@pytest.mark.parametrize("name", KINDS)
@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"GIF89a",
        b"\x89PNG\r\n\x1a\n",
        b"\xff\xd8\xff",
        b"RIFF\0\0\0\0WEBP",
        b"<svg onload=alert(1)>",
        b"%PDF-1.7",
    ],
)
def test_what_is_no_picture_is_refused(name: str, data: bytes) -> None:
    assert isinstance(clean(data, name), Refusal)


@pytest.mark.parametrize(("name", "kind"), KINDS.items())
def test_cut_off_and_scrambled_files_never_raise(name: str, kind: str) -> None:
    whole = encoded(Image.effect_noise((60, 60), 90).convert("RGB"), kind)
    for at in range(0, len(whole), max(1, len(whole) // 40)):
        clean(whole[:at], name)
        clean(whole[:at] + bytes([whole[at] ^ 0xFF]) + whole[at + 1 :], name)
    assert isinstance(clean(whole[: len(whole) // 2], name), Refusal)


def test_too_many_bytes_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_BYTES", 100)
    assert isinstance(clean(encoded(two_tone(), "PNG") + b"\0" * 100, "a.png"), Refusal)


def test_the_confined_cleaner_gives_the_same() -> None:
    cleaner = ImageCleaner()
    for name, kind in KINDS.items():
        data = encoded(two_tone(), kind)
        assert cleaner.clean(data, f"Ünïcode {name}") == clean(data, name)
    assert cleaner.clean(b"x", "a.png") == clean(b"x", "a.png")
    # The largest picture there may be, turned, fits within the limits.
    giant = encoded(Image.new("RGB", (8000, 5000), RED), "JPEG", exif=exif(6))
    assert opened(cleaner.clean(giant, "a.jpg")).size == (1250, 2000)
