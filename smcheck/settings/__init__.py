"""What somebody chose once for all sheets: theme, language, survey, name, brand; kept in a file of TOML."""

from smcheck.settings.file import Settings, brand_file, change_settings, read_settings, settings_path

__all__ = ["Settings", "brand_file", "change_settings", "read_settings", "settings_path"]
