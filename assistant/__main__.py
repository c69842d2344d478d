"""`python -m assistant` is `minutebook` without the page, which `ui.py` opens."""

import sys

from assistant.cli import main

sys.exit(main())
