"""The invented place of one seed: names, dates and numbers for the templates."""

from __future__ import annotations

import random
import re
from calendar import monthrange
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import yaml

SOURCES = Path(__file__).parent
FIRST_YEAR = 2019
LAST_YEAR = 2026
SHARES = (  # numbers that are also printed as a percentage of another
    ("rhi_audit", "rhi_n"),
    ("rhi_report", "rhi_n"),
    ("wnb_ok", "wnb_n"),
    ("sup_ok", "sup_n"),
    ("re_better", "na_n"),
)


def slug(text: str) -> str:
    """The words of a name in lower case joined by hyphens, for file names."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


def day(moment: date) -> str:
    """A date as the documents print it: 5 March 2024."""
    return f"{moment.day} {moment:%B %Y}"


def load(name: str) -> Any:
    """One YAML file of the sources."""
    return yaml.safe_load((SOURCES / name).read_text(encoding="utf-8"))


class World:
    """The names of one seed. `names` fills the templates; `dates` holds the same dates as `date` objects."""

    def __init__(self, seed: int) -> None:
        self.seed = seed
        self.dates: dict[str, date] = {}
        self.names: dict[str, str] = {}
        data = load("world.yaml")
        chance = random.Random(f"world-{seed}")
        self.shift = 0 if seed == 0 else chance.choice([-1, 1])
        self._places(data, chance)
        self._people(data, chance)
        self._numbers(data, chance)
        self._calendar(data, chance)

    def _pick(self, chance: random.Random, choices: list[Any]) -> Any:
        return choices[0] if self.seed == 0 else chance.choice(choices[1:])

    def _places(self, data: dict[str, Any], chance: random.Random) -> None:
        borough, neighbour = self._pick(chance, data["areas"])
        county = self._pick(chance, data["counties"])
        names = self.names
        names |= {"borough": borough, "neighbour": neighbour, "county": county}
        names["council"] = f"{borough} Council"
        names["partnership"] = f"{borough} Safeguarding Children Partnership"
        names["ascp"] = f"{borough[0]}SCP"
        names["former"] = f"{borough} Local Safeguarding Children Board"
        names["police"] = f"{county} Police"
        names["icb"] = f"{county} Integrated Care Board"
        names["mental"] = f"{county} Mental Health Trust"
        names["housing"] = f"{borough} Homes"
        for group in ("places", "bodies"):
            names |= {key: self._pick(chance, choices) for key, choices in data[group].items()}
        names["Project"] = names["project"][0].upper() + names["project"][1:]
        names["tool_s"] = "".join(word[0] for word in names["tool"].split() if word != "and")
        names["child1"], names["child2"] = self._pick(chance, data["children"])
        for key in ("borough", "neighbour", "child1", "child2"):
            names[f"{key}_slug"] = slug(names[key])

    def _people(self, data: dict[str, Any], chance: random.Random) -> None:
        people = data["people"]
        drawn = {key: list(people[key]) for key in ("woman", "man", "last")}
        if self.seed:
            for names in drawn.values():
                chance.shuffle(names)
        last = iter(drawn["last"])
        for kind, roles in people["roles"].items():
            for role, given in zip(roles, drawn[kind], strict=False):
                family = next(last)
                self.names[role] = f"{given} {family}"
                self.names[f"{role}_s"] = "".join(part[0] for part in [given, *family.split("-")])

    def _numbers(self, data: dict[str, Any], chance: random.Random) -> None:
        fixed = {"na_n": 24, "rhi_n": 40, "wnb_n": 60, "sup_n": 50}
        drawn = {
            key: default if self.seed == 0 else chance.randint(low, high)
            for key, (default, low, high) in data["numbers"].items()
        }
        both = fixed | drawn
        self.names |= {key: str(value) for key, value in both.items()}
        for part, whole in SHARES:
            self.names[f"{part}_pc"] = str(round(100 * both[part] / both[whole]))
        self.names["cl_rest"] = str(both["cl_all"] - both["cl_out"])
        self.names["appts_all"] = str(6 + both["missed"])
        self.names["tm_rest"] = str(both["tm_all"] - both["tm_ret"])

    def _calendar(self, data: dict[str, Any], chance: random.Random) -> None:
        for name, default in data["dates"].items():
            moved = default.replace(year=default.year + self.shift)
            wobble = 0 if self.seed == 0 else chance.randint(-6, 6)
            self._date(name, moved + timedelta(days=wobble))
        for name, (year, month) in data["months"].items():
            year += self.shift
            self._date(name, date(year, month, monthrange(year, month)[1]))
        for year in range(FIRST_YEAR, LAST_YEAR + 1):
            self.names[f"c{year - 2000}"] = str(year + self.shift)
        for number in range(6):
            start = 2020 + number + self.shift
            self.names[f"y{number}"] = f"{start}-{(start + 1) % 100:02d}"

    def _date(self, name: str, moment: date) -> None:
        self.dates[name] = moment
        self.names |= {
            name: day(moment),
            f"{name}_iso": moment.isoformat(),
            f"{name}_ym": f"{moment:%Y-%m}",
            f"{name}_m": f"{moment:%B %Y}",
            f"{name}_s": f"{moment:%d/%m/%Y}",
            f"{name}_dm": f"{moment.day} {moment:%B}",
        }
