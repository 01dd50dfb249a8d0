"""A Django app as many write it: one table, one encrypted field (django-fernet-encrypted-fields)."""
