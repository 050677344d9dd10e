//! The `treatylint` command.

use std::process::ExitCode;

use treatylint::command;

fn main() -> ExitCode {
    command::run(command::parse())
}
