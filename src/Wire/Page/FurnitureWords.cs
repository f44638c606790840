namespace Wireroom.Wire.Page;

/// <summary>
/// The words that portals write on their furniture, folded to lower case. Words only ever settle what the form allows:
/// a line must be short and without a full stop before these are asked.
/// </summary>
internal static class FurnitureWords
{
    /// <summary>A name over a list: the whole line, or its beginning where at most two words follow ("Latest news from Croatia").</summary>
    public static readonly string[] RailHeadings =
    [
        "latest", "latest news", "the latest", "latest stories", "latest headlines", "latest updates", "latest from", "more latest", "breaking news", "top stories", "top news", "headlines", "more headlines",
        "most read", "most popular", "most viewed", "most shared", "most commented", "trending", "trending now", "popular", "popular now", "popular stories", "editors' picks", "editor's picks", "editor's choice", "our picks", "must read", "must reads", "must-reads",
        "related", "related news", "related stories", "related articles", "related content", "related topics", "related links", "related coverage", "more on this story", "more on this topic", "more on this", "more on", "more from", "more in", "more news", "more stories", "more articles", "more like this", "more to read",
        "read more", "read also", "read next", "also read", "also in the news", "also on", "see also", "see more", "up next", "next up", "next stories", "you may also like", "you might also like", "you may like", "recommended", "recommended for you", "recommended stories", "recommended reading", "suggested for you", "in other news", "other news", "other stories", "elsewhere", "around the web", "from around the web", "from the web", "don't miss", "what to read next", "in case you missed it", "latest videos", "watch", "in pictures", "in this section", "today's headlines", "news in brief", "in brief", "recent posts", "recent stories", "recent articles", "recent news", "sponsored stories", "promoted stories",
        "mehr zum thema", "mehr zu", "mehr aus", "mehr nachrichten", "mehr lesen", "lesen sie auch", "lesen sie mehr", "lesen sie weiter", "auch interessant", "das könnte sie auch interessieren", "das könnte sie interessieren", "meistgelesen", "meistgelesene artikel", "meistgelesene", "am häufigsten gelesen", "beliebt", "neueste nachrichten", "neueste", "neueste artikel", "aktuelle nachrichten", "aktuelle meldungen", "aktuelles", "aktuell", "schlagzeilen", "weitere nachrichten", "weitere meldungen", "weitere artikel", "weitere themen", "verwandte artikel", "verwandte themen", "zum thema", "empfehlungen", "empfohlen", "top-themen", "topthemen", "kurz gemeldet", "kurzmeldungen", "newsticker", "nachrichten in kürze", "ähnliche artikel", "passend zum thema",
        "najnovije", "najnovije vijesti", "najnovije iz", "zadnje vijesti", "posljednje vijesti", "najčitanije", "najčitanije danas", "najčitanije vijesti", "najpopularnije", "povezano", "povezane vijesti", "povezani članci", "vezane vijesti", "vezani članci", "više o temi", "više s", "više iz", "više vijesti", "više", "ostale vijesti", "ostalo", "pročitajte i", "pročitajte još", "pročitaj još", "pročitajte više", "pročitaj više", "pročitajte", "čitajte još", "čitaj još", "možda će vas zanimati", "možda vas zanima", "izdvojeno", "izdvajamo", "preporučujemo", "preporuka", "iz iste rubrike", "na istu temu", "istaknuto", "kratke vijesti", "ukratko", "najnovije vesti", "najčitanije vesti", "povezane vesti", "slične vijesti", "slični članci",
        "à lire aussi", "a lire aussi", "lire aussi", "à lire également", "à lire", "à voir aussi", "voir aussi", "sur le même sujet", "sur le même thème", "dans la même rubrique", "les plus lus", "articles les plus lus", "le plus lu", "dernières nouvelles", "dernières infos", "dernières actualités", "les dernières actualités", "à la une", "l'actu en continu", "en continu", "dernière minute", "plus d'articles", "plus d'infos", "articles liés", "articles similaires", "vous aimerez aussi", "recommandé pour vous", "nos recommandations", "en bref", "le fil info", "fil info", "l'essentiel",
        "últimas noticias", "lo último", "lo más leído", "más leídas", "las más leídas", "más leídos", "más noticias", "noticias relacionadas", "relacionado", "relacionadas", "te puede interesar", "le puede interesar", "lea también", "lee también", "leer más", "ver también", "más información", "más sobre este tema", "destacados", "titulares",
        "ultime notizie", "ultimissime", "le più lette", "i più letti", "più letti", "più lette", "leggi anche", "articoli correlati", "notizie correlate", "potrebbe interessarti", "ultima ora", "in breve", "altre notizie", "in evidenza",
        "últimas notícias", "mais lidas", "mais lidos", "leia também", "leia mais", "veja também", "notícias relacionadas", "saiba mais", "em destaque",
        "meest gelezen", "laatste nieuws", "lees ook", "lees verder", "gerelateerd", "meer nieuws", "mest läst", "senaste nytt", "läs också", "läs mer", "mest lest", "siste nytt", "les også", "mest læste", "læs også", "seneste nyt", "luetuimmat", "lue myös", "uusimmat",
        "najczęściej czytane", "najnowsze", "najnowsze wiadomości", "czytaj także", "czytaj też", "zobacz także", "powiązane", "polecamy", "nejčtenější", "nejnovější", "nejnovější zprávy", "čtěte také", "související", "související články", "najčítanejšie", "prečítajte si aj", "súvisiace", "najbolj brano", "preberite tudi", "sorodne novice", "zadnje novice", "legolvasottabb", "kapcsolódó", "friss hírek", "cele mai citite", "citește și", "citiți și", "ultimele știri",
        "последние новости", "самое читаемое", "читайте также", "по теме", "главное", "останні новини", "читайте також", "најновије вести", "најчитаније", "повезане вести", "son haberler", "en çok okunanlar", "ilgili haberler", "τελευταία νέα", "διαβάστε επίσης", "σχετικά άρθρα", "آخر الأخبار", "الأكثر قراءة", "اقرأ أيضا", "最新新闻", "最新消息", "相关新闻", "热门文章", "関連記事", "最新ニュース", "인기 기사", "최신 뉴스",
    ];

