use super::{Habits, Office, Words};

pub(super) static WORDS: Words = Words {
    portfolios: &[
        ("agriculture", "agriculture|farm|farming"),
        ("culture", "culture|heritage"),
        ("defence", "defence|defense|war"),
        ("economy", "economy|economic affairs|economics"),
        ("education", "education|schools|higher education"),
        ("energy", "energy|oil|petroleum|electricity"),
        ("environment", "environment|climate|environmental affairs|water"),
        ("finance", "finance|treasury"),
        ("foreign", "foreign|foreign affairs|external affairs"),
        ("health", "health|public health"),
        ("housing", "housing"),
        ("information", "information|communications"),
        ("interior", "interior|home|home affairs|homeland security"),
        ("justice", "justice"),
        ("labour", "labour|labor|employment"),
        ("sport", "sport|sports"),
        ("tourism", "tourism"),
        ("trade", "trade|commerce"),
        ("transport", "transport|transportation|railway|railways"),
    ],
    ministers: &[
        "% minister",
        "% secretary",
        "minister of %",
        "minister for %",
        "secretary of %",
        "secretary of the %",
        "minister of the %",
        "secretary for %",
        "secretary of state for %",
    ],
    others: &[
        (Office::Minister("foreign"), "secretary of state"),
        (Office::President, "president"),
        (Office::PrimeMinister, "prime minister|premier"),
        (Office::Senator, "senator|sen"),
        (Office::Representative, "representative|congressman|congresswoman|rep"),
        (Office::Governor, "governor|gov"),
        (Office::Mayor, "mayor"),
    ],
    hedges: "
        former then ex late deputy vice acting interim caretaker shadow designate elect incoming
        outgoing future next new previous onetime longtime ousted assistant under junior lt
        lieutenant state candidate nominee hopeful aspirant past veteran first would one time minister's
        secretary's opposition permanent parliamentary retired disgraced successor predecessor",
    others_of: "
        of for to by from with under than between against aide adviser advisor spokesman
        spokeswoman spokesperson wife husband son daughter brother sister",
    joining: "and or & as nor plus including",
    articles: "the a an his her their its our",
    complements: "of for in since from",
    titles: "
        mr mrs ms miss sir dame lord lady dr doctor prof professor rev reverend father mother
        brother sister son daughter king queen prince princess emperor sheikh sultan emir imam
        rabbi pope bishop archbishop cardinal saint chief chairman chairwoman chair chairperson
        director manager officer general colonel major captain sergeant admiral lieutenant corporal
        private judge justice attorney counsel prosecutor lawyer solicitor barrister inspector
        detective constable sheriff marshal commissioner ambassador consul envoy councillor
        councilman councilwoman councilor alderman leader speaker whip head boss founder owner
        coach manager striker goalkeeper editor reporter correspondent spokesman spokeswoman
        spokesperson aide adviser advisor assistant secretary press deputy staff engineer harbour
        harbor master mistress clerk treasurer administrator superintendent principal dean rector
        chancellor provost teacher student author writer singer actor actress artist architect
        surgeon nurse candidate nominee party campaign committee council commission department
        office agency bureau ministry court house senate congress parliament government
        administration authority union association federation league club company bank university
        college school church police force army navy guard republican republicans democrat democrats
        democratic democrats labour conservative conservatives tory tories liberal liberals socialist
        communist green greens national international federal state united city county local
        iron old young big little great madam madame officials official sources source voters
        commander brigadier fire crown executive iranian american russian british french german
        lebanese syrian israeli palestinian chinese european arab",
    habits: Habits {
        adjective: None,
        proclitics: &[],
        article_without_comma: false,
        verb_first: false,
    },
};
