"""What the festival's people see of entries and do with them, on the desk."""
