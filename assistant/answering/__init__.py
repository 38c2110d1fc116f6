"""From pieces to an answer: quotes, leads, what comes along, silence, and what a model writes."""
