export const paper = {
  title: '{{title}} på papper',
  lead: 'För den som hellre svarar för hand. Ringar är för ett svar, rutor för flera. Skriv in svaren med en länk efteråt.',
  print: 'Skriv ut',
  language: 'Språk',
  onPaper: 'På papper',
  asJson: 'Hämta JSON',
  onlyIf: 'Svara bara om {{condition}}.',
  yes: 'Ja',
  no: 'Nej',
  other: 'Annat',
  none: 'Inget av dessa',
};
