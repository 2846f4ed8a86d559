"""Recipes of the bundle and of the packages made of it."""
