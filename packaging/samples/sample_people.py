"""An Assembly of 583 invented people. Nobody in it exists; the same seed gives the same on every machine."""

import random
from dataclasses import dataclass

from assembly_desk.domain.alphabet import sort_key
from assembly_desk.domain.profile import Office
from assembly_desk.domain.text import Name, Text

TOTAL = 583
COUNCIL = 84
_SEED = 747


def _words(text: str, separator: str | None = None) -> list[str]:
    return text.split(separator)


REGIONS = [
    Text(*pair.split(" | "))
    for pair in (
        "Абай облысы | область Абай",
        "Ақмола облысы | Акмолинская область",
        "Ақтөбе облысы | Актюбинская область",
        "Алматы облысы | Алматинская область",
        "Атырау облысы | Атырауская область",
        "Батыс Қазақстан облысы | Западно-Казахстанская область",
        "Жамбыл облысы | Жамбылская область",
        "Жетісу облысы | область Жетісу",
        "Қарағанды облысы | Карагандинская область",
        "Қостанай облысы | Костанайская область",
        "Қызылорда облысы | Кызылординская область",
        "Маңғыстау облысы | Мангистауская область",
        "Павлодар облысы | Павлодарская область",
        "Солтүстік Қазақстан облысы | Северо-Казахстанская область",
        "Түркістан облысы | Туркестанская область",
        "Ұлытау облысы | область Ұлытау",
        "Шығыс Қазақстан облысы | Восточно-Казахстанская область",
        "Астана қаласы | город Астана",
        "Алматы қаласы | город Алматы",
        "Шымкент қаласы | город Шымкент",
    )
]
_ETHNIC = dict(
    pair.split("/")
    for pair in _words(
        "украин/украинское неміс/немецкое корей/корейское ұйғыр/уйгурское татар/татарское өзбек/узбекское "
        "поляк/польское түрік/турецкое әзербайжан/азербайджанское шешен/чеченское грек/греческое "
        "армян/армянское дүнген/дунганское белорус/белорусское орыс/русское"
    )
)
_TITLES = _words(
    "Ортақ шаңырақ, Достық көпірі, Бірлік шамы, Тату көрші, Жаңа арна, Ата мұра, Ақ ниет, Жылы ұя, Кең дала, "
    "Ізгі жол, Алтын бесік, Мейірім",
    ", ",
)
_POSITIONS = [
    Text(*pair.split(" | "))
    for pair in (
        "бірлестік төрағасы | председатель объединения",
        "бірлестік төрағасының орынбасары | заместитель председателя объединения",
        "бірлестік басқармасының мүшесі | член правления объединения",
        "ақсақалдар кеңесінің төрағасы | председатель совета старейшин",
        "жастар қанатының жетекшісі | руководитель молодёжного крыла",
        "аналар кеңесінің төрайымы | председатель совета матерей",
        "медиатор | медиатор",
    )
]
_OUTSIDE = [
    tuple(Text(*side.split(" | ")) for side in row.split(" / "))
    for row in (
        "өңірлік Ассамблея хатшылығының меңгерушісі | заведующий секретариатом региональной Ассамблеи"
        " / өңірлік Ассамблея | региональная Ассамблея",
        "кафедра меңгерушісі | заведующий кафедрой / педагогикалық университет | педагогический университет",
        "мектеп директоры | директор школы / жалпы білім беретін мектеп | общеобразовательная школа",
        "бас дәрігер | главный врач / өңірлік аурухана | региональная больница",
        "бас редактор | главный редактор / өңірлік газет | региональная газета",
        "көркемдік жетекші | художественный руководитель / драма театры | драматический театр",
        "директор | директор / шаруа қожалығы | крестьянское хозяйство",
        "әкім орынбасары | заместитель акима / аудан әкімдігі | акимат района",
        "басқарма басшысы | руководитель управления"
        " / қоғамдық даму басқармасы | управление общественного развития",
        "медиатор | медиатор / медиация кабинеті | кабинет медиации",
        "профессор | профессор / ұлттық университет | национальный университет",
        "төраға | председатель / ардагерлер ұйымы | организация ветеранов",
        "орталық жетекшісі | руководитель центра / жастар ресурстық орталығы | молодёжный ресурсный центр",
        "директор | директор / Достық үйі | Дом дружбы",
        "кітапхана меңгерушісі | заведующий библиотекой / облыстық кітапхана | областная библиотека",
    )
]

