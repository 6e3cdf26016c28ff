"""`scrutiny search`: the passages nearest to some words, without an answer."""

from __future__ import annotations

from typing import Annotated

import typer

from assistant.cli.declared import argument, option
from assistant.cli.option_groups import Narrowing, grouped
from assistant.cli.options import (
    FormatOption,
    JsonOption,
    OutputFormat,
    RerankerOption,
    lines_of,
    one_of,
    wants_json,
    wants_lines,
)
from assistant.cli.output import print_json, print_json_line, print_text
from assistant.cli.session import session_of
from assistant.machine.answers import search_object


@grouped
def search(
    context: typer.Context,
    narrowing: Narrowing,
    query: Annotated[list[str] | None, argument("QUERY", "What to look for.", show_default=False)] = None,
    queries: Annotated[
        str | None,
        option(
            "--queries FILE",
            "Search for each line of FILE (- for standard input); "
            "prints a JSON object a line, on a terminal only with --json.",
        ),
    ] = None,
    k: Annotated[int, option("-k N", "How many passages at most.", min=1, max=1000, show_default=True)] = 10,
    json: JsonOption = False,
    output_format: FormatOption = OutputFormat.TEXT,
    reranker: RerankerOption = None,
) -> None:
    """Find passages about something, best first."""
    text = one_of(query, queries, "query", "--queries")
    assistant = session_of(context).assistant(reranker)
    filters = narrowing.filters(assistant)
    from assistant.render.paragraph import headed
    from assistant.render.search import search_paragraphs

    if text is None:
        as_lines = wants_lines(context, json, output_format)
        for line in lines_of(queries or ""):
            found, searched = assistant.search(line, k=k, filters=filters), assistant.documents(filters)
            if as_lines:
                print_json_line(search_object(line, found, searched))
            else:
                print_text(headed(line, search_paragraphs(line, found, searched)))
        return
    results = assistant.search(text, k=k, filters=filters)
    if wants_json(json, output_format):
        print_json(search_object(text, results, assistant.documents(filters)))
    else:
        print_text(search_paragraphs(text, results, assistant.documents(filters)))
