"""Papers written into a folder, and what a library of them, made without a model, tells of actions."""

from contextlib import contextmanager

from assistant.actions.track import track
from eval.actions import library_of


@contextmanager
def library_with(folder, papers):
    """The library of a folder after these papers, texts by file name, were written into it."""
    for name, text in papers.items():
        (folder / name).write_text(text, encoding="utf-8")
    with library_of([folder]) as library:
        yield library


def tracked(folder, papers, as_of="2024-12-31"):
    """The register of actions of the same."""
    with library_with(folder, papers) as library:
        return track(library, as_of=as_of)


def actions_told(folder, papers, as_of="2024-12-31"):
    """Its actions, by their words."""
    return {action.text.text: action for action in tracked(folder, papers, as_of).actions}


def by_keyword(papers):
    """Papers given as `name__ending=text`, by the names of their files."""
    return {name.replace("__", "."): text for name, text in papers.items()}