_KAZAKH = _words(
    "Ахметов Айтбаев Байжанов Бекмұханов Дәулетов Досмағамбетов Ермеков Есенғалиев Жақыпов Жұмабеков Қалиев "
    "Қасымов Құсайынов Қожабеков Кенжеғалиев Мұқанов Мұратбеков Мәмбетов Нұрғалиев Оразбаев Өмірзақов "
    "Рақымжанов Сағындықов Смағұлов Сүлейменов Тілеубергенов Төлегенов Тәжібаев Ұзақбаев Үсенов Үмбетов "
    "Шәріпов "
    "Ыбыраев Ізбасаров Ғабдуллин Ғалымов Әбдірахманов Әлімжанов Әшімов Һәкімов"
)
_BARE = _words("Бейсенбай Жанболат Сейітқазы Әділхан Темірхан Ерғазы Ұлықбек Қасымхан Оңғарбай Нұрсейіт")
_MEN = _words(
    "Айдос Арман Асқар Бауыржан Бекзат Дәурен Дархан Ерлан Еркебұлан Жандос Жәнібек Қайрат Қанат Қуаныш "
    "Мақсат "
    "Медет Нұржан Олжас Өмірбек Рүстем Самат Сәкен Серік Талғат Ұлан Үсен Шыңғыс Ілияс Әділет Ғалымжан"
)
_WOMEN = _words(
    "Айгүл Ақмарал Алма Әсел Ботагөз Гүлнар Ғалия Дана Жанар Жұлдыз Зере Кәмшат Қарлығаш Қымбат Ләззат "
    "Мәдина "
    "Назгүл Раушан Сәуле Толғанай Үміт Шолпан Ұлпан Әйгерім Жібек Інжу"
)
_FATHERS = _words(
    "Асқар Болат Ермек Жақсыбек Қайрат Марат Мұрат Нұрлан Оразбек Сапар Серік Талғат Төлеген Әбілқайыр "
    "Қуандық "
    "Тілеуберген Дүйсенбек Үкібай"
)

