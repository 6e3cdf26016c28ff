"""Render the fictional sample: `python -m corpus.build`, or another world with `--seed N --output DIR`.

The shipped sample goes to `corpus/documents/` and `corpus/truths.yaml`. Any other seed changes names, dates,
agencies, numbers and wordings and writes `documents/` and `truths.yaml` under DIR. Same seed, same bytes.
"""

from __future__ import annotations

import argparse
import random
import shutil
import tempfile
from datetime import UTC, datetime, time
from pathlib import Path
from string import Template
from typing import Any

import yaml

from corpus.sources.markup import Block, curl, expand, marks, parse
from corpus.sources.pdf import write_pdf
from corpus.sources.sheets import marks_of, sheets_of, write_xlsx
from corpus.sources.truths import Places, questions_of, truths_of
from corpus.sources.web import write_html, write_markdown
from corpus.sources.word import write_docx
from corpus.sources.world import SOURCES, World, load

HERE = Path(__file__).parent


def _plan(entry: dict[str, str], world: World) -> dict[str, str]:
    """One document's plan with names filled in; `published` becomes an ISO date."""
    published = world.dates[entry["published"]].isoformat()
    filled = {key: Template(str(value)).substitute(world.names) for key, value in entry.items()}
    return filled | {"published": published}


def _source(name: str) -> str:
    return "\n\n".join(
        path.read_text(encoding="utf-8") for path in sorted((SOURCES / "texts" / name).glob("*.md"))
    )


def _shuffle_bullets(blocks: list[Block], chance: random.Random) -> None:
    """Other seeds list the same points in another order."""
    start = 0
    while start < len(blocks):
        end = start
        while end < len(blocks) and blocks[end].kind == "bullet":
            end += 1
        part = blocks[start:end]
        chance.shuffle(part)
        blocks[start:end] = part
        start = max(end, start + 1)


def _render(name: str, plan: dict[str, str], world: World, folder: Path, places: Places) -> None:
    """Write one document and note where its marks stand."""
    chance = random.Random(f"{name}-{world.seed}")
    path = folder / plan["file"]
    made = datetime.combine(datetime.fromisoformat(plan["published"]), time(9), UTC).replace(tzinfo=None)
    if path.suffix == ".xlsx":
        sheets = sheets_of((SOURCES / "texts" / f"{name}.yaml").read_text(encoding="utf-8"), world, chance)
        write_xlsx(path, sheets, plan, made)
        places.add(path.name, *marks_of(sheets))
        return
    text = expand(_source(name), world, chance)
    blocks = parse(text, plan.get("numbering", "none"))
    if world.seed:
        _shuffle_bullets(blocks, chance)
    pages: dict[str, int] = {}
    if path.suffix == ".pdf":
        pages = write_pdf(path, blocks, plan)
    elif path.suffix == ".docx":
        write_docx(path, blocks, plan, made)
    elif path.suffix == ".html":
        write_html(path, blocks, plan, plan["published"])
    else:
        write_markdown(path, blocks)
    places.add(path.name, marks(text if path.suffix == ".md" else curl(text)), pages)


def _replace(folder: Path, fresh: Path) -> None:
    """Put the rendered files in place only when all of them were written."""
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.iterdir():
        old.unlink()
    for path in sorted(fresh.iterdir()):
        shutil.copyfile(path, folder / path.name)


def build(seed: int, output: Path) -> dict[str, Any]:
    """Render every document of a seed under `output`, with `truths.yaml` beside them; returns its content."""
    world = World(seed)
    places = Places()
    plans = {name: _plan(entry, world) for name, entry in load("plan.yaml").items()}
    with tempfile.TemporaryDirectory() as fresh:
        for name, plan in plans.items():
            _render(name, plan, world, Path(fresh), places)
        _replace(output / "documents", Path(fresh))
    shown = ("file", "kind", "title", "organisation", "published")
    content = {
        "seed": seed,
        "as_of": world.dates["d_asof"].isoformat(),
        "subject": world.names["partnership"],
        "former_name": world.names["former"],
        "other_area": f"{world.names['neighbour']} Safeguarding Children Partnership",
        "documents": [{key: plan[key] for key in shown} for plan in plans.values()],
        "truths": truths_of(world, places),
        "questions": questions_of(world, places),
    }
    dumped = yaml.safe_dump(content, sort_keys=False, allow_unicode=True, width=110)
    (output / "truths.yaml").write_text(dumped, encoding="utf-8", newline="\n")
    return content


def main() -> None:
    """Command line: render the shipped sample, or another seed elsewhere."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=0, help="another number gives another invented place")
    parser.add_argument("--output", type=Path, help="folder for another seed (default: the shipped sample)")
    options = parser.parse_args()
    if options.seed and options.output is None:
        parser.error("--seed needs --output, so that the shipped sample stays as it is")
    content = build(options.seed, options.output or HERE)
    print(", ".join(f"{len(content[kind])} {kind}" for kind in ("documents", "truths", "questions")))


if __name__ == "__main__":
    main()
