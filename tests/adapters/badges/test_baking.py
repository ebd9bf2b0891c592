"""What is baked comes out again, the same as data; what was made to do harm is refused."""

from __future__ import annotations

import json
import struct
import zlib
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, PngImagePlugin

from proofolio.adapters.badges.baked_png import SIGNATURE, Chunk
from proofolio.adapters.badges.baking import MOST_BYTES, bake, unbake
from proofolio.core.diagnostics.error import ProofolioError

SPACE = "https://purl.imsglobal.org/ob/v3p0"
CREDENTIAL = {
    "id": "https://example.org/1.json",
    "name": 'Größe “x” ]]> <b> & "q" 😀 \u2028',
    "n": [1.5, True],
}
PLAIN_SVG = (
    b'<?xml version="1.0"?>\n<!-- <svg> --><svg xmlns="http://www.w3.org/2000/svg" id="a>b"><g/></svg>\n'
)


def plain_png() -> bytes:
    stream = BytesIO()
    about = PngImagePlugin.PngInfo()
    about.add_itxt("Title", "Größe")
    Image.new("RGBA", (4, 4), (200, 30, 30, 128)).save(stream, "PNG", pnginfo=about)
    return stream.getvalue()


PICTURES = {"png": plain_png(), "svg": PLAIN_SVG}


def written(document: Any) -> bytes:
    return json.dumps(document, ensure_ascii=False).encode("utf-8")


def itxt(content: bytes) -> bytes:
    return Chunk(b"iTXt", content).written()


def with_chunks(*chunks: bytes) -> bytes:
    image = plain_png()
    return image[:33] + b"".join(chunks) + image[33:]


@pytest.mark.parametrize("kind", PICTURES)
def test_there_and_back(kind: str) -> None:
    picture = PICTURES[kind]
    assert unbake(picture) is None
    baked = bake(picture, written(CREDENTIAL))
    assert baked == bake(picture, written(CREDENTIAL))
    inside = unbake(baked)
    assert inside is not None
    assert inside.isascii()
    assert json.loads(inside) == CREDENTIAL


@pytest.mark.parametrize("kind", PICTURES)
def test_baking_again_replaces(kind: str) -> None:
    other = {"id": "https://example.org/2.json"}
    twice = bake(bake(PICTURES[kind], written(CREDENTIAL)), written(other))
    assert twice == bake(PICTURES[kind], written(other))
    assert b"1.json" not in twice


def test_a_png_holds_it_as_the_standard_says() -> None:
    baked = bake(plain_png(), written(CREDENTIAL))
    assert baked.count(b"openbadgecredential") == 1
    at = baked.index(b"iTXtopenbadgecredential")
    (length,) = struct.unpack(">I", baked[at - 4 : at])
    content = baked[at + 4 : at + 4 + length]
    assert content.startswith(b'openbadgecredential\0\0\0\0\0{"id":')
    assert struct.unpack(">I", baked[at + 4 + length : at + 8 + length])[0] == zlib.crc32(b"iTXt" + content)
    picture = Image.open(BytesIO(baked))
    picture.load()
    assert picture.getpixel((1, 1)) == (200, 30, 30, 128)
    assert picture.text["Title"] == "Größe"
    assert json.loads(picture.text["openbadgecredential"]) == CREDENTIAL


def test_an_svg_holds_it_as_the_standard_says() -> None:
    baked = bake(PLAIN_SVG, written(CREDENTIAL)).decode()
    assert f'<svg xmlns="http://www.w3.org/2000/svg" id="a>b" xmlns:openbadges="{SPACE}">' in baked
    assert '"><openbadges:credential><![CDATA[{"id":' in baked
    assert baked.endswith("}]]></openbadges:credential><g/></svg>\n")
    assert baked.startswith('<?xml version="1.0"?>\n<!-- <svg> --><svg ')


def test_a_learner_record_has_a_name_of_its_own() -> None:
    record = written({"type": ["VerifiableCredential", "ClrCredential"]})
    assert b"iTXtclrcredential\0" in bake(plain_png(), record)
    for picture in PICTURES.values():
        assert json.loads(unbake(bake(picture, record)) or b"") == json.loads(record)
        changed = bake(bake(picture, record), written(CREDENTIAL))
        assert json.loads(unbake(changed) or b"") == CREDENTIAL


@given(st.dictionaries(st.text(), st.text() | st.integers(-(2**50), 2**50) | st.lists(st.booleans())))
def test_any_text_survives(document: dict[str, Any]) -> None:
    for picture in PICTURES.values():
        assert json.loads(unbake(bake(picture, json.dumps(document).encode())) or b"") == document


def svg_with(*elements: str, root: str = "") -> bytes:
    head = f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:openbadges="{SPACE}" {root}>'
    return (head + "".join(elements) + "</svg>").encode()