    /// <summary>Names of sections; a line of nothing else is a menu.</summary>
    public static readonly string[] Sections =
    [
        "home", "news", "latest", "world", "uk", "us", "europe", "region", "local", "national", "international", "politics", "business", "economy", "finance", "markets", "money", "sport", "sports", "football", "culture", "arts", "books", "music", "film", "tv", "entertainment", "science", "technology", "tech", "health", "climate", "environment", "travel", "weather", "opinion", "comment", "lifestyle", "life", "style", "food", "education", "crime", "video", "videos", "photos", "podcasts", "audio", "live", "jobs", "more", "menu", "search", "and", "&",
        "nachrichten", "politik", "wirtschaft", "kultur", "wissen", "wissenschaft", "panorama", "regional", "lokales", "wetter", "meinung", "reise", "gesundheit", "digital", "ausland", "inland", "gesellschaft", "und", "naslovnica", "vijesti", "vesti", "svijet", "hrvatska", "regija", "europa", "gospodarstvo", "ekonomija", "biznis", "kultura", "znanost", "tehnologija", "zdravlje", "vrijeme", "mišljenja", "crna", "kronika", "zabava", "magazin", "lifestyle", "najnovije", "politika", "društvo", "scena",
        "accueil", "actualités", "actu", "monde", "france", "politique", "économie", "société", "sciences", "santé", "météo", "débats", "opinions", "régions", "planète", "inicio", "noticias", "mundo", "españa", "política", "economía", "deportes", "cultura", "ciencia", "tecnología", "sociedad", "opinión", "mondo", "italia", "politica", "economia", "scienze", "salute", "meteo", "opinioni", "cronaca", "esteri", "brasil", "portugal", "esportes", "desporto", "ciência", "nieuws", "economie", "cultuur", "weer", "nyheter", "ekonomi", "kultur", "sport", "wiadomości", "świat", "kraj", "biznes", "zprávy", "domácí", "zahraniční", "ekonomika",
    ];

