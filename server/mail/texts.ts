// What our mails say. Those marked draft in design are machine drafts in all but Swedish and English.
export interface InvitationText {
  subject: string;
  greeting: string;
  body: string;
  link: string;
  once: string;
}

/** {programme} and {days} are put in. */
export const invitationTexts: Readonly<Record<string, InvitationText>> = {
  sv: {
    subject: 'Några frågor från {programme}',
    greeting: 'Hej!',
    body: 'Vi vill veta vad du tycker om {programme}. Det är frivilligt att svara. Innan du börjar ser du vem som läser svaren.',
    link: 'Svara här:',
    once: 'Länken är bara din och går att använda en gång.',
  },
  en: {
    subject: 'A few questions from {programme}',
    greeting: 'Hello,',
    body: 'We would like to know what you think of {programme}. Answering is voluntary. Before you start you can see who reads the answers.',
    link: 'Answer here:',
    once: 'The link is for you alone and can be used once.',
  },
  ar: {
    subject: 'بعض الأسئلة من {programme}',
    greeting: 'مرحباً،',
    body: 'نود أن نعرف رأيك في {programme}. الإجابة اختيارية. قبل أن تبدأ سترى من سيقرأ الإجابات.',
    link: 'أجب هنا:',
    once: 'هذا الرابط لك وحدك ويمكن استخدامه مرة واحدة.',
  },
  uk: {
    subject: 'Кілька запитань від {programme}',
    greeting: 'Вітаємо!',
    body: 'Ми хочемо знати, що ви думаєте про {programme}. Відповідати не обовʼязково. Перед початком ви побачите, хто читає відповіді.',
    link: 'Відповісти тут:',
    once: 'Посилання лише для вас, ним можна скористатися один раз.',
  },
  so: {
    subject: 'Dhowr su’aalood oo ka yimid {programme}',
    greeting: 'Salaan,',
    body: 'Waxaan rabnaa inaan ogaanno waxaad ka qabto {programme}. Jawaabtu waa ikhtiyaari. Intaadan bilaabin waxaad arki doontaa cidda akhrinaysa jawaabaha.',
    link: 'Halkan ka jawaab:',
    once: 'Linkiga adiga kaliya ayaa leh, halmarna waa la isticmaali karaa.',
  },
  ti: {
    subject: 'ሒደት ሕቶታት ካብ {programme}',
    greeting: 'ሰላም፣',
    body: 'ብዛዕባ {programme} እንታይ ከም እትሓስብ ክንፈልጥ ንደሊ። ምምላስ ብድሌትካ እዩ። ቅድሚ ምጅማርካ መን ነቲ መልስታት ከም ዘንብቦ ክትርኢ ኢኻ።',
    link: 'ኣብዚ መልስ፦',
    once: 'እቲ ሊንክ ንዓኻ ጥራይ እዩ፣ ሓደ ግዜ ክጥቀመሉ ይከኣል።',
  },
};

export const setupTexts: Readonly<Record<'sv' | 'en', InvitationText>> = {
  sv: {
    subject: 'Ditt konto i Stegvis',
    greeting: 'Hej {name}!',
    body: 'Du har fått ett konto i Stegvis med den här e-postadressen. Välj ett lösenord innan {days} dagar har gått.',
    link: 'Välj lösenord här:',
    once: 'Länken är bara din och går att använda en gång.',
  },
  en: {
    subject: 'Your account in Stegvis',
    greeting: 'Hello {name},',
    body: 'You have been given an account in Stegvis with this e-mail address. Choose a password within {days} days.',
    link: 'Choose a password here:',
    once: 'The link is for you alone and can be used once.',
  },
};
