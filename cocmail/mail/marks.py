"""The words and shapes by which mail programs mark what is not a person's own words.

Here live the patterns, one language after another; every pattern takes linear time on a line. How
they divide a mail lives in replies.py.
"""

import re

# "On Tue, 3 Mar 2026 at 09:12, Ana <ana@x.test> wrote:" and its kin: the word for writing.
_WROTE = (
    r"wrote|writes|a écrit|schrieb|geschrieben|escribió|escribio|ha scritto|scrisse|schreef"
    r"|napisał|napisał\(a\)|napisała|pisze|написал|написала|написал\(а\)|пишет|писал|escreveu"
    r"|skrev|kirjoitti|napsal|napsal\(a\)|napísal|írta|a scris|yazdı|viết|menulis|έγραψε|написа"
    r"|написав|написав\(ла\)|va escriure|כתב|כתבה|كتب"
    r"|quoting|zitat von|citando|citation de|citaat van"
)
WROTE = re.compile(rf"(?<!\w)(?:{_WROTE})(?!\w)|写道|寫道|書き|のメール|님이", re.IGNORECASE)

# How such a line begins. Only with a digit further on: "On it." begins nothing.
OPENER = re.compile(
    r"^(?:On|Le|Am|El|Il|Op|Em|Den|På|Pe|Dne|Dnia|W dniu|Vào|Pada|Στις|Ha|No dia|Il giorno"
    r"|[^\W\d_]{2,12}[.,]{1,2}|\d{1,4}[./年-])(?!\w{1,30}[^\W\d_])(?=.*\d)",
    re.IGNORECASE,
)
TIME = re.compile(r"(?<!\d)\d{1,2}[:.h]\d{2}(?!\d)|(?<!\d)\d{1,2}\s?(?:AM|PM)\b", re.IGNORECASE)
DAY = re.compile(
    r"(?<!\d)(?:19|20)\d\d(?!\d)|(?<!\d)\d{1,2}[./-]\d{1,2}[./-]\d{2,4}(?!\d)|\d月\d{1,2}日"
)
ANY_ADDRESS = re.compile(r"[^\s<>@]{1,200}@[^\s<>@]{1,200}")
BRACKETED_ADDRESS = re.compile(r"[<(\[]\s?(?:mailto:)?[^\s<>@]{1,200}@[^\s<>@]{1,200}[>)\]]")
ATTRIBUTION_END = re.compile(r"[:：]\s*$")
# Some programs let the quote begin, without a mark, on the line of the attribution.
RUNNING_ON = re.compile(
    rf"{BRACKETED_ADDRESS.pattern},? {{0,3}}(?:{_WROTE}) ?[:：] {{0,9}}\S", re.IGNORECASE
)

# The header that Outlook and others put above the mail they answer or pass on.
_SENDER = (
    r"From|Von|De|Da|Van|Od|От|От кого|Från|Fra|Lähettäjä|Expéditeur|Mittente|Remitente|Afzender"
    r"|Nadawca|Kimden|Gönderen|Feladó|Από|De la|Від|Від кого|Šalje|Dari|Từ|Saatja|מאת|من|المرسل|از"
    r"|จาก|差出人|发件人|發件人|寄件者|보낸 사람|보낸사람|발신"
)
_OTHER = (
    r"Sent|Date|To|Cc|Subject|Reply-To|Gesendet|Datum|An|Betreff|Kopie|Envoyé|Envoyé le|À|Objet"
    r"|Enviado|Enviado el|Enviado em|Enviada em|Fecha|Para|Asunto|Inviato|Data|A|Oggetto"
    r"|Verzonden|Aan|Onderwerp|Assunto|Wysłano|Wysłane|Do|Dw|DW|UDW|Temat|Отправлено|Дата|Кому"
    r"|Копия|Тема|Skickat|Till|Kopia|Ämne|Sendt|Til|Emne|Dato|Lähetetty|Vastaanottaja|Aihe"
    r"|Odesláno|Komu|Předmět|送信日時|日時|日付|宛先|件名|发送时间|日期|收件人|抄送|主题|主旨"
    r"|寄件日期|收件者|副本|보낸 날짜|날짜|받는 사람|수신|제목|Gönderildi|Gönderme Tarihi|Tarih"
    r"|Kime|Konu|Elküldve|Küldve|Dátum|Címzett|Tárgy|Στάλθηκε|Ημερομηνία|Προς|Κοιν|Θέμα|Trimis|Către"
    r"|Subiect|Enviat|Enviat el|Per a|Assumpte|Tema|Надіслано|Копія|Odoslané|Predmet|Poslano"
    r"|Prima|Zadeva|Dikirim|Terkirim|Tanggal|Kepada|Perihal|Subjek|Đã gửi|Ngày|Đến|Chủ đề|Saadetud"
    r"|Saaja|Teema|נשלח|תאריך|אל|עותק|נושא|تم الإرسال|تاريخ الإرسال|التاريخ|إلى|نسخة|الموضوع|به"
    r"|موضوع|ส่งเมื่อ|วันที่|ถึง|เรื่อง"
)
_FIELD = r"^\s{{0,3}}[*_]{{0,2}}(?:{names})\s?[*_]{{0,2}}\s?[:：]"
SENDER_FIELD = re.compile(_FIELD.format(names=_SENDER), re.IGNORECASE)
HEADER_FIELD = re.compile(_FIELD.format(names=f"{_SENDER}|{_OTHER}"), re.IGNORECASE)

