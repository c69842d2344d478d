"""The command line: arguments in, an exit status out.

In: what a person or a script types after `minutebook`. Out: answers on standard output, messages on standard error, and
0 done, 1 finished with problems that were listed, 2 wrong use. Thin over the same functions as the page.
"""

from assistant.cli.parser import build_parser
from assistant.cli.run import main

__all__ = ["build_parser", "main"]
