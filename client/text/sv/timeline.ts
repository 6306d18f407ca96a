export const timeline = {
  title: 'Månad för månad',
  lead: 'Målet som det stod i slutet av varje månad, räknat på allt som fanns registrerat då. Filtren ovan gäller inte här.',
  merged:
    'Månader där bara några få tillkom är hopslagna med nästa: annars skulle en enskild persons uppgift kunna räknas ut.',
  chartLabel: '{{title}} månad för månad, från {{from}} till {{to}}. Siffrorna står i tabellen under.',
  asTable: 'Siffrorna som tabell',
  month: 'Månad',
  months: '{{from}} till {{month}}',
  toDate: '{{month}} (till {{day}})',
  from: 'Från',
  status: 'Status',
  suppressed: 'För få för att visas.',
  notReleased: 'Uppgifterna har ändrats sedan siffrorna togs fram. Tidslinjen visas när siffrorna räknas om.',
  nothing: 'Här kommer målets utveckling när det finns något att räkna.',
  one: 'För få har tillkommit för att dela upp siffran på månader.',
  trend: 'I {{from}} var värdet {{first}}, i {{to}} {{last}}.',
  overlap: 'Varje punkt innehåller alla tidigare: punkterna är inte oberoende av varandra.',
};
