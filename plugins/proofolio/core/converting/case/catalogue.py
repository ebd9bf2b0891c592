"""All packages of a site: what a CASE service would answer, as files."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from proofolio.core.converting.case.surroundings import Surroundings
from proofolio.core.converting.case.value import Json
from proofolio.core.converting.case.write import write
from proofolio.core.model import address, case_identity
from proofolio.core.model.framework import Framework


def catalogue(
    frameworks: Iterable[Framework], published: frozenset[str], around: Surroundings
) -> dict[str, Json]:
    """The files by URI: each framework's package, and the list of the documents.

    ``published`` are the URIs of the site's pages: what has none is in no package.
    """
    files: dict[str, Json] = {}
    documents = []
    for framework in frameworks:
        if address.of_framework(framework) not in published:
            continue
        shown = {
            key: each
            for key, each in framework.competencies.items()
            if address.of_competency(each) in published
        }
        package, _ = write(replace(framework, competencies=shown), around)
        identity = case_identity.of_framework(around.site, framework)
        uri = case_identity.package_uri(identity)
        files[uri] = package
        link = {
            "title": package["CFDocument"]["title"],
            "identifier": package["CFDocument"]["identifier"],
            "uri": address.on_web(around.site, uri),
        }
        documents.append({"CFPackageURI": link} | package["CFDocument"])
    if documents:
        files[case_identity.DOCUMENTS] = {"CFDocuments": documents}
    return files
