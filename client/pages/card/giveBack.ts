/** Machine drafts but for Swedish and English. */
export const giveBack: Record<string, string> = {
  sv: 'Ge tillbaka surfplattan till din samordnare.',
  en: 'Give the tablet back to your coordinator.',
  ar: 'أعد الجهاز اللوحي إلى المنسق.',
  uk: 'Поверніть планшет вашому координатору.',
  so: 'Ku celi tablet-ka isku-duwahaaga.',
  ti: 'ነቲ ታብለት ናብ ኣተሓባባሪኻ መልሶ።',
};
