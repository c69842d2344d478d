"""`python -m assistant` is the same as `minutebook`."""

import sys

from assistant.cli.run import main

sys.exit(main())
