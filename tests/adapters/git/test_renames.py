"""Work under a new name keeps its history; a copy does not get somebody else's."""

from __future__ import annotations

from proofolio.adapters.git.history import read_history
from proofolio.core.model.history import History

AMINA, BEN = "portfolios/amina-yusuf", "portfolios/ben-okafor"
OLD, NEW = f"{AMINA}/menu-maths", f"{AMINA}/menu-maths-at-home"
TEXT = "".join(f"line {number}\n" for number in range(40))
REVIEW = "reviews/2026-10-05-rosa-diaz.md"


def subjects(history: History, path: str) -> list[str]:
    return [each.subject for each in history.by_path.get(path, ())]


def versions(history: History, folder: str) -> list[str]:
    return [each.revision.subject for each in history.versions.get(folder, ())]


def move(repository, old: str, new: str, subject: str = "Move", **edited: str) -> str:
    """Rename a file or folder, and edit files in the same commit."""
    (repository.folder / new).parent.mkdir(parents=True, exist_ok=True)
    repository.git("mv", old, new)
    files = {f"{new}/{name.replace('_', '.')}": text for name, text in edited.items()}
    return repository.commit(subject, files)


def test_a_file_within_its_submission(repository) -> None:
    repository.commit("Add", {f"{OLD}/index.md": TEXT, f"{OLD}/photo.png": "p"})
    move(repository, f"{OLD}/photo.png", f"{OLD}/class.png")
    repository.commit("New photo", {f"{OLD}/class.png": "q"})
    history = read_history(repository.folder)
    assert subjects(history, f"{OLD}/class.png") == ["Add", "Move", "New photo"]
    assert f"{OLD}/photo.png" not in history.by_path
    assert history.by_path[f"{OLD}/class.png"][1].paths == (f"{OLD}/class.png", f"{OLD}/photo.png")
    assert versions(history, OLD) == ["Add", "Move", "New photo"]


def test_a_submission_s_folder(repository) -> None:
    first = repository.commit("Add", {f"{OLD}/index.md": TEXT, f"{OLD}/photo.png": "p"})
    repository.commit("Review", {f"{OLD}/{REVIEW}": "fine"})
    move(repository, OLD, NEW)
    repository.commit("More", {f"{NEW}/index.md": TEXT + "more\n"})
    history = read_history(repository.folder)
    assert subjects(history, f"{NEW}/index.md") == ["Add", "Move", "More"]
    assert versions(history, NEW) == ["Add", "More"], "a new name alone is no new version"
    assert versions(history, OLD) == []
    assert [dict(each.files).keys() for each in history.versions[NEW]] == [{"index.md", "photo.png"}] * 2
    assert history.versions[NEW][0].revision.commit == first
    assert history.digests_before[f"{NEW}/{REVIEW}"] == {history.versions[NEW][0].digest}


def test_a_review_s_text_came_in_before_its_folder_was_renamed(repository) -> None:
    repository.commit("Add", {f"{OLD}/index.md": TEXT})
    repository.commit("Review", {f"{OLD}/{REVIEW}": "fine"})
    repository.commit("After the review", {f"{OLD}/index.md": TEXT + "after\n"})
    move(repository, OLD, NEW)
    history = read_history(repository.folder)
    assert history.digests_before[f"{NEW}/{REVIEW}"] == {history.versions[NEW][0].digest}
    assert len(history.versions[NEW]) == 2


def test_renamed_and_edited_at_once(repository) -> None:
    repository.commit("Add", {f"{OLD}/index.md": TEXT, f"{OLD}/photo.png": "p"})
    move(repository, OLD, NEW, index_md=TEXT + "more\n", another_csv="a,b\n")
    history = read_history(repository.folder)
    assert subjects(history, f"{NEW}/index.md") == ["Add", "Move"]
    assert subjects(history, f"{NEW}/another.csv") == ["Move"]
    assert versions(history, NEW) == ["Add", "Move"]


def test_a_person_s_folder(repository) -> None:
    work, log = f"{OLD}/index.md", f"{AMINA}/log/2026-10-01-a.md"
    repository.commit("Add", {work: TEXT, f"{AMINA}/index.md": "me", log: "log", f"{OLD}/empty.csv": ""})
    repository.commit("Other", {f"{AMINA}/other/index.md": TEXT[:200], f"{AMINA}/other/empty.csv": ""})
    move(repository, AMINA, "portfolios/amina-berg")
    history = read_history(repository.folder)
    for path in (work, f"{AMINA}/index.md", log, f"{OLD}/empty.csv"):
        moved = path.replace("amina-yusuf", "amina-berg")
        assert subjects(history, moved) == ["Add", "Move"], moved
        assert path not in history.by_path
    assert versions(history, OLD.replace("amina-yusuf", "amina-berg")) == ["Add"]
    assert versions(history, "portfolios/amina-berg/other") == ["Other"]


