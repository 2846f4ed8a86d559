"""Several processes train one network together."""
