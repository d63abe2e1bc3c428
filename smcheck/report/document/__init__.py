"""What a client keeps: the whole result as one document, before it is known in which format it is drawn."""
