"""Image folder to batches: scan, decode, split, cache, augment. No Qt, nothing of networks."""
