//! French.

use super::{Language, Order};
use crate::attribution::lexicon::Class;

pub(super) const FRENCH: Language = Language {
    code: "fr",
    order: Order::SubjectFirst,
    words: &[
        (Class::PERSONAL, "il elle"),
        (
            Class::SAYS,
            "dit disent disait disaient dirent dira diront écrit écrivent écrivait écrivaient écrivit \
            répond répondent répondait répondit répondu rétorqua soutient soutiennent soutenait soutint soutenu \
            prétend prétendent prétendait prétendit prétendu promet promettent promettait promit promis reconnaît \
            reconnaissent reconnaissait reconnut reconnu admet admettent admettait admit admis conclut concluent concluait \
            conclu poursuit poursuivent poursuivait poursuivit poursuivi prévient préviennent prévenait prévint prévenu avertit \
            avertissent avertissait averti maintient maintiennent maintint maintenu convient conviennent convint convenu reprend \
            reprennent reprit repris dément démentent démentait démentit démenti prédit prédisent confie fait-savoir craint \
            craignent craignait craignit croit croient croyait crut cru entend entendu surenchérit renchérit renchéri réagit \
            réagissent réagissait réagi lit avise enjoint souvient souviennent plaint plaignent plaignait réjouit réjouissent \
            réjouissait réjoui rappelle rappellent répète répètent espère espèrent considère considèrent révèle révèlent suggère \
            suggèrent tempère tempèrent inquiète inquiètent affirmatif martèle martèlent",
        ),
        (
            Class::SAYING,
            "disant écrivant répondant soutenant prétendant promettant reconnaissant admettant concluant poursuivant prévenant \
            avertissant démentant réagissant arguant faisant-valoir",
        ),
        (
            Class::HINTS,
            "est sont était étaient fut furent été étant a ont avait avaient eut eurent eu ayant fait font faisait faisaient fit \
            prend prennent pris appelle appellent décrit décrivent décrivait décrivit promeut défend défendent défendait défendit \
            défendu met mettent mit mis veut veulent voulait voit voient vu tient tiennent tint tenu requiert interdit",
        ),
        (Class::HINTING, "décrivant défendant voyant tenant"),
        (
            Class::BEHIND,
            "lance lancé lança souffle soufflé glisse glissé sourit s'exclame soupire soupiré tonne tonné peste pesté grince \
            grincé ironise ironisé coupe coupé",
        ),
        (
            Class::AUXILIARY,
            "a ont ai avons avez avait avaient eut eurent aura auront aurait auraient est sont suis sommes êtes était étaient \
            fut furent sera seront serait seraient été ayant étant peut peuvent pouvait pouvaient pourra pourrait pourraient \
            doit doivent devait devaient devra devrait devraient va vont allait allaient vient viennent venait faut fallait",
        ),
        (
            Class::BE,
            "est sont était étaient fut furent sera seront serait seraient été étant",
        ),
        (
            Class::TELLS,
            "informe informé prévient prévenu avertit averti",
        ),
        (
            Class::VERB,
            "être avoir faire aller venir voir savoir pouvoir vouloir devoir dire prendre mettre tenir rendre quitte quitté \
            arrive arrivé arrivent reste restent devient deviennent devenu part parti partent meurt mort pose posent porte \
            semble semblent paraît paraissent donne donnent donné passe passent laisse laissent sort sortent sorti",
        ),
        (Class::PAST, "-é -ée -és -ées -ue -ues -it"),
        (
            Class::ADVERB,
            "aussi ensuite puis encore déjà toujours jamais souvent parfois hier aujourd'hui demain récemment enfin d'abord \
            ailleurs d'ailleurs toutefois cependant néanmoins pourtant donc ainsi même tant très plus moins bien mal peu trop \
            assez alors tout notamment surtout plutôt presque ne n' pas point guère non lui leur me m' te t' se s' en y également \
            ici là dès désormais maintenant bientôt tôt tard -ment",
        ),
        (Class::REFLEXIVE, "se s'"),
        (Class::NOT, "ne n' pas jamais guère"),
        (
            Class::PREPOSITION,
            "à au aux de du des d' en dans sur sous pour par avec sans chez contre entre vers depuis pendant durant avant après \
            devant derrière malgré parmi envers outre dès jusque jusqu' hors lors face afin auprès autour concernant via",
        ),
        (Class::TO, "à au aux de d' pour"),
        (Class::BY, "par"),
        (
            Class::DETERMINER,
            "le la les l' un une des ce cet cette ces son sa ses leur leurs mon ma mes notre nos votre vos ton ta tes deux trois \
            quatre cinq six sept huit neuf dix plusieurs quelques certains certaines tout tous toute toutes chaque aucun aucune \
            autre autres du",
        ),
        (Class::ARTICLE, "le la les l' un une"),
        (Class::DEFINITE, "le la les l' ce cet cette ces"),
        (
            Class::GENITIVE,
            "son sa ses leur leurs mon ma mes notre nos votre vos",
        ),
        (
            Class::PRONOUN,
            "il elle ils elles on je j' nous vous ce c' celui-ci celle-ci ceux-ci celles-ci celui celle ceux celles certains \
            plusieurs beaucoup personne quelqu'un chacun d'autres l'un l'une tous -il -elle -ils -elles -on -je -t-il -t-elle \
            -t-ils -t-elles -t-on",
        ),
        (Class::PERSONAL, "il elle"),
        (Class::THING, "ce c' cela ça"),
        (
            Class::RELATIVE,
            "qui dont lequel laquelle lesquels lesquelles où",
        ),
        (Class::AND, "et ou mais ni car or"),
        (
            Class::SUBORDINATE,
            "que qu' si lorsque lorsqu' quand comme puisque puisqu' parce tandis alors quoique bien afin où comment pourquoi \
            combien",
        ),
        (Class::THAT, "que qu' si comment pourquoi"),
        (Class::THAT_ITSELF, "que qu'"),
        (
            Class::TITLE,
            "m mm mme mlle me dr pr président présidente vice-président vice-présidente premier première ministre sénateur \
            sénatrice député députée maire secrétaire chancelier chancelière gouverneur gouverneure général générale colonel \
            capitaine commandant lieutenant préfet préfète procureur procureure juge professeur professeure docteur docteure \
            directeur directrice patron patronne chef cheffe porte-parole roi reine prince princesse pape cardinal évêque imam \
            rabbin ambassadeur ambassadrice commissaire inspecteur candidat candidate ex-président ex-présidente ex-ministre \
            ancien ancienne avocat avocate économiste historien historienne sociologue politologue sélectionneur sélectionneuse",
        ),
        (
            Class::PERSON,
            "homme femme garçon fille père mère fils frère sœur mari épouse personne responsable porte-parole conseiller \
            conseillère élu élue dirigeant dirigeante fonctionnaire employé employée salarié salariée ouvrier ouvrière médecin \
            infirmier infirmière enseignant enseignante étudiant étudiante chercheur chercheuse scientifique expert experte \
            spécialiste témoin habitant habitante riverain riveraine militant militante syndicaliste manifestant manifestante \
            policier policière gendarme pompier soldat militaire officier agriculteur agricultrice commerçant commerçante \
            entrepreneur entrepreneure écrivain écrivaine auteur autrice journaliste acteur actrice chanteur chanteuse joueur \
            joueuse entraîneur entraîneuse diplomate négociateur négociatrice magistrat magistrate enquêteur enquêtrice victime \
            président présidente ministre sénateur sénatrice député députée maire chef cheffe directeur directrice patron \
            patronne avocat avocate procureur procureure juge préfet préfète économiste historien historienne sociologue \
            politologue analyste fondateur fondatrice membre proche source intéressé intéressée",
        ),
        (
            Class::GROUP,
            "hommes femmes responsables conseillers élus dirigeants fonctionnaires employés salariés ouvriers médecins infirmiers \
            enseignants étudiants chercheurs scientifiques experts spécialistes témoins habitants riverains militants \
            syndicalistes manifestants policiers gendarmes pompiers soldats militaires agriculteurs commerçants journalistes \
            joueurs diplomates négociateurs magistrats enquêteurs victimes ministres sénateurs députés maires avocats juges \
            préfets économistes analystes proches sources autorités observateurs opposants partisans parents familles",
        ),
        (
            Class::DOCUMENT,
            "rapport communiqué déclaration lettre courriel message article tribune éditorial texte tract étude sondage enquête \
            document note arrêt jugement loi décret résolution plainte pétition livre mémoire site compte affiche banderole",
        ),
        (
            Class::INSTITUTION,
            "parti gouvernement ministère ministre parlement assemblée sénat commission conseil comité tribunal cour parquet \
            préfecture mairie région département agence société entreprise groupe firme banque syndicat association organisation \
            fédération union université école hôpital église armée police direction présidence opposition majorité ong \
            ambassade élysée matignon kremlin maison-blanche quai institut fondation club équipe presse",
        ),
        (
            Class::TIME,
            "lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin juillet août septembre \
            octobre novembre décembre hier aujourd'hui demain matin après-midi soir soirée nuit midi semaine mois année",
        ),
        (
            Class::WORK,
            "film série émission chanson album livre roman pièce recueil essai documentaire exposition tableau poème jeu opéra \
            titre intitulé intitulée intitulés titré titrée bande-annonce épisode spectacle comédie tragédie hymne",
        ),
        (
            Class::CALLED,
            "baptisé baptisée baptisés surnommé surnommée nommé nommée dénommé dénommée appelé appelée navire bateau journal \
            quotidien hebdomadaire magazine site opération association collectif groupe restaurant hôtel",
        ),
        (Class::TERM, "mot terme expression vocable adjectif sigle"),
        (
            Class::SO_CALLED,
            "soi-disant prétendu prétendue prétendus prétendues",
        ),
        (
            Class::CLAIM,
            "déclaration déclarations affirmation affirmations propos appel appels promesse promesses mot mots phrase discours \
            réponse critique critiques accusation accusations avertissement remarque",
        ),
        (
            Class::NO_NAME,
            "le la les l' un une des ce cet cette ces son sa ses leur leurs mon ma mes notre nos votre vos il elle ils elles on \
            je j' nous vous c' cela ça qui que qu' quoi dont où et ou mais ni car or si quand lorsque comme puisque tandis \
            interrogé interrogée interrogés selon pour dans sur avec sans après avant depuis pendant malgré face outre ainsi \
            toutefois cependant pourtant enfin puis ensuite alors aussi même hier aujourd'hui oui non plus moins très tous \
            toutes tout toute chaque certains plusieurs deux trois d' à au aux en de du par chez contre entre vers lors dès \
            bien parce",
        ),
        (
            Class::PARTICLE,
            "de du des d' la von van der den el al bin ben di da",
        ),
        (Class::ACCORDING, "selon d'après suivant dixit"),
        (Class::IN_VIEW, "pour"),
        (Class::CITING, "citant cité citée cite"),
        (Class::SOURCE, "source sources"),
        (
            Class::UNNAMED,
            "source sources responsable responsables diplomate diplomates conseiller conseillère conseillers proche proches \
            fonctionnaire fonctionnaires témoin témoins habitant habitante habitants riverain riverains salarié salariés employé \
            employés policier policiers militaire militaires enquêteur enquêteurs élu élus député dirigeant dirigeants membre",
        ),
        (
            Class::MEDIUM,
            "afp reuters ap bfmtv bfm rtl rfi rmc cnews tf1 lci europe franceinfo inter monde figaro libération parisien échos \
            mediapart humanité express obs point médiapart ouest-france quotidien journal hebdomadaire magazine agence chaîne \
            radio télévision",
        ),
        (
            Class::THINKS,
            "croit croient croyait crut cru pense pensent pensait espère espèrent espérait craint craignent craignait redoute \
            redoutent lit souvient souviennent entend entendu",
        ),
        (
            Class::IN_TITLE,
            "de du des d' le la les l' et à au aux un une en dans pour sur avec sans",
        ),
        // Nouns that end as participles do.
        (Class::NONE, "-té -ité"),
        (Class::PARTICIPLE, "-ant"),
    ],
    verbs: &[
        (
            "affirmer déclarer expliquer ajouter indiquer préciser souligner estimer assurer annoncer noter insister rappeler confier \
            raconter répliquer rétorquer regretter déplorer préconiser marteler lancer ironiser indigner exclamer interroger alarmer \
            inquiéter féliciter plaider juger considérer commenter analyser résumer tweeter témoigner révéler jurer constater \
            observer relever signaler informer confirmer nier contester rapporter détailler argumenter objecter murmurer crier \
            hurler emporter nuancer temporiser tempérer enchaîner glisser souffler espérer penser redouter répéter suggérer \
            proposer demander réclamer exiger menacer scander chanter clamer proclamer décréter vanter avouer concéder \
            assener asséner arguer insinuer certifier garantir prophétiser pronostiquer trancher balayer moquer gronder tonner \
            pester fustiger agacer amuser étonner émouvoir lamenter narrer relater mentionner spécifier énumérer imaginer \
            préférer envisager formuler énoncer alerter conseiller recommander intimer ordonner questionner marmonner bredouiller",
            cue,
        ),
        (
            "accuser qualifier appeler évoquer critiquer saluer condamner dénoncer traiter comparer citer désigner présenter surnommer \
            taxer railler attaquer viser inviter exhorter remercier louer célébrer réfuter rejeter refuser fixer prôner invoquer \
            pointer blâmer étriller ridiculiser approuver soupçonner publier utiliser employer parler vouloir chercher accueillir",
            hint,
        ),
    ],
    abbreviations: "m mm mme mlle dr pr st ste av bd no art p janv févr avr juil sept oct nov déc etc cf",
};