# surnames (with the ending of women after a slash), given names of men, of women; patronymics as in Russian
_OTHERS = {
    "орыс": (
        "Соколов/а Кузнецов/а Морозов/а Лебедев/а Новиков/а Зайцев/а Белоусов/а Фёдоров/а",
        "Андрей Виктор Дмитрий Сергей Николай Алексей",
        "Елена Ирина Наталья Ольга Светлана Татьяна",
    ),
    "неміс": ("Вагнер Миллер Шмидт Кох Гофман Штейнбах Риттер", "Эдуард Виктор Артур", "Эмма Ирина Лилия"),
    "корей": ("Ким Пак Цой Ли Тен Хван Югай", "Вадим Роман Вячеслав", "Лариса Вера Людмила"),
    "ұйғыр": (
        "Розиев/а Махмутов/а Турсунов/а Хамраев/а Имиров/а Абдрахунов/а",
        "Шавкат Ришат Абдулжан Турғанжан",
        "Гүлмира Ризвангүл Патигүл",
    ),
    "татар": (
        "Галиуллин/а Хайруллин/а Сафин/а Валиев/а Зәйнуллин/а",
        "Ринат Рустам Наил Ильдар",
        "Гузель Лилия Әлфия Румия",
    ),
    "украин": ("Шевчук Ковальчук Бондаренко Мельник Ткаченко", "Олег Богдан Тарас", "Оксана Галина Леся"),
    "өзбек": ("Юлдашев/а Рахимов/а Каримов/а Собиров/а", "Бахтиёр Улуғбек Жамшид", "Дилфуза Нигора Зулфия"),
    "поляк": ("Новицкий/ая Завадский/ая Левандовский/ая", "Станислав Казимир", "Ядвига Ванда"),
    "түрік": ("Ахмедов/а Исмаилов/а Османов/а", "Исрафил Тахир", "Зейнаб Саният"),
    "әзербайжан": ("Алиев/а Мамедов/а Гусейнов/а", "Гасан Эльдар", "Севда Лейла"),
    "шешен": ("Дадаев/а Хасиев/а", "Ахмед Муса", "Зарема Марьям"),
    "грек": ("Панаиоти Ксандопуло", "Георгий Константин", "София Елена"),
    "дүнген": ("Лаваза Шисыр Юсупов/а", "Хусей Исмар", "Зухра Айша"),
    "белорус": ("Лукашик Савицкий/ая Гринкевич", "Алесь Павел", "Алеся Янина"),
    "армян": ("Григорян Петросян Мкртчян", "Ашот Гарник", "Анаит Сюзанна"),
}
_PATRONYMICS = _words(
    "Иванович/Ивановна Петрович/Петровна Сергеевич/Сергеевна Викторович/Викторовна Николаевич/Николаевна "
    "Александрович/Александровна Владимирович/Владимировна Ильич/Ильинична"
)
_LONG = (
    Name("Мұхамедрахымжанов", "Нұрмұхаммед-Әбілқайыр", "Тілеубергенұлы"),
    Name("Досмағамбетова-Сейдахметова", "Гүлбаршын-Айша", "Әбілмансұрқызы"),
    Name("Константинопольский-Белоцерковский", "Аристарх", "Александрович"),
    Name("Әбдіқадырханұлы", "Қонысбай"),
)
_TWINS = Name("Ахметов", "Серік", "Болатұлы")  # two people of one name: real lists have them

