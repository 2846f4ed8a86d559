"""From a network graph to a torch module."""
