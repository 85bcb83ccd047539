"""The words of objections, complaints and reports under the Wmo, as residents type them, in six languages.

Rather too few than too many: who reads a hint that is not about them trusts the next one less. Who adds a phrase adds a
sentence with it to tests/questions/formal_sentences.py, and one that looks like it and is none.
"""

OBJECTION, COMPLAINT, WMO_REPORT, HARMLESS = "objection", "complaint", "wmo_report", "harmless"

PHRASES: dict[str, dict[str, tuple[str, ...]]] = {
    "nl": {
        OBJECTION: (
            "bezwaarschrift*",
            "bezwaar maken|aantekenen|indienen",
            "maak|maken|teken|tekenen|dien|wil .. bezwaar",
            "in bezwaar",
            "bezwaar tegen .. besluit*|beschikking|beslissing|afwijzing|indicatie",
            "niet eens|akkoord met .. besluit*|beschikking|beslissing|afwijzing|indicatie",
            "oneens met .. besluit*|beschikking|beslissing|afwijzing|indicatie",
            "besluit|beschikking|beslissing|afwijzing|indicatie .. niet mee eens",
        ),
        COMPLAINT: (
            "klacht indienen|melden|doorgeven",
            "dien .. klacht in",
            "ik|wij heb|hebben een klacht",
            "officiele|formele klacht",
            "klachtenformulier|klachtenprocedure|klachtbrief",
            "klacht|klachten|klagen|beklagen over .. wijkteam|team|medewerker*|consulent*|gemeente|jullie|u",
        ),
        WMO_REPORT: (
            "wmo .. melding|melden|aanvraag|aanvragen",
            "melding|melden|aanvraag|aanvragen|aanvraagt .. wmo",
            "traplift|scootmobiel|rolstoel|woningaanpassing|taxipas aanvragen",
            "huishoudelijke hulp|ondersteuning aanvragen",
            "hulp in de|het huishouden aanvragen",
            "aanvraag voor .. traplift|scootmobiel|rolstoel|woningaanpassing|huishoudelijke",
        ),
        HARMLESS: (
            "geen bezwaar",
            "bezwaar als|dat",
            "klacht|klachten|klagen over .. buren|buurman|buurvrouw|verhuurder|corporatie|huisbaas|rug|school|winkel",
            "geen klacht|klachten",
            "klacht van mijn",
            "klacht aan mijn",
        ),
    },
    "en": {
        OBJECTION: (
            "object|objecting to .. decision|refusal|letter",
            "objection to|against .. decision|refusal|letter",
            "file|lodge|make|submit|send|write .. objection",
            "notice|letter of objection",
            "appeal|appealing|contest|challenge .. decision|refusal",
            "disagree|agree with .. decision|refusal",
        ),
        COMPLAINT: (
            "make|file|lodge|submit|have .. complaint",
            "formal|official complaint",
            "complaints procedure|form",
            "complain|complaint|complaining about .. you|team|colleague|worker|staff|employee|municipality|council",
        ),
        WMO_REPORT: (
            "wmo report|request|application",
            "report|request|apply|applying|application .. wmo",
            "apply|applying|application for .. stairlift|wheelchair|mobility",
            "apply|applying|application for .. household|domestic|home help",
        ),
        HARMLESS: (
            "no objection*",
            "complain|complaint|complaining about .. neighbour*|neighbor*|landlord|school|back|shop",
            "no complaint|complaints",
            "i agree with",
            "health|physical|medical complaint",
        ),
    },
    "ar": {
        OBJECTION: (
            "اعترض|نعترض|اعتراض|معترض* على|ضد .. قرار|قراركم|رفض",
            "تقديم|اقدم|نقدم|تقدم|كتابة|ارسال .. اعتراض*",
            "اريد|اود|ارغب .. اعترض|اعتراض",
            "لا اوافق|نوافق على .. قرار|قراركم|رفض",
            "غير|لست موافق* على .. قرار|قراركم|رفض",
            "طعن|اطعن|استئناف .. قرار|قراركم",
            "تظلم*|اتظلم|نتظلم من|على|ضد .. قرار|قراركم|رفض",
        ),
        COMPLAINT: (
            "تقديم|اقدم|نقدم|تقدم|رفع|ارفع .. شكوى",
            "لدي|عندي|لدينا|عندنا شكوى",
            "شكوى رسمية",
            "شكوى|اشتكي|اشكو|شكواي ضد|على|عن|من .. موظف*|فريق|بلدية|منكم",
        ),
        WMO_REPORT: (
            "طلب|اطلب|تقديم|بلاغ|نطلب .. wmo",
            "wmo .. طلب|بلاغ",
            "طلب|اطلب|نطلب .. كرسي* متحرك*|كهربائي*",
            "طلب|اطلب|نطلب .. مصعد .. درج|سلم",
            "طلب|اطلب|نطلب .. مساعدة منزلية",
        ),
        HARMLESS: (
            "ليس|ليست|لا|ما|بدون .. اعتراض",
            "شكوى|اشتكي|اشكو ضد|على|عن|من .. جار*|جيران*|مالك|الم|صداع|ظهري",
            "ليس|ليست|لا|ما .. شكوى",
        ),
    },
    "tr": {
        OBJECTION: (
            "karara|kararına|kararınıza|kararlara|redde|reddine .. itiraz*",
            "itiraz etmek|ediyorum|ediyoruz|edeceğim|edebilir|edebilirim",
            "itiraz dilekçe*|mektub*|başvuru*",
            "itirazda bulun*",
            "itirazım .. karar*",
            "karara|kararına|kararınıza|kararla .. katılmıyorum|katılmıyoruz",
            "kararı|kararınızı|reddi .. kabul etmiyorum|etmiyoruz",
        ),
        COMPLAINT: (
            "şikayet etmek|ediyorum|ediyoruz|edeceğim",
            "şikayetim|şikayetimiz var",
            "şikayette bulun*",
            "şikayetçiyim|şikayetçiyiz",
            "şikayet dilekçe*|başvuru*|form*",
            "resmi şikayet*",
        ),
        WMO_REPORT: (
            "wmo .. başvur*|bildir*|talep*",
            "tekerlekli sandalye .. başvur*|talep*",
            "merdiven asansör* .. başvur*|talep*",
            "ev işleri* .. yardım .. başvur*|talep*",
            "ev yardımı .. başvur*|talep*",
        ),
        HARMLESS: (
            "itirazım|itirazımız yok",
            "itiraz etmem|etmiyorum",
            "şikayetim|şikayetimiz yok",
            "komşu*|gürültü* .. şikayet*",
            "ev sahib* .. şikayet*",
            "sağlık|ağrı|ağrısı|bel|mide .. şikayet*",
        ),
    },
    "pl": {
        OBJECTION: (
            "złożyć|składam|złożę|wnieść|wnoszę|napisać .. sprzeciw|odwołanie",
            "sprzeciw|odwołanie od|wobec|przeciw .. decyzj*|odmow*",
            "odwołać|odwołuję|odwołam się .. decyzj*|odmow*",
            "sprzeciwiam się .. decyzj*|odmow*",
            "nie zgadzam|zgadzamy się z .. decyzj*|odmow*",
            "zaskarżyć|zaskarżam .. decyzj*",
        ),
        COMPLAINT: (
            "złożyć|składam|złożę|wnieść|wnoszę|mam|mamy .. skargę|zażalenie",
            "oficjalna|oficjalną|formalna|formalną skarga|skargę",
            "skarga|skargę|skargi|skarżę|poskarżyć na .. pracowni*|zespół|gminę|was|urzędni*|urząd",
            "skarżę|poskarżyć się na .. pracowni*|zespół|gminę|was|urzędni*|urząd",
        ),
        WMO_REPORT: (
            "wmo .. wniosek|zgłoszenie|zgłosić",
            "wniosek|zgłoszenie|zgłosić|wnioskować|ubiegać .. wmo",
            "wniosek|wnioskować|ubiegać|starać .. wózek|skuter|schodowej|schodową",
            "wniosek|wnioskować|ubiegać|starać .. pomoc domową",
            "wniosek|wnioskować|ubiegać|starać .. pomocy domowej",
            "wniosek|wnioskować|ubiegać|starać .. pomoc w domu",
        ),
        HARMLESS: (
            "nie mam .. sprzeciwu|skarg",
            "bez sprzeciwu",
            "skarga|skargę|skarżę na .. sąsia*|właściciel*|hałas|szef*",
            "skarżę|poskarżyć się na .. sąsia*|właściciel*|hałas|szef*|ból",
        ),
    },
    "uk": {
        OBJECTION: (
            "подати|подаю|подаємо|написати .. заперечення|апеляцію",
            "заперечення|апеляція|апеляцію проти|щодо|на .. рішення|відмови|відмову",
            "оскаржити|оскаржую|оскарження .. рішення|відмову|відмови",
            "не згоден|згодна|згодні|погоджуюся|погоджуюсь із|з .. рішенням|відмовою",
        ),
        COMPLAINT: (
            "подати|подаю|подаємо|написати|маю|маємо .. скаргу",
            "є скарга",
            "офіційна|офіційну скарга|скаргу",
            "скарга|скаргу|скаржуся|скаржусь на .. працівни*|команд*|муніципал*|вас|консультант*",
            "поскаржитися|поскаржитись на .. працівни*|команд*|муніципал*|вас|консультант*",
        ),
        WMO_REPORT: (
            "wmo .. заявка|заявку|заява|заяву|звернення",
            "заявка|заявку|заява|заяву|звернення .. wmo",
            "заявка|заявку|заява|заяву|подати|оформити .. колісне крісло",
            "заявка|заявку|заява|заяву|подати|оформити .. крісло колісне",
            "заявка|заявку|заява|заяву|подати|оформити .. інвалідний візок",
            "заявка|заявку|заява|заяву|подати|оформити .. підйомник|скутер",
            "заявка|заявку|заява|заяву|подати|оформити .. допомогу по дому",
            "заявка|заявку|заява|заяву|подати|оформити .. допомогу вдома",
        ),
        HARMLESS: (
            "немає|маю|без .. заперечень",
            "скарга|скаргу|скаржуся|скаржусь|поскаржитися|поскаржитись на .. сусід*|власни*|шум|біль|здоров*|школ*",
            "немає|маю скарг",
        ),
    },
}


def phrases_of(kind: str) -> tuple[str, ...]:
    """Returns the phrases of this kind, of every language."""
    return tuple(phrase for by_kind in PHRASES.values() for phrase in by_kind[kind])
