//! German.

use super::{Language, Order};
use crate::attribution::lexicon::Class;

pub(super) const GERMAN: Language = Language {
    code: "de",
    order: Order::VerbSecond,
    words: &[
        (Class::PERSONAL, "er sie"),
        (
            Class::SAYS,
            "sagt sagte sagten gesagt sagen schreibt schrieb schrieben geschrieben schreiben spricht sprach sprachen gesprochen \
            meint meinte meinten gemeint heißt hieß hießen lautet lautete lauteten steht stand standen nennt nannte nannten genannt \
            weist wies wiesen verwies verwiesen hingewiesen gibt gab gaben gegeben bekanntgegeben bekannt zugegeben eingestanden eingeräumt \
            betont betonte betonten rief riefen gerufen wirft warf warfen geworfen vorgeworfen sieht sah sahen gesehen hält hielt hielten gehalten \
            findet fand fanden befand liest bittet bat baten gebeten verspricht versprach versprachen versprochen widerspricht widersprach \
            beschreibt beschrieb beschrieben beschrieb schließt schloss lehnt lehnte lehnten abgelehnt empfiehlt empfahl empfohlen \
            denkt dachte weiß wusste will wolle wollte wollten tritt trat verlangt verlangte verlangten schlug schlägt vorgeschlagen \
            greift griff griffen bringt brachte brachten gebracht geht ging zieht zog unterstrich unterstreicht heraus strich kam kommt \
            beziehungsweise ließ lässt ließen erhob erhebt entschied entscheidet begann beginnt hebt hob",
        ),
        (Class::ACCORDING, "laut nach gemäß zufolge so wie"),
        (Class::HINTS, "als"),
        (
            Class::AUXILIARY,
            "hat habe haben hatte hatten hätte hätten ist sind war waren wird werden wurde wurden worden sei seien wäre \
            kann könne können konnte muss müsse soll solle sollen darf dürfe würde würden",
        ),
        (
            Class::ADVERB,
            "auch noch dann jedoch aber bereits zudem außerdem weiter weiterhin gestern heute morgen gleichzeitig daraufhin \
            dazu hierzu darüber zuvor später anschließend zunächst schließlich wörtlich ferner damals nun jetzt deshalb daher dagegen \
            allerdings hingegen unter anderem sogar nur erneut wieder offenbar vorher dabei danach sich hier dort da nicht nie doch \
            hinzu weiters unterdessen indes inzwischen erst immer mehrfach einmal",
        ),
        (
            Class::SUBJUNCTIVE,
            "sei seien habe werde könne können solle müsse müssten wolle dürfe gebe hätten würden wären wäre hätte komme gehe stehe bleibe \
            mache lasse wisse sehe brauche liege halte handele handle gelte führe trage bedeute fehle nehme finde sollten könnten bestehe erwarte würde",
        ),
        (
            Class::OBLIQUE,
            "den dem des einen einem eines diesen diesem dieses jenen jenem seinen seinem seines ihren ihrem ihres unseren keinen keinem mich mir dich ihn ihm uns euch ihnen",
        ),
        (Class::NOT, "nicht nie kein keine"),
        (
            Class::PREPOSITION,
            "in im an am auf aus bei beim bis durch für gegen gegenüber hinter mit nach neben ohne seit über um unter vom von vor \
            während wegen zu zum zur zwischen trotz laut gemäß angesichts innerhalb außerhalb anlässlich aufgrund hinsichtlich ins ab samt",
        ),
        (
            Class::DETERMINER,
            "der die das den dem des ein eine einen einem einer eines dieser diese dieses diesen diesem jener sein seine seinen seinem \
            seiner ihr ihre ihren ihrem ihrer unser mehrere viele einige zwei drei vier fünf beide alle",
        ),
        (
            Class::PRONOUN,
            "er sie es ich wir man wer viele einige mehrere manche",
        ),
        (Class::RELATIVE, "welcher welche welches"),
        (Class::AND, "und oder sowie aber doch denn sondern"),
        (
            Class::SUBORDINATE,
            "dass daß ob weil wenn während nachdem bevor obwohl als wie damit wo wonach indem da seitdem wodurch falls sobald",
        ),
        (Class::THAT, "dass daß"),
        (
            Class::TITLE,
            "herr frau dr prof präsident präsidentin kanzler kanzlerin minister ministerin bundeskanzler bundeskanzlerin bundespräsident \
            außenminister innenminister finanzminister bundesinnenminister verteidigungsminister ministerpräsident premierminister sprecher sprecherin regierungssprecher \
            vorsitzender vorsitzende generalsekretär parteichef trainer direktor chef general papst bischof kardinal senator richter",
        ),
        (
            Class::GROUP,
            "experten kritiker quellen beobachter behörden ermittler wissenschaftler forscher demonstranten anwohner augenzeugen medien kreise \
            journalisten politiker abgeordnete vertreter",
        ),
        (
            Class::DOCUMENT,
            "bericht studie erklärung mitteilung pressemitteilung meldung schreiben brief zeitung urteil gesetz text stellungnahme",
        ),
        (
            Class::TIME,
            "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag januar februar märz april mai juni juli august september \
            oktober november dezember jahr tag uhr abend nachmittag morgen",
        ),
        (
            Class::WORK,
            "titel film zeitung zeitschrift magazin nachrichtenmagazin tageszeitung buch album serie lied roman sendung namen name namens projekt partei schiff \
            satellit raumfähre firma unternehmen gruppe verein website sogenannte sogenannten sogenannter sogenanntes genannte genannten marke typ typs kategorie \
            begriff programm hubschrauber clans clan theaterstück operation zeitungen fernsehserie wochenzeitung boulevardzeitung illustrierten illustrierte fachzeitschrift \
            stiftung initiative bündnis organisation band rakete sonde taifun hurrikan sturm flugzeugträgers wrack shuttle motto titeln überschrift thema aktion",
        ),
        (
            Class::SO_CALLED,
            "sogenannte sogenannten sogenannter sogenanntes genannte genannten",
        ),
        (
            Class::WORDS,
            "worten zitat angaben ansicht meinung auffassung worte äußerung kommentar begründung aussage aussagen einschätzung informationen bericht mitteilung",
        ),
        (Class::PARTICLE, "von van der den zu de la al bin ibn"),
    ],
    verbs: &[(
        "erklär äußer betont bericht meld teil füg ergänz kritisier warn bezeichn würdig veröffentlich forder forder begründ kommentier \
          bestätig beton erläuter mein antwort erwider entgegn behaupt vermut glaub hoff bekräftig verkünd kündig stell räum wünsch bedauer \
          bemängel lob mahn protestier prophezei resümier sicher skandier stöhn urteil verlang verteidig verurteil versicher wiederhol zitier \
          attackier dementier rechtfertig erinner zeig frag klag konstatier notier prangert pranger präzisier plädier prognostizier \
          bemerk führ sag hinterfrag empört freu fürcht befürcht gesteh reagier interpretier appellier drängt unterstellt unterstell bezweifel \
          offenbar schilder berichtig besteh einräum formulier verdeutlich zweifel bezweifl unterstrich kündigt twitter poste",
        weak,
    )],
    abbreviations: "dr prof nr bzw ca st usw etc inkl z.b u.a d.h str jan feb mrz apr jun jul aug sep okt nov dez mio mrd dipl ing hl geb gest",
};

/// The forms of a weak verb.
fn weak(stem: &str) -> Vec<(String, Class)> {
    let e = if stem.ends_with(['t', 'd'])
        || stem.ends_with("chn")
        || stem.ends_with("gn")
        || stem.ends_with("dn")
    {
        "e"
    } else {
        ""
    };
    let finite = [
        format!("{stem}{e}t"),
        format!("{stem}{e}te"),
        format!("{stem}{e}ten"),
        format!("{stem}en"),
    ];
    let mut forms: Vec<(String, Class)> =
        finite.into_iter().map(|form| (form, Class::SAYS)).collect();
    forms.push((format!("ge{stem}{e}t"), Class::SAYS));
    forms.push((format!("{stem}end"), Class::SAYING));
    forms
}
