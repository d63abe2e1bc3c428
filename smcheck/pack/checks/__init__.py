"""What an author should mend in a pack: each module one kind of check, all used by ``smcheck.pack.lint``."""
