// What people write in the open questions: invented, everyday sentences that name nobody.

export const whatHelped = [
  'Att få ta ett steg i taget.',
  'Praktiken gjorde att jag vågade tro på att jag klarar ett jobb.',
  'Samtalen varje vecka.',
  'Att någon ringde när jag inte orkade komma.',
  'Fasta tider och samma person att prata med.',
  'Promenadgruppen på tisdagar.',
  'Jag fick hjälp att förstå breven från myndigheterna.',
  'Hjälp med cv och att öva inför intervjuer.',
  'Att se på kortet att det faktiskt gick framåt.',
  'Studiebesöken. Jag hade ingen aning om vad som fanns.',
  'Att vi träffade läkaren tillsammans.',
  'Det var bra stöd men tiden blev för kort.',
  'Jag har fått ordning på dygnet.',
  'Att få börja med några timmar och öka långsamt.',
  'Min samordnare lyssnade.',
  'Gruppen. Det var skönt att inte vara ensam.',
  'Jag vet inte, jag väntar fortfarande på vård.',
  'Att få prova olika arbetsuppgifter.',
  'Kontakten med skolan, nu läser jag en kurs.',
  'Tolk på mötena.',
  'Att handledaren på arbetsplatsen hade tid.',
  'Inte så mycket, jag behövde något annat.',
] as const;

export const whatHelpedEnglish = [
  'Meeting the same person every time.',
  'The work placement.',
  'Help with letters and phone calls.',
] as const;

export const treatmentComments = [
  'Jag blev lyssnad på.',
  'Alltid vänlig och tydlig.',
  'Det tog lång tid innan jag fick svar från handläggaren.',
  'Jag har fått byta handläggare flera gånger och fått börja om varje gång.',
  'Bra bemötande hela vägen.',
  'Samordnaren förklarade så att jag förstod.',
  'Jag kände mig inte som ett ärende.',
  'Mötena var lugna och utan stress.',
  'Ibland för korta möten.',
  'Jag fick säga vad jag själv ville.',
  'Handläggaren hade svårt att förstå hur jag mår.',
  'Trygg kontakt, lätt att nå.',
] as const;

export const collaborationComments = [
  'Det saknas en väg in till psykiatrin, vi hamnar i telefonkö som alla andra.',
  'Rehabkoordinatorn är en stor hjälp.',
  'Vi behöver fler gemensamma möten där personen själv är med.',
  'Kontaktvägarna har blivit tydligare.',
  'När någon slutar får vi börja om med samverkan.',
  'Läkarintygen tar för lång tid.',
  'Det fungerar bra på vissa vårdcentraler och sämre på andra.',
  'Vi skulle behöva veta mer om vad arbetsmarknadsenheten kan erbjuda.',
  'Samverkan bygger på personer och inte på rutiner.',
  'Bra när handlingsplanen delas.',
] as const;
