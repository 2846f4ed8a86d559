"""What is open now, and the jobs that work on it. No Qt."""
