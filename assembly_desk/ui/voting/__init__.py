"""The vote: what is put, the answers or the hands, the bar with the mark, the rule."""
