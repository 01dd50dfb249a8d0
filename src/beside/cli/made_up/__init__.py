"""A year that nobody lived: people, moments and small tests as plain data, and who writes them in.

What stands here is what a person might have written, so no translator is asked about it. Nobody in
it is real, and nothing in it has become of anybody.
"""
