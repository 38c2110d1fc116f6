"""Gold sets, metrics, runs and reports: how good the answers are, and whether a change made them better."""
