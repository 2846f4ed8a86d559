"""The log: searched, filtered, and copied for a bug report."""
