"""The glossary: terms of the field with formulas, and pictures drawn from worked numbers."""
