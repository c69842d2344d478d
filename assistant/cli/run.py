"""One command run: its options parsed, its function called, what went wrong said in words.

Exit status: 0 done, 1 finished with problems that were listed, 2 wrong use or nothing to work on.
Messages go to standard error; with --json or --out, standard output holds JSON alone.
"""

import os
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from assistant.cli.options import settings_of
from assistant.cli.output import say
from assistant.cli.parser import build_parser
from corpus.errors import MinutebookError

if TYPE_CHECKING:
    from assistant.settings import Settings

Serve = Callable[["Settings"], None]  # opens the page and stays until it is interrupted


def main(arguments: Sequence[str] | None = None, serve: Serve | None = None) -> int:
    """Run one command and return its exit status. `serve` opens the page: ui.py gives it, who runs it without has none."""
    parser = build_parser()
    options = parser.parse_args(arguments)
    if options.command is None:
        parser.print_help(sys.stderr)
        return 2
    try:
        if options.command == "serve":
            return _serve(settings_of(options), serve)
        status: int = options.run(options)
        return status
    except BrokenPipeError:  # who reads the output has enough of it: `| head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except FileNotFoundError as error:
        say(f"There is no {error.filename or error}. Name a file or folder that is there.")
    except (IsADirectoryError, PermissionError) as error:
        say(f"{error.filename or error} cannot be opened ({error.strerror}). Name a file that you may open.")
    except (MinutebookError, ValueError) as error:
        say(str(error))
    except KeyboardInterrupt:
        say("Stopped. What was finished is kept; run the same command to go on.")
    return 2


def _serve(settings: "Settings", serve: Serve | None) -> int:
    if serve is None:
        say("The page is opened by `minutebook serve` or `python ui.py serve`.")
        return 2
    serve(settings)
    return 0
