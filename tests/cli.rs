//! The command line as its users see it: each file of `tests/cmd` is a transcript.

#[test]
fn transcripts() {
    trycmd::TestCases::new()
        .env("NO_COLOR", "1")
        .case("tests/cmd/*.trycmd");
}
