"""Small tests: setting one up, where each of them stands, and what comes after."""
