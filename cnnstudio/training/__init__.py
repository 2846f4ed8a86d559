"""The training loop, its settings, metrics and events. Knows torch, but neither image folders nor graphs."""
