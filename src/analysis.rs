//! Facts about an instrument, each with the words it rests on.
//!
//! Pure: no severity, no configuration, no message. What a lint may ask for is a relation here; a
//! [`Lexicon`] is handed in as a value, and no file is known. Data flows one way: an instrument is
//! read ([`Reading`]: folded, cut into sentences, scanned), facts are taken from the reading, and
//! an index over the whole instrument resolves what points elsewhere.

mod basis;
mod bracket;
mod catch_all;
mod cut;
mod definition;
mod effective;
mod element;
mod fact;
mod fold;
mod force;
mod kind;
mod lexicon;
mod modal;
mod notion;
mod numbering;
mod offence;
mod phrase;
mod reading;
mod reference;
mod relations;
#[cfg(test)]
mod sample;
mod sentence;
mod term_use;
#[cfg(test)]
mod trial;

pub use basis::{Base, Basis, Condition, Hold};
pub use bracket::{Bracket, BracketKind};
pub use catch_all::{Bound, CatchAll, Context};
pub use cut::sentences;
pub use definition::{Definition, Duplicate, Extent, Form, Scope, Term};
pub use effective::{Role, Slice};
pub use element::{OffenceElement, Width};
pub use fact::{Cell, Column, Fact, Relation, Value};
pub use fold::Folded;
pub use force::Force;
pub use kind::{Kinds, Provision};
pub use lexicon::{Lexicon, LexiconError, Match, TopicId};
pub use modal::{Actor, Modal, Modality, Word, governing};
pub use notion::{Meaning, Notion, Standing};
pub use numbering::{NumberState, NumberedLevel, Numbering};
pub use offence::{Element, Offence, Origin, Requirement, Source, State};
pub use phrase::{Phrase, PhraseError};
pub use reading::{Hit, ReadText, Reading};
pub use reference::{CitedUnit, Edge, Missing, Reference, Resolution, Target};
pub use relations::{Analysis, RELATIONS, relation};
pub use sentence::Sentence;
pub use term_use::TermUse;
