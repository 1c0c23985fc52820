"""The only rooms with sockets: doors, post and clock."""
