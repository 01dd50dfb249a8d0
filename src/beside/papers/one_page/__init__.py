"""The ten-asks page: what was guessed and what came, on one page that can be handed over."""

from beside.papers.one_page.model import Choice, Page
from beside.papers.one_page.page import page_of
from beside.papers.one_page.printed import Paper, printed

__all__ = ["Choice", "Page", "Paper", "page_of", "printed"]
