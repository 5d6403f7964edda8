"""What differs between two versions of a printed notice, in words."""
