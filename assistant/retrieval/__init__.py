"""From a question to the pieces that may answer it, and how sure it is that they do."""
