"""The tab in which an image is changed by hand and the network asked again."""
