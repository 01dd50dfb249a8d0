"""What the commands of the Makefile need; no part of the program."""