    /// <summary>Beginnings of a pointer: followed by a colon and a headline in the same line.</summary>
    public static readonly string[] Pointers =
    [
        "read more", "read also", "also read", "read", "see also", "related", "more", "watch", "listen", "don't miss", "up next", "lesen sie auch", "lesen sie mehr", "mehr zum thema", "mehr dazu", "siehe auch",
        "pročitajte", "pročitajte i", "pročitajte još", "pročitaj još", "čitajte", "čitajte još", "više", "pogledajte", "pogledajte i", "à lire aussi", "lire aussi", "à lire", "voir aussi", "lea también", "lee también", "leia também", "leia mais", "leggi anche", "lees ook", "läs också", "czytaj także", "čtěte také", "preberite tudi", "читайте также",
    ];

    /// <summary>Furniture by its name, and the lines that it consists of: whole, or as a beginning.</summary>
    public static readonly (string Name, string[] Words)[] Lines =
    [
        ("share",
        [
            "share", "share this", "share on", "share article", "share via", "share save", "save", "tweet", "post", "pin it", "copy link", "link copied", "email", "e-mail", "print", "print this", "facebook", "twitter", "x", "whatsapp", "telegram", "viber", "linkedin", "reddit", "instagram", "youtube", "tiktok", "pinterest", "messenger", "bluesky", "threads", "mastodon", "follow us", "follow", "join us on", "like us on", "find us on", "send", "bookmark", "listen", "listen to this article", "give this article", "gift this article", "add us on google",
            "teilen", "artikel teilen", "merken", "drucken", "vorlesen", "artikel anhören", "folgen sie uns", "podijeli", "podijelite", "podijeli članak", "ispiši", "pošalji", "pratite nas", "poslušaj", "partager", "partager l'article", "imprimer", "enregistrer", "suivez-nous", "écouter l'article", "envoyer", "compartir", "imprimir", "guardar", "síguenos", "condividi", "stampa", "seguici", "compartilhar", "compartilhe", "partilhar", "delen", "deel", "dela", "udostępnij", "sdílet", "zdieľať", "deli", "поделиться", "поділитися", "подели", "paylaş", "分享", "シェア",
        ]),
        ("advertisement",
        [
            "advertisement", "advertising", "ad", "ads", "ad feedback", "advert", "sponsored", "sponsored content", "promoted", "paid content", "story continues below", "story continues below advertisement", "article continues below", "article continues after", "continue reading", "skip advertisement", "skip ad", "this ad will end",
            "anzeige", "werbung", "oglas", "oglasi", "reklama", "promo", "sponzorirano", "sadržaj se nastavlja", "članak se nastavlja", "nastavak nakon oglasa", "tekst se nastavlja ispod", "publicité", "annonce", "la suite après cette publicité", "la suite après la publicité", "publicidad", "publicidade", "continua após", "pubblicità", "advertentie", "annons", "annonse", "mainos", "реклама", "оглас", "广告",
        ]),
        ("notice",
        [
            "sign up", "sign in", "sign out", "log in", "login", "log out", "register", "register now", "subscribe", "subscribe now", "subscribe to", "subscription", "start your free trial", "newsletter", "newsletters", "get our newsletter", "get the newsletter", "our newsletter", "your email address", "enter your email", "already a subscriber", "support us", "support our journalism", "donate", "become a member", "download our app", "download the app", "get the app", "this site uses cookies", "this website uses cookies", "we use cookies", "we and our partners", "by continuing to use", "by continuing to browse", "accept", "accept all", "accept cookies", "accept all cookies", "reject all", "manage cookies", "cookie settings", "cookie policy", "manage preferences", "privacy settings", "we value your privacy", "your privacy", "terms of use", "terms and conditions", "terms of service", "privacy policy", "turn on notifications", "allow notifications", "get notifications", "please enable javascript", "javascript is disabled", "your browser does not support", "this video can not be played", "this content is not available", "report a typo", "report an error", "found a mistake", "contact us", "about us", "send us", "have a story", "got a tip", "have you got a story",
            "anmelden", "abmelden", "registrieren", "abonnieren", "jetzt abonnieren", "newsletter abonnieren", "diese website verwendet cookies", "wir verwenden cookies", "alle akzeptieren", "akzeptieren", "ablehnen", "cookie-einstellungen", "impressum", "datenschutz", "datenschutzerklärung", "nutzungsbedingungen", "agb", "fehler melden", "kontakt",
            "prijava", "prijavi se", "prijavite se", "registracija", "registriraj se", "odjava", "pretplata", "pretplati se", "pretplatite se", "prijavite se na newsletter", "ova stranica koristi kolačiće", "ova web stranica koristi kolačiće", "koristimo kolačiće", "prihvaćam", "prihvati sve", "prihvaćam sve", "odbij", "postavke kolačića", "pravila privatnosti", "uvjeti korištenja", "prijavi grešku", "prijavi pogrešku", "prijavite pogrešku", "uočili ste pogrešku", "preuzmite aplikaciju", "impresum", "politika privatnosti",
            "s'abonner", "abonnez-vous", "s'inscrire", "inscrivez-vous", "se connecter", "connexion", "déjà abonné", "ce site utilise des cookies", "nous utilisons des cookies", "tout accepter", "accepter", "tout refuser", "gérer les cookies", "mentions légales", "politique de confidentialité", "conditions générales", "recevez notre newsletter", "signaler une erreur",
            "suscríbete", "suscribirse", "regístrate", "iniciar sesión", "utilizamos cookies", "aceptar", "política de privacidad", "aviso legal", "iscriviti", "abbonati", "accedi", "registrati", "utilizziamo i cookie", "accetta", "assine", "inscreva-se", "usamos cookies", "aceitar", "abonneren", "inloggen", "wij gebruiken cookies", "prenumerera", "logga in", "vi använder cookies", "zaloguj się", "subskrybuj", "ta strona używa", "přihlásit se", "předplatné", "подписаться", "подписывайтесь", "войти", "претплати се",
        ]),
        ("comments",
        [
            "comments", "comment", "view comments", "show comments", "leave a comment", "post a comment", "add a comment", "join the conversation", "join the discussion", "write a comment", "no comments", "kommentare", "kommentieren", "kommentar schreiben", "komentari", "komentiraj", "komentirajte", "komentar", "prikaži komentare", "commentaires", "commenter", "réagir", "réactions", "comentarios", "comentar", "commenti", "commenta", "comentários", "reacties", "kommentarer", "komentarze", "komentáře", "комментарии", "коментари", "评论",
        ]),
        ("tags",
        [
            "tags", "tag", "topics", "topic", "keywords", "filed under", "categories", "category", "in this article", "mentioned in this article", "tagged", "themen", "schlagworte", "schlagwörter", "stichworte", "stichwörter", "tagovi", "oznake", "teme", "ključne riječi", "kategorija", "mots-clés", "mots clés", "sujets", "thèmes", "etiquetas", "temas", "archivado en", "argomenti", "trefwoorden", "onderwerpen", "ämnen", "tagi", "tematy", "témata", "štítky", "теги", "тагови", "标签",
        ]),
        ("navigation",
        [
            "home", "homepage", "home page", "back to top", "to the top", "top", "skip to content", "skip to main content", "skip to navigation", "menu", "main menu", "search", "close", "open menu", "show more", "show all", "view all", "see all", "all news", "load more", "next", "previous", "prev", "next article", "previous article", "next page", "previous page", "back", "play", "play video", "watch live", "live", "image", "gallery", "view gallery", "expand", "full screen", "you are here", "sections", "edition", "language", "dark mode", "site map", "sitemap", "rss", "faq", "help", "careers", "advertise with us", "masthead",
            "startseite", "zum inhalt springen", "zum inhalt", "suche", "menü", "schließen", "mehr anzeigen", "alle anzeigen", "nach oben", "zurück", "weiter", "naslovnica", "početna", "preskoči na sadržaj", "skoči na sadržaj", "pretraga", "pretraži", "izbornik", "zatvori", "prikaži više", "učitaj više", "vidi sve", "povratak na vrh", "na vrh", "sljedeća", "prethodna", "accueil", "aller au contenu", "recherche", "rechercher", "fermer", "afficher plus", "voir plus", "voir tout", "retour en haut", "suivant", "précédent", "inicio", "buscar", "cerrar", "ver más", "cerca", "chiudi", "mostra altro", "início", "pesquisar", "zoeken", "sluiten", "sök", "stäng", "szukaj", "hledat", "domů", "поиск", "меню", "насловна", "首页",
        ]),
        ("copyright",
        [
            "copyright", "all rights reserved", "alle rechte vorbehalten", "sva prava pridržana", "sva prava zadržana", "tous droits réservés", "todos los derechos reservados", "tutti i diritti riservati", "todos os direitos reservados", "alle rechten voorbehouden", "wszelkie prawa zastrzeżone", "všechna práva vyhrazena", "все права защищены", "sva prava", "reproduction prohibited", "this material may not be published",
        ]),
    ];

