"""What came of sweeps: a plot with parallel axes and a table of every combination."""
