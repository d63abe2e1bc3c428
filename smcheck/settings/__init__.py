"""What somebody chose once for all sheets: theme, language, survey, name; kept in a file of TOML."""

from smcheck.settings.file import Settings, change_settings, read_settings, settings_path

__all__ = ["Settings", "change_settings", "read_settings", "settings_path"]
