export const tryout = {
  try: 'Prova på telefon …',
  errors: 'Rätta felen först: en enkät med fel kan inte provas.',
  title: 'Prova enkäten',
  lead: 'Läs av koden med telefonen, eller skicka länken till någon som ska prova. Enkäten visas som den är nu. Svaren kontrolleras som vanligt, men sparas inte.',
  qr: 'QR-kod till provlänken',
  link: 'Provlänk',
  until: 'Gäller till {{date}}.',
  openHere: 'Öppna i en ny flik',
};
