"""Bytes of mail to values and back, without a socket."""
