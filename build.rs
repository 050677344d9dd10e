//! Embeds `lints/`: what lies in the folder is the registry, so a new lint is one new file.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default()).join("lints");
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-changed={}", root.display());
    let mut code = String::new();
    table(&mut code, "LINTS", "Lints by id.", &root)?;
    let lexicons = root.join("lexicons");
    phrases(&mut code, &lexicons)?;
    let profiles = root.join("profiles");
    table(&mut code, "PROFILES", "Profiles by id.", &profiles)?;
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    fs::write(out.join("embedded.rs"), code)
}

/// Writes one table of (path without extension, text), in the order of the paths.
fn table(code: &mut String, name: &str, about: &str, folder: &Path) -> io::Result<()> {
    let mut files = Vec::new();
    list(folder, false, &mut files)?;
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

/// Writes the lists of all lexicons: (language, name, phrases), in the order of the paths.
///
/// They are read here and not when the program starts, since every run needs them and reading them
/// costs more than all else that a start does. A test reads them as records are read, and compares.
fn phrases(code: &mut String, folder: &Path) -> io::Result<()> {
    let mut files = Vec::new();
    list(folder, true, &mut files)?;
    files.sort();
    code.push_str("/// Lists of phrases by language and name.\n");
    code.push_str("pub(super) const LISTS: &[(&str, &str, &[&str])] = &[\n");
    for file in files {
        let text = fs::read_to_string(&file)?;
        let fault = |what: String| io::Error::other(format!("{}: {what}", file.display()));
        let lexicon: Lexicon =
            serde_yaml::from_str(&text).map_err(|error| fault(error.to_string()))?;
        let language = lexicon.language.split('-').next().unwrap_or_default();
        for (name, phrases) in &lexicon.phrases {
            let name = name
                .as_str()
                .ok_or_else(|| fault("a list has no name".to_owned()))?;
            let phrases: Vec<String> = serde_yaml::from_value(phrases.clone())
                .map_err(|error| fault(format!("{name}: {error}")))?;
            let _ = writeln!(
                code,
                "    (\"{}\", \"{}.{}\", &[",
                language.escape_default(),
                lexicon.lexicon.escape_default(),
                name.escape_default(),
            );
            for phrase in phrases {
                let _ = writeln!(code, "        \"{}\",", phrase.escape_default());
            }
            code.push_str("    ]),\n");
        }
    }
    code.push_str("];\n");
    Ok(())
}

/// A lexicon file, its lists in the order of the file.
#[derive(serde::Deserialize)]
struct Lexicon {
    lexicon: String,
    language: String,
    phrases: serde_yaml::Mapping,
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
