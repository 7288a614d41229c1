//! Titles in running text: in 《》, declared by 以下简称, or bare before a number (刑法第一百三十四条).

use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::sync::LazyLock;

use super::list;
use super::names::Names;
use crate::model::DocumentId;

/// What a title is known to mean: the title in full, and the document when it is among the known names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Meaning {
    pub(super) full: String,
    pub(super) document: Option<DocumentId>,
}

/// The titles a text may use: known names, statutes, and what the text itself has introduced so far.
pub(super) struct Titles<'a> {
    names: &'a Names,
    introduced: HashMap<Vec<char>, Meaning>,
    /// Last characters of what was introduced: most places need no closer look.
    ends: HashSet<char>,
}

/// Short titles of the laws of the People's Republic, those in force and those that older texts cite.
static STATUTES: LazyLock<HashSet<Vec<char>>> =
    LazyLock::new(|| include_str!("statutes.txt").lines().map(|line| line.chars().collect()).collect());

const STATE: [char; 7] = ['中', '华', '人', '民', '共', '和', '国'];

/// Longest title that is read, in characters.
const LONGEST: usize = 160;

/// Longest title that is recognised without 《》.
const LONGEST_BARE: usize = 30;

/// How the name of an unknown law may end where no 《》 mark it.
const KINDS: [&str; 6] = ["法", "法典", "条例", "通则", "公约", "实施细则"];

/// What ends like a law and is none, or names none in particular.
const NO_TITLES: [&str; 24] = [
    "本法", "该法", "同法", "此法", "新法", "旧法", "原法", "各法", "司法", "依法", "违法", "合法", "非法", "立法",
    "执法", "守法", "方法", "办法", "做法", "用法", "普法", "说法", "看法", "书法",
];

/// Words before a title in running text, longest first.
const BEFORE: [&str; 40] = [
    "认定为",
    "以及",
    "或者",
    "依照",
    "按照",
    "根据",
    "依据",
    "参照",
    "比照",
    "违反",
    "适用",
    "符合",
    "属于",
    "构成",
    "具有",
    "具备",
    "触犯",
    "援用",
    "引用",
    "执行",
    "实施",
    "规定",
    "应当",
    "所称",
    "是指",
    "修改",
    "修订",
    "修正后",
    "修改前",
    "修改后",
    "遵守",
    "不服",
    "涉及",
    "和",
    "与",
    "及",
    "或",
    "的",
    "将",
    "在",
];

/// Papers that are named in 《》 like laws and lay down nothing.
const PAPERS: [&str; 22] = [
    "证",
    "证书",
    "证明",
    "执照",
    "协议",
    "协议书",
    "合同",
    "合同书",
    "通知书",
    "决定书",
    "告知书",
    "意见书",
    "申请书",
    "报告书",
    "日报",
    "公报",
    "申请表",
    "登记表",
    "审批表",
    "报告表",
    "户口簿",
    "报关单",
];

impl<'a> Titles<'a> {
    pub(super) fn new(names: &'a Names) -> Self {
        Self { names, introduced: HashMap::new(), ends: HashSet::new() }
    }

    /// What a title in 《》 means here. What is introduced once may be named by its short title from then on.
    pub(super) fn meaning(&mut self, title: &str) -> Meaning {
        let form: Vec<char> = without_state(&title.chars().collect::<Vec<_>>()).to_vec();
        if let Some(meaning) = self.introduced.get(&form) {
            return meaning.clone();
        }
        let meaning = Meaning { full: title.to_owned(), document: self.names.find(title).cloned() };
        self.introduce(&form, &meaning);
        meaning
    }

    /// From here on, `name` means that title.
    pub(super) fn introduce(&mut self, name: &[char], meaning: &Meaning) {
        if let Some(end) = name.last().filter(|_| (2..=LONGEST_BARE).contains(&name.len())) {
            self.ends.insert(*end);
            self.introduced.insert(name.to_vec(), meaning.clone());
        }
    }

