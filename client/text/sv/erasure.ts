export const erasure = {
  title: 'Radera uppgifterna',
  lead: 'När beslutet är fattat att personens uppgifter inte längre ska finnas kvar.',
  erase: 'Radera personen …',
  goes: 'Namn, kontakt, bakgrund, progressionskort, aktivitet, insatser, uppföljningar, länkar och de svar som bär personens namn tas bort. De räknas inte längre i några resultat.',
  goesToo: 'Det gäller även personens andra inskrivningar här: {{enrolments}}.',
  stays:
    'Svar i anonyma enkäter kan inte kopplas till någon och finns kvar. Det gör också sparade rapporter, som inte innehåller någon enskild.',
  backups: 'Säkerhetskopior som redan är tagna ändras inte.',
  type: 'Skriv {{enrolment}} för att bekräfta',
  wrong: 'Det står inte {{enrolment}}.',
  eraseForGood: 'Radera för gott',
  done_one: '{{enrolment}} är raderad: {{count}} rad togs bort.',
  done_other: '{{enrolment}} är raderad: {{count}} rader togs bort.',
};
