"""Words towards people: translation, escaped text, numbers as read, faults."""
