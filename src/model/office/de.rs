use super::{Habits, Office, Words};

pub(super) static WORDS: Words = Words {
    portfolios: &[
        ("agriculture", "landwirtschafts|agrar"),
        ("culture", "kultur"),
        ("defence", "verteidigungs"),
        ("development", "entwicklungs|entwicklungshilfe"),
        ("economy", "wirtschafts"),
        ("education", "bildungs|kultus|schul|unterrichts"),
        ("energy", "energie|erdöl|öl"),
        ("environment", "umwelt|klimaschutz"),
        ("family", "familien"),
        ("finance", "finanz"),
        ("foreign", "außen"),
        ("health", "gesundheits"),
        ("housing", "bau|wohnungsbau"),
        ("information", "informations"),
        ("interior", "innen"),
        ("justice", "justiz"),
        ("labour", "arbeits"),
        ("research", "forschungs|wissenschafts"),
        ("social", "sozial"),
        ("sport", "sport"),
        ("tourism", "tourismus"),
        ("trade", "handels"),
        ("transport", "verkehrs|transport"),
    ],
    ministers: &[
        "%minister",
        "%ministerin",
        "%ministers",
        "bundes%minister",
        "bundes%ministerin",
        "bundes%ministers",
    ],
    others: &[
        (
            Office::President,
            "präsident|präsidentin|bundespräsident|bundespräsidentin|staatspräsident|staatspräsidentin",
        ),
        (
            Office::PrimeMinister,
            "ministerpräsident|ministerpräsidentin|premierminister|premierministerin|premier\
             |regierungschef|regierungschefin|kanzler|kanzlerin|bundeskanzler|bundeskanzlerin",
        ),
    ],
    hedges: "
        ex vize ehemalige ehemaliger ehemaligen ehemaligem frühere früherer früheren früherem
        damalige damaliger damaligen damaligem stellvertretende stellvertretender stellvertretenden
        stellvertreter stellvertreterin designierte designierter designierten geschäftsführende
        geschäftsführender geschäftsführenden künftige künftiger künftigen neue neuer neuen nächste
        nächster nächsten alt altbundeskanzler schatten kandidat kandidatin einstige einstiger
        einstigen zurückgetretene zurückgetretener zurückgetretenen abgesetzte abgesetzter
        abgesetzten gestürzte gestürzter gestürzten verstorbene verstorbener verstorbenen vorgänger
        nachfolger späterer spätere späteren parlamentarische parlamentarischer staatssekretär",
    others_of: "
        des von vom beim zum zur für sprecher sprecherin beraterin berater frau mann sohn tochter",
    joining: "und oder sowie als",
    articles: "der die das den dem ein eine einen einem einer sein seine ihr ihre",
    complements: "von in im für seit des der",
    titles: "herr frau dr prof doktor professor",
    habits: Habits {
        adjective: None,
        proclitics: &[],
        article_without_comma: true,
        verb_first: false,
    },
};
