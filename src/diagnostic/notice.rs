//! What a reader should know about a run, beside its findings.

/// A remark on the run itself: lints that were withheld, files that were left out.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Notice {
    /// The id of the instrument that it is about, if it is about one.
    pub instrument: Option<String>,
    /// The file that it is about, if it is about one, as findings name it.
    pub path: Option<String>,
    /// What kind of notice it is, in kebab case (`excerpt`, `incomplete`).
    pub id: String,
    /// The notice in words: lower case, no final stop.
    pub message: String,
}

impl Notice {
    /// A notice about an instrument.
    pub fn instrument(
        id: impl Into<String>,
        instrument: impl Into<String>,
        message: impl Into<String>,
    ) -> Self {
        Self {
            instrument: Some(instrument.into()),
            path: None,
            id: id.into(),
            message: message.into(),
        }
    }
}
