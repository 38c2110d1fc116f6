"""The benchmark: how fast, how large and how exact, beside the tutorial stack. ``python -m evals.bench --help``."""
