//! The façade: one open program.

use std::path::PathBuf;
use std::sync::{Mutex, OnceLock, PoisonError, RwLock};

use serde::Serialize;

use crate::cite::Style;
use crate::corpus::Bundle;
use crate::error::{Error, Result};
use crate::index::{self, Opened};
use crate::library::Library;
use crate::model::{Address, DocumentId, Lang};
use crate::paths::Paths;
use crate::search::{self, Knowledge, Question};
use crate::tables::{Checklist, Figures, Term, Topic};
use crate::wire::{
    CatalogueEntry, CiteView, CompareView, DocumentEntry, DocumentView, DutyFilter, DutyView, IndexState, Notice,
    NoticeCode, OutlineChapter, SearchView, Settings, ShowView, Similar, StartView, Suggestion, Target, VerifyView,
};
use crate::{compare, exports, settings, verify, view};

/// The program without a window. Opening it costs nothing: texts are parsed and the index is opened on first use.
pub struct Wanghu {
    paths: Paths,
    library: OnceLock<Library>,
    settings: OnceLock<(Settings, Option<Notice>)>,
    knowledge: Knowledge,
    live: RwLock<Option<(Opened, IndexState)>>,
    /// Held while an index is opened or built, so that it happens once.
    opening: Mutex<()>,
}

/// What `doctor` reports.
#[derive(Debug, Clone, Serialize)]
pub struct Health {
    /// Version of the program.
    pub version: &'static str,
    /// Where things are kept.
    pub cache: String,
    /// Where what the user made is kept.
    pub data: String,
    /// Where settings are kept.
    pub config: String,
    /// Name of the index that belongs to this program and corpus.
    pub index: String,
    /// Where answers come from.
    pub index_state: IndexState,
    /// Why the index is not kept on disk, when it is not.
    pub index_problem: Option<String>,
    /// Bytes of the index.
    pub index_bytes: usize,
    /// Units in the index.
    pub units: u64,
    /// Documents on board.
    pub documents: usize,
    /// Version of the search engine and its format.
    pub engine: &'static str,
    /// Longest query that is read, in characters.
    pub longest_query: usize,
}

impl Wanghu {
    /// Opens the program on these folders; none of them needs to exist.
    pub fn open(paths: Paths) -> Self {
        Self {
            paths,
            library: OnceLock::new(),
            settings: OnceLock::new(),
            knowledge: Knowledge::default(),
            live: RwLock::new(None),
            opening: Mutex::new(()),
        }
    }

    /// The folders.
    pub fn paths(&self) -> &Paths {
        &self.paths
    }

    /// The texts on board.
    pub fn library(&self) -> &Library {
        self.library.get_or_init(Library::bundled)
    }

    /// Reads texts, tables and links, so that whoever asks next need not wait. Called in the background while a window opens.
    pub fn warm_up(&self) {
        self.library().links();
        self.library().terms();
    }

    /// Answers a question; the state says whether the answer came from the index on disk or from memory.
    ///
    /// # Errors
    /// [`Error::Index`] when the index fails twice, freshly built the second time.
    pub fn search(&self, question: &Question<'_>) -> Result<(SearchView, IndexState)> {
        let (opened, state) = self.opened()?;
        match search::search(self.library(), &opened, &self.knowledge, question) {
            Ok(answer) => Ok((answer, state)),
            Err(_) => {
                let fresh = index::build(self.library())?;
                let answer = search::search(self.library(), &fresh, &self.knowledge, question)?;
                self.set_live(fresh, IndexState::Rebuilding);
                Ok((answer, IndexState::Rebuilding))
            }
        }
    }

    /// Makes the index ready if it is not: opens it from disk or, where it is missing or damaged, builds it in memory.
    ///
    /// # Errors
    /// [`Error::Index`] when it cannot be built.
    pub fn open_index(&self) -> Result<IndexState> {
        self.opened().map(|(_, state)| state)
    }

    /// Puts an index that was built in memory on disk. Returns the state after that; reading and searching go on meanwhile.
    ///
    /// # Errors
    /// [`Error::Io`] says why it cannot be kept; answers then go on coming from memory.
    pub fn keep_index(&self) -> Result<IndexState> {
        let (opened, state) = self.opened()?;
        if state == IndexState::Ready {
            return Ok(state);
        }
        match index::save(self.library(), &opened, &self.paths.cache, &self.index_name()) {
            Ok(()) => {
                self.set_live(opened, IndexState::Ready);
                Ok(IndexState::Ready)
            }
            Err(problem) => {
                self.set_live(opened, IndexState::MemoryOnly);
                Err(problem)
            }
        }
    }

