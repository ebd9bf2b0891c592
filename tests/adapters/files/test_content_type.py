"""A file is what its name says, or it is not published."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest

from proofolio.adapters.files.content_type import ALLOWED, HEAD, matches


def zipped(first: str, content: str = "x") -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr(first, content)
        archive.writestr("other.xml", "x")
    return stream.getvalue()


def open_document(kind: str) -> bytes:
    return zipped("mimetype", ALLOWED[kind])


GOOD = [
    ("plan.pdf", b"%PDF-1.7\n"),
    ("a.png", b"\x89PNG\r\n\x1a\n...."),
    ("A.JPG", b"\xff\xd8\xff\xe0"),
    ("a.jpeg", b"\xff\xd8\xff\xe1"),
    ("a.webp", b"RIFF\x10\0\0\0WEBPVP8 "),
    ("a.gif", b"GIF89a.."),
    ("a.gif", b"GIF87a.."),
    ("a.csv", "name,ünit\nx,1 < 2\n".encode()),
    ("a.csv", b"\xef\xbb\xbfname;unit\r\n"),
    ("a.txt", b""),
    ("a.txt", "سلام".encode()),
    ("a.txt", b"x" * (HEAD - 1) + b"\xc3"),
    ("a.vtt", b"WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ben>hello"),
    ("a.vtt", b"\xef\xbb\xbfWEBVTT - a title"),
    ("a.docx", zipped("[Content_Types].xml")),
    ("a.docx", zipped("word/document.xml")),
    ("a.pptx", zipped("ppt/presentation.xml")),
    ("a.xlsx", zipped("_rels/.rels")),
    ("a.odt", open_document("odt")),
    ("a.odp", open_document("odp")),
    ("a.ods", open_document("ods")),
    ("a.mp3", b"ID3\x04\0"),
    ("a.mp3", b"\xff\xfb\x90\x64"),
    ("a.m4a", b"\0\0\0\x20ftypM4A \0\0"),
    ("a.mp4", b"\0\0\0\x20ftypisom\0\0"),
    ("a.mp4", b"\0\0\0\x20ftypmp42\0\0"),
    ("a.webm", b"\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01\x42\x82\x84webm"),
]
BAD = [
    ("a.html", b"<html>"),
    ("a.svg", b"<svg>"),
    ("a.xml", b"<?xml?>"),
    ("a.js", b"alert(1)"),
    ("a.exe", b"MZ"),
    ("a.zip", zipped("x")),
    ("a.docm", zipped("[Content_Types].xml")),
    ("a", b"%PDF-1.7"),
    ("pdf", b"%PDF-1.7"),
    (".pdf", b"%PDF-1.7"),
    ("a.pdf.html", b"%PDF-1.7"),
    ("a.pdf", b"<html>%PDF-1.7"),
    ("a.pdf", b"\n%PDF-1.7"),
    ("a.png", b"\xff\xd8\xff\xe0"),
    ("a.jpg", b"\x89PNG\r\n\x1a\n"),
    ("a.jpg", b"<script>"),
    ("a.gif", b"GIF88a"),
    ("a.webp", b"RIFF\x10\0\0\0WAVEfmt "),
    ("a.csv", b"a,b\n<ScRiPt>alert(1)</script>"),
    ("a.txt", b"hello <html> there"),
    ("a.txt", b"<!DOCTYPE html>"),
    ("a.txt", b" \n\t<SVG onload=alert(1)>"),
    ("a.txt", b"nul\0byte"),
    ("a.txt", "Windows".encode("utf-16")),
    ("a.txt", b"caf\xe9 noir"),
    ("a.txt", b"caf\xc3"),
    ("a.txt", b"x" * HEAD + b"\xff"),
    ("a.vtt", b"hello"),
    ("a.vtt", b"WEBVTTx"),
    ("a.vtt", b"WEBVTT\n\n<script>"),
    ("a.docx", zipped("ppt/presentation.xml")),
    ("a.docx", zipped("evil.html")),
    ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
    ("a.odt", open_document("ods")),
    ("a.odt", zipped("content.xml")),
    ("a.odt", zipped("mimetype", ALLOWED["odt"] + "-master")),
    ("a.mp3", b"\xff\xd8\xff\xe0"),
    ("a.mp3", b"RIFF"),
    ("a.mp4", b"\0\0\0\x18ftypheic"),
    ("a.mp4", b"\0\0\0\x18ftypavif"),
    ("a.m4a", b"\0\0\0\x18ftypqt  "),
    ("a.webm", b"\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01\x42\x82\x88matroska"),
]


@pytest.mark.parametrize(("name", "head"), GOOD)
def test_honest_files_are_known(name: str, head: bytes) -> None:
    assert matches(name, head)


@pytest.mark.parametrize(("name", "head"), BAD)
def test_all_others_are_not(name: str, head: bytes) -> None:
    assert not matches(name, head)


@pytest.mark.parametrize("ending", [each for each in ALLOWED if each not in {"csv", "txt"}])
def test_an_empty_file_is_nothing_in_particular(ending: str) -> None:
    assert not matches(f"a.{ending}", b"")


def test_every_allowed_kind_has_a_case_and_nothing_active_is_allowed() -> None:
    assert {name.rpartition(".")[2].lower() for name, _ in GOOD} == set(ALLOWED)
    assert not {"html", "htm", "xhtml", "svg", "xml", "js", "css", "swf"} & set(ALLOWED)
