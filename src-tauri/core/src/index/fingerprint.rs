//! The name of an index: changes when anything changes that an answer depends on.

use sha2::{Digest, Sha256};

use super::schema;

/// Raise when folding, tokenizing or what goes into a field changes.
const FORMAT: u32 = 3;

/// Fingerprint of corpus, schema, tokenizers and tantivy's own format, as 16 hexadecimal digits.
pub fn fingerprint(corpus: [u8; 32]) -> String {
    let mut hash = Sha256::new();
    hash.update(FORMAT.to_le_bytes());
    hash.update(corpus);
    hash.update(tantivy::version_string());
    hash.update(serde_json::to_string(&schema::schema().0).unwrap_or_default());
    hash.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_corpus_has_another_name() {
        assert_eq!(fingerprint([1; 32]), fingerprint([1; 32]));
        assert_ne!(fingerprint([1; 32]), fingerprint([2; 32]));
        assert_eq!(fingerprint([1; 32]).len(), 16);
    }
}