    /// Makes ready what answers need beside the index. Called in the background, after the first page is on the screen.
    pub fn prepare_search(&self) {
        self.knowledge.warm_up(self.library());
    }

    /// What somebody who has typed this may be about to type, best first.
    pub fn suggest(&self, typed: &str, lang: Lang) -> Vec<Suggestion> {
        self.knowledge.meanings(self.library()).suggest(typed, lang)
    }

    /// Places that resemble a place, most alike first.
    pub fn similar(&self, address: &Address, lang: Lang) -> Vec<Similar> {
        self.knowledge.likeness(self.library()).similar(self.library(), address, lang)
    }

    /// The place that an address or a citation names; a bare number belongs to `near`.
    ///
    /// # Errors
    /// [`Error::NotFound`] when it names none.
    pub fn find(&self, text: &str, near: Option<&DocumentId>) -> Result<Address> {
        self.library().find(text, near)
    }

    /// Every place that an address or a citation names: 第四十二条至第四十五条 names four.
    ///
    /// # Errors
    /// [`Error::NotFound`] when it names none.
    pub fn find_all(&self, text: &str, near: Option<&DocumentId>) -> Result<Vec<Address>> {
        self.library().find_all(text, near)
    }

    /// The first place with labels, for a preview; `None` when it names no place.
    pub fn locate(&self, text: &str, near: Option<&DocumentId>) -> Option<Target> {
        self.find(text, near).ok().and_then(|address| view::target(self.library(), &address))
    }

    /// A place in every layer, with its neighbours.
    ///
    /// # Errors
    /// [`Error::NotFound`] when it is not on board.
    pub fn show(&self, address: &Address, lang: Lang) -> Result<ShowView> {
        view::show(self.library(), address, lang)
    }

    /// A whole document for the reader.
    ///
    /// # Errors
    /// [`Error::NotFound`] when it is not on board.
    pub fn document(&self, id: &DocumentId) -> Result<DocumentView> {
        view::document(self.library(), id)
    }

    /// The library pane.
    pub fn entries(&self) -> Vec<DocumentEntry> {
        view::entries(self.library())
    }

    /// Chapters and headings of one document.
    ///
    /// # Errors
    /// [`Error::NotFound`] when it is not on board.
    pub fn outline(&self, id: &DocumentId) -> Result<Vec<OutlineChapter>> {
        view::outline(self.library(), id)
    }

    /// Every document with what the library page filters by.
    pub fn catalogue(&self) -> Vec<CatalogueEntry> {
        view::catalogue(self.library())
    }

    /// Who must do what, who enforces it, what it costs.
    pub fn duties(&self, filter: &DutyFilter) -> Vec<DutyView> {
        view::duties(self.library(), filter)
    }

    /// Writes the duties as a table for spreadsheets. Returns the file.
    ///
    /// # Errors
    /// As [`exports::save`].
    pub fn export_duties(&self, filter: &DutyFilter, lang: Lang) -> Result<PathBuf> {
        let name = if lang == Lang::Zh { "义务与罚则.csv" } else { "duties and penalties.csv" };
        self.export(name, view::duties_csv(&self.duties(filter), lang).as_bytes())
    }

    /// Writes a file among those the user takes out of the program. Returns where it is.
    ///
    /// # Errors
    /// As [`exports::save`].
    pub fn export(&self, name: &str, content: &[u8]) -> Result<PathBuf> {
        exports::save(&self.paths.exports, name, content)
    }

    /// The review sheets.
    pub fn checklists(&self) -> &[Checklist] {
        &self.library().tables().checklists
    }

    /// The figures and charts.
    pub fn figures(&self) -> &Figures {
        &self.library().tables().figures
    }

    /// The glossary.
    pub fn terms(&self) -> &[Term] {
        &self.library().tables().terms
    }

    /// The tree of topics.
    pub fn topics(&self) -> &[Topic] {
        &self.library().tables().topics
    }

    /// Words for the clipboard, with their source and layer.
    ///
    /// # Errors
    /// [`Error::NotFound`] when the place is not on board in that language.
    pub fn quote(&self, address: &Address, lang: Lang, selection: Option<&str>) -> Result<String> {
        view::quote(self.library(), address, lang, selection)
    }