def test_copying_is_not_renaming(repository) -> None:
    repository.commit("Add", {f"{OLD}/index.md": TEXT})
    repository.commit("Copy", {f"{BEN}/mine/index.md": TEXT, f"{NEW}/index.md": TEXT})
    history = read_history(repository.folder)
    assert subjects(history, f"{BEN}/mine/index.md") == ["Copy"]
    assert versions(history, NEW) == ["Copy"]
    assert versions(history, OLD) == ["Add"]


def test_a_copy_elsewhere_while_the_first_is_deleted_is_no_rename(repository) -> None:
    repository.commit("Add", {f"{OLD}/index.md": TEXT, f"{AMINA}/index.md": "me"})
    repository.commit("Take it over", {f"{OLD}/index.md": None, f"{BEN}/mine/index.md": TEXT})
    history = read_history(repository.folder)
    assert subjects(history, f"{BEN}/mine/index.md") == ["Take it over"]
    assert versions(history, f"{BEN}/mine") == ["Take it over"]
    assert subjects(history, f"{OLD}/index.md") == ["Add", "Take it over"]


def test_a_whole_person_moved_into_somebody_s_folder_is_no_rename(repository) -> None:
    repository.commit("Add", {f"{OLD}/index.md": TEXT})
    repository.commit("Ben", {f"{BEN}/index.md": "I am Ben"})
    move(repository, OLD, f"{BEN}/menu-maths")
    history = read_history(repository.folder)
    assert versions(history, f"{BEN}/menu-maths") == ["Move"]
    assert subjects(history, f"{BEN}/menu-maths/index.md") == ["Move"]


def test_a_part_of_a_submission_made_another_one_is_no_rename(repository) -> None:
    repository.commit("Add", {f"{OLD}/index.md": TEXT, f"{OLD}/part.md": TEXT.upper()})
    move(repository, f"{OLD}/part.md", f"{NEW}/index.md")
    history = read_history(repository.folder)
    assert versions(history, NEW) == ["Move"]
    assert subjects(history, f"{NEW}/index.md") == ["Move"]
    assert versions(history, OLD) == ["Add", "Move"]


def test_moved_onto_a_work_that_is_there_is_no_rename(repository) -> None:
    repository.commit("Add", {f"{OLD}/index.md": TEXT, f"{NEW}/photo.png": "p"})
    move(repository, f"{OLD}/index.md", f"{NEW}/index.md")
    assert versions(read_history(repository.folder), NEW) == ["Add", "Move"]
    assert subjects(read_history(repository.folder), f"{NEW}/index.md") == ["Move"]


def test_a_log_entry_does_not_become_evidence(repository) -> None:
    repository.commit("Log", {f"{AMINA}/log/2026-10-01-a.md": TEXT})
    move(repository, f"{AMINA}/log/2026-10-01-a.md", f"{OLD}/index.md")
    assert subjects(read_history(repository.folder), f"{OLD}/index.md") == ["Move"]


def test_from_outside_it_is_new_and_to_outside_it_is_gone(repository) -> None:
    repository.commit("Draft", {"drafts/index.md": TEXT})
    move(repository, "drafts/index.md", f"{OLD}/index.md", "In")
    move(repository, f"{OLD}/index.md", "drafts/index.md", "Out")
    assert subjects(read_history(repository.folder), f"{OLD}/index.md") == ["In", "Out"]


def test_a_definition_may_move_anywhere_among_the_definitions(repository) -> None:
    repository.commit("Add", {"competencies/a/x.yml": TEXT})
    move(repository, "competencies/a/x.yml", "competencies/b/y.yml")
    assert subjects(read_history(repository.folder), "competencies/b/y.yml") == ["Add", "Move"]


def test_the_old_name_is_free_for_other_work(repository) -> None:
    repository.commit("Add", {f"{OLD}/index.md": TEXT})
    move(repository, OLD, NEW)
    repository.commit("Another", {f"{OLD}/index.md": "quite another work\n" * 20})
    history = read_history(repository.folder)
    assert (versions(history, OLD), versions(history, NEW)) == (["Another"], ["Add"])
    assert subjects(history, f"{OLD}/index.md") == ["Another"]


