"""A small test that is deleted takes its link along: nobody answers to what is gone."""

from __future__ import annotations

from uuid import UUID

from beside.journey.practice.actions import remove_ask
from beside.keeping.sharing import links
from beside.pages.front.requests import PersonRequest


def forget_with_link(request: PersonRequest, ask_id: UUID) -> None:
    """Delete a small test for good, with every link of it, and what waits in one. Twice is once."""
    notebook = request.opened.notebook
    with notebook.store.together():
        for link in notebook.store.undated(links.Link):
            if link.ask_id == ask_id:
                links.forget(notebook, link)
        remove_ask(store=notebook.store, ask_id=ask_id)
