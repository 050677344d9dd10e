//! A panic in one file or instrument is a finding there, and the others go on.

use std::any::Any;
use std::cell::RefCell;
use std::panic::{AssertUnwindSafe, PanicHookInfo, catch_unwind};

/// The id of the finding that a file or an instrument made the program fail.
pub(super) const INTERNAL_ERROR: &str = "internal-error";

thread_local! {
    /// Where the last panic of this thread arose.
    static LAST: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// A caught panic.
#[derive(Debug)]
pub(super) struct Panic {
    payload: String,
    place: Option<String>,
}

impl Panic {
    /// What to tell the reader.
    pub(super) fn message(&self) -> String {
        let place = self
            .place
            .as_ref()
            .map_or_else(String::new, |place| format!(" ({place})"));
        format!(
            "treatylint failed here, which is a defect of its own: {}{place}",
            self.payload
        )
    }
}

/// Runs `work`; a panic in it is returned.
pub(super) fn guarded<T>(work: impl FnOnce() -> T) -> Result<T, Panic> {
    // What `work` leaves half-made is dropped with it: it returns its whole result or nothing.
    catch_unwind(AssertUnwindSafe(work)).map_err(|payload| Panic {
        payload: words(payload.as_ref()),
        place: LAST.take(),
    })
}

/// Remembers where a panic arose, and prints nothing: for a program that reports panics itself.
/// To be set with [`std::panic::set_hook`].
pub fn remember(info: &PanicHookInfo<'_>) {
    let place = info
        .location()
        .map(|at| format!("{}:{}", at.file(), at.line()));
    LAST.set(place);
}

/// The words of a panic.
pub fn words(payload: &(dyn Any + Send)) -> String {
    let text = payload
        .downcast_ref::<&str>()
        .map(|text| (*text).to_owned());
    text.or_else(|| payload.downcast_ref::<String>().cloned())
        .unwrap_or_else(|| "no words".to_owned())
}
