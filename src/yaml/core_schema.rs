//! What a plain scalar means by the core schema of YAML 1.2 (section 10.3.2 of the specification).

/// The type of a plain scalar and its value.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Plain {
    Null,
    Bool(bool),
    Int(i64),
    Float(f64),
    String,
}

/// Types the text of a plain scalar. A whole number that does not fit becomes a float.
pub(super) fn type_of(text: &str) -> Plain {
    // Nearly every scalar is a word: decide by the first byte.
    match text.as_bytes().first() {
        None => Plain::Null,
        Some(b'~' | b'n' | b'N' | b't' | b'T' | b'f' | b'F') => word(text),
        Some(b'0'..=b'9' | b'+' | b'-' | b'.') => number(text),
        Some(_) => Plain::String,
    }
}

fn word(text: &str) -> Plain {
    match text {
        "~" | "null" | "Null" | "NULL" => Plain::Null,
        "true" | "True" | "TRUE" => Plain::Bool(true),
        "false" | "False" | "FALSE" => Plain::Bool(false),
        _ => Plain::String,
    }
}

fn number(text: &str) -> Plain {
    if let Some(digits) = text.strip_prefix("0o") {
        return radix(digits, 8);
    }
    if let Some(digits) = text.strip_prefix("0x") {
        return radix(digits, 16);
    }
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
    match unsigned {
        ".inf" | ".Inf" | ".INF" if text.starts_with('-') => {
            return Plain::Float(f64::NEG_INFINITY);
        }
        ".inf" | ".Inf" | ".INF" => return Plain::Float(f64::INFINITY),
        ".nan" | ".NaN" | ".NAN" if unsigned.len() == text.len() => return Plain::Float(f64::NAN),
        _ => {}
    }
    if !unsigned.is_empty() && unsigned.bytes().all(|byte| byte.is_ascii_digit()) {
        return text.parse().map_or_else(|_| float(text), Plain::Int);
    }
    if is_float(unsigned) {
        float(text)
    } else {
        Plain::String
    }
}

fn radix(digits: &str, radix: u32) -> Plain {
    if digits.is_empty() || !digits.chars().all(|digit| digit.is_digit(radix)) {
        return Plain::String;
    }
    i64::from_str_radix(digits, radix).map_or_else(
        |_| {
            let value = digits.chars().filter_map(|digit| digit.to_digit(radix));
            Plain::Float(value.fold(0.0, |sum, digit| sum * f64::from(radix) + f64::from(digit)))
        },
        Plain::Int,
    )
}

/// `( \. [0-9]+ | [0-9]+ ( \. [0-9]* )? ) ( [eE] [-+]? [0-9]+ )?`
fn is_float(text: &str) -> bool {
    let (mantissa, exponent) = match text.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent)),
        None => (text, None),
    };
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let mantissa_is_number = match mantissa.split_once('.') {
        Some((whole, part)) => {
            digits(whole) && digits(part) && !(whole.is_empty() && part.is_empty())
        }
        None => !mantissa.is_empty() && digits(mantissa),
    };
    let exponent_is_number = exponent.is_none_or(|exponent| {
        let exponent = exponent.strip_prefix(['+', '-']).unwrap_or(exponent);
        !exponent.is_empty() && digits(exponent)
    });
    mantissa_is_number && exponent_is_number
}

fn float(text: &str) -> Plain {
    text.parse().map_or(Plain::String, Plain::Float)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_numbers_of_the_specification() {
        for null in ["", "~", "null", "Null", "NULL"] {
            assert_eq!(type_of(null), Plain::Null, "{null}");
        }
        assert_eq!(type_of("True"), Plain::Bool(true));
        assert_eq!(type_of("FALSE"), Plain::Bool(false));
        for (text, value) in [
            ("0", 0),
            ("-19", -19),
            ("+7", 7),
            ("0o7", 7),
            ("0x3A", 58),
            ("010", 10),
        ] {
            assert_eq!(type_of(text), Plain::Int(value), "{text}");
        }
        for (text, value) in [
            ("0.", 0.0),
            ("-0.5", -0.5),
            (".5", 0.5),
            ("+12e03", 12e3),
            ("-2E+05", -2e5),
        ] {
            assert_eq!(type_of(text), Plain::Float(value), "{text}");
        }
        assert_eq!(type_of("-.INF"), Plain::Float(f64::NEG_INFINITY));
        assert_eq!(type_of("99999999999999999999"), Plain::Float(1e20));
    }

    #[test]
    fn what_only_looks_like_one_is_a_word() {
        for text in [
            "no",
            "yes",
            "on",
            "truE",
            "nul",
            "7bis",
            "1.2.3",
            "-",
            ".",
            "+",
            "e3",
            "1e",
            "0o8",
            "0x",
            "-0x1",
            "+.nan",
            "2027-06-30",
            "infinity",
            "-inf",
            "1_000",
        ] {
            assert_eq!(type_of(text), Plain::String, "{text}");
        }
    }
}
