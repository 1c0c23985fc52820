"""`python -m cocmail`, the same as `cocmail`."""

import sys

from cocmail.cli import main

if __name__ == "__main__":
    sys.exit(main())
