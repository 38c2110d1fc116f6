"""The checks of a sentence against the words that it rests on."""