def test_there_and_back(repository) -> None:
    repository.commit("Add", {f"{OLD}/index.md": TEXT})
    move(repository, OLD, NEW, "There")
    repository.commit("Between", {f"{NEW}/index.md": TEXT + "more\n"})
    move(repository, NEW, OLD, "Back")
    history = read_history(repository.folder)
    assert subjects(history, f"{OLD}/index.md") == ["Add", "There", "Between", "Back"]
    assert versions(history, OLD) == ["Add", "Between"]
    assert NEW not in history.versions


def test_renamed_on_a_branch_and_merged(repository) -> None:
    repository.commit("Add", {f"{OLD}/index.md": TEXT})
    repository.git("checkout", "--quiet", "-b", "work")
    move(repository, OLD, NEW)
    repository.git("checkout", "--quiet", "main")
    repository.commit("Meanwhile", {f"{BEN}/index.md": "hello"})
    repository.merge("work")
    history = read_history(repository.folder)
    assert subjects(history, f"{NEW}/index.md") == ["Add", "Move"]
    assert versions(history, NEW) == ["Add"]
    assert OLD not in history.versions


def test_renamed_on_one_branch_and_edited_on_another(repository) -> None:
    repository.commit("Add", {f"{OLD}/index.md": TEXT})
    repository.git("checkout", "--quiet", "-b", "work")
    repository.commit("Edit", {f"{OLD}/index.md": TEXT + "more\n"})
    repository.git("checkout", "--quiet", "main")
    move(repository, OLD, NEW)
    repository.merge("work")
    history = read_history(repository.folder)
    assert sorted(subjects(history, f"{NEW}/index.md")) == ["Add", "Edit", "Move"]
    assert sorted(versions(history, NEW)) == ["Add", "Edit"]


def test_a_copy_on_a_branch_whose_source_goes_later_stays_a_copy(repository) -> None:
    """A merge shows it as one rename; what happened on the branch counts."""
    repository.commit("Add", {f"{OLD}/index.md": TEXT})
    repository.git("checkout", "--quiet", "-b", "work")
    repository.commit("Copy", {f"{NEW}/index.md": TEXT})
    repository.commit("Delete", {f"{OLD}/index.md": None})
    repository.git("checkout", "--quiet", "main")
    repository.commit("Meanwhile", {f"{BEN}/index.md": "hello"})
    repository.merge("work")
    history = read_history(repository.folder)
    assert subjects(history, f"{NEW}/index.md") == ["Copy"]
    assert versions(history, NEW) == ["Copy"]
    assert subjects(history, f"{OLD}/index.md") == ["Add", "Delete"]


def test_versions_of_two_branches_are_those_that_were(repository) -> None:
    repository.commit("Start", {f"{OLD}/index.md": "one"})
    repository.git("checkout", "--quiet", "-b", "photo")
    repository.commit("Photo", {f"{OLD}/photo.png": "p"})
    repository.git("checkout", "--quiet", "-b", "text", "main")
    repository.commit("Text", {f"{OLD}/index.md": "two"})
    repository.git("checkout", "--quiet", "main")
    repository.merge("photo")
    repository.merge("text")
    history = read_history(repository.folder)
    found = [(each.revision.subject, sorted(each.files)) for each in history.versions[OLD]]
    assert found == [
        ("Start", ["index.md"]),
        ("Photo", ["index.md", "photo.png"]),
        ("Text", ["index.md"]),
        ("Merge text", ["index.md", "photo.png"]),
    ]
    assert "Merge text" not in subjects(history, f"{OLD}/index.md")


def test_an_evil_merge_is_a_revision_and_a_version(repository) -> None:
    repository.commit("Start", {f"{OLD}/index.md": "one"})
    repository.git("checkout", "--quiet", "-b", "work")
    repository.commit("Ben", {f"{BEN}/index.md": "hello"})
    repository.git("checkout", "--quiet", "main")
    repository.commit("Meanwhile", {"competencies/issuer.yml": "x"})
    repository.merge("work", "--no-commit")
    repository.commit("Evil", {f"{OLD}/index.md": "changed"})
    history = read_history(repository.folder)
    assert subjects(history, f"{OLD}/index.md") == ["Start", "Evil"]
    assert versions(history, OLD) == ["Start", "Evil"]


def test_a_version_that_comes_back_is_told_again(repository) -> None:
    for text in ("one", "two", "one"):
        repository.commit(text, {f"{OLD}/index.md": text})
    found = read_history(repository.folder).versions[OLD]
    assert [each.revision.subject for each in found] == ["one", "two", "one"]
    assert found[0].digest == found[2].digest