    /// <summary>What stands before a picture's maker.</summary>
    public static readonly string[] CreditLeads =
    [
        "photograph", "photographs", "photo", "photos", "photo by", "photograph by", "picture", "pictures", "picture by", "pic", "image", "images", "image by", "image credit", "photo credit", "picture credit", "image source", "photo source", "image copyright", "credit", "credits", "illustration", "illustration by", "graphic", "graphics", "video", "courtesy of", "file photo", "screenshot",
        "foto", "fotos", "foto von", "bild", "bilder", "bildquelle", "quelle", "bildnachweis", "archivfoto", "symbolbild", "grafik", "fotografija", "fotografije", "fotografirao", "snimio", "snimila", "foto i video", "ilustracija", "izvor", "arhiva", "photo d'illustration", "crédit", "crédit photo", "crédits", "photographie", "fotografía", "imagen", "crédito", "fotografia", "immagine", "imagem", "beeld", "fotograf", "zdjęcie", "fot", "фото", "фотография", "φωτογραφία", "图片来源", "صورة",
    ];

    /// <summary>What stands before words under a picture.</summary>
    public static readonly string[] CaptionLeads = ["caption", "image caption", "media caption", "photo caption", "bildunterschrift", "bildtext", "opis slike", "opis fotografije", "légende", "pie de foto", "didascalia", "legenda"];

