//! Arabic.

use crate::dates::{DateProblem, DateProblemKind};
use crate::ide::phrases::{
    ActionPhrases, CardPhrases, CompletionPhrases, DatePhrases, EntityPhrases, FoldPhrases,
    GradePhrases, How, KeyPhrases, LensPhrases, LinkPhrases, Phrases, QuotationPhrases,
    RefusalPhrases, RenamePhrases, character, isolated,
};
use crate::model::EntityKind;
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
        outside: |file| {
            format!(
                "يعلن الملف {} هذا المعرِّف لمقالات أخرى غير معروفة هنا؛ افتح المجلد الذي يضمها كلها",
                isolated(file)
            )
        },
        here: "في هذا الملف",
        articles: "في مقالات أخرى",
        registries: "في السجلات",
    },
    refusal: RefusalPhrases {
        no_article: "لا تُوسَم إلا المقالات (`*.news.md`)",
        no_quotation: "لا اقتباس هنا؛ ضع المؤشر داخل اقتباس",
        nobody_told: "لا قائل مستنتج هنا لقبوله: لا يسمّي النص أحدا، أو يذكر القوسان القائل من قبل",
        no_words: "حدّد كلمات من فقرة واحدة لم توسَم بعد",
        no_entity: |id| format!("لا كيان معرّفه {}", isolated(id)),
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
    card: CardPhrases {
        comma: "، ",
        semicolon: "؛ ",
        arrow: " ← ",
    },
    entity: EntityPhrases {
        kind: |kind| match kind {
            EntityKind::Person => "شخص",
            EntityKind::Organization => "مؤسسة",
            EntityKind::Place => "مكان",
            EntityKind::Event => "حدث",
            EntityKind::Work => "عمل",
            EntityKind::Product => "منتَج",
            EntityKind::Other => "غير ذلك",
        },
        unnamed_source: "مصدر لم يُسمَّ",
        also: |names| format!("أسماء أخرى: {names}"),
        first_named: |words| format!("أول ذكر: {words}"),
        here: |counts| format!("{counts} في هذا المقال"),
        named_elsewhere: |count| {
            let others = ["مقال آخر", "مقالين آخرين", "مقالات أخرى", "مقالًا آخر"];
            format!("يرد ذكره في {}", number(count, others))
        },
        named_in: |count| {
            let articles = ["مقال واحد", "مقالين", "مقالات", "مقالًا"];
            format!("يرد ذكره في {}", number(count, articles))
        },
        speaks_in: |count| match count {
            1 => "يُنقل كلامه في واحد".to_owned(),
            2 => "يُنقل كلامه في اثنين".to_owned(),
            _ => format!("يُنقل كلامه في {count}"),
        },
        so_far: |counts| format!("{counts} (حتى الآن: لم تُقرأ المقالات كلها بعد)"),
        declared_in: |files| format!("مُعلَن في {files}"),
        recognised: "جرى التعرف عليه في هذا المقال، وهو غير معلَن في أي مكان",
        undeclared: |id| format!("{id} غير معلَن في أي مكان"),
    },
    quotation: QuotationPhrases {
        direct: "اقتباس مباشر",
        partial: "اقتباس جزئي",
        indirect: "كلام غير مباشر",
        words: |count| number(count, ["كلمة واحدة", "كلمتان", "كلمات", "كلمة"]),
        perhaps: |kind, who| format!("{kind}، ولعل القائل {who}"),
        unnamed: |kind| format!("{kind}: القائل غير مسمّى"),
        unknown: |kind| format!("{kind}: لا يعرف الكاتب قائله"),
        nobody: |kind| format!("{kind}: لا شيء يدل على قائله"),
        dangling: |kind| format!("{kind}: يُفترض أنه تتمة لكلام، ولا كلام قبله"),
        no_speech: "ليس كلامًا منقولًا: عنوان أو اسم أو كلمات يتحفّظ عليها الكاتب",
        probably_no_speech: |what| format!("الأرجح أنه ليس كلامًا منقولًا: {what}"),
        name: "اسم يُطلق على شيء",
        title: "عنوان عمل",
        term: "كلمة يدور الحديث عنها",
        scare: "كلمات يتحفّظ عليها الكاتب",
        other: "عنوان أو اسم أو كلمات يتحفّظ عليها الكاتب",
        to: |names| format!("موجَّه إلى: {names}"),
        chain: |links| format!("سلسلة الإسناد: {links}"),
        inside: "ضمن كلام منسوب إلى قائله",
        goes_on: "تتمة للكلام السابق",
        inferred: |grade, words, how| format!("مستنتَج ({grade}) من {words}: {how}"),
        how: |how| match how {
            How::Named => "الجملة تسمّي القائل",
            How::Quotation => "تتمة للاقتباس السابق",
            How::Sentence => "تتمة للجملة السابقة",
            How::Introduced => "الجملة السابقة تمهّد له",
            How::Last => "لا أحد مسمّى هنا، وهذا آخر من تكلم",
        },
        by_pronoun: |how| format!("{how}، بضمير"),
        also_in: |count, articles| {
            let others = ["مقال آخر", "مقالين آخرين", "مقالات أخرى", "مقالًا آخر"];
            format!("الكلام نفسه في {}: {articles}", number(count, others))
        },
    },
    date: DatePhrases {
        date: "تاريخ",
        no_date: "ليس تاريخًا",
        problem,
        no_such_day: |words| format!("{words}: لا يوم كهذا في التقويم"),
        marked: |words, value| format!("{words}، معلَّم على أنه {value}"),
        by_words: |days| format!("بحسب الكلمات: {days}"),
        or: |days| format!("أو: {days}"),
        from_dateline: |day| format!("محسوب من يوم كتابة الخبر: {day}"),
        from_publication: |day| format!("محسوب من يوم النشر: {day}"),
        from_nothing: "لا شيء يدل على اليوم الذي يُحسب منه: لا `date` في ترويسة المقال",
        counts: "منه تُحسب «اليوم» وأمثالها",
    },
    key: KeyPhrases {
        by_default: |level| format!("القيمة الافتراضية: {level}"),
        here: |level| format!("في هذا الملف: {level}"),
        wire: "النص الأصلي لهذا المقال",
        registry: "سجل كيانات",
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
        unknown: "وسمه بأن قائله غير معروف",
        not_speech: "وسمه بأنه ليس كلامًا منقولًا",
        go_on: |name| format!("وصله بما قاله {} من قبل", isolated(name)),
        go_on_unnamed: "وصله بما قيل من قبل",
        begin_anew: |name| format!("بدء قول جديد لـ{}", isolated(name)),
        begin_anew_unnamed: "بدء قول جديد",
        spoken_to: |name| format!("وسمه بأنه موجَّه إلى {}", isolated(name)),
        passed_on: |name| format!("وسمه بأنه منقول عن طريق {}", isolated(name)),
        allow_here: |rule| format!("السماح بـ{} في هذه الفقرة", isolated(rule)),
        allow_in_file: |rule| format!("السماح بـ{} في هذا المقال", isolated(rule)),
        reason: "السبب",
        accept_spelling: |spelling, name| {
            let [spelling, name] = [spelling, name].map(isolated);
            format!("قبول {spelling} اسمًا لـ{name}")
        },
        accept_spellings: |count, name| {
            format!(
                "قبول {} اسمًا لـ{}",
                number(
                    count,
                    ["كتابة أخرى", "كتابتين أخريين", "كتابات أخرى", "كتابة أخرى"]
                ),
                isolated(name)
            )
        },
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
/// hundreds what is left over counts, and behind full hundreds the noun stands in the genitive.
fn number(count: usize, [one, two, few, many]: [&str; 4]) -> String {
    match (count, count % 100) {
        (0, _) => format!("لا {few}"),
        (1, _) => one.to_owned(),
        (2, _) => two.to_owned(),
        (_, 3..=10) => format!("{count} {few}"),
        (_, 0..=2) => format!("{count} {}", many.replace("ًا", "")),
        _ => format!("{count} {many}"),
    }
}

fn problem(problem: &DateProblem) -> String {
    match &problem.kind {
        DateProblemKind::NoSuchMonth(month) => {
            format!("لا شهر رقمه {month}: الشهور من 01 إلى 12")
        }
        DateProblemKind::NoSuchDay { day, days, .. } => {
            format!("لا يوم رقمه {day}: عدد أيام هذا الشهر {days}")
        }
        DateProblemKind::Backwards => "تنتهي المدة قبل أن تبدأ: يُكتب التاريخ الأسبق أولًا".to_owned(),
        _ => {
            let example = isolated("2025-03-04");
            format!("تُكتب السنة ثم الشهر ثم اليوم بالأرقام، مثل {example}")
        }
    }
}
