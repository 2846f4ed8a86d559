"""Whether a network looks at the thing, or at something that happens to go with it."""