    /// <summary>What stands before a writer's name.</summary>
    public static readonly string[] BylineLeads =
    [
        "by", "written by", "story by", "words by", "words", "report by", "reporting by", "reported by", "text by", "text", "author", "authors", "from", "von", "autor", "autorin", "autoren", "ein artikel von", "eine analyse von", "par", "auteur", "propos recueillis par", "piše", "pišu", "napisao", "napisala", "autori", "autorica", "tekst", "priredio", "priredila", "por", "texto", "di", "a cura di", "testo", "door", "av", "af", "od", "przez", "автор", "作者", "记者", "文", "автори", "текст", "пише", "yazan", "von unserem korrespondenten", "additional reporting by", "editing by", "writing by",
    ];

    /// <summary>What stands before or within a date line.</summary>
    public static readonly HashSet<string> DateLeads = new(StringComparer.Ordinal)
    {
        "published", "publish", "posted", "updated", "update", "modified", "last", "first", "created", "date", "released", "issued", "on", "at", "the", "of", "and", "from", "time", "local",
        "veröffentlicht", "aktualisiert", "stand", "erstellt", "am", "um", "den", "vom", "uhr", "zuletzt", "publiziert", "datum", "erschienen",
        "objavljeno", "objavljen", "objavio", "ažurirano", "azurirano", "zadnja", "posljednja", "izmjena", "dopunjeno", "osvježeno", "vrijeme", "objave", "u", "h", "sati", "god", "godine", "publikovano", "objavljeno:", "zadnje", "ažuriranje",
        "publié", "publiée", "mis", "mise", "à", "a", "jour", "le", "modifié", "créé", "dernière", "mise", "et", "heure", "heures", "publicado", "actualizado", "el", "las", "de", "del", "pubblicato", "aggiornato", "alle", "il", "ore", "atualizado", "em", "às", "do", "gepubliceerd", "bijgewerkt", "om", "op", "publicerad", "uppdaterad", "kl", "klo", "publisert", "oppdatert", "opublikowano", "zaktualizowano", "o", "godz", "r", "publikováno", "aktualizováno", "v", "dne", "опубликовано", "обновлено", "в", "г", "објављено", "ажурирано",
        "ago", "before", "vor", "prije", "il", "y", "hace", "fa", "geleden", "sedan", "siden", "temu", "před", "назад", "pre",
    };