_FORWARDED = (
    r"original (?:message|mail|email|e-mail)|forwarded (?:message|mail|by .{1,60})"
    r"|reply message|ursprüngliche nachricht|original-?nachricht|weitergeleitete nachricht"
    r"|message d['’ ]origine|message original|message (?:transféré|réexpédié)|e-mail d['’]origine"
    r"|mensaje original|mensaje reenviado|messaggio originale|messaggio inoltrato"
    r"|oorspronkelijk bericht|origineel bericht|doorgestuurd bericht|mensagem original"
    r"|mensagem encaminhada|(?:oryginalna )?wiadomość(?: oryginalna)?|przekazana wiadomość"
    r"|treść oryginalnej wiadomości|(?:исходное|оригинальное|пересылаемое) сообщение"
    r"|пересланное сообщение|ursprungligt meddelande|originalmeddelande"
    r"|vidarebefordrat (?:meddelande|brev)|oprindelig meddelelse|original meddelelse"
    r"|videresendt (?:meddelelse|melding)|opprinnelig melding|alkuperäinen viesti"
    r"|välitetty viesti|původní (?:zpráva|e-mail)|eredeti üzenet|(?:orijinal|özgün) (?:mesaj|ileti)"
    r"|mesaj original|元のメッセージ|転送メッセージ|転送されたメッセージ|原始邮件|原邮件|转发邮件"
    r"|轉寄郵件|原始郵件|郵件原件|邮件原件|원본 메시지|원본 이메일|전달된 메시지|הודעה מקורית"
    r"|הודעה שהועברה|الرسالة الأصلية|رسالة معاد توجيهها|αρχικό μήνυμα|missatge original"
    r"|вихідне повідомлення|оригінальне повідомлення|tin nhắn gốc|pesan asli"
)
ORIGINAL = re.compile(rf"^\s{{0,3}}-{{3,}}\s?(?:{_FORWARDED})\s?-{{3,}}\s*$", re.IGNORECASE)
BEGIN_FORWARDED = re.compile(
    r"^(?:Begin forwarded message|Anfang der weitergeleiteten (?:Nachricht|E-Mail)"
    r"|Début du (?:message|courriel|e-mail) (?:réexpédié|transféré)|Inicio del mensaje reenviado"
    r"|Inizio messaggio inoltrato|Begin doorgestuurd bericht"
    r"|Início da mensagem (?:encaminhada|reencaminhada)|Początek przekazywanej wiadomości"
    r"|Начало переадресованного (?:сообщения|письма)"
    r"|Vidarebefordrat brev|Start på videresendt (?:besked|e-mail)|以下は転送されたメッセージです"
    r"|下面是被转发的邮件)\s?[:：]?\s*$",
    re.IGNORECASE,
)
DASHED = re.compile(r"^-{4,}[^-].{1,60}[^-]-{4,}\s*$")
DASHES_AROUND = re.compile(r"^\s{0,3}-{3,}\s?[^-\s].*[^-\s]\s?-{3,}\s*$")
UNDERSCORES = re.compile(r"^\s{0,3}_{30,}\s*$")

# GroupWise puts the whole attribution between such marks, and the letter below it without any.
POINTED = re.compile(r"^>{2,5}\s?[^>\s].*[^>\s]\s?>{2,5}\s*$")
# "EP> ", "  Ana>> ": a quote with its writer's initials (The Bat!, supercite).
CITED = re.compile(r"^[ \t]{0,8}([^\W\d_][\w.-]{0,14})>{1,5}(?=\s|$)")
# Marks that turn the direction of writing, around names in an attribution.
TURNING = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")

