using System.Collections.Frozen;

namespace Wireroom.Language.Attribution;

/// <summary>Common nouns that tell what a source is.</summary>
internal static class SourceWords
{
    private static readonly FrozenDictionary<string, SourceKind> Kinds = Build();
    private static readonly FrozenDictionary<string, SourceKind>.AlternateLookup<ReadOnlySpan<char>> Lookup = Kinds.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Words that say that a source is not to be named.</summary>
    public static readonly FrozenSet<string> Unnamed = Set("unnamed unidentified anonymous undisclosed unspecified");

    /// <summary>What a title is when it stands before a name or alone after "the".</summary>
    public static readonly FrozenSet<string> Titles = Set(
        "pm fm president chancellor premier minister secretary senator governor mayor king queen prince princess pope cardinal archbishop bishop rabbi imam sheikh ayatollah general colonel captain major lieutenant sergeant admiral "
        + "commander judge justice attorney detective inspector sheriff officer professor spokesman spokeswoman spokesperson chairman chairwoman chair chief director ambassador envoy coach ceo mp mr mrs ms mx dr sir lord lady dame "
        + "sen rep gov gen col capt maj lt sgt adm prof rev congressman congresswoman deputy vice former acting prime foreign interior defence defense finance justice health state candidate frontrunner nominee leader lawmaker "
        + "author editor columnist analyst economist lawyer aide adviser advisor strategist pollster activist journalist reporter correspondent billionaire head");

    /// <summary>Offices that one person holds, so that the word alone names them in a headline.</summary>
    public static readonly FrozenSet<string> Offices = Set("pm fm president premier chancellor pope king queen ceo mayor governor");

    /// <summary>What a body is called before its name: "developer Cindra", "broadcaster RWF".</summary>
    public static readonly FrozenSet<string> Trades = Set("developer broadcaster retailer lender carrier airline operator manufacturer insurer utility automaker carmaker chipmaker drugmaker planemaker watchmaker brewer charity newspaper portal regulator watchdog");

    /// <summary>Words that tell a source's side.</summary>
    public static readonly FrozenSet<string> Sides = Set(
        "state government opposition rebel militant separatist islamist conservative liberal progressive republican democratic independent ruling loyalist nationalist leftist socialist communist");

    /// <summary>Words that name nobody.</summary>
    public static readonly FrozenSet<string> Pronouns = Set("he she it they we you i who which that this these those him her them one");

    /// <summary>Kinds of statement that a verb of publishing introduces as a source's own ("footage published by SANA").</summary>
    public static readonly FrozenSet<string> Published = Set("published released posted broadcast aired issued distributed shared obtained circulated carried shown leaked compiled conducted filed");

    /// <summary>Words that news organisations are called by.</summary>
    public static readonly FrozenSet<string> Outlets = ("Times Post News Radio Television TV Journal Reuters Guardian Telegraph Herald Tribune Press Fox Politico Bloomberg Tass Interfax Xinhua Anadolu Broadcasting Today Mail Gazette Chronicle Spiegel Welt Monde Figaro "
        + "Courier Mirror Standard Examiner Dispatch Inquirer Globe Echo Argus Messenger Bulletin Zeitung Anzeiger Kurier Nachrichten Rundschau Tageblatt Blatt Avisen Posten Tidende Bladet Dagblad Dagbladet Aftenposten Gazeta Dziennik Novosti Vecernji List").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>What a common noun names as a source; null where it names none.</summary>
    public static SourceKind? Of(ReadOnlySpan<char> word)
    {
        if (Lookup.TryGetValue(word, out var kind))
            return kind;
        return word.Length > 3 && word[^1] is 's' && Lookup.TryGetValue(word[..^1], out kind) ? kind
            : word.Length > 5 && word.EndsWith("es", StringComparison.OrdinalIgnoreCase) && Lookup.TryGetValue(word[..^2], out kind) ? kind
            : word.Length > 4 && word.EndsWith("ies", StringComparison.OrdinalIgnoreCase) && Lookup.TryGetValue(string.Concat(word[..^3], "y"), out kind) ? kind
            : null;
    }

