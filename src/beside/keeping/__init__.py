"""How what is written is kept; it cannot read it."""
