namespace Switchbook.SimulatedTenant.People;

/// <summary>The names of the simulated people: common names of many languages and scripts, nobody in particular.</summary>
internal static class NameStock
{
    /// <summary>English stands more often, as in most tenants.</summary>
    public static readonly Culture[] Cultures =
    [
        new("en-US", "US",
            "Alex Allison Andrew Ashley Brandon Carol Daniel Debra Donna Emily Eric Grace Heather Jacob Joni Justin Kayla Lee Megan Miriam Nestor Patti Pradeep Rachel Ryan Tyler",
            "Adams Anderson Baker Bennett Brooks Campbell Carter Coleman Diaz Fleming Foster Garcia Hayes Jenkins Johnson Kelly Lopez McCarthy Miller Nguyen Parker Reed Sanchez Sherman Walker Wilber"),
        new("en-GB", "GB",
            "Alice Amelia Benjamin Charlotte Edward Eleanor Freddie George Harriet Hugo Imogen Isla Jack Lottie Niamh Oliver Oscar Poppy Reuben Rhys Siân/sian Theo Toby William Zoë/zoe",
            "Ashworth Barker Clarke Davies Ellis Fletcher Green Harrison Hughes Jones Kaur Lloyd MacDonald Marsh O'Connor O'Neill Patel Price Roberts Shaw Smith Taylor Thornton Vance Whittaker"),
        new("en-US", "US",
            "Adele Aaron Bianca Cameron Christie Diego Enrico Gerhart Henrietta Irvin Isaiah Johanna Lidia Lynne Nadia Robin Sasha",
            "Allen Braun Cline Cox Deyoung Harper Hill Langer Lawrence Mueller Olson Robbins Siciliani Taylor Thomas Walters"),
        new("de-DE", "DE",
            "Andreas Anke Björn/bjoern Dörte/doerte Elke Friedrich Günther/guenther Hannelore Heike Jörg/joerg Jürgen/juergen Käthe/kaethe Lukas Marlene Sören/soeren Ute Wolfgang",
            "Bäcker/baecker Fischer Größmann/groessmann Hoffmann Jäger/jaeger Köhler/koehler Krüger/krueger Müller/mueller Müller-Lüdenscheidt/mueller-luedenscheidt Schäfer/schaefer Schröder/schroeder Schulz Weiß/weiss Zimmermann"),
        new("fr-FR", "FR",
            "Aurélie/aurelie Benoît/benoit Camille Céline/celine Chloé/chloe François/francois Gaëlle/gaelle Hélène/helene Jérôme/jerome Léa/lea Loïc/loic Maëlys/maelys Noël/noel Thérèse/therese",
            "Bérenger/berenger Chevalier Dubois Durand Fournier Girard Lefèvre/lefevre L'Hôpital/lhopital Mercier Moreau Petit Rousseau Saint-Exupéry/saint-exupery Thévenet/thevenet"),
        new("es-ES", "ES",
            "Álvaro/alvaro Begoña/begona Carmen Íñigo/inigo Jesús/jesus José/jose Lucía/lucia María/maria Martín/martin Núria/nuria Pilar Raúl/raul Sofía/sofia",
            "Álvarez/alvarez Castaño/castano Domínguez/dominguez Fernández/fernandez Gómez/gomez Ibáñez/ibanez Muñoz/munoz Núñez/nunez Peña/pena Rodríguez/rodriguez Sánchez/sanchez"),
        new("pl-PL", "PL",
            "Agnieszka Błażej/blazej Ewa Grzegorz Jarosław/jaroslaw Łukasz/lukasz Małgorzata/malgorzata Michał/michal Paweł/pawel Żaneta/zaneta",
            "Dąbrowski/dabrowski Kowalczyk Łuczak/luczak Nowak Pawłowski/pawlowski Śliwiński/sliwinski Wiśniewski/wisniewski Wójcik/wojcik Zając/zajac"),
        new("sv-SE", "SE",
            "Åsa/asa Björn/bjorn Göran/goran Håkan/hakan Ingrid Jörgen/jorgen Linnéa/linnea Märta/marta Östen/osten Søren/soren",
            "Åkesson/akesson Bergström/bergstrom Hägglund/hagglund Jørgensen/jorgensen Lindqvist Nyström/nystrom Öberg/oberg Sjögren/sjogren Ångström/angstrom"),
        new("tr-TR", "TR",
            "Ayşe/ayse Çağla/cagla Emre Gülşen/gulsen İbrahim/ibrahim Işıl/isil Özgür/ozgur Şule/sule Yiğit/yigit",
            "Çelik/celik Demir Doğan/dogan Güneş/gunes İnönü/inonu Öztürk/ozturk Şahin/sahin Yıldız/yildiz Yılmaz/yilmaz"),
        new("ru-RU", "RU",
            "Анна/anna Борис/boris Дмитрий/dmitry Екатерина/ekaterina Иван/ivan Людмила/lyudmila Михаил/mikhail Наталья/natalya Ольга/olga Сергей/sergey Юлия/yulia",
            "Волков/volkov Иванов/ivanov Кузнецов/kuznetsov Лебедев/lebedev Новиков/novikov Петров/petrov Смирнов/smirnov Соколов/sokolov Щукин/shchukin"),
        new("uk-UA", "UA",
            "Галина/halyna Ганна/hanna Євген/yevhen Їжак/yizhak Оксана/oksana Олексій/oleksii Тарас/taras Юрій/yurii",
            "Бондаренко/bondarenko Ґалаґан/galagan Коваленко/kovalenko Мельник/melnyk Шевченко/shevchenko Ярошенко/yaroshenko"),
        new("el-GR", "GR",
            "Αλέξανδρος/alexandros Γιώργος/giorgos Δήμητρα/dimitra Ελένη/eleni Κωνσταντίνος/konstantinos Μαρία/maria Νίκος/nikos Σοφία/sofia",
            "Αντωνίου/antoniou Γεωργίου/georgiou Δημητρίου/dimitriou Νικολαΐδης/nikolaidis Παπαδοπούλου/papadopoulou Χατζής/chatzis"),
        new("zh-CN", "CN",
            "伟/wei 芳/fang 娜/na 秀英/xiuying 敏/min 静/jing 小明/xiaoming 丽华/lihua 建国/jianguo 雪/xue",
            "王/wang 李/li 张/zhang 刘/liu 陈/chen 杨/yang 黄/huang 赵/zhao 欧阳/ouyang")
        { SurnameFirst = true, Separator = "" },
        new("ja-JP", "JP",
            "太郎/taro 花子/hanako 健一/kenichi 美咲/misaki 翔/sho 陽菜/hina 拓海/takumi さくら/sakura アキラ/akira",
            "佐藤/sato 鈴木/suzuki 高橋/takahashi 田中/tanaka 渡辺/watanabe 山田/yamada 小林/kobayashi 齋藤/saito")
        { SurnameFirst = true },
        new("ko-KR", "KR",
            "민준/minjun 서연/seoyeon 지우/jiwoo 하은/haeun 도윤/doyun 수빈/subin 영호/youngho",
            "김/kim 이/lee 박/park 최/choi 정/jung 강/kang 윤/yoon")
        { SurnameFirst = true, Separator = "" },
        new("ar-EG", "EG",
            "أحمد/ahmed عائشة/aisha فاطمة/fatima خالد/khaled ليلى/layla محمد/mohamed نور/nour يوسف/youssef",
            "الخطيب/alkhatib حداد/haddad خوري/khoury منصور/mansour ناصر/nasser السيد/elsayed"),
        new("he-IL", "IL",
            "אברהם/avraham דוד/david חנה/hannah יעל/yael נועם/noam שרה/sarah",
            "ביטון/biton כהן/cohen לוי/levi מזרחי/mizrahi פרץ/peretz"),
        new("hi-IN", "IN",
            "अनिल/anil दीपिका/deepika प्रिया/priya राहुल/rahul संजय/sanjay सीमा/seema",
            "कुमार/kumar गुप्ता/gupta पटेल/patel वर्मा/verma शर्मा/sharma"),
        new("vi-VN", "VN",
            "Ánh/anh Đức/duc Hương/huong Linh Minh Ngọc/ngoc Phượng/phuong Thảo/thao",
            "Đặng/dang Hoàng/hoang Lê/le Nguyễn/nguyen Phạm/pham Trần/tran Vũ/vu")
        { SurnameFirst = true },
    ];
}
