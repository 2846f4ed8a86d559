"""What the place under the pointer contributes, and which channels and images stand behind it."""
