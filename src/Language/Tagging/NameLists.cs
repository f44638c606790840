using System.Collections.Frozen;

namespace Wireroom.Language.Tagging;

/// <summary>Short lists that tell a name's kind from its words: titles, first names, words that organisations and places are called by, countries and capitals.</summary>
internal static class NameLists
{
    /// <summary>The lists, as bits.</summary>
    public const byte Title = 1, FirstName = 2, Organisation = 4, Place = 8, PlaceWord = 16, Demonym = 32;

    private static readonly FrozenDictionary<string, byte> Lists = Build();
    private static readonly FrozenDictionary<string, byte>.AlternateLookup<ReadOnlySpan<char>> Lookup = Lists.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The lists that a word stands in; 0 for none. The word must begin with a capital.</summary>
    public static byte Of(ReadOnlySpan<char> word) => char.IsUpper(word[0]) && Lookup.TryGetValue(word, out var lists) ? lists : (byte)0;

    private static FrozenDictionary<string, byte> Build()
    {
        var lists = new Dictionary<string, byte>(StringComparer.OrdinalIgnoreCase);
        Add(Title, "mr mr. mrs mrs. ms ms. dr dr. sir lord lady dame baroness president chancellor premier prime minister secretary senator sen sen. rep rep. congressman congresswoman "
            + "governor gov gov. mayor king queen prince princess pope cardinal archbishop bishop rabbi imam sheikh ayatollah general gen gen. colonel col col. captain capt capt. major maj maj. "
            + "lieutenant lt lt. sergeant sgt sgt. admiral adm adm. commander judge justice attorney detective inspector sheriff officer professor prof prof. spokesman spokeswoman spokesperson "
            + "chairman chairwoman chair chief director ambassador envoy coach ceo mp rev rev. father sister brother aunt uncle");
        Add(FirstName, "aaron abdul abdullah adam ahmed ahmad alan albert alejandro alex alexander alexei ali alice amanda amina amy ana andrea andrew angela ann anna anne anthony antonio arthur barack barbara "
            + "ben benjamin bernard bernie beth bill bob boris brian bruce carl carlos carly carol caroline carolyn catherine charles charlie chelsea chris christian christine christopher claire claude corey cory craig "
            + "dan daniel dave david deborah dennis diana dmitry donald donna douglas ed eduardo edward elena eli elizabeth ellen emily emma emmanuel eric erik ernesto eva evan fatima federica felix fernando "
            + "francis francois françois frank franklin fred gary george gerald giorgos giovanni glenn grace greg gregory hans harold harry hassan heather helen henry hillary howard hugo ian ibrahim igor ivan ivanka "
            + "jack jacob jake james jan jane janet jason jean jeff jeffrey jennifer jeremy jerry jessica jim jimmy joan joe joel john jon jonathan jorge jose josé joseph josh joshua juan judith julia julian julie jürgen karen "
            + "karl kate katherine kathy keith kelly kelsey ken kenneth kevin kim kofi kristin kyle larry laura lars lauren lee leila leo leon linda lindsey lisa liz lucas lucy luis luke maamoun mahmoud manuel marc marco marco margaret "
            + "maria marie marine mario mark marta martha martin mary matt matteo matthew maurice max megan melania melissa mia michael michel michelle miguel mike mikhail mitch mitt mohamed mohammed muhammad mona monica mustafa nadia nancy "
            + "natalia nathan neil nicholas nick nicole nigel nikki nikolai noah nora olga oliver omar oscar pablo pamela pat patricia patrick paul paula pedro peter phil philip philippe pierre rachel rafael rahul rami rand raymond "
            + "rebecca recep reince richard rick rob robert roberto robin rodrigo roger ron ronald rosa ross roy rudy russell ruth ryan salim sally sam samantha samuel sandra sara sarah scott sean sebastian serge sergei sergey sharon "
            + "sheila shinzo sigmar silvio simon sofia sonia sophie stefan stephanie stephen steve steven sue susan sven tamara tara ted teresa terry theresa thomas tim timothy tina todd tom tommy tony tracy trey valerie vera victor victoria "
            + "viktor vincent vladimir walter wayne wendy werner will william xavier yasmin yuri yusuf zachary zoe");
        Add(Organisation, "agency association authority bank bloc board brigade brigades bureau cabinet campaign center centre chamber charity church club coalition college command commission committee company "
            + "confederation congress corp corp. corporation council court department directorate division embassy exchange federation fellowship force forces foundation front fund group guard guards hospital house hotel "
            + "inc inc. institute institution journal league legion ltd ltd. llc magazine media ministry mission mosque movement museum nato network news newspaper observatory office organisation organization parliament party pentagon "
            + "plc police post press project radio school senate service services society syndicate team television times tribune tribunal trust union unit university watch un u.n. eu e.u. unesco unhcr unicef who imf opec nasa fbi cia "
            + "nsa bbc cnn nbc cbs abc msnbc ap afp reuters dpa upi sana tass isis isil gop dnc rnc kremlin hamas hezbollah taliban opcw iaea usaid interpol europol apple google facebook twitter microsoft amazon boeing airbus");
        Add(PlaceWord, "street avenue road square river mountain mountains valley desert island islands sea ocean lake bay gulf province region county district city town village state strip bank coast peninsula border airport harbour harbor port park beach north south east west");
        Add(Place, "afghanistan albania algeria angola argentina armenia australia austria azerbaijan bahrain bangladesh belarus belgium benin bhutan bolivia bosnia botswana brazil britain bulgaria burma burundi cambodia cameroon canada chad chile china "
            + "colombia congo croatia cuba cyprus denmark djibouti ecuador egypt england eritrea estonia ethiopia europe finland france gambia gaza georgia germany ghana greece guatemala guinea haiti honduras hungary iceland india indonesia iran iraq ireland israel italy "
            + "jamaica japan jordan kazakhstan kenya kosovo kuwait kyrgyzstan laos latvia lebanon lesotho liberia libya lithuania luxembourg macedonia madagascar malawi malaysia mali malta mauritania mexico moldova mongolia montenegro morocco mozambique myanmar namibia nepal "
            + "netherlands nicaragua niger nigeria norway oman pakistan palestine panama paraguay peru philippines poland portugal qatar romania russia rwanda scotland senegal serbia singapore slovakia slovenia somalia spain sudan sweden switzerland syria taiwan tajikistan tanzania "
            + "thailand togo tunisia turkey turkmenistan uganda ukraine u.k. u.s. uae uruguay uzbekistan venezuela vietnam wales yemen zambia zimbabwe africa asia america "
            + "abuja aleppo algiers amman amsterdam ankara athens baghdad bamako bangkok beijing beirut belfast belgrade berlin bern bogota brasilia bratislava brussels bucharest budapest cairo canberra caracas copenhagen damascus dhaka dublin edinburgh geneva hamburg hanoi "
            + "harare havana helsinki homs idlib islamabad istanbul jakarta jerusalem juba kabul kampala khartoum kiev kyiv lagos lahore lima lisbon ljubljana london luanda madrid manila marseille mogadishu moscow mosul mumbai munich nairobi oslo ottawa palmyra paris prague pretoria "
            + "pristina pyongyang raqqa riyadh rome sarajevo seoul shanghai skopje sofia stockholm sydney taipei tallinn tbilisi tehran tokyo tripoli tunis vienna vilnius warsaw washington yerevan zagreb zurich alabama alaska arizona arkansas california colorado connecticut "
            + "delaware florida hawaii idaho illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska nevada ohio oklahoma oregon pennsylvania tennessee texas utah vermont virginia wisconsin wyoming chicago boston "
            + "miami denver dallas houston detroit phoenix seattle philadelphia baltimore cleveland atlanta brooklyn manhattan");
        Add(Demonym, "american british french german russian chinese israeli palestinian syrian iraqi iranian turkish greek italian spanish polish ukrainian croatian serbian danish swedish norwegian finnish dutch belgian swiss austrian hungarian romanian bulgarian japanese korean indian "
            + "pakistani afghan egyptian libyan tunisian algerian moroccan saudi yemeni qatari kuwaiti lebanese jordanian kenyan somali sudanese nigerian ethiopian ugandan african european asian mexican canadian brazilian australian kurdish arab western republican republicans democrat democrats democratic");
        return lists.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

        void Add(byte list, string words)
        {
            foreach (var word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                lists[word] = (byte)(lists.GetValueOrDefault(word) | list);
        }
    }
}
