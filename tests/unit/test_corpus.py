"""The sample corpus: its truths stand in its documents, in this rendering and in others."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pypdfium2
import pytest
import yaml
from bs4 import BeautifulSoup

from corpus import documents_path, truths_path
from corpus.build import build

OTHER_SEEDS = (1, 2)
FORMATS = {".pdf", ".docx", ".xlsx", ".html", ".md"}
ARTEFACTS = re.compile(r"[\s\ufffe\x02\xad\N{HYPHEN}-]+")


def squeeze(text: str) -> str:
    """Neither white space nor hyphens count: lines wrap and words break."""
    return ARTEFACTS.sub("", text)


@cache
def pages_of(path: Path) -> tuple[str, ...]:
    """The text of each page or sheet; one page for formats without pages."""
    if path.suffix == ".pdf":
        with pypdfium2.PdfDocument(path) as document:
            return tuple(page.get_textpage().get_text_bounded() for page in document)
    if path.suffix == ".xlsx":
        book = openpyxl.load_workbook(path)
        return tuple(
            "\n".join(str(cell) for row in sheet.values for cell in row if cell is not None) for sheet in book
        )
    if path.suffix == ".docx":
        document = docx.Document(str(path))
        cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
        return ("\n".join([paragraph.text for paragraph in document.paragraphs] + cells),)
    text = path.read_text(encoding="utf-8")
    return (BeautifulSoup(text, "lxml").get_text() if path.suffix == ".html" else text,)


@cache
def squeezed(path: Path) -> tuple[str, ...]:
    return tuple(squeeze(page) for page in pages_of(path))


def quotes_of(content: dict[str, Any]) -> list[tuple[str, str, int | None, str]]:
    """(id, document, page_index, quote) of every truth and answerable question."""
    found = []
    for entry in [*content["truths"], *content["questions"]]:
        for place in [entry, *entry.get("also", [])]:
            if place.get("quote"):
                found.append((entry["id"], place["document"], place["page_index"], place["quote"]))
    return found


def misplaced(folder: Path, content: dict[str, Any]) -> list[str]:
    """The ids of quotes that do not stand where the truths say."""
    wrong = []
    for name, document, page, quote in quotes_of(content):
        pages = squeezed(folder / document)
        where = pages if page is None else pages[page : page + 1]
        if not any(squeeze(quote) in text for text in where):
            wrong.append(f"{name}: {document} {page} {quote}")
    return wrong


@pytest.fixture(scope="module")
def shipped() -> dict[str, Any]:
    return yaml.safe_load(truths_path().read_text(encoding="utf-8"))


@pytest.fixture(scope="module", params=OTHER_SEEDS)
def other(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, dict[str, Any]]:
    output = tmp_path_factory.mktemp(f"seed-{request.param}")
    return output, build(request.param, output)


def test_every_quote_of_the_shipped_sample_stands_on_its_page(shipped: dict[str, Any]) -> None:
    assert misplaced(documents_path(), shipped) == []


def test_every_quote_of_another_seed_stands_on_its_page(other: tuple[Path, dict[str, Any]]) -> None:
    output, content = other
    assert misplaced(output / "documents", content) == []


def test_pdf_and_workbook_quotes_have_a_page_and_others_have_none(shipped: dict[str, Any]) -> None:
    for _, document, page, _ in quotes_of(shipped):
        assert (page is not None) == document.endswith((".pdf", ".xlsx"))


def test_what_is_unanswerable_or_silent_stands_nowhere(shipped: dict[str, Any]) -> None:
    check_absences(documents_path(), shipped)


def test_other_seeds_keep_the_same_silences(other: tuple[Path, dict[str, Any]]) -> None:
    check_absences(other[0] / "documents", other[1])


def check_absences(folder: Path, content: dict[str, Any]) -> None:
    whole = "\n.\n".join(
        " ".join(page.split()) for path in sorted(folder.iterdir()) for page in pages_of(path)
    )
    for entry in [*content["truths"], *content["questions"]]:
        for pattern in entry.get("absent", []):
            found = re.search(pattern, whole, re.IGNORECASE)
            assert found is None, (
                f"{entry['id']}: {pattern!r} stands in {whole[found.start() - 60 : found.end() + 60]!r}"
            )


def test_the_sample_is_large_and_varied_enough() -> None:
    files = sorted(documents_path().iterdir())
    pages = sum(len(pages_of(path)) for path in files if path.suffix in (".pdf", ".xlsx"))
    assert len(files) >= 14
    assert {path.suffix for path in files} == FORMATS
    assert pages >= 80


def test_there_are_enough_questions_of_each_sort(shipped: dict[str, Any]) -> None:
    answerable = [question for question in shipped["questions"] if question["answerable"]]
    others = [question for question in shipped["questions"] if not question["answerable"]]
    assert len(answerable) >= 55
    assert len(others) >= 25
    assert set(Counter(question["reason"] for question in others)) == {
        "fact_missing", "wrong_year", "wrong_place", "off_topic", "false_premise",
    }  # fmt: skip


def test_ids_are_used_once(shipped: dict[str, Any]) -> None:
    names = [entry["id"] for entry in [*shipped["truths"], *shipped["questions"]]]
    assert [name for name, count in Counter(names).items() if count > 1] == []


def test_the_shipped_sample_says_what_the_sources_render(tmp_path: Path) -> None:
    build(0, tmp_path)
    rendered = {path.name: pages_of(path) for path in (tmp_path / "documents").iterdir()}
    committed = {path.name: pages_of(path) for path in documents_path().iterdir()}
    assert sorted(rendered) == sorted(committed)
    assert [name for name in rendered if rendered[name] != committed[name]] == []
    assert (tmp_path / "truths.yaml").read_text("utf-8") == truths_path().read_text("utf-8")


@pytest.mark.parametrize("other", OTHER_SEEDS[:1], indirect=True)
def test_the_same_seed_renders_the_same_bytes(other: tuple[Path, dict[str, Any]], tmp_path: Path) -> None:
    output, content = other
    build(content["seed"], tmp_path)
    first = {path.name: path.read_bytes() for path in (output / "documents").iterdir()}
    second = {path.name: path.read_bytes() for path in (tmp_path / "documents").iterdir()}
    assert [name for name in first if first[name] != second.get(name)] == []
    assert (output / "truths.yaml").read_bytes() == (tmp_path / "truths.yaml").read_bytes()


def test_another_seed_shares_few_sentences_with_the_shipped_sample(
    shipped: dict[str, Any], other: tuple[Path, dict[str, Any]]
) -> None:
    mine = {quote for *_, quote in quotes_of(shipped)}
    theirs = {quote for *_, quote in quotes_of(other[1])}
    assert len(mine & theirs) < 0.25 * len(mine)


def test_no_name_of_the_shipped_place_is_left_in_another_seed(other: tuple[Path, dict[str, Any]]) -> None:
    whole = " ".join(page for path in (other[0] / "documents").iterdir() for page in pages_of(path))
    for name in ("Aldermere", "Saxonholt", "Wendlemoor", "Lowmarsh", "Rowan", "Eastgate", "${"):
        assert name not in whole


def test_no_markup_is_left_in_the_text() -> None:
    for path in documents_path().iterdir():
        text = "\n".join(pages_of(path))
        assert not re.search(r"\[\[|\]\]|\$\{|\{\w|@\(|%either|%or\b|§", text), path.name
