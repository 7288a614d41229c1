//! How much of foreign files is read: every cap of the import in one place, so that `doctor` can print them.
//!
//! Caps are enforced while reading, never from what a header claims. The caps for collections are chosen so that a
//! public collection of several thousand laws (some 70 MB of text) fits with room; those for containers bound what one
//! document may unpack to.

/// Largest single document that is read, in bytes: a file of its own or a member of an archive.
pub const DOCUMENT_BYTES: u64 = 32 << 20;
/// Largest archive that is opened, in bytes as it lies on the disk.
pub const ARCHIVE_BYTES: u64 = 1 << 30;
/// Most members of an archive, and most files of a folder, that are looked at.
pub const COLLECTION_MEMBERS: usize = 20_000;
/// Most bytes that a collection may unpack to in all; a compressed tar counts with its padding.
pub const COLLECTION_BYTES: u64 = 1 << 30;
/// Highest ratio of unpacked to packed bytes, counted once more than [`RATIO_FLOOR`] came out.
pub const RATIO: u64 = 200;
/// Below this many unpacked bytes no ratio is computed: short texts of one repeated line pack very well.
pub const RATIO_FLOOR: u64 = 1 << 20;
/// Deepest folder below the one that was given, and most parts of a member's name.
pub const DEPTH: usize = 24;
/// Longest name of a file or member, in bytes.
pub const NAME_BYTES: usize = 1_024;
/// Most members of a DOCX container.
pub const CONTAINER_MEMBERS: usize = 2_000;
/// Most bytes that the parts of one DOCX that are read may unpack to.
pub const CONTAINER_BYTES: u64 = 64 << 20;
/// Largest dictionary of an xz stream and largest window of a zstd stream, in bytes.
pub const DICTIONARY_BYTES: u64 = 64 << 20;
/// Most bytes that one stream of a PDF may unpack to.
pub const PDF_STREAM_BYTES: u64 = 64 << 20;
/// Most pages of a PDF.
pub const PDF_PAGES: usize = 3_000;
/// Most things drawn on the pages of a PDF: letters, lines, frames.
pub const PDF_MARKS: usize = 20_000_000;
/// Most lines of one document.
pub const LINES: usize = 1_000_000;
/// Deepest nesting of elements that is kept track of in HTML and DOCX; what is deeper is read as if it stood there.
pub const NESTING: usize = 512;

/// One cap, as it is told to people.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limit {
    /// What it bounds, in English.
    pub en: &'static str,
    /// What it bounds, in Chinese.
    pub zh: &'static str,
    /// The most there may be.
    pub most: u64,
    /// Whether it counts bytes.
    pub bytes: bool,
}

/// The caps that people may run into.
pub const ALL: [Limit; 10] = [
    Limit { en: "one document", zh: "单个文件", most: DOCUMENT_BYTES, bytes: true },
    Limit { en: "an archive on disk", zh: "压缩包大小", most: ARCHIVE_BYTES, bytes: true },
    Limit {
        en: "files of a collection", zh: "一次导入的文件数", most: COLLECTION_MEMBERS as u64, bytes: false
    },
    Limit { en: "a collection unpacked", zh: "压缩包解开后的大小", most: COLLECTION_BYTES, bytes: true },
    Limit { en: "unpacked bytes for one packed", zh: "压缩比", most: RATIO, bytes: false },
    Limit { en: "folders inside one another", zh: "文件夹层数", most: DEPTH as u64, bytes: false },
    Limit { en: "a file name", zh: "文件名长度", most: NAME_BYTES as u64, bytes: true },
    Limit { en: "a DOCX unpacked", zh: "DOCX 解开后的大小", most: CONTAINER_BYTES, bytes: true },
    Limit { en: "pages of a PDF", zh: "PDF 页数", most: PDF_PAGES as u64, bytes: false },
    Limit { en: "lines of a document", zh: "文件行数", most: LINES as u64, bytes: false },
];
