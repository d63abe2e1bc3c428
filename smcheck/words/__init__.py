"""Words towards people: translations, text made safe to show, numbers as read, faults."""
