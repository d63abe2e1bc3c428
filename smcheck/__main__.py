"""``python -m smcheck``."""

import sys

from smcheck.cli import main

if __name__ == "__main__":
    sys.exit(main())
