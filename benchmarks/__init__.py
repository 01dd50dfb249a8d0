"""What is fast, what is not, and against whom: measured on this machine, in this very run.

`python -m benchmarks` prints a table and writes `build/bench.json`. Nothing of it is shipped.
"""
