//! Arabic.

use crate::ide::phrases::{
    ActionPhrases, CompletionPhrases, FoldPhrases, GradePhrases, LensPhrases, LinkPhrases, Phrases,
    RenamePhrases, character, isolated,
};
use crate::names::id::IdProblemKind;

pub(super) const PHRASES: Phrases = Phrases {
    grade: GradePhrases {
        sure: "مؤكَّد",
        likely: "مرجَّح",
        guess: "تخمين",
    },
    lens: LensPhrases {
        mentions: |count| number(count, ["إشارة واحدة", "إشارتان", "إشارات", "إشارة"]),
        quotations: |count| number(count, ["اقتباس واحد", "اقتباسان", "اقتباسات", "اقتباسًا"]),
        articles: |count| {
            format!(
                "في {}",
                number(count, ["مقال واحد", "مقالين", "مقالات", "مقالًا"])
            )
        },
        others: |count| {
            number(
                count,
                ["متحدث آخر", "متحدثان آخران", "متحدثين آخرين", "متحدثًا آخر"],
            )
        },
        share: |name, percent| format!("{name} {percent}٪"),
        nobody: "بلا نسبة",
    },
    rename: RenamePhrases {
        words: "هذه كلمات من النص لا يغيّرها شيء؛ ضع المؤشر على معرِّف لتغييره",
        name: "هذا اسم وليس معرِّفًا؛ ضع المؤشر على معرِّف الكيان لتغييره",
        nothing: "لا معرِّف هنا يمكن تغييره",
        no_id: |problem| match problem.kind {
            IdProblemKind::Empty => "لا بد للمعرِّف من حرف واحد على الأقل".to_owned(),
            _ => format!("لا يصح {} في معرِّف", character(problem)),
        },
        no_speech: "العلامة - وحدها لا تصلح معرِّفًا: فهي بين قوسين معقوفين تعني أن الكلام ليس قولًا لأحد",
        taken: |id, name, file| {
            let [id, name, file] = [id, name, file].map(isolated);
            format!("المعرِّف {id} مأخوذ: يعلنه الملف {file} لـ{name}")
        },
        written: |id, file| {
            let [id, file] = [id, file].map(isolated);
            format!("{id} مكتوب من قبل في {file} وسيصير دالًّا على هذا الكيان")
        },
        here: "في هذا الملف",
        articles: "في مقالات أخرى",
        registries: "في السجلات",
    },
    completion: CompletionPhrases {
        inferred: "مستنتَج",
        goes_on: "يواصل المتحدث نفسه كلامه",
        nobody_knows: "لا يُعرف قائله",
        no_speech: "ليس كلامًا منقولًا",
        today: "اليوم",
        published: "يوم النشر",
        dateline: "يوم كتابة الخبر",
        these_words: "ما تدلّ عليه هذه الكلمات",
    },
    fold: FoldPhrases {
        entities: |count| number(count, ["كيان واحد", "كيانان", "كيانات", "كيانًا"]),
    },
    link: LinkPhrases {
        wire: "نص الوكالة",
        registry: "سجل الكيانات",
        page: "الصفحة",
        about: |name| format!("صفحة عن {name}"),
        wikidata: |name| format!("{name} في ويكي بيانات"),
    },
    action: ActionPhrases {
        fix_all: "إصلاح كل ما يمكن إصلاحه بأمان",
        annotate_all: "توسيم كل ما هو مؤكَّد",
        attribute: |name| format!("النسبة إلى {}", isolated(name)),
        not_speech: "وسمه بأنه ليس كلامًا منقولًا",
        declare_here: |name| format!("إعلان {} في هذا المقال", isolated(name)),
        declare_in: |name, file| {
            let [name, file] = [name, file].map(isolated);
            format!("إعلان {name} في {file}")
        },
        mark: |words, name| {
            let [words, name] = [words, name].map(isolated);
            format!("وسم «{words}» إشارةً إلى {name}")
        },
        new: ["شخصًا جديدًا", "منظمة جديدة", "مكانًا جديدًا"],
        introduce_here: |words, what| {
            let words = isolated(words);
            format!("إعلان «{words}» {what} في هذا المقال")
        },
        introduce_in: |words, what, file| {
            let [words, file] = [words, file].map(isolated);
            format!("إعلان «{words}» {what} في {file}")
        },
        link_all: |name, count| {
            let name = isolated(name);
            format!("ربط كل إشارة إلى {name} بلا أقواس ({count})")
        },
        unlink: |words| format!("فكّ ربط «{}»", isolated(words)),
        unlink_all: |name, count| {
            let name = isolated(name);
            format!("فكّ كل ربط لـ{name} يُستغنى عنه ({count})")
        },
    },
};

/// Arabic has words for one and two, one form for three to ten, and another from eleven on; of the
/// hundreds what is left over counts.
fn number(count: usize, [one, two, few, many]: [&str; 4]) -> String {
    match (count, count % 100) {
        (0, _) => format!("لا {few}"),
        (1, _) => one.to_owned(),
        (2, _) => two.to_owned(),
        (_, 3..=10) => format!("{count} {few}"),
        _ => format!("{count} {many}"),
    }
}
