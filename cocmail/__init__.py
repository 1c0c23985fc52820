"""cocmail: the daemon behind a code-of-conduct committee's email address."""

__version__ = "0.1.0"
