//! The blocks of an article as a tree of paragraphs and points.

use super::blocks::Block;
use super::initials::Capitals;
use super::outline::{Node, Remark};
use super::piece::{restart_lists, split};
use super::sequence::{Item, Place, places};
use super::tree::Tree;

/// Fills `node`, which has its label and heading, with what the blocks say.
pub(super) fn fill(node: &mut Node, blocks: &[Block], remarks: &mut Vec<Remark>) {
    let mut pieces = Vec::new();
    let mut capitals = Capitals::default();
    for block in blocks {
        split(block, &mut capitals, &mut pieces);
    }
    restart_lists(&mut pieces, remarks);
    let items: Vec<Item> = pieces.iter().map(|piece| piece.item.clone()).collect();
    let places = places(&items);
    let mut tree = Tree::default();
    let mut torn = false;
    let mut pieces = pieces.into_iter().zip(places).peekable();
    while let Some((piece, place)) = pieces.next() {
        let more = pieces.peek().is_some();
        let open = piece.item.open && !piece.item.table;
        match place {
            Place::Next(depth) => tree.label(piece, depth, false),
            Place::First(depth) => tree.label(piece, depth, true),
            Place::Words(_) if torn && piece.item.adjacent => tree.go_on(&piece.whole),
            Place::Words(depth) => tree.words(piece, depth, more),
        }
        torn = open;
    }
    tree.cut_tails(remarks);
    settle(node, tree.finish());
}

/// Gives an article its paragraphs: a single unnumbered one is the article's own text, and so is
/// one that introduces numbered paragraphs.
fn settle(node: &mut Node, mut paragraphs: Vec<Node>) {
    let plain = |paragraph: &Node| {
        paragraph.mark.is_none() && paragraph.heading.is_none() && !paragraph.table
    };
    let simple = |paragraph: &Node| {
        paragraph.points.is_empty() && paragraph.tail.is_none() && paragraph.paragraphs.is_empty()
    };
    let introduces = paragraphs.len() > 1
        && plain(&paragraphs[0])
        && simple(&paragraphs[0])
        && paragraphs[1].mark.is_some();
    if paragraphs.len() == 1 && plain(&paragraphs[0]) || introduces {
        let first = paragraphs.remove(0);
        node.text = first.text;
        node.points = first.points;
        node.tail = first.tail;
        paragraphs.splice(0..0, first.paragraphs);
    }
    node.paragraphs = paragraphs;
}
