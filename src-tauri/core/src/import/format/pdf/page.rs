//! The letters of the pages, where they stand.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use hayro_interpret::font::GlyphRun;
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::hayro_syntax::Pdf;
use hayro_interpret::kurbo::{Affine, BezPath, Point, Rect};
use hayro_interpret::{
    BlendMode, ClipPath, Context, Device, DrawMode, DrawProps, Image, ImageDrawProps, InterpreterCache,
    InterpreterSettings, InterpreterWarning, SoftMask, interpret_page,
};

use crate::import::limits;

/// A letter on a page. Points, from the top left corner.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Letter {
    pub(super) text: String,
    pub(super) x: f64,
    pub(super) y: f64,
    /// Size of its type.
    pub(super) em: f64,
}

/// The letters of one page in the order in which they are drawn.
#[derive(Debug, Default)]
pub(super) struct Page {
    pub(super) letters: Vec<Letter>,
    pub(super) height: f64,
}

/// Thrown to leave a page that draws without end.
pub(super) struct TooMuch;

impl Letter {
    /// Whether it is more than a blank.
    pub(super) fn is_shown(&self) -> bool {
        self.text.chars().any(|c| !c.is_whitespace())
    }

    /// Where it ends. Chinese letters are as wide as high; of others the width does not matter much.
    pub(super) fn end(&self) -> f64 {
        let wide = !self.text.is_ascii();
        self.x + if wide { self.em } else { self.em / 2.0 }
    }
}

/// Reads all pages; also how many letters have no known character, those of fonts that cannot be read counted once each.
pub(super) fn read(pdf: &Pdf) -> (Vec<Page>, usize) {
    let broken = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&broken);
    let warned = move |warning| {
        if matches!(warning, InterpreterWarning::UnsupportedFont) {
            counted.fetch_add(1, Ordering::Relaxed);
        }
    };
    let settings = InterpreterSettings { warning_sink: Arc::new(warned), ..InterpreterSettings::default() };
    let cache = InterpreterCache::new();
    let mut reader = Reader::default();
    let mut pages = Vec::new();
    for page in pdf.pages().iter() {
        let (_, height) = page.render_dimensions();
        reader.page = Page { letters: Vec::new(), height: f64::from(height) };
        let start = Affine::new(page.initial_transform(true).as_coeffs());
        let mut context = Context::new(start, Rect::new(0.0, 0.0, 1.0, 1.0), &cache, pdf.xref(), settings.clone());
        interpret_page(page, &mut context, &mut reader);
        pages.push(std::mem::take(&mut reader.page));
    }
    (pages, reader.unread + broken.load(Ordering::Relaxed))
}

#[derive(Default)]
struct Reader {
    page: Page,
    unread: usize,
    marks: usize,
}

impl Reader {
    /// Counts what is drawn: forms that draw forms can draw without end.
    fn mark(&mut self, more: usize) {
        self.marks += more;
        if self.marks > limits::PDF_MARKS {
            // Unwinds without the message of a panic; caught where the file is read.
            std::panic::resume_unwind(Box::new(TooMuch));
        }
    }
}

impl Device<'_> for Reader {
    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, '_>, props: DrawProps<'_>, _: &DrawMode) {
        self.mark(run.glyphs().len());
        for glyph in run.glyphs() {
            let place = props.transform * glyph.transform();
            let at = place * Point::ZERO;
            // Letters are drawn in thousandths of their size.
            let em = (place * Point::new(0.0, 1_000.0)).distance(at);
            let text = match glyph.as_unicode() {
                Some(BfString::Char(c)) => c.to_string(),
                Some(BfString::String(text)) => text,
                None => {
                    self.unread += 1;
                    char::REPLACEMENT_CHARACTER.to_string()
                }
            };
            if at.x.is_finite() && at.y.is_finite() && em.is_finite() {
                self.page.letters.push(Letter { text, x: at.x, y: at.y, em });
            }
        }
    }

    fn draw_path(&mut self, _: &BezPath, _: DrawProps<'_>, _: &DrawMode) {
        self.mark(1);
    }

    fn push_clip_path(&mut self, _: &ClipPath) {
        self.mark(1);
    }

    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'_>>, _: BlendMode) {
        self.mark(1);
    }

    fn draw_image(&mut self, _: Image<'_, '_>, _: ImageDrawProps<'_>) {
        self.mark(1);
    }

    fn pop_clip(&mut self) {}

    fn pop_transparency_group(&mut self) {}
}
