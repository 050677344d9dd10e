//! The place of a fault as a lawyer names it.

use crate::diagnostic::Locator;
use crate::model::{Instrument, Part, Place, RecordId, UnitId, locator};
use crate::text::{SourceId, Span};
use crate::yaml::Tree;

/// The smallest unit of the instrument that holds a span; `None` if no record of it does.
pub(super) fn locate(
    instrument: &Instrument,
    source: SourceId,
    span: Span,
    tree: &Tree,
) -> Option<Locator> {
    let at = instrument
        .records
        .iter()
        .position(|record| record.source == source)?;
    let record = RecordId(u32::try_from(at).ok()?);
    let unit = if at == 0 {
        UnitId::ROOT
    } else {
        unit(instrument, record, span, tree)
    };
    let place = Place {
        record,
        unit,
        part: Part::Text,
        start: 0,
        end: 0,
    };
    Some(locator(instrument, place))
}

/// Follows `points` and `paragraphs` down, which the model's children are in the order of.
fn unit(instrument: &Instrument, record: RecordId, span: Span, tree: &Tree) -> UnitId {
    let record = instrument.record(record);
    let mut node = tree.root();
    let mut unit = UnitId::ROOT;
    loop {
        let items = ["points", "paragraphs"]
            .into_iter()
            .flat_map(|key| node.get(key).into_iter().flat_map(|list| list.items()));
        let below = record.unit(unit).children.iter().copied().zip(items);
        let Some((child, item)) = below
            .into_iter()
            .find(|(_, item)| item.span().contains(span))
        else {
            return unit;
        };
        (unit, node) = (child, item);
    }
}
