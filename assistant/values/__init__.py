"""Figures, periods, days and hours in a text, in English and French."""
