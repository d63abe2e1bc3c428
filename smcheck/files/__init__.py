"""Files of people: written whole or not at all, decoded as UTF-8."""
