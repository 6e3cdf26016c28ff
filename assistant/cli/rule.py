"""`scrutiny rule`: what a rule of the check asks for, with a poor and a good example."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

import typer

from assistant.cli.declared import argument
from assistant.cli.options import JsonOption
from assistant.cli.output import print_json


def _complete_code(incomplete: str) -> list[str]:
    from assistant.check.rules.registry import all_codes

    return [code for code in all_codes() if code.startswith(incomplete.upper())]


def rule(
    code: Annotated[
        str | None,
        argument(
            "CODE",
            "A code, its beginning or a name, such as SM501, SM5 or no-deadline; without one, all.",
            autocompletion=_complete_code,
        ),
    ] = None,
    json: JsonOption = False,
) -> None:
    """Explain a rule of `scrutiny check`: what it asks for, why, how severe, with examples."""
    from assistant.check.rules.registry import all_codes, rule_text, rule_texts

    texts = rule_texts(code) if code else [rule_text(known) for known in all_codes()]
    if json:
        print_json(asdict(texts[0]) if len(texts) == 1 else [asdict(text) for text in texts])
    elif len(texts) == 1:
        text = texts[0]
        typer.echo(
            f"{text.code} {text.name} ({text.severity})\n{text.summary}\n\n{text.why}\n\n"
            f"Poor: {text.poor}\nGood: {text.good}\n\nSuggestion: {text.suggestion}"
        )
    else:
        typer.echo("\n".join(f"{text.code} {text.severity:8}{text.name}: {text.summary}" for text in texts))
