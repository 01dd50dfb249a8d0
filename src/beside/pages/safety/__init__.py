"""*If it's bad now*: public, without script, with the notebook shut and the database down."""
