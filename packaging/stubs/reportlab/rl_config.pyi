canvas_basefontname: str
useA85: int
