//! German.

use super::{Language, Order};
use crate::attribution::lexicon::Class;

pub(super) const GERMAN: Language = Language {
    code: "de",
    order: Order::VerbSecond,
    words: &[
        (Class::PERSONAL, "er sie"),
        // No game, whatever its last part is.
        (Class::NO_NAME, "beispiel beispiele beispiels"),
        (Class::ACCORDING, "laut nach gemäß zufolge so gegenüber"),
        (
            Class::AUXILIARY,
            "hat habe haben hatte hatten hätte hätten ist sind war waren wird werde werden wurde wurden worden sei seien wäre wären gewesen \
            kann könne können konnte konnten könnte könnten muss müsse müssen musste mussten müsste müssten soll solle sollen sollte sollten \
            darf dürfe dürfen durfte durften dürfte dürften will wolle wollen wollte wollten mag möge mochte möchte möchten würde würden bin ließ ließen lässt lassen lasse",
        ),
        (
            Class::FINITE,
            "kam kamen kommt ging gingen geht lag lagen liegt stand standen steht blieb blieben bleibt bekam bekamen bekommt fand fanden findet \
            nahm nahmen nimmt trat traten tritt zog zogen zieht traf trafen trifft begann begannen beginnt gewann gewannen gewinnt verlor verloren verliert \
            starb starben stirbt wurde gilt galt galten macht machte machten ließ ließen lässt sah sahen sieht hielt hielten hält brachte brachten bringt \
            stellte stellten stellt setzte setzten setzt legte legten legt führte führten führt zeigte zeigten zeigt gab gaben gibt es kommentiert \
            griff griffen greift lief liefen läuft fiel fielen fällt hing hängt erhielt erhielten erhält verließ verließen verlässt schoss schossen \
            dachte dachten denkt wusste wussten weiß kannte kannten kennt beschloss beschlossen beschließt entschied entschieden entscheidet",
        ),
        (
            Class::ADVERB,
            "aktuell zusätzlich konkret sinngemäß auszugsweise auch noch dann jedoch aber bereits zudem außerdem weiter weiterhin gestern heute gleichzeitig daraufhin \
            daraus dazu hierzu darüber zuvor später anschließend zunächst schließlich wörtlich ferner damals nun jetzt deshalb daher dagegen \
            allerdings hingegen unter anderem sogar nur erneut wieder offenbar vorher dabei danach hier dort da nicht nie doch \
            weiters unterdessen indes inzwischen erst immer mehrfach einmal darauf daran darin davon dafür damit hierbei hierfür \
            kürzlich jüngst neulich bislang bisher derzeit zurzeit gerade soeben eben vorgestern morgen abends morgens mittags nachmittags \
            dennoch trotzdem gleichwohl vielmehr stattdessen ebenfalls ebenso gleichfalls sonst zwar etwa rund fast beinahe kaum sehr so \
            besonders insbesondere vor allem vorerst mittlerweile zuletzt zuerst öffentlich offiziell ausdrücklich deutlich klar scharf heftig \
            selbst lediglich angeblich vermutlich möglicherweise vielleicht wohl wahrscheinlich tatsächlich natürlich demnach somit also folglich \
            demgegenüber dementsprechend entsprechend nämlich namentlich abschließend einerseits andererseits zugleich seitdem seither \
            mehr weniger knapp drei bald oft häufig manchmal stets ständig selten nachdrücklich vehement entschieden optimistisch skeptisch \
            zufrieden enttäuscht begeistert erfreut besorgt entsetzt betroffen erleichtert empört zuversichtlich kritisch positiv negativ \
            live direkt indirekt schriftlich mündlich telefonisch unlängst seinerzeit einst früher sofort umgehend rückblickend weiterhin \
            gar ganz genau ungefähr circa ca. dahingehend diesbezüglich demzufolge insgesamt überhaupt wenigstens zumindest mindestens höchstens \
            trotz obwohl hinaus darum warum wieso weshalb nirgends irgendwo überall außen innen oben unten links rechts ohnehin freilich",
        ),
        (
            Class::PREFIX,
            "ab an auf aus bei bekannt dar dagegen durch ein entgegen fest fort frei heraus hervor hin hinaus hinzu klar kund los mit nach nahe nieder \
            richtig vor voran voraus vorweg weiter wieder zu zurück zurecht zusammen bloß teil wahr her herein herum hinweg nach über um unter",
        ),
        (
            Class::SUBJUNCTIVE,
            "sei seien habe werde könne solle müsse müssten wolle dürfe gebe hätten würden wären wäre hätte komme gehe stehe bleibe möge \
            mache lasse wisse sehe brauche liege halte handele handle gelte führe trage bedeute fehle nehme finde sollten könnten bestehe erwarte würde \
            biete bringe denke diene ende entspreche erhalte ermögliche fordere folge fühle gehöre geschehe glaube helfe hoffe kenne lehne leide liefere \
            meine reiche sage scheine schaffe setze sorge spiele spreche stelle stimme treffe treibe trete tue unterstütze verfüge verhindere verlange \
            verletze verstehe verstoße versuche werfe wirke wünsche zeige ziehe zwinge begrüße betrage existiere funktioniere hätte käme ginge gäbe müsste dürfte",
        ),
        (
            Class::OBLIQUE,
            "den dem des einen einem eines diesen diesem dieses jenen jenem jenes seinen seinem seines ihren ihrem ihres unseren unserem unseres keinen keinem keines \
            meinen meinem meines deren dessen denen mich mir dich dir ihn ihm uns euch ihnen sich seiner ihrer unserer meiner keiner allen allem aller \
            vielen einigen mehreren beiden zweier dreier welchen welchem welches manchen anderen",
        ),
        (
            Class::HINTS,
            "nannte nannten sieht sah sahen sehen sehe hält hielt hielten halten halte fühlt fühlte spürt wirft warf werfen warfen fordert \
            empfindet empfand befand befindet verglich verglichen spottet",
        ),
        (
            Class::SPOKEN,
            "genannt gehalten gesehen empfunden befunden verlauten",
        ),
        (
            Class::NOT,
            "nicht nie kein keine keinen keiner keinem niemals weder",
        ),
        (
            Class::PREPOSITION,
            "in im an am auf aus bei beim bis durch für gegen gegenüber hinter mit nach neben ohne seit über um unter vom von vor \
            während wegen zu zum zur zwischen trotz laut gemäß angesichts innerhalb außerhalb anlässlich aufgrund hinsichtlich ins ab samt \
            ans aufs fürs übers binnen entlang infolge mangels mittels mithilfe namens seitens statt anstatt ungeachtet unweit zugunsten zwecks \
            bezüglich einschließlich entsprechend inmitten dank pro per via entgegen zuliebe jenseits diesseits oberhalb unterhalb nahe gegen à",
        ),
        (
            Class::DETERMINER,
            "der die das den dem des ein eine einen einem einer eines dieser diese dieses diesen diesem jener jene jenes sein seine seinen seinem seines \
            seiner ihr ihre ihren ihrem ihrer ihres unser unsere mein meine kein keine mehrere viele einige zwei drei vier fünf sechs sieben acht neun zehn elf zwölf beide alle \
            zahlreiche manche andere weitere wenige etliche hunderte tausende deren dessen jeder jede jedes sämtliche solche derselbe dieselbe dasselbe",
        ),
        (
            Class::PRONOUN,
            "er sie es ich wir man wer du ihr viele einige mehrere manche beide alle niemand jemand dieser diese dies jener jene einer keiner andere",
        ),
        (
            Class::RELATIVE,
            "der die das dem den deren dessen denen welcher welche welches welchem welchen wer was wo wodurch woraufhin worauf womit wobei wofür wogegen",
        ),
        (
            Class::AND,
            "und oder sowie aber doch denn sondern beziehungsweise bzw.",
        ),
        (
            Class::SUBORDINATE,
            "dass daß ob weil wenn während nachdem bevor ehe obwohl obgleich als wie damit wonach indem da seitdem falls sobald solange sofern soweit sodass zumal wohingegen \
            warum weshalb wieso inwiefern inwieweit wann woher wohin",
        ),
        (Class::THAT, "dass daß ob"),
        (
            Class::TITLE,
            "herr frau herrn dr. prof. präsident präsidentin kanzler kanzlerin minister ministerin premier könig königin prinz prinzessin fürst kaiser scheich emir \
            sprecher sprecherin vorsitzender vorsitzende vorsitzenden sekretär sekretärin chef chefin trainer trainerin direktor direktorin general papst \
            bischof kardinal erzbischof pfarrer pater rabbiner imam ajatollah senator senatorin richter richterin meister meisterin rat rätin anwalt anwältin \
            kommissar kommissarin botschafter botschafterin gouverneur gouverneurin oberst major hauptmann leutnant admiral kapitän kapitänin \
            leiter leiterin geschäftsführer geschäftsführerin vize professor professorin doktor diktator staatssekretär abgeordneter abgeordnete bundesrat landrat",
        ),
        (
            Class::PERSON,
            "anhänger anhängerin kommentator moderator senator koordinator initiator diktator restaurator kurator prokurator agitator gladiator kritikaster gast sprachrohr \
            mann frau polizist polizistin beamter beamte beamtin mitarbeiter mitarbeiterin experte expertin politiker politikerin autor autorin schriftsteller schriftstellerin \
            journalist journalistin reporter reporterin redakteur redakteurin korrespondent korrespondentin schauspieler schauspielerin regisseur regisseurin sänger sängerin \
            musiker musikerin künstler künstlerin spieler spielerin fahrer fahrerin pilot pilotin forscher forscherin wissenschaftler wissenschaftlerin arzt ärztin ärzte \
            lehrer lehrerin schüler schülerin student studentin bürger bürgerin einwohner bewohner anwohner zeuge zeugin augenzeuge augenzeugin opfer täter angeklagter angeklagte \
            unternehmer unternehmerin manager managerin vorstand gründer gründerin besitzer besitzerin eigentümer inhaber inhaberin kandidat kandidatin \
            mitglied mitgliedes vertreter vertreterin funktionär funktionärin beauftragter beauftragte beauftragten initiator organisator veranstalter teilnehmer teilnehmerin \
            anführer anführerin führer führerin kämpfer soldat soldatin offizier kommandant kommandeur feuerwehrmann historiker historikerin jurist juristin \
            ökonom analyst beobachter kritiker kritikerin gegner befürworter freund freundin vater mutter sohn tochter bruder schwester witwe eltern \
            astronaut astronom physiker biologe biologin chemiker geologe meteorologe psychologe psychologin soziologe philosoph theologe \
            ermittler fahnder staatsanwalt staatsanwältin verteidiger verteidigerin stürmer torwart torhüter kapitän zuschauer fan moderator moderatorin \
            präsidium jury berater beraterin nachfolger nachfolgerin vorgänger vorgängerin kollege kollegin amtskollege amtskollegin vertrauter parteifreund \
            gewerkschafter diplomat diplomatin delegierter delegierte demonstrant aktivist aktivistin täter entführer geisel häftling patient liberale grüne konservative \
            sozialdemokrat republikaner demokrat christdemokrat politologe politikwissenschaftler fachmann kaufmann hauptmann ombudsmann obmann landeshauptmann \
            staatschef kläger klägerin beschuldigter antragsteller mediziner virologe moderator entwickler programmierer ingenieur architekt bauer landwirt \
            innenexperte finanzexperte außenexperte fraktionsvize ministerpräsident leute menschen person zeitzeuge insider kunde verbraucherschützer umweltschützer tierschützer datenschützer naturschützer",
        ),
        (
            Class::GROUP,
            "experten expertinnen quellen beobachter behörden ermittler wissenschaftler forscher demonstranten anwohner augenzeugen zeugen medien kreise kreisen \
            journalisten politiker abgeordnete abgeordneten vertreter beamte beamten kollegen soldaten studenten polizisten aktivisten analysten mediziner juristen \
            ökonomen historiker kritiker gegner befürworter insider diplomaten sprecher richter ärzte eltern bürger einwohner bewohner fans mitarbeiter beschäftigten \
            gewerkschafter verbraucherschützer umweltschützer tierschützer datenschützer naturschützer menschenrechtler tierfreunde parteien verbände organisationen gewerkschaften zeitungen",
        ),
        (
            Class::DOCUMENT,
            "gesetzbuch grundgesetz gesetz verfassung dekret resolution satzung verordnung bericht studie erklärung mitteilung meldung schreiben brief urteil gesetz text stellungnahme zeitung artikel beitrag kommentar interview gutachten \
            dokument papier protokoll umfrage untersuchung analyse begründung verfügung resolution beschluss antrag vertrag entwurf programm aufruf manifest botschaft \
            nachricht rede ansprache antwort anfrage statement bekanntmachung veröffentlichung anzeige klage anklage anklageschrift charta verfassung präambel paragraph \
            artikel absatz blog eintrag tweet flugblatt plakat transparent inschrift leitartikel agentur magazin wochenmagazin blatt internetseite webseite homepage website leserbrief \
            fernsehsender sender nachrichtenseite zeitschrift tageszeitung dienst titelseite bekennerschreiben auszug video",
        ),
        (
            Class::INSTITUTION,
            "ministerium partei regierung polizei behörde amt gericht gerichtshof senat rat kommission parlament fraktion verband verein bund bundestag bundesrat \
            bundesregierung landesregierung staatsanwaltschaft anwaltschaft gewerkschaft kirche universität institut gesellschaft stiftung organisation firma konzern \
            unternehmen bank agentur zentrale kammer ausschuss vorstand koalition opposition union armee militär marine luftwaffe bundeswehr feuerwehr stadt gemeinde \
            land kreis verwaltung klub club team mannschaft liga bündnis initiative bewegung gruppe komitee zentrum museum zoo klinik krankenhaus schule hochschule \
            botschaft vatikan kreml pentagon weiße haus nato eu uno presse redaktion sender rundfunk fernsehen verlag buchhandel jury leitung direktion präsidium \
            akademie börse versicherung kasse gesellschaft airline fluggesellschaft betreiber hersteller anbieter händler veranstalter seite konferenz versammlung \
            nachrichtenagentur zeitung magazin zeitschrift tageszeitung blatt geheimdienst wetterdienst dienst kammergericht",
        ),
        (
            Class::MEDIUM,
            "nachrichtenagentur agentur zeitung magazin nachrichtenmagazin zeitschrift tageszeitung blatt sender fernsehsender rundfunk radiosender presse radio fernsehen wochenzeitung \
            boulevardzeitung sonntagszeitung illustrierte illustrierten spiegel focus stern bild zeit tagesspiegel taz faz welt handelsblatt deutschlandfunk deutschlandradio zdf ard bbc cnn dpa ap afp \
            reuters ddp epd kna apa sda wikinews onlinemagazin internetportal portal nachrichtensender nachrichtenportal rundschau allgemeine abendblatt morgenpost anzeiger \
            wochenmagazin wochenblatt orf srf ndr wdr swr mdr br rbb hr rtl n-tv n24 phoenix interfax itar-tass xinhua kurier standard",
        ),
        (
            Class::TIME,
            "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag januar februar märz april mai juni juli august september \
            oktober november dezember jahr jahre jahren tag tage tagen uhr abend nachmittag morgen mittag vormittag nacht woche wochen monat monate monaten ende anfang mitte \
            montagabend dienstagabend mittwochabend donnerstagabend freitagabend samstagabend sonntagabend ostern weihnachten pfingsten sommer herbst winter frühjahr frühling \
            vortag stunde stunden minute minuten wochenende zeitpunkt mal",
        ),
        (
            Class::WORK,
            "titel titels titeln film filme films buch buches bücher album albums alben serie serien lied lieder liedes roman romane romans sendung sendungen \
            show talkshow fernsehsendung quizshow musical musicals oper operette single song songs hit fernsehserie krimiserie fernsehfilm spielfilm dokumentarfilm dokumentation \
            komödie drama krimi thriller comic gemälde bild bilder skulptur theaterstück stück überschrift schlagzeile rubrik kolumne reihe buchreihe sachbuch kinderbuch \
            gedicht erzählung novelle essay artikel aufsatz studie ausstellung wanderausstellung dissertation symphonie sinfonie kantate hymne ballett fernsehmagazin dvd cd \
            streifen trilogie werk werke werks spiel computerspiel videospiel motto mottos thema themen",
        ),
        (
            Class::CALLED,
            "zeitung zeitschrift magazin magazins nachrichtenmagazin tageszeitung zeitungen zeitschriften wochenzeitung boulevardzeitung illustrierten illustrierte fachzeitschrift \
            onlinemagazin wissenschaftsmagazin name namen namens projekt projekts projekte partei schiff schiffs schiffe satellit satelliten raumfähre firma unternehmen unternehmens gruppe gruppen \
            verein vereins marke typ typs kategorie programm programms hubschrauber hubschraubers clan operation stiftung initiative bündnis organisation band rakete sonde taifun hurrikan \
            hurrikans sturm sturms sturmtief flugzeugträger wrack shuttle festival preis rockband label verlag konsole software betriebssystem browser virus wurm domain website webseite internetseite \
            portal plattform suchmaschine internetportal blog sender fernsehsender radiosender kette restaurant hotel diskothek lokal gasthof gaststätte kneipe club verband zug dampfer \
            frachter tanker fähre yacht boot segelschiff segelyacht kreuzfahrtschiff kreuzer zerstörer fregatte uboot u-boot containerschiff raumschiff raumsonde raumstation modul kapsel \
            mission teleskop weltraumteleskop rover sojus asteroid komet planet stern orkan orkantief tief tropensturm zyklon wirbelsturm abteilung einheit brigade bewegung miliz front \
            kampagne denkmal statue diamant orden medaille sorte kartoffelsorte art baureihe modell modells modelle maschine flugzeug flugzeugs jet airbus agentur nachrichtenagentur \
            fluggesellschaft reederei mine grube zeche bohrinsel aktion zentrum park freizeitpark stadion arena halle theater kino museum brücke kirche zelle lager codename codenamen spitznamen \
            beinamen decknamen pseudonym nick benutzernamen gesellschaft verlags fahrzeug fahrzeugs wagen auto rettungshubschrauber rakete trägerrakete mondfähre landefähre mondlandefähre \
            bezeichnung landesverband ortsgruppe bürgerinitiative ortsteil stadtteil stamm stamms stammes team mannschaft internetdienst dienst nachrichtendienst nachrichtensite internetdienstes \
            klub fanclub szene komplex anlage anlagen gebäude turm schlankheitspille medikament mittel präparat wirkstoff hund katze bär eisbär tiger elefant pferd stute hengst",
        ),
        (
            Class::SO_CALLED,
            "sogenannte sogenanntem sogenannten sogenannter sogenanntes genannte genannten vermeintliche vermeintlichen angebliche angeblichen",
        ),
        (
            Class::TERM,
            "begriff begriffs begriffe wort wortes wörter ausdruck bezeichnung vokabel formel schlagwort schlagworte stichwort kürzel unwort formulierung",
        ),
        (
            Class::WORDS,
            "worten zitat angaben angabe ansicht meinung auffassung worte äußerung äußerungen kommentar begründung aussage aussagen einschätzung informationen bericht mitteilung \
            ausdruck aussprache protokoll wort kritik stellung rede vorwurf erklärung forderung warnung appell bekundungen darstellung berichten schilderung schilderungen \
            bilanz fazit überzeugung bekunden antwort resümee statement urteil ermahnung hinweis frage these behauptung parole losung ruf rufe rufen slogan spruch vergleich parolen sprechchöre sprechchören rufen satz sätze aufschrift feststellung schluss erkenntnis fazit \
            tenor argument einwand plädoyer",
        ),
        (
            Class::PARTICLE,
            "von van der den zu zum de la al bin ibn di da del dos el le du ten ter und",
        ),
    ],
    verbs: &[
        (
            "sag erklär äußer beton bericht meld erzähl kommentier bestätig erläuter mein antwort erwider entgegn behaupt glaub bekräftig \
            verkünd wünsch bedauer resümier urteil versicher zitier dementier konstatier präzisier bemerk frag schilder formulier verdeutlich twitter poste \
            bilanzier prophezei skandier stöhn scherz spott spekulier argumentier unterstreich frohlock jubel schimpf wetter schwärm protestier appellier mahn \
            warn erinner klag kritisier vermut hoff fürcht befürcht bezweifel zweifel garantier diktier prognostizier diagnostizier attestier moderier deklarier erzähl \
            plädier referier kommentier monier moniert bemängel resigniert sinnier  hauch flüster murmel brüll begründ ermahn beteuer beklag informier \
            signalisier unterstell folger kontere konter wiederhol ergänz präzisier offenbar interpretier analysier quittier korrigier versprech gesteh beurteil bewert laut",
            says,
        ),
        (
            "nenn bezeichn beschimpf begrüß lob würdig verurteil forder verlang verteidig rechtfertig titulier charakterisier brandmark beschuldig bezichtig attackier \
            empör freu reagier veröffentlich dräng wehr distanzier besteh beantrag wend wand beschwör vergleich kriti tadel feier pries rüg verspott erwart \
            versprich fordere rechn droh verweis hinterfrag propagier apostrophier tauf definier verstand versteh vermiss erwähn erhoff erörter thematisier schätz wert vereinbar",
            hints,
        ),
        (
            "hinzu+füg,an+füg,mit+teil,an+kündig,ein+räum,klar+stell,fest+stell,richtig+stell,aus+führ,an+führ,an+merk,an+pranger,an+klag,zu+sicher,an+mahn,nach+frag,zurück+frag,\
            aus+drück,dar+leg,nahe+leg,ab+lehn,auf+forder,ein+wend,vor+stell,entgegen+setz,auf+klär,dar+stell,voraus+sag,zu+sag,aus+sag,ab+sag,an+deut,\
            an+droh,vor+trag,zusammen+fass,auf+zähl,heraus+stell,vorher+sag,an+regn,an+reg,ab+wiegel,ein+wand,ein+schätz,nach+leg,kund+tat,zu+stimm,fort+fuhr,fort+fahr,\
            fort+setz,ein+stuf,ab+stuf,hoch+stuf,klar+mach,deutlich+mach,geltend+mach,hervor+hob,weiter+sag,bei+pflicht,aus+plauder,aus+richt",
            separable,
        ),
        (
            ".,aus,zu,an,vor+sprechen/spricht/sprach/gesprochen .+widersprechen/widerspricht/widersprach/widersprochen .+versprechen/verspricht/versprach/versprochen \
            .,nieder,vor,fest+schreiben/schreibt/schrieb/geschrieben .+beschreiben/beschreibt/beschrieb/beschrieben \
            bekannt,zu,an,preis,wieder,kund+geben/gibt/gab/gegeben hin,zurück,an,nach+weisen/weist/wies/gewiesen .+verweisen/verweist/verwies/verwiesen \
            .,zu,auf,aus,zurück,hervor+rufen/ruft/rief/gerufen vor+werfen/wirft/warf/geworfen ein,zu,nach+gestehen/gesteht/gestand/gestanden .+gestehen/gesteht/gestand/gestanden \
            vor+schlagen/schlägt/schlug/geschlagen fest,entgegen,vor,dagegen+halten/hält/hielt/gehalten hervor+heben/hebt/hob/gehoben .+empfehlen/empfiehlt/empfahl/empfohlen \
            .+heißen/heißt/hieß/geheißen .+unterstreichen/unterstreicht/unterstrich/unterstrichen heraus+streichen/streicht/strich/gestrichen \
            .,ein,ab,an+raten/rät/riet/geraten .+bitten/bittet/bat/gebeten \
            an,auf+greifen/greift/griff/gegriffen ab,kund+tun/tut/tat/getan zusammen,auf+fassen/fasst/fasste/gefasst ein,entgegen+treten/tritt/trat/getreten \
            vor,an,zu+lesen/liest/las/gelesen aus+schließen/schließt/schloss/geschlossen fort+fahren/fährt/fuhr/gefahren aus+gehen/geht/ging/gegangen \
            an,heraus,durch+klingen/klingt/klang/geklungen wieder,zu+geben/gibt/gab/gegeben ein+werfen/wirft/warf/geworfen \
            .,zurück,entgegen+schreien/schreit/schrie/geschrien .+singen/singt/sang/gesungen .+schwören/schwört/schwor/geschworen",
            strong,
        ),
    ],
    abbreviations: "dr prof nr bzw ca st usw etc inkl z.b u.a d.h str jan feb mrz apr aug sep sept okt nov dez mio mrd dipl ing hl geb gest \
        co evtl ggf sog vgl bspw mind max min km art abs vs jr sen jun mag rev phil med jur",
};

