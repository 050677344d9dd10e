//! The progress bar, on standard error, when work is long and somebody watches.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};

use crate::session::{Event, Observer};

/// Work that ends sooner shows no bar.
const PATIENCE: Duration = Duration::from_millis(400);

/// A bar that appears after a while. Indicatif hides it where standard error is no terminal.
pub(super) struct Bar {
    wanted: bool,
    since: Instant,
    read: AtomicU64,
    bar: OnceLock<ProgressBar>,
    total: OnceLock<u64>,
}

impl Bar {
    pub(super) fn new(wanted: bool) -> Self {
        Self {
            wanted,
            since: Instant::now(),
            read: AtomicU64::new(0),
            bar: OnceLock::new(),
            total: OnceLock::new(),
        }
    }

    /// Takes the bar away.
    pub(super) fn clear(&self) {
        if let Some(bar) = self.bar.get() {
            bar.finish_and_clear();
        }
    }
}

impl Observer for Bar {
    fn observe(&self, event: Event<'_>) {
        match event {
            Event::Found(files) => {
                let _ = self.total.set(files as u64);
            }
            Event::Reading(_) => {
                let read = self.read.fetch_add(1, Ordering::Relaxed) + 1;
                if self.wanted && self.since.elapsed() > PATIENCE {
                    let bar = self.bar.get_or_init(|| {
                        let total = self.total.get().copied().unwrap_or(0);
                        let bar = ProgressBar::new(total);
                        let style = ProgressStyle::with_template("{wide_bar} {pos}/{len} files");
                        style.map_or(bar.clone(), |style| bar.with_style(style))
                    });
                    bar.set_position(read);
                }
            }
        }
    }
}
