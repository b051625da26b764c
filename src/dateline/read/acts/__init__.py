"""What was promised, what is coming up, who stands where."""
