"""The few things that everything needs; knows no product word."""
