//! What only shows across articles: altered and disputed quotations among many that only look like it.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::cli::{command, isnad};

/// How many articles there are, if `ISNAD_CORPUS` does not say otherwise.
const ARTICLES: usize = 600;

/// Numbers that are the same in every run.
struct Dice(u64);

impl Dice {
    /// A number below `end`.
    fn roll(&mut self, end: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        (self.0 >> 33) as usize % end
    }

    fn pick<'a>(&mut self, words: &[&'a str]) -> &'a str {
        words[self.roll(words.len())]
    }

    /// A sentence of many words, each of them once, that no other sentence has all of.
    fn sentence(&mut self, language: usize) -> Vec<String> {
        let mut words: Vec<&str> = WORDS[language].split_whitespace().collect();
        let mut sentence: Vec<String> = Vec::new();
        for _ in 0..12 + self.roll(8) {
            sentence.push(words.swap_remove(self.roll(words.len())).to_owned());
        }
        sentence
    }
}

const WORDS: [&str; 3] = [
    "river ferry harvest bridge border council village engine winter ticket doctor teacher grain market \
     letter police farmer signal captain forest money water road school border minister report week year \
     opened closed promised refused counted painted carried repaired watched measured found lost gave took \
     slowly quickly never always perhaps together alone yesterday north south open heavy empty green old new",
    "النهر المعبر الموسم الجسر الحدود المجلس القرية المحرك الشتاء التذكرة الطبيب المعلم القمح السوق الرسالة \
     الشرطة الفلاح الإشارة القبطان الغابة المال الماء الطريق المدرسة الوزير التقرير الأسبوع السنة فتحنا أغلقنا \
     وعدنا رفضنا أحصينا أصلحنا راقبنا قسنا وجدنا فقدنا أعطينا أخذنا ببطء بسرعة أبدا دائما ربما معا وحدنا أمس شمالا",
    "Fluss Fähre Ernte Brücke Grenze Gemeinderat Dorf Motor Winter Fahrkarte Ärztin Lehrer Getreide Markt Brief \
     Polizei Bäuerin Signal Kapitän Wald Geld Wasser Straße Schule Ministerin Bericht Woche Jahr öffnen schließen \
     versprechen ablehnen zählen streichen tragen flicken messen finden verlieren geben langsam schnell nie immer",
];

const SPEAKERS: usize = 40;
const TOWNS: [&str; 12] = [
    "Aldra", "Berun", "Casmo", "Deval", "Erith", "Fontal", "Gresk", "Holm", "Istra", "Jarun",
    "Kolva", "Lerida",
];

/// An article with some quotations, from a day of March.
struct Written {
    day: usize,
    text: String,
}

impl Written {
    fn new(day: usize) -> Written {
        Written {
            day,
            text: String::new(),
        }
    }

    fn say(&mut self, speaker: usize, words: &[String]) {
        let _ = write!(
            self.text,
            "Some words before it. “{}.”{{p{speaker}}}\n\n",
            words.join(" ")
        );
    }

    fn write(&self, path: &Path) {
        let text = format!(
            "---\nlang: en\ndate: 2025-{:02}-{:02}\n---\n\n{}",
            1 + self.day / 28,
            1 + self.day % 28,
            self.text
        );
        fs::write(path, text).expect("an article");
    }
}

/// Articles, and which of them are to be found by which rule.
struct Corpus {
    dice: Dice,
    articles: Vec<Written>,
    planted: BTreeSet<(String, &'static str)>,
}

/// Two articles of nearly the same day, and what somebody says in both.
struct Pair {
    one: usize,
    other: usize,
    speaker: usize,
    words: Vec<String>,
}

fn name(at: usize) -> String {
    format!("{at:05}.news.md")
}

impl Corpus {
    /// So many articles in which nothing is wrong, with a tenth as many that only look like it and a
    /// hundredth of either kind that is to be found.
    fn new(count: usize) -> Corpus {
        let mut corpus = Corpus {
            dice: Dice(7),
            articles: Vec::new(),
            planted: BTreeSet::new(),
        };
        let Corpus { dice, articles, .. } = &mut corpus;
        for _ in 0..count {
            let mut article = Written::new(dice.roll(300));
            for _ in 0..2 {
                let language = dice.roll(WORDS.len());
                article.say(dice.roll(SPEAKERS), &dice.sentence(language));
            }
            articles.push(article);
        }
        for nth in 0..count / 100 {
            corpus.altered(nth);
            corpus.disputed();
        }
        for nth in 0..count / 10 {
            corpus.near_miss(nth);
        }
        corpus
    }

    fn pair(&mut self) -> Pair {
        let (one, day) = (self.articles.len(), self.dice.roll(290));
        self.articles.push(Written::new(day));
        self.articles.push(Written::new(day + self.dice.roll(4)));
        let language = self.dice.roll(WORDS.len());
        Pair {
            one,
            other: one + 1,
            speaker: self.dice.roll(SPEAKERS),
            words: self.dice.sentence(language),
        }
    }

    fn plant(&mut self, pair: &Pair, rule: &'static str) {
        self.planted
            .extend([(name(pair.one), rule), (name(pair.other), rule)]);
    }

