//! The shapes that leave the core: what `--json` prints and what the window receives.
//!
//! Plain data, nothing else. Text travels as runs, never as markup. Their TypeScript twin, `ui/src/lib/ipc/bindings.ts`, is
//! generated from them and proven fresh by a test.

mod asked;
mod case;
mod cite;
mod compare;
mod duty;
mod neighbour;
mod reading;
mod search;
mod start;
mod verify;

pub use asked::{
    Chip, ChipRole, Facet, FacetValue, FieldKey, Meant, MeantWhy, Note, NoteCode, Shared, SharedKind, Similar, Sort,
    Suggestion, SuggestionKind,
};
pub use case::{CaseView, CatalogueEntry, TopicView};
pub use cite::{CitationView, CiteView};
pub use compare::{CompareRow, CompareView, ComparedText, VerdictCount};
pub use duty::{DutyFilter, DutyView, MeasureView, PenaltyView};
pub use neighbour::NeighbourView;
pub use reading::{
    ChapterView, DocumentEntry, DocumentView, ItemView, OutlineChapter, OutlinePassage, ParagraphView, PassageView,
    ReferenceView, Run, ShowView, ShownParagraph, ShownSection, ShownText, Target, TextView,
};
pub use search::{Hit, IndexState, SearchAnswer, SearchView, SnippetRun, Understood, Why, WhyPart};
pub use start::{CommandError, ErrorCode, Notice, NoticeCode, Reading, Settings, StartView, Theme};
pub use verify::{CheckedPlace, Finding, FindingKind, Gap, Reach, Reason, Tally, Verdict, VerifyView};
