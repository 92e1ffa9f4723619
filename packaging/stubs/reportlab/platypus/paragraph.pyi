import re

_hy_letters: str
_hy_shy: str
_hy_letters_pat: re.Pattern[str]
_hy_shy_letters_pat: re.Pattern[str]
_hy_pfx_pat: re.Pattern[str]
_hy_sfx_pat: re.Pattern[str]
