"""The Network page: palette, canvas, parameter form, analysis."""
