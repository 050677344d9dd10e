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
    /// `art. 7(1)(a)(ii)`, `annex 1, art. 3`, `preamble`: as a lawyer cites it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let spaced = |component: &str| component.replacen('-', " ", 1);
        match self.article.as_str() {
            "-" if self.division.is_empty() => return f.write_str("the instrument"),
            "-" => return f.write_str(&self.division),
            "body" => f.write_str("unnumbered article")?,
            name if name == self.component => f.write_str(&spaced(name))?,
            article => {
                let own = article.strip_prefix(&format!("{}/", self.component));
                match own {
                    Some(number) => write!(f, "{}, art. {number}", spaced(&self.component))?,
                    None => write!(f, "art. {article}")?,
                }
            }
        }
        for label in self.paragraph.iter().flat_map(|path| path.split('.')) {
            match label.strip_prefix('~') {
                Some(ordinal) => write!(f, "({} unnumbered)", nth(ordinal))?,
                None => write!(f, "({label})")?,
            }
        }
        Ok(())
    }
}

/// `2nd`.
fn nth(number: &str) -> String {
    let suffix = match number.as_bytes() {
        [.., b'1', _] => "th",
        [.., b'1'] => "st",
        [.., b'2'] => "nd",
        [.., b'3'] => "rd",
        _ => "th",
    };
    format!("{number}{suffix}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_cited_as_lawyers_do() {
        let cited = |component: &str, article: &str, paragraph: Option<&str>| {
            Locator {
                component: component.to_owned(),
                article: article.to_owned(),
                paragraph: paragraph.map(str::to_owned),
                ..Locator::instrument("example-2027")
            }
            .to_string()
        };
        assert_eq!(cited("body", "7", Some("1.a.ii")), "art. 7(1)(a)(ii)");
        assert_eq!(cited("body", "7bis", None), "art. 7bis");
        assert_eq!(
            cited("body", "7", Some("~2.a")),
            "art. 7(2nd unnumbered)(a)"
        );
        assert_eq!(cited("body", "7", Some("~12")), "art. 7(12th unnumbered)");
        assert_eq!(
            cited("annex-1", "annex-1/3", Some("1")),
            "annex 1, art. 3(1)"
        );
        assert_eq!(cited("annex-1", "annex-1", Some("4")), "annex 1(4)");
        assert_eq!(cited("preamble", "preamble", None), "preamble");
        assert_eq!(cited("body", "-", None), "the instrument");
    }
}