    /// <summary>Units of a relative date: "3 hours ago".</summary>
    public static readonly HashSet<string> TimeUnits = new(StringComparer.Ordinal)
    {
        "sec", "second", "seconds", "min", "mins", "minute", "minutes", "hr", "hrs", "hour", "hours", "day", "days", "week", "weeks", "month", "months", "yesterday", "today",
        "sekunden", "minuten", "stunde", "stunden", "std", "tag", "tagen", "tage", "woche", "wochen", "gestern", "heute", "minuta", "minute", "minutu", "sat", "sata", "sati", "dan", "dana", "tjedan", "tjedna", "jučer", "danas", "heure", "heures", "jour", "jours", "semaine", "hier", "aujourd'hui", "minutos", "hora", "horas", "día", "días", "ayer", "hoy", "minuti", "ora", "ore", "giorni", "ieri", "oggi", "uur", "dagen", "godzin", "godziny", "hodin", "hodinami", "minut", "часов", "часа", "минут",
    };

    /// <summary>Words with which no title may end, and before which one is cut.</summary>
    public static readonly HashSet<string> Joining = new(StringComparer.Ordinal)
    {
        "the", "a", "an", "of", "in", "on", "at", "by", "for", "from", "to", "with", "and", "or", "but", "as", "into", "after", "before", "over", "under", "about", "that", "which", "who", "whose", "whom", "where", "when", "while", "amid", "against", "between", "during", "since", "until", "through", "across", "near", "because", "if", "than", "its", "his", "her", "their", "is", "are", "was", "were", "has", "have", "had", "been", "be", "will", "would", "not", "this", "these", "some", "more", "one", "following", "according",
        "der", "die", "das", "den", "dem", "des", "ein", "eine", "einen", "einem", "einer", "und", "oder", "aber", "von", "vom", "zu", "zum", "zur", "im", "am", "an", "auf", "aus", "bei", "mit", "nach", "über", "unter", "vor", "für", "gegen", "durch", "ohne", "um", "dass", "weil", "nachdem", "während", "als", "wie", "ist", "sind", "hat", "haben", "wurde", "wurden", "wird",
        "i", "u", "na", "za", "od", "do", "sa", "s", "k", "o", "po", "pri", "iz", "kod", "nakon", "prije", "zbog", "ili", "ali", "da", "koji", "koja", "koje", "kojeg", "kako", "dok", "te", "a", "je", "su", "će", "se", "nije", "bi", "kao", "među", "prema",
        "le", "la", "les", "un", "une", "du", "de", "et", "ou", "mais", "dans", "sur", "sous", "par", "pour", "avec", "sans", "aux", "au", "à", "en", "entre", "après", "avant", "qui", "que", "dont", "est", "sont", "el", "los", "las", "una", "del", "y", "con", "por", "para", "sin", "al", "il", "lo", "gli", "di", "della", "dei", "e", "per", "che", "nel", "nella", "os", "as", "em", "um", "uma", "com", "het", "een", "van", "en", "op", "voor", "met", "och", "på", "för", "med", "av",
    };
}