def test_tokens_of_others_come_out_as_they_are() -> None:
    token = "eyJhbGciOiJFUzI1NiJ9.e30.c2ln"
    for element in (
        f'<openbadges:credential verify="{token}"/>',
        f'<openbadges:credential verify="{token}"></openbadges:credential>',
    ):
        assert unbake(svg_with(element, "<g/>")) == token.encode()
        assert bake(svg_with(element, "<g/>"), b"{}") == bake(svg_with("<g/>"), b"{}")
    assert unbake(with_chunks(itxt(b"openbadgecredential\0\0\0\0\0" + token.encode()))) == token.encode()


DEEP = b'<svg xmlns="http://www.w3.org/2000/svg">' + b"<g>" * 5000 + b"</g>" * 5000 + b"</svg>"
LAUGHS = b'<!DOCTYPE svg [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><svg xmlns="http://www.w3.org/2000/svg">&b;</svg>'
OUTSIDE = b'<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg xmlns="http://www.w3.org/2000/svg">&x;</svg>'
GOOD = b"openbadgecredential\0\0\0\0\0{}"
BAD_PICTURES = {
    "no picture": b"hello",
    "nothing": b"",
    "a JPEG": b"\xff\xd8\xff\xe0",
    "too large": SIGNATURE + bytes(MOST_BYTES),
    "only a signature": SIGNATURE,
    "cut off": plain_png()[:-3],
    "cut in a chunk": plain_png()[:60],
    "a wrong checksum": plain_png()[:40] + b"\0" + plain_png()[41:],
    "a huge chunk": plain_png()[:33] + b"\xff\xff\xff\xff" + plain_png()[37:],
    "something after the end": plain_png() + b"x",
    "no head": SIGNATURE + plain_png()[33:],
    "two heads": plain_png()[:33] + plain_png()[8:],
    "two credentials": with_chunks(itxt(GOOD), itxt(GOOD)),
    "two kinds": with_chunks(itxt(GOOD), itxt(b"clrcredential\0\0\0\0\0{}")),
    "packed": with_chunks(itxt(b"openbadgecredential\0\1\0\0\0" + zlib.compress(b"{}"))),
    "no parts": with_chunks(itxt(b"openbadgecredential\0\0")),
    "entities that grow": LAUGHS,
    "a file from outside": OUTSIDE,
    "a document type": b"<!DOCTYPE svg>" + PLAIN_SVG[PLAIN_SVG.index(b"<svg xm") :],
    "very deep": DEEP,
    "another root": b"<html/>",
    "a root without a namespace": b"<svg><g/></svg>",
    "not closed": b'<svg xmlns="http://www.w3.org/2000/svg">',
    "not UTF-8": '<svg xmlns="http://www.w3.org/2000/svg"><g/></svg>'.encode("utf-16"),
    "two elements": svg_with("<openbadges:credential>{}</openbadges:credential>" * 2),
    "one too deep": svg_with("<g><openbadges:credential>{}</openbadges:credential></g>"),
    "one in another": svg_with(
        "<openbadges:credential><openbadges:credential>{}</openbadges:credential></openbadges:credential>"
    ),
}


@pytest.mark.parametrize("name", BAD_PICTURES)
def test_what_is_not_to_be_trusted_is_refused(name: str) -> None:
    with pytest.raises(ProofolioError) as caught:
        unbake(BAD_PICTURES[name])
    assert caught.value.hint


@pytest.mark.parametrize(
    "name", sorted(set(BAD_PICTURES) - {"two credentials", "two kinds", "packed", "no parts", "two elements"})
)
def test_nor_is_anything_baked_into_it(name: str) -> None:
    with pytest.raises(ProofolioError):
        bake(BAD_PICTURES[name], b"{}")


@pytest.mark.parametrize("credential", [b"", b"[]", b"{", b'{"a":1,"a":2}', b'{"a":NaN}'])
def test_only_credentials_are_baked(credential: bytes) -> None:
    for picture in PICTURES.values():
        with pytest.raises(ProofolioError):
            bake(picture, credential)


def test_an_empty_picture_or_a_name_that_is_taken() -> None:
    for picture in (
        b'<svg xmlns="http://www.w3.org/2000/svg"/>',
        b'<svg xmlns="http://www.w3.org/2000/svg" xmlns:openbadges="urn:other"><g/></svg>',
    ):
        with pytest.raises(ProofolioError):
            bake(picture, b"{}")


@given(st.binary(max_size=200))
def test_noise_never_breaks_it(noise: bytes) -> None:
    for data in (noise, SIGNATURE + noise, plain_png()[:33] + noise, b"<svg>" + noise):
        try:
            unbake(data)
        except ProofolioError:
            continue