/// The forms of a weak verb: `sag`.
fn weak(stem: &str, finite: Class, participle: Class) -> Vec<(String, Class)> {
    let e = if stem.ends_with(['t', 'd']) || stem.ends_with("chn") || stem.ends_with("gn") {
        "e"
    } else {
        ""
    };
    // `äußern` and `sammeln` lose what `sagen` keeps.
    let en = if stem.ends_with("er") && !stem.ends_with("ier") && stem.len() > 4
        || stem.ends_with("el")
    {
        "n"
    } else {
        "en"
    };
    let perfect = if is_inseparable(stem) || stem.ends_with("ier") {
        format!("{stem}{e}t")
    } else {
        format!("ge{stem}{e}t")
    };
    vec![
        (format!("{stem}{e}t"), finite),
        (format!("{stem}{e}te"), finite),
        (format!("{stem}{e}ten"), finite),
        (format!("{stem}{en}"), finite | participle),
        (format!("{stem}e"), finite | Class::SUBJUNCTIVE),
        (format!("{stem}{en}d"), Class::SAYING),
        (perfect, participle),
    ]
}

/// Whether the participle of a verb goes without `ge`: `erklärt`.
fn is_inseparable(stem: &str) -> bool {
    const PREFIXES: [&str; 12] = [
        "be",
        "er",
        "ver",
        "ent",
        "zer",
        "emp",
        "miss",
        "wider",
        "unter",
        "hinter",
        "wiederhol",
        "gesteh",
    ];
    const NO_PREFIXES: [&str; 3] = ["bet", "bell", "erb"];
    PREFIXES.iter().any(|prefix| stem.starts_with(prefix)) && !NO_PREFIXES.contains(&stem)
}

