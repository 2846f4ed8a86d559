"""The Step by step tab: how every single value of a trained network comes about."""
