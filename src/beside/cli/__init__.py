"""The commands: what is typed becomes one call, and a refusal becomes one sentence.

Imports wait until they are needed, because the first answer after a start should come at once.
"""

from beside.cli.main import main

__all__ = ["main"]
