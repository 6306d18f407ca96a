/** What the server says about one field, by its stable code. */
export const fieldProblems = {
  required: 'Fyll i det här.',
  'wrong-type': 'Fyll i det här.',
  'wrong-format': 'Kontrollera hur det är skrivet.',
  'wrong-slug': 'Använd bara små bokstäver a–z, siffror och bindestreck, högst 64 tecken.',
  twice: 'Samma står två gånger.',
  'too-large': 'Värdet är för stort eller för långt.',
  'too-small': 'Värdet är för litet, eller så saknas det.',
  'in-the-future': 'Dagen har inte varit än.',
  'too-early': 'Dagen är för tidig: den ligger före starten eller avslutet.',
  'too-late': 'Dagen är för sen: den ligger efter avslutet.',
  'unknown-code': 'Välj något i listan.',
  'unknown-value': 'Välj något i listan.',
  'not-valid': 'Kontrollera värdet.',
  'unknown-site': 'Välj en av dina orter.',
  'unknown-person': 'Personen finns inte på orten.',
  'unknown-field': 'Projektet har inte det här fältet.',
  'all-withdrawn':
    'Alla versioner av enkäten är indragna. En administratör kan ta tillbaka en av dem eller publicera nästa.',
};
