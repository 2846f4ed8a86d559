"""Help inside the window, all of it offline: what a field is, the glossary, the tutorials."""
