"""Rule profiles: dated laws as data, checked when they are loaded."""

from assembly_desk.rules.load import ProfileError, load_profile, load_profiles

__all__ = ["ProfileError", "load_profile", "load_profiles"]
