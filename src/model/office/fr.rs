use super::{Habits, Office, Words};

pub(super) static WORDS: Words = Words {
    portfolios: &[
        ("agriculture", "de l agriculture"),
        ("culture", "de la culture"),
        ("defence", "de la défense|des armées"),
        ("economy", "de l économie"),
        (
            "education",
            "de l éducation|de l éducation nationale|de l enseignement supérieur",
        ),
        ("energy", "de l énergie|du pétrole"),
        (
            "environment",
            "de l environnement|de l écologie|de la transition écologique|de l eau",
        ),
        ("finance", "des finances|du budget"),
        (
            "foreign",
            "des affaires étrangères|de l europe et des affaires étrangères",
        ),
        ("health", "de la santé"),
        ("housing", "du logement"),
        ("information", "de l information|de la communication"),
        ("interior", "de l intérieur"),
        ("justice", "de la justice"),
        ("labour", "du travail|de l emploi"),
        ("sport", "des sports"),
        ("tourism", "du tourisme"),
        ("trade", "du commerce|du commerce extérieur"),
        ("transport", "des transports"),
    ],
    ministers: &["ministre %"],
    others: &[
        (
            Office::President,
            "président|présidente|président de la république|présidente de la république",
        ),
        (Office::PrimeMinister, "premier ministre|première ministre"),
        (Office::Mayor, "maire"),
        (Office::Senator, "sénateur|sénatrice"),
    ],
    hedges: "
        ancien ancienne ex vice délégué déléguée adjoint adjointe intérim intérimaire démissionnaire
        candidat candidate futur future nouveau nouvelle prochain prochaine feu défunt honoraire élu
        élue désigné désignée pressenti pressentie alors sortant sortante secrétaire premier
        première sous fantôme déchu déchue destitué destituée",
    others_of: "
        du de des d au aux pour par chez conseiller conseillère porte parole épouse mari fils fille
        frère sœur",
    joining: "et ou ainsi que comme",
    articles: "le la les l un une son sa",
    complements: "de du des d en à au depuis",
    titles: "
        m mm mme mmes mlle monsieur madame dr docteur professeur maître président présidente
        directeur directrice roi reine prince princesse pape cardinal général colonel commandant
        capitaine préfet préfète procureur juge ambassadeur chef cheffe député députée sénateur
        sénatrice maire patron patronne parti conseil assemblée gouvernement ministère syndicat
        union comité commission état cour tribunal police armée maison dame grand grande petit
        petite vieux vieille premier première",
    habits: Habits {
        adjective: Some(is_adjective),
        proclitics: &[],
        article_without_comma: true,
        verb_first: false,
    },
};

/// Whether a folded word looks like an adjective of a country: `français`, `libanaise`.
fn is_adjective(word: &str) -> bool {
    const ENDINGS: [&str; 14] = [
        "ais", "aise", "ois", "oise", "ien", "ienne", "ain", "aine", "and", "ande", "ol", "ole",
        "esque", "que",
    ];
    word.chars().count() > 4 && ENDINGS.iter().any(|ending| word.ends_with(ending))
}
