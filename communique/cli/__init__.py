"""The door: one file a command."""

from __future__ import annotations

import importlib

import click

from communique.errors import CommuniqueError
from communique.exports.visible import plain

# By name, so that `communique show` does not wait for the models that only `read` and `add` load.
COMMANDS = {
    "read": "communique.cli.read",
    "add": "communique.cli.add",
    "show": "communique.cli.show",
    "judge": "communique.cli.judge",
    "events": "communique.cli.events",
    "incidents": "communique.cli.incidents",
    "pack": "communique.cli.pack",
    "import": "communique.cli.import_",
    "status": "communique.cli.status",
    "sitrep": "communique.cli.sitrep",
}


class _Lazy(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(COMMANDS[cmd_name])
        # By the file's name and not the command's: `import` is a word of Python's own.
        command: click.Command = getattr(module, COMMANDS[cmd_name].rpartition(".")[2])
        return command

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except CommuniqueError as error:
            raise click.ClickException(plain(str(error))) from error


@click.group(cls=_Lazy, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="communique")
def main() -> None:
    """Reads reports about a conflict's talks and truce and keeps the record: who said what, on whose authority."""
