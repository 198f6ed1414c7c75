"""What casecheck says of its own work."""
