"""`scrutiny ask`: a question answered from the documents, or an honest refusal."""

from __future__ import annotations

from typing import Annotated

import typer

from assistant.answer import Answer
from assistant.cli.declared import argument, option
from assistant.cli.option_groups import Narrowing, grouped
from assistant.cli.options import (
    AsOfOption,
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
from assistant.machine.answers import answer_object


@grouped
def ask(
    context: typer.Context,
    narrowing: Narrowing,
    question: Annotated[list[str] | None, argument("QUESTION", "What to ask.", show_default=False)] = None,
    questions: Annotated[
        str | None,
        option(
            "--questions FILE",
            "Ask each line of FILE (- for standard input); "
            "prints a JSON object a line, on a terminal only with --json.",
        ),
    ] = None,
    json: JsonOption = False,
    output_format: FormatOption = OutputFormat.TEXT,
    as_of: AsOfOption = None,
    reranker: RerankerOption = None,
    conversation: Annotated[
        str | None, option("NAME", "Ask within a conversation that is kept: “and for health?” then works.")
    ] = None,
    writer: Annotated[
        str | None,
        option(
            "MODEL",
            "Have a language model word the answer, such as ollama:llama3.2; every sentence is checked.",
        ),
    ] = None,
) -> None:
    """Answer a question, with quotations and pages."""
    text = one_of(question, questions, "question", "--questions")
    assistant = session_of(context).assistant(reranker)
    filters = narrowing.filters(assistant)
    extra = {"conversation": conversation, "writer": writer}
    given = {name: value for name, value in extra.items() if value is not None}

    def put(asked: str) -> Answer:
        return assistant.ask(asked, filters=filters, as_of=as_of, **given)

    from assistant.render.answer import answer_paragraphs
    from assistant.render.paragraph import headed

    if text is None:
        as_lines = wants_lines(context, json, output_format)
        for line in lines_of(questions or ""):
            if as_lines:
                print_json_line(answer_object(put(line)))
            else:
                print_text(headed(line, answer_paragraphs(put(line))))
        return
    answer = put(text)
    if wants_json(json, output_format):
        print_json(answer_object(answer))
    else:
        print_text(answer_paragraphs(answer))
