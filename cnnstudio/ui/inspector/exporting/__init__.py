"""Takes heatmaps out of the page: as files, as a picture or as a script."""
