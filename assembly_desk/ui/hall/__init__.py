"""The audience window: what the hall sees on the second screen."""
