"""The Feature maps tab: every channel of a layer, its kernels, and the images that excite it."""
