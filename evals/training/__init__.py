"""Training material for the embedder, and the program that trains it. Not part of the product."""
