"""Format 1 of a sheet's JSON: its version and its keys, in the order in which they are written."""

FORMAT = 1
MAX_TEXT_LENGTH = 2_000_000
"""Characters that one text may have."""
TEXT_KEYS = ("organisation", "respondent", "id", "pack_version", "pack_hash")
DATE_KEYS = ("created", "modified", "result_seen")
AFTER_RESULT_KEYS = ("changed_after_result", "answered_after_result")
PROFILE_KEYS = ("role", "sector", "country", "size")
COMMENT_KEYS = ("text", "by", "at")
KEYS = (
    *("format", "pack", *TEXT_KEYS, *DATE_KEYS),
    *("profile", "answers", "notes", *AFTER_RESULT_KEYS, "summary", "comments"),
)
