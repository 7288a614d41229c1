//! Titles in 《》, titles inside titles, and names of cases in quotation marks.

/// A title in 《》. Titles that it names itself stand in 〈〉, titles inside those in 《》 again, whatever marks the source has.
/// A title that has its own marks all round gets no second pair.
pub(super) fn bracketed(title: &str) -> String {
    format!("《{}》", marked(bare(title), 1))
}

/// A title for styles that set none of the marks round it: what it names itself stands in 《》.
pub(super) fn unmarked(title: &str) -> String {
    marked(bare(title), 0)
}

/// The name of a case in “”; what is quoted inside stands in ‘’.
pub(super) fn quoted(name: &str) -> String {
    let inner = |c| match c {
        '“' => '‘',
        '”' => '’',
        c => c,
    };
    format!("“{}”", name.trim().chars().map(inner).collect::<String>())
}

/// Sets the marks by their depth, `outer` pairs standing outside: odd levels are 《》, even ones 〈〉. A mark that closes nothing stays.
fn marked(title: &str, outer: usize) -> String {
    let mut depth = outer;
    let mark = |depth: usize, odd, even| if depth % 2 == 1 { odd } else { even };
    let set = |c| match c {
        '《' | '〈' => {
            depth += 1;
            mark(depth, '《', '〈')
        }
        '》' | '〉' if depth > outer => {
            depth -= 1;
            mark(depth + 1, '》', '〉')
        }
        c => c,
    };
    title.chars().map(set).collect()
}

/// The title without marks that stand round all of it. 《甲》和《乙》 keeps its own: the first pair ends before the last.
fn bare(title: &str) -> &str {
    let title = title.trim();
    let inside = title.strip_prefix(['《', '〈']).and_then(|rest| rest.strip_suffix(['》', '〉']));
    let Some(inside) = inside else { return title };
    let mut depth = 0_usize;
    for c in inside.chars() {
        match c {
            '《' | '〈' => depth += 1,
            '》' | '〉' if depth == 0 => return title,
            '》' | '〉' => depth -= 1,
            _ => {}
        }
    }
    inside
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_inside_titles_alternate() {
        for (title, expected) in [
            ("未成年人网络保护条例", "《未成年人网络保护条例》"),
            ("《刑法》", "《刑法》"),
            ("〈刑法〉", "《刑法》"),
            (
                "关于适用《中华人民共和国民法典》婚姻家庭编的解释（一）",
                "《关于适用〈中华人民共和国民法典〉婚姻家庭编的解释（一）》",
            ),
            ("关于适用〈中华人民共和国民法典〉总则编的解释", "《关于适用〈中华人民共和国民法典〉总则编的解释》"),
            ("《关于适用〈民法典〉的解释》", "《关于适用〈民法典〉的解释》"),
            ("〈关于案例指导工作的规定〉实施细则", "《〈关于案例指导工作的规定〉实施细则》"),
            ("《甲》和《乙》", "《〈甲〉和〈乙〉》"),
            ("关于修改《关于适用《民法典》的解释》的决定", "《关于修改〈关于适用《民法典》的解释〉的决定》"),
            ("关于修改〈关于适用〈民法典〉的解释〉的决定", "《关于修改〈关于适用《民法典》的解释〉的决定》"),
            ("甲《乙《丙《丁》》》", "《甲〈乙《丙〈丁〉》〉》"),
            ("没有开头》的标题", "《没有开头》的标题》"),
            ("", "《》"),
        ] {
            assert_eq!(bracketed(title), expected, "{title}");
        }
    }

    #[test]
    fn a_title_without_marks_keeps_those_of_what_it_names() {
        for (title, expected) in [
            ("《刑法》", "刑法"),
            ("关于适用〈中华人民共和国民法典〉的解释", "关于适用《中华人民共和国民法典》的解释"),
            ("关于修改〈关于适用《民法典》的解释〉的决定", "关于修改《关于适用〈民法典〉的解释》的决定"),
        ] {
            assert_eq!(unmarked(title), expected, "{title}");
        }
    }

    #[test]
    fn quotations_inside_names_of_cases_are_single() {
        assert_eq!(quoted("骆某猥亵儿童案"), "“骆某猥亵儿童案”");
        assert_eq!(quoted("“二元期权”开设赌场案"), "“‘二元期权’开设赌场案”");
    }
}
