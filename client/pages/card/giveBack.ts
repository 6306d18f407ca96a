/** Machine drafts but for Swedish and English. */
export const giveBack: Record<string, string> = {
  sv: 'Ge tillbaka surfplattan till din samordnare.',
  en: 'Give the tablet back to your coordinator.',
  ar: 'أعد الجهاز اللوحي إلى المنسق.',
  uk: 'Поверніть планшет вашому координатору.',
  so: 'Ku celi tablet-ka isku-duwahaaga.',
  ti: 'ነቲ ታብለት ናብ ኣተሓባባሪኻ መልሶ።',
};

/** Said when nothing at all has been answered. */
export const answerOne: Record<string, string> = {
  sv: 'Svara på minst en fråga. Vill du inte svara kan du gå tillbaka till början och avbryta.',
  en: 'Answer at least one question. If you do not want to answer, go back to the beginning and stop there.',
  ar: 'أجب عن سؤال واحد على الأقل. إذا كنت لا تريد الإجابة فارجع إلى البداية وتوقف هناك.',
  uk: 'Дайте відповідь хоча б на одне запитання. Якщо не хочете відповідати, поверніться на початок і зупиніться там.',
  so: 'Ka jawaab ugu yaraan hal su’aal. Haddii aadan rabin inaad jawaabto, ku noqo bilowga oo halkaas ku jooji.',
  ti: 'እንተወሓደ ንሓንቲ ሕቶ መልሱ። ክትምልሱ እንተዘይደሊኹም ናብ መጀመርታ ተመሊስኩም ኣቋርጹ።',
};