    private static FrozenDictionary<string, SourceKind> Build()
    {
        var kinds = new Dictionary<string, SourceKind>(StringComparer.OrdinalIgnoreCase);
        Add(SourceKind.Document, "report statement study survey poll document letter filing email e-mail memo memorandum transcript indictment lawsuit complaint ruling data figure statistic record article book tweet message release communique "
            + "communiqué resolution bulletin text account review analysis audit affidavit cable dossier note paper-trail circular manifesto declaration warrant verdict estimate forecast census index indicator editorial obituary log diary certificate petition contract directive decree guideline leaflet protocol questionnaire receipt invoice ledger manual map chart "
            + "presentation slide letterhead dispatch plea pleading assessment finding research number file minutes budget draft summary testimony tally dataset spreadsheet extract manuscript thesis prospectus newsletter brochure log reading autopsy notice advertisement poster papers sign banner headline caption placard inscription law bill legislation ordinance regulation proposal");
        Add(SourceKind.Footage, "footage video image photo photograph picture recording clip film livestream audio tape imagery screenshot");
        Add(SourceKind.Institution, "ministry agency group government police army military company party court observatory office department committee council union bank commission campaign team administration organisation organization network newspaper radio television tv "
            + "paper magazine broadcaster channel station outlet media press authority embassy consulate parliament senate house congress cabinet regime state country nation municipality city county hospital university school institute institution foundation "
            + "charity association federation league club church board bureau service force coalition alliance bloc movement militia faction firm operator airline carrier manufacturer maker giant retailer lender exchange regulator watchdog "
            + "tribunal prosecution navy airforce guard brigade unit command presidency palace kremlin secretariat mission delegation fund think-tank website portal daily weekly tabloid wire newsroom conglomerate startup utility "
            + "monitor legislature judiciary leadership hall opposition centre center corporation directorate inspectorate ombudsman zoo museum gallery headquarters library theatre theater opera port airport railway archive academy registry clinic guild cooperative insurer refinery defence defense protection developer home junta syndicate consortium panel inquiry taskforce synod diocese parish ngo consultancy contractor carmaker automaker chipmaker drugmaker planemaker watchmaker toymaker steelmaker shipbuilder housebuilder brewer brewery distillery orchestra festival");
        Add(SourceKind.Person, "official master harbourmaster spokesman spokeswoman spokesperson source witness resident analyst expert minister president leader aide diplomat critic activist soldier man woman people person supporter doctor lawyer attorney lawmaker senator "
            + "representative congressman congresswoman governor mayor chief head director chairman chairwoman officer commander general colonel judge prosecutor investigator insider adviser advisor strategist pollster economist scientist researcher "
            + "professor teacher student worker employee executive manager trader investor banker farmer driver passenger survivor relative neighbour neighbor friend family mother father son daughter wife husband brother sister parent child "
            + "villager fighter rebel militant protester demonstrator organiser organizer volunteer refugee migrant voter candidate delegate member journalist reporter correspondent editor columnist author writer historian observer negotiator "
            + "envoy ambassador monarch king queen pope bishop priest imam coach player captain singer actor actress director fan user owner founder chairman boss colleague opponent rival democrat republican conservative liberal "
            + "secretary chancellor premier deputy mp medic nurse paramedic rescuer firefighter detective sheriff guard pilot crew engineer technician consultant specialist whistleblower informant operative staffer staff physician "
            + "surgeon patient victim speaker panelist respondent participant attendee nominee incumbent veteran medic curator archaeologist fisherman miner trucker docker sailor pastor preacher rabbi sheikh elder tourist guest customer shopper vendor economist backer ally detractor advocate campaigner "
            + "legislator councillor parliamentarian policeman policewoman eyewitness onlooker bystander other some many most few one someone somebody everyone nobody dealer academic scholar "
            + "moderator host anchor commentator pundit blogger billionaire tycoon mogul businessman businesswoman entrepreneur frontrunner teen teenager boy girl "
            + "circle mechanic carer midwife vet pharmacist geologist biologist seismologist epidemiologist psychologist meteorologist statistician treasurer trustee inmate prisoner hostage pensioner tenant landlord homeowner grower breeder keeper warden ranger "
            + "foreman forewoman bailiff clerk baker butcher chef electrician builder carpenter welder shopkeeper skipper ferryman conductor cyclist motorist pedestrian commuter hiker climber athlete footballer referee jockey trainer vicar nun monk mufti cleric chaplain broker planner designer");
        return kinds.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

        void Add(SourceKind kind, string words)
        {
            foreach (var word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                kinds.TryAdd(word, kind);
        }
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
