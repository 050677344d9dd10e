//! `treatylint explain`.

use std::path::PathBuf;

use clap::Args;

use super::{Exit, output, working_directory};
use crate::lint::Catalogue;
use crate::render::{self, Terminal};
use crate::session::{self, Lints};

/// Explain a lint or a fault.
///
/// What it finds, why that matters, what fails and what passes, what to do, and its sources.
#[derive(Debug, Args)]
pub(super) struct Explain {
    /// The lint, or the fault of a file.
    lint: String,
    /// A folder of your own lints, beside those that are built in.
    #[arg(long, value_name = "DIR")]
    lints: Vec<PathBuf>,
}

impl Explain {
    pub(super) fn run(self, terminal: &Terminal) -> anyhow::Result<Exit> {
        let loaded = Lints::load(&self.lints, &working_directory()?, 0)?;
        let catalogue = &loaded.catalogue;
        let page = match catalogue.lint(&self.lint) {
            Some(lint) => {
                let prose = catalogue.prose(lint.id());
                render::explain(lint, prose.as_ref(), terminal)
            }
            None => {
                let faults = session::faults();
                let fault = faults.iter().find(|(id, _)| *id == self.lint);
                let (id, summary) = fault.ok_or_else(|| unknown(catalogue, &self.lint))?;
                render::explain_fault(id, summary, terminal)
            }
        };
        output::write(&page)?;
        Ok(Exit::Clean)
    }
}

/// That there is no such lint, and which may have been meant.
pub(super) fn unknown(catalogue: &Catalogue, name: &str) -> anyhow::Error {
    let fault = || {
        let ids = session::faults().into_iter().map(|(id, _)| id);
        let distance = |id: &&str| strsim::damerau_levenshtein(id, name);
        let nearest = ids.min_by_key(distance)?;
        (distance(&nearest) <= 2).then(|| nearest.to_owned())
    };
    let near = catalogue.nearest(name).or_else(fault);
    let near = near.map_or_else(String::new, |near| format!("; did you mean `{near}`?"));
    anyhow::anyhow!("there is no lint `{name}`{near}")
}
