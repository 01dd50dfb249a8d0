"""The only code that touches primitives. Formats, with vectors: docs/format.md."""
