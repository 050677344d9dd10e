//! The relation `references`: one row a cited provision.
//!
//! A list or a range yields one row for each provision it cites. The grammar knows the orders of
//! words that treaties use (`article 5, paragraph 1 (b)`; `Article 5(1)(b)`; `paragraph (1) of
//! Article 5`; `l'article 5, paragraphe 1`) and nothing of the instrument; resolving is apart.

mod edge;
mod foreign;
mod frame;
mod grammar;
mod label;
mod list;
mod owner;
mod range;
mod resolve;
mod row;
mod step;
mod target;
mod token;
mod word;

pub use edge::Edge;
pub(super) use row::RELATION;
pub use row::Reference;
pub use target::{Missing, Resolution, Target};
pub use word::CitedUnit;

#[cfg(test)]
mod tests;
