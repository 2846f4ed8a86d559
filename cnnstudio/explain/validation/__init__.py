"""Whether a heatmap can be trusted: measured against known objects, changed images and a network without knowledge."""
