"""The command group; errors become one line and an exit code."""

import sys

import click

from dateline import __version__
from dateline.cli import day, decide, desk, desk_settings, extract, find, read, send
from dateline.cli.ask import coding, follow, people, said, stories
from dateline.cli.gather import add, collect, sources
from dateline.errors import DatelineError


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="dateline")
@click.option("--debug", is_flag=True, expose_value=False, help="Show the traceback of an error.")
def dateline() -> None:
    """Read the day's news and write the morning briefing, every line of it with its source.

    \b
    dateline demo                              the day that ships with Dateline, in one minute
    dateline read page.html                    who said what in one page
    dateline extract page.html                 its article, with nothing around it
    dateline day pages/ --date 2031-05-06       a folder of pages and dispatches, all the way to a site

    Exit codes: 0 all was taken; 1 a fault; 2 wrong use or settings; 3 a source is not there; 4 the store cannot be
    used; 5 the language pipeline is missing; 7 something could not be taken (each named in a line), the rest was done;
    8 there is no such edition, or it cannot be made into that form; 9 some mails were not sent, since the
    server did not take them or another `dateline send` was under way; 10 the edition is not approved.
    """


for part in (
    *(read, extract, add, sources, collect, day, find, said, follow, people, stories, coding),
    *(decide, desk, desk_settings, send),
):
    for command in part.COMMANDS:
        dateline.add_command(command)


def main() -> None:
    """Run the command of the arguments and end with its exit code."""
    try:
        dateline(standalone_mode=False)
    except click.exceptions.Abort:
        click.echo("dateline: stopped; run the same command again and it goes on from here", err=True)
        sys.exit(130)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except DatelineError as error:
        if "--debug" in sys.argv:
            raise
        click.echo(f"dateline: {error}", err=True)
        sys.exit(error.exit_code)
    except BrokenPipeError:
        # The reader of a pipe went away, as `head` does: nobody is left to tell.
        sys.stderr.close()
        sys.exit(0)
