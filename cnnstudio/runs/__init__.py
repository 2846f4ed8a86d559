"""A training on disk: record, weights, store, comparison."""
