//! Seals: a row knows the hash of its own values, so that a changed row is never taken for what was written.

use rusqlite::types::{Value, ValueRef};
use sha2::{Digest, Sha256};

/// A seal, or several combined: SHA-256.
pub(super) type Seal = [u8; 32];

/// The seal over named values. NULL is left out: a column that is added later changes no seal until it says something.
pub(super) fn seal<'a>(values: impl IntoIterator<Item = (&'a str, ValueRef<'a>)>) -> Seal {
    let mut hasher = Sha256::new();
    for (name, value) in values {
        let number;
        let (kind, bytes): (u8, &[u8]) = match value {
            ValueRef::Null => continue,
            ValueRef::Integer(value) => {
                number = value.to_le_bytes();
                (b'i', &number)
            }
            ValueRef::Real(value) => {
                number = value.to_le_bytes();
                (b'r', &number)
            }
            ValueRef::Text(bytes) => (b't', bytes),
            ValueRef::Blob(bytes) => (b'b', bytes),
        };
        hasher.update(name.as_bytes());
        hasher.update([0, kind]);
        hasher.update((bytes.len() as u64).to_le_bytes());
        hasher.update(bytes);
    }
    hasher.finalize().into()
}

/// The seal over the values that are about to be written.
pub(super) fn of_values(names: &[&str], values: &[Value]) -> Seal {
    seal(names.iter().copied().zip(values.iter().map(ValueRef::from)))
}

/// The seal over the first columns of a row that was read, which have these names.
pub(super) fn of_row(names: &[&str], row: &rusqlite::Row<'_>) -> rusqlite::Result<Seal> {
    let values: Vec<ValueRef<'_>> = (0..names.len()).map(|column| row.get_ref(column)).collect::<Result<_, _>>()?;
    Ok(seal(names.iter().copied().zip(values)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_change_of_a_row_changes_its_seal() {
        let text = |text: &str| Value::Text(text.to_owned());
        let sealed = of_values(&["a", "b"], &[text("x"), text("yz")]);
        for (names, values) in [
            (["a", "b"], [text("xy"), text("z")]),
            (["a", "b"], [text("x"), text("yZ")]),
            (["b", "a"], [text("x"), text("yz")]),
            (["a", "b"], [Value::Blob(b"x".to_vec()), text("yz")]),
            (["a", "b"], [text("x"), Value::Null]),
        ] {
            assert_ne!(of_values(&names, &values), sealed);
        }
        assert_eq!(of_values(&["a", "new", "b"], &[text("x"), Value::Null, text("yz")]), sealed);
    }
}
