//! Embeds `lints/`: what lies in the folder is the registry, so a new lint is one new file.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default()).join("lints");
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-changed={}", root.display());
    let mut code = String::new();
    table(&mut code, "LINTS", "Lints by id.", &root, false)?;
    let lexicons = root.join("lexicons");
    table(&mut code, "LEXICONS", "Lexicons by path.", &lexicons, true)?;
    let profiles = root.join("profiles");
    table(&mut code, "PROFILES", "Profiles by id.", &profiles, false)?;
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    fs::write(out.join("embedded.rs"), code)
}

/// Writes one table of (path without extension, text), in the order of the paths.
fn table(code: &mut String, name: &str, about: &str, folder: &Path, deep: bool) -> io::Result<()> {
    let mut files = Vec::new();
    list(folder, deep, &mut files)?;
    files.sort();
    let _ = writeln!(code, "/// {about}");
    let _ = writeln!(code, "pub(super) const {name}: &[(&str, &str)] = &[");
    for file in files {
        let stem = file
            .strip_prefix(folder)
            .unwrap_or(&file)
            .with_extension("");
        let stem = stem.to_string_lossy().replace('\\', "/");
        let path = file.to_string_lossy();
        let (stem, path) = (stem.escape_default(), path.escape_default());
        let _ = writeln!(code, "    (\"{stem}\", include_str!(\"{path}\")),");
    }
    code.push_str("];\n");
    Ok(())
}

fn list(folder: &Path, deep: bool, files: &mut Vec<PathBuf>) -> io::Result<()> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(error),
    };
    for entry in entries {
        let path = entry?.path();
        if path.is_dir() {
            if deep {
                list(&path, deep, files)?;
            }
        } else if path
            .extension()
            .is_some_and(|extension| extension == "yaml")
        {
            files.push(path);
        }
    }
    Ok(())
}
