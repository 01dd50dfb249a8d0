"""The paper twin: ten asks on one sheet, for people who cannot use a screen safely."""
