"""A question, read: what it is after, what it takes for granted, and what it leans on in a talk."""
