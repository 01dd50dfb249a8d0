"""The file on this computer: one writer at a time, and verified copies. Knows no table."""
