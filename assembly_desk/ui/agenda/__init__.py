"""The agenda: the items, who speaks and for how long, the queue, the motions, what the hall sees."""
