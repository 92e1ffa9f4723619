"""The windows: the operator's and the hall's."""
