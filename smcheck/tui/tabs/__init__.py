"""The result's tabs: each makes rows out of a case; none of them knows the screen."""