fn cue(base: &str) -> Vec<(String, Class)> {
    forms(base, Class::SAYS, Class::SAYING)
}

fn hint(base: &str) -> Vec<(String, Class)> {
    forms(base, Class::HINTS, Class::HINTING)
}

/// The forms of a verb in `-er` that news uses: `affirme affirment affirmait affirma affirmé`.
fn forms(base: &str, finite: Class, participle: Class) -> Vec<(String, Class)> {
    let Some(stem) = base.strip_suffix("er") else {
        return Vec::new();
    };
    // `annonça`, `exigeait`
    let soft = match stem.strip_suffix('c') {
        Some(start) => format!("{start}ç"),
        None if stem.ends_with('g') => format!("{stem}e"),
        None => stem.to_owned(),
    };
    let singular = finite.or(Class::NOUNLIKE);
    let mut forms = vec![
        (base.to_owned(), finite.or(Class::BASE)),
        (format!("{stem}e"), singular),
    ];
    let stems = [
        (
            stem,
            &["ent", "era", "eront", "èrent", "é", "ée", "és", "ées"][..],
        ),
        (&soft, &["ait", "aient", "a"]),
    ];
    for (stem, endings) in stems {
        forms.extend(
            endings
                .iter()
                .map(|ending| (format!("{stem}{ending}"), finite)),
        );
    }
    forms.push((format!("{soft}ant"), participle));
    forms
}
