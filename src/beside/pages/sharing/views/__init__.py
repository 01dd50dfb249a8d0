"""Views of links: the page that somebody else opens, and those of the person who asks."""