# What a company's gateway writes above every mail that comes from outside.
_OUTSIDE = (
    r"external|outside|extern[ae]?[nrms]?|au(?:ß|ss)erhalb|extérieure?|exterior|fuera|estern[oa]"
    r"|buiten|zewnętrzn\w{1,3}|внешн\w{2,3}|извне|外部"
)
_MAIL = (
    r"e-?mail|mail|message|sender|nachricht|absender|courriel|expéditeur|correo|mensaje|remitente"
    r"|mittente|messaggio|mensagem|remetente|bericht|afzender|wiadomość|nadawca|письмо|отправител"
    r"|邮件|メール"
)
BANNER = re.compile(
    rf"^\W{{0,9}}(?:(?:\[|\*{{1,3}}|【)\s?(?:{_OUTSIDE})(?=[^\]】*]{{0,30}}[\]】*])|(?:caution|warning"
    r"|attention|notice|alert|achtung|vorsicht|warnung|hinweis|prudence|avertissement|atención"
    r"|atenção|precaución|cuidado|attenzione|let op|uwaga|внимание|注意|警告|external e-?mail"
    rf"|this (?:e-?mail|message)\b(?=.{{0,60}}\b(?:originated|sent|came|comes)\b))"
    rf"(?=\W)(?=.{{0,200}}(?:{_OUTSIDE}))(?=.{{0,250}}(?:{_MAIL}))"
    r"|external e-?mail\b|you don[’']t often get e?mail from )",
    re.IGNORECASE,
)
RULE = re.compile(r"^\s{0,3}([-_=*#~])\1{3,}\s*$")

SIGNATURE = re.compile(r"^--\s*$")

# "Sent from my iPhone" and kin, the whole line. It must also name a device or a program
# (FOOTER_NAMES): "Sent from his work address" is somebody's own sentence.
_DEVICE = r"[\w .,'’&()/+-]{1,60}"
FOOTER_NAMES = re.compile(
    r"i ?phone|i ?pad|android|outlook|mail\b|yahoo|proton|samsung|galaxy|blackberry|windows|huawei"
    r"|xiaomi|redmi|pixel|nokia|xperia|fairphone|mobil|smartphone|handy|telefon|phone|thunderbird"
    r"|k-9|spark|superhuman|tutanota|tuta\b|fastmail|gmx|web\.de|handset|tablet|device|móvil"
    r"|téléphone|telefono|teléfono|celular|телефон|app\b|携帯|スマートフォン|手机|手機|mailspring"
    r"|canary|em client|edison|shortwave|missive|evolution|airmail|bluemail|nine\b|aqua",
    re.IGNORECASE,
)
_LINK = r"\s?(?:[<(] ?https?://[^\s<>]{1,300} ?[>)])?"
# "[Proton Mail](https://...)": a link as some programs write it in plain text.
MARKED_LINK = re.compile(r"\[([^\[\]]{1,60})\]\(https?://[^()\s]{1,300}\)")
FOOTER = re.compile(
    r"^(?:(?:Sent|Gesendet|Envoyé|Enviad[oa]|Inviato|Verstuurd|Verzonden|Wysłan[eo]|Отправлено"
    r"|Skickat|Sendt|Lähetetty|Odesláno|Odoslané|Trimis|Küldve) (?:from|via|with|using|mit|von"
    r"|aus|über|depuis|de|à partir de|avec|desde|mediante|do|da|dal|con|vanaf|met|van|z|ze|с|из"
    rf"|från|fra|med)\b {_DEVICE}"
    rf"|Von (?:meinem|meiner) {_DEVICE} gesendet|Diese Nachricht wurde von {_DEVICE} gesendet"
    rf"|(?:Get|Télécharger|Holen Sie sich|Obtener|Obtenez|Scarica|Download) {_DEVICE}"
    rf"(?: (?:for|pour|für|para|per|voor) (?:iOS|Android|Mac))"
    rf"|Outlook (?:für|para|pour|per|voor) (?:iOS|Android)|Lähetetty {_DEVICE}"
    rf"|{_DEVICE}(?: gönderildi| küldve)|(?:Στάλθηκε από|Надіслано з|Trimis de pe|Enviat des del"
    rf"|Poslano s|Dikirim dari|Đã gửi từ|Saadetud minu|נשלח מ|أُرسلت من|ส่งจาก) ?{_DEVICE}"
    rf"|[\w ]{{1,30}}から送信|发自我的 ?{_DEVICE}|從我的 ?{_DEVICE}傳送|나의 {_DEVICE}에서 보냄"
    rf"){_LINK}(?: [\w ]{{1,30}})?[.!]?{_LINK}$",
    re.IGNORECASE,
)