    /// A place cited in these styles, with its status and with the layer of the text in `lang`.
    ///
    /// # Errors
    /// [`Error::NotFound`] when it is not on board.
    pub fn cite(&self, address: &Address, lang: Lang, styles: &[Style]) -> Result<CiteView> {
        view::cite(self.library(), address, lang, styles)
    }

    /// Two documents article by article, or two provisions, in the words of `text`. Each is an address, a citation, or the id or
    /// the title of a document.
    ///
    /// # Errors
    /// As [`Library::named`] and [`compare::between`].
    pub fn compare(&self, old: &str, new: &str, text: Lang, options: compare::Options) -> Result<CompareView> {
        let library = self.library();
        compare::between(library, &library.named(old)?, &library.named(new)?, text, options)
    }

    /// The citations and quotations of a draft, each with its verdict.
    pub fn verify(&self, draft: &str) -> VerifyView {
        verify::draft(self.library(), draft)
    }

    /// Everything the window needs for its first page. `wanted` is the address or citation on its command line.
    pub fn start(&self, wanted: Option<&str>) -> StartView {
        let (settings, notice) = self.loaded_settings().clone();
        let mut notices = Vec::from_iter(notice);
        let asked = wanted.map(str::trim).filter(|text| !text.is_empty());
        let place = match asked.map(|text| (text, self.find(text, None))) {
            Some((_, Ok(address))) => Some(address),
            Some((text, Err(_))) => {
                notices.push(Notice { code: NoticeCode::PlaceUnknown, subject: text.to_owned() });
                None
            }
            None => settings.place.clone().filter(|address| self.library().has(address)),
        };
        let document = place.as_ref().and_then(|place| self.document(&place.document).ok());
        StartView {
            version: env!("CARGO_PKG_VERSION").to_owned(),
            settings,
            library: self.entries(),
            document,
            place,
            notices,
        }
    }

    /// What the user had chosen when the program was opened.
    pub fn settings(&self) -> &Settings {
        &self.loaded_settings().0
    }

    /// Keeps what the user chose.
    ///
    /// # Errors
    /// [`Error::Io`] names the file that cannot be written.
    pub fn save_settings(&self, settings: &Settings) -> Result<()> {
        settings::save(&self.paths.config, settings)
    }

    /// The state of everything, for `doctor`. Tries to put the index on disk.
    ///
    /// # Errors
    /// [`Error::Index`] when no index can be built at all.
    pub fn health(&self) -> Result<Health> {
        self.open_index()?;
        let problem = self.keep_index().err().map(|problem| problem.to_string());
        let (opened, state) = self.opened()?;
        Ok(Health {
            version: env!("CARGO_PKG_VERSION"),
            cache: self.paths.cache.display().to_string(),
            data: self.paths.data.display().to_string(),
            config: self.paths.config.display().to_string(),
            index: format!("index-{}", self.index_name()),
            index_state: state,
            index_problem: problem,
            index_bytes: opened.index.size()?,
            units: opened.index.searcher.num_docs(),
            documents: self.library().works().len(),
            engine: tantivy::version_string(),
            longest_query: search::LONGEST_QUERY,
        })
    }

    fn loaded_settings(&self) -> &(Settings, Option<Notice>) {
        self.settings.get_or_init(|| settings::load(&self.paths.config))
    }

    fn opened(&self) -> Result<(Opened, IndexState)> {
        if let Some(live) = self.live() {
            return Ok(live);
        }
        let _once = self.opening.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(live) = self.live() {
            return Ok(live);
        }
        // A damaged file may make the engine panic; that counts as damaged.
        let kept = std::panic::catch_unwind(|| index::load(self.library(), &self.paths.cache, &self.index_name()))
            .ok()
            .and_then(Result::ok);
        match kept {
            Some(opened) => self.set_live(opened, IndexState::Ready),
            None => self.set_live(index::build(self.library())?, IndexState::Rebuilding),
        }
        self.live().ok_or_else(|| Error::Damaged("it vanished while it was opened".to_owned()))
    }

    fn live(&self) -> Option<(Opened, IndexState)> {
        self.live.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn set_live(&self, opened: Opened, state: IndexState) {
        *self.live.write().unwrap_or_else(PoisonError::into_inner) = Some((opened, state));
    }

    fn index_name(&self) -> String {
        index::fingerprint(Bundle::embedded().digest())
    }
}
