"""The command line as a whole: which commands there are, and the options that all of them take.

A command module `assistant.cli.NAME` has a function of that name (and `EXAMPLES`, where its help shows some),
or a Typer named `app` with a callback and subcommands. It is imported when it is used or listed, so it must
keep its own imports cheap: whatever is heavy is imported inside the function that needs it. Naming it in
`SECTIONS` is all the registration.
"""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated, Any

import typer

from assistant.cli.group import Group
from assistant.cli.session import session_of

SECTIONS: dict[str, tuple[str, ...]] = {
    "Begin": ("demo", "ingest", "tui"),
    "Ask": ("ask", "chat", "conversations", "search", "show", "read"),
    "Scrutinise": (
        "questions",
        "evidence",
        "challenges",
        "pack",
        "actions",
        "recommendations",
        "check",
        "rule",
    ),
    "Documents": ("documents", "supersede", "remove", "erase"),
    "Care of the library": ("verify", "repair", "backup", "restore", "optimize"),
    "Other programs": ("serve", "keys", "mcp", "schema", "version"),
}
"""The commands' names under the headings of the help text, in its order."""

COMMANDS: dict[str, str] = {name: f"assistant.cli.{name}" for names in SECTIONS.values() for name in names}
"""Command names and the modules they live in."""

HELP = """Answers from your partnership's own documents, with quotation and page. Nothing leaves this machine.

\b
Examples:
  scrutiny demo
  scrutiny ingest "Audit reports"
  scrutiny ask "What do our audits say about the voice of the child?"
"""


class LazyCommands(Group):
    """The group of all commands, each imported when it is first needed."""

    def sections(self, ctx: Any) -> dict[str, list[str]]:
        """The headings of `SECTIONS`."""
        known = self.list_commands(ctx)
        return {heading: [name for name in names if name in known] for heading, names in SECTIONS.items()}

    def list_commands(self, ctx: Any) -> list[str]:
        """The commands' names, in the order of the help text."""
        return [name for name in COMMANDS if find_spec(COMMANDS[name])]

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command of that name, or None; a wrong name loads all of them so that one can be suggested."""
        if cmd_name not in COMMANDS:
            for name in self.list_commands(ctx):
                self.get_command(ctx, name)
            return None
        if cmd_name not in self.commands:
            self.commands[cmd_name] = _load(cmd_name)
        return self.commands[cmd_name]


def command_line() -> Any:
    """The parser of the whole command line."""
    app = typer.Typer(
        name="scrutiny",
        cls=LazyCommands,
        help=HELP,
        invoke_without_command=True,
        rich_markup_mode=None,  # plain help: quicker, and readable aloud
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(_root)
    return typer.main.get_command(app)


def _load(name: str) -> Any:
    module = import_module(COMMANDS[name])
    app = getattr(module, "app", None)
    if app is None:
        app = typer.Typer()
        app.command(epilog=getattr(module, "EXAMPLES", None))(getattr(module, name))
    command = typer.main.get_command(app)
    command.name = name
    _add_library_option(command)
    return command


def _add_library_option(command: Any) -> None:
    """Gives a command and its subcommands `--library`, so that it may stand before or after the command."""
    command.rich_markup_mode = None
    command.params = [parameter for parameter in command.params if "completion" not in parameter.name]
    for parameter in command.params:
        if parameter.param_type_name == "argument":  # its help says what it is; <list[str]> does not
            parameter.display_type_rich = lambda ctx: None
    command.params.append(_library_option())
    for subcommand in getattr(command, "commands", {}).values():
        _add_library_option(subcommand)


def _remember_library(context: typer.Context, value: Path | None) -> Path | None:
    if value is not None:
        session_of(context).library = value
    return value


LibraryOption = Annotated[
    Path | None,
    typer.Option(
        "--library",
        metavar="DIR",
        callback=_remember_library,
        expose_value=False,
        help="The library's folder. Default: SCRUTINY_LIBRARY, else a folder of your user account.",
    ),
]


def _library_option() -> Any:
    """The option as the parser keeps it, taken from a command made for the purpose."""

    def donor(library: LibraryOption = None) -> None:
        """Carries the option."""

    app = typer.Typer(add_completion=False)
    app.command()(donor)
    return typer.main.get_command(app).params[0]


def _print_version(value: bool) -> None:
    if value:
        from assistant.version import program_version

        typer.echo(f"scrutiny {program_version()}")
        raise typer.Exit


def _root(
    context: typer.Context,
    library: LibraryOption = None,
    version: Annotated[
        bool,
        typer.Option("--version", callback=_print_version, is_eager=True, help="Print the release and stop."),
    ] = False,
) -> None:
    """With no command: the terminal app where there is a library, else this help."""
    if context.invoked_subcommand is None:
        from assistant.cli.start import start

        start(context)
