"""The guided tour through the sample with a hidden shortcut."""
