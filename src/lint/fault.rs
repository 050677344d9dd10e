//! Findings of the engine itself, which no lint file describes.

/// The id of the finding that an `allow` allows nothing.
pub const UNUSED: &str = "unused-allow";

/// The id of the finding that an `allow` no longer holds.
pub const EXPIRED: &str = "expired-allow";

/// The findings of the engine itself, with a summary each.
pub const FAULTS: &[(&str, &str)] = &[
    (UNUSED, "an `allow` allows nothing: what it allowed is gone"),
    (EXPIRED, "an `allow` has expired"),
];
