export const accessibility = {
  fine: 'Tillgänglighet: inga hinder hittades.',
  found_one: 'Tillgänglighet: {{count}} hinder. Frågan leder dit det kan rättas.',
  found_other: 'Tillgänglighet: {{count}} hinder. Varje fråga leder dit det kan rättas.',
  whole: 'Hela enkäten',
  rest_one: 'Visa {{count}} till',
  rest_other: 'Visa {{count}} till',
  noLabel: {
    question: 'frågan har ingen text{{where}}. Skriv den, annars visas ett annat språk eller frågans namn.',
    entries: 'text saknas{{where}} för {{entries}}. Skriv den, annars visas ett annat språk eller koden.',
  },
  noAlternativeText:
    'text saknas{{where}} för bilderna {{entries}}. Skriv vad de visar: det läses upp för den som inte ser dem.',
  hiddenTitle:
    'frågans text är dold och inget annat visas i dess ställe. Ta bort titleLocation i JSON, eller skriv en text före frågan.',
  abbreviation:
    'förkortningen {{entries}} läses illa upp{{where}}: skriv ut den, eller fyll i vad som ska läsas upp i stället för frågan.',
  colourAlone: 'bara en färg skiljer svaren {{entries}}{{where}}. Skriv vad färgen betyder.',
  timeLimit:
    'tiden är begränsad till {{seconds}} sekunder. Ta bort timeLimit (maxTimeToFinish) i JSON: den som läser långsamt eller blir avbruten hinner inte.',
  autoAdvance:
    'sidan byts av sig själv när ett svar är valt. Ta bort autoAdvanceEnabled (goNextPageAutomatic) i JSON: den som väljer med tangentbordet hinner inte ändra sig.',
  lowContrast:
    'bilden {{entries}} syns dåligt, kontrasten är {{ratio}}:1 och bör vara minst 3:1. Välj en bild med mörkare eller tydligare linjer.',
  brokenPicture: 'bilden {{entries}} går inte att visa. Lägg in den igen.',
};
