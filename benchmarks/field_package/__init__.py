"""A Django app as many write it: one table, with one field that is encrypted."""
