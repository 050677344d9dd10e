//! The `treatylint` command.

fn main() {}