fn says(stem: &str) -> Vec<(String, Class)> {
    weak(stem, Class::SAYS, Class::SPOKEN)
}

fn hints(stem: &str) -> Vec<(String, Class)> {
    weak(stem, Class::HINTS, Class::SPOKEN)
}

/// The forms of weak verbs whose first part stands at the end of a main clause: `hinzu+füg`. Apart
/// they are a verb of which nothing is known, together a verb of saying.
fn separable(verbs: &str) -> Vec<(String, Class)> {
    let mut forms = Vec::new();
    for verb in verbs.split(',') {
        let Some((prefix, stem)) = verb.split_once('+') else {
            continue;
        };
        for (form, class) in weak(stem, Class::SAYS, Class::SPOKEN) {
            if class.has(Class::SAYS) {
                forms.push((form.clone(), Class::FINITE));
            }
            if class.has(Class::SPOKEN) {
                forms.push((format!("{prefix}zu{form}"), Class::SPOKEN));
            }
            forms.push((format!("{prefix}{form}"), class));
        }
    }
    forms
}

/// The forms of a strong verb by its parts, `hin,zurück+weisen/weist/wies/gewiesen`; `.` where it
/// says something without a prefix.
fn strong(verb: &str) -> Vec<(String, Class)> {
    let Some((prefixes, parts)) = verb.split_once('+') else {
        return Vec::new();
    };
    let mut parts = parts.split('/');
    let mut next = || parts.next().unwrap_or_default();
    let (infinitive, present, past, participle) = (next(), next(), next(), next());
    let plural = if past.ends_with('e') {
        format!("{past}n")
    } else {
        format!("{past}en")
    };
    let subjunctive = infinitive.trim_end_matches('n').to_owned();
    let finite = [
        present.to_owned(),
        past.to_owned(),
        plural,
        subjunctive,
        infinitive.to_owned(),
    ];
    let mut forms = Vec::new();
    for prefix in prefixes.split(',') {
        let is_whole = prefix == ".";
        let prefix = prefix.trim_end_matches('.');
        for form in &finite {
            forms.push((format!("{prefix}{form}"), Class::SAYS));
            if !is_whole {
                forms.push((form.clone(), Class::FINITE));
                forms.push((format!("{prefix}zu{form}"), Class::SPOKEN));
            }
        }
        forms.push((format!("{prefix}{participle}"), Class::SPOKEN));
        forms.push((format!("{prefix}{infinitive}"), Class::SPOKEN));
        forms.push((format!("{prefix}{infinitive}d"), Class::SAYING));
    }
    forms
}
