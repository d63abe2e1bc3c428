"""Files of people: written whole or not at all."""
