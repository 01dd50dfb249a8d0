"""The web: one folder an area, each with its urls, views and forms."""