    /// The title without 《》 that ends at `end`, and where it starts, not before `floor`. With `known`, only what is a title
    /// beyond doubt.
    pub(super) fn before(&self, chars: &[char], floor: usize, end: usize, known: bool) -> Option<(usize, Meaning)> {
        let last = chars.get(end.checked_sub(1)?)?;
        if !self.ends.contains(last) && !"法典例则约定释".contains(*last) {
            return None;
        }
        let run = chars[floor..end].iter().rev().take(LONGEST_BARE).take_while(|c| in_title(**c)).count();
        let outer = end - run;
        // The longest known title wins: 刑事诉讼法 before 诉讼法.
        if let Some((start, meaning)) =
            (outer..end - 1).find_map(|start| Some((start, self.known(&chars[start..end])?)))
        {
            let state = start >= outer + STATE.len() && chars[start - STATE.len()..start] == STATE;
            return Some((if state { start - STATE.len() } else { start }, meaning));
        }
        let mut start = after_words(chars, outer, end);
        // Words that no title has: what stands before 条例 is a sentence.
        if chars[start..end].iter().any(|c| "又了被不其此您我们".contains(*c)) {
            start = end.saturating_sub(2).max(outer);
        }
        let name: String = chars[start..end].iter().collect();
        // An alias such as 条例 counts only where nothing else belongs to the name.
        let document = self.names.find(&name).cloned();
        let title = document.is_some()
            || (KINDS.iter().any(|kind| name.ends_with(kind)) && !NO_TITLES.iter().any(|no| name.ends_with(no)));
        (title && !known).then_some((start, Meaning { full: name, document }))
    }

    fn known(&self, form: &[char]) -> Option<Meaning> {
        if let Some(meaning) = self.introduced.get(form) {
            return Some(meaning.clone());
        }
        let document = self.names.title(form).cloned();
        let statute = || {
            let rules = ["实施条例", "实施细则", "实施办法"].into_iter().any(|rules| {
                let rules: Vec<char> = rules.chars().collect();
                form.ends_with(&rules) && STATUTES.contains(&form[..form.len() - rules.len()])
            });
            rules || STATUTES.contains(form)
        };
        (document.is_some() || statute()).then(|| Meaning { full: form.iter().collect(), document })
    }
}

/// The inside of 《…》 that starts at `at`, other titles in it included: 《关于修改《刑法》的决定》.
pub(super) fn marked(chars: &[char], at: usize) -> Option<Range<usize>> {
    let mut depth = 0usize;
    let length = chars[at..].iter().take(LONGEST).take_while(|c| **c != '\n').position(|c| {
        depth = match c {
            '《' => depth + 1,
            '》' => depth.saturating_sub(1),
            _ => depth,
        };
        depth == 0
    })?;
    (length > 1).then_some(at + 1..at + length)
}

/// The short names that a bracket after a title declares: （以下简称民诉法）, (以下称《解释》或“解释”).
pub(super) fn declared(chars: &[char], bracket: Range<usize>) -> Vec<Vec<char>> {
    let word = |at: usize| {
        ["以下简称", "以下统称", "以下合称", "以下称", "下称", "简称"]
            .into_iter()
            .find_map(|word| list::after_sign(chars, at, word))
    };
    let Some(from) = bracket.clone().find_map(word) else { return Vec::new() };
    chars[from.min(bracket.end)..bracket.end]
        .split(|c| matches!(c, '、' | '，' | ',' | '或'))
        .map(|name| name.iter().copied().filter(|c| !"《》“”\"‘’：:为".contains(*c) && !c.is_whitespace()).collect())
        .collect()
}

/// Whether a title in 《》 names a paper and not a text that can be cited.
pub(super) fn is_paper(title: &str) -> bool {
    PAPERS.iter().any(|paper| title.ends_with(paper))
}

fn in_title(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '〔' | '〕')
}

/// Where a title begins after the words before it.
fn after_words(chars: &[char], from: usize, end: usize) -> usize {
    // Its last two characters are the title's own, whatever they look like.
    let starts = (from..end.saturating_sub(2)).filter_map(|at| {
        BEFORE.iter().filter_map(|word| list::after_sign(chars, at, word)).max().filter(|next| *next + 2 <= end)
    });
    starts.max().unwrap_or(from)
}

fn without_state(name: &[char]) -> &[char] {
    name.strip_prefix(&STATE).unwrap_or(name)
}
