//! English.

use super::{Language, Order};
use crate::attribution::lexicon::Class;

pub(super) const ENGLISH: Language = Language {
    code: "en",
    order: Order::SubjectFirst,
    words: &[
        (Class::PERSONAL, "he she"),
        (
            Class::SAYS,
            "say says said tell tells told write writes wrote written says tweet tweets tweeted \
            read reads quip quips quipped blog blogged spoke thought think thinks \
            meant swore swears",
        ),
        (
            Class::BEHIND,
            "go goes went put puts shot fired began begin begins started starts sang sings joined interrupted jumped cut \
            charged barked beamed quoted asked questioned",
        ),
        (Class::ARTICLE, "a an the"),
        (Class::TO, "to"),
        (Class::BY, "by"),
        (Class::WITH, "with"),
        (
            Class::BE,
            "is are was were be been being isn't aren't wasn't weren't am",
        ),
        (
            Class::VERB,
            "got get gets gave give gives came come comes ran run runs held holds hold kept keep keeps left lost lose loses \
            met meet meets brought spent stood sat lay led built fell felt feels grew knew know knows spoke speaks speak rose \
            drew drawn heard hear hears became become becomes let lets let's won wins beat beats bought caught chose fought \
            flew forgot forgave froze gone hid hit hung laid lent lit paid pays pay rang rode sent sends shook showed shows \
            shown slept sold sought struck stuck taught threw thrown understood woke wore wears broke breaks began drove \
            drives ate cut dealt seemed seems appears appeared remains remained includes included",
        ),
        (Class::PERSON, "family ally bully"),
        (
            Class::DOCUMENT,
            "rally reply supply assembly anomaly monopoly homily weekly monthly daily",
        ),
        (Class::ADVERB, "-ly"),
        (Class::PARTICIPLE, "-ing"),
        (Class::PAST, "-ed"),
        (Class::GENITIVE, "-'s"),
        (
            Class::PRONOUN,
            "he's she's it's i'm we're they're you're i've we've they've you've there's that's what's he'd she'd they'd \
            i'd he'll she'll they'll i'll we'll you'll there most few",
        ),
        (Class::SAYING, "saying telling writing tweeting"),
        (Class::TELLS, "told asked tells asks telling asking"),
        (
            Class::HINTS,
            "is are was were be being been has have had do does did made make makes took take takes",
        ),
        (
            Class::AUXILIARY,
            "has have had will would could can may might should must did does do is was are were be been \
            being has've hasn't didn't doesn't don't wasn't isn't aren't weren't won't wouldn't couldn't can't cannot ’s 's",
        ),
        (
            Class::ADVERB,
            "also later then again recently previously repeatedly once now still just even never always often \
            ever not simply too first earlier instead reportedly allegedly once already only both further indeed yesterday \
            today tonight tomorrow therefore thus however meanwhile moreover nevertheless perhaps maybe rather quite very so \
            much well back ago soon apparently",
        ),
        (Class::NOT, "not never"),
        (
            Class::PREPOSITION,
            "close about above across after against along amid among around as at before behind below beneath \
            beside between beyond by despite down during except for from in inside into like near of off on onto out outside \
            over past per regarding since through throughout to toward towards under until up upon via with within without",
        ),
        (
            Class::DETERMINER,
            "the a an this these those his her its their our my your one two three four five six seven \
            eight nine ten some many several most both all every each any another no few other dozens hundreds thousands \
            such more last next",
        ),
        (
            Class::PRONOUN,
            "he she they i we it you someone somebody everyone everybody anyone nobody one others many some \
            who another several both",
        ),
        (Class::RELATIVE, "who whom whose which"),
        (Class::AND, "and but or nor yet so"),
        (
            Class::SUBORDINATE,
            "that while because if when whenever where wherever although though since unless until after before as whether \
            how why what once than",
        ),
        (Class::PERSONAL, "he she"),
        (Class::WHAT, "what"),
        (
            Class::THING,
            "it it's that that's this there there's what what's which",
        ),
        (Class::THAT_ITSELF, "that"),
        (Class::DEFINITE, "the this these those that"),
        (Class::CITING, "citing quoting quoted quotes cited cites"),
        (Class::OBLIQUE, "him her them us me"),
        (Class::SOURCE, "source sources insider insiders"),
        (
            Class::UNNAMED,
            "source sources insider insiders official officials aide aides adviser advisers advisor advisors diplomat diplomats \
            spokesman spokeswoman spokesperson operative operatives strategist strategists person people staffer staffers \
            lawmaker lawmakers employee employees witness witnesses resident residents executive executives donor donors agent \
            agents officer officers soldier soldiers",
        ),
        (
            Class::MEDIUM,
            "reuters ap afp upi bloomberg cnn bbc nbc abc cbs msnbc fox pbs npr c-span politico axios buzzfeed breitbart \
            times post journal herald tribune guardian telegraph observer gazette chronicle globe newspaper newspapers magazine \
            paper network channel agency news radio television tv broadcaster tabloid weekly daily podcast media",
        ),
        (
            Class::THINKS,
            "think thinks thought believe believes believed hope hopes hoped figure figures figured feel feels felt know knows \
            knew wonder wonders wondered remember remembers remembered mean means meant react reacts reacted read reads deny denies \
            denied denying doubt doubts doubted doubting",
        ),
        (Class::TERM, "word term acronym expression noun adjective"),
        (
            Class::CALLED,
            "named called dubbed nicknamed hashtag ship vessel yacht newspaper magazine website band group company boat",
        ),
        (
            Class::IN_TITLE,
            "of the and a an to in for on with at or by from",
        ),
        (Class::GENITIVE, "his her their its my our your whose"),
        (
            Class::CLAIM,
            "claim claims assertion assertions warning warnings promise promises pledge pledges call calls vow vows suggestion \
            suggestions conclusion statement statements comment comments remark remarks assessment description declaration \
            contention argument arguments insistence admission accusation accusations allegation allegations charge charges \
            demand demands prediction view belief threat threats proposal proposals assurance assurances answer response reply \
            question questions complaint complaints criticism depiction characterization announcement acknowledgment advice \
            plea praise request opinion explanation estimate notion idea joke insult insults slogan motto mantra dictum \
            message tweet tweets post email letter speech testimony words phrase denial refusal",
        ),
        (Class::THAT, "that if whether how why what"),
        (
            Class::TITLE,
            "mr mrs ms dr sen sens rep reps gov govs president vice senator congressman congresswoman representative governor \
            mayor secretary minister chancellor chairman chairwoman chair chief prof professor judge justice general gen \
            colonel col captain capt lieutenant lt sgt sergeant officer sir lord lady dame king queen prince princess pope \
            bishop archbishop rabbi imam sheikh sheriff attorney ambassador director ceo speaker leader aide adviser advisor \
            strategist analyst spokesman spokeswoman spokesperson manager candidate nominee host editor reporter columnist \
            correspondent author historian economist lawyer former then-president ex-president businessman billionaire \
            comedian actor actress singer coach majority minority democrat republican",
        ),
        (
            Class::PERSON,
            "man woman men women boy girl mother father son daughter wife husband brother sister person official \
            spokesman spokeswoman spokesperson aide adviser advisor strategist analyst manager candidate nominee host editor \
            reporter journalist columnist correspondent author writer historian economist lawyer attorney senator congressman \
            congresswoman representative governor mayor secretary minister president chancellor chairman chairwoman judge \
            justice general officer sheriff ambassador director ceo executive speaker leader lawmaker politician activist \
            critic supporter opponent voter resident witness victim expert scientist researcher professor teacher student \
            doctor pastor priest bishop veteran businessman billionaire mogul tycoon magnate comedian actor actress singer \
            star coach player owner founder head boss member operative consultant pollster organizer protester delegate donor \
            source insider observer commentator pundit moderator anchor farmer worker nurse employee employer counsel \
            prosecutor detective investigator commissioner superintendent chief democrat republican socialist conservative liberal \
            frontrunner front-runner real-estate friend colleague guy lady",
        ),
        (
            Class::GROUP,
            "officials spokesmen aides advisers advisors strategists analysts candidates editors reporters \
            journalists people sources critics supporters opponents voters residents witnesses experts scientists researchers \
            lawmakers politicians activists republicans democrats conservatives liberals protesters delegates donors insiders \
            observers commentators pundits workers employees students parents families members leaders senators \
            representatives lawyers authorities police media investigators prosecutors others crowd audience attendees fans allies \
            friends colleagues women men americans authors",
        ),
        (
            Class::DOCUMENT,
            "report statement letter email e-mail memo message article story column editorial post tweet blog \
            website site page release ad advertisement video book note document documents study survey poll petition lawsuit \
            complaint filing ruling order law bill resolution constitution amendment transcript caption headline sign signs \
            banner poster slogan text description summary review announcement speech script letter-writer invitation \
            advertisement brochure manifesto platform policy rule rules act opinion paper newspaper magazine",
        ),
        (
            Class::INSTITUTION,
            "party campaign committee company group organization organisation association agency department \
            ministry office bureau court council congress senate house government administration commission board university \
            college school church union bank network channel newspaper magazine paper times post journal herald tribune news \
            team firm foundation institute center centre coalition alliance pac corporation camp",
        ),
        (
            Class::TIME,
            "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august \
            september october november december yesterday today tonight morning afternoon evening night week month year \
            jan feb mar apr jun jul aug sept sep oct nov dec mon tue wed thu fri sat sun p.m a.m",
        ),
        (
            Class::WORK,
            "film movie show series song album book novel play musical magazine newspaper podcast program programme \
            titled entitled named hashtag website documentary drama sitcom episode segment column headlined exhibition painting \
            poem game ballad anthem hit memoir bestseller single starred reboot broadcast",
        ),
        (Class::SO_CALLED, "so-called proverbial"),
        (
            Class::WORDS,
            "words statement remark remarks comment comments phrase message slogan question answer reply claim \
            claims quote line speech motto mantra chant chants cry shouts",
        ),
        (
            Class::NO_NAME,
            "the a an this that these those his her its their our my your i he she they we it you in on at by for from \
            with of to as and but or if when while after before since because although though once so then there here what \
            who how why where which not no yes one two three some many most all both each every such asked according \
            during despite speaking earlier later meanwhile however also instead still now just even only other another \
            well oh having asked pressed questioned given based compared standing sitting \
            looking turning appearing recently likewise similarly additionally finally ultimately previously eventually \
            initially certainly clearly obviously unfortunately fortunately interestingly notably specifically apparently \
            nothing maybe perhaps yet nor do let there's it's that's he's she's they're we're i'm i've",
        ),
        (
            Class::PARTICLE,
            "dos de del della di da von van der den la le el al bin ibn ben abu st mac of",
        ),
        (Class::ACCORDING, "according per"),
    ],
    verbs: &[
        (
            "add announce argue ask assert assure boast caution claim comment complain concede conclude confess confide \
          confirm continue contend counter declare deny elaborate emphasize exclaim explain gush insist interject joke \
          lament marvel mention muse observe opine plead pledge predict proclaim pronounce promise protest quote recall \
          recount reflect reiterate remark remember remind repeat reply report respond retort scoff shout shriek sigh snap sneer \
          state stress summarize surmise suggest tout urge vent vow wail warn whisper wonder yell admit acknowledge advise \
          affirm agree allege answer apologize bellow blurt brag bemoan chant chime chuckle clarify concur crack cry croon deadpan \
          demand disagree echo email estimate fume grumble growl grouse hint holler inform inquire intone joke laugh mumble murmur muse \
          mutter note object offer posit post preach press pronounce quip rant rattle react reason recommend relate reveal riff roar scold \
          scream signal speculate stammer tease testify theorize thunder underscore venture volunteer whine write hope \
          believe figure indicate imply maintain point specify advise message",
            regular_cue,
        ),
        (
            "accuse applaud assail attack bash blame blast call cite chide compare condemn credit criticize decry defend denounce depict \
          deride describe dismiss dub express hail highlight invoke label lambast lampoon lash liken list mock name paint \
          portray praise present question rail refer reference reject ridicule rip salute slam talk target thank threaten \
          tick trash trumpet use view welcome consider deem dispute endorse refuse oppose advocate propose push want \
          support seek see find issue publish release deliver include challenge champion demand discuss encourage \
          exhort implore instruct invite order raise sing stand win launch share",
            regular_hint,
        ),
    ],
    abbreviations: "mr mrs ms dr sen sens rep reps gov govs prof gen col capt lt sgt st jr sr inc corp co ltd vs no jan feb mar apr jun \
        jul aug sept sep oct nov dec u.s u.n u.k d.c p.m a.m ph.d e.g i.e adm maj rev hon pres atty supt",
};

