//! Byte spans, the sources they point into, and lines.
//!
//! Everything above this layer speaks of places as byte offsets into a source; only rendering asks
//! for lines and columns, so the conversion stands once, here.

mod hidden;
mod line_index;
mod source;
mod span;

pub use hidden::{Deceit, Deception, deceptions, is_hidden};
pub use line_index::{LineColumn, LineIndex};
pub use source::{Source, SourceId, SourceMap};
pub use span::Span;
