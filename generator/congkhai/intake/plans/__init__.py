"""Plans (kế hoạch) as offices have them: text, or Word files."""