fn regular_cue(base: &str) -> Vec<(String, Class)> {
    forms(base, Class::SAYS, Class::SAYING)
}

fn regular_hint(base: &str) -> Vec<(String, Class)> {
    forms(base, Class::HINTS, Class::HINTING)
}

/// The forms of a regular verb: `argue argues argued arguing`.
fn forms(base: &str, finite: Class, participle: Class) -> Vec<(String, Class)> {
    let stem = base.strip_suffix('e').unwrap_or(base);
    let doubled = match base {
        "admit" | "chat" | "brag" | "quip" | "snap" | "rip" | "slam" | "dub" | "refer"
        | "concur" | "rap" => {
            format!("{base}{}", &base[base.len() - 1..])
        }
        _ => stem.to_owned(),
    };
    let third = match base.as_bytes() {
        [.., b's' | b'x'] | [.., b's' | b'c', b'h'] => format!("{base}es"),
        [.., b'a' | b'e' | b'o' | b'u', b'y'] => format!("{base}s"),
        [.., b'y'] => format!("{}ies", &base[..base.len() - 1]),
        _ => format!("{base}s"),
    };
    let past = match base.as_bytes() {
        [.., b'a' | b'e' | b'o' | b'u', b'y'] => format!("{base}ed"),
        [.., b'y'] => format!("{}ied", &base[..base.len() - 1]),
        _ => format!("{doubled}ed"),
    };
    vec![
        (base.to_owned(), finite.or(Class::BASE)),
        (third, finite.or(Class::NOUNLIKE)),
        (past, finite),
        (format!("{doubled}ing"), participle),
    ]
}