_LEADERS: tuple[tuple[Name, Office, Text], ...] = (
    (
        Name("Жанболат", "Әлихан", "Сапарұлы"),
        "chair",
        Text("Қазақстан халқы Ассамблеясының Төрағасы", "Председатель Ассамблеи народа Казахстана"),
    ),
    (
        Name("Қасымхан", "Бауыржан", "Ермекұлы"),
        "deputy",
        Text("Ассамблея Төрағасының орынбасары", "заместитель Председателя Ассамблеи"),
    ),
    (
        Name("Вагнер", "Елена", "Викторовна"),
        "deputy",
        Text("Ассамблея Төрағасының орынбасары", "заместитель Председателя Ассамблеи"),
    ),
    (
        Name("Нұрсейіт", "Дәурен", "Қуандықұлы"),
        "head-of-secretariat",
        Text(
            "Ассамблея Төрағасының орынбасары – Хатшылық меңгерушісі",
            "заместитель Председателя Ассамблеи – заведующий Секретариатом",
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class Sample:
    """One invented member."""

    id: str
    badge: str
    name: Name
    ru: Name
    office: Office
    position: Text
    organisation: Text
    region: Text
    council: bool


def assembly() -> list[Sample]:
    """The leaders, then all others by the Kazakh alphabet; 84 of them are the Council."""
    dice = random.Random(_SEED)
    names = _names(dice, TOTAL - len(_LEADERS))
    badges = dice.sample(range(1001, 1001 + TOTAL), TOTAL)
    in_council = set(dice.sample([place for place, name in enumerate(names) if name != _TWINS], COUNCIL - 4))
    secretariat = Text("Қазақстан халқы Ассамблеясы", "Ассамблея народа Казахстана")
    people = [
        Sample(
            f"m{number:04}", str(badges[number - 1]), name, _russian(name), office, position, secretariat,
            REGIONS[17], True,
        )
        for number, (name, office, position) in enumerate(_LEADERS, 1)
    ]  # fmt: skip
    for place, name in enumerate(names):
        number = len(people) + 1
        position, organisation = _post(dice, name)
        people.append(
            Sample(
                f"m{number:04}", str(badges[number - 1]), name, _russian(name), "member", position,
                organisation,
                dice.choice(REGIONS), place in in_council,
            )
        )  # fmt: skip
    return people


def _names(dice: random.Random, number: int) -> list[Name]:
    names = {*_LONG}
    leaders = {name for name, _, _ in _LEADERS}
    while len(names) < number - 2:
        name = _kazakh(dice) if dice.random() < 0.62 else _other(dice)
        if name != _TWINS and name not in leaders:
            names.add(name)
    return sorted([*names, _TWINS, _TWINS], key=lambda name: sort_key(name.full))


def _kazakh(dice: random.Random) -> Name:
    woman = dice.random() < 0.45
    surname = dice.choice(_BARE) if dice.random() < 0.12 else dice.choice(_KAZAKH) + ("а" if woman else "")
    father, manner = dice.choice(_FATHERS), dice.random()
    if manner < 0.60:
        patronymic = father + ("қызы" if woman else "ұлы")
    elif manner < 0.85:
        patronymic = father + ("овна" if woman else "ович")
    else:
        return Name(surname, dice.choice(_WOMEN if woman else _MEN))
    return Name(surname, dice.choice(_WOMEN if woman else _MEN), patronymic)


def _other(dice: random.Random) -> Name:
    surnames, men, women = _OTHERS[dice.choice(list(_OTHERS))]
    woman = dice.random() < 0.5
    surname = _both_forms(dice.choice(surnames.split()))[woman]
    patronymic = None
    if dice.random() < 0.85:
        patronymic = dice.choice(_PATRONYMICS).split("/")[woman]
    return Name(surname, dice.choice((women if woman else men).split()), patronymic)


def _post(dice: random.Random, name: Name) -> tuple[Text, Text]:
    """Most people of a smaller people speak for an association of it; the others come from elsewhere."""
    people = _PEOPLES.get(name.surname)
    if people is None or dice.random() < 0.15:
        position, organisation = dice.choice(_OUTSIDE)
        return position, organisation
    title = dice.choice(_TITLES)
    unfit = _FOR_MEN if name.given in _WOMEN_OF_ALL else _FOR_WOMEN
    position = dice.choice([one for one in _POSITIONS if one.kk != unfit])
    return position, Text(
        f"«{title}» {people} этномәдени бірлестігі", f"{_ETHNIC[people]} этнокультурное объединение «{title}»"
    )


_FOR_MEN, _FOR_WOMEN = "ақсақалдар кеңесінің төрағасы", "аналар кеңесінің төрайымы"
_WOMEN_OF_ALL = {*_WOMEN, *(given for _, _, women in _OTHERS.values() for given in women.split())}


def _both_forms(surname: str) -> tuple[str, str]:
    stem, _, ending = surname.partition("/")
    return stem, stem[:-2] + ending if ending == "ая" else stem + ending


_PEOPLES = {
    form: people
    for people, (surnames, _, _) in _OTHERS.items()
    for surname in surnames.split()
    for form in _both_forms(surname)
}


_IN_RUSSIAN = str.maketrans("әғқңөұүһіӘҒҚҢӨҰҮҺІ", "агкноуухиАГКНОУУХИ")


def _russian(name: Name) -> Name:
    """Enough for invented people; a real Russian form is never derived."""
    surname, given = name.surname.translate(_IN_RUSSIAN), name.given.translate(_IN_RUSSIAN)
    return Name(surname, given, name.patronymic.translate(_IN_RUSSIAN) if name.patronymic else None)
