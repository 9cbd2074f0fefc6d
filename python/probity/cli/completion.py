"""Scripts by which shells complete commands, options, programmes and ids: `completion`."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from probity.cli.language import refusal


@click.command(short_help="The script for a shell.")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def completion(context: click.Context, shell: str) -> None:
    """The script by which a shell completes this command line.

    \b
    bash: echo 'eval "$(probity completion bash)"' >> ~/.bashrc
    zsh:  echo 'eval "$(probity completion zsh)"' >> ~/.zshrc
    fish: probity completion fish > ~/.config/fish/completions/probity.fish
    """
    script = get_completion_class(shell)
    if script is None:
        raise click.UsageError(refusal("no_shell", shell=shell))
    group = context.find_root().command
    click.echo(script(group, {}, "probity", "_PROBITY_COMPLETE").source())


COMMANDS = {"completion": completion}