    /// One word is another, one is put in, one is left out.
    fn altered(&mut self, nth: usize) {
        let pair = self.pair();
        let mut altered = pair.words.clone();
        let at = 2 + self.dice.roll(altered.len() - 4);
        match nth % 3 {
            0 => "entirely".clone_into(&mut altered[at]),
            1 => altered.insert(at, "hardly".to_owned()),
            _ => _ = altered.remove(at),
        }
        self.articles[pair.one].say(pair.speaker, &pair.words);
        self.articles[pair.other].say(pair.speaker, &altered);
        self.plant(&pair, "altered-quote");
    }

    fn disputed(&mut self) {
        let pair = self.pair();
        self.articles[pair.one].say(pair.speaker, &pair.words);
        self.articles[pair.other].say((pair.speaker + 1) % SPEAKERS, &pair.words);
        self.plant(&pair, "disputed-speaker");
    }

    fn near_miss(&mut self, nth: usize) {
        let Pair {
            one,
            other,
            mut speaker,
            mut words,
        } = self.pair();
        let mut near = words.clone();
        match nth % 6 {
            // Another speech on the same topic: every second word is another.
            0 => {
                let language = self.dice.roll(WORDS.len());
                let others = self.dice.sentence(language);
                for (at, word) in near.iter_mut().enumerate().filter(|(at, _)| at % 2 == 1) {
                    others[at % others.len()].clone_into(word);
                }
            }
            // A formula, with a town of its own each time, by whomever.
            1 => {
                let mut of = || -> Vec<String> {
                    let town = self.dice.pick(&TOWNS);
                    FORMULA
                        .replace("TOWN", town)
                        .split(' ')
                        .map(str::to_owned)
                        .collect()
                };
                (words, near) = (of(), of());
                self.articles[one].say(speaker, &words);
                speaker = self.dice.roll(SPEAKERS);
                return self.articles[other].say(speaker, &near);
            }
            // The same speaker, months later.
            2 => {
                "entirely".clone_into(&mut near[4]);
                self.articles[other].day = (self.articles[one].day + 90) % 300;
            }
            // A headline, shortened.
            3 => {
                near.remove(5);
                self.articles[other].text = format!("# “{}”\n\nIt rained.\n\n", near.join(" "));
                near.clear();
            }
            // Cuts that are marked, and brackets.
            4 => {
                "…".clone_into(&mut near[5]);
                "[sic]".clone_into(&mut near[8]);
            }
            // The same, cut at both ends.
            _ => near = near[1..near.len() - 2].to_vec(),
        }
        self.articles[one].say(speaker, &words);
        if !near.is_empty() {
            self.articles[other].say(speaker, &near);
        }
    }

    fn write(&self, folder: &Path) {
        let mut registry = String::new();
        for speaker in 0..SPEAKERS {
            let _ = writeln!(
                registry,
                "p{speaker}: {{type: person, name: Given{speaker} Family{speaker}}}"
            );
        }
        fs::write(folder.join("entities.yaml"), registry).expect("a registry");
        for (at, article) in self.articles.iter().enumerate() {
            article.write(&folder.join(name(at)));
        }
    }
}

const FORMULA: &str = "we condemn in the strongest words this attack on the people of TOWN and stand with all who mourn";

#[test]
fn altered_and_disputed_quotations_are_found_and_nothing_that_looks_like_them() {
    let count = std::env::var("ISNAD_CORPUS").map_or(ARTICLES, |it| it.parse().expect("a number"));
    let corpus = Corpus::new(count);
    assert!(!corpus.planted.is_empty(), "nothing is planted");
    let folder = tempfile::tempdir().expect("a scratch folder");
    corpus.write(folder.path());
    let rules = "altered-quote,disputed-speaker";
    let output = isnad(
        folder.path(),
        &["check", "--format", "json", "--select", rules],
    );
    let report: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let found = report["diagnostics"].as_array().expect("findings").iter();
    let text = |it: &Value, key: &str| it[key].as_str().expect(key).to_owned();
    let found: BTreeSet<_> = found
        .map(|it| (text(it, "path"), text(it, "rule")))
        .collect();
    let planted = corpus.planted.into_iter();
    let planted: BTreeSet<_> = planted
        .map(|(path, rule)| (path, rule.to_owned()))
        .collect();
    let false_ones: Vec<_> = found.difference(&planted).collect();
    let missed: Vec<_> = planted.difference(&found).collect();
    assert!(
        false_ones.is_empty() && missed.is_empty(),
        "false: {false_ones:?}; missed: {missed:?}"
    );
}

#[test]
fn as_much_is_found_where_few_articles_are_at_hand() {
    let folder = tempfile::tempdir().expect("a scratch folder");
    Corpus::new(200).write(folder.path());
    let found = |files: &str| {
        let mut command = command(folder.path(), &["check"]);
        let output = command.env("ISNAD_BATCH", files).output();
        output.expect("isnad runs").stdout
    };
    let together = found("10000");
    for files in ["1", "17", "100"] {
        assert_eq!(found(files), together, "{files} at once");
    }
}
