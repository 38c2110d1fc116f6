"""A talk: what each turn means in it, and what is kept of it."""
