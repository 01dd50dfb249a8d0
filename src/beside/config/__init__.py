"""Everything is put together here, once; nothing below knows how it is run."""
