//! Places as lawyers name them.

use std::fmt;

/// Where a finding lies in an instrument.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Locator {
    /// The id of the instrument.
    pub instrument: String,
    /// `body`, `preamble`, `annex-1`, `protocol-1`, `note-1`, `testimonium`.
    pub component: String,
    /// The path of divisions from the root (`chapter II, section 1`); empty if there is none.
    pub division: String,
    /// As printed; with its component for an annex (`annex-1/3`); `preamble`; `-` for the
    /// instrument as a whole.
    pub article: String,
    /// `2.a.ii`; `~2` for the second unnumbered paragraph; `None` for the article as a whole.
    pub paragraph: Option<String>,
    /// The Akoma Ntoso identifier (`art_7__para_1__point_a`).
    pub eid: String,
}

impl Locator {
    /// The instrument as a whole.
    pub fn instrument(id: impl Into<String>) -> Self {
        Self {
            instrument: id.into(),
            component: "body".to_owned(),
            division: String::new(),
            article: "-".to_owned(),
            paragraph: None,
            eid: String::new(),
        }
    }
}

impl fmt::Display for Locator {
    /// `art. 7(1)(a)(ii)`, as a lawyer cites it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.article.as_str() {
            "-" => f.write_str("the instrument"),
            name @ ("preamble" | "testimonium") => f.write_str(name),
            article => {
                write!(f, "art. {article}")?;
                for label in self.paragraph.iter().flat_map(|path| path.split('.')) {
                    write!(f, "({label})")?;
                }
                Ok(())
            }
        }
    }
}
