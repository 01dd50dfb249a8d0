"""Who may open what: wraps, spare keys, sessions. Never what is inside."""