# A first line that greets, and the last lines that part.
SALUTATION = re.compile(
    r"^(?:hi|hello|hey|hallo|dear|good (?:morning|afternoon|evening|day)|greetings|to whom"
    r"|liebe[rs]?|sehr geehrte[rs]?|guten (?:tag|morgen|abend)|moin|servus|bonjour|bonsoir|salut"
    r"|cher|chère|chers|hola|estimad[oa]s?|querid[oa]s?|buen[oa]s (?:días|tardes|noches)|ciao"
    r"|buongiorno|buonasera|gentil[ei]|car[oa]|egregi[oa]|olá|oi|prezad[oa]s?|bom dia|boa tarde"
    r"|beste|geachte|goedemorgen|goedemiddag|dag|hej|kära|kære|kjære|god (?:dag|morgen|morgon)"
    r"|cześć|dzień dobry|szanown[aiy]|drog[ai]|привет|здравствуйте|уважаем\w{1,4}|добрый день"
    r"|dobrý den|ahoj|merhaba|sayın|szia|kedves|tisztelt)(?!\w)"
    r"(?P<whom>(?:(?:dr|prof|mr|mrs|ms|mx|hr|fr|st)\.|[^,!:;.…–—]){0,60})"
    r"(?P<end>[,!:;.…–—]|$)",
    re.IGNORECASE,
)
# What may stand in a greeting besides names. Any other small word makes it a sentence.
GREETED = frozenset({
    "and", "all", "team", "everyone", "everybody", "there", "folks", "the", "of", "committee",
    "members", "member", "conduct", "code", "council", "board", "und", "et", "y", "e", "en",
    "och", "og", "sir", "madam", "or", "dear", "herr", "frau", "zusammen", "alle", "an", "tous",
    "toutes", "à", "a", "todos", "todas", "tutti", "tutte", "allen", "allemaal", "i", "la", "le",
    "les", "de", "du", "di", "der", "die", "das", "damen", "herren", "madame", "monsieur", "alla",
    "friends", "again", "team's", "both", "to", "you", "guys", "people",
})  # fmt: skip
PARTING = re.compile(
    r"^(?:(?:with |my )?(?:best|kind|warm|kindest|warmest)(?: (?:regards|wishes))?|regards"
    r"|all the best|thanks(?: a lot| so much| again| in advance)?"
    r"|thank you(?: so much| very much| in advance)?"
    r"|many thanks|cheers|sincerely(?: yours)?|yours(?: sincerely| truly| faithfully)?|respectfully"
    r"|take care|love|(?:mit )?(?:freundlichen|freundliche|viele|liebe|beste|herzliche) grüße[n]?"
    r"|mfg|lg|vg|gruß|grüße|danke|cordialement|bien (?:à (?:vous|toi)|cordialement)|merci"
    r"|(?:meilleures|sincères) salutations|(?:un (?:cordial )?)?saludos?(?: cordiales)?|atentamente"
    r"|gracias|cordiali saluti|distinti saluti|saluti|grazie|(?:met )?(?:vriendelijke|hartelijke)"
    r" groet(?:en)?|groet(?:en|jes)?|mvg|bedankt|atenciosamente|abraços?|obrigad[oa]|pozdrawiam"
    r"|dziękuję|z poważaniem|с уважением|спасибо"
    r"|(?:med )?(?:vänliga hälsningar|vennlig hilsen|venlig hilsen)"
    r"|mvh|hilsen|hälsningar|tack|takk|tak|terveisin|s pozdravem|saygılarımla|üdvözlettel)"
    r"(?!\w)\s?[,.!;:–—-]{0,3}\s?(?P<rest>.{0,60})$",
    re.IGNORECASE,
)
# At most four words, each with a capital: a name and nothing else.
NAME_LINE = re.compile(
    r"^[-–—~/*\s]{0,4}"
    r"(?:(?:[^\W\d_a-z][\w.'’-]{0,30}|van|von|der|de|da|di|la|le|del|bin|al) ?){1,4}[.,]?$"
)
