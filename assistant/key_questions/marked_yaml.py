"""YAML with its line numbers, so that a board's mistake can be shown to it where it stands."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from ingest.errors import SettingsError


class Fields(dict[str, "Marked"]):
    """The values of a mapping by key, with those of the keys that may be left out."""

    def text(self, key: str, default: str = "") -> str:
        """The text under a key."""
        return self[key].text(key) if key in self else default

    def texts(self, key: str, default: tuple[str, ...] = ()) -> tuple[str, ...]:
        """The list of texts under a key."""
        return self[key].texts(key) if key in self else default

    def number(self, key: str, default: int = 0) -> int:
        """The whole number under a key."""
        return self[key].number(key) if key in self else default

    def yes(self, key: str) -> bool:
        """Whether a key says so."""
        return key in self and self[key].yes(key)

    def listed(self, key: str) -> list[Marked]:
        """The values of the list under a key."""
        return self[key].items(key) if key in self else []


class Marked:
    """A value of a YAML file that knows its line; `at` and `items` give its parts."""

    def __init__(self, node: yaml.Node, file: Path) -> None:
        self.node, self.file = node, file
        self.line = node.start_mark.line + 1

    @classmethod
    def read(cls, file: Path) -> Marked:
        """The file's content. SettingsError where it cannot be read or is not YAML."""
        try:
            node = yaml.compose(file.read_text("utf-8"), Loader=yaml.SafeLoader)
        except (OSError, UnicodeDecodeError) as error:
            raise SettingsError(f"{file} cannot be read.", "Check the path and that it is UTF-8.") from error
        except yaml.MarkedYAMLError as error:
            line = error.problem_mark.line + 1 if error.problem_mark else 1
            raise SettingsError(f"{file}, line {line}: {error.problem}.", "Mend that line.") from error
        except (yaml.YAMLError, RecursionError) as error:
            raise SettingsError(
                f"{file} is not a text file of settings.", "Look at its characters."
            ) from error
        if node is None:
            raise SettingsError(f"{file} is empty.", "Begin with a copy of a shipped framework.")
        return cls(node, file)

    def wrong(self, problem: str, step: str = "Mend that line.") -> SettingsError:
        """The error that names file and line."""
        return SettingsError(f"{self.file}, line {self.line}: {problem}", step)

    def fields(self, allowed: dict[str, bool], what: str) -> Fields:
        """A mapping's values by key; `allowed` says of each key whether it must be there."""
        if not isinstance(self.node, yaml.MappingNode):
            raise self.wrong(f"{what} must be keys with values, such as “id: themes”.")
        found = Fields()
        for key, value in self.node.value:
            name = str(key.value)
            marked = Marked(key, self.file)
            if allowed and name not in allowed:
                raise marked.wrong(f"{what} has no key “{name}”.", f"Its keys are {', '.join(allowed)}.")
            if name in found:
                raise marked.wrong(f"the key “{name}” stands twice.")
            found[name] = Marked(value, self.file)
        for name, needed in allowed.items():
            if needed and name not in found:
                raise self.wrong(f"{what} needs the key “{name}”.")
        return found

    @property
    def is_list(self) -> bool:
        """Is it a list of values?"""
        return isinstance(self.node, yaml.SequenceNode)

    def items(self, what: str) -> list[Marked]:
        """A list's values."""
        if not isinstance(self.node, yaml.SequenceNode):
            raise self.wrong(f"{what} must be a list.")
        return [Marked(value, self.file) for value in self.node.value]

    def text(self, what: str) -> str:
        """A text that is not blank."""
        if not isinstance(self.node, yaml.ScalarNode) or not str(self.node.value).strip():
            raise self.wrong(f"{what} must be some text.")
        if self.node.tag == "tag:yaml.org,2002:bool" and self.node.style is None:
            raise self.wrong(f"“{self.node.value}” means yes or no here.", "Put it in quotation marks.")
        return " ".join(str(self.node.value).split())

    def texts(self, what: str) -> tuple[str, ...]:
        """A list of texts."""
        return tuple(item.text(what) for item in self.items(what))

    def number(self, what: str) -> int:
        """A whole number of 0 or more."""
        text = self.text(what)
        if not text.isdecimal():
            raise self.wrong(f"{what} must be a whole number, not “{text}”.")
        return int(text)

    def yes(self, what: str) -> bool:
        """True or false."""
        if not isinstance(self.node, yaml.ScalarNode) or self.node.tag != "tag:yaml.org,2002:bool":
            raise self.wrong(f"{what} must be true or false.")
        return str(self.node.value).lower() in ("true", "yes", "on")

    def plain(self) -> Any:
        """The value as plain lists, keys, texts and numbers."""
        if isinstance(self.node, yaml.MappingNode):
            return {str(key.value): Marked(value, self.file).plain() for key, value in self.node.value}
        if isinstance(self.node, yaml.SequenceNode):
            return [Marked(value, self.file).plain() for value in self.node.value]
        value = str(self.node.value)
        return int(value) if self.node.tag == "tag:yaml.org,2002:int" and value.isdecimal() else value
