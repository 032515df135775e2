//! Articles and registries, made up from syllables: as many as one wants, and the same ones each time.

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use isnad::workspace::{Content, Want, Workspace};

/// What the texts of one language are made of.
pub(crate) struct Writing {
    pub(crate) lang: &'static str,
    first_names: &'static [&'static str],
    syllables: &'static [&'static str],
    endings: &'static [&'static str],
    /// A sentence: `{}` is a person; a quotation follows where it ends in a colon.
    sentences: &'static [&'static str],
    quotation: &'static str,
    space: &'static str,
}

pub(crate) const WRITINGS: &[Writing] = &[
    Writing {
        lang: "en",
        first_names: &[
            "Anna", "Boris", "Clara", "David", "Elena", "Frank", "Greta", "Harun",
        ],
        syllables: &[
            "bal", "der", "fin", "gor", "hal", "kim", "lor", "mon", "nar", "pel", "rud", "sol",
            "tam",
        ],
        endings: &["berg", "son", "ley", "well", "ova", "ini"],
        sentences: &[
            "{} arrived at the harbour on Tuesday, and the ferry left without passengers.",
            "The committee had asked {} for the figures of the last three years.",
            "Nobody at the ministry would say whether {} knew of the plan.",
            "Late in the evening {} said:",
        ],
        quotation: "“We will keep the crossing open, whatever it costs.”",
        space: " ",
    },
    Writing {
        lang: "ar",
        first_names: &[
            "ليلى",
            "عمر",
            "سامي",
            "نادية",
            "كريم",
            "هدى",
            "يوسف",
            "مريم",
        ],
        syllables: &[
            "با", "دو", "في", "قا", "حل", "كم", "لو", "من", "نا", "بل", "رو", "سل", "طم",
        ],
        endings: &["اد", "ري", "ان", "وي", "ين", "ور"],
        sentences: &[
            "وصل {} إلى الميناء يوم الثلاثاء وغادرت العبارة من دون ركاب.",
            "وطلبت اللجنة من {} أرقام السنوات الثلاث الماضية.",
            "ولم يقل أحد في الوزارة إن كان {} يعرف بالخطة.",
            "وفي المساء قال {}:",
        ],
        quotation: "\"سيبقى المعبر مفتوحا مهما كان الثمن\"",
        space: " ",
    },
    Writing {
        lang: "ru",
        first_names: &[
            "Анна",
            "Борис",
            "Вера",
            "Глеб",
            "Дарья",
            "Егор",
            "Иван",
            "Мария",
        ],
        syllables: &[
            "бал", "дер", "фин", "гор", "хал", "ким", "лор", "мон", "нар", "пел", "руд", "сол",
            "там",
        ],
        endings: &["ов", "ский", "енко", "ин", "ова", "ич"],
        sentences: &[
            "Во вторник в порт прибыл {}, и паром ушёл без пассажиров.",
            "Комиссия запросила цифры за последние три года, и {} их представил.",
            "В министерстве не сказали, знал ли о плане {}.",
            "Поздно вечером {} сказал:",
        ],
        quotation: "«Переправа останется открытой, чего бы это ни стоило»",
        space: " ",
    },
    Writing {
        lang: "zh",
        first_names: &["王", "李", "张", "刘", "陈", "杨", "赵", "黄"],
        syllables: &[
            "伟", "芳", "娜", "敏", "静", "丽", "强", "磊", "军", "洋", "勇", "艳", "杰",
        ],
        endings: &["明", "华", "平", "英", "兰", "国"],
        sentences: &[
            "{}星期二抵达港口，渡轮没有乘客便离开了。",
            "委员会向{}索取过去三年的数字。",
            "部里没有人愿意说{}是否知道这个计划。",
            "当晚{}说：",
        ],
        quotation: "“无论付出什么代价，渡口都会保持开放。”",
        space: "",
    },
];

impl Writing {
    /// The name of a person; no two have the same. A few hundred share a first name.
    pub(crate) fn person(&self, number: usize) -> String {
        let digit = |place: u32| number / self.syllables.len().pow(place);
        let syllable = |place: u32| self.syllables[digit(place) % self.syllables.len()];
        let first = self.first_names[number % self.first_names.len()];
        let ending = self.endings[digit(3) % self.endings.len()];
        let further = digit(3) / self.endings.len();
        let last = format!("{}{}{}{ending}", syllable(2), syllable(1), syllable(0));
        let mut last = capitalised(&last);
        if further > 0 {
            let _ = write!(
                last,
                "{}",
                capitalised(self.syllables[further % self.syllables.len()])
            );
        }
        format!("{first}{}{last}", self.space)
    }

    /// A registry of so many persons.
    pub(crate) fn registry(&self, persons: usize) -> String {
        let mut registry = String::new();
        for number in 0..persons {
            let (name, of) = (self.person(number), number / 10 * 10);
            let _ = writeln!(
                registry,
                "p{number}: {{type: person, name: {name}, of: p{of}}}"
            );
        }
        registry
    }

    /// An article of at least so many bytes. It names some of the first hundred persons, has one
    /// of its own, and who says what is marked.
    pub(crate) fn article(&self, bytes: usize, number: usize) -> String {
        let own = self.person(20_000 + number);
        let mut text = format!(
            "---\nlang: {}\nentities:\n  own: {{type: person, name: {own}}}\n---\n\n{own}\n\n",
            self.lang
        );
        let mut at = number;
        while text.len() < bytes {
            for sentence in self.sentences {
                at += 7;
                let person = at % 100;
                text.push_str(&sentence.replace("{}", &self.person(person)));
                text.push_str(self.space);
                if sentence.ends_with([':', '：']) {
                    text.push_str(self.quotation);
                    // Whom no registry declares is an error, and errors are another subject.
                    text.push_str("{own}");
                }
            }
            text.push_str("\n\n");
        }
        text
    }
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}

/// Where articles stand; nothing is on that disk but what is set.
pub(crate) fn folder() -> PathBuf {
    PathBuf::from(if cfg!(windows) { r"C:\news" } else { "/news" })
}

/// A workspace that holds a registry for all articles.
pub(crate) fn workspace(registry: &str) -> Workspace {
    let mut workspace = Workspace::new();
    workspace.set_folders(vec![folder()]);
    set(&mut workspace, &folder().join("entities.yaml"), registry);
    workspace
}

/// Says what an article is, and that what it wants besides is not there.
pub(crate) fn set(workspace: &mut Workspace, path: &Path, text: &str) {
    workspace.set(path, Content::Text(Arc::from(text)));
    loop {
        let wants = workspace.wants(path);
        if wants.is_empty() {
            return;
        }
        for want in wants {
            match want {
                Want::File(path) => workspace.set(&path, Content::Missing),
                Want::Glob { folder, pattern } => workspace.set_glob(&folder, &pattern, Vec::new()),
            }
        }
    }
}

/// The news texts of a corpus in lines of JSON, if there is one: in the folder that `ISNAD_CORPORA`
/// names, else in `../shared/corpora`.
pub(crate) fn corpus(name: &str) -> Option<Vec<String>> {
    let named = std::env::var_os("ISNAD_CORPORA").map(PathBuf::from);
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpora");
    let lines = std::fs::read_to_string(named.unwrap_or_else(beside).join(name)).ok()?;
    let text = |line: &str| {
        let value: serde_json::Value = serde_json::from_str(line).ok()?;
        Some(value.get("text")?.as_str()?.to_owned())
    };
    Some(lines.lines().filter_map(text).collect())
}
