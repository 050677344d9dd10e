//! Parts, titles, chapters and sections: which holds which.
//!
//! Conventions differ (in some a section holds titles, in some a title holds chapters), so the text
//! itself decides: a division opens inside the last if nothing stands between their labels, and
//! beside the last of its own type if that is open. Ranks only help where neither says anything.

use super::outline::{Component, Division};

/// The divisions that are open, outermost first.
#[derive(Debug, Default)]
pub(super) struct Open {
    stack: Vec<usize>,
}

impl Open {
    /// The innermost division.
    pub(super) fn last(&self) -> Option<usize> {
        self.stack.last().copied()
    }

    /// Closes all.
    pub(super) fn clear(&mut self) {
        self.stack.clear();
    }

    /// Opens a division of a component.
    pub(super) fn enter(&mut self, component: &mut Component, mut division: Division) {
        let known = |at: &usize| &component.divisions[*at];
        let beside = self
            .stack
            .iter()
            .position(|open| is_sibling(known(open), &division));
        let depth = beside.unwrap_or_else(|| {
            let written = component
                .articles
                .last()
                .and_then(|article| article.division);
            let direct = self.last().is_some_and(|last| written < Some(last));
            if direct {
                return self.stack.len();
            }
            let above = |open: &&usize| rank(known(open)) < rank(&division);
            self.stack.iter().take_while(above).count()
        });
        self.stack.truncate(depth);
        division.parent = self.last();
        component.divisions.push(division);
        self.stack.push(component.divisions.len() - 1);
    }
}

fn is_sibling(open: &Division, new: &Division) -> bool {
    let look = |division: &Division| division.mark.as_ref().map(|mark| look(&mark.num));
    open.kind == new.kind && (new.kind != "division" || look(open) == look(new))
}

/// The look of a bare label, which stands for the type that is not named.
fn look(num: &str) -> u8 {
    if num.chars().all(|c| "IVXLC".contains(c)) {
        0
    } else if num.chars().all(char::is_uppercase) {
        1
    } else {
        2 + u8::from(num.chars().all(char::is_numeric))
    }
}

fn rank(division: &Division) -> u8 {
    match division.kind {
        "book" => 0,
        "part" => 1,
        "title" => 2,
        "chapter" => 3,
        "section" => 4,
        "subsection" => 5,
        _ => division
            .mark
            .as_ref()
            .map_or(10, |mark| 6 + look(&mark.num)),
    }
}
